import type { Comparator } from '../vocabulary/model.js';
import { lex } from './lex.js';
import { Phrases, phrasesOf } from './phrases.js';
import { chinese } from './tables/chinese.js';
import { english } from './tables/english.js';
import { french } from './tables/french.js';
import type { LanguageTable } from './tables/language-table.js';
import type { LatinGrammar } from './tables/latin-grammar.js';

/** The languages that quantities are read in. The first of each script is that of words in it in a text of another script. */
export const languageTables: readonly LanguageTable[] = [english, chinese, french];

const marked = (phrases: readonly string[]) => phrases.map((phrase): [string, true] => [phrase, true]);

/** The words that a text is read with: those of its own language, and for each other script those of one language. */
export class Words {
  readonly tables: readonly LanguageTable[];
  /** Of the language with Latin letters. */
  readonly latin: LatinGrammar;
  readonly hedgesBefore: Phrases<Comparator>;
  readonly hedgesAfter: Phrases<Comparator>;
  readonly changesBefore: Phrases<'up' | 'down'>;
  readonly changesAfter: Phrases<'up' | 'down'>;
  readonly fillers: Phrases<true>;
  readonly negations: Phrases<true>;
  readonly destinations: Phrases<true>;
  readonly streaksBefore: Phrases<true>;
  readonly streaksAfter: Phrases<true>;
  readonly rangeBegins: Phrases<true>;
  readonly rangeJoins: Phrases<true>;
  readonly rangeJoinsBegun: Phrases<true>;
  readonly rangeEnds: Phrases<true>;
  readonly alternatives: Phrases<true>;
  readonly changeBegins: Phrases<true>;
  readonly changeSizes: Phrases<true>;
  readonly per: Phrases<string>;
  readonly by: Phrases<true>;
  readonly comparisons: Phrases<true>;
  readonly relativeYears: Phrases<string>;
  readonly labels: Phrases<true>;
  readonly titles: Phrases<true>;
  readonly idioms: Phrases<true>;
  readonly names: Phrases<true>;
  readonly cardinals: Phrases<number>;
  /** The words that a number in words of Latin letters may begin with. */
  readonly numeralStarts: ReadonlySet<string>;
  readonly rankedAfter: Phrases<true>;
  readonly ratioJoints: Phrases<'in' | 'outOf'>;
  readonly andAHalf: Phrases<true>;
  readonly ofTheYear: Phrases<true>;
  readonly prefixes: Phrases<'hyphened' | 'open'>;
  readonly stretchEnds: Phrases<true>;
  readonly belowZero: Phrases<true>;

  constructor(tables: readonly LanguageTable[]) {
    this.tables = tables;
    this.latin = tables.find((table) => table.script === 'latin')?.latin ?? english.latin;
    const split = (phrase: string) => lex(phrase, this.latin.numerals).tokens.map(({ text }) => text);
    const merged = <K extends string>(
      pick: (table: LanguageTable) => Readonly<Partial<Record<K, readonly string[]>>>,
    ): Phrases<K> =>
      new Phrases<K>(
        tables.flatMap((table) => phrasesOf<K>(pick(table))),
        split,
      );
    const set = (pick: (table: LanguageTable) => readonly string[]): Phrases<true> =>
      new Phrases<true>(
        tables.flatMap((table) => marked(pick(table))),
        split,
      );
    this.hedgesBefore = merged<Comparator>((table) => table.hedgesBefore);
    this.hedgesAfter = merged<Comparator>((table) => table.hedgesAfter);
    this.changesBefore = merged<'up' | 'down'>((table) => table.changesBefore);
    this.changesAfter = merged<'up' | 'down'>((table) => table.changesAfter);
    this.fillers = set((table) => table.fillers);
    this.negations = set((table) => table.negations);
    this.destinations = set((table) => table.destinations);
    this.streaksBefore = set((table) => table.streaksBefore);
    this.streaksAfter = set((table) => table.streaksAfter);
    this.rangeBegins = set((table) => table.rangeBegins);
    this.rangeJoins = set((table) => table.rangeJoins);
    this.rangeJoinsBegun = set((table) => table.rangeJoinsBegun);
    this.rangeEnds = set((table) => table.rangeEnds);
    this.alternatives = set((table) => table.alternatives);
    this.changeBegins = set((table) => table.changeBegins);
    this.changeSizes = set((table) => table.changeSizes);
    this.per = merged<string>((table) => table.per);
    this.by = set((table) => table.by);
    this.comparisons = set((table) => table.comparisons);
    this.relativeYears = merged<string>((table) => table.relativeYears);
    this.labels = set((table) => table.names.labels);
    this.titles = set((table) => table.names.titles);
    this.idioms = set((table) => table.names.idioms);
    this.names = set((table) => table.names.names);
    const { numerals, dates, ranks } = this.latin;
    this.cardinals = new Phrases(numerals.cardinals, split);
    this.numeralStarts = new Set([
      ...[...numerals.cardinals.keys()].map((phrase) => split(phrase)[0] ?? ''),
      ...numerals.ordinals.keys(),
      ...numerals.dozens.keys(),
      ...numerals.bare,
      ...numerals.articles,
      ...numerals.partDeterminers,
      ...(numerals.half === undefined ? [] : [numerals.half.word]),
    ]);
    this.ratioJoints = new Phrases(phrasesOf<'in' | 'outOf'>(numerals.ratios), split);
    this.andAHalf = new Phrases(marked(numerals.andAHalf), split);
    this.ofTheYear = new Phrases(marked(dates.ofTheYear), split);
    this.prefixes = new Phrases(phrasesOf<'hyphened' | 'open'>(dates.prefixes), split);
    this.belowZero = new Phrases(marked(this.latin.units.belowZero), split);
    this.stretchEnds = new Phrases(marked(dates.stretchEnds), split);
    this.rankedAfter = new Phrases(marked(ranks.after), split);
  }
}

/** The tables for a text in a language, by its BCP 47 tag: its own, and of each other script the first. */
export function tablesFor(tag: string | undefined): readonly LanguageTable[] {
  const own = ownTable(tag);
  if (own === undefined) return [];
  const isFirst = (table: LanguageTable) => table === languageTables.find(({ script }) => script === table.script);
  return languageTables.filter((table) => table === own || (table.script !== own.script && isFirst(table)));
}

function ownTable(tag: string | undefined): LanguageTable | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return language === undefined ? languageTables[0] : languageTables.find((table) => table.language === language);
}

/** By the tag that was asked for last, since one text after another has the same. */
let last: { readonly tag: string | undefined; readonly words: Words | undefined } | undefined;
/** By the language of the text, and by the languages of the tables. */
const byOwn = new Map<LanguageTable, Words>();
const made = new Map<string, Words>();

/** The words for a text in a language; undefined where no table has it. English and Chinese are read with the same. */
export function wordsFor(tag: string | undefined): Words | undefined {
  if (last === undefined || last.tag !== tag) last = { tag, words: wordsOf(tag) };
  return last.words;
}

function wordsOf(tag: string | undefined): Words | undefined {
  const own = ownTable(tag);
  if (own === undefined) return undefined;
  let words = byOwn.get(own);
  if (words === undefined) {
    const tables = tablesFor(tag);
    const key = tables.map(({ language }) => language).join();
    words = made.get(key) ?? new Words(tables);
    made.set(key, words);
    byOwn.set(own, words);
  }
  return words;
}
