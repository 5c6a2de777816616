import type { Notion } from '../language/words/notions.js';
import { readWords } from '../language/words/words.js';
import { once } from '../text/once.js';
import { lowerBound } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { SentenceContext } from './sentence-context.js';

/** What may stand between a metric and its number: it gives a value, says when or how, or means the same. */
export const onTheWay: readonly Notion[] = ['howOrWhen', 'timeNoun', 'sameMeasure', 'verbOfValue', 'tells'];

/** What may stand before a metric and leave it whole. */
export const beforeTheWhole: readonly Notion[] = [
  'wholeOf',
  'whole',
  'howOrWhen',
  'timeNoun',
  'sameMeasure',
  'verbOfValue',
  'tells',
  'has',
];

/** Words of a Chinese sentence and letters of none, read once for all its metrics and numbers; spans of the block's text. */
class HanWords {
  readonly #context: SentenceContext;
  readonly #words = new Map<Notion, readonly Span[]>();
  readonly #unknown = new Map<readonly Notion[], readonly number[]>();

  constructor(context: SentenceContext) {
    this.#context = context;
  }

  /** The words of a notion, in order. */
  of(notion: Notion): readonly Span[] {
    let words = this.#words.get(notion);
    if (words === undefined) {
      const { text, sentence, language } = this.#context;
      words = readWords(text.slice(sentence.start, sentence.end), language)
        .of(notion)
        .map(({ start, end }) => ({ start: sentence.start + start, end: sentence.start + end }));
      this.#words.set(notion, words);
    }
    return words;
  }

  /** The first word of a notion within a stretch. */
  first(notion: Notion, from: number, to: number): Span | undefined {
    const words = this.of(notion);
    const word = words[lowerBound(words, ({ start }) => start, from)];
    return word !== undefined && word.end <= to ? word : undefined;
  }

  /** The first letter of a stretch that is in no date, number, place, name, title, or word of these notions. */
  unknown(notions: readonly Notion[], from: number, to: number): number | undefined {
    let letters = this.#unknown.get(notions);
    if (letters === undefined) {
      letters = this.#lettersOutside(notions);
      this.#unknown.set(notions, letters);
    }
    const letter = letters[lowerBound(letters, (at) => at, from)];
    return letter !== undefined && letter < to ? letter : undefined;
  }

  #lettersOutside(notions: readonly Notion[]): readonly number[] {
    const { text, sentence, periods, quantities, places, named } = this.#context;
    const known: Span[] = [
      ...periods.map(({ span }) => span),
      ...quantities.flatMap(({ span, comparatorSpan }) =>
        comparatorSpan === undefined ? [span] : [span, comparatorSpan],
      ),
      ...places.map(({ at }) => at),
      ...named.filter(({ kind }) => kind !== 'metrics'),
      ...notions.flatMap((notion) => this.of(notion)),
    ];
    // 《2024年概况》, 据监管局报告，: where it is told.
    for (const { index, 0: told } of text
      .slice(sentence.start, sentence.end)
      .matchAll(/《[^《》]*》|(?<=[，,：])[据按][^，,：；。据按]*[，,]/g))
      known.push({ start: sentence.start + index, end: sentence.start + index + told.length });
    known.sort((a, b) => a.start - b.start);
    const letters: number[] = [];
    let next = 0;
    let reached = sentence.start;
    for (let at = sentence.start; at < sentence.end; at++) {
      while (next < known.length && (known[next] as Span).start <= at)
        reached = Math.max(reached, (known[next++] as Span).end);
      if (at >= reached && /\p{L}/u.test(text[at] as string)) letters.push(at);
    }
    return letters;
  }
}

export const hanWordsOf = once((context: SentenceContext) => new HanWords(context));
