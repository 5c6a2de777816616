import assert from 'node:assert/strict';
import { once } from 'node:events';
import { ReaderThread } from '../../server/src/cli/thread/reader-thread.js';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline, startPlumbline } from './plumbline.js';

/** Nearly a million characters, which no machine judges and fixes in a second. */
const long = 'The quay current and dock duty of 2023 rose by 4.5 per cent at the quay.\n\n'.repeat(13_000);

describe('a file that takes too long', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour({
      'a.md': 'The quay current.\n',
      'long.md': long,
      'z.md': 'The dock duty.\n',
    });
  });
  after(() => folder.remove());
  const run = (args: string[], stdin?: string) =>
    plumbline(args, { cwd: folder.path, ...(stdin !== undefined && { stdin }) });

  it('is unread, and those before and behind it are read (check)', async () => {
    const { code, stdout, stderr } = await run(['check', '--timeout', '1', '.']);
    assert.equal(stderr, 'long.md: error Not read: it took longer than 1 second (--timeout).\n');
    assert.match(stdout, /^a\.md\n[\s\S]+\n\nz\.md\n[\s\S]+\n\n2 findings .* in 2 of 3 files, .*; 1 file not read\n$/);
    assert.equal(code, 2);
  });

  it('is unread in JSON, with the reason', async () => {
    const { code, stdout } = await run(['check', '--timeout', '1', '--format', 'json', '.']);
    const { files, summary, problems } = JSON.parse(stdout);
    const message = 'Not read: it took longer than 1 second (--timeout).';
    assert.deepEqual(
      files.map(({ path, findings, unread }: (typeof files)[0]) => [path, findings.length, unread]),
      [
        ['a.md', 1, []],
        ['long.md', 0, [{ range: null, reason: 'timeout', message }]],
        ['z.md', 1, []],
      ],
    );
    assert.deepEqual([summary.files, summary.unread, code], [3, 1, 2]);
    assert.deepEqual(problems, [{ path: 'long.md', severity: 'error', message }]);
  });

  it('is said in Chinese, and left out of claims', async () => {
    const { code, stdout, stderr } = await run(['claims', '--timeout', '0.01', '--locale', 'zh', 'long.md']);
    assert.equal(stderr, 'long.md: 错误 未读取：读取超过0.01秒（--timeout）。\n');
    assert.match(stdout, /；1个文件未读取\n$/);
    assert.equal(code, 2);
  });

  it('is left as it is by fix, from standard input too', async () => {
    const piped = await run(['fix', '--timeout', '0.01', '-'], long);
    assert.deepEqual([piped.code, piped.stdout], [2, '']);
    const { code, stdout } = await run(['fix', '--timeout', '1', '.']);
    assert.match(stdout, /^a\.md\n[\s\S]+\nz\.md\n[\s\S]+\n2 changes made in 2 files; 1 file not read\n$/);
    assert.equal(code, 2);
    assert.equal(folder.read('long.md'), long);
    assert.equal(folder.read('z.md'), 'The berth fee.\n');
  });

  const refused = ['0', '-1', 'soon', '', '1e9', 'NaN'];
  for (const seconds of refused) {
    it(`is never told by --timeout “${seconds}”`, async () => {
      const { code, stderr } = await run(['check', `--timeout=${seconds}`, 'a.md']);
      assert.match(stderr, /'--timeout <seconds>' argument .*invalid|argument missing/);
      assert.equal(code, 2);
    });
  }

  it('does not keep Ctrl+C from ending the run', async () => {
    folder.write('a.md', 'The quay current.\n');
    const child = startPlumbline(['check', '.'], { cwd: folder.path });
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'close'), [null, 'SIGINT']);
  });
});

describe('the thread that reads', () => {
  it('is answered for where it ends by an error', async () => {
    // From the sources, where no bundle of it lies beside.
    const errand = { command: 'check', options: { locale: 'en', timeout: 60 }, workingDirectory: '/' } as const;
    const thread = new ReaderThread(errand, 60_000);
    const [first, second] = [await thread.ask({ find: [] }), await thread.ask({ find: [] })];
    for (const outcome of [first, second]) {
      assert.ok(typeof outcome === 'object' && 'fault' in outcome && outcome.fault.includes('reader'), String(outcome));
    }
  });
});
