import { dictionary } from '../../text/dictionary.js';
import { englishDates } from './english-dates.js';
import { englishNouns } from './english-nouns.js';
import { englishNumerals } from './english-numerals.js';
import type { LatinGrammar } from './latin-grammar.js';
import { list, setOf } from './list.js';

export const englishGrammar: LatinGrammar = {
  numerals: englishNumerals,
  dates: englishDates,
  nouns: englishNouns,
  units: {
    prefixes: dictionary({
      n: 'nano',
      µ: 'micro',
      m: 'milli',
      c: 'centi',
      d: 'deci',
      h: 'hecto',
      k: 'kilo',
      M: 'mega',
      G: 'giga',
      T: 'tera',
      P: 'peta',
      E: 'exa',
      Z: 'zetta',
    }),
    bases: dictionary({
      m: list('metre|metres|meter|meters'),
      g: list('gram|grams|gramme|grammes'),
      t: ['tonne', 'tonnes'],
      W: ['watt', 'watts'],
      Wp: ['watt-peak'],
      Wh: list('watt-hour|watt-hours|watthour|watthours|watt hour|watt hours'),
      J: ['joule', 'joules'],
      V: ['volt', 'volts'],
      Hz: ['hertz'],
      Pa: ['pascal', 'pascals'],
      B: ['byte', 'bytes'],
      L: list('litre|litres|liter|liters'),
      Bq: ['becquerel', 'becquerels'],
      Sv: ['sievert', 'sieverts'],
      FLOPS: ['flops'],
    }),
    weights: { words: setOf('pound|pounds'), unit: 'lb', after: setOf('weigh|weighs|weighed|weighing') },
    belowZero: ['below zero', 'below freezing'],
    per: setOf('per'),
    notPer: setOf('earlier|ago|later|before|on|to|or|and|after|old|long'),
    durationAdjectives: setOf(
      'full|whole|calendar|long|more|additional|further|short|entire|complete|extra|financial|fiscal|' +
        'working|business|other',
    ),
    beforeDurations: setOf('over|under|around|in'),
  },
  ranks: {
    labels: setOf('no|number'),
    before: setOf("rank|ranks|ranked|ranking|placed|came|finished|rated|world's|country's|nation's"),
    after: list('in the world|in the country|in the nation|globally|worldwide|nationally|nationwide|internationally'),
    determiners: setOf(
      "the|its|their|a|our|his|her|this|that|my|your|for|in|at|to|as|into|joint|equal|country's|" +
        "china's|every|and|or|from|second|third|fourth",
    ),
    verbs: setOf(
      'rank|ranks|ranked|ranking|remain|remains|remained|remaining|stay|stays|stayed|staying|list|lists|listed|' +
        'listing|place|places|placed|placing|rate|rates|rated|rating|finish|finishes|finished|finishing|come|comes|' +
        'coming|came|itself|stand|stands|stood|rose|fell|moved|climbed|was|is|were|are|be|been|being|sits|sat|' +
        'overtaken|slipped|dropped|up|down|lies|lay',
    ),
    behind: setOf(
      'in|place|among|globally|worldwide|nationwide|nationally|overall|consecutive|straight|successive|behind|' +
        'position|most|to|out|of|rank|on|by|for|internationally|domestically',
    ),
    superlative: /^\w{3,}est$/,
    afterHyphen: setOf('best|ranked|placed|most|worst|quarter|half|year|place'),
    first: {
      words: setOf('first'),
      determiners: setOf('the|its|their|our|his|her|this|a'),
      all: setOf('all'),
      noPlaceBefore: setOf('ly|time|times|ever'),
      placeEnds: setOf('to|and|is|was|of|in'),
    },
    second: {
      word: 'second',
      units: setOf('per'),
      article: 'a',
      noPlaceBefore: setOf('or|and|to|in|of|at'),
    },
  },
  names: {
    functionWords: setOf(
      'in|by|of|to|from|between|about|over|under|since|until|till|during|for|at|on|the|a|an|and|or|but|with|without|' +
        'than|as|is|was|are|were|nearly|almost|around|some|up|down|more|less|per|least|most|only|just|its|their|our|' +
        'his|her|this|that|these|those|all|both|total|after|before|within|across|roughly|approximately|exactly|year|' +
        'years|fiscal|financial|calendar|late|early|mid|end|q|h|fy|through|another|further|when|while|where|which|if|' +
        'also|now|then|so|far|not|no|out|into|has|have|had|be|been|being|reached|hit|exceeded|spring|summer|autumn|' +
        'winter|christmas|easter',
    ),
    places: setOf('in|at|across|near|from|within'),
    possessive: "'s",
    streets: setOf(
      'street|st|road|rd|avenue|ave|lane|square|boulevard|blvd|drive|plaza|place|way|terrace|court|crescent|row|quay',
    ),
    programmes: setOf('program|programme|project|plan|initiative'),
    joins: setOf('to|and'),
    betweenAuthors: setOf('and|&|of|the|for|et|al|.|-'),
    abbreviations: setOf('rs|approx|ca|c'),
  },
  times: {
    after: setOf("am|pm|o'clock"),
    hours: setOf(''),
    before: setOf('at|from|until|by|before|after|to'),
  },
  changes: {
    by: 'by',
    insideNegations: setOf('yet|been|to|ever|have|be'),
    adverbEnding: 'ly',
  },
};
