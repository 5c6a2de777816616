import type { Span } from '../text/span.js';
import type { LanguageTable } from './tables/language-table.js';
import { languageTables, tablesFor } from './words.js';

/** A day of the week as written. */
export interface Weekday {
  readonly span: Span;
  /** 1 for Monday to 7 for Sunday. */
  readonly day: number;
}

/** How the days of the week are written. */
interface Names {
  /** Each way to write a day, with the names of all seven in that way. */
  readonly ways: ReadonlyMap<string, { readonly names: readonly string[]; readonly day: number }>;
  readonly pattern: RegExp;
}

const isSpaced = (name: string) => /^[a-z]/i.test(name);

function namesOf(tables: readonly LanguageTable[]): Names {
  const ways = new Map<string, { readonly names: readonly string[]; readonly day: number }>();
  for (const names of tables.flatMap(({ weekdays }) => weekdays)) {
    for (const [index, name] of names.entries()) if (!ways.has(name)) ways.set(name, { names, day: index + 1 });
  }
  const longestFirst = [...ways.keys()].sort((a, b) => b.length - a.length);
  const spaced = longestFirst.filter(isSpaced);
  /** In capitals a short one is something else: SAT. */
  const inCapitals = spaced.filter((name) => name.length > 5).map((name) => name.toUpperCase());
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...spaced, ...inCapitals].join('|')})(?![\\p{L}\\p{N}])|${longestFirst.filter((name) => !isSpaced(name)).join('|')}`,
    'gu',
  );
  return { ways, pattern };
}

const byLanguage = new Map(languageTables.map(({ language }) => [language, namesOf(tablesFor(language))]));

const namesFor = (tag: string) => byLanguage.get(tag.toLowerCase().split('-')[0] ?? '');

/** The days of the week in a text, in its order; in English with a capital, for a court sat too. */
export function readWeekdays(text: string, language: string): readonly Weekday[] {
  const names = namesFor(language);
  if (names === undefined) return [];
  return [...text.matchAll(names.pattern)].map(({ 0: name, index }) => ({
    span: { start: index, end: index + name.length },
    day: wayOf(names, name)?.day ?? 0,
  }));
}

/** Another day in the way that one is written: Wed for Mon, 周三 for 周一. */
export function weekdayLike(written: string, day: number, language: string): string {
  const names = namesFor(language);
  if (names === undefined) return written;
  const name = wayOf(names, written)?.names[day - 1] ?? written;
  return names.ways.has(written) ? name : name.toUpperCase();
}

function wayOf({ ways }: Names, written: string) {
  return ways.get(written) ?? ways.get(written.charAt(0) + written.slice(1).toLowerCase());
}
