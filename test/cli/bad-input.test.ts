import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { systemReason } from '../../server/src/cli/system-reason.js';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

interface File {
  path: string;
  findings: { rule: string; range: { start: { line: number; column: number; offset: number } } }[];
  unread: { message: string; range: unknown; reason: string }[];
}

const sentences = `${'The port office says that the berth fee rose, and *nobody* minded it at all. '.repeat(6)}\n\n`;

describe('bad input', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour();
  });
  after(() => folder.remove());

  /** Checks one file of these bytes: it neither crashes nor takes over five seconds, and text and JSON agree. */
  async function check(content: string | Buffer): Promise<{ file: File; stderr: string; code: number | null }> {
    folder.write('bad.md', content);
    const began = performance.now();
    const { code, stdout, stderr } = await plumbline(['check', '--format', 'json', 'bad.md'], { cwd: folder.path });
    assert.ok(performance.now() - began < 5000, 'over five seconds');
    const file = JSON.parse(stdout).files[0] as File;
    for (const { message } of file.unread) {
      assert.ok(stderr.includes(message), `not said on standard error: ${message}`);
    }
    assert.equal(stderr.split('\n').length - 1, file.unread.length);
    return { file, stderr, code };
  }

  const leftAlone: [string, string | Buffer, RegExp][] = [
    ['a text of over a million characters', 'a\n'.repeat(500_001), /^bad\.md: error Not read: .*1,000,000 characters/],
    ['one line of 10 MB', 'quay current '.repeat(800_000), /^bad\.md: error Not read: .*1,000,000 characters/],
    ['invalid UTF-8', Buffer.from([0x61, 0x62, 0xff, 0x63]), /^bad\.md: error Not read: .*not UTF-8.*byte 3/],
    [
      'UTF-8 that is cut off',
      Buffer.from('The quay 电').subarray(0, -1),
      /^bad\.md: error Not read: .*not UTF-8.*byte 1[01]/,
    ],
    ['a lone surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), /^bad\.md: error Not read: .*not UTF-8.*byte 2/],
    ['UTF-16 without a mark', Buffer.from('The quay current.\n', 'utf16le'), /^bad\.md: error Not read: .*not UTF-8/],
    [
      'an image',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      /^bad\.md: error Not read: .*not UTF-8.*byte 1\)/,
    ],
  ];
  for (const [what, content, note] of leftAlone) {
    it(`${what} is left alone with one clear line`, async () => {
      const { file, stderr, code } = await check(content);
      assert.match(stderr, note);
      assert.equal(code, 2);
      assert.equal(stderr.split('\n').length, 2);
      assert.deepEqual([file.unread.length, file.unread[0]?.range], [1, null]);
      assert.deepEqual(file.findings, []);
    });
  }

  const read: [string, string | Buffer, number[]][] = [
    ['an empty file', '', []],
    ['a blank file', '\n\n \n', []],
    ['a BOM, which offsets do not count', '\uFEFFThe quay current.\n', [4]],
    ['UTF-16', Buffer.from('\uFEFFOne.\r\n\r\nThe quay current.\r\n', 'utf16le'), [12]],
    ['UTF-16, the other way round', Buffer.from('\uFEFFThe quay current.\n', 'utf16le').swap16(), [4]],
    ['CRLF', 'One.\r\n\r\nThe quay current.\r\n', [12]],
    ['lone CR', 'One.\r\rThe quay current.\r', [10]],
    ['a NUL', 'A \u0000 here.\n\nThe quay current.\n', [15]],
    ['nearly a million characters', `The quay current.\n\n${sentences.repeat(2000)}`, [4]],
  ];
  for (const [what, content, offsets] of read) {
    it(`${what} is read`, async () => {
      const { file, code } = await check(content);
      assert.deepEqual(file.unread, []);
      assert.equal(code, offsets.length > 0 ? 1 : 0);
      assert.deepEqual(
        file.findings.map(({ range }) => range.start.offset),
        offsets,
      );
    });
  }

  it('a paragraph that would take minutes is left unread and named, and the rest is read', async () => {
    const { file, stderr } = await check(`One.\n\n${'a*b_c '.repeat(60_000)}\n\nThe quay current.\n`);
    assert.match(stderr, /^bad\.md:3:1: note Not read: a paragraph .+\n$/);
    assert.equal(file.unread.length, 1);
    assert.deepEqual(
      file.findings.map(({ range }) => range.start.line),
      [5],
    );
  });

  it('thousands of findings are all printed', async () => {
    const { file } = await check('The quay current.\n\n'.repeat(5000));
    assert.equal(file.findings.length, 5000);
    const { stdout } = await plumbline(['check', 'bad.md'], { cwd: folder.path });
    assert.match(stdout, /\n5000 findings \(5000 errors\) in 1 file/);
  });

  it('the same holds for standard input', async () => {
    const { code, stdout, stderr } = await plumbline(['check', '-'], {
      cwd: folder.path,
      stdin: Buffer.from([0x61, 0xff]),
    });
    assert.match(stderr, /^<stdin>: error Not read: not UTF-8/);
    assert.equal(stdout, 'Nothing was checked; 1 file not read\n');
    assert.equal(code, 2);
  });

  it('control characters of a report do not reach the terminal', async () => {
    folder.write('escape.md', 'The quay\u001b[31m current and the quay current.\n');
    const { stdout } = await plumbline(['check', 'escape.md'], { cwd: folder.path });
    assert.ok(!stdout.includes('\u001b'));
  });

  it('a file that may not be read is an error, and the others are read', async () => {
    if (process.getuid?.() === 0) {
      // Root reads everything; what the system refuses even root is reading its own memory from the start.
      const { code, stderr, stdout } = await plumbline(['check', '/proc/self/mem'], { cwd: folder.path });
      assert.match(stderr, /^(?:plumbline: note .+\n)?\/proc\/self\/mem: error Cannot be read: .+\n$/);
      assert.deepEqual([code, stdout], [2, 'Nothing was checked; 1 file not read\n']);
      return;
    }
    folder.write('secret.md', 'The quay current.\n');
    folder.write('open.md', 'The quay current.\n');
    chmodSync(join(folder.path, 'secret.md'), 0);
    const { code, stderr, stdout } = await plumbline(['check', 'secret.md', 'open.md'], { cwd: folder.path });
    assert.match(stderr, /^secret\.md: error Cannot be read: permission denied\.\n$/);
    assert.match(stdout, /^open\.md\n/);
    assert.equal(code, 2);
  });

  it('what the system refuses is said in the language of the messages', async () => {
    folder.write('report.md', 'The quay current.\n');
    for (const [args, said] of [
      [['explain', 'none.md:3'], 'none.md: 无法读取：没有这个文件或文件夹。'],
      [['explain', 'report.md/none.md:3'], 'report.md/none.md: 无法读取：路径中有一段不是文件夹。'],
      [['pack', 'new', 'report.md/ours'], 'report.md/ours: 无法写入：路径中有一段不是文件夹。'],
      [['pack', 'new', `${'x'.repeat(300)}/ours`], `${'x'.repeat(300)}/ours: 无法写入：名称过长。`],
    ] as const) {
      const { code, stderr } = await plumbline([...args, '--locale', 'zh'], { cwd: folder.path });
      assert.deepEqual([code, stderr], [2, `plumbline: ${said}\n`]);
    }
    // What has no words of its own is said as the system does.
    const rare = Object.assign(new Error('EPROTO: protocol error, read'), { code: 'EPROTO' });
    assert.equal(systemReason(rare, 'zh'), 'protocol error');
    assert.equal(systemReason(new Error("EACCES: permission denied, open 'x'"), 'en'), 'permission denied');
  });
});
