import type { Span } from '../text/span.js';
import { languageTables } from './words.js';

/** A day of the week as written. */
export interface Weekday {
  readonly span: Span;
  /** 1 for Monday to 7 for Sunday. */
  readonly day: number;
}

/** Each way to write a day, with the names of all seven in that way. */
const ways = new Map<string, { readonly names: readonly string[]; readonly day: number }>();
for (const names of languageTables.flatMap(({ weekdays }) => weekdays)) {
  for (const [index, name] of names.entries()) if (!ways.has(name)) ways.set(name, { names, day: index + 1 });
}

const isSpaced = (name: string) => /^[a-z]/i.test(name);
const longestFirst = [...ways.keys()].sort((a, b) => b.length - a.length);
const spaced = longestFirst.filter(isSpaced);
/** In capitals a short one is something else: SAT. */
const inCapitals = spaced.filter((name) => name.length > 5).map((name) => name.toUpperCase());
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...spaced, ...inCapitals].join('|')})(?![\\p{L}\\p{N}])|${longestFirst.filter((name) => !isSpaced(name)).join('|')}`,
  'gu',
);

/** The days of the week in a text, in its order; in English with a capital, for a court sat too. */
export function readWeekdays(text: string): readonly Weekday[] {
  return [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
    span: { start: index, end: index + name.length },
    day: wayOf(name)?.day ?? 0,
  }));
}

/** Another day in the way that one is written: Wed for Mon, 周三 for 周一. */
export function weekdayLike(written: string, day: number): string {
  const name = wayOf(written)?.names[day - 1] ?? written;
  return ways.has(written) ? name : name.toUpperCase();
}

function wayOf(written: string) {
  return ways.get(written) ?? ways.get(written.charAt(0) + written.slice(1).toLowerCase());
}
