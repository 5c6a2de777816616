import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lintReport, readReport } from '../../server/src/core/index.js';
import { vocabularyFrom } from './packs.js';

const vocabulary = vocabularyFrom({
  'pack.yaml': `
name: events
languages: [en, zh]
region: CN
organizations:
  congress: {preferred: {en: Harbour Congress, zh: 港口代表大会}}
events:
  quake: {preferred: {en: Port Quake, zh: 海湾大地震}, date: 2008-05-12}
  handover: {preferred: {en: handover of the bay, zh: 对海湾恢复行使主权}, admitted: {zh: [成立海湾特别区]}, date: 1997-07-01}
  council: {preferred: {en: Bay Preparatory Council, zh: 海湾筹备委员会}, date: 1996-01}
  session: {preferred: {en: third session of the eighth Harbour Congress, zh: 第八届港口代表大会第三次会议}, date: 1995-03-05, by: organizations/congress}
  bridge: {preferred: {en: opening of the Bay Bridge, zh: 海湾大桥通车}, date: 2010-10-24}
`,
});

function rules(text: string, date = '2012-06-01'): readonly string[] {
  return lintReport(readReport(text, vocabulary, { date, region: 'CN' })).flatMap(({ rule }) =>
    rule.startsWith('event-') ? [rule] : [],
  );
}

const wrong: readonly (readonly [string, string?])[] = [
  ['今年7月10日，我国将对海湾恢复行使主权。', '1997-03-01'],
  ['到1998年7月1日我国对海湾恢复行使主权，只有八百多天。', '1995-03-01'],
  ['1996年3月，正式成立海湾筹备委员会，负责各项准备。'],
  ['2008年6月12日，我国发生震惊世界的海湾大地震。'],
  ['——1994年3月5日在第八届港口代表大会第三次会议上'],
  ['2009年10月24日，海湾大桥通车。'],
  ['1997年8月1日，成立海湾特别区。'],
  ['1995年2月25日，第八届港口代表大会第三次会议开幕。'],
  ['On 12 June 2008 the Port Quake struck the coast.'],
  ['The opening of the Bay Bridge took place on 24 October 2009.'],
];
const right: readonly (readonly [string, string?])[] = [
  ['今年7月1日，我国将对海湾恢复行使主权。', '1997-03-01'],
  ['1996年1月，正式成立海湾筹备委员会，负责各项准备。'],
  ['2008年5月12日，我国发生震惊世界的海湾大地震。'],
  ['2008年9月23日，我国公布海湾大地震灾后重建规划。'],
  ['2009年5月12日，海湾大地震一周年纪念活动举行。'],
  ['——1995年3月5日在第八届港口代表大会第三次会议上'],
  ['1995年3月14日在第八届港口代表大会第三次会议上通过了这一决定。'],
  ['2007年7月1日，庆祝对海湾恢复行使主权十周年。'],
  ['2011年10月，海湾大桥通车一年以来的车流量公布。'],
  ['1984年12月，两国就对海湾恢复行使主权达成协议。'],
  ['On 12 June 2008 officials spoke of the Port Quake.'],
  ['On 24 October 2011, a year after the opening of the Bay Bridge, traffic was counted.'],
];

describe('events with any verb and the date of their clause', () => {
  for (const [text, date] of wrong)
    it(`issue 15.3: finds ${text}`, () => {
      assert.deepEqual(rules(text, date), ['event-date']);
    });
  for (const [text, date] of right)
    it(`issue 15.3: leaves ${text}`, () => {
      assert.deepEqual(rules(text, date), []);
    });
});
