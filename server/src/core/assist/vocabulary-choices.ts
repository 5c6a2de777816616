import { sourceNamedFor } from '../claims/cited-source.js';
import { readVerdicts } from '../claims/verdicts.js';
import { toSource } from '../markdown/blocks.js';
import type { Finding } from '../report/finding.js';
import type { Report } from '../report/report.js';
import { allRules } from '../rules/all-rules.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { AddedRecord, PackAddition } from '../vocabulary/add-to-pack.js';
import { kindTraits } from '../vocabulary/kinds.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { validateObservation } from '../vocabulary/schemas.generated.js';

/** What a writer may have a pack take from a report, and the name of the entry that takes it. */
export interface VocabularyChoice {
  readonly addition: PackAddition;
  /** In the language of the report; that of the words themselves where they make an entry. */
  readonly name: string;
  /** The words or the figure. */
  readonly span: Span;
}

const naming: ReadonlySet<string> = new Set(allRules.filter(({ names }) => names).map(({ id }) => id));

/** What may become of the words that a finding is of: a form, or an exception, of the entry behind it, or a term. */
export function wordChoices(report: Report, finding: Finding, selection: Span): readonly VocabularyChoice[] {
  const entry = finding.entry === undefined ? undefined : report.vocabulary.entry(finding.entry);
  const written = report.text.slice(finding.span.start, finding.span.end).replace(/\s+/g, ' ');
  if (entry === undefined || !kindTraits[entry.kind].takesForms || finding.values.found !== written) return [];
  const mention = report.mentions.find(({ span, entry: each }) => span.start === finding.span.start && each === entry);
  // Else the words are said of the entry: a title of a person.
  if (mention === undefined && !naming.has(finding.rule)) return [];
  const text = mention?.form.text ?? written;
  const language = languageOf(text, report);
  const name = nameOf(entry, report.language);
  const { span } = finding;
  const choices: VocabularyChoice[] = [];
  const known = entry.forms.find((form) => form.text === text && form.language === language);
  if (known === undefined || known.role === 'deprecated') {
    choices.push({ addition: { as: 'admitted', entry: entry.fullName, language, text }, name, span });
  }
  const phrase = mention === undefined ? undefined : phraseAround(report, finding.span, selection);
  if (phrase !== undefined) {
    choices.push({ addition: { as: 'exceptions', entry: entry.fullName, language, text: phrase }, name, span });
  }
  if (mention === undefined) choices.push({ addition: { as: 'term', language, text }, name: text, span });
  return choices;
}

/** A selection as a new term, where it is words of one block and no form yet. */
export function termChoice(report: Report, selection: Span): VocabularyChoice | undefined {
  const written = report.text.slice(selection.start, selection.end);
  const text = written.trim();
  if (text === '' || text.length > 100 || /[\r\n|]/.test(text) || !/\p{L}/u.test(text)) return undefined;
  const index = report.prose.blocks.findIndex(({ span }) => contains(span, selection));
  const block = report.prose.blocks[index];
  if (block === undefined || !block.text.includes(text)) return undefined;
  const start = selection.start + written.indexOf(text);
  const words = { start, end: start + text.length };
  if (report.mentions.some(({ span }) => span.start === words.start && span.end === words.end)) return undefined;
  // An amount is no term.
  const isAmount = quantitiesIn(report, index).quantities.some(
    ({ span, unit }) => unit !== undefined && overlaps(toSource(block, span), words),
  );
  if (isAmount) return undefined;
  return { addition: { as: 'term', language: languageOf(text, report), text }, name: text, span: selection };
}

/** The figures at a place that contradict the record, or that it has not, as records. */
export function recordChoices(report: Report, place: Span): readonly VocabularyChoice[] {
  return readVerdicts(report).flatMap(({ claim, verdict }): VocabularyChoice[] => {
    const { metric, period, span } = claim;
    if (metric === undefined || period === undefined || verdict.verdict === 'holds' || !overlapsOrTouches(span, place))
      return [];
    if (claim.unit !== metric.measure.unit && !(metric.measure.unit === 'percent' && claim.unit === undefined))
      return [];
    const { comparator, written } = claim.quantity;
    const value = digitsOf(written.digits, written.scale * claim.factor, claim.value);
    const rivals = metric.observations.filter(
      (each) => each.period === period && each.comparator === comparator && each.label.length === 0,
    );
    // Two values of one period are told apart by their days.
    const vintage = rivals.length === 0 ? undefined : report.date?.day;
    if (rivals.length > 0 && (vintage === undefined || rivals.some((each) => each.vintage === vintage))) return [];
    const source = sourceNamedFor(report, claim)?.fullName;
    const record: AddedRecord = {
      period,
      value,
      ...(comparator && { comparator }),
      ...(source && { source }),
      ...(vintage && { vintage }),
    };
    if (!validateObservation(record)) return [];
    return [
      { addition: { as: 'record', entry: metric.fullName, record }, name: nameOf(metric, report.language), span },
    ];
  });
}

function overlapsOrTouches(a: Span, b: Span): boolean {
  return overlaps(a, b) || a.end === b.start || a.start === b.end;
}

/** The writer's digits in the unit of the metric: `2.70e6` for 2.70 million. */
function digitsOf(digits: string, factor: number, value: number): string {
  const power = Math.round(Math.log10(factor));
  const isPower = Math.abs(factor - 10 ** power) <= factor * 1e-9;
  if (!isPower || !/^\d+(?:\.\d+)?$/.test(digits)) return String(Number(value.toPrecision(12)));
  return (value < 0 ? '-' : '') + digits + (power === 0 ? '' : `e${power}`);
}

function languageOf(text: string, { language }: Report): string {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return language === 'zh' ? 'en' : language;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The selection, where there is more of it than a finding; else the finding with the word behind or before it. */
function phraseAround(report: Report, at: Span, selection: Span): string | undefined {
  const block = report.prose.blocks.find(({ span }) => contains(span, at));
  if (block === undefined) return undefined;
  if (
    contains(selection, at) &&
    selection.end - selection.start > at.end - at.start &&
    contains(block.span, selection)
  ) {
    return report.text.slice(selection.start, selection.end).replace(/\s+/g, ' ').trim();
  }
  const mention = report.mentions.find(({ span }) => span.start === at.start && span.end === at.end);
  if (mention === undefined) return undefined;
  const { start, end } = mention.at;
  let segmenter = segmenters.get(report.language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(report.language, { granularity: 'word' });
    segmenters.set(report.language, segmenter);
  }
  const words = [...segmenter.segment(block.text.slice(Math.max(0, start - 100), end + 100))].map((segment) => ({
    isWord: segment.isWordLike === true,
    start: segment.index + Math.max(0, start - 100),
    end: segment.index + Math.max(0, start - 100) + segment.segment.length,
  }));
  const isNear = (gap: string) => /^ ?$/.test(gap);
  const next = words.find((word) => word.isWord && word.start >= end);
  if (next !== undefined && isNear(block.text.slice(end, next.start))) return block.text.slice(start, next.end);
  const previous = words.findLast((word) => word.isWord && word.end <= start);
  if (previous !== undefined && isNear(block.text.slice(previous.end, start)))
    return block.text.slice(previous.start, end);
  return undefined;
}
