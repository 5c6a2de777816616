import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readQuantities } from '../../../server/src/core/quantities/index.js';
import { markedLine, score } from './marked-lines.js';

/** Lines of a trial's row with all that is read in them; what is not marked is not read. */
const rows: Readonly<Record<string, readonly string[]>> = {
  'trial 10.1: a space beside digits changes nothing in Chinese': [
    '[[2022 年|date|2022]]全国有 [[1998 个|number|1998]]项目，全部工业增加值达到 [[41.16 万亿元|money|41.16e12|CNY]]。',
    '[[2022年|date|2022]]全国有[[1998个|number|1998]]项目。',
    '截至 [[2019 年末|date|2019]]，共有 [[2018 家|number|2018]]企业。',
    '到 [[2025|date|2025]]，产能达到 [[2000 万吨|quantity|2e7|t]]。',
    '全省 2016 中国城市排名。',
    '2023届学生与 2024 款车型。',
  ],
  'trial 10.2: a number like a year before a noun is a count': [
    'With [[2023|number|2023]] electric buses on the road, emissions fell.',
    'The fleet grew to [[2023|number|2023]] vehicles.',
    'They run [[1998|number|1998]] small rural clinics.',
    'By [[2023|date|2023]] electric buses were common.',
    'In [[2023|date|2023]] exports rose.',
    '[[2022|date|2022]] figures were lower than [[2021|date|2021]] levels.',
  ],
  'trial 10.3: the quarter and the half, in digits, behind or before the year': [
    'In the [[4th quarter of 2022|date|2022-Q4]] it rose.',
    'In the [[2nd half of 2020|date|2020-07/2020-12]] it rose.',
    'It rose in [[2019-Q2|date|2019-Q2]] and [[Q4-2019|date|2019-Q4]].',
    'It fell in [[2019-H2|date|2019-07/2019-12]].',
    'From [[Q4/2019|date|2019-Q4]] on it rose.',
    'It rose in [[Q1-Q3 2020|date|2020-01/2020-09]] and [[2021 Q1-Q3|date|2021-01/2021-09]].',
    'It came in [[Dec-2018|date|2018-12]].',
    "Sales in [[Q4 '22|date|2022-Q4]] fell.",
    "Sales in [[Q3'21|date|2021-Q3]] and [[H1'22|date|2022-01/2022-06]] fell.",
    'Sales in [[FY21 Q3|date|2021-Q3]] and [[FY2022 Q1|date|2022-Q1]] fell.',
    '[[2018年前半年|date|2018-01/2018-06]]回升。',
    '[[2023上半年|date|2023-01/2023-06]]增长，[[2022第三季度|date|2022-Q3]]下降。',
    'It is for [[2019-q2|date|2019-Q2]].',
  ],
  'trial 10.4: groups of three with any space': [
    'It made [[12 000 tonnes|quantity|12000|t]].',
    'It cost [[EUR 1 250 000|money|1250000|EUR]] in all.',
    'It made [[12\u2009000 tonnes|quantity|12000|t]] and [[3\u200A400 tonnes|quantity|3400|t]].',
    '产量[[12 000吨|quantity|12000|t]]。',
  ],
  'trial 10.5: what touches a point, a power, a fraction or a rest of digits is read whole': [
    'It rose [[.5 percent|percent|0.5]] to [[$.42|money|0.42|USD]] a share.',
    'It rose [[3 1/2 percent|percent|3.5]] in [[2 1/4 years|duration|2.25Y]].',
    'It made [[2.5×10^6 tonnes|quantity|2500000|t]] and [[2.5 × 10⁶ tonnes|quantity|2500000|t]].',
    'It has [[6.02x10^-4 tonnes|quantity|0.000602|t]].',
    '产量[[3万4000吨|quantity|34000|t]]，人口[[1亿零2300人|number|100002300]]。',
    '产量[[5万4千6百吨|quantity|54600|t]]。',
    '硬盘[[50兆字节|quantity|50|MB]]，摄入[[323千卡|quantity|323|kcal]]。',
    '产量[[一吨半|quantity|1.5|t]]，长[[两米半|quantity|2.5|m]]。',
    '约[[.5%|percent|0.5]]。',
    '比率降到[[二点五|number|2.5]]，下午三点一刻开会。',
    '总额为[[四十九兆九千五百九十二亿元|money|49959200000000|CNY]]，占[[千万分之六|number|6e-7]]。',
    '满额为[[10成|percent|100]]。',
    '共[[3万五千人|number|35000]]。',
    'It took [[2 hours 30 minutes|duration|150min]] and [[1 year and 6 months|duration|18M]].',
    '用时[[1小时30分|duration|90min]]，工期[[两年零三个月|duration|27M]]。',
    'It shipped [[3 dozen|number|36]] crates and [[2 million and a half tonnes|quantity|2500000|t]].',
    'They won [[3 and a half|number|3.5]] games.',
    'Of them, [[half a million|number|500000]] or [[half million|number|500000]] left.',
    'About [[two in five|number|0.4]] or [[2 in 5|number|0.4]] adults smoke.',
    'It was [[nought point five percent|percent|0.5]].',
    'A [[3/4 mile|quantity|0.75|mi]] track.',
    'It weighs [[20 (kg)|quantity|20|kg]] by [[301|number|301]](g).',
    'It fell to [[2 in 5|number|0.4]] homes.',
    'It cost [[twenty dollars and 43 cents|money|20.43|USD]], [[$3 and 5 cents|money|3.05|USD]] more.',
    '售价[[12元5角4分钱|money|12.54|CNY]]。',
    'It raised [[3m€|money|3e6|EUR]] and [[2.5bn £|money|2.5e9|GBP]].',
    'It took [[three quarters of an hour|duration|0.75h]], [[half an hour|duration|0.5h]] less.',
    'It killed [[3.5|number|3.5]] per 1,000 live births, [[10|number|10]] per 100,000 people.',
    '每10万人中有[[3.5人|number|3.5]]。',
    'One thing: [[1 in 5|number|0.2]].',
    'It has [[1 ½ billion|number|1.5e9]] views, [[3⅜ percent|percent|3.375]] more.',
    'It has [[10M|number|1e7]] users and [[1.2B|number|1.2e9]] views.',
  ],
  'trial 10.5: and what is not, is not read at all': [
    'It grew 1.1^23 and 2^5.',
    'It made 3.5×4^6 tonnes.',
    '共1亿2300人。',
    '产量三万4000吨。',
    '共3万5人。',
    '容量50兆。',
    'It ran 1e10 steps.',
    'It cost 3 hundred and 21 and 4 thousand 3 hundred.',
    'It was two hundred point seventy-one.',
    'It rose 5 ft 2 in all.',
    'The file has 5 M or 2.3 k.',
    'It was nought point eleven.',
    'It rose 3⅓ percent, by 5 × 10-3 g or 2.5 × 106 g.',
    'He is 6\'2" tall, at 45 degrees below zero.',
    'It burns 5.5 l/100km.',
    'It is 1.2 ± 0.3 tonnes, within ±5%.',
    'It cost 100 рублей.',
    '3M made it in ward 7B.',
  ],
  'trial 10.6: currencies as they are written': [
    'It cost [[Rs 4 crores|money|4e7|INR]], [[12 lakhs|number|1.2e6]] more.',
    'They lost [[75 USD million|money|7.5e7|USD]], [[50 million USD|money|5e7|USD]] of it here.',
    'It cost [[AUD$15m|money|1.5e7|AUD]] and [[HKD$ 4m|money|4e6|HKD]].',
    'It cost [[20€|money|20|EUR]], [[10 $|money|10|USD]] or [[30 $|money|30|USD]].',
    'It cost [[120 MEUR|money|1.2e8|EUR]] and [[48.5 MGBP|money|4.85e7|GBP]].',
    'It cost [[100 Malaysian ringgit|money|100|MYR]] and [[20 Australian dollars|money|20|AUD]].',
    '[[10 $|money|10|USD]] [[30 $|money|30|USD]]',
    'Sales were [[MSEK 60|money|6e7|SEK]] or [[kEUR 5.2|money|5200|EUR]], [[a quarter million US dollars|money|2.5e5|USD]] less.',
    '售价[[10日元|money|10|JPY]]，[[445奈拉|money|445|NGN]]。',
  ],
  'trial 10.7: as written in Chinese': [
    '增长[[百分之三十|percent|30]]到[[四十|number|40]]。',
    '增长[[负百分之二点五|percent|-2.5]]。',
    '降至[[负3.9%|percent|-3.9]]。',
    '再加上一年的时间。',
    '[[上一年|date|last-year]]增长[[3%|percent|3]]。',
  ],
  'trial 10.10: traditional Chinese, folded': [
    '增長[[百分之一百二十點五|percent|120.5]]，下降[[12.56個百分點|percent|12.56]]。',
    '[[3月5號|date|03-05]]公布，[[六點五成|percent|65]]。',
    '產量[[兩千四百萬噸|quantity|2.4e7|t]]，投資[[4.78萬億元|money|4.78e12|CNY]]。',
    '[[2023年第三季度|date|2023-Q3]]人口[[2330萬人|number|2.33e7]]。',
  ],
  'trial 10.11: units and days as they are written': [
    'It holds [[5 gallons|quantity|5|gal]] of water behind a [[6 foot|quantity|6|ft]] wall, [[12 mi|quantity|12|mi]] away.',
    '每吨电价，[[3000元每吨|quantity|3000|CNY/t]]，用电[[3亿度|quantity|3e8|kWh]]，防治[[15万亩次|number|150000]]。',
    '每天喝[[5公升|quantity|5|L]]水。',
    'It will end by [[2150|date|2150]].',
    'Rain fell on 10/1/2018-10/7/2018.',
    'It cost [[$12|money|12|USD]] [[December 27|date|12-27]].',
    'It came on [[05-Aug-2016|date|2016-08-05]].',
    'It took 6 pounds of meat.',
    'It weighed [[25 pounds|quantity|25|lb]] and cost [[25 pounds|money|25|GBP]].',
  ],
};

const languageOf = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('a number is read whole or not at all', () => {
  for (const [row, lines] of Object.entries(rows)) {
    for (const marked of lines) {
      const line = markedLine(row.split(':')[0] ?? '', marked);
      it(`${row}: “${line.text}”`, () => {
        assert.deepEqual(score([line], { language: languageOf(line.text) }).faults, []);
      });
    }
  }
});

describe('words before a number are those of that number', () => {
  const bounds: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ['The rate was above 3% and below 5%.', ['above', 'below']],
    ['It is less than or equal to 15%.', ['at-most']],
    ['It is equal to or more than 15%.', ['at-least']],
    ['It must be greater than or equal to 15%, and less than 40%.', ['at-least', 'below']],
    ['More than 40 towns, and over 10 cities, took part.', ['above', 'above']],
    ['It was 40 or more, and below 60.', ['at-least', 'below']],
    ['It fell to 40 or below in May.', ['at-most']],
    ['大于等于15%，小于或等于40%。', ['at-least', 'at-most']],
    ['It is no higher than 5% nor lower than 3%.', ['at-most', 'at-least']],
    ['It is smaller or equal than 15%.', ['at-most']],
    ['It is higher or equal to 15%.', ['at-least']],
    ['人数为50或者更多。', ['at-least']],
    ['不低于3%，低于5%。', ['at-least', 'below']],
    ['3%以上，5%以下。', ['at-least', 'at-most']],
  ];
  for (const [text, comparators] of bounds) {
    it(`trial 10.8: “${text}”`, () => {
      const { quantities } = readQuantities(text, { language: languageOf(text) });
      assert.deepEqual(
        quantities.map(({ comparator }) => comparator),
        comparators,
      );
    });
  }
});

describe('two numbers with a mark or a word between them are a range', () => {
  const ranges: readonly (readonly [string, readonly number[]])[] = [
    ['It is 200-2000 km away.', [200, 2000]],
    ['They are 8- to 16-metre waves.', [8, 16]],
    ['It saw a 5-to-10 percent rise.', [5, 10]],
    ['It costs between 20 and 30 yuan.', [20, 30]],
    ['温度在20和30度之间。', [20, 30]],
    ['增长百分之三十到四十。', [30, 40]],
    ['薪酬为10000与20000元之间。', [10000, 20000]],
  ];
  for (const [text, values] of ranges) {
    it(`trial 10.9: “${text}”`, () => {
      const { quantities } = readQuantities(text, { language: languageOf(text) });
      assert.deepEqual([quantities.map(({ value }) => value), quantities[0]?.rangeWith], [values, 1]);
      assert.equal(quantities[0]?.unit, quantities[1]?.unit);
    });
  }

  it('trial 10.9: “5 or 6 days” are two numbers of one unit', () => {
    for (const text of ['It took 5 or 6 days.', 'A 10- or 15-year loan.', '历时5或6天。']) {
      const { quantities } = readQuantities(text, { language: languageOf(text) });
      assert.equal(quantities.length, 2, text);
      assert.deepEqual([quantities[0]?.unit, quantities[0]?.rangeWith], [quantities[1]?.unit, undefined], text);
    }
  });

  it('trial 10.9: “from 2015 to May 2018” is one period', () => {
    const periods = (text: string) =>
      readQuantities(text, { language: languageOf(text) }).periods.map(({ period }) => period);
    assert.deepEqual(periods('From 2015 to May 2018 it rose.'), ['2015-01/2018-05']);
    assert.deepEqual(periods('From May 2015 to 2018 it rose.'), ['2015-05/2018-12']);
    assert.deepEqual(periods('2007年与2009年间'), ['2007/2009']);
    assert.deepEqual(periods('从2016年一月十日到十二日'), ['2016-01-10/2016-01-12']);
    assert.deepEqual(periods('From 2007 to the end of 2008 it rose.'), ['2007/2008']);
    assert.deepEqual(periods('Nov–Feb 2017'), ['2016-11/2017-02']);
  });
});
