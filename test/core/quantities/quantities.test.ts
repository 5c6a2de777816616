import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Quantity, type ReadOptions, readQuantities } from '../../../server/src/core/quantities/index.js';

function quantitiesOf(text: string, options?: ReadOptions): readonly Quantity[] {
  return readQuantities(text, options).quantities;
}

function only(text: string, options?: ReadOptions): Quantity {
  const found = quantitiesOf(text, options);
  assert.equal(found.length, 1, `${text}: ${found.map(({ span }) => text.slice(span.start, span.end)).join(' | ')}`);
  return found[0] as Quantity;
}

describe('the fields of a quantity', () => {
  it('keep the digits as written, their place, scale and steps', () => {
    const text = 'Value added was 40.16 trillion yuan.';
    const { written, step, roundStep, value } = only(text);
    assert.deepEqual(
      [written.digits, written.scale, text.slice(written.span.start, written.span.end)],
      ['40.16', 1e12, '40.16'],
    );
    assert.deepEqual([value, step, roundStep], [40.16e12, 1e10, 1e10]);
    assert.deepEqual([only('超过40万亿元').step, only('超过40万亿元').roundStep], [1e12, 1e13]);
    assert.deepEqual([only('共41个大类').step, only('共41个大类').roundStep], [1, 1]);
    assert.equal(only('１，２０３家').value, 1203);
  });

  const hedges: readonly (readonly [string, Quantity['comparator'], string])[] = [
    ['It is more than 40 tonnes.', 'above', 'more than'],
    ['It exceeded 40 tonnes.', 'above', 'exceeded'],
    ['It is at least 40 tonnes.', 'at-least', 'at least'],
    ['It weighs 40 tonnes or more.', 'at-least', 'or more'],
    ['It is nearly 40 tonnes.', 'about', 'nearly'],
    ['It is exactly 40 tonnes.', 'exactly', 'exactly'],
    ['It is no more than 40 tonnes.', 'at-most', 'no more than'],
    ['It must not exceed 40 tonnes.', 'at-most', 'not exceed'],
    ['It is under 40 tonnes.', 'below', 'under'],
    ['产量超过40吨。', 'above', '超过'],
    ['产量突破了40吨。', 'above', '突破'],
    ['产量40多吨。', 'above', '多'],
    ['产量不低于40吨。', 'at-least', '不低于'],
    ['产量在40吨以上。', 'at-least', '以上'],
    ['产量约40吨。', 'about', '约'],
    ['产量40吨左右。', 'about', '左右'],
    ['产量正好是40吨。', 'exactly', '正好是'],
    ['产量不超过40吨。', 'at-most', '不超过'],
    ['产量40吨以下。', 'at-most', '以下'],
    ['产量不足40吨。', 'below', '不足'],
    ['Output is 40 tonnes.', undefined, ''],
    ['产量为40吨。', undefined, ''],
    ['It exceeded the plan by 40 tonnes.', undefined, ''],
  ];
  for (const [text, comparator, words] of hedges) {
    it(`say ${comparator ?? 'no comparator'} for "${text}"`, () => {
      const quantity = only(text);
      const span = quantity.comparatorSpan ?? { start: 0, end: 0 };
      assert.deepEqual([quantity.comparator, text.slice(span.start, span.end)], [comparator, words]);
    });
  }

  const directions: readonly (readonly [string, Quantity['direction']])[] = [
    ['Output fell 3.5 per cent.', 'down'],
    ['Output fell sharply, by about 3.5 per cent.', undefined],
    ['Output fell sharply by about 3.5 per cent.', 'down'],
    ['Output fell to 3.5 per cent.', undefined],
    ['A 3.5 per cent rise was seen.', 'up'],
    ['It makes up 3.5 per cent of output.', undefined],
    ['Growth was -3.5 per cent.', undefined],
    ['利润下降4.0%。', 'down'],
    ['利润同比增长4.0%以上。', 'up'],
    ['利润率下降到4.0%。', undefined],
    ['利润率升至4.0%。', undefined],
  ];
  for (const [text, direction] of directions) {
    it(`give ${direction ?? 'no direction'} for "${text}"`, () => assert.equal(only(text).direction, direction));
  }

  const streaks: readonly (readonly [string, boolean])[] = [
    ['It led for 13 consecutive years.', true],
    ['It led for 13 years running.', true],
    ['It led for the thirteenth straight year.', true],
    ['It led for the 13th year in a row.', true],
    ['It led for 13 years.', false],
    ['It met for the 13th time.', false],
    ['规模连续13年居首。', true],
    ['规模连续第13年领先。', true],
    ['历时13年建成。', false],
  ];
  for (const [text, consecutive] of streaks) {
    it(`${consecutive ? 'see' : 'see no'} streak in "${text}"`, () => {
      assert.equal(
        quantitiesOf(text).some((quantity) => quantity.consecutive),
        consecutive,
      );
    });
  }

  it('pair the ends of a range and lend the first its unit and scale', () => {
    for (const text of [
      'between 35 and 40 trillion yuan',
      '35 to 40 trillion yuan',
      '35–40 trillion yuan',
      '¥35-40tn',
      '35至40万亿元',
    ]) {
      const [from, to] = quantitiesOf(text);
      assert.deepEqual(
        [from?.value, from?.unit, from?.rangeWith, to?.value, to?.unit, to?.rangeWith],
        [35e12, 'CNY', 1, 40e12, 'CNY', 0],
        text,
      );
      assert.equal(from?.inherited, true);
    }
  });

  it('lend a change its unit without making a range of it', () => {
    for (const text of ['It climbed from 16 to 20 percent.', '由16%提高到20%。', '从16%到20%']) {
      const [from, to] = quantitiesOf(text);
      assert.deepEqual(
        [from?.value, from?.unit, from?.rangeWith, to?.rangeWith],
        [16, 'percent', undefined, undefined],
        text,
      );
    }
  });

  it('name what is counted and what an amount is per', () => {
    assert.equal(only('There are 41 towns in it.').noun, 'towns');
    assert.equal(only('It has 666 small industrial categories.').noun, 'small industrial categories');
    assert.equal(only('我国拥有41个工业大类。').noun, '工业大类');
    assert.equal(only('It costs £40bn a year.').per, 'Y');
    assert.equal(only('It was 40 trillion yuan a year earlier.').per, undefined);
    assert.equal(only('Income was $12,000 per person.').per, 'person');
  });

  it('say in which currency', () => {
    const amounts: readonly (readonly [string, string, number, ReadOptions?])[] = [
      ['¥40tn', 'CNY', 40e12],
      ['¥40tn', 'JPY', 40e12, { region: 'JP' }],
      ['The yen fell and cost it ¥40tn.', 'JPY', 40e12],
      ['40 trillion yuan', 'CNY', 40e12],
      ['RMB 40,164.4 billion', 'CNY', 40164.4e9],
      ['CNY 40tn', 'CNY', 40e12],
      ['US$5.6bn', 'USD', 5.6e9],
      ['40 trillion US dollars', 'USD', 40e12],
      ['€1.5m', 'EUR', 1.5e6],
      ['£980m', 'GBP', 980e6],
      ['HK$3k', 'HKD', 3000],
      ['401644亿元', 'CNY', 401644e8],
      ['６万亿美元', 'USD', 6e12],
      ['5亿日元', 'JPY', 5e8],
      ['两万五千亿元', 'CNY', 2.5e12],
    ];
    for (const [text, unit, value, options] of amounts) {
      const quantity = only(text, options);
      assert.deepEqual([quantity.kind, quantity.unit, quantity.value], ['money', unit, value], text);
    }
  });
});

describe('the units of a pack', () => {
  const units = [{ id: 'kWmod', forms: ['modular kilowatts', '模块千瓦'], of: 'W', scale: 1000 }];

  it('are read by their id and forms', () => {
    for (const text of ['It has 12 kWmod.', 'It has 12 modular kilowatts.', '共12模块千瓦。']) {
      assert.equal(only(text, { units }).unit, 'kWmod', text);
    }
    assert.notEqual(only('It has 12 modular kilowatts.').unit, 'kWmod');
  });
});

describe('what is never a quantity', () => {
  const texts = [
    'The 5G+ network, Made in China 2025, Industry 4.0, the G20, ISO 9001, COVID-19 and the Fortune 500.',
    'See Section 3.2, table 4, Figs. 3 and 4, Article 5, page 12, Annex II and version 2.0.',
    'As shown before [12], [3, 5], the method (3) holds.',
    '1. Cut costs.',
    'Talks at COP 26 led to COP28; see Recital 14.',
    'The 863 Program brought 4K screens.',
    '985计划惠及90后，并入围民营企业500强。',
    'We will 1. cut costs; 2. hire, and 3. build.',
    '任务如下：1.改革；2、开放。',
    'It rose (Smith and Jones, 2021; Lee et al., 2020) and fell (IMF, 2023, p. 14).',
    '据测算（国家统计局，2023）有所上升。',
    'Bridge No. 14 is in the annex, and number 7 too.',
    'Call 010-68751234, +86 10 6875 1234 or (866) 450-6588.',
    'A Boeing 737, an Airbus A380, Level 3 and a Type 2 error.',
    'A thousand times, on the one hand, one of the plants, for the first time.',
    'At 10:30 the ratio was 3:1, the score 2-1.',
    'First, cut. Second, build.',
    'Use `npm i pack@2022` or see https://example.org/2022/40tn.pdf for it.',
    '“十四五”时期，“三品战略”“一照一码”“两化融合”。',
    '第三条、第2章、第五款和表3、图2、附件1。',
    '要千方百计，避免三番五次。',
    '《中国制造2025》与工业4.0。',
    '第一，稳增长；第二，促改革。',
    '长安街88号，电话010-12345678，上午9时30分。',
    '几十个县、数百万人、十几年、三四个月。',
    'It is 3,4 or 1,2,3 or 12,34,5.',
    'Order No. 2023-175 and Act 2021-1104 apply.',
    '依照2023-175号文件执行。',
    'Four people out of five agree, as 97 villages out of 100 do.',
  ];
  for (const text of texts) {
    it(text, () => {
      const { quantities, periods } = readQuantities(text);
      assert.deepEqual(
        [...quantities, ...periods].map(({ span }) => text.slice(span.start, span.end)),
        [],
      );
    });
  }

  it('nothing is read in a language without tables', () => {
    assert.deepEqual(readQuantities('2022年の工業付加価値は30兆円だった。', { language: 'ja' }), {
      quantities: [],
      periods: [],
      unreadable: [],
    });
    assert.equal(readQuantities('In 2022 it was 30.', { language: 'en-GB' }).quantities.length, 1);
  });
});

describe('what is written among digits', () => {
  const styles: readonly (readonly [string, string, number, string])[] = [
    ['产量5万4千吨。', '54000', 1, '5万4千'],
    ['产量1亿2000万吨。', '120000000', 1, '1亿2000万'],
    ['产量3万4000吨。', '34000', 1, '3万4000'],
    ['It took 2 hours 30 minutes.', '150', 1, '2 hours 30'],
    ['It took three quarters of an hour.', '0.75', 1, 'three quarters of an'],
    ['It made 2.5×10^6 tonnes.', '2500000', 1, '2.5×10^6'],
    ['It cost 120 MEUR.', '120', 1e6, '120'],
  ];
  for (const [text, digits, scale, place] of styles) {
    it(`is replaced with it (trial 10.5): ${text}`, () => {
      const { written } = only(text, { language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' });
      const shown = text.slice(written.span.start, written.span.end);
      assert.deepEqual([written.digits, written.scale, shown], [digits, scale, place]);
    });
  }
});
