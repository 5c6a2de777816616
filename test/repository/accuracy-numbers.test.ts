import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { numbersTable } from '../../bench/accuracy/numbers.js';

/** Made up, in the shape of Recognizers-Text's Specs. */
const specs: Readonly<Record<string, readonly object[]>> = {
  'NumberWithUnit/English/CurrencyModel.json': [
    currency('It cost 20 euros.', '20 euros', '20', 'Euro', 'EUR'),
    // Read, and not as the suite has it.
    currency('It cost 30 euros.', '30 euros', '31', 'Euro', 'EUR'),
    currency('It cost 20 zorkmids.', '20 zorkmids', '20', 'Zorkmid'),
    { Input: 'No number.', Results: [] },
  ],
  'Number/English/NumberModel.json': [number('It grew by 1,3.', '1,3', '1.3'), number('Take 3/4.', '3/4', '0.75')],
  'DateTime/English/DateTimeModel.json': [
    date('It rose in Q3 2020.', 'Q3 2020', '(2020-07-01,2020-10-01,P3M)'),
    date('It rose in May 2020.', 'May 2020', '2020-05'),
    date('It rose next week.', 'next week', '2020-W20'),
  ],
  'NumberWithUnit/Chinese/DimensionModel.json': [
    measure('长三百米。', '三百米', '300', 'Meter'),
    measure('重三百萬噸。', '三百萬噸', '3000000', 'Ton'),
  ],
  'Number/Chinese/NumberModel.json': [],
  'DateTime/Chinese/DateTimeModel.json': [],
};

function currency(Input: string, Text: string, value: string, unit: string, isoCurrency?: string): object {
  return {
    Input,
    Results: [{ Text, TypeName: 'currency', Resolution: { value, unit, isoCurrency }, Start: Input.indexOf(Text) }],
  };
}

function measure(Input: string, Text: string, value: string, unit: string): object {
  return { Input, Results: [{ Text, TypeName: 'dimension', Resolution: { value, unit }, Start: Input.indexOf(Text) }] };
}

function number(Input: string, Text: string, value: string): object {
  return { Input, Results: [{ Text, TypeName: 'number', Resolution: { value }, Start: Input.indexOf(Text) }] };
}

function date(Input: string, Text: string, timex: string): object {
  return {
    Input,
    Results: [
      { Text, TypeName: 'datetimeV2.daterange', Resolution: { values: [{ timex }] }, Start: Input.indexOf(Text) },
    ],
  };
}

describe('npm run accuracy -- --numbers', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'specs-'));
    for (const [path, cases] of Object.entries(specs)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), JSON.stringify(cases));
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  it('counts what is right in value and unit, wrong and unread, by language', () => {
    const table = numbersTable(folder);
    assert.match(table, /^English: 5 places; right 3 \(60\.0 %\), wrong 1 \(20\.0 %\), unread 1 \(20\.0 %\)$/m);
    assert.match(table, /^Chinese: 1 places; right 1 /m);
    assert.match(table, /^traditional Chinese: 1 places; right 1 /m);
  });

  it('says what is left out, why and how often', () => {
    const left = numbersTable(folder).match(/left out +1 {2}.*/g) ?? [];
    assert.deepEqual(left.map((line) => /units that|commas|relative/.exec(line)?.[0]).sort(), [
      'commas',
      'relative',
      'units that',
    ]);
  });

  it('lists the places of one outcome', () => {
    const lines = numbersTable(folder, 'wrong')
      .split('\n')
      .filter((line) => line.includes('\t'));
    assert.deepEqual(lines, ['English\tcurrency\tIt cost 30 euros.\t[30 euros] 31 Euro\t30 EUR']);
  });
});
