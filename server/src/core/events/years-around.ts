import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords } from '../language/words/words.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import { type Block, onceABlockWith } from '../markdown/blocks.js';
import type { Period } from '../quantities/index.js';
import type { Facts } from '../report/facts.js';
import type { Report } from '../report/report.js';
import { quantitiesOf } from '../sentences/sentence.js';
import { surroundingsOf } from '../sentences/surroundings.js';
import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Severity } from '../vocabulary/model.js';

/** Where a block begins to give an example, of a day of any year; its length where it gives none. */
const exampleIn = onceABlockWith(({ text }, { language }: Facts): number => {
  const words = readWords(text, sentenceLanguage(text, language));
  return words.of('forExample')[0]?.start ?? text.length;
});

const yearsIn = onceABlockWith((block, facts: Facts) => yearsOf(quantitiesOf({ facts }, block).periods));

function yearsOf(periods: readonly Period[]): ReadonlySet<string> {
  return new Set(periods.flatMap(({ period }) => period.match(/(?<![\d-])\d{4}(?!s)/g) ?? []));
}

/** The one year that is named around a date, then those beside it, which it may be of as well; none where it is not sure. */
export function yearsAround(
  report: Report,
  index: number,
  date: Span,
): { readonly possible: readonly number[]; readonly severity: Severity } {
  const block = report.prose.blocks[index] as Block;
  const sentence = sentenceAt(block, date.start);
  const { periods } = quantitiesOf(report, block);
  const levels = function* () {
    if (sentence !== undefined) yield yearsOf(startingIn(periods, ({ span }) => span.start, sentence));
    yield yearsIn(block, report.facts);
    for (const heading of surroundingsOf(report, index).headings()) yield yearsIn(heading.block, report.facts);
    if (report.date?.isTold) yield new Set([report.date.day.slice(0, 4)]);
  };
  const isExample = exampleIn(block, report.facts) < date.start;
  // The day on which an undated report is checked says little of it.
  const fallback = report.date === undefined ? [] : [report.date.day.slice(0, 4)];
  const ofText = isExample ? undefined : [...levels()].find(({ size }) => size > 0);
  const named = [...(ofText ?? (isExample ? [] : fallback))].map(Number);
  const [year] = named;
  return {
    possible: year === undefined || named.length > 1 ? [] : [year, year - 1, year + 1],
    severity: ofText === undefined ? 'information' : 'warning',
  };
}
