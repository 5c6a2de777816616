/** All that a list of phrases stands for: `(is|are) to` is two of them. Bars within brackets part the choices of a place. */
export function phrasesOf(list: string): readonly string[] {
  return alternatives(list, 0)
    .phrases.map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

/** Reads alternatives up to the bracket that closes them. */
function alternatives(list: string, from: number): { readonly phrases: readonly string[]; readonly end: number } {
  const phrases: string[] = [];
  let open = [''];
  let at = from;
  for (; at < list.length && list[at] !== ')'; at++) {
    const character = list[at] as string;
    if (character === '|') {
      phrases.push(...open);
      open = [''];
    } else if (character === '(') {
      const inner = alternatives(list, at + 1);
      open = open.flatMap((begun) => inner.phrases.map((phrase) => begun + phrase));
      at = inner.end;
    } else open = open.map((begun) => begun + character);
  }
  return { phrases: [...phrases, ...open], end: at };
}
