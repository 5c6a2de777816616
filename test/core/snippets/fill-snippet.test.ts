// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  applyEdits,
  fillSnippet,
  lintReport,
  plainSnippetText,
  readReport,
  readSnippetBody,
  snippetText,
} from '../../../server/src/core/index.js';
import { vocabularyFrom } from '../packs.js';

const pack = `
name: tram
languages: [en, zh]
region: GB
staleAfter: P2Y
fiscalYear: '04-01'
sources:
  yearbook:
    title: {en: Yearbook, zh: 年鉴}
    publisher: {en: Tram Office, zh: 电车局}
    date: 2023-02-28
  tariff: {title: {en: Tariff, zh: 票价表}, publisher: {en: Tram Office, zh: 电车局}, date: 2024-01-05}
terms:
  stop: {preferred: {en: stop, zh: 车站}}
  car.2: {preferred: {en: second car, zh: 二号车厢}}
  odd: {preferred: {en: 'a $1 fare {or less}', zh: '每程$1起的票价{含税}'}}
  english: {preferred: {en: sleeper}}
tasks:
  lay: {preferred: {en: lay the second track, zh: 铺设第二条轨道}}
  paint: {preferred: {en: paint the cars, zh: 油漆车厢}}
taskLists:
  plan:
    preferred: {en: the plan for 2024, zh: 2024年计划}
    tasks: [lay, {task: paint, wording: {en: paint all cars, zh: 油漆全部车厢}}]
metrics:
  rides:
    preferred: {en: tram passengers, zh: 电车客运量}
    measure: {kind: amount, unit: t}
    basis: yearbook
    observations:
      - {period: 2021, value: 1940000, source: yearbook}
      - {period: 2022, value: 2070000, source: yearbook}
      - {period: 2023-Q3, value: 510000, source: tariff}
      - {period: 2023, value: 2110000, source: tariff}
  fare:
    preferred: {en: tram fare, zh: 电车票价}
    measure: {kind: amount, unit: GBP}
    observations: [{period: 2024-01-05/.., value: 3.2, source: tariff, comparator: at-most}]
  rent:
    preferred: {en: rent of the depot, zh: 车库租金}
    measure: {kind: amount, unit: GBP/year}
    observations: [{period: 2023, value: 18400, source: tariff}]
  poles:
    preferred: {en: poles of the line, zh: 全线电杆}
    measure: {kind: amount, unit: t}
    observations: [{period: 2023, value: 212}]
  stops:
    preferred: {en: stops of the line, zh: 全线车站}
    measure: {kind: count, noun: {en: [stop], zh: [个]}}
    observations: [{period: 2023, value: 41, source: tariff}]
  length:
    preferred: {en: tram track, zh: 电车轨道长度}
    measure: {kind: amount, unit: km}
organizations: {office: {preferred: {en: Tram Office, zh: 电车局}}, ministry: {preferred: {en: Ministry of Transport, zh: 交通部}}}
people:
  lin:
    preferred: {en: Lin Wei, zh: 林伟}
    nameOrder: family-first
    roles:
      - {title: {en: director, zh: 局长}, organization: office, from: 2021-01, to: 2023-06}
      - {title: {en: mayor, zh: 市长}, from: 2023-07, seen: [2024-04-01]}
  gao:
    preferred: {en: Gao Min, zh: 高敏}
    roles: [{title: {en: transport secretary, zh: 交通大臣}, organization: ministry, from: 2023-07, seen: [2024-04-01]}]
events:
  opening: {preferred: {en: opening of the line, zh: 线路开通仪式}, date: 2023-05-02/2023-05-04}
targets:
  by-2030: {preferred: {en: 3 million rides by 2030, zh: 到2030年客运量达300万}}
reports:
  briefing:
    preferred: {en: briefing, zh: 简报}
    sections: [{id: work, heading: {en: [Work], zh: [工作]}, holds: tasks}]
    tasks: plan
    metrics: [rides, length]
    targets: [by-2030]
`;
const vocabulary = vocabularyFrom({ 'pack.yaml': pack });

interface Settings {
  readonly language?: 'en' | 'zh';
  readonly date?: string;
  readonly report?: string;
  readonly text?: string;
}

function fill(body: string, { language = 'en', date = '2024-05-01', report, text = '' }: Settings = {}) {
  const into = readReport(text, vocabulary, { date, language, ...(report !== undefined && { report }) });
  return fillSnippet(readSnippetBody(body).parts, { report: into, language, pack: 'tram' });
}

const snippet = (body: string, settings?: Settings) => snippetText(fill(body, settings).parts);
const plain = (body: string, settings?: Settings) => plainSnippetText(fill(body, settings).parts);
const both = (body: string, settings?: Settings) => [
  snippet(body, settings),
  snippet(body, { ...settings, language: 'zh' }),
];

describe('entries in a snippet (issue 13, section 1)', () => {
  it('are a choice of the public records of a metric, the newest first, each with its period and source', () => {
    assert.deepEqual(both('${metric:rides}'), [
      '${1|2.11 million tonnes in 2023 (Tram Office\\, 2024),510\\,000 tonnes in the third quarter of 2023 (Tram Office\\, 2024),2.07 million tonnes in 2022 (Tram Office\\, 2023),1.94 million tonnes in 2021 (Tram Office\\, 2023)|}',
      '${1|2023年为211万吨（电车局，2024年）,2023年第三季度为51万吨（电车局，2024年）,2022年为207万吨（电车局，2023年）,2021年为194万吨（电车局，2023年）|}',
    ]);
    // What was not public yet is not offered, and one record alone is no choice.
    assert.equal(
      snippet('${metric:rides}', { date: '2023-03-01' }),
      '${1|2.07 million tonnes in 2022 (Tram Office\\, 2023),1.94 million tonnes in 2021 (Tram Office\\, 2023)|}',
    );
    assert.deepEqual(both('${metric:fare}'), [
      'at most 3.2 pounds from 5 January 2024 (Tram Office, 2024)',
      '2024年1月5日起不超过3.2英镑（电车局，2024年）',
    ]);
  });

  it('are a part of the newest record, or of that of a period, all of one record', () => {
    const body = 'In ${metric:rides.period}, ${metric:rides.name} came to ${metric:rides.value}${metric:rides.source}.';
    assert.equal(snippet(body), 'In 2023, tram passengers came to 2.11 million tonnes[^tariff].');
    assert.deepEqual(
      fill(body).edits.map(({ text }) => text),
      ['[^tariff]: Tram Office, Tariff, 2024-01-05.\n'],
    );
    assert.deepEqual(both('${metric:rides.value@2021}, ${metric:rides.period@2023-Q3}'), [
      '1.94 million tonnes, the third quarter of 2023',
      '194万吨, 2023年第三季度',
    ]);
  });

  it('are in words of the unit: of a rate, of what is counted', () => {
    assert.deepEqual(both('${metric:rent.value}, ${metric:stops.value}'), [
      '18,400 pounds a year, 41 stops',
      '1.84万英镑/年, 41个',
    ]);
  });

  it('are a person with the post of the day, or of a time', () => {
    assert.deepEqual(both('${person:lin}'), ['Lin Wei, mayor', '市长林伟']);
    // A title that begins as the body is called says whose it is.
    assert.deepEqual(both('${person:gao}')[1], '交通大臣高敏');
    assert.deepEqual(both('${person:lin@2022-12}'), ['Lin Wei, director of the Tram Office', '电车局局长林伟']);
    assert.deepEqual(both('${person:lin.name} ${person:lin.title}', { date: '2022-05-01' }), [
      'Lin Wei director of the Tram Office',
      '林伟 电车局局长',
    ]);
  });

  it('are the names of other entries, and their dates', () => {
    assert.deepEqual(both('${term:stop}, ${event:opening}, ${event:opening.date}, ${organization:office}'), [
      'stop, opening of the line, 2–4 May 2023, Tram Office',
      '车站, 线路开通仪式, 2023年5月2日至4日, 电车局',
    ]);
    assert.equal(snippet('${term:car.2}, ${term:tram/terms/stop}, ${term:terms/stop}'), 'second car, stop, stop');
  });

  it('are a task in the words of the report’s list, and without one in its own', () => {
    assert.deepEqual(both('${task:paint}', { report: 'briefing' }), ['paint all cars', '油漆全部车厢']);
    assert.deepEqual(both('${task:paint}'), ['paint the cars', '油漆车厢']);
    assert.equal(
      snippet('- ${task}: ${1:[who]}', { report: 'briefing' }),
      '- ${1|lay the second track,paint all cars|}: ${2:[who]}',
    );
    // What the report has treated is owed no more.
    const text = '## Work\n\nWe lay the second track.\n';
    assert.equal(snippet('- ${task}', { report: 'briefing', text }), '- paint all cars');
  });

  it('are the footnote of a source, and its definition once', () => {
    const { parts, edits } = fill('${source:yearbook} and ${source:yearbook}');
    assert.equal(snippetText(parts), '[^yearbook] and [^yearbook]');
    assert.deepEqual(
      edits.map(({ text }) => text),
      ['[^yearbook]: Tram Office, Yearbook, 2023-02-28.\n'],
    );
    const text = 'Rides rose.[^1]\n\n[^1]: Tram Office, Yearbook, 2023-02-28.\n';
    const known = fill('${source:yearbook}', { text });
    assert.deepEqual([snippetText(known.parts), known.edits], ['[^1]', []]);
  });

  it('are the blocks that a section begins with', () => {
    assert.deepEqual(both('${tasks}', { report: 'briefing' }), [
      '- Lay the second track: ${1:[measures, bodies, dates]}\n- Paint all cars: ${2:[measures, bodies, dates]}',
      '- 铺设第二条轨道：${1:【待补充】}\n- 油漆全部车厢：${2:【待补充】}',
    ]);
    const metrics = fill('${metrics}', { report: 'briefing' });
    assert.equal(
      snippetText(metrics.parts),
      '| Metric | Period | Value | Source |\n| --- | --- | --- | --- |\n| Tram passengers | 2023 | 2.11 million tonnes | [^tariff] |\n| Tram track | ${1:[insert period]} | ${2:[insert value]} | ${3:[insert source]} |',
    );
    assert.equal(metrics.edits.length, 1);
    assert.equal(snippet('${targets}', { report: 'briefing', language: 'zh' }), '- 到2030年客运量达300万');
    const sources = fill('${metric:rides.value}${metric:rides.source}\n\n${sources}');
    assert.deepEqual(
      [snippetText(sources.parts), sources.edits],
      ['2.11 million tonnes[^tariff]\n\n[^tariff]: Tram Office, Tariff, 2024-01-05.', []],
    );
    assert.deepEqual(both('${tasks}'), ['${1:[to be written]}', '${1:【待补充】}']);
  });

  it('are the day, the date and the title of the report', () => {
    const text = '---\ndate: 2024-03-21\n---\n\n# Trams \\$1\n';
    assert.deepEqual(both('${today} ${date} ${date:long} $title', { text }), [
      '2024-05-01 2024-03-21 21 March 2024 Trams \\\\\\$1',
      '2024-05-01 2024-03-21 2024年3月21日 Trams \\\\\\$1',
    ]);
    assert.deepEqual(both('$title'), ['${1:[title]}', '${1:【填写标题】}']);
  });

  it('are escaped for Markdown and for the editor', () => {
    assert.deepEqual(both('${term:odd}'), [
      'a \\\\\\$1 fare \\\\{or less\\\\\\}',
      '每程\\\\\\$1起的票价\\\\{含税\\\\\\}',
    ]);
    assert.equal(plain('${term:odd}'), 'a \\$1 fare \\{or less\\}');
  });

  it('keep the stops of the author in order, with those of choices where they stand', () => {
    assert.equal(
      snippet('${3:[c]} ${metric:rides@2023} ${1|x,y|} ${metric:rides} $0', { date: '2023-03-01' }),
      '${2:[c]} ${3:[insert tram passengers]} ${1|x,y|} ${4|2.07 million tonnes in 2022 (Tram Office\\, 2023),1.94 million tonnes in 2021 (Tram Office\\, 2023)|} ${0}',
    );
  });

  it('leave what is the editor’s own to it', () => {
    const body = '${TM_SELECTED_TEXT:${term:stop}} $CLIPBOARD ${1/(.*)/${1:/upcase}/} ${CURRENT_YEAR/20//}';
    assert.equal(snippet(body), '${TM_SELECTED_TEXT:stop} ${CLIPBOARD} ${1/(.*)/${1:/upcase}/} ${CURRENT_YEAR/20//}');
  });

  it('take a post that nothing has ended for one that is held still', () => {
    assert.equal(snippet('${person:lin}', { date: '2026-03-01' }), 'Lin Wei, mayor');
    assert.equal(snippet('${person:lin.title@2022-03}'), 'director of the Tram Office');
  });

  const unknown: readonly [body: string, problem: string, text: string][] = [
    ['${metric:none}', 'entry-unknown', '[insert none]'],
    ['${metric:rides.worth}', 'part-unknown', '[insert tram passengers]'],
    ['${term:stop@2020}', 'part-unknown', '[insert stop]'],
    ['${metric:rides@2019}', 'no-record', '[insert tram passengers]'],
    ['${metric:length}', 'no-record', '[insert tram track]'],
    ['${person:lin.title@1990}', 'no-post', '[insert Lin Wei]'],
    ['${person:lin@1990}', 'no-post', 'Lin Wei'],
    ['${event:none.date}', 'entry-unknown', '[insert none]'],
    ['${term}', 'entry-text', '[insert term]'],
    ['${term:${1:stop}}', 'entry-text', '[insert term]'],
    ['${task/x/y/}', 'entry-text', '[insert task]'],
    ['${phrase:stop}', 'variable-unknown', '[insert phrase]'],
  ];
  for (const [body, problem, text] of unknown) {
    it(`leave a place to fill where ${body} leads to nothing, and say so`, () => {
      const filled = fill(body);
      assert.deepEqual(
        [filled.unknown.map(({ messageId }) => messageId.replace('snippet.', '')), plainSnippetText(filled.parts)],
        [[problem], text],
      );
    });
  }

  it('leave a place for the source of a record that has none', () => {
    for (const [language, text] of [
      ['en', '212 tonnes [insert the source]'],
      ['zh', '212吨【填写来源】'],
    ] as const) {
      const gap = language === 'zh' ? '' : ' ';
      const filled = fill(`\${metric:poles.value}${gap}\${metric:poles.source}`, { language });
      assert.deepEqual(
        [filled.unknown.map(({ messageId }) => messageId), plainSnippetText(filled.parts)],
        [['snippet.no-source'], text],
      );
    }
  });

  it('say where a form of the language is missing, and take another', () => {
    const filled = fill('${term:english}', { language: 'zh' });
    assert.deepEqual(
      [filled.unknown.map(({ messageId }) => messageId), plainSnippetText(filled.parts)],
      [['snippet.no-form'], '【填写sleeper】'],
    );
  });

  it('give gaps that are found, and values with sources that hold', () => {
    for (const [language, body] of [
      ['en', 'The number of tram passengers was ${metric:rides}, ${1:[by how much]} above the year before.'],
      ['zh', '电车客运量${metric:rides}，比上年增长${1:[填写增幅]}。'],
    ] as const) {
      const { parts, edits } = fill(body, { language });
      const text = applyEdits(plainSnippetText(parts), edits);
      const findings = lintReport(readReport(text, vocabulary, { date: '2024-05-01', language }));
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['placeholder-unfilled'],
        text,
      );
    }
  });
});
