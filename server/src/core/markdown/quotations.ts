import { isIdeograph } from '../language/characters.js';
import { dictionary } from '../text/dictionary.js';
import type { Span } from '../text/span.js';

const closingOf: Readonly<Record<string, string>> = dictionary({
  '“': '”',
  '「': '」',
  '『': '』',
  '《': '》',
  '«': '»',
  '„': '“',
});
const openingOf = new Map(Object.entries(closingOf).map(([open, close]) => [close, open]));
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Single marks are looked for no further than this, in UTF-16 units: most of them are apostrophes. */
const singleReach = 600;

/**
 * The outermost quotations of a text, with their marks: “…”, "…", ‘…’, '…', 「…」, 『…』, 《…》, «…», „…“.
 * A mark without its partner quotes nothing; an apostrophe and the sign for inches are no marks.
 */
export function quotationsIn(text: string): readonly Span[] {
  return outermost(readMarks(text).found);
}

/** Where the first quotation begins that a text leaves open. */
export function openQuotationIn(text: string): number | undefined {
  const { unclosed } = readMarks(text);
  return unclosed.length === 0 ? undefined : unclosed.reduce((first, start) => Math.min(first, start));
}

function readMarks(text: string): { readonly found: Span[]; readonly unclosed: readonly number[] } {
  const found: Span[] = [];
  const single: number[] = [];
  const open = new Map<string, number[]>();
  let straight: number | undefined;
  let singleEnd = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] as string;
    const opening = openingOf.get(mark);
    const start = opening === undefined ? undefined : open.get(opening)?.pop();
    if (start !== undefined) {
      found.push({ start, end: i + 1 });
    } else if (mark in closingOf) {
      const starts = open.get(mark);
      if (starts === undefined) open.set(mark, [i]);
      else starts.push(i);
    } else if (mark === '"') {
      if (straight !== undefined) {
        found.push({ start: straight, end: i + 1 });
        straight = undefined;
      } else if (!/\d/.test(text[i - 1] ?? '')) {
        straight = i;
      }
    } else if ((mark === '‘' || mark === "'") && i >= singleEnd) {
      const end = endOfSingle(text, i, mark);
      if (end === undefined) {
        if (!isInWord(text, i - 1)) single.push(i);
        continue;
      }
      found.push({ start: i, end });
      singleEnd = end;
    }
  }
  return { found, unclosed: [...single, ...[...open.values()].flat(), ...(straight === undefined ? [] : [straight])] };
}

/** Of spans, those that are in no other, in order. */
export function outermost(spans: Span[]): readonly Span[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return spans.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function endOfSingle(text: string, start: number, mark: string): number | undefined {
  if (isInWord(text, start - 1)) return undefined;
  const close = mark === '‘' ? '’' : "'";
  const reach = Math.min(text.length, start + singleReach);
  for (let end = start + 2; end < reach; end++) {
    if (text[end] === close && !isInWord(text, end + 1)) return end + 1;
  }
  return undefined;
}

/** Whether a letter or digit of a script with spaces stands there: a single mark beside it is an apostrophe. */
function isInWord(text: string, offset: number): boolean {
  return letterOrDigit.test(text[offset] ?? '') && !isIdeograph(text, offset);
}
