import { dictionary } from '../../text/dictionary.js';
import { frenchDates } from './french-dates.js';
import { frenchNumerals } from './french-numerals.js';
import type { LatinGrammar } from './latin-grammar.js';
import { list, setOf } from './list.js';

/** Words in -s or -x that are no plurals. */
const noPlurals = setOf(
  'plus|moins|dans|sans|sous|vers|dès|pas|très|trop|mais|puis|depuis|après|alors|toujours|jamais|parfois|ailleurs|' +
    'pendant|nous|vous|leurs|ses|ces|mes|tes|des|les|aux|eux|ceux|tous|deux|trois|six|dix|mois|fois|pays|cours|corps|' +
    'temps|prix|taux|choix|voix|paix|cas|bas|gros|français|anglais|chinois|heureux|nombreux|hors|lors|dessus|dessous|' +
    'envers|travers|succès|accès|progrès|processus|parcours|recours|concours|secours|poids|bois|fonds|bras|las|est|' +
    'ans|cents|millions|milliards|billions|milliers',
);

export const frenchGrammar: LatinGrammar = {
  numerals: frenchNumerals,
  dates: frenchDates,
  nouns: {
    isAdjective: () => false,
    isPlural: (word) => word.length > 3 && /[sx]$/.test(word) && !/eux$/.test(word) && !noPlurals.has(word),
    breaks: setOf(
      "de|d'|du|des|le|la|les|l'|un|une|en|dans|sur|à|au|aux|par|pour|avec|sans|et|ou|mais|que|qu'|qui|dont|est|" +
        "sont|a|ont|était|étaient|ne|n'|se|s'|ce|cet|cette|ces|son|sa|ses|leur|leurs|plus|moins|soit|contre|entre|" +
        'depuis|pendant|selon|après|avant|y',
    ),
    lengths: setOf(''),
  },
  units: {
    prefixes: dictionary({
      n: 'nano',
      µ: 'micro',
      m: 'milli',
      c: 'centi',
      d: 'déci',
      h: 'hecto',
      k: 'kilo',
      M: 'méga',
      G: 'giga',
      T: 'téra',
      P: 'péta',
      E: 'exa',
      Z: 'zetta',
    }),
    bases: dictionary({
      m: ['mètre', 'mètres'],
      g: ['gramme', 'grammes'],
      t: ['tonne', 'tonnes'],
      W: ['watt', 'watts'],
      Wp: ['watt-crête', 'watts-crête'],
      Wh: list('wattheure|wattheures|watt-heure|watt-heures|watts-heure'),
      J: ['joule', 'joules'],
      V: ['volt', 'volts'],
      Hz: ['hertz'],
      Pa: ['pascal', 'pascals'],
      B: ['octet', 'octets'],
      L: ['litre', 'litres'],
      Bq: ['becquerel', 'becquerels'],
      Sv: ['sievert', 'sieverts'],
    }),
    weights: { words: setOf(''), unit: '', after: setOf('') },
    belowZero: ['sous zéro', 'au-dessous de zéro'],
    per: setOf('par'),
    notPer: setOf('plus|avant|après|auparavant|ou'),
    durationAdjectives: setOf('bonnes|longues|pleines'),
    beforeDurations: setOf("plus de|plus d'|près de|près d'|environ"),
  },
  ranks: {
    labels: setOf('numéro|n°'),
    before: setOf('classé|classée|classés|classées|rang'),
    after: ['mondial', 'au monde', 'dans le monde'],
    determiners: setOf("le|la|les|l'|son|sa|leur|notre|un|une|au|du|en|cette|ce|et|ou"),
    verbs: setOf(
      'est|était|fut|reste|restait|demeure|devient|devenu|devenue|classé|classée|classe|arrive|arrivé|figure|monte|' +
        'passe|passé|passée|plus|pas',
    ),
    behind: setOf('rang|place|position|mondial|mondiale|au|dans|parmi|derrière|plus|année|fois|consécutive'),
    superlative: /^(?:meilleure?|pire)$/,
    afterHyphen: setOf(''),
    first: {
      words: setOf('premier|première'),
      determiners: setOf('le|la|son|sa|leur|notre|un|une|au|du'),
      all: setOf('tout|tous'),
      noPlaceBefore: setOf('fois|temps|ministre|lieu|abord|ministres'),
      placeEnds: setOf('et|est|était|à'),
    },
    second: { word: '', units: setOf(''), article: '', noPlaceBefore: setOf('') },
  },
  names: {
    functionWords: setOf(
      "en|de|d'|du|des|le|la|les|l'|un|une|à|au|aux|entre|vers|environ|plus|moins|près|depuis|dès|jusque|jusqu'|avant|" +
        'après|pendant|durant|dans|sur|sous|par|pour|avec|sans|et|ou|mais|que|qui|dont|est|sont|était|a|ont|avait|' +
        'quelque|quelques|presque|seulement|ce|cet|cette|ces|son|sa|ses|leur|leurs|année|années|fin|début|mi|soit|' +
        'contre|total|hausse|baisse|ici|atteint|atteignait|printemps|été|automne|hiver',
    ),
    places: setOf('à|en|au|aux|dans|chez'),
    possessive: "'s",
    streets: setOf(''),
    programmes: setOf('programme|plan|projet'),
    joins: setOf('à|et|au'),
    betweenAuthors: setOf('et|&|de|du|des|la|al|.|-'),
    abbreviations: setOf('env|ca'),
  },
  times: {
    after: setOf(''),
    hours: setOf('h'),
    before: setOf("à|dès|vers|avant|après|jusqu'"),
  },
  changes: {
    by: 'de',
    insideNegations: setOf('encore|été'),
    adverbEnding: 'ment',
  },
};
