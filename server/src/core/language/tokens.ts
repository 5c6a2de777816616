import {
  CharacterClass,
  characterClass,
  characterLength,
  fold,
  foldsInPlace,
  isFolded,
  isFoldedIdeograph,
} from './characters.js';

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

/** Where the tokens that were found last stand, kept from text to text: most are short, and lists that grow are slow. */
const starts: number[] = [];
const ends: number[] = [];

export function tokenize(text: string): Tokens {
  const folded = foldedTokens(text);
  return { folded, starts: starts.slice(0, folded.length), ends: ends.slice(0, folded.length) };
}

/** The folded tokens alone, for who does not ask where they stand. */
export function foldedTokens(text: string): readonly string[] {
  const folded: string[] = [];
  eachFoldedToken(text, (of, start, end) => folded.push(of.slice(start, end)));
  return folded;
}

/** Visits each token as a slice of a folded text, for who needs no string of it. */
export function eachFoldedToken(text: string, visit: (folded: string, start: number, end: number) => void): void {
  const count = findTokens(text);
  const whole = isFolded(text) ? text : foldsInPlace(text) ? text.toLowerCase() : undefined;
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number;
    const end = ends[i] as number;
    if (whole !== undefined) visit(whole, start, end);
    else if (isFoldedIdeograph(text.charCodeAt(start))) visit(text, start, end);
    else {
      const folded = fold(text.slice(start, end));
      visit(folded, 0, folded.length);
    }
  }
}

function findTokens(text: string): number {
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
    ends[count++] = i;
  }
  return count;
}
