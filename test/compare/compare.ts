import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Answer, Batch, Row } from './batch.js';

/** A row that only one of the two revisions has. */
export interface Difference extends Row {
  readonly only: 'old' | 'new';
}

export interface Comparison {
  /** By the name of the report; none for one of which both say the same. */
  readonly differences: ReadonlyMap<string, readonly Difference[]>;
  readonly rows: { readonly old: readonly Row[]; readonly new: readonly Row[] };
  /** The median of the rounds, in milliseconds of CPU time. */
  readonly cpu: { readonly old: Answer['cpu']; readonly new: Answer['cpu'] };
}

/** The built core of each revision: paths of files to import. */
export interface Cores {
  readonly old: string;
  readonly new: string;
}

export interface Measuring {
  /** How often each is measured, from 1. */
  readonly rounds: number;
  /** Of CPU time that a process reads for at the least, so that its code becomes warm. */
  readonly milliseconds?: number;
  progress?(step: string): void;
}

/**
 * Lets two revisions read a batch in turn, each time in a process of its own, so that what else the machine does meets
 * both alike and neither warms the other.
 * @throws {Error} where a process fails, with what it said
 */
export function compare(
  cores: Cores,
  batch: Batch,
  { rounds, milliseconds = 1000, progress = () => {} }: Measuring,
): Comparison {
  const input = JSON.stringify(batch);
  const answers: Record<keyof Cores, Answer[]> = { old: [], new: [] };
  for (let round = 1; round <= rounds; round++) {
    for (const side of round % 2 === 1 ? (['old', 'new'] as const) : (['new', 'old'] as const)) {
      progress(`round ${round} of ${rounds}, ${side}`);
      answers[side].push(readWith(cores[side], input, milliseconds, round === 1));
    }
  }
  const [old, now] = [answers.old[0]?.rows ?? [], answers.new[0]?.rows ?? []];
  const differences = batch.reports.map(({ name }, i) => [name, differencesOf(old[i] ?? [], now[i] ?? [])] as const);
  return {
    differences: new Map(differences.filter(([, found]) => found.length > 0)),
    rows: { old: old.flat(), new: now.flat() },
    cpu: { old: medians(answers.old), new: medians(answers.new) },
  };
}

function readWith(core: string, input: string, milliseconds: number, withRows: boolean): Answer {
  const script = new URL('read.mjs', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, pathToFileURL(core).toString(), String(milliseconds), ...(withRows ? ['rows'] : [])],
    { input, encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  if (status !== 0) throw new Error(`${core}: ${stderr}`);
  return JSON.parse(stdout);
}

/** What only one of them says, in the order of the report; what both say as often is no difference. */
export function differencesOf(old: readonly Row[], now: readonly Row[]): readonly Difference[] {
  const keyOf = ({ kind, at, says }: Row) => JSON.stringify([kind, at, says]);
  const beyond = (rows: readonly Row[], others: readonly Row[]) => {
    const left = new Map<string, number>();
    for (const row of others) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
    return rows.filter((row) => {
      const count = left.get(keyOf(row)) ?? 0;
      left.set(keyOf(row), count - 1);
      return count <= 0;
    });
  };
  return [
    ...beyond(old, now).map((row) => ({ ...row, only: 'old' as const })),
    ...beyond(now, old).map((row) => ({ ...row, only: 'new' as const })),
  ].sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0) || (a.at[1] ?? 0) - (b.at[1] ?? 0));
}

function medians(answers: readonly Answer[]): Answer['cpu'] {
  const of = (stage: keyof Answer['cpu']) => median(answers.flatMap(({ cpu }) => cpu[stage] ?? []));
  const again = answers.every(({ cpu }) => cpu.again !== undefined);
  return { start: of('start'), packs: of('packs'), first: of('first'), ...(again && { again: of('again') }) };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** The comparison in words: what only one of them has (- the old, + the new), then counts and CPU time. */
export function comparisonText({ differences, rows, cpu }: Comparison): string {
  const lines: string[] = [];
  for (const [name, found] of differences) {
    lines.push(name);
    for (const { only, kind, at, says } of found) {
      const place = `${at[0]}:${at[1]}-${at[2]}:${at[3]}`;
      lines.push(
        `  ${only === 'old' ? '-' : '+'} ${place} ${kind === 'finding' ? '' : `${kind}: `}${says.replace(/\n/g, ' / ')}`,
      );
    }
  }
  if (lines.length > 0) lines.push('');
  const all = [...differences.values()].flat();
  for (const kind of ['finding', 'unread', 'claim'] as const) {
    const count = (of: readonly Row[]) => of.filter((row) => row.kind === kind).length;
    const only = (side: Difference['only']) => count(all.filter((difference) => difference.only === side));
    const name = { finding: 'findings', unread: 'parts unread', claim: 'claims' }[kind];
    lines.push(
      `${name.padEnd(14)}${count(rows.old)} → ${count(rows.new)}  (${only('old')} only old, ${only('new')} only new)`,
    );
  }
  lines.push('', `${'CPU, ms'.padEnd(16)}${'old'.padStart(9)}${'new'.padStart(9)}${'new/old'.padStart(9)}`);
  const stages = { start: 'loading', packs: 'packs', first: 'reports', again: 'reports, again' } as const;
  for (const stage of Object.keys(stages) as (keyof typeof stages)[]) {
    const [old, now] = [cpu.old[stage], cpu.new[stage]];
    if (old === undefined || now === undefined) continue;
    lines.push(
      `${stages[stage].padEnd(16)}${old.toFixed(0).padStart(9)}${now.toFixed(0).padStart(9)}${(now / old).toFixed(2).padStart(9)}`,
    );
  }
  return lines.join('\n');
}
