import assert from 'node:assert/strict';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

describe('a config that extends another, on the command line', () => {
  let folder: Folder;
  const run = (args: readonly string[], below = 'team') => plumbline(args, { cwd: `${folder.path}/${below}` });

  beforeEach(() => {
    folder = makeHarbour({
      'plumbline.yaml':
        'packs: [./packs/harbour]\nfiles: ["**/*.md"]\nrules: {term-deprecated: "off"}\noverrides: [{files: other/*.md, report: note}]\n',
      'team/plumbline.yaml': 'extends: ../plumbline.yaml\nrules: {task-missing: warning}\n',
      'team/en.md': '# News\n\nThe quay current.\n',
      'team/zh.md': '# 动态\n\n码头电。\n',
      'other/a.md': '# Other\n\nThe quay current.\n',
    });
  });
  afterEach(() => folder.remove());

  it('judges its reports by both, and says each problem of the base once, at its place', async () => {
    assert.deepEqual(await run(['check']), { code: 0, stdout: 'No findings in 2 files\n', stderr: '' });
    folder.write('team/plumbline.yaml', 'extends: ../plumbline.yaml\nrules: {term-deprecated: error}\n');
    const own = await run(['check']);
    assert.match(own.stdout, /“quay current”[\s\S]*“码头电”[\s\S]*2 findings/);
    folder.write('plumbline.yaml', 'packs: [./packs/harbour]\nrules: {term-depracated: off}\n');
    const all = await run(['check', '.'], '.');
    assert.equal(all.stderr.match(/plumbline\.yaml:2:9: error/g)?.length, 1, all.stderr);
    assert.equal(all.code, 2);
    const inside = await run(['check', '--locale', 'zh']);
    assert.ok(inside.stderr.startsWith(`${folder.path}/plumbline.yaml:2:9: `), inside.stderr);
  });

  it('says in explain which of the two turned a rule off, and where a setting comes from', async () => {
    folder.write('plumbline.yaml', 'packs: [./packs/harbour]\nregion: GB\nrules: {term-deprecated: "off"}\n');
    folder.write('team/plumbline.yaml', 'extends: ../plumbline.yaml\nlanguage: en\n');
    const { stdout } = await run(['explain', 'en.md:3']);
    const base = `${folder.path}/plumbline.yaml`;
    assert.ok(stdout.includes(`the rule is off in ${base}\n`), stdout);
    assert.ok(stdout.includes(`GB (${base})`), stdout);
    assert.match(stdout, /en \(plumbline\.yaml\)/);
  });

  it('lists the packs of the base, and adds none here, which would take those away', async () => {
    const listed = await run(['pack', 'list']);
    assert.ok(listed.stdout.startsWith(`${folder.path}/plumbline.yaml\n└─ harbour 1.0.0`), listed.stdout);
    folder.write('team/mine/pack.yaml', 'name: mine\nversion: 0.1.0\nlanguages: [en]\n');
    const { code, stderr } = await run(['pack', 'add', './mine']);
    assert.equal(code, 2);
    assert.ok(stderr.includes(`plumbline.yaml has its packs from ${folder.path}/plumbline.yaml`), stderr);
  });
});
