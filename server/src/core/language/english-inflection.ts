/**
 * English inflection by rule, with the irregular verbs that policy prose uses. It only ever makes forms of a listed
 * word: "strengthen" gives "strengthening"; "landing" does not give "land".
 */

const irregularVerbs: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  be: ['was', 'been'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  choose: ['chose', 'chosen'],
  come: ['came', 'come'],
  cut: ['cut', 'cut'],
  deal: ['dealt', 'dealt'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  fall: ['fell', 'fallen'],
  find: ['found', 'found'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  have: ['had', 'had'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  meet: ['met', 'met'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  read: ['read', 'read'],
  rise: ['rose', 'risen'],
  run: ['ran', 'run'],
  say: ['said', 'said'],
  see: ['saw', 'seen'],
  seek: ['sought', 'sought'],
  sell: ['sold', 'sold'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  shrink: ['shrank', 'shrunk'],
  speed: ['sped', 'sped'],
  spend: ['spent', 'spent'],
  spread: ['spread', 'spread'],
  stand: ['stood', 'stood'],
  take: ['took', 'taken'],
  teach: ['taught', 'taught'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  undertake: ['undertook', 'undertaken'],
  win: ['won', 'won'],
  write: ['wrote', 'written'],
};

const irregularPlurals: Readonly<Record<string, string>> = {
  analysis: 'analyses',
  basis: 'bases',
  child: 'children',
  crisis: 'crises',
  criterion: 'criteria',
  man: 'men',
  person: 'people',
  woman: 'women',
};

/** The verbs whose last consonant doubles though the word has two syllables or more. */
const doubling = /(?:^|[^aeiou])[aeiou][bdgmnprt]$/;
const unstressedEnding = /(?:en|er|et|it|on|op|or|om|an|al|el)$/;
const syllables = /[aeiouy]+/g;

function doublesLast(verb: string): boolean {
  if (!doubling.test(verb) || /qu[aeiou][bdgmnprt]$/.test(verb)) return false;
  const count = verb.match(syllables)?.length ?? 0;
  return count === 1 || (!unstressedEnding.test(verb) && count === 2 && /(?:mit|fer|cur|pel|gin|trol|tol)$/.test(verb));
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

function withIng(verb: string): string {
  if (/ie$/.test(verb)) return `${verb.slice(0, -2)}ying`;
  if (/[^aeioy]e$/.test(verb) || /ue$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doublesLast(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}

function withEd(verb: string): string {
  if (/e$/.test(verb)) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doublesLast(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}

/** The ways that a verb can inflect. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/** Every form of a verb given in its base form. */
export function inflectVerb(verb: string, form: VerbForm): string {
  switch (form) {
    case 'base':
      return verb;
    case 'third':
      return verb === 'have'
        ? 'has'
        : verb === 'be'
          ? 'is'
          : verb === 'do' || verb === 'go'
            ? `${verb}es`
            : withS(verb);
    case 'gerund':
      return withIng(verb);
    case 'past':
      return irregularVerbs[verb]?.[0] ?? withEd(verb);
    case 'participle':
      return irregularVerbs[verb]?.[1] ?? withEd(verb);
  }
}

const verbForms: readonly VerbForm[] = ['base', 'third', 'past', 'participle', 'gerund'];

/** Which form of the verb `base` the word is; of a past that is also the participle, the past. */
export function verbFormOf(word: string, base: string): VerbForm | undefined {
  return verbForms.find((form) => inflectVerb(base, form) === word);
}

/** The plural of a noun given in the singular. */
export function pluralOf(noun: string): string {
  return irregularPlurals[noun] ?? withS(noun);
}

/** The singular that a plural in -s is of, or undefined for what is no such plural (process, status, analysis). */
function singularOf(word: string): string | undefined {
  for (const [singular, plural] of Object.entries(irregularPlurals)) if (plural === word) return singular;
  if (!/s$/.test(word) || /(?:ss|us|is)$/.test(word) || word.length < 4) return undefined;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|zes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

export function isPlural(word: string): boolean {
  return singularOf(word) !== undefined;
}

/** The number of a noun changed: the plural of a singular, the singular of a plural. */
export function nounForms(noun: string): readonly string[] {
  const singular = singularOf(noun);
  return singular === undefined ? [noun, pluralOf(noun)] : [noun, singular];
}

/** Every form of a word that may be a verb in its base form or a noun; lower case, the word itself first. */
export function inflections(word: string, asVerb: boolean): readonly string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [word];
  const forms = new Set(nounForms(word));
  if (asVerb) for (const form of verbForms) forms.add(inflectVerb(word, form));
  return [...forms];
}
