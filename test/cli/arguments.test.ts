import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

const { version } = JSON.parse(readFileSync(new URL('../../server/package.json', import.meta.url), 'utf8')) as {
  version: string;
};

describe('the arguments of the command', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour({ 'a.md': 'The berth fee.\n' });
  });
  after(() => folder.remove());
  const run = (...args: string[]) => plumbline(args, { cwd: folder.path });

  const usage: [string[], RegExp][] = [
    [['--help'], /^Usage: plumbline /],
    [['check', '--help'], /^Usage: plumbline check .*--fail-on.*Exit codes:\n {2}0 .*\n {2}1 .*errors.*\n {2}2 /s],
    [['fix', '--help'], /^Usage: plumbline fix .*--dry-run/s],
    [['lsp', '--help'], /^Usage: plumbline lsp .*--stdio/s],
  ];
  for (const [args, expected] of usage) {
    it(`${args.join(' ')} prints the usage`, async () => {
      const { code, stdout, stderr } = await run(...args);
      assert.match(stdout, expected);
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });
  }

  it('names every option of check in its help', async () => {
    const { stdout } = await run('check', '--help');
    for (const option of 'format pack config date region report language stdin-path rule fail-on locale'.split(' ')) {
      assert.match(stdout, new RegExp(`^ +--${option} `, 'm'));
    }
  });

  for (const args of [['--version'], ['-v'], ['check', '--version'], ['fix', '--version'], ['lsp', '--version']]) {
    it(`${args.join(' ')} prints the version`, async () => {
      assert.deepEqual(await run(...args), { code: 0, stdout: `${version}\n`, stderr: '' });
    });
  }

  const wrong: [string[], string][] = [
    [['chekc'], "unknown command 'chekc' (Did you mean check?)"],
    [['a.md'], "unknown command 'a.md'; see “plumbline --help”"],
    [['--nope'], "unknown option '--nope'; see “plumbline --help”"],
    [['check', '--reporter', 'json', 'a.md'], "unknown option '--reporter' (Did you mean --format json?)"],
    [['check', '--output-format=json'], "unknown option '--output-format=json' (Did you mean --format json?)"],
    [['check', '--fix', 'a.md'], "unknown option '--fix' (Did you mean plumbline fix?)"],
    [
      ['check', '--format', 'jsn'],
      "option '--format <format>' argument 'jsn' is invalid. Allowed choices are text, json. (Did you mean json?)",
    ],
    [
      ['list', 'entrys'],
      "command-argument value 'entrys' is invalid for argument 'what'. Allowed choices are rules, entries, reports, sources. (Did you mean entries?)",
    ],
    [['check', '--formt', 'json'], "unknown option '--formt' (Did you mean --format?)"],
    [
      ['check', '--format', 'xml'],
      "option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json.",
    ],
    [
      ['check', '--date', '2023-02-30'],
      "option '--date <day>' argument '2023-02-30' is invalid. Write a day as 2023-10-10.",
    ],
    [['check', '--date', 'May'], "option '--date <day>' argument 'May' is invalid. Write a day as 2023-10-10."],
    [['check', '--fail-on'], "option '--fail-on <severity>' argument missing; see “plumbline --help”"],
    [
      ['check', '--locale', 'fr', 'a.md'],
      "option '--locale <locale>' argument 'fr' is invalid. Allowed choices are en, zh.",
    ],
    ...Object.entries({ cn: 'zh', 'zh-CN': 'zh', 'zh_CN.UTF-8': 'zh', Chinese: 'zh', 中文: 'zh', en_US: 'en' }).map(
      ([written, meant]): [string[], string] => [
        ['list', 'rules', '--locale', written],
        `option '--locale <locale>' argument '${written}' is invalid. Allowed choices are en, zh. (Did you mean ${meant}?)`,
      ],
    ),
    [['check', '--locale', 'es'], "option '--locale <locale>' argument 'es' is invalid. Allowed choices are en, zh."],
    [['fix', '--format', 'json'], "unknown option '--format'; see “plumbline --help”"],
    [['lsp'], "required option '--stdio' not specified; see “plumbline --help”"],
    [['check', '--config', 'none.yaml', 'a.md'], '--config none.yaml: No such file or folder.'],
    [['check', '-', 'a.md'], '- (standard input) cannot be combined with other paths'],
    [['check', '--stdin-path', 'b.md', 'a.md'], '--stdin-path goes with - (standard input) only'],
  ];
  for (const [args, message] of wrong) {
    it(`${args.join(' ')} is wrong usage, said in one line`, async () => {
      assert.deepEqual(await run(...args), { code: 2, stdout: '', stderr: `plumbline: ${message}\n` });
    });
  }

  for (const args of [[], ['help'], ['pack'], ['help', 'check']]) {
    it(`plumbline ${args.join(' ')} prints the help`, async () => {
      const { code, stdout, stderr } = await run(...args);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^Usage: plumbline /);
    });
  }

  const unknown: [string[], RegExp][] = [
    [['--region', 'Chna'], /^plumbline: --region: Unknown region “Chna”\. Did you mean “CN”\?\n$/],
    [['--region', 'Wonderland'], /^plumbline: --region: Unknown region “Wonderland”\. Write an ISO 3166 code.*\n$/],
    [['--language', 'english'], /^plumbline: --language: “english” is not a language tag\. Did you mean “en”\?\n$/],
    [['--report', 'bulletn'], /^plumbline: --report: .*“bulletn”\. Did you mean “bulletin”\?\n$/],
    [['--report', 'minutes'], /^plumbline: --report: .*“minutes”\. The packs in force have bulletin and note\.\n$/],
    [
      ['--pack', 'new-industrialisation'],
      /^plumbline: --pack .*: No such pack \(Did you mean new-industrialization\?\)\n$/,
    ],
    [['--pack', '//host/share'], /^plumbline: --pack .*“\/\/host\/share” is on another machine\n$/],
  ];
  for (const [args, message] of unknown) {
    it(`${args.join(' ')} says what was likely meant in one line and nothing else, and is exit 2 (trial 4.1)`, async () => {
      for (const command of [
        ['check', '--format', 'json', 'a.md'],
        ['claims', 'a.md'],
        ['explain', 'a.md'],
      ]) {
        const { code, stdout, stderr } = await run(...command, ...args);
        assert.match(stderr, message);
        assert.deepEqual([code, stdout], [2, ''], command[0]);
      }
    });
  }

  it('blames no option for what may stand in a pack that is broken (trial 4.1)', async () => {
    folder.write('broken/plumbline.yaml', 'packs: [nowhere]\n');
    folder.write('broken/a.md', 'Fog.\n');
    const { code, stderr } = await run('check', '--report', 'minutes', 'broken/a.md');
    assert.match(stderr, /No pack “nowhere”/);
    assert.equal(code, 2);
  });

  it('takes the regions and languages that there are (trial 4.1)', async () => {
    for (const args of [
      ['--region', 'CN-GD'],
      ['--region', 'UK'],
      ['--language', 'zh-Hans'],
      ['--language', 'pt-BR'],
    ]) {
      assert.equal((await run('check', ...args, 'a.md')).code, 0, args.join(' '));
    }
  });

  it('says how to make the build where there is none', () => {
    const bin = join(folder.path, 'server/bin/plumbline.mjs');
    cpSync(fileURLToPath(new URL('../../server/bin/plumbline.js', import.meta.url)), bin);
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'check'], { encoding: 'utf8' });
    assert.equal(stderr, 'plumbline: the build is missing; make it with: npm run build\n');
    assert.deepEqual([status, stdout], [2, '']);
  });
});
