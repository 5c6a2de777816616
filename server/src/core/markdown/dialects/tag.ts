/** A tag of HTML or JSX: `<td class="x">`, `</td>`, `<Card title={total > 2} />`. */
export interface TagReading {
  readonly name: string;
  readonly end: number;
  readonly isClosing: boolean;
  /** It ends with `/>`. */
  readonly isEmpty: boolean;
}

/** A longer tag is none, in UTF-16 units. */
const longest = 2_000;
const nameAt = /<(\/?)([A-Za-z][\w.:-]{0,80})(?=[\s/>])/y;

/** The tag at an offset of a text, `end` being where its block ends; undefined where none is there. */
export function readTag(text: string, at: number, end: number): TagReading | undefined {
  nameAt.lastIndex = at;
  const match = nameAt.exec(text);
  if (match === null) return undefined;
  const stop = Math.min(end, at + longest);
  let depth = 0;
  let quote = '';
  for (let i = at + match[0].length; i < stop; i++) {
    const character = text[i] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && (depth > 0 || text[i - 1] === '=')) {
      quote = character;
    } else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '<' && depth === 0) return undefined;
    else if (character === '>' && depth <= 0) {
      return { name: match[2] as string, end: i + 1, isClosing: match[1] === '/', isEmpty: text[i - 1] === '/' };
    }
  }
  return undefined;
}
