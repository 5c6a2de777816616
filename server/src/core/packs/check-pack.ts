import { type Merge, mergePacks } from '../vocabulary/merge-packs.js';
import { inOrder, type Problem } from '../vocabulary/problem.js';
import { type PackReading, readPackSource } from '../vocabulary/read-pack.js';
import { CheckContext, othersThan, type PackSurroundings } from './check-context.js';
import { checkCycles } from './check-cycles.js';
import { checkDates } from './check-dates.js';
import { checkDependencies } from './check-dependencies.js';
import { checkForms } from './check-forms.js';
import { checkReports } from './check-reports.js';
import { checkRoles } from './check-roles.js';
import { checkSeries } from './check-series.js';
import { checkSnippets } from './check-snippets.js';
import { checkStatements } from './check-statements.js';
import { checkMeasures, checkNames } from './check-units.js';

const checks: readonly ((context: CheckContext) => void)[] = [
  checkDependencies,
  checkForms,
  checkSeries,
  checkNames,
  checkMeasures,
  checkRoles,
  checkDates,
  checkCycles,
  checkReports,
  checkSnippets,
  checkStatements,
];

/**
 * All that can be said of a pack: what `readPack` says, and what only shows when its entries are held against each
 * other, against the packs that it rests on and the day. Problems stand in the order of files and places.
 */
export function checkPack(files: ReadonlyMap<string, string>, surroundings: PackSurroundings = {}): PackReading {
  const source = readPackSource(files);
  if (source.pack === undefined) return { pack: undefined, problems: source.problems, kept: [] };
  const merge = mergePacks([...othersThan(source.pack, surroundings), source.pack]);
  const context = new CheckContext(source.pack, surroundings, merge);
  for (const check of checks) check(context);
  const merging = merge.problems.filter(({ pack }) => pack === source.pack?.name);
  const problems = [...source.problems, ...merging.map(({ pack: _, ...problem }) => problem), ...context.problems];
  return { pack: source.pack, problems: inOrder(problems), kept: [] };
}

/** What the packs in force name that nobody knows: units and regions. A `Merge` already tells of the rest. */
export function checkNamesInForce(merge: Merge): readonly (Problem & { readonly pack: string })[] {
  const { packs } = merge.vocabulary;
  return packs.flatMap((pack) => {
    const context = new CheckContext(pack, { others: packs }, merge);
    checkNames(context);
    return context.problems.map((problem) => ({ ...problem, pack: pack.name }));
  });
}
