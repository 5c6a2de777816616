import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { packTexts } from '../core/packs.js';
import { CountedCore } from './counted-core.js';

/** A report of so many pieces. */
type Shape = (count: number) => string;

const of =
  (piece: string): Shape =>
  (count) =>
    piece.repeat(count);

const each =
  (piece: (i: number) => string, head = ''): Shape =>
  (count) =>
    head + Array.from({ length: count }, (_, i) => piece(i)).join('');

/** In one sentence about a person and a figure, of more than a sentence may have. */
const inSentence =
  (piece: string): Shape =>
  (count) =>
    `Wang Weiming, chairman of SINOMACH, said GDP in 2022 ${piece.repeat(4 * count)} was 45 trillion yuan.`;

const letters = (i: number) =>
  i
    .toString(26)
    .toUpperCase()
    .replace(/\d/g, (digit) => 'QRSTUVWXYZ'[Number(digit)] as string);

const shapes: Readonly<Record<string, Shape>> = {
  'claims in one paragraph': of('Industrial added value was 45.3 trillion yuan in 2021. '),
  'claims in one sentence': of('industrial added value was 45.3 trillion yuan in 2021 and '),
  'claims in paragraphs': of('Industrial added value was 45.3 trillion yuan in 2021.\n\n'),
  'zh claims in one paragraph': of('2021年工业增加值为45.3万亿元。'),
  'zh claims in one sentence': of('2021年工业增加值为45.3万亿元，'),
  'zh claims paragraphs': of('2021年工业增加值为45.3万亿元。\n\n'),
  'table rows': each(
    (i) => `| ${1000 + i} | 45.3 | 31.4 |\n`,
    '| Year | Industrial added value (trillion yuan) | Manufacturing added value (trillion yuan) |\n| --- | --- | --- |\n',
  ),
  'table rows of a skeleton': each(
    (i) => `| Industrial added value | ${1900 + (i % 130)} | 45.3 trillion yuan | China | Bureau ${i} |\n`,
    '| Metric | Period | Value | Region | Source |\n| --- | --- | --- | --- | --- |\n',
  ),
  tables: of('| Year | GDP (trillion yuan) |\n| --- | --- |\n| 2022 | 45 |\n\n'),
  'places in one paragraph': of(
    'At a briefing in Beijing, industrial added value of 45.3 trillion yuan in 2021 was more than Japan. In Zhejiang it grew. ',
  ),
  'zh places in one sentence': of('与日本相比，浙江表现突出，2021年工业增加值为45.3万亿元，'),
  'prose and tables of a subject': of(
    'Crude steel output in 2022 was 1.3 billion tonnes.\n\n| Year | Crude steel output (million tonnes) |\n| --- | --- |\n| 2022 | 1,018 |\n\n',
  ),
  'a long introduction of a long list': (count) =>
    `${'In Zhejiang it grew. '.repeat(count)}In 2022:\n\n${'- Industrial added value was 2.3 trillion yuan in 2022.\n'.repeat(count)}`,
  'table columns': (count) =>
    `| Metric (trillion yuan) ${each((i) => `| ${1900 + (i % 130)} `)(count)}|\n|${' --- |'.repeat(count + 1)}\n| Industrial added value ${'| 45.3 '.repeat(count)}|\n`,
  'list items': of('- Promote the green development of industry\n'),
  'tasks under headings': of('## Key tasks\n\n- Promote the green development of industry\n\n'),
  headings: each((i) => `## Part ${i}\n\nText here.\n\n`),
  'headings zh': each((i) => `## 第${i}部分\n\n内容在此。\n\n`),
  footnotes: each(
    (i) => `GDP was 120 trillion yuan in 2022.[^${i}]\n\n[^${i}]: National Bureau of Statistics, 28 February 2023.\n\n`,
  ),
  links: of('GDP was 120 trillion yuan in 2022 ([source](https://example.org/)).\n\n'),
  'disable unknown': of('<!-- plumbline-disable nothing -->\n\n'),
  'disable all': of('<!-- plumbline-disable -->\n\n'),
  'disable one rule': of('<!-- plumbline-disable term-deprecated -->\n\nThe entity economy grew.\n\n'),
  'disable and enable': of('<!-- plumbline-disable -->\n\nThe entity economy.\n\n<!-- plumbline-enable -->\n\n'),
  'enable by name': each(
    (i) => `<!-- plumbline-disable rule-${i} -->\n\n<!-- plumbline-enable term-deprecated -->\n\n`,
  ),
  'comments without an end': of('<!-- plumbline-disable '),
  people: of('Zhang Xiaolun, general manager of SINOMACH, met Wang Weiming. '),
  'people zh': of('国机集团总经理张晓仑会见了王卫明。'),
  'people paragraphs': of('Zhang Xiaolun, general manager of SINOMACH, met Weiming Wang.\n\n'),
  events: of(
    'The National Conference on the Promotion of New Industrialization was held on 25 September 2023 in Shanghai. ',
  ),
  'events zh': of('9月20日，全国新型工业化推进大会在上海召开。'),
  dates: of('On 30 February 2023 and 31 April 2023. '),
  targets: of('New industrialization is to be fully realized by 2030. '),
  'targets zh': of('到2030年全面实现新型工业化。'),
  quotations: of('The minister said: "We will strengthen the weak board and win." '),
  'quotations zh': of('他说：“我们要加强弱板，赢得未来。”'),
  'quote opens': of('"we said '),
  brackets: of('('),
  'square brackets': of('[1'),
  'han brackets': of('（三'),
  'mixed scripts': of('40 元 x 三 Ж GDP '),
  growth: of('Output rose from 120 units to 150 units, an increase of 40 percent. '),
  'growth sentence': of('output rose from 120 units to 150 units, 40 more, and '),
  'growth zh': of('产量由100万辆增至200万辆，增长2倍。'),
  'growth zh sentence': of('产量由100万辆增至200万辆，增长2倍，'),
  numbers: of('12 of 34 and '),
  'numbers zh': of('12个和34家，'),
  'plain words': of('the firms of the region '),
  'plain han': of('各地企业加快发展'),
  'distinct words': each((i) => `wordx${i.toString(36)}qz `),
  misspelt: of('The new industrialisaton and manufacturng chains. '),
  acronyms: each((i) => `The A${i.toString(36).toUpperCase().replace(/\d/g, 'X')}Q met. `),
  'terms inconsistent': of('shore up weak links and strengthen the weak board. '),
  formulations: of('The new four modernizations are knowledge, globalization and ecology. '),
  'formulations zh': of('“新四化”即知识化、信息化、生态化。'),
  'one long list': of('knowledge, globalization, '),
  counts: of('Four key tasks were set: resilience, innovation and green development. '),
  weekdays: of('On Monday, 27 September, and 2月30日（周一） they met. '),
  placeholders: of('[insert value] and {{x}} TBD '),
  'placeholders not closed': each((i) => `${'[{{<【（_×'[i % 8]}待 `),
  ranks: of('China has ranked second in the world for 12 consecutive years. '),
  'ranks zh': of('2022年，制造业规模连续12年居世界第二。'),
  statements: of('China is one of the few nations with all industrial categories. '),
  organizations: of('The Ministry of Industry and Information met. '),
  'block quotes': of('> GDP was 110 trillion yuan in 2022.\n\n'),
  'nested list': each((i) => `${'  '.repeat(i % 8)}- item 40 yuan\n`),
  undated: of('Industrial added value has passed the mark of 40 trillion yuan. '),
  stale: of('The latest industrial added value, for 2012, is 20.9 trillion yuan. '),
  'inconsistent loose': each((i) => `Crude steel output was ${i}.5 million tonnes in 2022.\n\n`),
  'inconsistent loose many names': each((i) => `Output of good${i} was 5 million tonnes in 2022.\n\n`),
  summary: each((i) => `The fund spent ${i} million yuan. `, '## Summary\n\n'),
  lines: of('word\n'),
  emphasis: of('*GDP* was **120** trillion '),
  codes: of('`a` b '),
  entities: of('&amp; GDP '),

  'claims under headings': each((i) => `## Part ${i}\n\nGDP was 110 trillion yuan.\n\n`),
  'introduced lists': of('Four key tasks were set:\n\n- resilience\n- innovation\n\n'),
  'links in one paragraph': of('GDP was 120 trillion yuan in 2022 ([source](https://example.org/)). '),
  'impossible dates zh': of('2023年2月30日和13月1日。'),
  'quoted claims': of('GDP was 110 trillion yuan in 2022, "as it were". '),

  'a title and commas': of('The chairman , , , , x director general Wang Weiming said so, '),
  'commas in a row': of(' ,'.repeat(20)),
  'Chinese commas in a row': inSentence('、'.repeat(20)),
  'no-break spaces in a cell': (count) =>
    `| GDP (trillion yuan) |\n| --- |\n| ${'\u00a0'.repeat(20 * count)}45${'\u00a0'.repeat(20 * count)} |\n`,
  'acronyms in one sentence': each((i) => `${letters(i)}Q, `),
  'acronyms without commas': inSentence('NDRC MIIT SASAC '),
  'names with full stops': of('a.b.c.d.e.f.g.h.'),
  'full stops between letters': inSentence('U.S. Ltd. '),
  'marks of notes': each((i) => `text[^${i}] `),
  'marks of notes without a note': inSentence('text[^n] '),
  'notes that are never closed': inSentence('a ^[b '),
  ...Object.fromEntries(
    ['[', '{', '<', '$', '@a ', '^', '~', '(', '（', '《', '【', '==', '%%', '**', '|'].map((mark) => [
      `${JSON.stringify(mark)} again and again`,
      inSentence(`${mark}`.repeat(5)),
    ]),
  ),
  ...Object.fromEntries(
    [
      ':::',
      '::: {.a}',
      ':::{note}',
      '%%',
      '$$',
      '~~~',
      '{% a %}',
      '{% comment %}',
      '{{< a >}}',
      '<div>',
      '<A b={',
      '> [!NOTE]',
      'import a',
      ':a: b',
      'a:: b',
      '!!! a',
      '=== "a"',
    ].map((line) => [`lines ${JSON.stringify(line)}`, of(`${line}\nGDP was 120 trillion yuan.\n\n`)]),
  ),
  ...Object.fromEntries(
    [
      '{++',
      '{--',
      '{>>',
      '{~~',
      '{==',
      '==',
      '[[',
      '{{',
      '{%',
      '{{<',
      '[@a; ',
      '@',
      '$a ',
      '%%',
      '<!--',
      '<sup>',
      '\\cite{',
      '`{',
      '[a]{',
      '"',
      '“',
      '‘',
    ].map((opener) => [`${JSON.stringify(opener)} that is never closed`, of(`Output ${opener}of the region `)]),
  ),
};

/** Twice as many pieces cost twice as much, and a little more where something is looked up by halves; four times is quadratic. */
const mostGrowth = 2.6;
const ofParser: ReadonlySet<string> = new Set(['natives', 'server/src/core/markdown/parse-markdown.ts']);
/** What a file does less often than this is lost in what is done once for a report. */
const noise = 2_000;
const pieces = 160;

describe('operations after the parse', () => {
  let core: CountedCore;
  before(async () => {
    core = await CountedCore.load();
    core.run(
      'vocabulary = plumbline.mergePacks([plumbline.readPack(new Map(Object.entries(texts))).pack]).vocabulary',
      { texts: packTexts('new-industrialization') },
    );
  });
  after(() => core.close());

  /** Of reading, all but what the parser does; of judging, all. */
  async function operations(text: string): Promise<ReadonlyMap<string, number>> {
    core.run("settings = { date: '2025-10-10', region: 'CN', report: 'briefing' }", { text });
    const reading = await core.countFunctions('report = plumbline.readReport(text, vocabulary, settings)');
    const judging = await core.countFunctions('plumbline.lintReport(report); plumbline.claimsOf(report, "en")');
    const sum = new Map(judging);
    for (const [place, count] of reading)
      if (!ofParser.has(place.split(' ')[0] as string)) sum.set(place, (sum.get(place) ?? 0) + count);
    return sum;
  }

  /** The places that do too much more for twice as many pieces. */
  async function growingTooFast(shape: Shape): Promise<readonly string[]> {
    const once = await operations(shape(pieces));
    const twice = await operations(shape(2 * pieces));
    const files = new Map<string, { before: number; after: number }>();
    for (const [place, after] of twice) {
      const before = once.get(place);
      // What the engine left out the first time, since it had inlined it, is taken to have done half.
      if (before === undefined && after < noise) continue;
      const file = place.split(' ')[0] as string;
      const sum = files.get(file) ?? { before: 0, after: 0 };
      files.set(file, { before: sum.before + (before ?? after / 2), after: sum.after + after });
    }
    return [...files].flatMap(([file, { before, after }]) =>
      after > noise && after > mostGrowth * before ? [file] : [],
    );
  }

  for (const [name, shape] of Object.entries(shapes)) {
    it(`grow as the report does: ${name}`, async () => {
      // The engine counts a function in fewer blocks once it is warm: what grows does so again and again.
      let growing = await growingTooFast(shape);
      for (let tries = 0; growing.length > 0 && tries < 2; tries++) {
        const again = await growingTooFast(shape);
        growing = growing.filter((place) => again.includes(place));
      }
      assert.deepEqual(growing, []);
    });
  }
});
