import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { claimsOf, lintReport, readReport } from '../../../server/src/core/index.js';
import { unitId, unitScale } from '../../../server/src/core/quantities/units.js';
import { vocabularyFrom } from '../packs.js';

function judged(measure: string, value: number, text: string) {
  const vocabulary = vocabularyFrom({
    'pack.yaml': `name: p\nlanguages: [en, zh]\nmetrics:\n  m:\n    preferred: {en: oat output, zh: 燕麦产量}\n    measure: {${measure}}\n    observations: [{period: 2023, value: ${value}}]\n`,
  });
  const report = readReport(text, vocabulary, { date: '2024-05-01' });
  return {
    verdicts: claimsOf(report, 'en').map(({ verdict }) => verdict),
    rules: lintReport(report).flatMap(({ rule }) => (rule === 'metric-unsourced' ? [] : [rule])),
  };
}

const english = (amount: string) => `In 2023 oat output was ${amount}.`;

describe('units of packs (trial 9.4)', () => {
  for (const [unit, amount, wrong] of [
    ['t', '3,300 tonnes', '4,300 tonnes'],
    ['tonne', '3,300 tonnes', '4,300 tonnes'],
    ['tons', '3,300 tonnes', '4,300 tonnes'],
    ['吨', '3,300 tonnes', '4,300 tonnes'],
    ['kilometres', '3,300 km', '4,300 km'],
    ['hectare', '3,300 ha', '4,300 ha'],
    ['euro', '€3,300', '€4,300'],
    ['pounds', '£3,300', '£4,300'],
    ['GBP/tonne', '£3,300/t', '£4,300/t'],
  ] as const) {
    it(`reads “${unit}” as the unit that it is a word for`, () => {
      assert.deepEqual(judged(`kind: amount, unit: ${unit}`, 3300, english(amount)), {
        verdicts: ['holds'],
        rules: [],
      });
      assert.deepEqual(judged(`kind: amount, unit: ${unit}`, 3300, english(wrong)).rules, ['metric-value']);
    });
  }

  it('does so in Chinese and for shares', () => {
    assert.deepEqual(judged('kind: amount, unit: tonnes', 3300, '2023年燕麦产量为3300吨。').verdicts, ['holds']);
    assert.deepEqual(judged('kind: share, unit: "%"', 33, english('33%')), { verdicts: ['holds'], rules: [] });
    assert.deepEqual(judged('kind: share, unit: 百分点', 33, english('33 percentage points')).rules, []);
  });

  for (const unit of ['boxes', 'mT', 'toness', 'million tonnes', '万吨']) {
    it(`judges nothing against “${unit}”, which is none`, () => {
      assert.deepEqual(judged(`kind: amount, unit: ${unit}`, 3300, english('3,300 tonnes')).rules, []);
      assert.deepEqual(judged(`kind: amount, unit: ${unit}`, 3300, english(`3,300 ${unit}`)).rules, []);
    });
  }

  it('binds no unit to a count', () => {
    for (const unit of ['t', 'tonne']) {
      assert.deepEqual(judged(`kind: count, unit: ${unit}`, 3300, english('3,300 tonnes')).rules, []);
    }
  });

  it('leaves the ids of units what they are', () => {
    for (const id of 't kg W GW Wh percent pp bp Y Q M D h min s GBP CNY m2 ha TEU tCO2e GBP/MWh GBP/year km/h'.split(
      ' ',
    )) {
      assert.equal(unitId(id), id);
      assert.ok(unitScale(id).scale > 0);
    }
  });
});
