import { isIrregularParticiple, isIrregularPast, isPlural } from './english-inflection.js';
import type { Tokens } from './tokens.js';
import { isWord } from './words/words.js';

/** What a word is where it stands, told by the words around it that are of no open class. */

const determiner =
  /^(?:an?|the|this|that|these|those|its|his|her|their|our|my|your|each|every|all|both|some|any|no|many|most|few|several|another|such)$/;
const pronoun = /^(?:i|we|you|they|he|she|it|who|which|that|them|us|him|me|people|everybody|nobody|everyone|someone)$/;
const auxiliary =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|cannot|not|never)$/;
const preposition =
  /^(?:of|in|on|at|by|for|from|with|without|within|to|into|onto|under|over|after|before|since|until|till|during|through|throughout|across|between|among|against|about|towards?|upon|per|via|despite|amid|like|than|beyond|above|below|near|behind|beside|besides|except|plus)$/;
const conjunction =
  /^(?:and|or|but|nor|so|yet|as|if|when|while|whereas|where|although|though|because|unless|whether|whenever|wherever|whatever|whoever|whichever|lest|once|rather|why|how|what)$/;
const adverb =
  /^(?:now|then|here|there|too|also|again|still|only|even|first|instead|ahead|already|ago|today|tomorrow|yesterday|soon|later|early|just|well|thus|hence|therefore|however|thanks|due|owing|according|compared|last|next|twice|ever|always|often|more|less|much|very|quite|alone|away|back|up|down|out|off)$|^(?!(?:family|supply|assembly|monopoly|anomaly|fly|ally|rally|reply|bully)$)[a-z]{2,}ly$/;

const isOf = (word: string, ...classes: readonly RegExp[]): boolean => classes.some((each) => each.test(word));

/**
 * Whether the last of the tokens from `first` up to `end` is the particle of a verb, as in "firms start up" and "to set
 * up a fund", and not the end of a noun that is written apart, as in "a start up".
 */
export function isVerbWithParticle(text: string, tokens: Tokens, first: number, end: number): boolean {
  const { folded, starts, ends } = tokens;
  if (/[-\u2010\u2011]/.test(text.slice(ends[end - 2], starts[end - 1]))) return false;
  const before = folded[first - 1] ?? '';
  if (!/^\p{L}/u.test(before) || isPlural(before)) return true;
  if (before === 'to' || isOf(before, pronoun, auxiliary, conjunction, adverb)) return !determiner.test(before);
  return isOf(folded[end] ?? '', determiner, pronoun);
}

/** Whether a noun follows the tokens from `first` up to `end`: "a long term plan", not "in the long term". */
export function isBeforeNoun(text: string, tokens: Tokens, first: number, end: number): boolean {
  const { folded, starts, ends } = tokens;
  const [next = '', further = ''] = [folded[end], folded[end + 1]];
  if (!/^[a-z]{2,}$/.test(next) || !/^\s+$/.test(text.slice(ends[end - 1], starts[end]))) return false;
  if (isOf(next, determiner, pronoun, auxiliary, preposition, conjunction, adverb) || /[^e]ed$/.test(next))
    return false;
  // "works full time caring for them", not "long term planning": a participle has its object behind it.
  if (/ing$/.test(next) && (isOf(further, determiner, pronoun, preposition) || /^\d/.test(further))) return false;
  const [before = '', earlier = ''] = [folded[first - 1], folded[first - 2]];
  // "In real time data flow", "in the long term growth slows", "the long term looks bright": it is the noun itself.
  if (preposition.test(before)) return /^\p{L}/u.test(earlier);
  if (before !== 'the') return true;
  if (preposition.test(earlier)) return false;
  return !/[^s]s$/.test(next) || /^(?:of|are|were|have)$/.test(further);
}

/** `open`: a noun, an adjective, or a verb in a form that it shares with one. */
export type WordClass =
  | 'determiner'
  | 'pronoun'
  | 'relative'
  | 'auxiliary'
  | 'preposition'
  | 'joins'
  | 'subordinates'
  | 'adverb'
  | 'time'
  | 'measure'
  | 'verb'
  | 'gerund'
  | 'open';

/** Past and participle of verbs that are nouns too, and mostly that: "the cost", "a forecast". */
const nounRatherThanVerb = /^(?:cost|cut|bid|bet|cast|split|burst|spread|offset|forecast|broadcast|ground|wound)$/;
const relative = /^(?:which|who|whom|whose|that)$/;
const joining = /^(?:and|or|but|nor|yet)$/;

/**
 * The class of a folded word by itself: those of closed classes, then what its ending tells, then `open`. What stands
 * beside it may make it another: "the reported", "GDP reported".
 */
export function wordClassOf(word: string): WordClass {
  if (relative.test(word)) return 'relative';
  if (auxiliary.test(word)) return 'auxiliary';
  if (joining.test(word)) return 'joins';
  if (preposition.test(word) || word === 'as') return 'preposition';
  if (determiner.test(word)) return 'determiner';
  if (isWord(word, 'en', 'verbOfValue')) return 'verb';
  if (isWord(word, 'en', 'timeNoun')) return 'time';
  if (isWord(word, 'en', 'sameMeasure')) return 'measure';
  if (isWord(word, 'en', 'howOrWhen') || adverb.test(word)) return 'adverb';
  if (pronoun.test(word)) return 'pronoun';
  if (conjunction.test(word)) return 'subordinates';
  if (nounRatherThanVerb.test(word)) return 'open';
  if (/[^e]ed$/.test(word) || isIrregularPast(word) || isIrregularParticiple(word)) return 'verb';
  return /[a-z]{2}ing$/.test(word) ? 'gerund' : 'open';
}
