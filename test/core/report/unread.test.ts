import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  lintReport,
  mergePacks,
  type ReportSettings,
  readReport,
  type Unread,
  unreadMessage,
  unreadReason,
} from '../../../server/src/core/index.js';
import { simplifiedOnly, traditionalOnly } from '../../../server/src/core/language/han-scripts.js';
import { packFromDisk, readPackFrom } from '../packs.js';

const shipped = mergePacks([packFromDisk('new-industrialization')]).vocabulary;

const traditionalPack = readPackFrom({
  'pack.yaml': `name: harbour
languages: [en, zh]
terms:
  shore-power: {preferred: {en: shore power, zh: 岸電}, deprecated: {zh: [碼頭電]}}
  berth: {preferred: {zh: 泊位使用費}}
`,
});
const traditional = mergePacks([traditionalPack]).vocabulary;
const both = mergePacks([packFromDisk('new-industrialization'), traditionalPack]).vocabulary;

const read = (text: string, vocabulary = shipped, settings: ReportSettings = {}) =>
  readReport(text, vocabulary, { date: '2023-10-10', region: 'CN', ...settings });
const reasons = (...args: Parameters<typeof read>) => read(...args).unread.map(({ reason }) => reason);

describe('a report in a script that the packs do not write (trial 1.16)', () => {
  const wrong: [string, string, ReportSettings?][] = [
    ['a sentence', '2022年，我國全部工業增加值達到45.2萬億元。\n'],
    [
      'a sentence with much English',
      '2022年，HKMA 公布的工業增加值 (industrial value added) 按年上升 5%，製造業佔 GDP 的 27%。\n',
    ],
    ['a legend and a list', '1. 建立個人檔案\n2. 與各廠聯繫\n'],
    ['front matter that says so', '---\nlanguage: zh-Hant\n---\n\n重大工業 2022\n'],
    ['front matter with a region', '---\nlanguage: zh-TW\n---\n\n工業增加值\n'],
    ['a config that says so', '本地工業\n', { language: 'zh-Hant-HK' }],
    [
      'a list and a table',
      '# 報告\n\n- 製造業\n- 服務業\n\n| 指標 | 數值 |\n| --- | --- |\n| 國內生產總值 | 121萬億 |\n',
    ],
    [
      'a quotation in the other script',
      '會議強調：“推进新型工业化”，並要求各部門認真學習貫徹，加強產業鏈建設，提升發展質量。\n',
    ],
  ];
  for (const [what, text, settings] of wrong) {
    it(`is said to be unread, once, and nothing is found in it: ${what}`, () => {
      const report = read(text, shipped, settings);
      assert.deepEqual(
        report.unread.map(({ reason, span }) => [reason, span]),
        [['foreign-script', { start: 0, end: text.length }]],
      );
      assert.deepEqual(lintReport(report), []);
      assert.equal(
        unreadMessage(report.unread[0] as Unread, 'en'),
        'Not read: no pack in force has forms in traditional Chinese, so nothing was looked for.',
      );
      assert.equal(unreadMessage(report.unread[0] as Unread, 'zh'), '未读取：现用词库没有繁体写法，未作核对。');
    });
  }

  it('is said of simplified text where the packs are traditional', () => {
    const report = read('码头电的收费标准由港务局审定。\n', traditional);
    assert.deepEqual(
      report.unread.map((unread) => unreadReason(unread, 'en')),
      ['no pack in force has forms in simplified Chinese, so nothing was looked for'],
    );
  });

  it('is not said where a pack has forms in the script', () => {
    const text = '碼頭電的收費標準由港務局審定。\n';
    assert.deepEqual(reasons(text, traditional), []);
    assert.deepEqual(
      lintReport(read(text, traditional)).map(({ rule }) => rule),
      ['term-deprecated'],
    );
    assert.deepEqual(reasons(text, both), []);
    assert.deepEqual(reasons('码头电的收费标准由港务局审定。\n', both), []);
  });

  const right: [string, string, ReportSettings?][] = [
    ['a word', '推进新工业化，学习《臺灣總督府檔案》一书。\n'],
    [
      'a title and a name',
      '# 訪問國立臺灣大學\n\n本月，代表团访问臺灣大學，就产业链合作进行了座谈，双方还签订协议，推进新工业化。\n',
    ],
    ['a block quote', '> 國家興亡，匹夫有責，這是顧炎武說過的話，後來經過梁啟超的總結。\n\n推进新工业化，压实责任。\n'],
    ['a quotation', '他写道：“國家興亡，匹夫有責，這個道理從來沒有變過。”我们要推进新工业化。\n'],
    ['nothing else, in marks', '“國家興亡，匹夫有責，這個道理從來沒有變過”\n'],
    ['the tag zh-Hant on simplified text', '---\nlanguage: zh-Hant\n---\n\n我们要推进新工业化，压实责任。\n'],
  ];
  for (const [what, text, settings] of right) {
    it(`is judged where traditional characters are quoted: ${what}`, () => {
      assert.deepEqual(reasons(text, shipped, settings), []);
      if (text.includes('新工业化')) assert.ok(lintReport(read(text)).some(({ rule }) => rule === 'term-deprecated'));
    });
  }

  it('is not said of English, Japanese or an empty file', () => {
    for (const text of ['The port.\n', '経済産業省は新しい工業化を進める。\n', '', '---\nlanguage: zh-Hant\n---\n']) {
      const expected = text.includes('Hant') ? ['foreign-script'] : text.includes('産') ? ['foreign-language'] : [];
      assert.deepEqual(reasons(text), expected, text);
    }
  });

  it('goes by characters that one script alone has', () => {
    const decoded = (encoding: string, lead: number, trail: number) => {
      const decoder = new TextDecoder(encoding);
      const characters = new Set<string>();
      for (let a = lead; a <= 0xf9; a++)
        for (let b = trail; b <= 0xfe; b++) characters.add(decoder.decode(Uint8Array.of(a, b)));
      return characters;
    };
    const big5 = decoded('big5', 0xa4, 0x40);
    const gb2312 = decoded('gbk', 0xb0, 0xa1);
    const characters = [...simplifiedOnly, ...traditionalOnly];
    assert.equal(new Set(characters).size, characters.length);
    for (const character of simplifiedOnly) assert.ok(gb2312.has(character) && !big5.has(character), character);
    for (const character of traditionalOnly) assert.ok(big5.has(character) && !gb2312.has(character), character);
  });
});

describe('what was left unread', () => {
  it('is what HTML that never ends took with it', () => {
    const unclosed = (text: string) =>
      read(text).unread.map((part) => [part.reason, text.slice(part.span.start, part.span.start + 5)]);
    for (const opener of ['<?php', '<![CDATA[', '<!ELEMENT', '<script>', '<pre>', '<!--']) {
      const text = `工业。\n\n${opener} a\n\n新工业化。\n`;
      assert.deepEqual(unclosed(text), [['unclosed', opener.slice(0, 5).padEnd(5, ' ')]], opener);
    }
    for (const block of ['<?php a ?>', '<![CDATA[ a\n\nb ]]>', '<!ELEMENT a>', '<script>a\n\n</script>', '<div>']) {
      assert.deepEqual(unclosed(`工业。\n\n${block}\n\n工业。\n`), [], block);
      assert.deepEqual(unclosed(`工业。\n\n${block}\n`), [], block);
    }
  });

  const span = { start: 0, end: 1 };
  const unread: [Unread, string, string][] = [
    [{ span, reason: 'unclosed', construct: 'equation' }, 'an equation that never closes', '公式没有结束标记'],
    [{ span, reason: 'unclosed', construct: 'code' }, 'a code block that never closes', '代码块没有结束标记'],
    [{ span, reason: 'unclosed', construct: 'comment' }, 'a comment that never closes', '注释没有结束标记'],
    [{ span, reason: 'unclosed', construct: 'html' }, 'an HTML element that never closes', 'HTML元素没有结束标记'],
    [
      { span, reason: 'unclosed', construct: 'frontMatter' },
      'front matter that never closes',
      '文首元数据没有结束标记',
    ],
    [{ span, reason: 'unclosed', construct: 'directive' }, 'a directive that never closes', '指令没有结束标记'],
    [
      { span, reason: 'grid-table' },
      'a grid table; put | between the cells instead',
      '网格线表格，请改用以|分隔单元格的表格',
    ],
    [{ span, reason: 'too-long', maxLength: 1000 }, 'longer than 1,000 characters', '超过1000个字符'],
  ];
  it('is put in words', () => {
    for (const [part, en, zh] of unread) {
      assert.deepEqual([unreadReason(part, 'en'), unreadReason(part, 'zh')], [en, zh]);
      assert.deepEqual([unreadMessage(part, 'en'), unreadMessage(part, 'zh')], [`Not read: ${en}.`, `未读取：${zh}。`]);
    }
  });
});
