import assert from 'node:assert/strict';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';
import { makeRepository, packText, publishByGit } from './team.js';

interface Compared {
  readonly path: string;
  readonly what: string;
  readonly before: { readonly severity: string } | null;
  readonly after: { readonly severity: string } | null;
}

describe('plumbline pack diff', () => {
  let folder: Folder;
  const diff = (...args: string[]) => plumbline(['pack', 'diff', ...args], { cwd: folder.path });
  beforeEach(() => {
    folder = makeFolder({
      'old/pack.yaml': packText('health', '1.0.0', 'ward'),
      'new/pack.yaml': `${packText('health', '1.1.0', 'clinic')}  ward: {preferred: ward, deprecated: [quay ward]}\n`,
      'packs/other/pack.yaml': packText('other', '1.0.0', 'thing'),
      'r.md': '# A\n\nA quay ward, a quay clinic and a quay thing.\n',
    });
  });
  afterEach(() => folder.remove());

  it('names entries and the findings that appear, vanish and change, beside the other packs of the config', async () => {
    folder.write('plumbline.yaml', 'packs: [./old/health, other]\n');
    const { code, stdout, stderr } = await diff('old', 'new', 'r.md');
    assert.deepEqual(
      [code, stderr, stdout],
      [
        0,
        '',
        [
          'health 1.0.0 → 1.1.0',
          '+ terms/clinic  shore clinic  (added)',
          '~ terms/ward  ward  (changed)',
          '    preferred: shore ward → ward',
          '    - deprecated[quay ward].level: error',
          '',
          'r.md',
          '  ~ 3:3  changes  error → warning  “quay ward” is a deprecated form; write “shore ward” → “quay ward” is a deprecated form; write “ward”  term-deprecated',
          '  + 3:16  appears  error  “quay clinic” is a deprecated form; write “shore clinic”  term-deprecated',
          '',
          'Findings: 1 appears, 0 vanish, 1 changes',
          '',
        ].join('\n'),
      ],
    );
    const back = await diff('new', 'old/pack.yaml', 'r.md', '--locale', 'zh');
    assert.match(back.stdout, /- terms\/clinic {2}shore clinic {2}（删除）/);
    assert.match(back.stdout, /\n {2}- 3:16 {2}消失 {2}错误 /);
    assert.match(back.stdout, /问题：新增0处，消失1处，改变1处\n$/);
  });

  it('is as exact in JSON', async () => {
    const { stdout } = await diff('old', 'new', 'r.md', '--format', 'json');
    const { version, pack, entries, findings } = JSON.parse(stdout);
    assert.deepEqual([version, pack], [1, { name: 'health', before: '1.0.0', after: '1.1.0' }]);
    assert.deepEqual(entries.added, [{ entry: 'terms/clinic', name: 'shore clinic', changes: [] }]);
    assert.deepEqual(
      findings.map(({ path, what, before, after }: Compared) => [path, what, before?.severity, after?.severity]),
      [
        ['r.md', 'changes', 'error', 'warning'],
        ['r.md', 'appears', undefined, 'error'],
      ],
    );
  });

  it('takes a pack of the config by its name, and a version that is fetched', async () => {
    const { bare, work } = makeRepository(folder);
    folder.write('work/pack.yaml', packText('health', '2.0.0', 'bed'));
    publishByGit(work, 'v2');
    folder.write('packs/health/pack.yaml', packText('health', '1.0.0', 'ward'));
    folder.write('plumbline.yaml', 'packs: [health]\n');
    const { code, stdout, stderr } = await diff('health', `git+file://${bare}#v2`, 'r.md');
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^health 1\.0\.0 → 2\.0\.0\n\+ terms\/bed/);
    assert.match(stdout, /- 3:3 {2}vanishes/);
    assert.equal(folder.read('plumbline.yaml'), 'packs: [health]\n');
    folder.write('work/pack.yaml', packText('health', '3.0.0', 'nurse'));
    publishByGit(work, 'v3');
    folder.write('plumbline.yaml', `packs: [health]\ndependencies: {health: 'git+file://${bare}#v2'}\n`);
    const named = await diff('health@v2', 'health@v3');
    assert.match(named.stdout, /^health 2\.0\.0 → 3\.0\.0\n\+ terms\/nurse/);
  });

  it('says in a line what it cannot compare', async () => {
    for (const [args, said] of [
      [['old', 'packs/other'], /“health” and “other” are two packs/],
      [['old', 'none'], /“none” is no folder with a pack and no pack of plumbline\.yaml/],
      [['old', 'new', 'none.md'], /^none\.md: error No such file/],
      [['old', './none'], /no such folder|none/],
    ] as const) {
      const { code, stderr } = await diff(...args);
      assert.equal(code, 2);
      assert.match(stderr, said);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    }
    const { stdout } = await diff('old', 'old', 'r.md');
    assert.equal(stdout, 'health 1.0.0 → 1.0.0\nThe same entries in both.\n\nThe same findings with both.\n');
  });
});
