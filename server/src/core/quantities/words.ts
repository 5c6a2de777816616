import type { Comparator } from '../vocabulary/model.js';
import { Phrases, phrasesOf } from './phrases.js';
import { chinese } from './tables/chinese.js';
import { english } from './tables/english.js';
import type { LanguageTable } from './tables/language-table.js';

/** The languages that quantities are read in. Their scripts differ, so that all tables serve every text. */
export const languageTables: readonly LanguageTable[] = [english, chinese];

function merged<K extends string>(
  pick: (table: LanguageTable) => Readonly<Partial<Record<K, readonly string[]>>>,
): Phrases<K> {
  return new Phrases<K>(languageTables.flatMap((table) => phrasesOf<K>(pick(table))));
}

function set(pick: (table: LanguageTable) => readonly string[]): Phrases<true> {
  return new Phrases<true>(
    languageTables.flatMap((table) => pick(table).map((phrase): [string, true] => [phrase, true])),
  );
}

export const hedgesBefore = merged<Comparator>((table) => table.hedgesBefore);
export const hedgesAfter = merged<Comparator>((table) => table.hedgesAfter);
export const changesBefore = merged<'up' | 'down'>((table) => table.changesBefore);
export const changesAfter = merged<'up' | 'down'>((table) => table.changesAfter);
export const fillers = set((table) => table.fillers);
export const negations = set((table) => table.negations);
export const destinations = set((table) => table.destinations);
export const streaksBefore = set((table) => table.streaksBefore);
export const streaksAfter = set((table) => table.streaksAfter);
export const rangeBegins = set((table) => table.rangeBegins);
export const rangeJoins = set((table) => table.rangeJoins);
export const rangeJoinsBegun = set((table) => table.rangeJoinsBegun);
export const changeBegins = set((table) => table.changeBegins);
export const perWords = merged<string>((table) => table.per);
export const byWords = set((table) => table.by);
export const comparisons = set((table) => table.comparisons);
export const relativeYears = merged<string>((table) => table.relativeYears);
export const labels = set((table) => table.names.labels);
export const titles = set((table) => table.names.titles);
export const idioms = set((table) => table.names.idioms);
export const names = set((table) => table.names.names);
