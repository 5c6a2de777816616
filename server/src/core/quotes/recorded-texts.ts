import { CharacterClass, characterClass } from '../language/characters.js';
import { type Tokens, tokenize } from '../language/tokens.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';

/** A text as a row of words: no punctuation, case and width folded. Offsets are into `text`. */
export interface WordRow {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A source whose full text a pack holds. */
export interface RecordedText extends WordRow {
  readonly source: EntryOf<'sources'>;
}

/** A stretch of a text that stands word for word in a source. */
export interface Borrowing {
  readonly recorded: RecordedText;
  /** Words of the row that was searched: from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

/** A word weighs as much as two Han characters: eight words, sixteen characters. */
const leastWeight = 16;
const wordWeight = 2;

export function toWordRow(text: string, tokens: Tokens = tokenize(text)): WordRow {
  const kept = tokens.starts.flatMap((start, i) => (characterClass(text, start) === CharacterClass.Symbol ? [] : [i]));
  return {
    text,
    words: kept.map((i) => tokens.folded[i] as string),
    starts: kept.map((i) => tokens.starts[i] as number),
    ends: kept.map((i) => tokens.ends[i] as number),
  };
}

export function weightOf(words: readonly string[]): number {
  return words.reduce((weight, word) => weight + weightOfWord(word), 0);
}

function weightOfWord(word: string): number {
  return /^\p{Script=Han}/u.test(word) ? 1 : wordWeight;
}

/** The full texts of a vocabulary's sources, and where any run of words stands in them. */
export class RecordedTexts {
  readonly texts: readonly RecordedText[];
  /** From a run of the least weight to the places where it begins. */
  readonly #runs = new Map<string, { readonly recorded: RecordedText; readonly at: number }[]>();

  constructor(sources: readonly EntryOf<'sources'>[]) {
    this.texts = sources.flatMap((source) =>
      source.text === undefined ? [] : [{ source, ...toWordRow(source.text) }],
    );
    for (const recorded of this.texts) {
      for (let at = 0; at < recorded.words.length; at++) {
        const run = runAt(recorded.words, at);
        if (run === undefined) break;
        const places = this.#runs.get(run);
        if (places === undefined) this.#runs.set(run, [{ recorded, at }]);
        // The first places of a phrase that is repeated all over a text say enough.
        else if (places.length < 8) places.push({ recorded, at });
      }
    }
  }

  /** The longest stretches of a row that stand in a source, each of the least weight at least. */
  borrowings(row: WordRow): readonly Borrowing[] {
    const found: Borrowing[] = [];
    let first = 0;
    while (first < row.words.length) {
      const run = runAt(row.words, first);
      if (run === undefined) break;
      let best: Borrowing | undefined;
      for (const { recorded, at } of this.#runs.get(run) ?? []) {
        let length = 0;
        while (
          first + length < row.words.length &&
          at + length < recorded.words.length &&
          row.words[first + length] === recorded.words[at + length]
        ) {
          length++;
        }
        if (best === undefined || first + length > best.end) best = { recorded, first, end: first + length };
      }
      if (best !== undefined) found.push(best);
      first = best?.end ?? first + 1;
    }
    return found;
  }
}

function runAt(words: readonly string[], first: number): string | undefined {
  let weight = 0;
  for (let end = first; end < words.length; end++) {
    weight += weightOfWord(words[end] as string);
    if (weight >= leastWeight) return words.slice(first, end + 1).join(' ');
  }
  return undefined;
}

export const recordedTexts = once((vocabulary: Vocabulary) => new RecordedTexts(vocabulary.ofKind('sources')));

/** What of a quotation is left out or put in by its writer: "…", "[…]", "[to electric cranes]". */
const editorial = /\[[^[\]]*\]|…+|\.{3,}|⋯+|【[^【】]*】|〔[^〔〕]*〕/gu;

/** The parts of a quotation that claim to be word for word, as spans of it. */
function quotedParts(quotation: string): readonly Span[] {
  // A letter in brackets is the word's own: "[t]he port".
  const parts: Span[] = [];
  let start = 0;
  for (const match of quotation.matchAll(editorial)) {
    if (/^\[\p{L}\]$/u.test(match[0]) && /^\p{L}/u.test(quotation.slice(match.index + match[0].length))) continue;
    parts.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  parts.push({ start, end: quotation.length });
  return parts.filter(({ start: from, end }) => from < end);
}

/** A quotation's words, part by part. */
export function wordsOfQuotation(quotation: string): readonly (readonly string[])[] {
  return quotedParts(quotation)
    .map(({ start, end }) => toWordRow(quotation.slice(start, end).replace(/\[(\p{L})\](?=\p{L})/gu, '$1')).words)
    .filter((words) => words.length > 0);
}

/** Whether the parts of a quotation stand in a text word for word, one after the other. */
export function holdsInOrder(row: WordRow, parts: readonly (readonly string[])[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = indexOfRun(row.words, part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function indexOfRun(words: readonly string[], run: readonly string[], from: number): number {
  for (let at = from; at + run.length <= words.length; at++) {
    let length = 0;
    while (length < run.length && words[at + length] === run[length]) length++;
    if (length === run.length) return at;
  }
  return -1;
}

/** A passage of a text that a quotation was likely meant to be. */
export interface Passage {
  readonly text: string;
  /** Of the quotation's words, those that stand in the passage in the same order. */
  readonly share: number;
}

/** Quotations longer than this are not looked for further, in words; nor texts beyond so many comparisons. */
const longestSearched = 200;
const mostComparisons = 2_000_000;

/** The passage of a text nearest to some words: the one most of them stand in, in order and close together. */
export function nearestPassage(row: WordRow, words: readonly string[]): Passage | undefined {
  if (words.length < 3 || words.length > longestSearched) return undefined;
  if (row.words.length * words.length > mostComparisons) return undefined;
  // Local alignment: 2 for a word met, −1 for one changed, left out or put in.
  const width = words.length;
  let last = new Int32Array(width + 1);
  let lastStart = new Int32Array(width + 1);
  let best = { score: 0, start: 0, end: 0 };
  for (let i = 1; i <= row.words.length; i++) {
    const scores = new Int32Array(width + 1);
    const starts = new Int32Array(width + 1);
    for (let j = 1; j <= width; j++) {
      const same = row.words[i - 1] === words[j - 1];
      const before = last[j - 1] as number;
      let score = before + (same ? 2 : -1);
      let start = before > 0 ? (lastStart[j - 1] as number) : i - 1;
      if ((last[j] as number) - 1 > score) {
        score = (last[j] as number) - 1;
        start = lastStart[j] as number;
      }
      if ((scores[j - 1] as number) - 1 > score) {
        score = (scores[j - 1] as number) - 1;
        start = starts[j - 1] as number;
      }
      if (score <= 0) continue;
      scores[j] = score;
      starts[j] = start;
      if (score > best.score) best = { score, start, end: i };
    }
    last = scores;
    lastStart = starts;
  }
  if (best.score <= 0) return undefined;
  const { start, end } = widen(row, words, best.start, best.end);
  const passage = row.words.slice(start, end);
  return {
    text: row.text.slice(row.starts[start] as number, row.ends[end - 1] as number),
    share: commonInOrder(passage, words) / words.length,
  };
}

/** Takes in the words at either end that the quotation gives otherwise, up to the bounds of the sentence. */
function widen(row: WordRow, words: readonly string[], start: number, end: number): { start: number; end: number } {
  const at = words.indexOf(row.words[start] as string);
  const after = words.length - 1 - words.lastIndexOf(row.words[end - 1] as string);
  const breaks = (from: number) =>
    /[.!?。！？；;\n]/.test(row.text.slice(row.ends[from] as number, row.starts[from + 1] ?? row.text.length));
  let [first, last] = [start, end];
  for (let i = 0; i < at && first > 0 && !breaks(first - 1); i++) first--;
  for (let i = 0; i < after && last < row.words.length && !breaks(last - 1); i++) last++;
  return { start: first, end: last };
}

function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let last = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (let j = 1; j <= b.length; j++) {
      row.push(word === b[j - 1] ? (last[j - 1] as number) + 1 : Math.max(last[j] as number, row[j - 1] as number));
    }
    last = row;
  }
  return last[b.length] as number;
}
