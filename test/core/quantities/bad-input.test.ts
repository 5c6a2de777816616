import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readQuantities, unitScale } from '../../../server/src/core/quantities/index.js';

describe('bad input', () => {
  it('leaves a number out that no value holds', () => {
    const numbers: readonly (readonly [string, string, string, number])[] = [
      ['It is ', `${'7'.repeat(400)} tonnes`, ', and on.', 400],
      ['It is ', `0.${'7'.repeat(400)} tonnes`, '.', 401],
      ['It is ', `$${'7'.repeat(300)} trillion`, '.', 300],
      ['It is ', `${'777,'.repeat(150)}777`, '.', 453],
      ['共', `${'7'.repeat(400)}万亿元`, '。', 400],
      ['共', '七'.repeat(400), '吨', 400],
    ];
    for (const [before, number, after, digits] of numbers) {
      const { quantities, periods, unreadable } = readQuantities(before + number + after);
      assert.deepEqual([quantities, periods], [[], []]);
      const span = { start: before.length, end: before.length + number.length };
      assert.deepEqual(unreadable, [{ span, reason: 'too-long', digits }]);
    }
    for (const text of [`It is ${'7'.repeat(40)} tonnes.`, '共三千四百五十六万七千八百九十吨', '八九十家'])
      assert.deepEqual(readQuantities(text).unreadable, [], text);
  });

  it('keeps the digits of a number that is longer than a double', () => {
    const [grouped, plain] = readQuantities(
      'It was 1,234,567,890,123,456,789 then, 0.12345678901234567 now.',
    ).quantities;
    assert.deepEqual([grouped?.value, grouped?.written.digits], [1.2345678901234568e18, '1234567890123456789']);
    assert.deepEqual([plain?.value, plain?.written.digits], [0.12345678901234566, '0.12345678901234567']);
    assert.equal(readQuantities('共123456789亿2000万元').quantities[0]?.written.digits, '12345678920000000');
  });

  it('reads on in a sentence of 50,000 characters', () => {
    const sentence = `${'and so on, '.repeat(4_500)}it was 40 trillion yuan`;
    assert.equal(readQuantities(sentence).quantities[0]?.value, 40e12);
  });

  it('reads each quantity inside brackets and between scripts', () => {
    const text = '(((40 GW (约5亿元 [12%] 及 three years))))';
    assert.deepEqual(
      readQuantities(text).quantities.map(({ value }) => value),
      [40, 5e8, 12, 3],
    );
  });

  it('keeps every span inside the text and in order', () => {
    const parts = [
      '2022',
      '年',
      '40',
      '万',
      '亿',
      '元',
      '%',
      ' ',
      '-',
      'to',
      'more than',
      '三',
      '百',
      '第',
      '（',
      '5G+',
      '$',
      'bn',
      'May',
      ',',
      '.',
      '\n',
      '￼',
      '𠀀',
      '½',
    ];
    let seed = 7;
    for (let round = 0; round < 3_000; round++) {
      let text = '';
      for (let i = 0; i < 12; i++) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += parts[seed % parts.length];
      }
      const { quantities, periods, unreadable } = readQuantities(text);
      for (const list of [quantities, periods, unreadable]) {
        let last = 0;
        for (const { span } of list) {
          assert.ok(span.start >= last && span.end > span.start && span.end <= text.length, JSON.stringify(text));
          last = span.start;
        }
      }
      for (const { value, step } of quantities) assert.ok(Number.isFinite(value) && step > 0, JSON.stringify(text));
    }
  });
});

describe('unitScale', () => {
  it('brings units of one base together', () => {
    assert.deepEqual(unitScale('GW'), { unit: 'W', scale: 1e9 });
    assert.deepEqual(unitScale('MtCO2e'), { unit: 'tCO2e', scale: 1e6 });
    assert.deepEqual(unitScale('t'), { unit: 't', scale: 1 });
    assert.equal(unitScale('GBP/MWh').unit, 'GBP/Wh');
    assert.deepEqual(unitScale('辆'), { unit: '辆', scale: 1 });
  });

  it('follows what a pack ties together, and ends in a circle', () => {
    assert.deepEqual(unitScale('big', [{ id: 'big', forms: [], of: 'MWh', scale: 10 }]), { unit: 'Wh', scale: 1e7 });
    const circle = [
      { id: 'a', forms: [], of: 'b', scale: 2 },
      { id: 'b', forms: [], of: 'a', scale: 2 },
    ];
    assert.ok(Number.isFinite(unitScale('a', circle).scale));
  });
});
