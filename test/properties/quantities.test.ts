import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { simplifiedOnly, traditionalOnly } from '../../server/src/core/language/han-scripts.js';
import { type Quantity, readQuantities, unitScale } from '../../server/src/core/quantities/index.js';

type Language = 'en' | 'zh';

/** A way to write a value: its text, and the value in its unit. */
interface Written {
  readonly text: string;
  readonly value: number;
  readonly unit?: string;
}

/** Whole numbers, and numbers of one to three decimals. */
const whole = fc.integer({ min: 2, max: 999_999 });
const small = fc.integer({ min: 2, max: 99 });
const decimal = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 3 }))
  .map(([digits, places]) => Number((digits / 10 ** places).toFixed(places)));

const grouped = (value: number, mark: string) => String(value).replace(/\B(?=(?:\d{3})+$)/g, mark);
const wide = (text: string) =>
  text.replace(/[\d.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const superscript = (digits: string) => digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] as string);

const hanDigits = '零一二三四五六七八九';
function hanNumeral(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const zero = rest > 0 && rest < 1000 ? '零' : '';
    return `${hanNumeral(Math.floor(value / 10_000))}万${rest === 0 ? '' : zero + hanNumeral(rest)}`;
  }
  let text = '';
  let isZero = false;
  for (const [index, scale] of ['千', '百', '十', ''].entries()) {
    const digit = Math.floor(value / 10 ** (3 - index)) % 10;
    if (digit === 0) isZero = text !== '';
    else {
      text += (isZero ? '零' : '') + hanDigits[digit] + scale;
      isZero = false;
    }
  }
  return text.replace(/^一十/, '十');
}

const smallWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
function words(value: number): string {
  if (value < 20) return smallWords[value] as string;
  if (value < 100) return tens[Math.floor(value / 10) - 2] + (value % 10 === 0 ? '' : `-${smallWords[value % 10]}`);
  if (value < 1000)
    return `${words(Math.floor(value / 100))} hundred${value % 100 === 0 ? '' : ` and ${words(value % 100)}`}`;
  const rest = value % 1000;
  return `${words(Math.floor(value / 1000))} thousand${rest === 0 ? '' : rest < 100 ? ` and ${words(rest)}` : ` ${words(rest)}`}`;
}

const exact = (value: number) => Number(value.toPrecision(12));
const of = <T>(values: fc.Arbitrary<T>, write: (value: T) => Written) => values.map(write);

const styles: Readonly<Record<Language, Readonly<Record<string, fc.Arbitrary<Written>>>>> = {
  en: {
    plain: of(decimal, (value) => ({ text: `${value} tonnes`, value, unit: 't' })),
    grouped: of(whole, (value) => ({ text: `${grouped(value, ',')} tonnes`, value, unit: 't' })),
    'a space': of(whole, (value) => ({ text: `${grouped(value, ' ')} tonnes`, value, unit: 't' })),
    'a thin space': of(whole, (value) => ({ text: `${grouped(value, '\u2009')} tonnes`, value, unit: 't' })),
    'a no-break space': of(whole, (value) => ({ text: `${grouped(value, '\u00A0')} tonnes`, value, unit: 't' })),
    'a point first': of(small, (value) => ({
      text: `.${value} percent`,
      value: Number(`0.${value}`),
      unit: 'percent',
    })),
    'a sign before': of(decimal, (value) => ({ text: `$${value}`, value, unit: 'USD' })),
    'a sign and a point': of(small, (value) => ({ text: `$.${value}`, value: Number(`0.${value}`), unit: 'USD' })),
    'a sign behind': of(decimal, (value) => ({ text: `${value} €`, value, unit: 'EUR' })),
    'a sign behind, glued': of(decimal, (value) => ({ text: `${value}€`, value, unit: 'EUR' })),
    'a code before': of(whole, (value) => ({ text: `EUR ${grouped(value, ' ')}`, value, unit: 'EUR' })),
    'a code and a sign': of(decimal, (value) => ({ text: `AUD$${value}m`, value: exact(value * 1e6), unit: 'AUD' })),
    'a code behind': of(decimal, (value) => ({ text: `${value} USD million`, value: exact(value * 1e6), unit: 'USD' })),
    'a code with a prefix': of(decimal, (value) => ({ text: `${value} MEUR`, value: exact(value * 1e6), unit: 'EUR' })),
    'a scale': of(decimal, (value) => ({ text: `${value} billion yuan`, value: exact(value * 1e9), unit: 'CNY' })),
    'a letter': of(decimal, (value) => ({ text: `£${value}bn`, value: exact(value * 1e9), unit: 'GBP' })),
    lakhs: of(small, (value) => ({ text: `${value} lakhs`, value: value * 1e5 })),
    crores: of(small, (value) => ({ text: `Rs ${value} crores`, value: value * 1e7, unit: 'INR' })),
    'a hyphen': of(decimal, (value) => ({ text: `${value}-tonne`, value, unit: 't' })),
    'a mixed fraction': of(fc.tuple(small, fc.constantFrom(1, 3, 5, 7)), ([value, eighths]) => ({
      text: `${value} ${eighths}/8 percent`,
      value: value + eighths / 8,
      unit: 'percent',
    })),
    thirds: of(small, (value) => ({ text: `${value} 1/3 percent`, value: value + 1 / 3, unit: 'percent' })),
    'a vulgar fraction': of(small, (value) => ({ text: `${value}½ percent`, value: value + 0.5, unit: 'percent' })),
    'a power': of(decimal, (value) => ({ text: `${value}×10^6 tonnes`, value: exact(value * 1e6), unit: 't' })),
    'a raised power': of(decimal, (value) => ({
      text: `${value} × 10${superscript('6')} tonnes`,
      value: exact(value * 1e6),
      unit: 't',
    })),
    'a negative power': of(small, (value) => ({
      text: `${value}x10^-3 tonnes`,
      value: exact(value / 1000),
      unit: 't',
    })),
    'another power': of(small, (value) => ({ text: `${value}^3 tonnes`, value: value ** 3, unit: 't' })),
    words: of(fc.integer({ min: 2, max: 99_999 }), (value) => ({ text: `${words(value)} tonnes`, value, unit: 't' })),
    'words and a scale': of(small, (value) => ({
      text: `${words(value)} million tonnes`,
      value: value * 1e6,
      unit: 't',
    })),
    'words with a point': of(fc.tuple(small, fc.integer({ min: 1, max: 9 })), ([value, tenths]) => ({
      text: `${words(value)} point ${words(tenths)} percent`,
      value: Number(`${value}.${tenths}`),
      unit: 'percent',
    })),
    'and a half': of(small, (value) => ({ text: `${words(value)} and a half tonnes`, value: value + 0.5, unit: 't' })),
    minus: of(decimal, (value) => ({ text: `minus ${value} percent`, value: -value, unit: 'percent' })),
    'hours and minutes': of(
      fc.tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 59 })),
      ([hours, minutes]) => ({
        text: `${hours} hours ${minutes} minutes`,
        value: hours * 60 + minutes,
        unit: 'min',
      }),
    ),
    'feet and inches': of(
      fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 2, max: 11 })),
      ([feet, inches]) => ({
        text: `${feet} feet ${inches} inches`,
        value: feet * 12 + inches,
        unit: 'in',
      }),
    ),
    'million and a half': of(small, (value) => ({
      text: `${value} million and a half tonnes`,
      value: (value + 0.5) * 1e6,
      unit: 't',
    })),
  },
  zh: {
    plain: of(decimal, (value) => ({ text: `${value}吨`, value, unit: 't' })),
    'spaces beside': of(decimal, (value) => ({ text: ` ${value} 吨`, value, unit: 't' })),
    'full width': of(decimal, (value) => ({ text: `${wide(String(value))}吨`, value, unit: 't' })),
    grouped: of(whole, (value) => ({ text: `${grouped(value, ',')}吨`, value, unit: 't' })),
    万: of(decimal, (value) => ({ text: `${value}万吨`, value: exact(value * 1e4), unit: 't' })),
    'spaces beside 万': of(decimal, (value) => ({ text: `${value} 万吨`, value: exact(value * 1e4), unit: 't' })),
    亿元: of(decimal, (value) => ({ text: `${value}亿元`, value: exact(value * 1e8), unit: 'CNY' })),
    万亿元: of(decimal, (value) => ({ text: `${value}万亿元`, value: exact(value * 1e12), unit: 'CNY' })),
    'a rest of digits': of(fc.tuple(small, fc.integer({ min: 1000, max: 9999 })), ([value, rest]) => ({
      text: `${value}万${rest}吨`,
      value: value * 1e4 + rest,
      unit: 't',
    })),
    'a rest with a nought': of(fc.tuple(small, fc.integer({ min: 100, max: 999 })), ([value, rest]) => ({
      text: `${value}万零${rest}吨`,
      value: value * 1e4 + rest,
      unit: 't',
    })),
    'a rest that is short': of(fc.tuple(small, fc.integer({ min: 1, max: 999 })), ([value, rest]) => ({
      text: `${value}亿${rest}人`,
      value: value * 1e8 + rest,
    })),
    'a rest with a scale': of(fc.tuple(small, fc.integer({ min: 1, max: 9999 })), ([value, rest]) => ({
      text: `${value}亿${rest}万吨`,
      value: value * 1e8 + rest * 1e4,
      unit: 't',
    })),
    'scales in turn': of(
      fc.tuple(small, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
      ([a, b, c]) => ({
        text: `${a}万${b}千${c}百吨`,
        value: a * 1e4 + b * 1e3 + c * 100,
        unit: 't',
      }),
    ),
    numerals: of(fc.integer({ min: 11, max: 99_999 }), (value) => ({
      text: `${hanNumeral(value)}吨`,
      value,
      unit: 't',
    })),
    'numerals and a scale': of(fc.integer({ min: 11, max: 999 }), (value) => ({
      text: `${hanNumeral(value)}亿元`,
      value: value * 1e8,
      unit: 'CNY',
    })),
    'numerals with a point': of(fc.tuple(small, fc.integer({ min: 1, max: 9 })), ([value, tenths]) => ({
      text: `${hanNumeral(value)}点${hanDigits[tenths]}万吨`,
      value: exact(Number(`${value}.${tenths}`) * 1e4),
      unit: 't',
    })),
    'numerals then digits': of(small, (value) => ({
      text: `${hanNumeral(value)}万4000吨`,
      value: value * 1e4 + 4000,
      unit: 't',
    })),
    'digits then numerals': of(small, (value) => ({ text: `${value}万五千吨`, value: value * 1e4 + 5000, unit: 't' })),
    traditional: of(decimal, (value) => ({ text: `${value}萬噸`, value: exact(value * 1e4), unit: 't' })),
    'traditional points': of(decimal, (value) => ({ text: `${value}個百分點`, value, unit: 'pp' })),
    'percent in words': of(small, (value) => ({ text: `百分之${hanNumeral(value)}`, value, unit: 'percent' })),
    'percent in words and digits': of(decimal, (value) => ({ text: `百分之${value}`, value, unit: 'percent' })),
    'minus percent': of(small, (value) => ({ text: `负百分之${hanNumeral(value)}`, value: -value, unit: 'percent' })),
    minus: of(decimal, (value) => ({ text: `负${value}%`, value: -value, unit: 'percent' })),
    fraction: of(fc.integer({ min: 3, max: 99 }), (value) => ({ text: `${value}分之2`, value: 2 / value })),
    'fraction in words': of(fc.integer({ min: 3, max: 99 }), (value) => ({
      text: `${hanNumeral(value)}分之二`,
      value: 2 / value,
    })),
    'a half behind': of(fc.integer({ min: 2, max: 99 }), (value) => ({
      text: `${value}吨半`,
      value: value + 0.5,
      unit: 't',
    })),
    tenths: of(fc.integer({ min: 2, max: 9 }), (value) => ({
      text: `${hanDigits[value]}成`,
      value: value * 10,
      unit: 'percent',
    })),
    'a prefix of a unit': of(small, (value) => ({ text: `${value}兆字节`, value, unit: 'MB' })),
    千卡: of(small, (value) => ({ text: `${value}千卡`, value, unit: 'kcal' })),
    'a bare 兆': of(small, (value) => ({ text: `${value}兆`, value: Number.NaN })),
    'a currency': of(small, (value) => ({ text: `${value}日元`, value, unit: 'JPY' })),
    'a measure word': of(whole, (value) => ({ text: `${value} 家`, value })),
    'hours and minutes': of(
      fc.tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 59 })),
      ([hours, minutes]) => ({
        text: `${hours}小时${minutes}分钟`,
        value: hours * 60 + minutes,
        unit: 'min',
      }),
    ),
    'a power': of(decimal, (value) => ({ text: `${value}×10^4吨`, value: exact(value * 1e4), unit: 't' })),
  },
};

const frames: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  en: [
    ['The total was ', ' in May.'],
    ['It rose to ', ', and then fell.'],
    ['About ', ' were counted.'],
    ['| Output | ', ' |'],
    ['', ''],
    ['Of that (', ') nothing is left.'],
  ],
  zh: [
    ['总量为', '，比去年多。'],
    ['全年达到', '。'],
    ['约有', '在此。'],
    ['（', '）'],
    ['', ''],
    ['产量：', '；'],
  ],
};

function isRight({ kind, value, unit }: Quantity, written: Written): boolean {
  if (written.unit === undefined) return isNear(value, written.value);
  if (unit === undefined || kind === 'number') return false;
  const [ours, theirs] = [unitScale(unit), unitScale(written.unit)];
  return ours.unit === theirs.unit && isNear(value * ours.scale, written.value * theirs.scale);
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1e-12, Math.abs(a), Math.abs(b));

function shown(text: string, { quantities, periods }: ReturnType<typeof readQuantities>): string {
  return [
    ...quantities.map(({ span, value, unit }) => `[${text.slice(span.start, span.end)}] ${value} ${unit ?? ''}`),
    ...periods.map(({ span, period }) => `<${text.slice(span.start, span.end)}> ${period}`),
  ].join('; ');
}

describe('what is written in any style', () => {
  const counts = { right: 0, unread: 0 };
  for (const language of ['en', 'zh'] as const) {
    for (const [style, values] of Object.entries(styles[language])) {
      it(`is read right or not at all, never cut (trial 10.5): ${language}, ${style}`, () => {
        fc.assert(
          fc.property(values, fc.constantFrom(...frames[language]), (written, [before, after]) => {
            const text = before + written.text + after;
            const reading = readQuantities(text, { language });
            const [from, to] = [before.length, before.length + written.text.length];
            const touched = reading.quantities.filter(({ span }) => span.start < to && span.end > from);
            const dates = reading.periods.filter(({ span }) => span.start < to && span.end > from);
            if (touched.length + dates.length === 0) counts.unread++;
            else {
              const [only] = touched;
              const isWhole =
                touched.length === 1 && dates.length === 0 && only !== undefined && isRight(only, written);
              assert.ok(isWhole, `${text}: ${shown(text, reading)} for ${written.value} ${written.unit ?? ''}`);
              counts.right++;
            }
          }),
          { numRuns: 100 },
        );
      });
    }
  }

  it('is mostly read', () => {
    assert.ok(Object.keys(styles.en).length + Object.keys(styles.zh).length >= 60);
    assert.ok(counts.right > 8 * counts.unread, `${counts.right} right, ${counts.unread} unread`);
  });
});

/** Readings without their places. */
const values = ({ quantities, periods }: ReturnType<typeof readQuantities>) => ({
  quantities: quantities.map(({ kind, value, unit, comparator, direction, consecutive, rangeWith, per, noun }) => ({
    kind,
    value,
    unit,
    comparator,
    direction,
    consecutive,
    rangeWith,
    per,
    noun: noun?.replace(/ /g, ''),
  })),
  periods: periods.map(({ period, partial, fiscal, by }) => ({ period, partial, fiscal, by })),
});

describe('Chinese text', () => {
  const digits = fc.oneof(
    fc.integer({ min: 1, max: 99 }).map(String),
    fc.integer({ min: 1900, max: 2100 }).map(String),
    fc.integer({ min: 100, max: 99_999 }).map(String),
    fc.tuple(small, small).map(([a, b]) => `${a}.${b}`),
  );
  const sentences = [
    '#年全国有#个项目，全部工业增加值达到#万亿元。',
    '截至#年#月#日，全市有#家企业、#万人，比上年增加#%。',
    '到#年，产能达到#万吨，其中#辆电动车。',
    '第#季度增长#个百分点，第#位，约#%以上。',
    '#—#月共#件，#至#年累计#亿元，#公里。',
    '投资#亿#万元，#余家，近#人，#多吨。',
    '自#年以来连续#年增长，第#届会议，#号文件，表#。',
    '人口#万，在#至#之间，#和#之间，共#国。',
    '#个工作日内，#小时，#分钟，#天后，#岁以上。',
  ];
  it('reads the same with and without spaces around its digits (trial 10.1)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.array(digits, { minLength: 10, maxLength: 10 }),
        fc.infiniteStream(fc.boolean()),
        (sentence, numbers, spaces) => {
          let at = 0;
          const plain = sentence.replace(/#/g, () => numbers[at++ % numbers.length] as string);
          const isSpaced = spaces[Symbol.iterator]();
          const space = () => (isSpaced.next().value === true ? ' ' : '');
          const spaced = plain.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, () => space());
          const [one, other] = [plain, spaced].map((text) => values(readQuantities(text, { language: 'zh' })));
          assert.deepEqual(other, one, spaced);
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe('traditional Chinese', () => {
  const simplified = Array.from(simplifiedOnly);
  const traditional = Array.from(traditionalOnly);
  const pairs = new Map(simplified.map((character, index) => [character, traditional[index] as string]));
  for (const [from, to] of ['万萬', '点點', '两兩', '吨噸', '号號', '机機', '体體', '与與'])
    pairs.set(from as string, to as string);
  const styled = Object.values(styles.zh);
  it('reads as simplified Chinese does (trial 10.10)', () => {
    fc.assert(
      fc.property(fc.oneof(...styled), fc.constantFrom(...frames.zh), ({ text }, [before, after]) => {
        const one = before + text + after;
        const other = Array.from(one, (character) => pairs.get(character) ?? character).join('');
        const [a, b] = [one, other].map((each) =>
          readQuantities(each, { language: 'zh' }).quantities.map(({ span, value, unit, comparator }) => ({
            span,
            value,
            unit,
            comparator,
          })),
        );
        assert.deepEqual(b, a, other);
      }),
      { numRuns: 1000 },
    );
  });

  it('names what is counted as it is written', () => {
    assert.deepEqual(
      readQuantities('共有41個沿海項目。', { language: 'zh' }).quantities.map(({ noun }) => noun),
      ['沿海項目'],
    );
  });
});

describe('a number like a year', () => {
  const year = fc.integer({ min: 1900, max: 2099 });
  const counted: Readonly<Record<Language, readonly string[]>> = {
    en: [
      'With # electric buses on the road, fumes fell.',
      'The fleet grew to # vehicles.',
      'It has a total of # hospitals.',
      'They opened # new schools.',
      'More than # firms closed.',
      'We planted # trees.',
      'The city runs # public clinics.',
    ],
    zh: [
      '全国有#个项目。',
      '共#家企业参加。',
      '新建学校#所。',
      '到 # 个村庄调研。',
      '在#名学生中开展。',
      '增加了 # 人。',
      '自 # 件案件中选出。',
      '产量为#吨。',
      '至#户居民家中。',
    ],
  };
  for (const language of ['en', 'zh'] as const) {
    for (const sentence of counted[language]) {
      it(`before a noun or a measure word is a count (trials 10.1, 10.2): ${sentence}`, () => {
        fc.assert(
          fc.property(year, (value) => {
            const text = sentence.replace('#', String(value));
            const reading = readQuantities(text, { language });
            assert.deepEqual([reading.quantities.map((each) => each.value), reading.periods], [[value], []], text);
          }),
          { numRuns: 50 },
        );
      });
    }
  }
});
