import type { LatinNumerals } from './latin-grammar.js';
import { list, setOf } from './list.js';

const small = list('zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize');
const tens = list('vingt|trente|quarante|cinquante|soixante|soixante|quatre vingt|quatre vingt');

/** Soixante-dix-sept is 60 and 17, quatre-vingt-onze 80 and 11. */
function belowHundred(): readonly [string, number][] {
  const units = [...small, 'dix sept', 'dix huit', 'dix neuf'];
  const numbers: [string, number][] = units.map((word, value) => [word, value]);
  numbers.push(['une', 1], ['quatre vingts', 80], ['septante', 70], ['octante', 80], ['huitante', 80], ['nonante', 90]);
  for (const [index, ten] of tens.entries()) {
    const value = (index + 2) * 10;
    const isFull = value === 70 || value === 90;
    if (!isFull) numbers.push([ten, value]);
    for (const [unit, word] of units.entries()) {
      const number = value + unit;
      // Units go on up to 19 behind 60 and 80.
      if (unit > 9 || (isFull && unit > 9) || (!isFull && unit === 0)) continue;
      const rest = isFull ? (units[unit + 10] as string) : word;
      const et = value < 80 && unit === 1 ? ' et ' : ' ';
      numbers.push([`${ten}${et}${rest}`, number], [`${ten} ${rest}`, number]);
      if (rest === 'un') numbers.push([`${ten}${et}une`, number]);
    }
  }
  for (const [ten, value] of [
    ['septante', 70],
    ['huitante', 80],
    ['nonante', 90],
  ] as const)
    for (const [unit, word] of units.slice(1, 10).entries()) numbers.push([`${ten} ${word}`, value + unit + 1]);
  return numbers;
}

const cardinals: ReadonlyMap<string, number> = new Map(belowHundred());

const stems = list(
  'deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|dix-sept|dix-huit|dix-neuv|vingt',
);
const ordinals: ReadonlyMap<string, number> = new Map([
  ...list('premier|première|premiers|premières').map((word): [string, number] => [word, 1]),
  ...list('second|seconde').map((word): [string, number] => [word, 2]),
  ...stems.map((stem, index): [string, number] => [`${stem}ième`, index + 2]),
  ['trentième', 30],
  ['quarantième', 40],
  ['cinquantième', 50],
  ['centième', 100],
]);
const parts = [...ordinals].filter(([word, value]) => value >= 5 && word.endsWith('ième'));

export const frenchNumerals: LatinNumerals = {
  decimalMark: ',',
  elided: setOf('d|l|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu|quoiqu|presqu'),
  cardinals,
  ordinals,
  ordinalLetters: setOf('er|re|ère|nd|nde|e|è|ème|ième|es'),
  scales: new Map([
    ['cent', 2],
    ['cents', 2],
    ['mille', 3],
    ['milliers', 3],
    ['million', 6],
    ['millions', 6],
    ['milliard', 9],
    ['milliards', 9],
    ['billion', 12],
    ['billions', 12],
    ['billiard', 15],
    ['billiards', 15],
    ['trillion', 18],
    ['trillions', 18],
  ]),
  scaleLetters: new Map([
    ['md', 9],
    ['mds', 9],
    ['mrd', 9],
    ['mrds', 9],
    ['mio', 6],
  ]),
  moneyScaleLetters: new Map(),
  scaleLinks: setOf("de|d'"),
  dozens: new Map([
    ['dizaine', 10],
    ['dizaines', 10],
    ['douzaine', 12],
    ['douzaines', 12],
    ['quinzaine', 15],
    ['vingtaine', 20],
    ['trentaine', 30],
    ['quarantaine', 40],
    ['cinquantaine', 50],
    ['soixantaine', 60],
    ['centaine', 100],
    ['centaines', 100],
    ['millier', 1000],
  ]),
  vague: setOf('plusieurs|quelques|des'),
  bare: setOf('cent|mille'),
  articles: setOf('un|une'),
  partDeterminers: setOf('la|le'),
  joints: setOf(''),
  point: 'virgule',
  foldEnding: '',
  denominators: {
    one: new Map([['moitié', 2], ['tiers', 3], ['quart', 4], ...parts]),
    many: new Map([
      ['tiers', 3],
      ['quarts', 4],
      ...parts.map(([word, value]): [string, number] => [`${word}s`, value]),
    ]),
  },
  half: undefined,
  andAHalf: ['et demi', 'et demie'],
  isHalfBehindUnit: true,
  fractions: {
    after: setOf("de|des|du|d'|en|par|depuis|ou|plus|moins"),
    afterHedged: setOf('et|mais|alors|tandis|entre|après|pendant|contre|avec|pour|à|avant|sur'),
    before: setOf("d'|près|environ|plus|moins|presque|quasi|ou"),
    rankEnds: setOf(''),
  },
  ratios: { in: [], outOf: ['sur'] },
  every: setOf(''),
  of: setOf("de|d'|du|des"),
  partArticles: setOf('un|une'),
  minus: setOf('moins'),
  afterHyphen: setOf(''),
  beforeArticle: setOf("comme|tel|telle|c'"),
  copulas: setOf('est|était|sont|fut|soit'),
};
