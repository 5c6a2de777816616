import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { allRules, type Finding, findingMessage } from '../../server/src/core/index.js';
import { allClaims, type Example, type Line, languageOf } from './claims.js';

const rules = new Set(allRules.map(({ id }) => id));
const columns = ['en wrong', 'en right', 'zh wrong', 'zh right'] as const;

/** How many lines hold, and how many were tried, by pack, rule and column. */
const table = new Map<string, Map<string, Record<string, [held: number, all: number]>>>();

for (const { pack, examples, neverFlag, findingsIn } of allClaims) {
  const rows = new Map<string, Record<string, [number, number]>>();
  table.set(pack, rows);

  describe(`claims about ${pack}`, () => {
    for (const { rule, severity, wrong, right, findingsIn } of examples as readonly Example[]) {
      if (!rules.has(rule)) continue;

      /** A test of one line, counted in the table. */
      const test = (kind: 'wrong' | 'right', title: string, line: Line, check: (found: readonly Finding[]) => void) => {
        const row = rows.get(rule) ?? Object.fromEntries(columns.map((column) => [column, [0, 0]]));
        rows.set(rule, row as Record<string, [number, number]>);
        const cell = row[`${languageOf(line)} ${kind}`] as [number, number];
        it(`${title} ${label(line)}`, () => {
          cell[1]++;
          check(findingsIn(line));
          cell[0]++;
        });
      };

      describe(`${rule}, ${severity}`, () => {
        for (const line of wrong) {
          test('wrong', 'finds', line, (findings) => {
            const own = findings.filter((finding) => finding.rule === rule);
            assert.ok(own.length > 0, `nothing was found; ${shown(findings)}`);
            assert.ok(
              own.some((finding) => finding.severity === severity),
              `found as ${own.map((finding) => finding.severity)}`,
            );
          });
        }
        for (const line of right) {
          test('right', 'leaves', line, (findings) => {
            assert.equal(shown(findings.filter((finding) => finding.rule === rule)), '');
          });
        }
      });
    }

    for (const line of neverFlag) {
      it(`never flags ${label(line)}`, () => {
        const spoken = findingsIn(line).filter(
          ({ rule }) => rule !== 'metric-unsourced' && rule !== 'acronym-undefined',
        );
        assert.equal(shown(spoken), '');
      });
    }
  });
}

after(() => {
  for (const [pack, rows] of table) {
    console.log(`\n${pack.padEnd(25)}${columns.map((column) => column.padStart(10)).join('')}`);
    const total = columns.map((column) => sum([...rows.values()].map((row) => row[column] as [number, number])));
    for (const [rule, row] of rows) {
      if (columns.every((column) => row[column]?.[1] === 0)) continue;
      console.log(
        line(
          rule,
          columns.map((column) => row[column] as [number, number]),
        ),
      );
    }
    console.log(line('all', total));
  }

  function line(name: string, cells: readonly (readonly [number, number])[]): string {
    return `${name.padEnd(25)}${cells.map(([held, all]) => `${held}/${all}`.padStart(10)).join('')}`;
  }

  function sum(cells: readonly (readonly [number, number])[]): readonly [number, number] {
    return [cells.reduce((held, [one]) => held + one, 0), cells.reduce((all, [, one]) => all + one, 0)];
  }
});

function shown(findings: readonly Finding[]): string {
  return findings.map((finding) => `${finding.rule}: ${findingMessage(finding, 'en')}`).join('\n');
}

function label(line: Line): string {
  const text = typeof line === 'string' ? line : line.text;
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 70 ? `${flat.slice(0, 70)}…` : flat;
}
