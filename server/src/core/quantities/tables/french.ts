import { frenchGrammar } from './french-grammar.js';
import type { LatinTable } from './language-table.js';
import { list } from './list.js';

/** Each phrase that ends in de, and its elision. */
const elided = (phrases: readonly string[]) =>
  phrases.flatMap((phrase) => (phrase.endsWith(' de') ? [phrase, phrase.replace(/de$/, "d'")] : [phrase]));

/** A participle or adjective in its four forms: réduit, réduite, réduits, réduites. */
const agreeing = (words: string) => list(words).flatMap((word) => ['', 'e', 's', 'es'].map((ending) => word + ending));

/** A verb in the forms that figures are told with: dépasse, dépassent, dépassé, dépassait, a dépassé. */
const forms = (stems: string) =>
  list(stems).flatMap((stem) => list('e|ent|é|ée|és|ées|er|ait|aient|a|ant').map((ending) => stem + ending));

const over = [...forms('dépass|excèd'), ...list('franchi|franchit|franchissent')];
const denied = (verbs: readonly string[]) =>
  verbs.flatMap((verb) => list('pas|jamais|plus').map((word) => `${verb} ${word}`));

const millions = (of: string, sign: string): Readonly<Record<string, readonly string[]>> => ({
  [`${of}e3`]: [`k${sign}`],
  [`${of}e6`]: [`M${sign}`],
  [`${of}e9`]: [`Md${sign}`, `Mds${sign}`, `Mrd${sign}`, `Md ${sign}`, `Mds ${sign}`],
});

export const french: LatinTable = {
  language: 'fr',
  script: 'latin',
  latin: frenchGrammar,
  hedgesBefore: {
    above: [
      ...elided(list('plus de|un peu plus de|bien plus de|au-dessus de|au delà de|davantage de')),
      ...over,
      ...list('supérieur à|supérieure à|supérieurs à|supérieures à|>|passé la barre des|dépassé les|dépasse les'),
    ],
    'at-least': [
      ...list('au moins|au minimum|pas moins de|un minimum de|≥|≧|>=|minimum'),
      "pas moins d'",
      "un minimum d'",
      'non inférieur à',
    ],
    about: [
      ...elided(
        list(
          "près de|autour de|de l'ordre de|aux alentours de|aux environs de|un peu moins de|pas loin de|proche de|proches de",
        ),
      ),
      ...list(
        'environ|quelque|quelques|presque|quasi|à peu près|approximativement|avoisine|avoisinent|avoisinait|env.|~|≈|∼',
      ),
      ...forms('frôl'),
      ...list('autour des|aux alentours des|près des|approche|approchant|approchait'),
    ],
    exactly: list('exactement|précisément|tout juste'),
    'at-most': [
      ...elided(list('un maximum de|pas plus de')),
      ...list("au plus|tout au plus|au maximum|jusqu'à|jusque|≤|≦|<=|plafonné à|plafonnée à|limité à|limitée à"),
      ...denied(over),
    ],
    below: [
      ...elided(list('moins de|bien moins de|au-dessous de|en deçà de|en dessous de')),
      ...list('inférieur à|inférieure à|inférieurs à|inférieures à|sous|sous les|<|sous la barre des'),
      ...denied(list('atteint|atteignent|atteignait|atteindre')),
      ...list('pas atteint|jamais atteint|pas atteindre|plus atteint'),
    ],
  },
  hedgesAfter: {
    'at-least': list('ou plus|ou davantage|et plus|au moins|au minimum|minimum|+'),
    about: list('environ|à peu près'),
    'at-most': list('ou moins|et moins|au plus|au maximum|maximum'),
  },
  fillers: list(
    "de|d'|des|du|le|la|les|l'|un|une|barre|encore|ainsi|donc|aussi|quelque|seulement|respectivement|également|en moyenne|de plus|au total|niveau|seuil",
  ),
  negations: list('pas|jamais|plus|sans'),
  changesBefore: {
    up: [
      ...forms('augment|grimp|progress|gagn|amélior'),
      ...agreeing('accru|crû|relevé|élargi|majoré|rehaussé|rebondi|bondi'),
      ...list(
        'accru|accrue|accrus|accroître|accroissement|hausse|augmentation|progression|bond|bondi|croissance|crû|croît|' +
          'gagné|gagne|gagnent|gain|relevé|relevée|relèvement|rebond|rebondi|élargi|amélioré|amélioration|poussée|' +
          'majoration|majoré|surcroît|expansion|renchéri|essor|en plus',
      ),
    ],
    down: [
      ...forms('diminu|recul|chut|baiss|régress|rétrograd|rogn'),
      ...agreeing('réduit|contracté|fléchi|ralenti|décru|rétréci|replié|abaissé|effondré|amputé|perdu|amoindri'),
      ...list(
        'baisse|diminution|recul|chute|repli|contraction|contracté|contractée|réduction|réduit|réduite|réduits|' +
          'réduire|réduisent|perdu|perd|perdent|perte|fléchi|fléchissement|ralenti|décroissance|décru|ralentissement|rétréci|replié|repliée|cédé|abaissé|abaissée|abaissement|effondré|effondrement',
      ),
    ],
  },
  changesAfter: {
    up: list(
      'de plus|de hausse|de croissance|en plus|supplémentaires|supplémentaire|de progression|plus élevé|plus haut',
    ),
    down: list('de moins|de baisse|en moins|de recul|de diminution|plus bas|plus faible'),
  },
  destinations: list('à|au|aux|vers|jusque|à hauteur de'),
  streaksBefore: [],
  streaksAfter: list(
    "consécutif|consécutifs|consécutive|consécutives|de suite|d'affilée|successifs|successives|sans interruption|sans discontinuer",
  ),
  currencies: {
    EUR: ['euros', 'euro', '€'],
    USD: list('dollars|dollar|dollars américains|dollars des États-Unis|$|$ US|dollars US'),
    GBP: list('livres sterling|livre sterling|livres|£'),
    CNY: ['yuans', 'yuan', 'renminbi'],
    JPY: ['yens', 'yen'],
    CHF: list('francs suisses|franc suisse'),
    CAD: list('dollars canadiens|dollar canadien|$ CA'),
    AUD: ['dollars australiens'],
    XOF: list('francs CFA|franc CFA|F CFA|FCFA'),
    INR: ['roupies', 'roupie'],
    RUB: ['roubles', 'rouble'],
    BRL: ['réaux'],
    SEK: ['couronnes suédoises'],
    NOK: ['couronnes norvégiennes'],
    DKK: ['couronnes danoises'],
    PLN: ['zlotys', 'zloty'],
    MAD: ['dirhams', 'dirham'],
    KRW: ['wons'],
  },
  parts: {
    ...millions('EUR', '€'),
    ...millions('USD', '$'),
    'EURe-2': ['centimes', 'centime', "centimes d'euro"],
  },
  units: {
    percent: list('%|pour cent|p. cent|p. 100'),
    pp: list('points de pourcentage|point de pourcentage|points|point|pt|pts|points de %'),
    bp: list('points de base|point de base|pb'),
    Y: list('ans|an|années|année'),
    decade: ['décennies', 'décennie'],
    century: ['siècles', 'siècle'],
    Q: ['trimestres', 'trimestre'],
    M: ['mois'],
    W: ['semaines', 'semaine'],
    D: ['jours', 'jour', 'jours ouvrés', 'jours ouvrables'],
    h: ['heures', 'heure'],
    min: ['minutes', 'minute'],
    s: ['secondes'],
    times: ['fois'],
    t: list('tonne métrique|tonnes métriques'),
    tCO2: list('tonnes de CO2|tonne de CO2|tonnes de dioxyde de carbone'),
    tCO2e: list("tonnes équivalent CO2|tonnes d'équivalent CO2|tonnes de CO2 équivalent|tonnes de CO2e|tonnes éq. CO2"),
    toe: list("tonnes équivalent pétrole|tonnes d'équivalent pétrole|tep"),
    km2: list('kilomètres carrés|kilomètre carré'),
    m2: list('mètres carrés|mètre carré'),
    m3: list('mètres cubes|mètre cube'),
    km3: ['kilomètres cubes'],
    ha: ['hectares', 'hectare'],
    nmi: ['milles marins', 'mille marin'],
    mi: ['miles'],
    bbl: ['barils', 'baril'],
    TEU: ['EVP'],
    degC: list('degrés Celsius|degré Celsius|degrés'),
    ppm: ['parties par million'],
    'km/h': ['kilomètres par heure', "kilomètres à l'heure", 'kilomètres-heure'],
    kB: ['ko', 'Ko'],
    MB: ['Mo'],
    GB: ['Go'],
    TB: ['To'],
  },
  rangeBegins: ['entre'],
  rangeJoins: list('à|au|aux|-|–|—|~|∼|−|ou'),
  rangeEnds: [],
  alternatives: ['ou'],
  rangeJoinsBegun: ['et'],
  changeBegins: list('de|du'),
  changeSizes: ['de'],
  per: {
    Y: list("par an|par année|l'an|chaque année|annuels|annuelles|annuel|annuelle|/an"),
    M: list('par mois|mensuels|mensuelles|chaque mois|/mois'),
    W: list('par semaine|chaque semaine|hebdomadaires'),
    D: list('par jour|chaque jour|quotidiens|journaliers|/jour|/j'),
    h: ['par heure', "de l'heure"],
    person: list('par habitant|par personne|par tête|/habitant'),
    worker: list('par salarié|par travailleur|par employé'),
    household: list('par ménage|par foyer'),
  },
  by: list(
    "d'ici|d'ici à|d'ici fin|d'ici à fin|avant|jusqu'en|jusqu'au|jusqu'à|à l'horizon|au plus tard en|au plus tard le|à la fin de|fin",
  ),
  comparisons: list("que|qu'|par rapport à|contre|comparé à|sur|depuis"),
  relativeYears: {
    'last-year': list("l'an dernier|l'année dernière|l'an passé|l'année passée"),
    'this-year': list("cette année|l'année en cours"),
    'next-year': list("l'an prochain|l'année prochaine"),
  },
  weekdays: [
    list('lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'),
    list('Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche'),
  ],
  names: {
    labels: list(
      'article|articles|art.|tableau|tableaux|figure|figures|fig.|page|pages|p.|pp.|chapitre|chapitres|annexe|annexes|' +
        'section|sections|paragraphe|paragraphes|alinéa|note|notes|volume|vol.|tome|numéro|numéros|n°|no|graphique|encadré|' +
        'étape|phase|niveau|type|classe|catégorie|version|iso|iec|décret|loi|règlement|directive|résolution|point|ligne|' +
        'lignes|colonne|lot|zone|tranche|salle|bâtiment|réacteur|palier',
    ),
    titles: list('objectif|action|mesure|priorité|région|axe|plan|partie|question|option|scénario|module'),
    idioms: list(
      'un à un|une à une|tour à tour|mille et une nuits|deux fois rien|à la une|premier ministre|première ministre|' +
        'premiers ministres|en premier lieu|en second lieu|première fois|premier plan|première dame|tout premier|' +
        "tiers monde|tiers-monde|tierce personne|au quart de tour|d'une part|d'un côté|l'un des|l'une des|un jour|à deux pas|" +
        'première guerre mondiale|seconde guerre mondiale|deuxième guerre mondiale',
    ),
    names: list(
      'cac 40|sbf 120|fortune 500|ftse 100|dax 40|horizon 2020|agenda 2030|cop 21|cop 28|france 2030|action publique 2022',
    ),
  },
};
