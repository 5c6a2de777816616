import assert from 'node:assert/strict';
import { buildProgram } from '../../server/src/cli/program.js';
import { displayWidth } from '../../server/src/layout/display-width.js';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';

/** Every command, as it is written. */
function commands(): string[][] {
  const below = (command: ReturnType<typeof buildProgram>, path: string[]): string[][] => [
    path,
    ...command.commands.flatMap((each) => below(each, [...path, each.name()])),
  ];
  return below(buildProgram([]), []);
}

describe('the help of a command', () => {
  let folder: Folder;
  before(() => {
    folder = makeFolder();
  });
  after(() => folder.remove());
  const help = async (command: string[], locale: string) => {
    const { code, stdout, stderr } = await plumbline([...command, '--locale', locale, '--help'], { cwd: folder.path });
    assert.deepEqual([code, stderr], [0, '']);
    return stdout;
  };

  it('finds the commands', () => {
    const names = commands().map((path) => path.join(' '));
    for (const name of [
      'check',
      'fix',
      'explain',
      'list',
      'init',
      'new',
      'pack new',
      'pack check',
      'pack test',
      'lsp',
    ]) {
      assert.ok(names.includes(name), name);
    }
  });

  it('is what `help` before a command shows too', async () => {
    for (const command of [[], ['check'], ['pack', 'new']]) {
      const { code, stdout, stderr } = await plumbline(['help', ...command, '--locale', 'en'], { cwd: folder.path });
      assert.deepEqual([code, stderr, stdout], [0, '', await help(command, 'en')]);
    }
  });

  for (const command of commands().filter((path) => path[0] !== 'lsp')) {
    const name = ['plumbline', ...command].join(' ');
    for (const [locale, examples] of [
      ['en', 'Examples:'],
      ['zh', '示例：'],
    ] as const) {
      it(`of ${name} fits a terminal and shows examples (${locale})`, async () => {
        const text = await help(command, locale);
        for (const line of text.split('\n')) assert.ok(displayWidth(line) <= 80, line);
        const [, shown = ''] = text.split(`\n${examples}\n`);
        assert.match(shown, new RegExp(`^ {2}${name}`));
        // Each option and argument has its words.
        for (const line of text.split('\n')) assert.doesNotMatch(line, /^ {2}--?[\w-]+(, --[\w-]+)?( <[^>]+>)?$/);
      });
    }
  }

  it('speaks Chinese wherever --locale stands, and where the environment does', async () => {
    const after = await help(['check'], 'zh');
    assert.match(after, /指出报告与词库不符之处。/);
    const before = await plumbline(['--locale=zh', 'check', '--help'], { cwd: folder.path });
    assert.equal(before.stdout, after);
    const environment = await plumbline(['check', '--help'], { cwd: folder.path, env: { LC_ALL: 'zh_CN.UTF-8' } });
    assert.equal(environment.stdout, after);
  });

  const errors: [string[], string][] = [
    [['chekc'], '没有命令“chekc”（是否指“check”？）'],
    [['check', '--nope'], '没有选项“--nope”；详见“plumbline --help”'],
    [['check', '--format', 'xml'], '选项“--format <format>”的值“xml”无效。可用值：text, json。'],
    [['explain'], '缺少参数“subject”；详见“plumbline --help”'],
    [['init', 'x'], '参数过多；详见“plumbline --help”'],
    [['list', 'things'], '参数“what”的值“things”无效。可用值：rules, entries, reports, sources。'],
  ];
  for (const [args, message] of errors) {
    it(`says what is wrong in Chinese: ${args.join(' ')}`, async () => {
      const outcome = await plumbline(args, { cwd: folder.path, env: { LC_ALL: 'zh_CN.UTF-8' } });
      assert.deepEqual(outcome, { code: 2, stdout: '', stderr: `plumbline: ${message}\n` });
    });
  }
});
