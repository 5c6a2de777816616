/**
 * Letters and digits of a heading or of what stands behind a `#`: renderers make the names of headings in ways of their
 * own, which differ in everything else.
 */
function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** What a text links to behind a `#`: `[see](#weak-links)`, `[[#Weak links]]`, `<a href="x.md#weak-links">`. */
export function linkedHeadings(text: string): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const [, wiki, fragment = wiki ?? ''] of text.matchAll(
    /\[\[[^[\]\n#]{0,200}#([^\]|\n]{1,200})|#([^\s#()<>[\]"'|]+)/g,
  )) {
    const key = keyOf(decoded(fragment));
    linked.add(key);
    // Of headings alike, the second is `name-1`.
    linked.add(keyOf(decoded(fragment).replace(/-\d+$/, '')));
  }
  linked.delete('');
  return linked;
}

/** Whether one of the links leads to a heading, with or without the number that it begins with. */
export function isLinkedHeading(heading: string, linked: ReadonlySet<string>): boolean {
  return linked.size > 0 && (linked.has(keyOf(heading)) || linked.has(keyOf(heading.replace(/^[^\p{L}]+/u, ''))));
}
