import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ReportSettings } from '../../server/src/core/index.js';
import { claimsText } from './canonical.js';
import { firstRunOf } from './first-run.js';
import { alarmsIn, foundText, isOfRecord, isRead, packAlone, readLine } from './read-line.js';
import { type Measured, rateOf, type Share, Tally } from './tally.js';

/** A line of a round, marked before it was run: one of `right`, `wrong` and `trap`. All are Markdown. */
export interface RoundLine {
  readonly id: string;
  readonly language: string;
  readonly right?: string;
  /** The right line with one mistake. */
  readonly slip?: string;
  readonly wrong?: string;
  /** The rule that is to find the slip or the mistake. */
  readonly rule?: string;
  /** A line in which a number looks like a record's and is not. */
  readonly trap?: string;
  readonly why?: string;
  /** The day of the report, the type of report and the region, where they are not the pack's own. */
  readonly date?: string;
  readonly type?: string;
  readonly region?: string;
  /** False for a right line that states nothing on record. */
  readonly fact?: boolean;
}

/** The rounds in a folder, in their order: `<n>-<field>/` with `pack/` and `lines.yml`. */
export function roundsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'lines.yml')))
    .sort((a, b) => numberOf(a) - numberOf(b) || (a < b ? -1 : 1));
}

export function numberOf(round: string): number {
  return Number.parseInt(round, 10);
}

/** The figures of issue 15, in its order. */
const rows = {
  read: 'right lines read',
  wrong: 'wrong lines by the right rule',
  wrongAny: 'wrong lines by any rule',
  slip: 'slips by the right rule',
  slipAny: 'slips by any rule',
  alarm: 'alarms on right lines',
  trap: 'traps flagged',
} as const;

/** (e) A round: a pack of another field with lines that nobody who mends the reader had seen before its first run. */
export async function measureRound(folder: string, name: string): Promise<Measured> {
  const tally = new Tally('rounds');
  const { vocabulary, settings } = await packAlone(join(folder, name, 'pack'));
  const lines = parse(readFileSync(join(folder, name, 'lines.yml'), 'utf8')) as readonly RoundLine[];
  const add = (row: keyof typeof rows, language: string, isHit: boolean) => {
    tally.add(name, rows[row], language, isHit);
    tally.add(name, rows[row], 'all', isHit);
  };
  for (const row of Object.keys(rows) as (keyof typeof rows)[]) tally.count(name, rows[row], 'all', 0, 0);
  for (const { id, language, right, slip, wrong, trap, rule, why, fact, date, type, region } of lines) {
    const own: ReportSettings = {
      ...settings,
      language,
      ...(date !== undefined && { date: String(date), isDateTold: true }),
      ...(type !== undefined && { report: type }),
      ...(region !== undefined && { region }),
    };
    const miss = (what: string, text: string, expected: string, found: string) =>
      tally.miss({ set: name, id: `${id} ${what}`, text, expected, found });
    if (right !== undefined) {
      const reading = readLine(right, vocabulary, own);
      const alarms = alarmsIn(reading);
      add('alarm', language, alarms.length > 0);
      if (alarms.length > 0) miss('right', right, 'nothing', foundText({ findings: alarms }));
      if (fact !== false && (rule === undefined || isOfRecord(rule))) {
        const read = isRead(reading, rule);
        add('read', language, read);
        if (!read) miss('right', right, 'read, and borne out by the record', claimsText(reading));
      }
    }
    for (const [text, what, exactly, any] of [
      [slip, 'slip', 'slip', 'slipAny'],
      [wrong, 'wrong', 'wrong', 'wrongAny'],
    ] as const) {
      if (text === undefined) continue;
      const reading = readLine(text, vocabulary, own);
      const isRight = reading.findings.some((finding) => finding.rule === rule);
      add(exactly, language, isRight);
      add(any, language, isRight || alarmsIn(reading).length > 0);
      if (!isRight) miss(what, text, rule ?? 'no rule is named', foundText(reading));
    }
    if (trap !== undefined) {
      const alarms = alarmsIn(readLine(trap, vocabulary, own));
      add('trap', language, alarms.length > 0);
      if (alarms.length > 0) miss('trap', trap, `nothing: ${why ?? ''}`, foundText({ findings: alarms }));
    }
  }
  return tally.measured;
}

/**
 * A table in Markdown: each round at its first run and now, and the last three first runs together.
 * @param now the figures of this work tree
 */
export function roundsTable(folder: string, names: readonly string[], now: readonly Share[]): string {
  const first = new Map(names.map((name) => [name, firstRunOf(join(folder, name))]));
  const last = names.flatMap((name) => first.get(name)?.shares ?? []);
  const withRun = names.filter((name) => first.get(name) !== undefined).slice(-3);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cellsOf = (shares: readonly Share[]) =>
    Object.values(rows).map((what) => {
      const own = shares.filter((share) => share.what === what && share.language === 'all');
      const sum = (key: 'count' | 'of') => own.reduce((total, share) => total + share[key], 0);
      return sum('of') === 0 ? '' : rateOf({ count: sum('count'), of: sum('of') });
    });
  return [
    line(['round', 'run', ...Object.values(rows)]),
    line(Array.from({ length: 2 + Object.keys(rows).length }, () => '---')),
    ...names.flatMap((name) => {
      const run = first.get(name);
      const rest = line([name, 'now', ...cellsOf(now.filter(({ set }) => set === name))]);
      if (run === undefined) return [rest];
      return [line([name, `first: ${run.day}, ${run.commit.slice(0, 7)}`, ...cellsOf(run.shares)]), rest];
    }),
    ...(withRun.length === 3
      ? [line(['last three', 'first', ...cellsOf(last.filter(({ set }) => withRun.includes(set)))])]
      : []),
  ].join('\n');
}
