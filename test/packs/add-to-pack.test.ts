import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  addToPack,
  applyEdits,
  isPackAddition,
  mergePacks,
  type Pack,
  type PackAddition,
  placeOfAddition,
  readPack,
} from '../../server/src/core/index.js';

const theirs = `name: theirs
languages: [en, zh]
terms:
  desk: {preferred: {en: lending desk, zh: 借阅服务台}, deprecated: {en: [loan counter], zh: [借书处]}}
sources:
  count: {title: {en: Yearly Count, zh: 年度统计}}
metrics:
  visits: {preferred: visits, measure: {kind: count, noun: visit}, observations: [{period: 2022, value: 41}]}
`;

type Files = Readonly<Record<string, string>>;
const packOf = (files: Files): Pack => {
  const { pack, problems } = readPack(new Map(Object.entries(files)));
  assert.deepEqual(problems, []);
  return pack as Pack;
};
const manifest = 'name: ours\nlanguages: [zh, en]\n';

/** The one file of a pack that an addition changed, and whether the pack reads and merges without a problem. */
function added(files: Files, addition: PackAddition): string {
  const writing = addToPack(new Map(Object.entries(files)), addition);
  assert.ok(writing && 'edits' in writing, JSON.stringify(writing));
  const { path, edits } = writing;
  assert.equal(placeOfAddition(packOf(files), addition), path);
  const text = applyEdits(files[path] ?? '', edits);
  const pack = packOf({ ...files, [path]: text });
  assert.deepEqual(mergePacks([pack, packOf({ 'pack.yaml': theirs })]).problems, []);
  return text;
}

const form = (as: 'admitted' | 'exceptions', entry: string, text: string, language = 'en'): PackAddition => ({
  as,
  entry,
  language,
  text,
});
const record = (entry: string, period = '2023', value = '4.20e1'): PackAddition => ({
  as: 'record',
  entry,
  record: { period, value },
});

describe('adding to a pack of one’s own', () => {
  it('makes an extension of another pack’s entry, and adds to it the next time', () => {
    const once = added({ 'pack.yaml': manifest }, form('admitted', 'theirs/terms/desk', 'loan counter'));
    assert.equal(
      once,
      `${manifest}terms:\n  desk:\n    extends: theirs/terms/desk\n    add:\n      admitted: {en: [loan counter]}\n`,
    );
    const twice = added({ 'pack.yaml': once }, form('admitted', 'theirs/terms/desk', '借书处', 'zh'));
    assert.equal(twice, once.replace('[loan counter]}', '[loan counter], zh: [借书处]}'));
    const thrice = added({ 'pack.yaml': twice }, form('exceptions', 'theirs/terms/desk', 'loan counter rules'));
    assert.equal(thrice, `${twice}      exceptions: {en: [loan counter rules]}\n`);
  });

  it('records a figure of another pack’s metric with the writer’s digits, in its place among others', () => {
    const once = added({ 'pack.yaml': manifest }, record('theirs/metrics/visits'));
    assert.match(once, /\n {4}add:\n {6}observations: \[\{period: 2023, value: 4\.20e1\}\]\n$/);
    const earlier = added({ 'pack.yaml': once }, record('theirs/metrics/visits', '2019/20', '38'));
    assert.match(earlier, /observations: \[\{period: 2019\/20, value: 38\}, \{period: 2023/);
  });

  it('keeps the source of a figure, as the pack names it', () => {
    const of = (entry: string, source: string): PackAddition => ({
      as: 'record',
      entry,
      record: { period: '2023', value: '42', source },
    });
    const theirsIn = added({ 'pack.yaml': manifest }, of('theirs/metrics/visits', 'theirs/sources/count'));
    assert.match(theirsIn, /\{period: 2023, value: 42, source: theirs\/sources\/count\}/);
    const yaml = (observations: string) =>
      `${manifest}sources:\n  log: {title: 日志}\nmetrics:\n  visits: {preferred: 参观, measure: {kind: count, noun: 人次}, observations: ${observations}}\n`;
    const own = of('ours/metrics/visits', 'ours/sources/log');
    assert.match(added({ 'pack.yaml': yaml('[]') }, own), /\{period: 2023, value: 42, source: log\}/);
    const rows = (header: string, row: string) => ({ 'pack.yaml': yaml('./v.csv'), 'v.csv': `${header}\n${row}\n` });
    assert.match(added(rows('period,value,source', '2022,41,log'), own), /^2023,42,log$/m);
    // A file that has no column for it.
    assert.match(added(rows('period,value', '2022,41'), own), /^2023,42$/m);
  });

  it('goes into the entry where it is the pack’s own, in the shape that its forms have', () => {
    const of = (forms: string) => ({
      'pack.yaml': manifest,
      'terms.yaml': `terms:\n  hall: {preferred: 厅, ${forms}}\n`,
    });
    const hall = form('admitted', 'ours/terms/hall', '大厅', 'zh');
    assert.match(added(of('note: 注'), hall), /note: 注, admitted: \{zh: \[大厅\]\}\}/);
    assert.match(added(of('admitted: 厅堂'), hall), /admitted: \[厅堂, 大厅\]\}/);
    assert.match(added(of('admitted: {zh-CN: [厅堂]}'), hall), /admitted: \{zh-CN: \[厅堂, 大厅\]\}\}/);
    const english = form('admitted', 'ours/terms/hall', 'hall');
    assert.match(added(of('admitted: {zh: 厅堂}'), english), /admitted: \{zh: 厅堂, en: \[hall\]\}\}/);
    const files = new Map(Object.entries(of('admitted: [厅堂]')));
    assert.deepEqual(addToPack(files, english), { path: 'terms.yaml', refused: 'other-value' });
  });

  it('is a row where a metric keeps its records in a file', () => {
    const yaml = `${manifest}metrics:\n  visits: {preferred: 参观, measure: {kind: count, noun: 人次}, observations: ./v.csv}\n`;
    const files = { 'pack.yaml': yaml, 'v.csv': 'period,value\r\n2022,41\r\n2024,43\r\n' };
    assert.equal(added(files, record('ours/metrics/visits')), 'period,value\r\n2022,41\r\n2023,4.20e1\r\n2024,43\r\n');
    const revised: PackAddition = {
      as: 'record',
      entry: 'ours/metrics/visits',
      record: { period: '2022', value: '42', vintage: '2024-03-01' },
    };
    assert.deepEqual(addToPack(new Map(Object.entries(files)), revised), { path: 'v.csv', refused: 'unusual' });
  });

  it('makes a term with an id that is free, in the file of terms or in one of their own', () => {
    const term: PackAddition = { as: 'term', language: 'en', text: 'Help Point' };
    assert.equal(
      added({ 'pack.yaml': manifest }, term),
      `${manifest}terms:\n  help-point:\n    preferred: {en: Help Point}\n`,
    );
    const files = { 'pack.yaml': manifest, 'metrics.yaml': 'metrics: {}\n' };
    assert.equal(added(files, term), 'terms:\n  help-point:\n    preferred: {en: Help Point}\n');
    const taken = { 'pack.yaml': manifest, 'words.yml': 'terms:\n    help-point: {preferred: {en: help}}\n' };
    assert.equal(
      added(taken, term),
      'terms:\n    help-point: {preferred: {en: help}}\n    help-point-2: {preferred: {en: Help Point}}\n',
    );
    const han: PackAddition = { as: 'term', language: 'zh', text: '咨询：点' };
    assert.match(
      added({ 'pack.yaml': 'name: ours\nlanguages: [zh]\n' }, han),
      /\n {2}咨询-点:\n {4}preferred: 咨询：点\n$/,
    );
  });

  it('does nothing in a file that is broken, nor for an entry that is not there', () => {
    const files = { 'pack.yaml': manifest, 'terms.yaml': 'terms:\n  hall: {preferred: 厅\n' };
    const writing = addToPack(new Map(Object.entries(files)), { as: 'term', language: 'en', text: 'x' });
    assert.ok(writing === undefined || 'refused' in writing || writing.path !== 'terms.yaml');
    assert.equal(addToPack(new Map([['pack.yaml', manifest]]), form('admitted', 'ours/terms/no', 'x')), undefined);
    assert.equal(addToPack(new Map(), form('admitted', 'ours/terms/no', 'x')), undefined);
  });

  it('admits what the pack’s own entry deprecates, which is deprecated no more', () => {
    const of = (fields: string) => ({
      'pack.yaml': manifest,
      'terms.yaml': `terms:\n  hall:\n    preferred: 厅\n${fields}`,
    });
    const hall = form('admitted', 'ours/terms/hall', '大厅', 'zh');
    const afterwards = (fields: string) => added(of(fields), hall).split('\n').slice(3).join('\n');
    assert.equal(afterwards('    deprecated: [厅堂, 大厅]\n'), '    deprecated: [厅堂]\n    admitted: {zh: [大厅]}\n');
    assert.equal(
      afterwards('    deprecated: {zh: [大厅], en: [room]} # 待定\n'),
      '    deprecated: {en: [room]} # 待定\n    admitted: {zh: [大厅]}\n',
    );
    assert.equal(
      afterwards('    deprecated:\n      zh:\n        - 厅堂 # 旧\n        - {form: 大厅, reason: 俗}\n    note: 注\n'),
      '    deprecated:\n      zh:\n        - 厅堂 # 旧\n    note: 注\n    admitted: {zh: [大厅]}\n',
    );
    assert.equal(afterwards('    deprecated: 大厅\n    admitted: 厅堂\n'), '    admitted: [厅堂, 大厅]\n');
    assert.equal(afterwards('    deprecated:\n      zh: [大厅]\n'), '    admitted: {zh: [大厅]}\n');
  });

  it('is told from anything else', () => {
    assert.ok(isPackAddition(record('theirs/metrics/visits')));
    assert.ok(isPackAddition({ as: 'term', language: 'en', text: 'x' }));
    const others = [
      null,
      7,
      {},
      { as: 'term', language: '../x', text: 'x' },
      { as: 'term', language: 'en', text: ' ' },
      { as: 'admitted', entry: 'desk', language: 'en', text: 'x' },
      { as: 'record', entry: 'theirs/metrics/visits', record: { period: 'x', value: '1' } },
      { as: 'record', entry: 'theirs/metrics/visits', record: { period: '2023', value: '1', other: 1 } },
    ];
    for (const other of others) assert.equal(isPackAddition(other), false, JSON.stringify(other));
  });
});
