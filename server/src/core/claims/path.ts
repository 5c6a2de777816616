import { isWord, readWords, says } from '../language/words/words.js';
import type { Quantity } from '../quantities/index.js';
import type { Span } from '../text/span.js';
import { hanWordsOf, onTheWay } from './han-words.js';
import type { SentenceContext } from './sentence-context.js';
import { isApostrophe, type Step, stepsBetween } from './steps.js';

/**
 * Why a number behind a metric is none of its values: what stands between the two gives it to something else.
 *
 * - `head`: the metric only says of what another thing is: "the GDP gap"
 * - `part`: a part of it has the number: "GDP in textiles"
 * - `object`: what the verb is done to has it: "supported jobs worth"
 * - `owner`: it is how much another thing is: "after a programme of"
 * - `second-verb`: another verb has it: "financed projects costing"
 * - `rival`: another subject has it: "and reserves stood at"
 * - `restriction`: something is left out or reckoned otherwise: ", excluding oil,"
 * - `rate`: it is so much a day or a head
 * - `words`: what the words in between say is not known
 *
 * And before the metric:
 *
 * - `lead`: it is what another thing is of: "the error in GDP"
 * - `modifier`: it is another by the word before it: "rural GDP"
 * - `holder`: it is somebody's: "the firm recorded GDP of"
 * - `group`: a phrase in front narrows it: "at the plant, GDP"
 * - `reported`: somebody says so for whom nobody answers: "its statement that GDP"
 * - `partial-period`: it is told of a part of its time: "until June, GDP"
 */
export type Blocker =
  | 'head'
  | 'part'
  | 'object'
  | 'owner'
  | 'second-verb'
  | 'rival'
  | 'restriction'
  | 'rate'
  | 'words'
  | 'lead'
  | 'modifier'
  | 'holder'
  | 'group'
  | 'reported'
  | 'partial-period';

/** What takes a number away, and where it stands. */
export interface Blocked {
  readonly blocker: Blocker;
  readonly at: Span;
}

/**
 * What blocks the way from a metric to a number behind it, of which it may be said: any verb links, and what stands
 * between may be when, where and how. Undefined where nothing does.
 *
 * @param isChained a number of the metric stands at the beginning of the way, and not the metric itself.
 */
export function blockerBetween(
  context: SentenceContext,
  from: number,
  to: number,
  isChained: boolean,
): Blocked | undefined {
  if (from >= to) return undefined;
  // English in a Chinese sentence.
  const isHan = context.language !== 'en' && /\p{Script=Han}/u.test(context.text.slice(from, to));
  if (isHan) return blockedByHan(context, from, to);
  return new Path(stepsBetween(context, from, to), context.text, isChained).blocked;
}

/** "Above the 51 that analysts had named", "dwarfed the 51 spent on roads": a number that is told of by itself. */
export function blockerBehind(
  context: SentenceContext,
  from: number,
  start: number,
  { span }: Quantity,
): Blocked | undefined {
  if (context.language !== 'en') return undefined;
  const last = stepsBetween(context, from, start).at(-1);
  if (last?.what !== 'determiner' || last.word !== 'the') return undefined;
  const [next] = stepsBetween(context, span.end, context.sentence.end);
  if (next === undefined || (next.what !== 'relative' && next.what !== 'verb')) return undefined;
  return { blocker: 'owner', at: { start: next.start, end: next.end } };
}

/** Where one is on the way: at the subject, behind its preposition, behind the verb, … */
type State = 'subject' | 'of-subject' | 'verb' | 'behind-verb' | 'adjunct' | 'object' | 'of-object' | 'joined';

type What = Step['what'];
/** What says more of the subject itself: "GDP's level". */
const isOfTheSame: ReadonlySet<What> = new Set<What>(['measure', 'time', 'adverb']);
/** What may follow ", a" where the subject stays the same: "a total of". */
const goesOnBehindArticle: ReadonlySet<What> = new Set<What>(['measure', 'time', 'adverb', 'gerund', 'number']);
/** What may follow "and" where the subject stays the same. */
const sharesSubject: ReadonlySet<What> = new Set<What>([
  'time',
  'number',
  'adverb',
  'auxiliary',
  'verb',
  'gerund',
  'preposition',
  'place',
  'mark',
]);
const isVerb: ReadonlySet<What> = new Set<What>(['auxiliary', 'verb']);
/** The noun that a phrase is about, if it is of no other thing: "in tough times", "a solid result". */
const isHead: ReadonlySet<What> = new Set<What>(['time', 'measure']);
/** What stands behind a predicate: "was strong at", "stood firm,". */
const endsPredicate: ReadonlySet<What> = new Set<What>(['preposition', 'mark', 'joins']);

class Path {
  readonly #steps: readonly Step[];
  readonly #text: string;
  readonly #isChained: boolean;
  #state: State;
  #preposition = '';
  #isCopular = false;
  /** The pronoun that comes stands for the subject. */
  #isTakenUp = false;
  /** The first verb is a participle that may belong to the subject: "exports sold abroad were". */
  #participle: Step | undefined;
  readonly blocked: Blocked | undefined;

  constructor(steps: readonly Step[], text: string, isChained: boolean) {
    this.#steps = steps;
    this.#text = text;
    this.#isChained = isChained;
    this.#state = isChained ? 'verb' : 'subject';
    this.blocked = this.#walk();
  }

  #walk(): Blocked | undefined {
    for (let i = 0; i < this.#steps.length; i++) {
      const step = this.#steps[i] as Step;
      if (step.what === 'mark') {
        const next = this.#overMark(step, i);
        if (typeof next !== 'number') return next;
        i = next;
        continue;
      }
      const blocker = this.#over(step, this.#steps[i + 1]);
      if (blocker !== undefined) return { blocker, at: { start: step.start, end: step.end } };
    }
    return this.#atNumber();
  }

  /** At the end stands the number. */
  #atNumber(): Blocked | undefined {
    const last = this.#steps.at(-1);
    if (last === undefined) return undefined;
    const at = { start: last.start, end: last.end };
    switch (this.#state) {
      case 'subject':
      case 'verb':
      case 'joined':
        return undefined;
      case 'of-subject':
        return last.what === 'preposition' && !isWord(last.word, 'en', 'givesToSubject')
          ? { blocker: 'part', at }
          : undefined;
      case 'behind-verb':
        // ", with 5 of it"
        if (last.word === 'with' && this.#steps.at(-2)?.word === ',') return { blocker: 'part', at };
        return isWord(this.#preposition, 'en', 'besideValue') ? { blocker: 'object', at } : undefined;
      case 'of-object':
        return isWord(this.#preposition, 'en', 'givesBehindNoun') ? undefined : { blocker: 'owner', at };
      case 'adjunct':
      case 'object':
        return { blocker: 'object', at };
    }
  }

  /** A mark: the index of the last step that is passed over, or what blocks. */
  #overMark(step: Step, i: number): number | Blocked {
    const at = { start: step.start, end: step.end };
    const mark = step.word;
    if (';；!?！？。'.includes(mark)) return { blocker: 'rival', at };
    if (mark === '.' && /^\s/.test(this.#text.slice(step.end, step.end + 1))) return { blocker: 'rival', at };
    if (isApostrophe(mark)) {
      // "GDP's level"
      const [behind, next] = [this.#steps[i + 1], this.#steps[i + 2]];
      if (behind?.word !== 's') return i;
      if (this.#state === 'subject' && next !== undefined && !isOfTheSame.has(next.what))
        return { blocker: 'head', at: { start: next.start, end: next.end } };
      return i + 1;
    }
    if (',(（—–'.includes(mark)) return this.#overInsertion(step, i);
    if (':：'.includes(mark)) {
      this.#state = 'verb';
      // "has hardly changed: it was 38.4"
      const next = this.#steps[i + 1];
      if (next === undefined || !isWord(next.word, 'en', 'takesSubjectUp')) return i;
      this.#state = 'subject';
      return i + 1;
    }
    return i;
  }

  /** ", the broadest measure,", "(GDP)", " — at last — ": where it ends, if it ends. */
  #overInsertion(step: Step, i: number): number | Blocked {
    const closes = step.word === ',' ? ',' : '(（'.includes(step.word) ? ')）' : '—–';
    const next = this.#steps[i + 1];
    const isDash = '—–'.includes(step.word);
    if (next === undefined) {
      // ", 5 trillion", "(5 trillion": the number follows.
      if (this.#state === 'adjunct' || this.#state === 'object') this.#state = 'verb';
      return i;
    }
    const end = this.#steps.findIndex(({ what, word }, k) => k > i && what === 'mark' && closes.includes(word));
    const inside = end < 0 ? [] : this.#steps.slice(i + 1, end);
    const isFree = ({ what, word }: Step) => what !== 'metric' && !(what === 'mark' && ';；:：'.includes(word));
    const goesOn = this.#goesOn(next, this.#steps[i + 2]);
    const isPutIn = this.#state === 'subject' || step.word !== ',' || !goesOn;
    if (end >= 0 && isPutIn && inside.every(isFree)) {
      const restricting = inside.find(({ word }) => word !== '' && readWords(word, 'en').says('restricts'));
      if (restricting !== undefined && this.#state === 'subject')
        return { blocker: 'restriction', at: { start: restricting.start, end: restricting.end } };
      if (this.#state === 'adjunct' || this.#state === 'object') this.#state = 'verb';
      return end;
    }
    if (end < 0 && (isDash || '(（'.includes(step.word))) {
      // " — 5 trillion", "(up from": what stands there is said of the subject.
      if (this.#state !== 'of-subject') this.#state = 'verb';
      return i;
    }
    // "is a matter of taste, and 5": of nothing that was told.
    const isLeft = next.what === 'joins' && this.#steps.length === i + 2 && this.#state !== 'verb';
    if (!goesOn || isLeft) return { blocker: 'rival', at: { start: next.start, end: next.end } };
    if (this.#state === 'adjunct' || this.#state === 'object') this.#state = 'verb';
    else if (this.#state === 'of-subject') this.#state = 'subject';
    return i;
  }

  /** Whether a clause goes on with the same subject behind a comma. */
  #goesOn({ what }: Step, behind: Step | undefined): boolean {
    switch (what) {
      case 'time':
      case 'place':
      case 'number':
      case 'adverb':
      case 'auxiliary':
      case 'verb':
      case 'gerund':
      case 'preposition':
      case 'relative':
      case 'measure':
        return true;
      case 'joins':
        return behind === undefined || sharesSubject.has(behind.what);
      case 'determiner':
        return behind === undefined || goesOnBehindArticle.has(behind.what);
      default:
        return false;
    }
  }

  #over(step: Step, next: Step | undefined): Blocker | undefined {
    if (isWord(step.word, 'en', 'aTime')) return 'rate';
    switch (step.what) {
      case 'metric':
        return 'rival';
      case 'time':
      case 'place':
        this.#closes();
        return undefined;
      case 'number':
        // "In 10 regions": the noun behind it belongs to it.
        if (this.#state === 'of-subject') return undefined;
        return undefined;
      case 'adverb':
      case 'determiner':
        return undefined;
      case 'measure':
        return this.#overMeasure(next);
      case 'auxiliary':
        return this.#overVerb(step, true);
      case 'verb':
        // "included 5": a part.
        if (isWord(step.word, 'en', 'partVerb')) return 'part';
        return this.#overVerb(step, false);
      case 'gerund':
        return this.#overGerund(next);
      case 'preposition':
        return this.#overPreposition(step);
      case 'joins':
        if (this.#state === 'subject' || this.#state === 'of-subject') return 'rival';
        if (this.#state === 'adjunct' || this.#state === 'object') return undefined;
        return next === undefined || sharesSubject.has(next.what) ? undefined : 'rival';
      case 'relative':
        // ", which was 5"
        return this.#state === 'subject' && step.word === 'which' ? undefined : 'rival';
      case 'subordinates':
        // ", when it stood at"
        if (next === undefined || !isWord(next.word, 'en', 'takesSubjectUp')) return 'rival';
        this.#state = 'subject';
        this.#isTakenUp = true;
        return undefined;
      case 'name':
      case 'pronoun':
      case 'open':
        if (this.#isTakenUp) {
          this.#isTakenUp = false;
          return undefined;
        }
        return this.#overNoun(step, next);
      default:
        return undefined;
    }
  }

  /** A phrase of time or place is whole. */
  #closes(): void {
    if (this.#state === 'of-subject') this.#state = 'subject';
    else if (this.#state === 'behind-verb' || this.#state === 'of-object') this.#state = 'verb';
  }

  #overMeasure(next: Step | undefined): Blocker | undefined {
    // "A level of", "a record": of the same thing.
    if (this.#state === 'of-subject') this.#state = 'subject';
    else if (this.#state === 'behind-verb') this.#state = 'verb';
    else if (this.#state === 'adjunct' && next?.word === 'of') this.#state = 'object';
    return undefined;
  }

  #overVerb(step: Step, isAuxiliary: boolean): Blocker | undefined {
    switch (this.#state) {
      case 'subject':
        if (!isAuxiliary && !isWord(step.word, 'en', 'madeKnown', 'verbOfValue')) this.#participle = step;
        break;
      case 'verb':
        // "Exports sold in 2022 were": those alone.
        if (isAuxiliary && this.#participle !== undefined && !this.#isChained) return 'part';
        break;
      case 'joined':
        break;
      case 'of-subject':
        // "GDP at constant prices was": the phrase has its noun before, or the verb is an adjective of it.
        return isAuxiliary ? 'part' : undefined;
      case 'behind-verb':
        // "to reach", "by growing"; "at reported prices"
        if (this.#preposition === 'to') this.#state = 'verb';
        return undefined;
      case 'of-object':
      case 'adjunct':
      case 'object':
        return 'second-verb';
    }
    this.#isCopular = isAuxiliary || isWord(step.word, 'en', 'copular');
    this.#state = 'verb';
    return undefined;
  }

  #overGerund(next: Step | undefined): Blocker | undefined {
    switch (this.#state) {
      case 'subject':
        // "GDP totalling 5", not "GDP spending was".
        if (next !== undefined && isVerb.has(next.what)) return 'head';
        this.#state = 'verb';
        return undefined;
      case 'adjunct':
      case 'object':
        return 'second-verb';
      case 'of-subject':
        return 'part';
      default:
        return undefined;
    }
  }

  #overPreposition({ word }: Step): Blocker | undefined {
    switch (this.#state) {
      case 'subject':
        this.#state = 'of-subject';
        break;
      case 'verb':
      case 'joined':
        this.#state = 'behind-verb';
        break;
      case 'adjunct':
      case 'object':
        this.#state = 'of-object';
        break;
      default:
        break;
    }
    this.#preposition = word;
    return undefined;
  }

  #overNoun(step: Step, next: Step | undefined): Blocker | undefined {
    const { what, word } = step;
    const before = this.#steps[this.#steps.indexOf(step) - 1];
    if (isWord(word, 'en', 'whole') || isWord(word, 'en', 'priceNoun')) {
      this.#closes();
      return undefined;
    }
    switch (this.#state) {
      case 'subject':
        if (what === 'pronoun') return 'rival';
        // "The budget allows 5": right before its number a word that may be a verb is one.
        if (what === 'open' && next === undefined && /[^s]s$/.test(word)) {
          this.#state = 'verb';
          return undefined;
        }
        return 'head';
      case 'of-subject':
        // "in tough times": the noun of the phrase decides.
        return next !== undefined && isHead.has(next.what) ? undefined : 'part';
      case 'joined':
        return 'rival';
      case 'verb':
        if (this.#isChained) return 'rival';
        if (next !== undefined && isHead.has(next.what)) return undefined;
        // "was strong at", "stood firm,": how it was.
        if (this.#isCopular && before?.what !== 'determiner' && (next === undefined || endsPredicate.has(next.what))) {
          this.#isCopular = false;
          return next === undefined ? 'object' : undefined;
        }
        this.#state = 'object';
        return undefined;
      case 'behind-verb':
        this.#state = 'adjunct';
        return undefined;
      case 'of-object':
        this.#state = 'adjunct';
        return undefined;
      default:
        return undefined;
    }
  }
}

/** What a writer puts in right behind a subject: （现价）, ——…——. */
const putIn = /^(?:[(（][^()（）]*[)）]|——[^—；。]*——)/;

/** Chinese has no forms: what stands in between must be words that give a value, say when or how, or mean the same. */
function blockedByHan(context: SentenceContext, from: number, to: number): Blocked | undefined {
  const { text, language } = context;
  const put = putIn.exec(text.slice(from, to))?.[0];
  if (put !== undefined && !/\p{N}/u.test(put) && !says(put, language, 'restricts'))
    return blockedByHan(context, from + put.length, to);
  const stop = /[;；。!?！？]/.exec(text.slice(from, to));
  if (stop !== null) return { blocker: 'rival', at: { start: from + stop.index, end: from + stop.index + 1 } };
  const words = hanWordsOf(context);
  const rate = words.first('aTime', from, to);
  if (rate !== undefined) return { blocker: 'rate', at: rate };
  const unknown = words.unknown(onTheWay, from, to);
  return unknown === undefined ? undefined : { blocker: 'words', at: { start: unknown, end: unknown + 1 } };
}
