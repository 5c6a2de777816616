import type { LatinNumerals } from './latin-grammar.js';
import { setOf } from './list.js';

const words = (text: string): readonly string[] => text.split(' ');

const small = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const tens = words('twenty thirty forty fifty sixty seventy eighty ninety');
const smallOrdinals = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
);
const tenOrdinals = words('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth');

const cardinals: ReadonlyMap<string, number> = new Map([
  ['nought', 0],
  ['naught', 0],
  ...small.map((word, index): [string, number] => [word, index]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);
const ordinals: ReadonlyMap<string, number> = new Map([
  ...smallOrdinals.map((word, index): [string, number] => [word, index + 1]),
  ...tenOrdinals.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['hundredth', 100],
  ['thousandth', 1000],
]);
const parts = [...ordinals].filter(([, value]) => value >= 3 && value <= 100);

export const englishNumerals: LatinNumerals = {
  decimalMark: '.',
  elided: setOf(''),
  cardinals,
  ordinals,
  ordinalLetters: setOf('st|nd|rd|th'),
  scales: new Map([
    ['hundred', 2],
    ['thousand', 3],
    ['million', 6],
    ['millions', 6],
    ['billion', 9],
    ['billions', 9],
    ['trillion', 12],
    ['trillions', 12],
    ['quadrillion', 15],
    ['lakh', 5],
    ['lakhs', 5],
    ['lac', 5],
    ['lacs', 5],
    ['crore', 7],
    ['crores', 7],
  ]),
  scaleLetters: new Map([
    ['k', 3],
    ['mn', 6],
    ['mln', 6],
    ['mio', 6],
    ['mil', 6],
    ['bn', 9],
    ['bln', 9],
    ['tn', 12],
    ['trn', 12],
    ['tln', 12],
  ]),
  moneyScaleLetters: new Map([
    ['m', 6],
    ['b', 9],
    ['t', 12],
    ['mm', 6],
  ]),
  scaleLinks: setOf(''),
  dozens: new Map([
    ['dozen', 12],
    ['dozens', 12],
  ]),
  vague: setOf('several|few|many|some'),
  bare: setOf('dozen'),
  articles: setOf('a|an'),
  partDeterminers: setOf(''),
  joints: setOf('and'),
  point: 'point',
  foldEnding: 'fold',
  denominators: {
    one: new Map([['half', 2], ['quarter', 4], ...parts]),
    many: new Map([
      ['halves', 2],
      ['quarters', 4],
      ...parts.map(([word, value]): [string, number] => [`${word}s`, value]),
    ]),
  },
  half: {
    word: 'half',
    units: setOf(
      'percent|percentage|century|decade|year|month|day|hour|minute|hectare|acre|degree|tonne|ton|kilo|mile|' +
        'kilometre|kilometer|metre|meter|litre|liter',
    ),
    of: 'of',
    the: 'the',
    by: 'by',
    and: 'and',
  },
  andAHalf: ['and a half'],
  isHalfBehindUnit: false,
  fractions: {
    after: setOf('of|to|more|less|higher|lower|by|in|from|since|over|on|year|or|as'),
    afterHedged: setOf(
      'and|but|while|when|between|compared|after|during|this|last|against|with|for|per|at|than|before|until|next',
    ),
    before: setOf('by|or|nearly|almost|about|over|than|roughly|around|under|least|and'),
    rankEnds: setOf('in'),
  },
  ratios: { in: ['in'], outOf: ['out of'] },
  every: setOf('every'),
  of: setOf('of'),
  partArticles: setOf('a|an|one'),
  minus: setOf('minus|negative'),
  afterHyphen: setOf('to|odd|plus'),
  beforeArticle: setOf('of|twice|once|as|such'),
  copulas: setOf('is|are|was|were|be|been|became'),
};
