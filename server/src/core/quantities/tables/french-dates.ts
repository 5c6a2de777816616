import type { LatinDates } from './latin-grammar.js';
import { list, setOf } from './list.js';

const full = list('janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre');
const others: readonly [string, number][] = [
  ['janv', 1],
  ['fevrier', 2],
  ['févr', 2],
  ['avr', 4],
  ['juil', 7],
  ['aout', 8],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['decembre', 12],
  ['déc', 12],
];

export const frenchDates: LatinDates = {
  months: new Map([...full.map((word, index): [string, number] => [word, index + 1]), ...others]),
  ambiguousMonths: setOf('mars|sept|nov|oct|avr'),
  areMonthsCapital: false,
  isDayBehindMonth: false,
  isDayFirst: true,
  yearLinks: setOf("de|d'|en"),
  dayLinks: setOf("de|d'"),
  the: setOf("le|l'"),
  timeWords: setOf(
    "en|dès|depuis|jusque|jusqu'|avant|après|pendant|durant|d'|de|du|à|au|fin|début|mi|et|ou|que|qu'|contre|vers|" +
      'courant|an|année|entre|pour|le|dans|ici|horizon|dernier|prochain',
  ),
  onlyTimeWords: setOf(''),
  yearNouns: setOf(''),
  fiscalWords: setOf('exercice|fiscal|fiscale|budgétaire'),
  fiscalLetters: '',
  yearWords: setOf('fiscal|budgétaire|clos|comptable'),
  decadeLetters: setOf(''),
  decadeWords: setOf('années'),
  partLetters: new Map([
    ['t', 'quarter'],
    ['s', 'half'],
  ]),
  partWords: new Map([
    ['trimestre', 'quarter'],
    ['semestre', 'half'],
  ]),
  lastWords: setOf('dernier|derniers|dernières'),
  notLastQuarter: setOf('dernier'),
  countedParts: new Map([
    ['mois', 1],
    ['trimestres', 3],
  ]),
  isCountFirst: true,
  ofTheYear: ["de l'année", "de l'an"],
  afterHalf: setOf(''),
  prefixes: { hyphened: ['mi'], open: list('fin|début|mi|courant') },
  beforeBareDay: setOf(''),
  afterBareDay: setOf(''),
  and: 'et',
  afterNextDay: setOf('à|de|pour|en'),
  stretchesInMonths: new Map([
    ['an', 12],
    ['ans', 12],
    ['année', 12],
    ['semestre', 6],
    ['trimestre', 3],
    ['trimestres', 3],
    ['mois', 1],
  ]),
  stretchNouns: setOf('clos|close|écoulés|glissants'),
  stretchArticles: setOf("le|l'"),
  stretchEnds: list('à|à fin|jusque|clos le|close le|clos en|terminé le|terminée le|achevé le'),
  beforeBase: setOf(''),
  percentWords: setOf('%|cent'),
};
