import assert from 'node:assert/strict';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

const error = 'The quay current.\n';
const warning = 'The dock duty.\n';
const information = 'The boat guiding.\n';
const clean = 'The berth fee.\n';

describe('plumbline check', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour({
      'error.md': error,
      'warning.md': warning,
      'information.md': information,
      'clean.md': clean,
      'wide.md': 'Wide.\n\n船舶使用码头电。The 码头电 and the quay current.\n',
    });
  });
  after(() => folder.remove());
  const run = (...args: string[]) => plumbline(['check', ...args], { cwd: folder.path });

  describe('exit codes', () => {
    const codes: [string, number, number, number][] = [
      ['error.md', 1, 1, 1],
      ['warning.md', 0, 1, 1],
      ['information.md', 0, 0, 1],
      ['clean.md', 0, 0, 0],
    ];
    for (const [file, ...expected] of codes) {
      it(`${file} fails on what --fail-on says`, async () => {
        const found: (number | null)[] = [];
        for (const failOn of ['error', 'warning', 'information']) {
          found.push((await run('--fail-on', failOn, file)).code);
        }
        assert.deepEqual(found, expected);
      });
      it(`${file} fails on errors alone without it`, async () => {
        assert.equal((await run(file)).code, expected[0]);
      });
    }

    it('is 2 for a path that is not there, and the others are still checked', async () => {
      const { code, stdout, stderr } = await run('none.md', 'error.md');
      assert.equal(code, 2);
      assert.equal(stderr, 'none.md: error No such file or folder.\n');
      assert.match(stdout, /^error\.md\n/);
    });
  });

  describe('text', () => {
    it('has a row a finding under its file, and a summary', async () => {
      const { stdout, stderr } = await run('error.md', 'clean.md', 'warning.md');
      assert.equal(stderr, '');
      assert.match(
        stdout,
        /^error\.md\n {2}1:5 {2}error {2}“quay current” .* {2}term-deprecated\n {14}Basis: Port Office, .*\n\nwarning\.md\n {2}1:5 {2}warning {2}.*\n\n2 findings \(1 error, 1 warning\) in 2 of 3 files, 2 fixable with “plumbline fix”\n$/,
      );
    });

    it('says that nothing was found', async () => {
      assert.deepEqual(await run('clean.md'), { code: 0, stdout: 'No findings in 1 file\n', stderr: '' });
    });

    it('has no colours in a pipe, CI or not', async () => {
      const { stdout } = await plumbline(['check', 'error.md'], { cwd: folder.path, env: { CI: '1' } });
      assert.ok(!stdout.includes('\u001b'));
    });

    it('speaks Chinese where the environment or --locale does', async () => {
      const byEnvironment = await plumbline(['check', 'error.md'], {
        cwd: folder.path,
        env: { LC_ALL: 'zh_CN.UTF-8' },
      });
      const byOption = await run('--locale', 'zh', 'error.md');
      assert.deepEqual(byEnvironment, byOption);
      assert.match(
        byOption.stdout,
        / {2}1:5 {2}错误 {2}.*\n {13}依据：.*\n\n1个文件有1处问题（1个错误），1处可用“plumbline fix”修正\n$/,
      );
    });
  });

  describe('JSON', () => {
    it('has the shape of version 2, every key there', async () => {
      const { code, stdout } = await run('--format', 'json', 'error.md', 'clean.md');
      assert.equal(code, 1);
      assert.deepEqual(JSON.parse(stdout), {
        version: 2,
        files: [
          {
            path: 'error.md',
            findings: [
              {
                rule: 'term-deprecated',
                messageId: 'term-deprecated.replace',
                values: { found: 'quay current', expected: 'shore power' },
                severity: 'error',
                message: '“quay current” is a deprecated form; write “shore power”',
                details: [],
                reason: null,
                range: { start: { line: 1, column: 5, offset: 4 }, end: { line: 1, column: 17, offset: 16 } },
                related: [],
                entry: 'harbour/terms/shore-power',
                basis: [
                  {
                    source: 'harbour/sources/gazette',
                    title: 'Harbour Gazette',
                    publisher: 'Port Office',
                    date: '2024-01-15',
                    url: null,
                    at: null,
                  },
                ],
                fixes: [
                  {
                    title: 'Replace with “shore power”',
                    safe: true,
                    edits: [{ start: 4, end: 16, text: 'shore power' }],
                  },
                ],
              },
            ],
            unread: [],
          },
          { path: 'clean.md', findings: [], unread: [] },
        ],
        summary: { files: 2, error: 1, warning: 0, information: 0, unread: 0 },
      });
    });

    it('parts the verdict, the reason and the basis, which text has below one another (message split)', async () => {
      folder.write(
        'pier/pack.yaml',
        `name: pier
languages: [en, zh]
sources:
  gazette: {title: {en: Harbour Gazette, zh: 港口公报}, date: 2024-01-15}
terms:
  mooring:
    preferred: {en: mooring, zh: 系泊}
    deprecated:
      en: [{form: boat tying, reason: no seaman says it.}]
      zh: [{form: 拴船, reason: 行话不这么说。}]
    basis: gazette
`,
      );
      folder.write('en.md', 'The boat tying.\n');
      folder.write('zh.md', '码头的拴船费用。\n');
      const parts = async (file: string, locale: string) => {
        const args = ['--pack', 'pier', '--fail-on', 'error', '--locale', locale, file];
        const [{ message, reason, basis }] = JSON.parse((await run('--format', 'json', ...args)).stdout).files[0]
          .findings;
        return [message, reason, basis.map(({ title }: { title: string }) => title), (await run(...args)).stdout];
      };
      const [message, reason, basis, text] = await parts('en.md', 'en');
      assert.deepEqual(
        [message, reason, basis],
        ['“boat tying” is a deprecated form; write “mooring”', 'no seaman says it.', ['Harbour Gazette']],
      );
      assert.ok(
        text.includes(
          `  1:5  warning  ${message}  term-deprecated\n                Reason: no seaman says it.\n                Basis: Harbour Gazette, 15 January 2024.\n`,
        ),
        text,
      );
      const [chinese, why, source, line] = await parts('zh.md', 'zh');
      assert.deepEqual([chinese, why, source], ['“拴船”不宜使用，应写作“系泊”', '行话不这么说。', ['港口公报']]);
      assert.ok(
        line.includes(
          `  1:4  警告  ${chinese}  term-deprecated\n             理由：行话不这么说。\n             依据：港口公报，2024年1月15日。\n`,
        ),
        line,
      );
    });

    it('has null for no entry and lists for no basis and no fixes', async () => {
      const { stdout } = await plumbline(['check', '--format', 'json', '-'], {
        cwd: folder.path,
        stdin: 'One.\n\n<!-- plumbline-disable-next-line term-deprecated -->\nTwo.\n',
      });
      const [finding] = JSON.parse(stdout).files[0].findings;
      assert.equal(finding.rule, 'suppression-unused');
      assert.equal(finding.entry, null);
      assert.deepEqual(finding.basis, []);
    });

    it('counts in UTF-16 units, lines and columns from 1, offsets from 0', async () => {
      const { stdout } = await plumbline(['check', '--format', 'json', '--language', 'en', '-'], {
        cwd: folder.path,
        stdin: 'One.\r\n\r\n🚢 the quay current.\r\n',
      });
      const [{ range }] = JSON.parse(stdout).files[0].findings;
      assert.deepEqual(range, {
        start: { line: 3, column: 8, offset: 15 },
        end: { line: 3, column: 20, offset: 27 },
      });
    });

    it('is one document even when nothing could be checked', async () => {
      const { code, stdout } = await run('--format', 'json', 'none.md');
      assert.equal(code, 2);
      assert.deepEqual(JSON.parse(stdout), {
        version: 2,
        files: [],
        summary: { files: 0, error: 0, warning: 0, information: 0, unread: 0 },
        problems: [{ path: 'none.md', severity: 'error', message: 'No such file or folder.' }],
      });
    });
  });

  describe('settings', () => {
    const severities = async (...args: string[]) => {
      const { stdout } = await run('--format', 'json', ...args);
      return JSON.parse(stdout).files.flatMap((file: { findings: { rule: string }[] }) =>
        file.findings.map(({ rule }) => rule),
      );
    };

    it('holds reports to the type of --report, unless their front matter says another', async () => {
      folder.write('typed.md', '---\nreport: note\n---\nThe berth fee.\n');
      assert.deepEqual(await severities('clean.md'), []);
      assert.deepEqual(await severities('--report', 'bulletin', 'clean.md'), ['section-missing']);
      assert.deepEqual(await severities('--report', 'bulletin', 'typed.md'), []);
    });

    it('reads a text in the language of --language', async () => {
      assert.deepEqual(await severities('error.md'), ['term-deprecated']);
      assert.deepEqual(await severities('--language', 'fr', 'error.md'), []);
    });

    it('takes another config, and levels from it', async () => {
      folder.write('strict/strict.yaml', 'packs: [../packs/harbour]\nrules: {term-deprecated: off}\n');
      assert.deepEqual(await severities('--config', 'strict/strict.yaml', 'error.md'), []);
    });

    it("takes packs by path instead of the config's", async () => {
      folder.write(
        'other/pack.yaml',
        'schema: 1\nname: other\nversion: 1.0.0\ntitle: {en: Other}\nlanguages: [en]\nterms:\n  x:\n    preferred: {en: berth charge}\n    deprecated: {en: [berth fee]}\n',
      );
      for (const written of ['./other', 'other', 'other/', 'other/pack.yaml']) {
        assert.deepEqual(await severities('--pack', written, 'clean.md', 'error.md'), ['term-deprecated'], written);
      }
      assert.deepEqual(await severities('--pack', 'other', '--pack', 'packs/harbour', 'clean.md', 'error.md'), [
        'term-deprecated',
        'term-deprecated',
      ]);
    });

    it('takes a shipped pack by its name', async () => {
      const { code, stderr } = await run('--pack', 'new-industrialization', 'clean.md');
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    });
  });

  describe('standard input', () => {
    it('is judged by the config of the current folder', async () => {
      const { code, stdout } = await plumbline(['check', '-'], { cwd: folder.path, stdin: error });
      assert.equal(code, 1);
      assert.match(stdout, /^<stdin>\n {2}1:5 {2}error/);
    });

    it('is judged as the file of --stdin-path', async () => {
      folder.write('lenient/plumbline.yaml', 'packs: [../packs/harbour]\nrules: {term-deprecated: off}\n');
      const run = (path: string) =>
        plumbline(['check', '-', '--stdin-path', path, '--format', 'json'], { cwd: folder.path, stdin: error });
      const strict = JSON.parse((await run('x/y.md')).stdout).files[0];
      assert.equal(strict.path, 'x/y.md');
      assert.equal(strict.findings.length, 1);
      assert.equal(JSON.parse((await run('lenient/y.md')).stdout).files[0].findings.length, 0);
    });
  });

  describe('a broken config or pack', () => {
    it('is named with its line, and the rest works', async () => {
      folder.write('broken/plumbline.yaml', 'packs: [./pack]\nrules: {term-deprecated: loud}\n');
      folder.write(
        'broken/pack/pack.yaml',
        'schema: 1\nname: broken\nversion: 1.0.0\ntitle: {en: B}\nlanguages: [en]\nterms:\n  good:\n    preferred: {en: berth fee}\n    deprecated: {en: [dock duty]}\n  bad:\n    preferred: 7\n',
      );
      folder.write('broken/a.md', warning);
      const { code, stdout, stderr } = await run('--format', 'json', 'broken/a.md');
      assert.match(stderr, /^broken\/plumbline\.yaml:2:\d+: error .+$/m);
      assert.match(stderr, /^broken\/pack\/pack\.yaml:1[01]:\d+: error .+$/m);
      assert.equal(code, 2);
      const { files, problems } = JSON.parse(stdout);
      assert.equal(files[0].findings.length, 1);
      assert.equal(problems.length, 2);
      for (const problem of problems) {
        assert.deepEqual(Object.keys(problem).sort(), ['column', 'line', 'message', 'path', 'severity']);
      }
    });

    it('costs no more than its entry where the pack loads, and is said by the exit code', async () => {
      folder.write('entry/plumbline.yaml', 'packs: [../broken/pack]\n');
      folder.write('entry/a.md', clean);
      const { code, stderr } = await run('entry/a.md');
      assert.match(stderr, /pack\.yaml:1[01]:\d+: error /);
      assert.equal(code, 2);
    });

    it('fails where a pack is for a later version, and says that alone', async () => {
      folder.write('later/plumbline.yaml', 'packs: [./pack]\n');
      folder.write('later/pack/pack.yaml', "name: pack\nlanguages: [en]\nengine: '>=99'\nheadings: {}\n");
      folder.write('later/a.md', clean);
      const { code, stderr } = await run('later/a.md');
      assert.match(
        stderr,
        /^later\/pack\/pack\.yaml:3:1: error This pack needs Plumbline >=99, and this is [^\n]+\n {4}The pack is not loaded\.\n$/,
      );
      assert.equal(code, 2);
    });

    it('fails where a pack is not there at all', async () => {
      folder.write('lost/plumbline.yaml', 'packs: [./gone]\n');
      folder.write('lost/a.md', error);
      const byConfig = await run('lost/a.md');
      assert.match(byConfig.stderr, /^lost\/plumbline\.yaml:1:\d+: error .*\.\/gone/);
      assert.equal(byConfig.code, 2);
      const byOption = await run('--pack', 'gone', 'error.md');
      assert.match(byOption.stderr, /^plumbline: --pack gone: No such pack.*\n$/);
      assert.equal(byOption.code, 2);
    });

    it('is said once for many files', async () => {
      folder.write('entry/b.md', clean);
      const { stderr } = await run('entry');
      assert.equal(stderr.match(/pack\.yaml/g)?.length, 1);
    });
  });

  it('works without any config, on the packs that ship', async () => {
    const { code, stdout, stderr } = await plumbline(
      ['check', '--pack', 'new-industrialization', '--date', '2023-10-10', '-'],
      {
        cwd: folder.path,
        stdin: 'We must strengthen the weak board.\n',
      },
    );
    assert.equal(stderr, '');
    assert.match(stdout, /1:9 .*“strengthen the weak board”/);
    assert.ok(code === 0 || code === 1);
  });
});
