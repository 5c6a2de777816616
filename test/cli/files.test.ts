import assert from 'node:assert/strict';
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

const report = 'The quay current.\n';

/** The paths that a run checked, in its order. */
async function checked(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await plumbline(['check', '--format', 'json', ...args], { cwd });
  return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
}

describe('the paths of the command', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour({
      'top.md': report,
      'notes.txt': report,
      'reports/b.md': report,
      'reports/a.MD': report,
      'reports/c.markdown': report,
      'reports/data.csv': 'x\n',
      'reports/deep/d.md': report,
      'reports/node_modules/x/readme.md': report,
      'reports/.hidden/e.md': report,
      'reports/[draft].md': report,
      'reports/ignored/f.md': report,
      'reports/old.md': report,
      'reports/.gitignore': 'ignored/\nold*\n!older.md\n',
      'reports/older.md': report,
    });
    mkdirSync(join(folder.path, '.git/hooks'), { recursive: true });
    folder.write('.git/hooks/readme.md', report);
    mkdirSync(join(folder.path, 'empty'));
  });
  after(() => folder.remove());

  const inReports = [
    'reports/.hidden/e.md',
    'reports/[draft].md',
    'reports/a.MD',
    'reports/b.md',
    'reports/c.markdown',
    'reports/deep/d.md',
    'reports/older.md',
  ];

  it('a folder stands for the Markdown below it, less what git ignores', async () => {
    assert.deepEqual(await checked(folder.path, 'reports'), inReports);
    assert.deepEqual(await checked(folder.path, './reports/'), inReports);
  });

  it('no path is the current folder, where no config names files', async () => {
    assert.deepEqual(await checked(folder.path), [...inReports, 'top.md']);
  });

  it('a path of a folder above is relative to nothing', async () => {
    assert.deepEqual(await checked(join(folder.path, 'reports/deep'), '../b.md', 'd.md'), [
      `${folder.path}/reports/b.md`,
      'd.md',
    ]);
  });

  it('a glob stands for all that it matches', async () => {
    assert.deepEqual(await checked(folder.path, 'reports/*.md'), [
      'reports/[draft].md',
      'reports/b.md',
      'reports/older.md',
    ]);
    assert.deepEqual(await checked(folder.path, '*.txt'), ['notes.txt']);
    assert.deepEqual(await checked(folder.path, '{top,reports/b}.md'), ['reports/b.md', 'top.md']);
  });

  it('a file named outright is checked whatever its name, ignored by git or not', async () => {
    const named = ['reports/ignored/f.md', 'notes.txt', 'reports/[draft].md', 'reports/node_modules/x/readme.md'];
    assert.deepEqual(await checked(folder.path, ...named), named);
  });

  it('each file is checked once, in the order of the arguments', async () => {
    assert.deepEqual(await checked(folder.path, 'top.md', 'reports/b.md', 'reports', './top.md', '*.md'), [
      'top.md',
      'reports/b.md',
      ...inReports.filter((path) => path !== 'reports/b.md'),
    ]);
  });

  it('a link to a file that was checked is the same file, and a link to a folder above is not followed', async () => {
    const links = makeHarbour({ 'a.md': report });
    symlinkSync('a.md', join(links.path, 'b.md'));
    symlinkSync('.', join(links.path, 'loop'));
    symlinkSync('nowhere', join(links.path, 'dangling.md'));
    linkSync(join(links.path, 'a.md'), join(links.path, 'hard.md'));
    const { code, stdout, stderr } = await plumbline(['check', '--format', 'json', '.'], { cwd: links.path });
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ path }: { path: string }) => path),
      ['a.md', 'hard.md'],
    );
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
    links.remove();
  });

  const failures: [string, RegExp][] = [
    ['none.md', /^none\.md: error No such file/],
    ['', /^: error No such file/],
    ['reports/*.docx', /^reports\/\*\.docx: error No file matches this pattern/],
    ['empty', /^empty: error It holds no Markdown file/],
    ['reports/ignored', /^reports\/ignored: error Everything here is left out by git/],
    ['reports/ign*/*', /^reports\/ign\*\/\*: error Everything here is left out by git/],
  ];
  for (const [path, message] of failures) {
    it(`"${path}" gives no file: an error line and exit code 2`, async () => {
      const { code, stderr } = await plumbline(['check', path], { cwd: folder.path });
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
      assert.equal(code, 2);
    });
  }

  it('the files of the config are what no path stands for, from any folder below', async () => {
    const listed = makeHarbour({
      'plumbline.yaml': 'packs: [./packs/harbour]\nfiles: [reports/**, "*.md"]\nexclude: [reports/archive]\n',
      'a.md': report,
      'reports/b.md': report,
      'reports/table.csv': 'x\n',
      'reports/archive/old.md': report,
      'elsewhere/c.md': report,
    });
    assert.deepEqual(await checked(listed.path), ['a.md', 'reports/b.md']);
    assert.deepEqual(await checked(join(listed.path, 'reports')), [`${listed.path}/a.md`, 'b.md']);
    // Named, a folder is checked whether or not it is listed; what is excluded is left out of folders only.
    assert.deepEqual(await checked(listed.path, '.'), ['a.md', 'elsewhere/c.md', 'reports/b.md']);
    assert.deepEqual(await checked(listed.path, 'reports/archive/old.md'), ['reports/archive/old.md']);
    assert.deepEqual(await checked(listed.path, '--config', 'plumbline.yaml'), ['a.md', 'reports/b.md']);
    listed.remove();
  });

  it('files of any ending that the config names are reports, and a folder stands for them too (trial 4.3)', async () => {
    const listed = makeHarbour({
      'plumbline.yaml': 'packs: [./packs/harbour]\nfiles: ["**/*.qmd", "reports/*.txt", "reports/**"]\n',
      'a.qmd': report,
      'a.md': report,
      'reports/b.txt': report,
      'reports/c.Rmd': report,
      'reports/d.mdx': report,
      'reports/data.csv': 'x\n',
      'other/e.txt': report,
      'other/f.rmd': report,
    });
    assert.deepEqual(await checked(listed.path), ['a.qmd', 'reports/b.txt', 'reports/c.Rmd', 'reports/d.mdx']);
    assert.deepEqual(await checked(listed.path, 'reports'), ['reports/b.txt', 'reports/c.Rmd', 'reports/d.mdx']);
    assert.deepEqual(await checked(listed.path, 'other'), ['other/f.rmd']);
    assert.deepEqual(await checked(listed.path, 'other', 'other/e.txt'), ['other/f.rmd', 'other/e.txt']);
    listed.remove();
  });

  it('says that nothing is there of what the config names', async () => {
    const listed = makeHarbour({ 'plumbline.yaml': 'packs: [./packs/harbour]\nfiles: ["*.rst"]\n', 'a.md': report });
    const { code, stderr } = await plumbline(['check'], { cwd: listed.path });
    assert.match(stderr, /^\.: error No file here is one that “files” in plumbline\.yaml names/);
    assert.equal(code, 2);
    listed.remove();
  });

  it('says which overrides hold for no report where a whole folder is searched (issue 12)', async () => {
    const listed = makeHarbour({
      'plumbline.yaml':
        'packs: [./packs/harbour]\nfiles: ["reports/**"]\noverrides:\n  - files: ["darfts/**", old/*.md]\n    language: en\n  - files: reports/*.md\n    language: en\n',
      'reports/a.md': 'The berth.\n',
      'reports/nested/plumbline.yaml':
        'packs: [../../packs/harbour]\noverrides: [{files: [b.md]}, {files: [nested/b.md]}]\n',
      'reports/nested/b.md': 'The berth.\n',
    });
    const told = async (...args: string[]) => (await plumbline(['check', ...args], { cwd: listed.path })).stderr;
    const outer =
      'plumbline.yaml:4:12: warning No report matches “darfts/**” and “old/*.md”\n    These settings hold for none. Paths begin at the folder of the config.\n';
    const nested =
      'reports/nested/plumbline.yaml:2:38: warning No report matches “nested/b.md”\n    These settings hold for none. Paths begin at the folder of the config.\n';
    assert.equal(await told(), outer + nested);
    assert.equal(await told('.'), outer + nested);
    assert.equal(await told('reports/nested'), nested);
    assert.match(
      await told('--locale', 'zh'),
      /^plumbline\.yaml:4:12: 警告 没有报告与“darfts\/\*\*”“old\/\*\.md”相符$/m,
    );
    // A part of the folder says nothing of the rest, and what is left out may be named outright.
    assert.equal(await told('reports/a.md'), '');
    assert.equal(await told('reports/*.md'), '');
    listed.write('.gitignore', 'darfts\n');
    listed.write('darfts/c.md', 'The berth.\n');
    assert.equal(await told(), nested);
    listed.remove();
  });

  it('each file is judged by the config nearest to it', async () => {
    const nested = makeHarbour({
      'a.md': report,
      'lenient/plumbline.yaml': 'packs: [../packs/harbour]\nrules: {term-deprecated: off}\n',
      'lenient/deep/b.md': report,
      'over.md': report,
    });
    nested.write(
      'plumbline.yaml',
      'packs: [./packs/harbour]\noverrides: [{files: [over.md], rules: {term-deprecated: information}}]\n',
    );
    const { stdout } = await plumbline(['check', '--format', 'json', '.'], { cwd: nested.path });
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ path, findings }: { path: string; findings: { severity: string }[] }) => [
        path,
        findings.map(({ severity }) => severity),
      ]),
      [
        ['a.md', ['error']],
        ['lenient/deep/b.md', []],
        ['over.md', ['information']],
      ],
    );
    nested.remove();
  });

  it('a folder in no repository has its .gitignore respected too', async () => {
    const plain = makeFolder({ '.gitignore': 'draft.md\n', 'draft.md': report, 'a.md': report });
    assert.deepEqual(await checked(plain.path), ['a.md']);
    plain.remove();
  });
});
