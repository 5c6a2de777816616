import assert from 'node:assert/strict';
import { allRules } from '../../server/src/core/index.js';
import { type Folder, makeFolder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

describe('plumbline list', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour({
      'plumbline.yaml': 'packs: [./packs/harbour]\nrules: {term-deprecated: error, task-missing: off}\n',
    });
  });
  after(() => folder.remove());
  const run = (...args: string[]) => plumbline(['list', ...args], { cwd: folder.path });
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--format', 'json')).stdout);

  it('rules, with the level that the config gives them', async () => {
    const { code, stdout, stderr } = await run('rules');
    assert.deepEqual([code, stderr], [0, '']);
    const rows = stdout.trimEnd().split('\n');
    assert.deepEqual(
      rows.map((row) => row.split(' ')[0]),
      allRules.map(({ id }) => id),
    );
    assert.match(stdout, /^term-deprecated +error \(config\) +Finds a form that a pack lists as deprecated/m);
    assert.match(stdout, /^task-missing +off \(config\) +Finds the key tasks/m);
    assert.match(stdout, /^section-empty +warning +Finds a section/m);
    const { version, rules } = await json('rules');
    assert.equal(version, 1);
    assert.deepEqual(
      rules.find(({ id }: { id: string }) => id === 'task-missing'),
      {
        id: 'task-missing',
        severity: 'warning',
        level: 'off',
        finds: 'Finds the key tasks that the report owes and does not name in any of their forms.',
      },
    );
  });

  it('rules in Chinese, with the first sentence of the page in Chinese', async () => {
    const { stdout } = await run('rules', '--locale', 'zh');
    assert.match(stdout, /^term-deprecated +错误（配置） +查出词库列为deprecated的写法，[^。]+。$/m);
    for (const row of stdout.trimEnd().split('\n')) assert.match(row, /\p{Script=Han}.*。$/u);
  });

  it('entries under their pack and kind, aligned', async () => {
    const { stdout } = await run('entries');
    assert.equal(
      stdout,
      `harbour/sources
  gazette  Harbour Gazette

harbour/terms
  shore-power  shore power · 岸电
  berth-fee    berth fee
  pilotage     pilotage

harbour/reports
  bulletin  port bulletin
  note      port note
`,
    );
  });

  it('entries of one kind, with their places', async () => {
    const { entries } = await json('entries', '--kind', 'terms');
    assert.deepEqual(entries[0], {
      entry: 'harbour/terms/shore-power',
      pack: 'harbour',
      kind: 'terms',
      id: 'shore-power',
      names: { en: 'shore power', zh: '岸电' },
      status: 'verified',
      path: 'packs/harbour/pack.yaml',
      line: 10,
    });
    assert.equal(entries.length, 3);
    assert.equal((await run('entries', '--kind', 'people')).stdout, 'Nothing to list.\n');
  });

  it('report types with their sections', async () => {
    const { stdout } = await run('reports');
    assert.match(stdout, /^harbour\/reports\/bulletin {2}port bulletin\n {2}sections {2}Tides \(required\)\n/);
    const { reports } = await json('reports');
    assert.deepEqual(reports[0].sections, [{ id: 'tides', required: true, heading: { en: ['Tides'] } }]);
    assert.equal(reports[0].tasks, null);
  });

  it('sources with date and publisher', async () => {
    assert.equal(
      (await run('sources')).stdout,
      'harbour/sources\n  gazette  2024-01-15  Port Office: Harbour Gazette\n',
    );
    const { sources } = await json('sources', '--pack', 'new-industrialization');
    assert.ok(sources.length > 10);
    assert.ok(sources.every(({ pack, title }: { pack: string; title: object }) => pack && Object.keys(title).length));
  });

  it('works without a config, on the packs that ship', async () => {
    const bare = makeFolder();
    const { stdout } = await plumbline(['list', 'reports'], { cwd: bare.path });
    assert.match(stdout, /^new-industrialization\/reports\//);
    bare.remove();
  });

  it('speaks Chinese', async () => {
    const { stdout } = await run('reports', '--locale', 'zh');
    assert.match(stdout, /\n {2}章节 {2}Tides（必有）\n/);
  });

  const wrong: [string[], string][] = [
    [['entries', '--kind', 'term'], '--kind term: no such kind (Did you mean terms?)'],
    [['rules', '--kind', 'terms'], '--kind goes with entries: plumbline list entries --kind <kind>'],
    [['entries', '--config', 'none.yaml'], '--config none.yaml: No such file or folder.'],
  ];
  for (const [args, message] of wrong) {
    it(`${args.join(' ')} is wrong usage`, async () => {
      assert.deepEqual(await run(...args), { code: 2, stdout: '', stderr: `plumbline: ${message}\n` });
    });
  }

  it('fails where a pack is lost', async () => {
    const { code, stderr } = await run('entries', '--pack', 'gone');
    assert.match(stderr, /^plumbline: --pack gone: No such pack/);
    assert.equal(code, 2);
  });
});
