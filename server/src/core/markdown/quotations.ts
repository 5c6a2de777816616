import type { Span } from '../text/span.js';

const pairs: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '《': '》', '«': '»', '„': '“' };
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Single marks are looked for no further than this, in UTF-16 units: most of them are apostrophes. */
const singleReach = 600;

/**
 * The outermost quotations of a text, with their marks: “…”, "…", ‘…’, '…', 「…」, 『…』, 《…》, «…».
 * A mark without its partner quotes nothing; an apostrophe and the sign for inches are no marks.
 */
export function quotationsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  const unpaired = new Set<string>();
  const endAfter = (start: number, close: string): number | undefined => {
    if (unpaired.has(close)) return undefined;
    const end = text.indexOf(close, start + 1);
    if (end >= 0) return end + 1;
    unpaired.add(close);
    return undefined;
  };
  let i = 0;
  while (i < text.length) {
    const mark = text[i] as string;
    const close = mark === '"' && !/\d/.test(text[i - 1] ?? '') ? '"' : pairs[mark];
    const end = close === undefined ? endOfSingle(text, i, mark) : endAfter(i, close);
    if (end !== undefined) found.push({ start: i, end });
    i = end ?? i + 1;
  }
  return found;
}

function endOfSingle(text: string, start: number, mark: string): number | undefined {
  if ((mark !== '‘' && mark !== "'") || letterOrDigit.test(text[start - 1] ?? '')) return undefined;
  const close = mark === '‘' ? '’' : "'";
  const reach = Math.min(text.length, start + singleReach);
  for (let end = start + 2; end < reach; end++) {
    if (text[end] === close && !letterOrDigit.test(text[end + 1] ?? '')) return end + 1;
  }
  return undefined;
}
