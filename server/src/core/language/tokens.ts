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

/** What was found last, kept from text to text: most are short, and lists that grow take more than they need. */
const found = { folded: [] as string[], starts: [] as number[], ends: [] as number[] };

export function tokenize(text: string): Tokens {
  const count = findTokens(text);
  return {
    folded: found.folded.slice(0, count),
    starts: found.starts.slice(0, count),
    ends: found.ends.slice(0, count),
  };
}

/** The folded tokens alone, for who does not ask where they stand. */
export function foldedTokens(text: string): readonly string[] {
  const count = findTokens(text);
  return found.folded.slice(0, count);
}

function findTokens(text: string): number {
  const { folded, starts, ends } = found;
  let count = 0;
  let i = 0;
  while (i < text.length) {
    const kind = characterClass(text, i);
    const start = i;
    i += characterLength(text, i);
    if (kind === CharacterClass.Separator) continue;
    if (kind === CharacterClass.Word) {
      while (i < text.length && characterClass(text, i) === CharacterClass.Word) i += characterLength(text, i);
    }
    starts[count] = start;
    ends[count] = i;
    folded[count++] = fold(text.slice(start, i));
  }
  return count;
}
