import { isPlural } from './english-inflection.js';
import type { Tokens } from './tokens.js';

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
