import type { LatinDates } from './latin-grammar.js';
import { list, setOf } from './list.js';

const full = list('january|february|march|april|may|june|july|august|september|october|november|december');
const short = list('jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec');

export const englishDates: LatinDates = {
  months: new Map([
    ...full.map((word, index): [string, number] => [word, index + 1]),
    ...short.map((word, index): [string, number] => [word, index + 1]),
    ['sept', 9],
  ]),
  ambiguousMonths: setOf('may|march|mar|dec|jan|jun|sep|nov|oct|apr|feb|jul|aug'),
  areMonthsCapital: true,
  isDayBehindMonth: true,
  isDayFirst: false,
  yearLinks: setOf('of|in'),
  dayLinks: setOf('of'),
  the: setOf('the'),
  timeWords: setOf(
    'in|by|since|from|until|till|during|before|after|for|of|to|between|through|late|early|mid|end|and|or|than|' +
      'versus|vs|around|circa|throughout|into|over|on|last|next|this|as|at|compared',
  ),
  onlyTimeWords: setOf('in|by|since|until|till|during|before|after|through|throughout|late|early|mid|end|circa'),
  yearNouns: setOf(
    'figures|levels|targets|prices|data|estimates|results|rates|sales|exports|imports|goals|olympics|games|' +
      'elections|accounts|statistics|values|terms|plans|projections|forecasts|emissions|numbers|profits|' +
      'earnings|budgets|revenues|reforms|floods|guidelines|talks|standards|rules|regulations|reports|wages|' +
      'costs|fires|deliveries|receipts|returns|outcomes|updates|editions|surveys|negotiations|commitments|' +
      'priorities|findings',
  ),
  fiscalWords: setOf('fiscal|financial|fy'),
  fiscalLetters: 'fy',
  yearWords: setOf('year|years'),
  decadeLetters: setOf("s|'s"),
  decadeWords: setOf(''),
  partLetters: new Map([
    ['q', 'quarter'],
    ['h', 'half'],
  ]),
  partWords: new Map([
    ['quarter', 'quarter'],
    ['half', 'half'],
  ]),
  lastWords: setOf('last|final'),
  notLastQuarter: setOf('last'),
  countedParts: new Map([
    ['months', 1],
    ['quarters', 3],
  ]),
  isCountFirst: false,
  ofTheYear: ['of the year'],
  afterHalf: setOf('hour|century|decade|time|an'),
  prefixes: { hyphened: list('mid|end|early|late|pre|post'), open: ['year-end'] },
  beforeBareDay: setOf('on|by|until|since|from|to|before|after'),
  afterBareDay: setOf('of|in|and|at|to|the|it|they|he|she|we|as|with|when|by|for|after|before'),
  and: 'and',
  afterNextDay: setOf('in|at|to|for|by|the|and|with'),
  stretchesInMonths: new Map([
    ['year', 12],
    ['years', 12],
    ['half', 6],
    ['quarter', 3],
    ['quarters', 3],
    ['month', 1],
    ['months', 1],
  ]),
  stretchNouns: setOf('period|stretch|span'),
  stretchArticles: setOf('the|a|full|rolling|financial|fiscal|whole|reporting|water|crop|gas'),
  stretchEnds: list('to|ending|ended|till|until|through').flatMap((word) =>
    ['', ' of', ' end', ' end of', ' the', ' the end', ' the end of'].map((rest) => word + rest),
  ),
  beforeBase: setOf('above|below|under'),
  percentWords: setOf('%|percent|cent|pc'),
};
