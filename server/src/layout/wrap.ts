import { displayWidth } from './display-width.js';

const opening = '“‘（《「『【〈';
const closing = '”’）》」』】〉，。、；：？！…';
const wide = '\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF';

/** What is never broken: a word, or a Han character, with the marks that cling to it. */
const unit = new RegExp(
  `[${opening}]*(?:[^\\s${wide}]+|(?![${opening}])[${wide}])[${closing}]*|[${opening}]+|\\s+`,
  'gu',
);

/** Breaks a text into lines of `width` cells at most, and keeps its own. What has no place to break stays whole. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let filled = 0;
  for (const piece of text.match(unit) ?? []) {
    const cells = displayWidth(piece);
    if (filled > 0 && filled + cells > width && piece.trim() !== '') {
      lines.push(line.trimEnd());
      line = '';
      filled = 0;
    }
    // A line that was broken does not begin with the space that it was broken at.
    if (piece.trim() === '' && filled === 0 && lines.length > 0) continue;
    line += piece;
    filled += cells;
  }
  return [...lines, line.trimEnd()];
}

/**
 * The same, with something before the first line, and later lines in line with the text after it. Without a width, the
 * text keeps its own lines alone.
 */
export function wrapAfter(lead: string, text: string, width: number | undefined): string {
  const indent = displayWidth(lead);
  const room = (width ?? Number.POSITIVE_INFINITY) - indent;
  // A terminal that narrow breaks lines itself.
  const lines = width === undefined || room < 24 ? text.split('\n') : wrap(text, room);
  return lead + lines.join(`\n${' '.repeat(indent)}`);
}
