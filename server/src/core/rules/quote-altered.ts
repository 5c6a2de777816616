import { type Block, toSource } from '../markdown/blocks.js';
import { creditedSources, sourcesOfBlockQuote } from '../quotes/credited-sources.js';
import { quotedClauses } from '../quotes/quoted-clauses.js';
import {
  type Borrowing,
  holdsInOrder,
  nearestPassage,
  type RecordedTexts,
  recordedTexts,
  toWordRow,
  type WordRow,
  weightOf,
  wordsOfQuotation,
} from '../quotes/recorded-texts.js';
import { replacementFix } from '../report/finding.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isCitation, type Report } from '../report/report.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { EntryKind, EntryOf } from '../vocabulary/model.js';
import type { Detection, Rule } from './rule.js';

interface Altered {
  /** What to write in place of the span; undefined where the source has nothing like it. */
  readonly replacement: string | undefined;
}

/**
 * A quotation credited to a source whose text the pack holds is not in that text word for word; or eight words (sixteen
 * Han characters) of such a text stand without marks.
 */
export const quoteAltered: Rule<Altered> = {
  id: 'quote-altered',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const recorded = recordedTexts(report.vocabulary);
    if (recorded.texts.length === 0) return;
    for (const [number, block] of report.prose.blocks.entries()) {
      if (isCitation(report, number)) continue;
      yield* alteredQuotations(report, number, block, recorded);
      if (!block.quoted && block.kind !== 'heading') yield* borrowedWords(report, number, block, recorded);
    }
  },

  fix({ span, detail: { replacement } }) {
    return replacement === undefined ? [] : [replacementFix(span, replacement)];
  },
};

/** Of a quotation's words, this share must stand in a passage for it to be what was meant. */
const likelyShare = 0.5;

function* alteredQuotations(
  report: Report,
  number: number,
  block: Block,
  recorded: RecordedTexts,
): Iterable<Detection<Altered>> {
  const marked = quotedClauses(block).map(({ inner, at }) => ({ inner, at }));
  const whole = { start: 0, end: block.text.length };
  const quotations =
    block.quoted && marked.length === 0
      ? [{ inner: whole, sources: sourcesOfBlockQuote(report, number) }]
      : marked.map(({ inner, at }) => ({ inner, sources: creditedSources(report, number, at) }));
  for (const { inner, sources } of quotations) {
    const quotation = block.text.slice(inner.start, inner.end);
    const parts = wordsOfQuotation(quotation);
    const words = parts.flat();
    const texts = recorded.texts.filter(({ source, text }) => sources.includes(source) && sameScript(text, quotation));
    if (texts.length === 0 || words.length < 4 || texts.some((text) => holdsInOrder(text, parts))) continue;
    const passages =
      parts.length > 1
        ? []
        : texts.flatMap((text) => {
            const passage = nearestPassage(text, words);
            return passage === undefined || passage.share < likelyShare ? [] : [{ ...passage, source: text.source }];
          });
    const [best] = passages.sort((a, b) => b.share - a.share);
    const source = (best?.source ?? texts[0]?.source) as EntryOf<'sources'>;
    const values = { source: source.title };
    yield {
      messageId: best === undefined ? 'quote-altered.absent' : 'quote-altered',
      values: best === undefined ? values : { ...values, expected: best.text.replace(/\s+/g, ' ') },
      span: toSource(block, inner),
      entry: source,
      detail: { replacement: best === undefined ? undefined : asWritten(quotation, best.text) },
    };
  }
}

/** The recorded words with the quotation's own first letter and last mark. */
function asWritten(quotation: string, passage: string): string {
  const [, before = '', first = ''] = /^(\s*)(\p{L}?)/u.exec(quotation) ?? [];
  const after = /(?<![\s.,;:!?，。；：！？])[\s.,;:!?，。；：！？]*$/u.exec(quotation)?.[0] ?? '';
  const flat = passage.replace(/\s+/g, ' ').trim();
  const isLower = first !== '' && first === first.toLowerCase() && first !== first.toUpperCase();
  const isUpper = first !== '' && first === first.toUpperCase() && first !== first.toLowerCase();
  const cased = isLower ? lowerFirst(flat) : isUpper ? (flat[0] ?? '').toUpperCase() + flat.slice(1) : flat;
  return before + cased + after;
}

/** "The port" to "the port"; a word with other capitals ("UK") stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}*\s/u.test(text) && !/^I\s/.test(text)
    ? (text[0] as string).toLowerCase() + text.slice(1)
    : text;
}

function sameScript(a: string, b: string): boolean {
  const isHan = (text: string) =>
    (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 3 > (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
  return isHan(a) === isHan(b);
}

/** Fixed names: whoever writes them writes them so. */
const fixed: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'tasks',
  'taskLists',
  'people',
  'organizations',
  'events',
  'programmes',
  'documents',
  'formulations',
  'statements',
  'targets',
]);

function* borrowedWords(
  report: Report,
  number: number,
  block: Block,
  recorded: RecordedTexts,
): Iterable<Detection<Altered>> {
  const row = toWordRow(block.text);
  const names = mentionsIn(report, number).filter(({ entry }) => fixed.has(entry.kind));
  for (const borrowing of recorded.borrowings(row)) {
    const at = spanOf(row, borrowing);
    if (block.quotations.some((quotation) => overlaps(quotation, at))) continue;
    const own = row.words.filter((_, i) => {
      const word = { start: row.starts[i] as number, end: row.ends[i] as number };
      return contains(at, word) && !names.some((name) => contains(name.at, word));
    });
    if (weightOf(own) < 16) continue;
    const { source } = borrowing.recorded;
    const span = toSource(block, at);
    const text = report.text.slice(span.start, span.end);
    yield {
      messageId: 'quote-altered.unmarked',
      values: {
        source: source.title,
        found: shortened(block.text.slice(at.start, at.end)),
      },
      span,
      entry: source,
      detail: { replacement: /\p{Script=Han}/u.test(text) ? `“${text}”` : `"${text}"` },
    };
  }
}

function spanOf(row: WordRow, { first, end }: Borrowing): Span {
  return { start: row.starts[first] as number, end: row.ends[end - 1] as number };
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 50)}…` : flat;
}
