import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { lockText } from '../../server/src/core/index.js';
import { loadWorkspace } from '../../server/src/workspace/load-workspace.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { workspaceProblemMessage } from '../../server/src/workspace/problem-message.js';
import { isExcluded, isListedReport, reportSettings } from '../../server/src/workspace/report-files.js';
import { dependsOn, type Workspace } from '../../server/src/workspace/workspace.js';
import { LibraryFolder } from './library-folder.js';

const packOf = (name: string, more = '') =>
  `name: ${name}\nlanguages: [en]\nterms:\n  ${name}: {preferred: ${name}}\n${more}`;

describe('a config that extends another', () => {
  let folder: LibraryFolder;
  const uri = (path: string) => URI.file(join(folder.path, path)).toString();
  const load = (before?: Workspace) =>
    loadWorkspace({
      files: nodeFiles(20_000),
      configUri: uri('team/plumbline.yaml'),
      shippedPacks: uri('shipped'),
      ...(before && { before }),
    });
  const names = (workspace: Workspace) => workspace.vocabulary.packs.map(({ name }) => name);
  /** `file:line (from 1):column (from 1) id` of each problem. */
  const problems = (workspace: Workspace) =>
    workspace.problems.map(
      ({ uri: file, range: { start }, messageId }) =>
        `${decodeURIComponent(file.slice(uri('.').length + 1))}:${start.line + 1}:${start.character + 1} ${messageId}`,
    );
  const lists = ({ config, folder: own }: Workspace, path: string) => isListedReport(config, own, uri(path));
  const settings = ({ config, folder: own }: Workspace, path: string) => reportSettings(config, own, uri(path));
  const levels = (workspace: Workspace, path: string) => ({ ...settings(workspace, path).rules });

  beforeEach(() => {
    folder = new LibraryFolder();
    folder.write(
      'packs/libraries/reports.yaml',
      'reports: {brief: {preferred: brief, sections: []}, bulletin: {preferred: bulletin, sections: []}}\n',
    );
    folder.write(
      'plumbline.yaml',
      'packs: [libraries]\nfiles: ["**/reports"]\nexclude: [team/reports/old]\nregion: GB\nreport: brief\nrules: {task-missing: "off", term-deprecated: error}\n',
    );
  });
  afterEach(() => folder.remove());

  it('has what the base says, but for the keys that it names', async () => {
    folder.write('team/plumbline.yaml', 'extends: ../plumbline.yaml\nreport: bulletin\n');
    const workspace = await load();
    assert.deepEqual([problems(workspace), names(workspace)], [[], ['libraries']]);
    const { region, report } = settings(workspace, 'team/reports/a.md');
    assert.deepEqual([region, report], ['GB', 'bulletin']);
    assert.ok(lists(workspace, 'team/reports/a.md'));
    assert.ok(!lists(workspace, 'team/reports/old/a.md'), 'paths of the base are from its folder');
    assert.ok(!lists(workspace, 'reports/a.md'), 'nothing outside of its own folder');
    assert.ok(dependsOn(workspace, uri('plumbline.yaml')));
  });

  it('merges rules by name and replaces lists, by an empty one too', async () => {
    folder.write(
      'team/plumbline.yaml',
      'extends: ../plumbline.yaml\nrules: {task-missing: warning, metric-value: "off"}\nexclude: []\nfiles: ["*.md"]\n',
    );
    const workspace = await load();
    assert.deepEqual(problems(workspace), []);
    assert.deepEqual(levels(workspace, 'team/a.md'), {
      'task-missing': 'warning',
      'term-deprecated': 'error',
      'metric-value': 'off',
    });
    assert.ok(lists(workspace, 'team/a.md') && !lists(workspace, 'team/reports/a.md'));
    assert.ok(!isExcluded(workspace.config, workspace.folder, uri('team/reports/old/a.md')));
  });

  it('puts the overrides of the base before its own, each from the folder of its file', async () => {
    folder.write(
      'plumbline.yaml',
      'packs: [libraries]\noverrides:\n  - {files: team/2023, report: brief, rules: {task-missing: error}}\n  - {files: "2023", report: brief}\n',
    );
    folder.write(
      'team/plumbline.yaml',
      'extends: ../plumbline.yaml\noverrides:\n  - {files: 2023/*.md, report: bulletin}\n',
    );
    const workspace = await load();
    assert.deepEqual(problems(workspace), []);
    assert.equal(settings(workspace, 'team/2023/a.md').report, 'bulletin');
    assert.deepEqual(levels(workspace, 'team/2023/a.md'), { 'task-missing': 'error' });
    assert.equal(settings(workspace, 'team/2023/deep/a.md').report, 'brief');
    assert.equal(settings(workspace, 'team/2024/a.md').report, undefined);
  });

  it('extends several, of which the last wins, and a base by way of another', async () => {
    folder.write('style/规范.yaml', 'extends: ../plumbline.yaml\nrules: {task-missing: information}\nlanguage: zh\n');
    folder.write('style/late.yml', 'language: en\n');
    folder.write('team/plumbline.yaml', 'extends:\n  - ../style/规范.yaml\n  - ..\\style\\late.yml\n');
    const workspace = await load();
    assert.deepEqual([problems(workspace), names(workspace)], [[], ['libraries']]);
    assert.equal(settings(workspace, 'team/a.md').language, 'en');
    assert.deepEqual(levels(workspace, 'team/a.md'), { 'task-missing': 'information', 'term-deprecated': 'error' });
  });

  it('says at its own place, once, what is wrong with a base that two rest on, and has the rest of it', async () => {
    folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: 7\nrules: {metric-vlaue: off}\nlanguage: en\n');
    folder.write('a.yaml', 'extends: plumbline.yaml\n');
    folder.write('b.yaml', 'extends: plumbline.yaml\n');
    folder.write('team/plumbline.yaml', 'extends: [../a.yaml, ../b.yaml]\n');
    const workspace = await load();
    assert.deepEqual(problems(workspace), ['plumbline.yaml:2:8 pack.wrong-type', 'plumbline.yaml:3:9 unknown.rule']);
    assert.deepEqual(names(workspace), ['libraries']);
    assert.equal(settings(workspace, 'team/a.md').language, 'en');
  });

  it('says at its line that a base cannot be read, and why, and has the rest', async () => {
    folder.write('binary.yaml', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]));
    folder.write('large.yaml', `# ${'x'.repeat(20_000)}\n`);
    const reasons: readonly [string, string][] = [
      ['../nowhere.yaml', 'config.base-missing'],
      ['..', 'config.base-not-a-file'],
      ['../binary.yaml', 'config.base-not-utf-8'],
      ['../large.yaml', 'config.base-too-large'],
      ['//host/share/plumbline.yaml', 'config.base-remote'],
      ['nowhere', 'config.base-no-pack'],
      ['libraries', 'config.base-no-pack'],
      ['""', 'config.base-not-a-file'],
    ];
    for (const [written, messageId] of reasons) {
      folder.write('team/plumbline.yaml', `language: en\nextends: ${written}\n`);
      const workspace = await load();
      assert.deepEqual(problems(workspace), [`team/plumbline.yaml:2:10 ${messageId}`], written);
      assert.equal(settings(workspace, 'team/a.md').language, 'en');
      const [problem] = workspace.problems;
      for (const locale of ['en', 'zh'] as const)
        assert.match(workspaceProblemMessage(problem as never, locale), /^[^{}]+$/);
    }
  });

  it('takes no pack that ships for those of a base that cannot be read, and waits for it', async () => {
    folder.write('shipped/own/pack.yaml', packOf('own'));
    folder.write('team/plumbline.yaml', 'extends: ../later.yaml\nreport: brief\n');
    const workspace = await load();
    assert.deepEqual([problems(workspace), names(workspace)], [['team/plumbline.yaml:1:10 config.base-missing'], []]);
    assert.ok(dependsOn(workspace, uri('later.yaml')));
  });

  it('says at the line that closes it that a circle is one, and goes on without it', async () => {
    folder.write('team/plumbline.yaml', 'extends: plumbline.yaml\nlanguage: en\n');
    const self = await load();
    assert.deepEqual(problems(self), ['team/plumbline.yaml:1:10 config.extends-cycle']);
    folder.write('team/plumbline.yaml', 'extends: ../plumbline.yaml\nlanguage: en\n');
    folder.write('plumbline.yaml', 'packs: [libraries]\nextends: [./team/plumbline.yaml]\nregion: GB\n');
    const circle = await load();
    assert.deepEqual([problems(circle), names(circle)], [['plumbline.yaml:2:11 config.extends-cycle'], ['libraries']]);
    assert.deepEqual([settings(circle, 'team/a.md').language, settings(circle, 'team/a.md').region], ['en', 'GB']);
  });

  it('reads so many in a row and no more', async () => {
    for (let i = 0; i < 30; i++) folder.write(`team/b${i}.yaml`, `extends: b${i + 1}.yaml\n`);
    folder.write('team/plumbline.yaml', 'extends: b0.yaml\npacks: []\n');
    assert.deepEqual(problems(await load()), ['team/b9.yaml:1:10 config.extends-deep']);
  });

  it('takes rules, language, region and report from a pack, and nothing that has a path', async () => {
    folder.write('team/packs/house/pack.yaml', packOf('house', 'reports: {memo: {preferred: memo, sections: []}}\n'));
    folder.write(
      'team/packs/house/plumbline.yaml',
      'packs: [nowhere]\nfiles: ["**/*"]\nexclude: ["**/*"]\ndependencies: {x: "npm:x"}\nrules: {task-missing: error}\nlanguage: zh\nregion: GB\nreport: memo\noverrides: [{files: "**/*", report: other, rules: {nothing: off}}]\n',
    );
    folder.write('team/plumbline.yaml', 'extends: house\npacks: [house]\nfiles: ["*.md"]\nregion: CN\n');
    const workspace = await load();
    assert.deepEqual([problems(workspace), names(workspace)], [[], ['house']]);
    assert.ok(lists(workspace, 'team/a.md'));
    assert.deepEqual(
      { ...settings(workspace, 'team/a.md'), rules: levels(workspace, 'team/a.md') },
      { language: 'zh', region: 'CN', report: 'memo', rules: { 'task-missing': 'error' } },
    );
    assert.ok(dependsOn(workspace, uri('team/packs/house/plumbline.yaml')));
  });

  it('reads no config of a pack that has none, that leads out of it, or that extends another', async () => {
    folder.write('team/packs/house/pack.yaml', packOf('house'));
    folder.write('team/plumbline.yaml', 'packs: [house]\nextends: [house]\n');
    assert.deepEqual(problems(await load()), ['team/plumbline.yaml:2:11 config.base-none-in-pack']);
    symlinkSync(join(folder.path, 'plumbline.yaml'), join(folder.path, 'team/packs/house/plumbline.yaml'));
    assert.deepEqual(problems(await load()), ['team/plumbline.yaml:2:11 pack.file-outside']);
    folder.remove('team/packs/house/plumbline.yaml');
    folder.write('team/packs/house/plumbline.yaml', 'language: en\nextends: ../../../plumbline.yaml\n');
    const workspace = await load();
    assert.deepEqual(problems(workspace), ['team/packs/house/plumbline.yaml:2:10 config.extends-in-pack']);
    const { language, region } = settings(workspace, 'team/a.md');
    assert.deepEqual([language, region], ['en', undefined]);
  });

  it('holds a pack that was fetched against its lock before it extends it', async () => {
    folder.write('team/plumbline.yaml', 'extends: health\ndependencies:\n  health: git+https://x.org/health.git#v1\n');
    assert.deepEqual(problems(await load()), ['team/plumbline.yaml:1:10 pack.not-installed']);
    folder.write('team/.plumbline/packs/health/pack.yaml', packOf('health'));
    folder.write('team/.plumbline/packs/health/plumbline.yaml', 'language: en\n');
    assert.deepEqual(problems(await load()), ['team/plumbline.yaml:1:10 lock.missing']);
    const integrity = (await nodeFiles().integrity(uri('team/.plumbline/packs/health'))) as string;
    const from = 'git+https://x.org/health.git#v1';
    const locked = { version: '0.0.0', from, resolved: from, integrity };
    folder.write('team/plumbline.lock', lockText(new Map([['health', locked]])));
    const workspace = await load();
    assert.deepEqual([problems(workspace), settings(workspace, 'team/a.md').language], [[], 'en']);
    folder.write('team/.plumbline/packs/health/plumbline.yaml', 'language: zh\n');
    assert.deepEqual(problems(await load()), ['team/plumbline.yaml:1:10 lock.differs']);
  });

  it('finds the packs and the dependencies of a base from its folder, with the lock beside it', async () => {
    folder.write('plumbline.yaml', 'packs: [libraries, health, ./near]\ndependencies:\n  health: npm:health\n');
    folder.write('near/pack.yaml', packOf('near'));
    folder.write('node_modules/health/pack.yaml', packOf('health'));
    folder.write('team/plumbline.yaml', 'extends: ../plumbline.yaml\n');
    const unlocked = await load();
    assert.deepEqual(
      [problems(unlocked), names(unlocked)],
      [['plumbline.yaml:3:3 lock.missing'], ['libraries', 'near']],
    );
    folder.write('team/plumbline.yaml', 'extends: ../plumbline.yaml\ndependencies: {health: file:./ours}\n');
    folder.write('team/ours/pack.yaml', packOf('health'));
    const replaced = await load();
    assert.deepEqual([problems(replaced), names(replaced)], [[], ['libraries', 'health', 'near']]);
    assert.equal(replaced.packFolders.get('health'), uri('team/ours'));
  });

  it('says where other packs are chosen that they do not know what the base names, and not in the base', async () => {
    folder.write('team/packs/house/pack.yaml', packOf('house'));
    folder.write('team/plumbline.yaml', 'packs: [house]\nextends: ../plumbline.yaml\n');
    assert.deepEqual(problems(await load()), ['team/plumbline.yaml:2:10 unknown.report.none']);
    folder.write('team/plumbline.yaml', 'packs: [libraries]\nextends: ../plumbline.yaml\nreport: nothing\n');
    folder.write('team/packs/libraries/pack.yaml', packOf('libraries'));
    assert.deepEqual(problems(await load()), ['team/plumbline.yaml:3:9 unknown.report.none']);
  });

  it('keeps what a base said while it is broken', async () => {
    folder.write('team/plumbline.yaml', 'extends: ../plumbline.yaml\n');
    const before = await load();
    folder.write('plumbline.yaml', 'packs: [libraries\nfiles: [\n');
    const broken = await load(before);
    assert.deepEqual([names(broken), broken.config.report], [['libraries'], 'brief']);
    assert.deepEqual([...broken.kept], [uri('plumbline.yaml')]);
    assert.equal(broken.problems.length, 1);
    folder.write('team/plumbline.yaml', 'extends: [../plumbline.yaml\n');
    assert.deepEqual(names(await load(broken)), ['libraries']);
  });
});
