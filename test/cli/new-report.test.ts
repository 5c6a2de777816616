import assert from 'node:assert/strict';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';

const pack = `
name: quay
languages: [en, zh]
tasks:
  dredge: {preferred: {en: dredge the fairway, zh: 疏浚航道}}
taskLists:
  plan: {preferred: {en: the plan, zh: 计划}, tasks: [dredge]}
reports:
  tide-letter:
    preferred: {en: tide letter, zh: 潮汐通讯}
    title: {en: 'Tides of \${1:[month]}', zh: '\${1:【填写月份】}潮汐'}
    sections: [{id: work, heading: {en: [Work], zh: [工作]}, required: true, holds: tasks}]
    tasks: plan
`;

describe('plumbline new', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder({ 'plumbline.yaml': 'packs: [quay]\nfiles: ["*.md"]\n', 'packs/quay/pack.yaml': pack });
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => plumbline(['new', ...args], { cwd: folder.path });

  it('writes a report of a type to standard output', async () => {
    const { code, stdout, stderr } = await run('tide-letter', '--date', '2024-05-20');
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      `---
title: "Tides of [month]"
date: 2024-05-20
language: en
report: tide-letter
---

# Tides of [month]

## Work

- Dredge the fairway: [measures, bodies, dates]
`,
    );
  });

  it('writes it into a file that is not there yet, which is one information to check', async () => {
    const written = await run('tide-letter', 'may.md');
    assert.deepEqual(written, { code: 0, stdout: 'Wrote may.md; the places to fill are in brackets.\n', stderr: '' });
    const checked = await plumbline(['check', '--format', 'json'], { cwd: folder.path });
    const { files } = JSON.parse(checked.stdout);
    assert.deepEqual(
      files.map(({ path, findings }: { path: string; findings: { rule: string; severity: string }[] }) => [
        path,
        findings.map(({ rule, severity }) => [rule, severity]),
      ]),
      [['may.md', [['placeholder-unfilled', 'information']]]],
    );
    const before = folder.read('may.md');
    const again = await run('tide-letter', 'may.md');
    assert.deepEqual(again, {
      code: 2,
      stdout: '',
      stderr: 'plumbline: may.md: It exists already and was left as it is.\n',
    });
    assert.equal(folder.read('may.md'), before);
  });

  it('makes the folder that the file is to be in', async () => {
    const written = await run('tide-letter', 'reports/2024/june.md');
    assert.equal(written.stderr, '');
    assert.match(folder.read('reports/2024/june.md'), /^report: tide-letter$/m);
  });

  it('is in the language asked for, else of the config, else of the messages', async () => {
    const head = async (...args: string[]) => (await run('tide-letter', ...args)).stdout.split('\n')[1];
    assert.equal(await head('--language', 'zh-Hans'), 'title: "【填写月份】潮汐"');
    assert.equal(await head('--locale', 'zh'), 'title: "【填写月份】潮汐"');
    folder.write('plumbline.yaml', 'packs: [quay]\nlanguage: zh\n');
    assert.equal(await head(), 'title: "【填写月份】潮汐"');
    assert.equal(await head('--language', 'en', '--locale', 'zh'), 'title: "Tides of [month]"');
  });

  it('takes the name of a type as well as its id', async () => {
    assert.equal((await run('潮汐通讯')).code, 0);
    assert.equal((await run('Tide Letter')).code, 0);
  });

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    [
      'an unknown type',
      ['tide-leter'],
      'tide-leter: No pack in force has this report type. Did you mean “tide-letter”?',
    ],
    ['another', ['memo'], 'memo: No pack in force has this report type; there are tide-letter.'],
    ['the same in Chinese', ['memo', '--locale', 'zh'], 'memo: 现用词库没有此报告类型，已有：tide-letter。'],
    [
      'a language of no pack',
      ['tide-letter', '--language', 'fr'],
      '--language fr: The pack of this report type does not speak it; it speaks en, zh.',
    ],
    [
      'a folder in a file',
      ['tide-letter', 'plumbline.yaml/may.md'],
      'plumbline.yaml/may.md: Cannot be written: not a directory.',
    ],
    ['a folder', ['tide-letter', 'packs'], 'packs: It exists already and was left as it is.'],
  ];
  for (const [what, args, message] of refused)
    it(`refuses ${what}`, async () => {
      assert.deepEqual(await run(...args), { code: 2, stdout: '', stderr: `plumbline: ${message}\n` });
    });
});
