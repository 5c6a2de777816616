const words = (text: string): readonly string[] => text.split(' ');

const small = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const tens = words('twenty thirty forty fifty sixty seventy eighty ninety');
const smallOrdinals = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
);
const tenOrdinals = words('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth');

/** Cardinals below a hundred. */
export const cardinals: ReadonlyMap<string, number> = new Map([
  ...small.map((word, index): [string, number] => [word, index]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

export const ordinals: ReadonlyMap<string, number> = new Map([
  ...smallOrdinals.map((word, index): [string, number] => [word, index + 1]),
  ...tenOrdinals.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['hundredth', 100],
  ['thousandth', 1000],
]);

/** Powers of ten of the words for large numbers. */
export const scales: ReadonlyMap<string, number> = new Map([
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
  ['crore', 7],
]);

/** Powers of ten of the letters after a number: always, and only where a currency stands before it. */
export const scaleLetters: ReadonlyMap<string, number> = new Map([
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
]);
export const moneyScaleLetters: ReadonlyMap<string, number> = new Map([
  ['m', 6],
  ['b', 9],
  ['t', 12],
  ['mm', 6],
]);

/** Denominators: a third, two-fifths. */
export const denominators: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
  ...[...ordinals]
    .filter(([, value]) => value >= 3 && value <= 100)
    .flatMap(([word, value]): [string, number][] => [
      [word, value],
      [`${word}s`, value],
    ]),
]);

/** Letters that make an ordinal of digits. */
export const ordinalLetters: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
