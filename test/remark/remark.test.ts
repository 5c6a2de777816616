import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Options } from '../../server/src/remark/index.js';
import { type Folder, makeHarbour } from '../cli/folder.js';
import { plumbline } from '../cli/plumbline.js';

const plugin = process.env.PLUMBLINE_REMARK ?? fileURLToPath(new URL('../../server/dist/remark.js', import.meta.url));
const remarkCli = fileURLToPath(new URL('../../node_modules/remark-cli/cli.js', import.meta.url));

/** Runs remark-cli in a folder; findings are on standard error. */
async function remark(cwd: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [remarkCli, '--no-color', '--no-stdout', ...args], {
    cwd,
    env: { ...process.env, LC_ALL: 'C' },
  });
  child.stdin.end();
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

interface Message {
  reason: string;
  line: number;
  column: number;
  ruleId: string | null;
  source: string;
  fatal: boolean | null;
  note?: string;
  actual?: string;
  expected?: string[];
  place: {
    start: { line: number; column: number; offset: number };
    end: { line: number; column: number; offset: number };
  };
}

const reports = {
  'a.md': '\uFEFFThe quay current.\r\n\r\nThe dock duty and the boat guiding.\r\n',
  'zh/b.md': '新建码头电。\n',
  'c.md': '---\nreport: bulletin\n---\n\nThe berth fee.\n',
  'plain.md': 'The berth fee.\n',
};

describe('plumbline-lint/remark', () => {
  let folder: Folder;
  let attach: typeof import('../../server/src/remark/index.js').default;
  before(async () => {
    folder = makeHarbour(reports);
    attach = (await import(plugin)).default;
  });
  after(() => folder.remove());

  async function messages(value: string, options?: Options, path = 'x.md'): Promise<Message[]> {
    const file = new VFile({ value, path, cwd: folder.path });
    const processor = unified().use(remarkParse).use(attach, options);
    await processor.run(processor.parse(file), file);
    return file.messages as unknown as Message[];
  }

  it('shows in remark-cli what plumbline check finds', async () => {
    const { stdout } = await plumbline(['check', '--format', 'json', '.'], { cwd: folder.path });
    const expected = JSON.parse(stdout).files.flatMap(
      ({ path, findings }: { path: string; findings: Record<string, never>[] }) =>
        findings.map(({ rule, message, range }) => ({ path, rule, message, range })),
    );
    assert.equal(expected.length, 5);
    folder.write('reporter.mjs', 'export default (files) => JSON.stringify(files);\n');
    const { stderr, code } = await remark(folder.path, '.', '--use', plugin, '--report', './reporter.mjs');
    assert.equal(code, 0, stderr);
    let i = 0;
    const shown = JSON.parse(stderr).flatMap(({ history, messages }: { history: string[]; messages: Message[] }) =>
      messages.map(({ ruleId, reason, place }) => {
        const verdict: string = expected[i++]?.message ?? '';
        assert.ok(reason.startsWith(verdict), `${reason} is not about: ${verdict}`);
        return { path: history[0], rule: ruleId, message: verdict, range: place };
      }),
    );
    assert.deepEqual(shown, expected);
  });

  it('prints them as remark does', async () => {
    const { stderr } = await remark(folder.path, 'a.md', '--use', plugin);
    assert.match(stderr, /^a\.md\n1:5-1:17 +warning +“quay current” .+ term-deprecated +plumbline\n/);
    assert.match(stderr, /\n3:23-3:35 +info +“boat guiding” /);
  });

  it('fails remark --frail on a finding, and not without one', async () => {
    assert.equal((await remark(folder.path, 'a.md', '--frail', '--use', plugin)).code, 1);
    assert.equal((await remark(folder.path, 'plain.md', '--frail', '--use', plugin)).code, 0);
  });

  it('takes options from the configuration of remark', async () => {
    folder.write('rc/.remarkrc.json', JSON.stringify({ plugins: [[plugin, { locale: 'zh', report: 'bulletin' }]] }));
    folder.write('rc/a.md', 'The berth fee.\n');
    const { stderr } = await remark(`${folder.path}/rc`, 'a.md');
    assert.match(stderr, /warning 缺少.+ section-missing +plumbline/);
  });

  it('makes a message of a finding, every field of it', async () => {
    const [message, ...others] = await messages('The quay current.\n');
    assert.deepEqual(others, []);
    assert.ok(message);
    const { reason, line, column, place, ruleId, source, fatal, note, actual, expected } = message;
    assert.deepEqual(
      { reason, line, column, place, ruleId, source, fatal, note, actual, expected },
      {
        reason: '“quay current” is a deprecated form; write “shore power”',
        line: 1,
        column: 5,
        place: { start: { line: 1, column: 5, offset: 4 }, end: { line: 1, column: 17, offset: 16 } },
        ruleId: 'term-deprecated',
        source: 'plumbline',
        fatal: false,
        note: 'Harbour Gazette, Port Office, 2024-01-15',
        actual: 'quay current',
        expected: ['shore power'],
      },
    );
  });

  it('says severity as vfile can: information is null, the rest false', async () => {
    const found = await messages('The quay current.\n\nThe dock duty.\n\nThe boat guiding.\n');
    assert.deepEqual(
      found.map(({ fatal }) => fatal),
      [false, false, null],
    );
  });

  it('proposes nothing where no fix replaces what was found', async () => {
    const [message] = await messages('The berth fee.\n', { report: 'bulletin' });
    assert.equal(message?.ruleId, 'section-missing');
    assert.equal(message?.expected, undefined);
  });

  it('reads the text itself, whatever other plugins do to the tree', async () => {
    const file = new VFile({ value: 'The quay current.\n', path: 'x.md', cwd: folder.path });
    const processor = unified()
      .use(remarkParse)
      .use(() => (tree) => {
        Object.assign(tree, { children: [] });
      })
      .use(attach);
    await processor.run(processor.parse(file), file);
    assert.equal(file.messages.length, 1);
  });

  it('takes a config and packs from its options', async () => {
    folder.write('off.yaml', 'packs: [./packs/harbour]\nrules: {term-deprecated: off}\n');
    assert.equal((await messages('The quay current.\n', { config: 'off.yaml' })).length, 0);
    assert.equal((await messages('The quay current.\n', { packs: ['new-industrialization'] })).length, 0);
    for (const pack of ['./packs/harbour', 'packs/harbour/pack.yaml', 'harbour']) {
      assert.equal((await messages('The quay current.\n', { packs: [pack] })).length, 1, pack);
    }
    const [unread, ...others] = await messages('The quay current.\n', { language: 'fr' });
    assert.match(unread?.reason ?? '', /^Not read: no pack in force has forms in French/);
    assert.deepEqual(others, []);
  });

  it('follows a config that changes between two runs', async () => {
    const write = (level: string) =>
      folder.write('live/plumbline.yaml', `packs: [../packs/harbour]\nrules: {term-deprecated: ${level}}\n`);
    write('warning');
    assert.equal((await messages('The quay current.\n', undefined, 'live/a.md')).length, 1);
    write('off');
    assert.equal((await messages('The quay current.\n', undefined, 'live/a.md')).length, 0);
  });

  it('fails a file for an option that names what nobody knows, with what was likely meant (trial 4.1)', async () => {
    const found = await messages('The berth fee.\n', { region: 'Chna', report: 'bulletn', language: 'english' });
    assert.deepEqual(
      found.map(({ reason, fatal }) => [reason, fatal]),
      [
        ['report: Unknown report type “bulletn”\nDid you mean “bulletin”?', true],
        ['region: Unknown region “Chna”\nDid you mean “CN”?', true],
        ['language: “english” is not a language tag\nDid you mean “en”?', true],
      ],
    );
    assert.deepEqual(await messages('The berth fee.\n', { region: 'CN', language: 'en' }), []);
  });

  it('says what it left unread', async () => {
    const file = new VFile({ value: `${'a*b_c '.repeat(60_000)}\n`, path: 'x.md', cwd: folder.path });
    // Without remark's own parser, which takes minutes over it.
    await unified().use(attach).run({ type: 'root', children: [] }, file);
    const [message, ...others] = file.messages as unknown as Message[];
    assert.deepEqual(others, []);
    assert.match(message?.reason ?? '', /^Not read: /);
    assert.deepEqual([message?.fatal, message?.source, message?.line], [null, 'plumbline', 1]);
  });

  it('fails a file whose pack is lost, and says once what is wrong in a pack', async () => {
    folder.write('lost/plumbline.yaml', 'packs: [./gone]\n');
    const [lost] = await messages('The quay current.\n', undefined, 'lost/a.md');
    assert.equal(lost?.fatal, true);
    assert.match(lost?.reason ?? '', /^lost\/plumbline\.yaml:1:\d+: .*\.\/gone/);

    folder.write('odd/plumbline.yaml', 'packs: [./pack]\n');
    folder.write(
      'odd/pack/pack.yaml',
      'schema: 1\nname: odd\nversion: 1.0.0\ntitle: {en: Odd}\nlanguages: [en]\nterms:\n  bad:\n    preferred: 7\n',
    );
    const [odd] = await messages('Fine.\n', undefined, 'odd/a.md');
    assert.equal(odd?.fatal, false);
    assert.match(odd?.reason ?? '', /^odd\/pack\/pack\.yaml:[78]:\d+: /);
    assert.deepEqual(await messages('Fine.\n', undefined, 'odd/b.md'), []);
  });
});
