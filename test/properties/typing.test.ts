import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import {
  lintReport,
  mergePacks,
  type ReportSettings,
  readReport,
  unreadToTell,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { allClaims } from '../core/claims.js';
import { contexts, readPackFrom, vocabularyOf } from '../core/packs.js';

/** Of this many right lines one is typed; all of them are when this is 1, in some minutes. */
const step = 32;

interface Around {
  readonly before: string;
  readonly after: string;
}

/** What is found while a text is typed letter by letter, and neither before nor when it is done. */
function flashes(text: string, vocabulary: Vocabulary, settings: ReportSettings, around: Around): readonly string[] {
  const { before, after } = around;
  const found = (length: number, isTyped: boolean) => {
    const report = readReport(before + text.slice(0, length) + after, vocabulary, settings);
    const end = before.length + length;
    const options = isTyped ? { edited: { start: end - 1, end } } : {};
    return [
      ...lintReport(report, options).map(({ rule }) => rule),
      ...unreadToTell(report, options).map((u) => u.reason),
    ];
  };
  const known = new Set([...found(0, false), ...found(text.length, false)]);
  return Array.from(text, (_, i) =>
    found(i + 1, true)
      .filter((rule) => !known.has(rule))
      .map((rule) => `${rule}: ${text.slice(Math.max(0, i - 60), i + 1)}`),
  ).flat();
}

const alone: Around = { before: '', after: '' };
const between = (text: string): Around =>
  /\p{Script=Han}/u.test(text)
    ? { before: '# 标题\n\n一切正常。\n\n', after: '\n\n其后一切正常。\n' }
    : { before: '# The title\n\nAll was well.\n\n', after: '\n\nThen all was well.\n' };
const inParagraph = (text: string): Around =>
  /\p{Script=Han}/u.test(text)
    ? { before: '# 标题\n\n一切正常。', after: '其后一切正常。\n' }
    : { before: '# The title\n\nAll was well. ', after: ' Then all was well.\n' };

describe('letters typed into a right text: 0 flashes (trials 5.3, 5.10)', () => {
  for (const { pack, examples, neverFlag } of allClaims) {
    const vocabulary = vocabularyOf(pack);
    const chosen = [...examples.flatMap(({ right }) => right), ...neverFlag]
      .filter((_, i) => i % step === 0)
      .map((line) => (typeof line === 'string' ? { text: line } : line))
      // What a comment on the same line makes right is wrong before that.
      .filter(({ text }) => !text.includes('plumbline-disable-line'))
      .filter(({ text, ...settings }) => {
        const report = readReport(text, vocabulary, { ...contexts[pack], ...settings });
        return text.length < 600 && lintReport(report).length === 0;
      });
    it(`${chosen.length} right lines about ${pack}`, () => {
      const seen = chosen.flatMap(({ text, ...settings }) => {
        const places = text.startsWith('---')
          ? [alone]
          : text.includes('\n')
            ? [alone, between(text)]
            : [inParagraph(text)];
        return places.flatMap((around) => flashes(text, vocabulary, { ...contexts[pack], ...settings }, around));
      });
      assert.deepEqual(seen, []);
    }).timeout(300_000);
  }

  const harbour = mergePacks([
    readPackFrom({
      'pack.yaml': `
name: harbour
languages: [en, zh]
terms:
  power: {preferred: {en: shore power, zh: 岸电}, deprecated: {en: [quay current], zh: [码头供电]}}
  grid: {preferred: {en: quay current meter, zh: 码头供电表}}
organizations:
  office: {preferred: {en: Port and Harbour Office, zh: 港务局}, deprecated: {en: [Harbour], zh: [港务]}}
tasks:
  dredge: {preferred: {en: dredge the fairway, zh: 疏浚航道}}
  lights: {preferred: {en: renew the leading lights, zh: 更换导标灯}}
taskLists:
  spring: {preferred: {en: tasks of the spring meeting, zh: 春季会议任务}, tasks: [dredge, lights]}
reports:
  bulletin:
    preferred: {en: bulletin, zh: 通报}
    sections:
      - {id: work, heading: {en: Work in hand, zh: 在办工作}, required: true, holds: tasks}
      - {id: news, heading: {en: News, zh: 动态}}
    tasks: spring
`,
    }),
  ]).vocabulary;
  const texts = [
    'The quay current meter was read, and the quay currently stands empty.\n',
    '码头供电表已更换，港务局负责岸电。\n',
    'The Port and Harbour Office renewed it.\n',
    // “y” and “En” are words of other languages.
    'Great quay engines need shore power.\n',
    '"Of the quay current," she wrote, "we know little. It is small."\n',
    '她说：“码头供电很少。港务繁忙。”\n',
    'It was studied.[^1]\n\n[^1]: T. Moor, *The quay current of 1950*, 1951.\n',
    '---\ndate: 2024-05-01\nlanguage: en\nreport: bulletin\n---\n\n## Work in hand\n\nTwo tasks were set:\n\n- Dredge the fairway: begun.\n- Renew the leading lights: done.\n\n## News\n\nNone.\n',
    '---\nlanguage: zh\nreport: bulletin\n---\n\n## 在办工作\n\n### 一、疏浚航道\n\n两船作业。\n\n### 二、更换导标灯\n\n六月完成。\n\n## 动态\n\n| 项目 | 进度 |\n| --- | --- |\n| 岸电 | 完成 |\n',
    '+++\nreport = "bulletin"\n+++\n\n## Work in hand\n\nWe dredge the fairway and renew the leading lights.\n\n```sh\nquay current\n```\n\nIt holds $x < 5$ and <!-- a note --> more.\n',
  ];
  for (const text of texts)
    it(JSON.stringify(text), () => {
      const settings = { date: '2024-06-01' };
      assert.deepEqual(lintReport(readReport(text, harbour, settings)), []);
      // That sections are missing is so until they are there.
      const seen = flashes(text, harbour, settings, alone).filter((flash) => !flash.startsWith('section-missing'));
      assert.deepEqual(seen, []);
    });

  /** The rules heard where the last edit wrote the last `length` characters before `|`. */
  const heard = (marked: string, length = 1) => {
    const at = marked.indexOf('|');
    const report = readReport(marked.replace('|', ''), harbour, { date: '2024-06-01' });
    return lintReport(report, { edited: { start: at - length, end: at } }).map(({ rule }) => rule);
  };
  const spoken = [
    ['We use quay current |', []],
    ['We use quay current o|', ['term-deprecated']],
    ['We use quay current |of old.', []],
    ['We use quay current.|', ['term-deprecated']],
    ['We use quay current. It is dear|', ['term-deprecated']],
    ['We use 码头供电|', []],
    ['用码头供电|。', []],
    ['用码头供电来|', ['term-deprecated']],
    ['We use quay current.\n\nSo it was|', ['term-deprecated']],
  ] as const;
  for (const [marked, rules] of spoken)
    it(`hears ${JSON.stringify(marked)}`, () => assert.deepEqual(heard(marked), rules));

  it('hears what was put in whole', () => {
    assert.deepEqual(heard('We use quay currents| of old.', 13), ['term-deprecated']);
    assert.deepEqual(heard('We use quay currents| of old.', 1), []);
  });

  it('no word under the last edit is a misspelling (trial 5.10)', () => {
    const of = (text: string, edited?: number) =>
      lintReport(
        readReport(text, vocabularyOf('new-industrialization'), { date: '2023-10-10' }),
        edited === undefined ? {} : { edited: { start: edited - 1, end: edited } },
      ).map(({ rule }) => rule);
    const name = 'The Ministry of Industry and Information Techology';
    assert.deepEqual(of(`${name}`), ['term-misspelt']);
    assert.deepEqual(of(`${name}`, name.length), []);
    assert.deepEqual(of(`${name} `, name.length + 1), ['term-misspelt']);
    assert.deepEqual(of(`${name} met.`, name.length), []);
    assert.deepEqual(of(`${name} met.`, 3), ['term-misspelt']);
    assert.deepEqual(of('开展装备公关工程。', 6), []);
    assert.deepEqual(of('开展装备公关工程。', 9), ['term-misspelt']);
  });
});

interface Sentence {
  readonly id: string;
  readonly before?: string;
  readonly type: string;
  readonly after?: string;
}

describe('right sentences written without sight of the code, typed letter by letter: 0 findings', () => {
  const folder = join(import.meta.dirname, '../fixtures/first-sight');
  for (const file of ['typing.yml', 'typing-further.yml']) {
    const { pack, sentences }: { readonly pack: string; readonly sentences: readonly Sentence[] } = parse(
      readFileSync(join(folder, file), 'utf8'),
    );
    const { vocabulary } = mergePacks([readPackFrom({ 'pack.yaml': pack })]);
    for (const { id, before, type, after } of sentences)
      it(`${file} ${id}: ${type.trim()}`, () => {
        const given = before === undefined && after === undefined ? inParagraph(type) : { before, after };
        for (const around of [alone, { before: given.before ?? '', after: given.after ?? '' }]) {
          for (const typed of ['', type])
            assert.deepEqual(lintReport(readReport(around.before + typed + around.after, vocabulary, {})), []);
          assert.deepEqual(flashes(type, vocabulary, {}, around), []);
        }
      });
  }
});
