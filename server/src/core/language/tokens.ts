import { CharacterClass, characterClass, characterLength, fold } from './characters.js';

/**
 * The tokens of a text, as parallel arrays: a word of a spaced script, one ideograph, or one symbol.
 * White space and hyphens part tokens and are none, so that "new-type" and "new\ntype" read alike.
 */
export interface Tokens {
  /** Folded text of each token. */
  readonly folded: readonly string[];
  /** UTF-16 offsets into the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export function tokenize(text: string): Tokens {
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let i = 0;
  while (i < text.length) {
    const kind = characterClass(text, i);
    const start = i;
    i += characterLength(text, i);
    if (kind === CharacterClass.Separator) continue;
    if (kind === CharacterClass.Word) {
      while (i < text.length && characterClass(text, i) === CharacterClass.Word) i += characterLength(text, i);
    }
    starts.push(start);
    ends.push(i);
    folded.push(fold(text.slice(start, i)));
  }
  return { folded, starts, ends };
}
