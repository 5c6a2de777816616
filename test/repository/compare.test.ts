import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { type Folder, makeFolder } from '../cli/folder.js';
import { type Batch, batchOf, type Row } from '../compare/batch.js';
import { compare, comparisonText, differencesOf } from '../compare/compare.js';

const root = join(import.meta.dirname, '../..');
const core = join(root, 'server/dist/index.js');
const once = { rounds: 1, milliseconds: 0 };

describe('npm run compare', () => {
  let folder: Folder;
  let batch: Batch;

  before(async () => {
    folder = makeFolder({
      'a/plumbline.yaml': 'packs: [sea]\nreport: note\n',
      'a/packs/sea/pack.yaml':
        'name: sea\nlanguages: [en]\nterms:\n  turbine:\n    preferred: {en: sea turbine}\n    deprecated: {en: [sea windmill]}\n',
      'a/right.md': 'A sea turbine.\n',
      'a/wrong.md': '\uFEFF# Sea\r\n\r\nTwo sea windmills.\r\n',
      'b/shipped.md': '2022年，国内生产总值为121.0万亿元。\n',
      'uk-clean-power-more.yml':
        'examples:\n  - rule: metric-value\n    wrong:\n      - Public charge points rose from 53,677 in 2023 to 81,020 in 2024.\n    right:\n      - text: Nothing.\n        date: 2024-05-01\n',
      'notes.yml': 'wrong: [A sea windmill.]\n',
    });
    batch = await batchOf(folder.path);
  });
  after(() => folder.remove());

  it('reads Markdown with the settings and packs of its plumbline.yaml, and the lines of fixtures with theirs', () => {
    assert.deepEqual(
      batch.reports.map(({ name, text, settings: { date, report } }) => ({ name, text, date, report })),
      [
        { name: 'a/right.md', text: 'A sea turbine.\n', date: '2023-10-10', report: 'note' },
        { name: 'a/wrong.md', text: '# Sea\r\n\r\nTwo sea windmills.\r\n', date: '2023-10-10', report: 'note' },
        { name: 'b/shipped.md', text: '2022年，国内生产总值为121.0万亿元。\n', date: '2023-10-10', report: undefined },
        {
          name: 'uk-clean-power-more.yml:4',
          text: 'Public charge points rose from 53,677 in 2023 to 81,020 in 2024.',
          date: '2025-05-31',
          report: undefined,
        },
        { name: 'uk-clean-power-more.yml:6', text: 'Nothing.', date: '2024-05-01', report: undefined },
      ],
    );
    assert.equal(batch.vocabularies.length, 3);
  });

  it('finds no difference between a build and itself, and measures both', () => {
    const { differences, rows, cpu } = compare({ old: core, new: core }, batch, once);
    assert.deepEqual([...differences], []);
    assert.deepEqual(rows.old, rows.new);
    assert.ok(rows.new.some(({ kind, says, at }) => kind === 'finding' && /sea windmills/.test(says) && at[0] === 3));
    assert.ok(rows.new.some(({ kind, says }) => kind === 'claim' && /gdp .*2022 .*holds/.test(says)));
    assert.ok(cpu.old.first > 0 && cpu.new.first > 0);
  });

  it('shows what only one of two builds has, at its place', () => {
    const changed = makeFolder({
      'core.mjs': `export * from ${JSON.stringify(pathToFileURL(core).toString())};
import { claimsOf as claims, lintReport as lint } from ${JSON.stringify(pathToFileURL(core).toString())};
export const lintReport = (report) => lint(report).filter(({ rule }) => rule !== 'term-deprecated');
export const claimsOf = (report, locale) => claims(report, locale).map((claim) => ({ ...claim, verdict: 'unknown' }));
`,
    });
    const comparison = compare({ old: core, new: join(changed.path, 'core.mjs') }, batch, once);
    changed.remove();
    const text = comparisonText(comparison);
    assert.match(text, /^a\/wrong\.md\n {2}- 3:5-3:18 warning term-deprecated: /m);
    assert.match(text, /^b\/shipped\.md\n {2}- 1:.* claim: .*gdp .* holds .*\n {2}\+ 1:.* claim: .*gdp .* unknown /m);
    assert.doesNotMatch(text, /right\.md|Nothing/);
    assert.match(text, /^findings .*\(1 only old, 0 only new\)$/m);
  });

  it('counts what is said twice', () => {
    const row: Row = { kind: 'finding', at: [1, 1, 1, 2], says: 'one' };
    assert.deepEqual(differencesOf([row, row], [row]), [{ ...row, only: 'old' }]);
    assert.deepEqual(differencesOf([row], [row, { ...row, says: 'two' }]), [{ ...row, says: 'two', only: 'new' }]);
  });

  it('ends with 2 for a revision that is not there, and says which', () => {
    const run = spawnSync(
      process.execPath,
      ['--import=tsx', 'test/compare/run.ts', 'no-such-ref', '--rounds', '1', folder.path],
      { cwd: root, encoding: 'utf8' },
    );
    assert.equal(run.status, 2);
    assert.match(run.stderr, /no-such-ref/);
  });
});
