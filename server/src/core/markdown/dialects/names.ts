import type { Span } from '../../text/span.js';
import { fileEndings } from './forms.js';

/** A word that is no prose: the name of a file, an address, or an address that the parser finds by itself. */
export interface Name {
  readonly kind: 'file' | 'address' | 'literal';
  readonly span: Span;
}

/** A longer name is none, in UTF-16 units. */
const longestName = 300;

/** What a name holds: no space, no bracket, no mark that ends a sentence of Chinese. */
const inName = /[^\s<>()[\]{}"“”‘’'「」『』《》（）【】，。；：、！？|*`^=$]/;
const asciiName = /(?<![\w./\\:~%+@#?&=-])[\w~%+@#?&=-]*[./\\:][\w./\\:~%+@#?&=-]*/;
/** What begins the number of a document. */
const scheme = /(?:^|[^a-z])(?:doi|urn|isbn|issn|arxiv|hdl|file|ftp|git|ssh|tel)$/i;

function isName(run: string): boolean {
  return (
    // s3://x, x::y
    /^[a-z][a-z\d+.-]*:\/\/\S|^[A-Za-z][\w-]*::[A-Za-z]/.test(run) ||
    // C:\x, \\host\x, ..\x
    /^\.{1,2}\\\w/.test(run) ||
    /^[A-Za-z]:[\\/]\w|^\\\\\w/.test(run) ||
    // doi:10.1000/x, urn:x, 10.1000/x
    /^(?:doi|urn|isbn|issn|arxiv|hdl|file|git|ssh|tel):\S/i.test(run) ||
    /^10\.\d{4,9}\/\S/.test(run) ||
    // ./x, ../x, ~/x
    /^(?:\.{1,2}|~)\/\w/.test(run) ||
    // example.org/x, user@host.org
    /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/\S?/i.test(run) ||
    /^(?:[\w-]+\.)+(?:org|com|net|gov|edu|int|info|io|eu|cn|uk|de|fr|jp|us|ac|co)$/.test(run) ||
    // src/x/y_z, /x/y-z; kWh/m2/year is a unit
    // owner/name-of-it
    /^[a-z\d][a-z\d-]*\/[a-z\d]+[-_][a-z\d_-]*[a-z\d]$/.test(run) ||
    (/^\/?[\w.-]+\/(?:[\w.-]+\/)*[\w.-]*\/?$/.test(run) &&
      /[A-Za-z][_.-]\w/.test(run) &&
      (run.match(/\//g)?.length ?? 0) > 1)
  );
}

/** Whether a full stop, a slash or a colon at an offset may stand inside a name; `from` is where the last one ended. */
export function isInsideName(text: string, at: number, from: number): boolean {
  const next = text[at + 1] ?? ' ';
  if (/[\s)\]}"'”’,;，。；、]/.test(next)) return false;
  if (text[at] === '.') return !(/\d/.test(next) && /\d/.test(text[at - 1] ?? ''));
  return text[at] !== ':' || /[\\/\d:]/.test(next) || scheme.test(text.slice(Math.max(from, at - 8), at));
}

/**
 * The name that has a mark inside it at an offset, within a stretch of a text, and the end of the run of characters that
 * was looked at: 见example.org/x的说明, weak-board-2024.xlsx, C:\\x\\y.
 */
export function nameAround(
  text: string,
  at: number,
  within: Span,
): { readonly name: Name | undefined; readonly end: number } {
  let start = at;
  while (start > within.start && at - start < longestName && inName.test(text[start - 1] as string)) start--;
  let end = at + 1;
  while (end < within.end && end - at < longestName && inName.test(text[end] as string)) end++;
  while (end > at && /[.,:;!?…]/.test(text[end - 1] as string)) end--;
  const run = text.slice(start, end);
  const found = (kind: Name['kind'], from: number, to: number) => ({
    name: { kind, span: { start: from, end: to } },
    end,
  });
  if (/https?:\/\/|www\.|ftp:\/\/|mailto:/i.test(run)) return found('literal', start, end);
  if (isFile(run)) return found('file', start, end);
  const ascii = asciiName.exec(run)?.[0] ?? '';
  const from = start + Math.max(0, run.indexOf(ascii));
  const to = from + ascii.length;
  if (isFile(ascii)) return found('file', from, to);
  if (text[start - 1] === '$' && /^[A-Z_]+\//.test(ascii)) return found('file', start - 1, to);
  if (from > at || !isName(ascii)) return { name: undefined, end };
  // A path goes on in Han: example.org/报告.
  return found('address', from, ascii.endsWith('/') ? end : to);
}

/** A stem with a letter, and an ending of files. */
function isFile(run: string): boolean {
  return fileEndings.test(run) && /[\p{L}_]/u.test(run.slice(0, run.lastIndexOf('.')));
}
