import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { zipSync } from 'fflate';
import { en } from '../../server/src/core/messages/en.js';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (...names: string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, bytes('<x/>'.repeat(50))]))));
const docx = zip('[Content_Types].xml', 'word/document.xml');
const odt = Buffer.from(
  zipSync({ mimetype: [bytes('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': bytes('<x/>') }),
);
/** 港口使用码头电，费用由港务局在年中审定。 */
const gb18030 = Buffer.from(
  'b8dbbfdacab9d3c3c2ebcdb7b5e7a3acb7d1d3c3d3c9b8dbcef1bed6d4dac4ead6d0c9f3b6a8a1a30a',
  'hex',
);
/** 港口使用碼頭電，費用由港務局在年中審定。 */
const big5 = Buffer.from('b4e4a466a8cfa5cebd58c059b971a141b64fa5cea5d1b4e4b0c8a7bda662a67ea4a4bc66a977a1430a', 'hex');
const windows1252 = Buffer.from('The caf\xE9 by the quay has no \x93quay current\x94.\n', 'latin1');
const damaged = Buffer.concat([Buffer.from('岸电'), Buffer.from([0xe9, 0x20]), Buffer.from('的费用。\n')]);
const pandoc = (path: string) => `pandoc ${path} -t gfm --wrap=none | plumbline check - --stdin-path ${path}`;
const iconv = (encoding: string, path: string) =>
  `iconv -f ${encoding} -t UTF-8 ${path} | plumbline check - --stdin-path ${path}`;
const dense = `One.\n\n${'a*b_c '.repeat(2000)}\n\nThe quay current.\n`;

interface Output {
  files: { path: string; findings: unknown[]; unread: { range: unknown; reason: string; message: string }[] }[];
  summary: { unread: number };
  problems?: { path: string; message: string }[];
}

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../server/schemas/output.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true }).compile<Output>(schema);

/** The output that a program reads, held to its schema. */
function parsed(stdout: string): Output {
  const output: unknown = JSON.parse(stdout);
  assert.ok(validate(output), JSON.stringify(validate.errors));
  return output;
}

describe('what was not read (trial 4.2)', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeHarbour({ 'found.md': 'The quay current.\n', 'clean.md': 'The berth fee.\n' });
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => plumbline(args, { cwd: folder.path });

  const files: [string, string, Buffer | string, string, string, string?][] = [
    ['a Word document', 'r.docx', docx, 'format', pandoc('r.docx')],
    [
      'a Word document with another ending',
      'r.md',
      docx,
      'format',
      pandoc('-f docx r.md').replace('path -f docx', 'path'),
    ],
    ['an OpenDocument text', 'r.odt', odt, 'format', pandoc('r.odt')],
    ['an OpenDocument text with another ending', 'r.md', odt, 'format', 'pandoc -f odt r.md'],
    ['an HTML page', 'r.html', '<p>The quay current.</p>\n', 'format', pandoc('r.html')],
    ['an HTML page', 'r.htm', '<p>The quay current.</p>\n', 'format', pandoc('r.htm')],
    ['an HTML page with another ending', 'r.md', '\n<!DOCTYPE html>\n<html>\n', 'format', 'pandoc -f html r.md'],
    ['an HTML page behind a comment', 'r.md', '<!-- saved -->\n<html>\n', 'format', 'pandoc -f html r.md'],
    ['rich text', 'r.rtf', '{\\rtf1 The quay current.}', 'format', pandoc('r.rtf')],
    ['a PDF', 'r.pdf', Buffer.from('%PDF-1.7\n%\xE2\xE3\n', 'latin1'), 'format', 'Plumbline reads Markdown'],
    ['a PDF with another ending', 'r.md', Buffer.from('%PDF-1.7\n', 'latin1'), 'format', 'Plumbline reads Markdown'],
    ['GB18030', 'r.md', gb18030, 'encoding', iconv('GB18030', 'r.md')],
    ['Big5', 'r.md', big5, 'encoding', iconv('BIG5', 'r.md')],
    ['Windows-1252', 'r.md', windows1252, 'encoding', iconv('WINDOWS-1252', 'r.md')],
    ['UTF-16 without a mark', 'r.md', Buffer.from('The quay.\n', 'utf16le'), 'encoding', iconv('UTF-16LE', 'r.md')],
    [
      'UTF-16 without a mark',
      'r.md',
      Buffer.from('港口 1\n', 'utf16le').swap16(),
      'encoding',
      iconv('UTF-16BE', 'r.md'),
    ],
    ['UTF-32', 'r.md', Buffer.from('\uFEFF\0a\0b\0', 'utf16le'), 'encoding', iconv('UTF-32', 'r.md')],
    ['UTF-8 with a wrong byte', 'r.md', damaged, 'encoding', '(see byte 7). Save it as UTF-8.'],
    ['UTF-8 cut off', 'r.md', damaged.subarray(0, 5), 'encoding', '(see byte 4). Save it as UTF-8.'],
    ['a picture', 'r.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'encoding', 'Save it as UTF-8.'],
    ['a name that a shell would part', "it's mine.docx", docx, 'format', `pandoc 'it'\\''s mine.docx' -t gfm`],
    ['a text too long', 'r.md', 'a\n'.repeat(500_001), 'too-long', 'longer than 1,000,000 characters'],
    ['more list items than can be read', 'r.md', '- a\n'.repeat(25_001), 'too-many', 'more paragraphs, list items'],
  ];
  for (const [what, path, content, reason, wayOut] of files) {
    it(`${what} named outright (${path}) fails with the way out; found, it is a note`, async () => {
      folder.write(path, content);
      const named = await run('check', path, 'clean.md');
      assert.match(named.stderr, /^.+: error Not read: .+\n$/);
      assert.ok(named.stderr.includes(wayOut), named.stderr);
      assert.deepEqual([named.code, named.stdout], [2, 'No findings in 1 file; 1 file not read\n']);

      const found = await run('check', '*');
      assert.match(found.stderr, /^.+: note Not read: .+\n/m);
      assert.ok(found.stderr.includes(wayOut), found.stderr);
      assert.equal(found.code, 1);

      const { files, problems, summary } = parsed((await run('check', '--format', 'json', path)).stdout);
      assert.deepEqual(
        files.map((file) => [file.path, file.findings, file.unread.map((part) => [part.range, part.reason])]),
        [[path, [], [[null, reason]]]],
      );
      assert.deepEqual([problems?.length, problems?.[0]?.message], [1, files[0]?.unread[0]?.message]);
      assert.equal(summary.unread, 1);
    });
  }

  it('fails beside findings too, and where a glob or a folder has the file as well', async () => {
    folder.write('r.docx', docx);
    folder.write('docs/bad.md', gb18030);
    assert.equal((await run('check', 'found.md', 'r.docx')).code, 2);
    assert.equal((await run('check', '*.docx')).code, 0);
    assert.equal((await run('check', '*.docx', 'r.docx')).code, 2);
    assert.equal((await run('check', 'docs')).code, 0);
    assert.equal((await run('check', 'docs', 'docs/bad.md')).code, 2);
    assert.equal((await run('check', '.')).code, 1);
  });

  it('says the same of standard input, whatever its path', async () => {
    const check = (stdin: Buffer | string, ...args: string[]) =>
      plumbline(['check', '-', ...args], { cwd: folder.path, stdin });
    const piped = await check(docx, '--stdin-path', 'r.docx');
    assert.match(
      piped.stderr,
      /^r\.docx: error .+ … \| pandoc -f docx -t gfm --wrap=none \| plumbline check - --stdin-path r\.docx\n$/,
    );
    assert.equal(piped.code, 2);
    assert.match(
      (await check(gb18030)).stderr,
      /^<stdin>: error .+ … \| iconv -f GB18030 -t UTF-8 \| plumbline check -\n$/,
    );
    const converted = await check('The quay current.\n', '--stdin-path', 'r.docx');
    assert.match(converted.stdout, /^r\.docx\n {2}1:5 {2}error/);
    assert.equal(converted.code, 1);
    assert.equal((await check(Buffer.from('\uFEFFThe quay current.\n', 'utf16le'))).code, 1);
  });

  it('fails fix, claims and explain, which write nothing', async () => {
    folder.write('r.docx', docx);
    folder.write('r.md', gb18030);
    const fix = await run('fix', 'r.docx', 'r.md', 'found.md');
    assert.equal(fix.code, 2);
    assert.match(fix.stderr, /^r\.docx: error .+ pandoc r\.docx -t gfm --wrap=none > r\.md && plumbline fix r\.md$/m);
    assert.match(
      fix.stderr,
      /^r\.md: error .+ iconv -f GB18030 -t UTF-8 r\.md > r\.utf-8\.md && plumbline fix r\.utf-8\.md$/m,
    );
    assert.match(fix.stdout, /\n1 change made in 1 file; 2 files not read\n$/);
    assert.deepEqual(readFileSync(join(folder.path, 'r.md')), gb18030);
    assert.equal((await run('fix', '*')).code, 0);

    const claims = await run('claims', 'r.md');
    assert.match(claims.stderr, /plumbline claims - --stdin-path r\.md\n$/);
    assert.match(claims.stdout, /; 1 file not read\n$/);
    assert.equal(claims.code, 2);
    assert.equal((await run('claims', '*')).code, 0);

    for (const place of ['r.docx', 'r.docx:1', 'r.md:1']) {
      const { code, stderr } = await run('explain', place);
      assert.match(stderr, /: Not read: .+&& plumbline explain /);
      assert.equal(code, 2);
    }
    folder.write('wide.md', Buffer.from('\uFEFFThe quay current.\n', 'utf16le').swap16());
    assert.match((await run('explain', 'wide.md:1')).stdout, /1:5 {2}error/);
    assert.equal((await run('claims', 'wide.md')).code, 0);
  });

  it('is told in Chinese', async () => {
    folder.write('报告.docx', docx);
    folder.write('旧稿.md', gb18030);
    const { stderr, stdout } = await run('check', '--locale', 'zh', '报告.docx', '旧稿.md', 'clean.md');
    assert.equal(
      stderr,
      `报告.docx: 错误 未读取：Word文档，而Plumbline只读Markdown。可运行：${pandoc('报告.docx')}\n` +
        `旧稿.md: 错误 未读取：不是UTF-8文本（见第1字节）。可能是GB18030。可运行：${iconv('GB18030', '旧稿.md')}\n`,
    );
    assert.equal(stdout, '1个文件未发现问题；2个文件未读取\n');
  });

  describe('of a report that was read', () => {
    it('stands among its findings, and the exit code stays', async () => {
      folder.write('dense.md', `A dock duty.\n\n${dense}`);
      const { code, stdout, stderr } = await run('check', 'dense.md');
      assert.equal(stderr, '');
      assert.equal(code, 1);
      const lines = stdout.split('\n');
      assert.match(lines[1] ?? '', /^ {2}1:3 {2}warning /);
      assert.equal(lines[2], '  line 5 not read: a paragraph with too much markup to be read in time');
      assert.match(lines[3] ?? '', /^ {2}7:5 {2}error /);
      assert.equal(
        lines.at(-2),
        '2 findings (1 error, 1 warning) in 1 file, 2 fixable with “plumbline fix”; 1 part not read',
      );
    });

    it('stands alone where nothing was found, over its lines', async () => {
      folder.write('deep.md', `A berth.\n\n${`${'> '.repeat(101)}a\n`.repeat(3)}`);
      assert.deepEqual(await run('check', 'deep.md'), {
        code: 0,
        stderr: '',
        stdout:
          'deep.md\n  lines 3–5 not read: quotes or lists nested too deep\n\nNo findings in 1 file; 1 part not read\n',
      });
      assert.equal(
        (await run('check', '--locale', 'zh', 'deep.md')).stdout,
        'deep.md\n  第3–5行未读取：引用或列表嵌套过深\n\n1个文件未发现问题；1处未读取\n',
      );
    });

    it('begins where something was opened that never closes', async () => {
      folder.write('open.md', 'A dock duty.\n\n$$\nx = 1\n\nThe quay current.\n');
      folder.write('later.md', 'The quay current.\n\n<!-- later\n\nThe dock duty.\n');
      const { code, stdout } = await run('check', 'open.md', 'later.md');
      assert.equal(code, 1);
      assert.match(
        stdout,
        /^open\.md\n {2}1:3 {2}warning .+\n {2}lines 3–6 not read: an equation that never closes\n\n/,
      );
      assert.match(stdout, /\n {2}lines 3–5 not read: a comment that never closes\n\n/);
      assert.match(stdout, /\n2 findings .+; 2 parts not read\n$/);
      const chinese = (await run('check', '--locale', 'zh', 'open.md')).stdout;
      assert.match(chinese, /\n {2}第3–6行未读取：公式没有结束标记\n\n.+；1处未读取\n$/);
      const { files } = parsed((await run('check', '--format', 'json', 'open.md')).stdout);
      assert.deepEqual(
        files[0]?.unread.map(({ reason, message }) => [reason, message]),
        [['unclosed', 'Not read: an equation that never closes.']],
      );
    });

    it('stands in JSON with its range', async () => {
      folder.write('dense.md', dense);
      const { files, summary } = parsed((await run('check', '--format', 'json', 'dense.md', 'found.md')).stdout);
      assert.deepEqual(
        files.map(({ unread }) => unread),
        [
          [
            {
              range: { start: { line: 3, column: 1, offset: 6 }, end: { line: 3, column: 12_001, offset: 12_006 } },
              reason: 'too-dense',
              message: 'Not read: a paragraph with too much markup to be read in time.',
            },
          ],
          [],
        ],
      );
      assert.equal(summary.unread, 1);
    });

    it('is said by fix and claims', async () => {
      folder.write('dense.md', dense);
      for (const command of ['fix', 'claims']) {
        const { stderr, code } = await run(command, 'dense.md');
        assert.match(stderr, /^dense\.md:3:1: note Not read: a paragraph /);
        assert.equal(code, 0);
      }
    });

    it('is the whole of one in a script that no pack writes, and never an error (trial 1.16)', async () => {
      folder.write('hant.md', '港口使用碼頭電，費用由港務局在年中審定。\n');
      const { code, stdout, stderr } = await run('check', 'hant.md');
      assert.deepEqual([code, stderr], [0, '']);
      assert.equal(
        stdout,
        'hant.md\n  not read: no pack in force has forms in traditional Chinese, so nothing was looked for\n\nNo findings in 1 file; 1 part not read\n',
      );
      assert.equal(
        (await run('check', '--locale', 'zh', 'hant.md')).stdout,
        'hant.md\n  未读取：现用词库没有繁体写法，未作核对\n\n1个文件未发现问题；1处未读取\n',
      );
      const { files } = parsed((await run('check', '--format', 'json', 'hant.md')).stdout);
      assert.deepEqual(
        files[0]?.unread.map(({ range, reason }) => [range, reason]),
        [[null, 'foreign-script']],
      );
      assert.match(
        (await run('explain', 'hant.md:1')).stdout,
        /\nParts not read\n {2}Not read: no pack in force has forms in traditional Chinese/,
      );
    });
  });

  it('is described by the schema, as all of the output is', async () => {
    const examples = join(import.meta.dirname, '../../examples');
    const { stdout } = await plumbline(['check', '--format', 'json', '.', 'none.md'], { cwd: examples });
    const { files, problems } = parsed(stdout);
    assert.ok(files.flatMap(({ findings }) => findings).length > 15);
    assert.equal(problems?.length, 1);
    assert.equal(validate({ version: 1, files: [], summary: {} }), false);
    const known: readonly string[] = schema.definitions.unread.properties.reason.enum;
    const reasons = Object.keys(en).flatMap((id) => /^unread\.(.+)$/.exec(id)?.[1] ?? []);
    assert.ok(reasons.length > 5);
    for (const reason of reasons) assert.ok(known.includes(reason), reason);
  });
});
