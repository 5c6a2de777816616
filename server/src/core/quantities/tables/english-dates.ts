import { list } from './list.js';

const full = 'january february march april may june july august september october november december'.split(' ');
const short = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export const months: ReadonlyMap<string, number> = new Map([
  ...full.map((word, index): [string, number] => [word, index + 1]),
  ...short.map((word, index): [string, number] => [word, index + 1]),
  ['sept', 9],
]);

/** Months that are other words too, and are read only beside a day, a year or a word of time. */
export const ambiguousMonths: ReadonlySet<string> = new Set(
  list('may|march|mar|dec|jan|jun|sep|nov|oct|apr|feb|jul|aug'),
);

/** Words before a bare year or month that say it is one. */
export const timeWords: ReadonlySet<string> = new Set(
  'in by since from until till during before after for of to between through late early mid end and or than versus vs around circa throughout into over on last next this as at compared'.split(
    ' ',
  ),
);

/** Plural nouns that follow a year rather than count: 2022 figures. */
export const yearNouns: ReadonlySet<string> = new Set(
  'figures levels targets prices data estimates results rates sales exports imports goals olympics games elections accounts statistics values terms plans projections forecasts emissions numbers profits earnings budgets revenues reforms floods guidelines talks standards rules regulations reports wages costs fires deliveries receipts returns outcomes updates editions surveys negotiations commitments priorities findings'.split(
    ' ',
  ),
);

/** Years are marked by these: fiscal year 2023. */
export const fiscalWords: ReadonlySet<string> = new Set(['fiscal', 'financial', 'fy']);

/** Stretches of time that a month may end, in months: the year to June 2025, the three months ended June 2025. */
export const stretchesInMonths: ReadonlyMap<string, number> = new Map([
  ['year', 12],
  ['years', 12],
  ['half', 6],
  ['quarter', 3],
  ['quarters', 3],
  ['month', 1],
  ['months', 1],
]);

/** What may stand behind the length of such a stretch: the 12-month period to June. */
export const stretchNouns: ReadonlySet<string> = new Set(list('period|stretch|span'));

/** What stands before one such stretch: the year to June; not "last year to June" nor "from year to year". */
export const stretchArticles: ReadonlySet<string> = new Set(
  list('the|a|full|rolling|financial|fiscal|whole|reporting|water|crop|gas'),
);

/** What leads from a stretch to the month that ends it. */
export const stretchEnds: ReadonlySet<string> = new Set(list('to|ending|ended|till|until|through'));
