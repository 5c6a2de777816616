import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch, OMIT_HEADERS, type StructuredPatch } from 'diff';

/** Finding the least diff takes time that grows with the square of the changes; after this many ms any true one will do. */
const patience = 1000;

/** A unified diff of two texts of a file, as `git apply` and `patch -p1` take it. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [from, to] = [`a/${path}`, `b/${path}`];
  // The library writes Han letters as octal bytes, as git does where core.quotePath is not off; both read them plain.
  const isPlain = !/[\p{C}\p{Zl}\p{Zp}"\\]/u.test(path);
  const headerOptions = isPlain ? OMIT_HEADERS : FILE_HEADERS_ONLY;
  const options = { context: 3, timeout: patience, headerOptions };
  const diff =
    createTwoFilesPatch(from, to, before, after, undefined, undefined, options) ??
    formatPatch(coarseDiff(from, to, before, after), headerOptions);
  return isPlain ? `--- ${from}\n+++ ${to}\n${diff}` : diff;
}

/** Everything between the first and the last line that differ, as one hunk. */
function coarseDiff(from: string, to: string, before: string, after: string): StructuredPatch {
  const old = linesOf(before);
  const now = linesOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let kept = 0;
  while (kept < Math.min(old.length, now.length) - start && old.at(-1 - kept) === now.at(-1 - kept)) kept++;
  const removed = old.slice(start, old.length - kept);
  const added = now.slice(start, now.length - kept);
  const hunk = {
    // A hunk of no lines stands after the line that it names.
    oldStart: start + (removed.length > 0 ? 1 : 0),
    oldLines: removed.length,
    newStart: start + (added.length > 0 ? 1 : 0),
    newLines: added.length,
    lines: [...signed('-', removed), ...signed('+', added)],
  };
  return { oldFileName: from, newFileName: to, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

/** Each with its line feed; the last may have none. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== '');
}

function signed(sign: '-' | '+', lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  );
}
