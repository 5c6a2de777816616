import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * A Markdown file as both tools get it; `path` is relative to the folder, with `/`.
 * @typedef {{ path: string, text: string, bytes: number, words: number }} Report
 */

/** Plumbline leaves longer files alone, in UTF-16 units. */
const longest = 1_000_000;

/** @returns {{ reports: Report[], tooLong: number }} the Markdown files under a folder, by path */
export function readReports(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split(sep).some((part) => part === 'node_modules' || part.startsWith('.')))
    .sort();
  const all = paths.map((path) => {
    const bytes = readFileSync(join(folder, path));
    const text = bytes.toString('utf8');
    return { path: path.split(sep).join('/'), text, bytes: bytes.length, words: countWords(text) };
  });
  const reports = all.filter(({ text }) => text.length <= longest);
  return { reports, tooLong: all.length - reports.length };
}

/** A Han character counts as a word. */
function countWords(text) {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** @param {readonly Report[]} reports */
export function longestOf(reports) {
  return reports.reduce((longer, report) => (report.text.length > longer.text.length ? report : longer));
}

/** Where someone writes: the middle of a line of prose, as near to the middle of the text as there is one. */
export function middleOf(text) {
  let offset = 0;
  let fenced = false;
  let best = Math.floor(text.length / 2);
  let distance = Number.POSITIVE_INFINITY;
  for (const line of text.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const middle = offset + Math.floor(line.length / 2);
    const off = Math.abs(middle - text.length / 2);
    if (!fenced && line.length > 30 && /^\p{L}/u.test(line) && off < distance) {
      best = middle;
      distance = off;
    }
    offset += line.length + 1;
  }
  return best;
}

const typed = 'the quick brown fox jumps over the lazy dog ';

/** The character that the n-th keystroke types, counted from 0. */
export function keystroke(n) {
  return typed[n % typed.length];
}
