import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lintReport, readReport } from '../../server/src/core/index.js';
import { vocabularyFrom } from './packs.js';

const vocabulary = vocabularyFrom({
  'pack.yaml': `
name: posts
languages: [en, zh]
region: CN
factsAsOf: 2012-06-30
organizations:
  council: {preferred: {en: Council of the Isles, zh: 群岛议会}}
  party: {preferred: {en: Isles Party, zh: 群岛党}}
people:
  lin:
    preferred: {en: Lin Hai, zh: 林海}
    nameOrder: family-first
    roles:
      - {title: {en: [prime minister], zh: [总理]}, organization: council, from: 2003-03, to: 2008-03}
      - {title: {en: [general secretary], zh: [总书记]}, organization: party, from: 2002-11, to: 2007-10}
  wu:
    preferred: {en: Wu Ping, zh: 吴平}
    nameOrder: family-first
    roles:
      - {title: {en: [prime minister], zh: [总理]}, organization: council, from: 2008-03}
      - {title: {en: [general secretary], zh: [总书记]}, organization: party, from: 2007-10}
  chen:
    preferred: {en: Chen Shu, zh: 陈舒}
    nameOrder: family-first
    roles:
      - {title: {en: [minister of fisheries], zh: [渔业部长]}, organization: council, from: 2006-01}
`,
});

function rules(text: string, date: string): readonly string[] {
  return lintReport(readReport(text, vocabulary, { date, region: 'CN' })).flatMap(({ rule }) =>
    rule.startsWith('person-') ? [rule] : [],
  );
}

const wrong: readonly (readonly [string, string])[] = [
  ['全体成员在以林海同志为总书记的党中央领导下前进。', '2010-05-01'],
  ['以吴平同志为总理的群岛党中央作出部署。', '2007-12-01'],
  ['陈舒总理在会上讲话。', '2010-05-01'],
  ['林海总理出席了开幕式。', '2011-05-01'],
  ['吴平委员长会见了来宾。', '2011-05-01'],
  ['以吴平为总统的代表团到访。', '2011-05-01'],
  ['Prime Minister Lin Hai opened the fair.', '2011-05-01'],
  ['Chen Shu, the prime minister, opened the fair.', '2011-05-01'],
];
const right: readonly (readonly [string, string])[] = [
  ['全体成员在以吴平同志为总书记的党中央领导下前进。', '2010-05-01'],
  ['吴平总理在会上讲话。', '2012-05-01'],
  ['以吴平同志为组长的专家组到访。', '2011-05-01'],
  ['林海总理出席了开幕式。', '2005-05-01'],
  ['时任总理林海出席了开幕式。', '2011-05-01'],
  ['吴平部长讲话。', '2013-05-01'],
  ['陈舒副总理在会上讲话。', '2010-05-01'],
  ['以陈舒的建议为总理讲话的基础。', '2010-05-01'],
  ['Prime Minister Wu Ping opened the fair.', '2012-05-01'],
  ['Chen Shu wrote to the prime minister.', '2011-05-01'],
  ['Chen Shu, the shadow prime minister in the school play, bowed.', '2011-05-01'],
];

describe('posts of which a country has one, and 以…为…', () => {
  for (const [text, date] of wrong)
    it(`trial 3.32: finds ${text}`, () => {
      assert.deepEqual(rules(text, date), ['person-title']);
    });
  for (const [text, date] of right)
    it(`trial 3.32: leaves ${text}`, () => {
      assert.deepEqual(rules(text, date), []);
    });
  it('trial 3.32: a role that began and has no end is held until the day of which the pack knows', () => {
    assert.deepEqual(rules('Wu Ping, the minister of fisheries, spoke.', '2012-06-01'), ['person-title']);
    assert.deepEqual(rules('Wu Ping, the prime minister, spoke.', '2012-06-01'), []);
  });
});
