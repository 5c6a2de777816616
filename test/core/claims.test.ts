import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'mocha';
import { parse } from 'yaml';
import {
  allRules,
  findingMessage,
  lintReport,
  mergePacks,
  type ReportSettings,
  readReport,
  type Vocabulary,
} from '../../server/src/core/index.js';
import {
  claimsFiles,
  type MadeUpSource,
  madeUpFor,
  type PackName,
  packFolders,
  packFromDisk,
  packOfSources,
  readPackFrom,
  vocabularyOf,
} from './packs.js';

/** A line of test/fixtures/claims, whose top comment is the contract. */
type Line = string | ({ readonly text: string } & ReportSettings);

interface Claims {
  readonly examples: readonly {
    readonly rule: string;
    readonly severity: string;
    /** Texts made up for the entry, which the harness adds to the pack for it alone; a note where it is no list. */
    readonly sources?: unknown;
    readonly wrong: readonly Line[];
    readonly right: readonly Line[];
  }[];
  readonly neverFlag: readonly Line[];
}

/** The default context of each file, as its top comment gives it. */
const contexts: Readonly<Record<PackName, ReportSettings>> = {
  'new-industrialization': { date: '2023-10-10', region: 'CN' },
  'uk-clean-power': { date: '2025-05-31', region: 'GB' },
};

function vocabularyFor(pack: PackName, rule: string, sources: unknown): Vocabulary {
  const addition = pack === 'new-industrialization' ? madeUpFor[rule] : undefined;
  const added = [
    ...(addition === undefined ? [] : [readPackFrom({ 'pack.yaml': addition })]),
    ...(Array.isArray(sources) ? [packOfSources(sources as MadeUpSource[])] : []),
  ];
  return added.length === 0 ? vocabularyOf(pack) : mergePacks([packFromDisk(pack), ...added]).vocabulary;
}

function findingsOf(pack: PackName, line: Line, vocabulary = vocabularyOf(pack)) {
  const { text, ...settings } = typeof line === 'string' ? { text: line } : line;
  const report = readReport(text, vocabulary, { ...contexts[pack], ...settings });
  return { report, findings: lintReport(report) };
}

function shown(findings: ReturnType<typeof findingsOf>['findings']): string {
  return findings.map((finding) => `${finding.rule}: ${findingMessage(finding, 'en')}`).join('\n');
}

const table: string[] = [];
const rules = new Set(allRules.map(({ id }) => id));

for (const pack of Object.keys(packFolders) as PackName[]) {
  const files = claimsFiles(pack).map((path) => parse(readFileSync(path, 'utf8')) as Partial<Claims>);
  const claims: Claims = {
    examples: files.flatMap(({ examples = [] }) => examples),
    neverFlag: files.flatMap(({ neverFlag = [] }) => neverFlag),
  };

  describe(`claims about ${pack}`, () => {
    for (const { rule, severity, sources, wrong, right } of claims.examples) {
      if (!rules.has(rule)) continue;
      const vocabulary = vocabularyFor(pack, rule, sources);
      const count = { wrong: [0, 0], right: [0, 0] };
      const inHan = (line: Line) => Number(/\p{Script=Han}/u.test(typeof line === 'string' ? line : line.text));

      describe(`${rule}, ${severity}`, () => {
        for (const line of wrong) {
          it(`finds ${label(line)}`, () => {
            const { findings } = findingsOf(pack, line, vocabulary);
            const own = findings.filter((finding) => finding.rule === rule);
            assert.ok(own.length > 0, `nothing was found; ${shown(findings)}`);
            assert.ok(
              own.some((finding) => finding.severity === severity),
              `found as ${own.map((finding) => finding.severity)}`,
            );
            count.wrong[inHan(line)] = (count.wrong[inHan(line)] ?? 0) + 1;
          });
        }
        for (const line of right) {
          it(`leaves ${label(line)}`, () => {
            const { findings } = findingsOf(pack, line, vocabulary);
            assert.equal(shown(findings.filter((finding) => finding.rule === rule)), '');
            count.right[inHan(line)] = (count.right[inHan(line)] ?? 0) + 1;
          });
        }
        after(() => {
          const total = (lines: readonly Line[], han: number) => lines.filter((line) => inHan(line) === han).length;
          const cell = (kind: 'wrong' | 'right', lines: readonly Line[], han: number) =>
            `${count[kind][han]}/${total(lines, han)}`.padStart(6);
          table.push(
            `${pack.padEnd(23)}${rule.padEnd(24)}${cell('wrong', wrong, 0)}${cell('right', right, 0)}${cell('wrong', wrong, 1)}${cell('right', right, 1)}`,
          );
        });
      });
    }

    for (const line of claims.neverFlag) {
      it(`never flags ${label(line)}`, () => {
        const { findings } = findingsOf(pack, line);
        const spoken = findings.filter(({ rule }) => rule !== 'metric-unsourced' && rule !== 'acronym-undefined');
        assert.equal(shown(spoken), '');
      });
    }
  });
}

after(() => {
  console.log(`\n${'pack'.padEnd(23)}${'rule'.padEnd(24)}English       Chinese`);
  console.log(`${''.padEnd(47)} wrong right wrong right`);
  for (const row of table) console.log(row);
});

function label(line: Line): string {
  const text = typeof line === 'string' ? line : line.text;
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 70 ? `${flat.slice(0, 70)}…` : flat;
}
