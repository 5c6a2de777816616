/** A line that opens a heading, or that follows a blank one and can neither be indented nor begin with a list mark. */
const boundary =
  /(?:^|\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r(?!\n)|\n)(?=[^\s\uFEFF\-+*\d])|(?=#{1,6}(?:[ \t]|\r|\n|$)))/g;

/**
 * Offsets at which a block begins and none that was open goes on, but for code, HTML and math, which may hold any
 * line: the starts of headings and of what follows a blank line at the left margin, all after the front matter.
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
