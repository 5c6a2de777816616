import { dictionary } from '../text/dictionary.js';

/**
 * English inflection by rule, with the irregular verbs that policy prose uses. It only ever makes forms of a listed
 * word: "strengthen" gives "strengthening"; "landing" does not give "land".
 */

const irregularVerbs: Readonly<Record<string, readonly [past: string, participle: string]>> = dictionary({
  arise: ['arose', 'arisen'],
  awake: ['awoke', 'awoken'],
  be: ['was', 'been'],
  bear: ['bore', 'borne'],
  beat: ['beat', 'beaten'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  bend: ['bent', 'bent'],
  bet: ['bet', 'bet'],
  bid: ['bid', 'bid'],
  bind: ['bound', 'bound'],
  blow: ['blew', 'blown'],
  break: ['broke', 'broken'],
  breed: ['bred', 'bred'],
  bring: ['brought', 'brought'],
  broadcast: ['broadcast', 'broadcast'],
  build: ['built', 'built'],
  burst: ['burst', 'burst'],
  buy: ['bought', 'bought'],
  cast: ['cast', 'cast'],
  catch: ['caught', 'caught'],
  choose: ['chose', 'chosen'],
  cling: ['clung', 'clung'],
  come: ['came', 'come'],
  cost: ['cost', 'cost'],
  creep: ['crept', 'crept'],
  cut: ['cut', 'cut'],
  deal: ['dealt', 'dealt'],
  dig: ['dug', 'dug'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drink: ['drank', 'drunk'],
  drive: ['drove', 'driven'],
  eat: ['ate', 'eaten'],
  fall: ['fell', 'fallen'],
  feed: ['fed', 'fed'],
  feel: ['felt', 'felt'],
  fight: ['fought', 'fought'],
  find: ['found', 'found'],
  flee: ['fled', 'fled'],
  fly: ['flew', 'flown'],
  forbid: ['forbade', 'forbidden'],
  forecast: ['forecast', 'forecast'],
  forget: ['forgot', 'forgotten'],
  freeze: ['froze', 'frozen'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  have: ['had', 'had'],
  hear: ['heard', 'heard'],
  hide: ['hid', 'hidden'],
  hit: ['hit', 'hit'],
  hold: ['held', 'held'],
  hurt: ['hurt', 'hurt'],
  keep: ['kept', 'kept'],
  know: ['knew', 'known'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  lend: ['lent', 'lent'],
  let: ['let', 'let'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  mean: ['meant', 'meant'],
  meet: ['met', 'met'],
  offset: ['offset', 'offset'],
  overcome: ['overcame', 'overcome'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  quit: ['quit', 'quit'],
  read: ['read', 'read'],
  ride: ['rode', 'ridden'],
  ring: ['rang', 'rung'],
  rise: ['rose', 'risen'],
  run: ['ran', 'run'],
  say: ['said', 'said'],
  see: ['saw', 'seen'],
  seek: ['sought', 'sought'],
  sell: ['sold', 'sold'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  shake: ['shook', 'shaken'],
  shoot: ['shot', 'shot'],
  shrink: ['shrank', 'shrunk'],
  shut: ['shut', 'shut'],
  sing: ['sang', 'sung'],
  sink: ['sank', 'sunk'],
  sit: ['sat', 'sat'],
  sleep: ['slept', 'slept'],
  speak: ['spoke', 'spoken'],
  speed: ['sped', 'sped'],
  spend: ['spent', 'spent'],
  spin: ['spun', 'spun'],
  split: ['split', 'split'],
  spread: ['spread', 'spread'],
  spring: ['sprang', 'sprung'],
  stand: ['stood', 'stood'],
  steal: ['stole', 'stolen'],
  stick: ['stuck', 'stuck'],
  strike: ['struck', 'struck'],
  strive: ['strove', 'striven'],
  sweep: ['swept', 'swept'],
  swim: ['swam', 'swum'],
  swing: ['swung', 'swung'],
  take: ['took', 'taken'],
  teach: ['taught', 'taught'],
  tear: ['tore', 'torn'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  throw: ['threw', 'thrown'],
  wear: ['wore', 'worn'],
  weave: ['wove', 'woven'],
  win: ['won', 'won'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
});

/** "understand" goes as "stand", "rebuild" as "build". */
const verbPrefix = /^(?:fore|mis|out|over|re|under|un|up|with)(?=[a-z]{2})/;

const irregularPlurals: Readonly<Record<string, string>> = dictionary({
  appendix: 'appendices',
  axis: 'axes',
  child: 'children',
  criterion: 'criteria',
  foot: 'feet',
  goose: 'geese',
  half: 'halves',
  knife: 'knives',
  leaf: 'leaves',
  life: 'lives',
  loaf: 'loaves',
  man: 'men',
  matrix: 'matrices',
  mouse: 'mice',
  person: 'people',
  phenomenon: 'phenomena',
  self: 'selves',
  shelf: 'shelves',
  stratum: 'strata',
  thief: 'thieves',
  tooth: 'teeth',
  wife: 'wives',
  wolf: 'wolves',
  woman: 'women',
});
const irregularSingulars = new Map(Object.entries(irregularPlurals).map(([singular, plural]) => [plural, singular]));

/** Words in -s that are no plurals, or whose singular is another word ("goods", "news", "means"). */
const notPlural = new Set(
  'always arms besides canvas chaos christmas customs dynamics economics electronics ethics goods headquarters lens logistics mathematics means news overseas perhaps physics politics savings series species statistics towards'.split(
    ' ',
  ),
);

/** Words that are no nouns or verbs: in a phrase they stay as they are. */
const invariable = new Set(
  'a an and as at but by each every for from he her his i in into it its my no nor not of off on one or our per she so that the their them these they this those to up us via we what which who whose with you your'.split(
    ' ',
  ),
);

/** Particles of verbs, which end nouns too: start-up, trade-off, add-on. */
const particles = new Set('up off on in out down over back away through by around about along together'.split(' '));

/** Whether a word ends nouns that are made of a verb and what follows it: start-up, know-how, must-have. */
export function endsCompoundNoun(word: string): boolean {
  return particles.has(word) || /^(?:how|all|be|have|do|to|it|not)$/.test(word);
}

/** Nouns and verbs in -o that take -es. */
const withOes = /^(?:(?:under|out)?go|(?:re|un|over|out)?do|cargo|echo|embargo|hero|potato|tomato|torpedo|veto)$/;

/** One vowel and one consonant at the end; the u of "qu" is none. */
const shortEnding = /(?:^|[^aeiou]|qu)[aeiou][bdglmnprt]$/;
/** Endings that bear the stress, so that their consonant doubles though other syllables go before. */
const stressedEnding =
  /(?:mit|set|rol|fulfil|fer|cur|[cphb]el|gin|nnul|still?|hibit|(?:un|re)plan|equip|acquit|regret|abet|deter|format|program|handicap|worship|forget|upset|input|output|outrun|rerun)$/;
const notStressed =
  /(?:parcel|cancel|chapel|carol|petrol|label|libel|barrel|differ|offer|suffer|pilfer|proffer|prohibit|inhibit|exhibit|vomit|limit|channel|camel|rebel(?=.))$/;
/** British English doubles the l of an unstressed ending, American English does not. */
const britishL = /(?:[aeiou][^aeiou]+|[^aeiou]u)[aeio]l$|fuel$|initial$/;
const inCk = /(?:panic|mimic|traffic|picnic)$/;

// Expressions that ask how a word ends look at all of it, and a large pack has tens of thousands of words: its last
// letter is looked at first.

function doublesLast(verb: string): boolean {
  if (!shortEnding.test(verb)) return false;
  const syllables = verb.replace('qu', 'q').match(/[aeiouy]+/g)?.length ?? 0;
  return syllables === 1 || (stressedEnding.test(verb) && !notStressed.test(verb));
}

function withS(word: string): string {
  switch (word.at(-1)) {
    case 's':
    case 'x':
    case 'z':
      return `${word}es`;
    case 'h':
      return /[cs]h$/.test(word) ? `${word}es` : `${word}s`;
    case 'o':
      return withOes.test(word) ? `${word}es` : `${word}s`;
    case 'y':
      return /(?:[^aeiou]|qu)y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
    default:
      return `${word}s`;
  }
}

/** What stands before -ing and -ed where those only follow: with the consonant doubled, or a k. */
function stem(verb: string): string {
  if (verb.endsWith('c') && inCk.test(verb)) return `${verb}k`;
  return doublesLast(verb) ? verb + verb.slice(-1) : verb;
}

function withIng(verb: string): string {
  if (verb === 'be') return 'being';
  if (verb.endsWith('e')) {
    if (/[^aeiou]ie$|^[^aeiou]*ie$/.test(verb)) return `${verb.slice(0, -2)}ying`;
    if (/(?:[^aeioy]|[^aeiou][aiu])e$|ue$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  }
  return `${stem(verb)}ing`;
}

function withEd(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (verb.endsWith('y') && /[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${stem(verb)}ed`;
}

function irregularParts(verb: string): readonly [past: string, participle: string] | undefined {
  if (Object.hasOwn(irregularVerbs, verb)) return irregularVerbs[verb];
  const prefix = verbPrefix.exec(verb)?.[0];
  const rest = verb.slice(prefix?.length ?? 0);
  // To relay a message is no laying, to respond no spending.
  if (prefix === undefined || verb === 'relay' || !Object.hasOwn(irregularVerbs, rest)) return undefined;
  return irregularVerbs[rest]?.map((part) => prefix + part) as [string, string];
}

/** Whether a word has forms that no rule makes: "went", "people". */
export function isIrregular(word: string): boolean {
  return Object.hasOwn(irregularPlurals, word) || irregularSingulars.has(word) || irregularParts(word) !== undefined;
}

const irregularPasts = new Set(Object.values(irregularVerbs).map(([past]) => past));

/** "met", "rose", "cut": the past of an irregular verb, whatever else the word may be. */
export function isIrregularPast(word: string): boolean {
  return irregularPasts.has(word);
}

const irregularParticiples = new Set(Object.values(irregularVerbs).map(([, participle]) => participle));

/** "risen", "shown": the participle of an irregular verb, whatever else the word may be. */
export function isIrregularParticiple(word: string): boolean {
  return irregularParticiples.has(word);
}

/** The ways that a verb can inflect. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/** Every form of a verb given in its base form. */
export function inflectVerb(verb: string, form: VerbForm): string {
  switch (form) {
    case 'base':
      return verb;
    case 'third':
      return verb === 'have' ? 'has' : verb === 'be' ? 'is' : withS(verb);
    case 'gerund':
      return withIng(verb);
    case 'past':
      return irregularParts(verb)?.[0] ?? withEd(verb);
    case 'participle':
      return irregularParts(verb)?.[1] ?? withEd(verb);
  }
}

const verbForms: readonly VerbForm[] = ['base', 'third', 'past', 'participle', 'gerund'];

/** Whether a verb has two spellings, as "travelled" and "traveled". */
function hasTwoSpellings(verb: string): boolean {
  return verb.endsWith('l') && britishL.test(verb) && !doublesLast(verb);
}

/** A form of a verb with two spellings in the other one; undefined where the form has one. */
function otherSpelling(verb: string, inflected: string): string | undefined {
  return /(?:ed|ing)$/.test(inflected) ? `${verb}l${inflected.slice(verb.length)}` : undefined;
}

/** Which form of the verb `base` the word is; of a past that is also the participle, the past. */
export function verbFormOf(word: string, base: string): VerbForm | undefined {
  return verbForms.find((form) => {
    const inflected = inflectVerb(base, form);
    return inflected === word || (hasTwoSpellings(base) && otherSpelling(base, inflected) === word);
  });
}

/** The plural of a noun given in the singular. */
export function pluralOf(noun: string): string {
  if (Object.hasOwn(irregularPlurals, noun)) return irregularPlurals[noun] as string;
  // "passers-by", "runners-up"
  const agent = noun.includes('-') ? /^([a-z]+er)-([a-z]+)$/.exec(noun) : null;
  if (agent !== null && particles.has(agent[2] as string)) return `${agent[1]}s-${agent[2]}`;
  if (noun.endsWith('sis') && /[a-z]{2}sis$/.test(noun)) return `${noun.slice(0, -2)}es`;
  if (
    noun.endsWith('n') &&
    /(?:person|states?|work|police|business|sports|trades|gentle|fisher|crafts|spokes|chair|congress|states|sales)m[ae]n$/.test(
      noun,
    )
  )
    return `${noun.slice(0, -2)}en`;
  return notPlural.has(noun) ? noun : withS(noun);
}

/** The singular that a plural is of, or undefined for what is none (process, status, analysis, news). */
function singularOf(word: string): string | undefined {
  const irregular = irregularSingulars.get(word);
  if (irregular !== undefined) return irregular;
  if (!word.endsWith('s') && !word.endsWith('men')) return undefined;
  if (/(?:analy|ba|oa|cri|diagno|empha|hypothe|parenthe|synthe|the)ses$/.test(word) && !/^(?:theses|bases)$/.test(word))
    return `${word.slice(0, -2)}is`;
  if (word === 'theses') return 'thesis';
  if (/(?:ss|us|is)$/.test(word) || word.length < 4 || notPlural.has(word)) return undefined;
  if (/[^aeiou]ies$/.test(word))
    return word.length > 4 && !/(?:mov|cook|calor|prair)ies$/.test(word) ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/men$/.test(word) && pluralOf(`${word.slice(0, -2)}an`) === word) return `${word.slice(0, -2)}an`;
  if (/(?:sses|xes|zzes|ches|shes)$/.test(word) && !/(?:^|[ch])aches$/.test(word)) return word.slice(0, -2);
  // "statuses" of status, but "causes" of cause.
  if (/uses$/.test(word) && !/(?:[ao]|^(?:re|ab|mis|dis|over)?|f|^m|exc|acc)uses$/.test(word)) return word.slice(0, -2);
  if (/oes$/.test(word) && withOes.test(word.slice(0, -2))) return word.slice(0, -2);
  return /s$/.test(word) ? word.slice(0, -1) : undefined;
}

export function isPlural(word: string): boolean {
  return singularOf(word) !== undefined;
}

/** The number of a noun changed: the plural of a singular, the singular of a plural. */
export function nounForms(noun: string): readonly [noun: string, other: string] {
  const singular = singularOf(noun);
  if (singular !== undefined) return [noun, singular];
  return [noun, pluralOf(noun)];
}

/** Every form of a word that may be a verb in its base form or a noun; lower case, the word itself first. */
export function inflections(word: string, asVerb: boolean): readonly string[] {
  const nouns = nounInflections(word);
  return asVerb ? [...nouns, ...verbInflections(word, nouns)] : nouns;
}

/** The forms of a word that may be a noun, the word itself first: it alone where it does not inflect. */
export function nounInflections(word: string): readonly string[] {
  if (particles.has(word)) return [word, `${word}s`];
  if (!/^[a-z]{2,}$/.test(word) || invariable.has(word)) return [word];
  const [noun, other] = nounForms(word);
  return other === noun ? [word] : [word, other];
}

/** The forms that a word has as a verb besides those as a noun, which are given. */
export function verbInflections(word: string, nouns: readonly string[]): readonly string[] {
  if (particles.has(word) || !/^[a-z]{2,}$/.test(word) || invariable.has(word)) return [];
  const forms: string[] = [];
  const add = (form: string | undefined) => {
    if (form !== undefined && !nouns.includes(form) && !forms.includes(form)) forms.push(form);
  };
  const two = hasTwoSpellings(word);
  const [past, participle] = irregularParts(word) ?? [withEd(word)];
  for (const inflected of [inflectVerb(word, 'third'), past, participle ?? past, withIng(word)]) {
    add(inflected);
    if (two) add(otherSpelling(word, inflected));
  }
  return forms;
}

/** Endings of nouns and adjectives, and of what is made of a verb and its particle: none inflects as a verb. */
const notVerb =
  /(?:[st]ion|(?<!imple|comple|supple|docu|aug|com|experi)ment|ness|ity|ism|ist|[ae]nce|[ae]ncy|ship|hood|dom|ware|wth|lth|ngth|logy|ous|ful|less|ical|ible|able|(?<!o)up|(?<!h)out|off|down)$/;

/** Whether a word may be a noun or an adjective, by its ending: no verb ends so. */
export function mayBeNoun(word: string): boolean {
  return notVerb.test(word) && !/^(?:out|up|off|down)$/.test(word);
}
