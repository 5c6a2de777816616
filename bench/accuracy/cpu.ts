import { allRules, lintReport, readReport } from '../../server/src/core/index.js';
import { type PackAlone, rulesOfClaims } from './read-line.js';

/** Milliseconds of CPU time for each kB of UTF-8, warm: a report read and linted, with and without the rules of claims. */
export interface ClaimsCpu {
  readonly with: number;
  readonly without: number;
  readonly added: number;
}

const off = Object.fromEntries(allRules.flatMap(({ id }) => (rulesOfClaims.test(id) ? [[id, 'off' as const]] : [])));

/** CPU time of both ways before the first that counts, in milliseconds: the code is compiled by then. */
const warmUp = 6000;

/**
 * What statements add to a lint. Both ways are run in turn, text by text, so that what else the machine does meets both
 * alike; each is the median of its rounds, once the code is warm.
 */
export function measureCpu(texts: readonly string[], { vocabulary, settings }: PackAlone, rounds = 9): ClaimsCpu {
  const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000;
  const run = (round: number) => {
    const spent = { with: 0, without: 0 };
    for (const text of texts) {
      for (const way of round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
        const before = process.cpuUsage();
        lintReport(readReport(text, vocabulary, { ...settings, ...(way === 'without' && { rules: off }) }));
        const { user, system } = process.cpuUsage(before);
        spent[way] += (user + system) / 1000;
      }
    }
    return spent;
  };
  for (let spent = 0, round = 0; spent < warmUp; round++) {
    const { with: all, without: none } = run(round);
    spent += Math.max(all + none, 1);
  }
  const spent = Array.from({ length: rounds }, (_, round) => run(round));
  const [all, none] = (['with', 'without'] as const).map(
    (way) => median(spent.map((each) => each[way])) / kilobytes,
  ) as [number, number];
  return { with: all, without: none, added: all - none };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
