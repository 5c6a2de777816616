import type { Marks } from '../lex.js';

type Words = ReadonlySet<string>;
type Values = ReadonlyMap<string, number>;
type Phrases = readonly string[];

/** How a language of Latin letters writes numbers. Words are in lower case, with ' for an apostrophe. */
export interface LatinNumerals extends Marks {
  /** Below a hundred: words and phrases, without hyphens. */
  readonly cardinals: Values;
  readonly ordinals: Values;
  /** Letters that make an ordinal of digits. */
  readonly ordinalLetters: Words;
  /** Powers of ten of the words for large numbers. */
  readonly scales: Values;
  /** Powers of ten of the letters behind digits: always, and only where a currency stands before them. */
  readonly scaleLetters: Values;
  readonly moneyScaleLetters: Values;
  /** What stands between a scale and what it counts: 12 millions de tonnes. */
  readonly scaleLinks: Words;
  /** Counts that are counted themselves: two dozen; and the words that leave them open: several dozen. */
  readonly dozens: Values;
  readonly vague: Words;
  /** Scales and dozens that begin a number: cent. */
  readonly bare: Words;
  /** An article is one before a scale or a part: a million, a third. Where it is a cardinal too, it counts no stretch of time. */
  readonly articles: Words;
  /** Before a part that is no place in a row: la moitié, le quart. */
  readonly partDeterminers: Words;
  /** Between hundreds or scales and the rest: two hundred and one. */
  readonly joints: Words;
  /** Two point five. */
  readonly point: string;
  /** Tenfold; nothing where there is none. */
  readonly foldEnding: string;
  /** Parts: a third, two thirds. */
  readonly denominators: { readonly one: Values; readonly many: Values };
  readonly half: HalfWords | undefined;
  /** And a half; and whether it may stand behind a stretch of time: deux ans et demi. */
  readonly andAHalf: Phrases;
  readonly isHalfBehindUnit: boolean;
  readonly fractions: {
    /** Behind a part: a third of; and where the word before it says that it is one: by a fifth and. */
    readonly after: Words;
    readonly afterHedged: Words;
    readonly before: Words;
    /** Behind a place in a row: a third in the world. */
    readonly rankEnds: Words;
  };
  /** 1 in 3, 97 out of 100, one in every five. */
  readonly ratios: { readonly in: Phrases; readonly outOf: Phrases };
  readonly every: Words;
  /** Between a part and the whole, and before one of the whole: a quarter of a point. */
  readonly of: Words;
  readonly partArticles: Words;
  /** Minus 3. */
  readonly minus: Words;
  /** Behind a number and a hyphen where it counts all the same: 100-odd. */
  readonly afterHyphen: Words;
  /** Before an article with a stretch of time that counts none: of a decade, such a decade; was a decade of. */
  readonly beforeArticle: Words;
  readonly copulas: Words;
}

export interface HalfWords {
  readonly word: string;
  /** Units that it stands before: half a century. */
  readonly units: Words;
  /** Half of, half the, by half, and a half. */
  readonly of: string;
  readonly the: string;
  readonly by: string;
  readonly and: string;
}

export type PartOfYear = 'quarter' | 'half';

/** How a language of Latin letters writes dates. */
export interface LatinDates {
  readonly months: Values;
  /** Months that are other words too, and are read only beside a day, a year or a word of time. */
  readonly ambiguousMonths: Words;
  readonly areMonthsCapital: boolean;
  /** September 25. */
  readonly isDayBehindMonth: boolean;
  /** Whether 03/04/2022 has its day first; where both orders are in use it is left open. */
  readonly isDayFirst: boolean;
  /** The first quarter of 2023, in 2023; 1st of May; the fiscal year. */
  readonly yearLinks: Words;
  readonly dayLinks: Words;
  readonly the: Words;
  /** Words before a bare year or month that say it is one. */
  readonly timeWords: Words;
  /** Words that only a year or month follows, never a count: since 2022, in 2022. */
  readonly onlyTimeWords: Words;
  /** Plural nouns that follow a year rather than count: 2022 figures. */
  readonly yearNouns: Words;
  /** Before a year that is no calendar's: fiscal year 2023; and the one that two digits may follow: FY24. */
  readonly fiscalWords: Words;
  readonly fiscalLetters: string;
  readonly yearWords: Words;
  /** Behind or before a decade: 1990s, les années 1990. */
  readonly decadeLetters: Words;
  readonly decadeWords: Words;
  /** Q3, H1; the third quarter. */
  readonly partLetters: ReadonlyMap<string, PartOfYear>;
  readonly partWords: ReadonlyMap<string, PartOfYear>;
  /** The last half; "the last quarter" is that before today. */
  readonly lastWords: Words;
  readonly notLastQuarter: Words;
  /** In months, what is counted: the first ten months; les dix premiers mois. */
  readonly countedParts: Values;
  readonly isCountFirst: boolean;
  readonly ofTheYear: Phrases;
  /** Behind a half that is none of a year: the first half hour. */
  readonly afterHalf: Words;
  /** Before a year or month, with a hyphen (mid-2022) or without one (fin 2022). */
  readonly prefixes: Readonly<Record<'hyphened' | 'open', Phrases>>;
  /** On the 25th: before its article, and behind it. */
  readonly beforeBareDay: Words;
  readonly afterBareDay: Words;
  /** September 22 and 23, unless it counts the word behind it. */
  readonly and: string;
  readonly afterNextDay: Words;
  /** In months, stretches that a month may end: the year to June 2025, the three months ended June 2025. */
  readonly stretchesInMonths: Values;
  /** What may stand behind the length of such a stretch: the 12-month period to June. */
  readonly stretchNouns: Words;
  /** What stands before one such stretch: the year to June; not "last year to June" nor "from year to year". */
  readonly stretchArticles: Words;
  /** What leads from a stretch to the month that ends it: to the end of. */
  readonly stretchEnds: Phrases;
  /** A year is the base of a share behind these: 45% below 1990. */
  readonly beforeBase: Words;
  readonly percentWords: Words;
}

/** Units, and the words round them. */
export interface LatinUnits {
  /** The words of SI's prefixes and, without a prefix, of its units. */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<string, Phrases>>;
  /** Words for money that are weights too, and the words that they are weights behind: weighs 25 pounds. */
  readonly weights: { readonly words: Words; readonly unit: string; readonly after: Words };
  /** Behind degrees that have a minus: 5 degrees below zero. */
  readonly belowZero: Phrases;
  /** Between a unit and its denominator: euros per tonne. */
  readonly per: Words;
  /** Behind a denominator that is none: a year earlier. */
  readonly notPer: Words;
  /** A full year. */
  readonly durationAdjectives: Words;
  /** Before a stretch of time these are no hedges: over three years. */
  readonly beforeDurations: Words;
}

/** What a language of Latin letters counts. */
export interface LatinNouns {
  /** Whether a word, in lower case, looks like a plural noun. */
  readonly isPlural: (word: string) => boolean;
  /** Whether a word, in lower case, looks like an adjective before a noun: electric, rural, small. */
  readonly isAdjective: (word: string) => boolean;
  /** Words that no noun begins or goes on with. */
  readonly breaks: Words;
  /** Behind a number and an m for metres: 5m long. */
  readonly lengths: Words;
}

/** Places in a row. */
export interface LatinRanks {
  /** No. 1; and what stands before it or behind it: ranked No. 1, number 2 in the world. */
  readonly labels: Words;
  readonly before: Words;
  readonly after: Phrases;
  /** Before an ordinal: the, its, ranks; behind it: place, consecutive, largest. */
  readonly determiners: Words;
  readonly verbs: Words;
  readonly behind: Words;
  readonly superlative: RegExp;
  readonly afterHyphen: Words;
  /** The first: also an adverb (it first passed) and a word of time (the first time, first of all). */
  readonly first: {
    readonly words: Words;
    readonly determiners: Words;
    readonly all: Words;
    readonly noPlaceBefore: Words;
    readonly placeEnds: Words;
  };
  /** The second, a unit of time too: per second, a second. */
  readonly second: {
    readonly word: string;
    readonly units: Words;
    readonly article: string;
    readonly noPlaceBefore: Words;
  };
}

/** Words round numbers that are names. */
export interface LatinNames {
  /** Words that name nothing, even with a capital. */
  readonly functionWords: Words;
  /** Words of place: in Shanghai 41 plants; Shanghai's 41 plants. */
  readonly places: Words;
  readonly possessive: string;
  readonly streets: Words;
  readonly programmes: Words;
  /** Between the numbers of names and labels. */
  readonly joins: Words;
  readonly betweenAuthors: Words;
  /** Short words with a full stop before a number that is one: approx.40. */
  readonly abbreviations: Words;
}

/** Times of day: 10pm, 14 h, at 07.42. */
export interface LatinTimes {
  readonly after: Words;
  readonly hours: Words;
  readonly before: Words;
}

/** Words round a change. */
export interface LatinChanges {
  /** Exceeded the plan by 3%: what it leads to is no bound. */
  readonly by: string;
  /** Words that may stand in "has not yet been". */
  readonly insideNegations: Words;
  /** Rose sharply. */
  readonly adverbEnding: string;
}

/** The grammar of numbers and dates in a language of Latin letters. */
export interface LatinGrammar {
  readonly numerals: LatinNumerals;
  readonly dates: LatinDates;
  readonly units: LatinUnits;
  readonly nouns: LatinNouns;
  readonly ranks: LatinRanks;
  readonly names: LatinNames;
  readonly times: LatinTimes;
  readonly changes: LatinChanges;
}
