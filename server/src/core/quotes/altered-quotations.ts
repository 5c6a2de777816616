import type { Block } from '../markdown/blocks.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { creditedSources, sourcesOfBlockQuote } from './credited-sources.js';
import { quotedClauses } from './quoted-clauses.js';
import { holdsInOrder, nearestPassage, type RecordedTexts, wordsOfQuotation } from './recorded-texts.js';

/** Of a quotation's words, this share must stand in a passage for it to be what was meant. */
const likelyShare = 0.5;

/** A quotation that is not word for word in a text of the source that it is credited to. */
export interface AlteredQuotation {
  /** What stands between its marks, in the block's text. */
  readonly at: Span;
  readonly source: EntryOf<'sources'>;
  /** The passage that is meant, and how to write it there; undefined where the text has nothing like it. */
  readonly passage: { readonly text: string; readonly asWritten: string } | undefined;
}

export function* alteredQuotations(
  report: Report,
  number: number,
  block: Block,
  recorded: RecordedTexts,
): Iterable<AlteredQuotation> {
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
    yield {
      at: inner,
      source: (best?.source ?? texts[0]?.source) as EntryOf<'sources'>,
      passage: best && { text: best.text.replace(/\s+/g, ' '), asWritten: asWritten(quotation, best.text) },
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
