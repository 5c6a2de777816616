/**
 * What a new block begins with: after a blank line, all but what is indented or may be one more item of a list; after
 * any line, a heading and the definition of a footnote that begins with no list.
 */
const boundary =
  /(?:^|\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r(?!\n)|\n)(?=[^\s\uFEFF\-+*\d])|(?=#{1,6}(?:[ \t]|\r|\n|$)|\[\^[^\s[\]\\]{1,999}\]:[ \t]*[^\s\-+*\d]))/g;

/**
 * Offsets at which a block begins and none that was open goes on, but for code, HTML and math, which may hold any
 * line. All are at the left margin and after the front matter.
 */
export function boundariesOf(text: string, front: number): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(boundary)) {
    const offset = match.index + match[0].length;
    if (offset > front) found.push(offset);
  }
  return found;
}

/** The offset at which YAML between fences at the very start ends; 0 where there is none. */
export function frontMatterEnd(text: string): number {
  const opening = /^\uFEFF*---[ \t]*[\r\n]/.exec(text);
  if (opening === null) return 0;
  const closing = /[\r\n]---[ \t]*(?=[\r\n]|$)/g;
  closing.lastIndex = opening[0].length - 1;
  return closing.exec(text) === null ? 0 : closing.lastIndex;
}
