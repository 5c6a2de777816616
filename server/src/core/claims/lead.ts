import { contrast } from '../language/clause-breaks.js';
import { isWord, readWords, says } from '../language/words/words.js';
import type { Quantity } from '../quantities/index.js';
import { lowerBound } from '../text/ordered-spans.js';
import { overlaps, type Span } from '../text/span.js';
import { beforeTheWhole, hanWordsOf } from './han-words.js';
import type { Blocked, Blocker } from './path.js';
import type { SentenceContext } from './sentence-context.js';
import { isApostrophe, type Step, stepsBetween } from './steps.js';
import { isWholeBeforeHan } from './subject.js';

/**
 * What stands before an English metric and makes another of it, or has it: "the error in GDP", "rural GDP", "the firm
 * recorded GDP of", "at the plant, GDP". Undefined where it is the whole subject, or what the whole has.
 *
 * @param start where its clause begins, in the block's text.
 * @param bound its numbers: "40 trillion yuan of" may be one.
 */
export function blockerBefore(
  context: SentenceContext,
  start: number,
  at: Span,
  bound: readonly Quantity[],
): Blocked | undefined {
  const steps = stepsBetween(context, start, at.start);
  let i = steps.length - 1;
  const step = (index: number): Step | undefined => steps[index];
  const blocked = (blocker: Blocker, by: Step | undefined): Blocked => ({
    blocker,
    at: by === undefined ? at : { start: by.start, end: by.end },
  });

  // Its own phrase, backwards: "China's total", "the latest annual".
  let isDetermined = false;
  for (; i >= 0; i--) {
    const { what, word } = step(i) as Step;
    if (isWord(word, 'en', 'aTime')) return blocked('rate', step(i));
    if (what === 'determiner') isDetermined = true;
    else if ((what === 'time' || what === 'place' || what === 'number') && !isApostrophe(step(i + 1)?.word)) {
      // "In the first quarter of 2022": a phrase of its own. "In its first half": a part of a time that nothing names.
      let first = i - 1;
      while (isBeforeNoun.has(step(first)?.what)) first--;
      // "Each week GDP was"
      if (isWord(word, 'en', 'partOfYear')) return blocked('partial-period', step(i));
      if (step(first)?.what !== 'preposition') continue;
      // "Last year to date GDP was"
      if (isWord(`${step(first)?.word} ${word}`, 'en', 'soFar')) return blocked('partial-period', step(i));
      if (isWord((step(first) as Step).word, 'en', 'upTo') || isPartOfYear(word))
        return blocked('partial-period', step(first));
      i = first;
    } else if (what === 'verb' && (isWord(word, 'en', 'wholeOf') || isWord(word, 'en', 'madeKnown'))) {
      // "the reported", and not "reported": that is its verb.
      const before = step(i - 1);
      if (!isBeforeNoun.has(before?.what) && before?.what !== 'place') break;
    } else if (word === 's' && isApostrophe(step(i - 1)?.word)) i--;
    else if (!staysItself.has(what) && !isWord(word, 'en', 'wholeOf') && !isWord(word, 'en', 'whole')) break;
  }
  const before = step(i);
  if (before === undefined) return undefined;
  switch (before.what) {
    case 'mark':
      return before.word === ',' ? fronted(steps.slice(0, i), blocked) : undefined;
    case 'joins': {
      // "The gap between orders and revenue": of neither.
      const clause = clauseBefore(steps.slice(0, i));
      const between = clause.findLast(({ word }) => isWord(word, 'en', 'stretchBegins'));
      if (between !== undefined && !clause.some(({ what }) => what === 'auxiliary')) return blocked('lead', between);
      // "Add fees, and GDP came to": what is added stands in front.
      return step(i - 1)?.word === ',' && isLeftOut(clauseBefore(steps.slice(0, i - 1)))
        ? blocked('restriction', before)
        : undefined;
    }
    case 'subordinates':
      return undefined;
    case 'auxiliary':
      // "The firm had GDP of"
      return isWord(before.word, 'en', 'has') ? holder(steps.slice(0, i + 1), blocked) : undefined;
    case 'relative':
      return before.word === 'that'
        ? reported(steps.slice(0, i), blocked)
        : before.word === 'whose'
          ? blocked('holder', before)
          : undefined;
    case 'preposition':
      return governed(steps.slice(0, i + 1), blocked, bound);
    case 'verb':
    case 'gerund':
      if (isDetermined || before.what === 'gerund' || !isAdjective(steps, i))
        return holder(steps.slice(0, i + 1), blocked);
      return blocked('modifier', before);
    case 'name':
      // "The office's fee"
      if (isApostrophe(step(i + 1)?.word)) return undefined;
      return blocked('modifier', before);
    case 'open':
    case 'pronoun':
    case 'metric':
      // "The typical household's"
      if (isWord(step(i - 1)?.word ?? '', 'en', 'typical')) return undefined;
      // "The report puts GDP at"
      if (isWord(before.word, 'en', 'tells', 'moves') && isSubject.has(step(i - 1)?.what))
        return holder(steps.slice(0, i + 1), blocked);
      // "Despite a dry spring the harvest": a phrase in front, without a comma.
      if (isDetermined && before.what === 'open' && clauseBefore(steps.slice(0, i))[0]?.what === 'preposition')
        return fronted(steps.slice(0, i + 1), blocked);
      // "Bavaria's", "the plant's"
      return blocked(isDetermined || isApostrophe(step(i + 1)?.word) ? 'holder' : 'modifier', before);
    default:
      return undefined;
  }
}

/** "Adjusted GDP" at the start of its phrase: a participle right before its noun. */
function isAdjective(steps: readonly Step[], i: number): boolean {
  const before = steps[i - 1];
  return before === undefined || before.what === 'determiner' || opensPhrase.has(before.what);
}

type What = Step['what'] | undefined;
const isBeforeNoun: ReadonlySet<What> = new Set<What>(['determiner', 'adverb']);
/** What may stand before a name in its phrase and leave it what it is. */
const staysItself: ReadonlySet<What> = new Set<What>(['adverb', 'time', 'place', 'measure', 'number']);
const isSubject: ReadonlySet<What> = new Set<What>(['open', 'name', 'place', 'time']);
const opensClause: ReadonlySet<What> = new Set<What>(['mark', 'joins', 'subordinates', 'relative']);
const opensPhrase: ReadonlySet<What> = new Set<What>(['mark', 'joins', 'preposition']);

/** `--Q3`, `--01/--06`: a part of a year that is not told. */
const isPartOfYear = (period: string) => period.startsWith('--Q') || /^--\d\d\//.test(period);

/** A mark that ends a clause or a phrase; an apostrophe or a quotation mark is none. */
const isStop = ({ what, word }: Step) => what === 'mark' && ',;:：(（)）—–.!?'.includes(word);

type Block = (blocker: Blocker, by: Step | undefined) => Blocked;

/** A metric behind a preposition: of what is it told? "The error in", "the level of", "with". */
function governed(steps: readonly Step[], blocked: Block, bound: readonly Quantity[]): Blocked | undefined {
  const preposition = steps.at(-1) as Step;
  const before = steps.at(-2);
  if (before === undefined || opensClause.has(before.what))
    return isWord(preposition.word, 'en', 'opensSubject') ? undefined : blocked('part', preposition);
  switch (before.what) {
    case 'measure':
      return blockerOfMeasure(steps.slice(0, -2), blocked);
    case 'verb':
    case 'gerund': {
      if (isWord(before.word, 'en', 'compares')) return blocked('rival', before);
      const noun = steps.at(-3)?.what;
      // "The ceiling on": a noun. "Arrears linked to": they may be what is told of.
      if (before.what === 'gerund' && noun === 'determiner') return blocked('lead', before);
      return noun === 'open' || noun === 'name' ? blocked('modifier', before) : undefined;
    }
    case 'adverb':
      return isWord(before.word, 'en', 'compares') ? blocked('rival', before) : undefined;
    case 'auxiliary':
    case 'place':
      return undefined;
    case 'number':
      // "40 trillion yuan of" is its value, or the number of a part.
      return preposition.word !== 'of' || bound.some(({ span }) => span.end === before.end)
        ? undefined
        : blocked('part', before);
    case 'time':
      // "Half of": a part; "in 2022, with" is a time.
      return before.word === 'half' || before.word === 'quarter' ? blocked('part', before) : undefined;
    default: {
      // "231,700 patients on the waiting list": what is counted is of the metric.
      const counts = steps.findLast(({ what }) => what === 'number');
      const isCounted = bound.some(
        ({ span }) => counts !== undefined && span.end >= counts.end && span.end < before.end,
      );
      return isCounted ? undefined : blocked('lead', before);
    }
  }
}

/** "The estimated level of": what stands before the level. */
function blockerOfMeasure(steps: readonly Step[], blocked: Block): Blocked | undefined {
  const before = steps.findLast(
    ({ what, word }) => what !== 'determiner' && what !== 'adverb' && !isWord(word, 'en', 'wholeOf'),
  );
  return before?.what === 'open' ? blocked('modifier', before) : undefined;
}

/** Whoever has a metric that is the object of a verb: nobody named, the country, or what moves it. */
function holder(steps: readonly Step[], blocked: Block): Blocked | undefined {
  const verb = steps.at(-1) as Step;
  if (isWord(verb.word, 'en', 'moves')) return undefined;
  const tells = isWord(verb.word, 'en', 'tells');
  let noun: Step | undefined;
  for (let i = steps.length - 2; i >= 0; i--) {
    const each = steps[i] as Step;
    if ((each.what !== 'mark' && opensClause.has(each.what)) || isStop(each)) break;
    // "A report to the congress puts": it is the report. "In the plant": who has it is not told.
    if (each.what === 'preposition') noun = undefined;
    else if (each.what === 'open' || each.what === 'name') noun ??= each;
  }
  if (noun === undefined || isWord(noun.word, 'en', 'whole')) return undefined;
  if (tells && (noun.what === 'name' || isWord(noun.word, 'en', 'vouches'))) return undefined;
  return blocked('holder', noun);
}

/** "The bureau said that", "its statement that": said by whom? Doubt has many words, who answers for a figure few. */
function reported(steps: readonly Step[], blocked: Block): Blocked | undefined {
  const last = steps.at(-1);
  const before = steps.at(-2)?.what;
  // "Its statement that": a noun. "Figures confirm that", "it is clear that": what is said, or how it is.
  if (last?.what === 'open' && before === 'determiner') return blocked('reported', last);
  for (let i = steps.length - 2; i >= 0; i--) {
    const each = steps[i] as Step;
    const { what, word } = each;
    if ((what !== 'mark' && opensClause.has(what)) || isStop(each)) return undefined;
    if (
      what === 'measure' ||
      what === 'auxiliary' ||
      what === 'pronoun' ||
      what === 'name' ||
      isWord(word, 'en', 'vouches', 'whole')
    )
      return undefined;
    if (what === 'open' && !isWord(word, 'en', 'tells')) return blocked('reported', each);
  }
  return undefined;
}

/** The phrase that stands last, up to a comma. */
function clauseBefore(steps: readonly Step[]): readonly Step[] {
  return steps.slice(steps.findLastIndex(({ what, word }) => what === 'mark' && ',;:：(（—–'.includes(word)) + 1);
}

const isLeftOut = (phrase: readonly Step[]) => says(phrase.map(({ word }) => word).join(' '), 'en', 'leavesOut');

/** "Per inhabitant, GDP, "At the plant, GDP": a phrase in front that narrows what follows. */
function fronted(steps: readonly Step[], blocked: Block): Blocked | undefined {
  const phrase = clauseBefore(steps);
  const [first] = phrase;
  if (first === undefined) return undefined;
  if (isWord(first.word, 'en', 'upTo')) return blocked('partial-period', first);
  if (isLeftOut(phrase)) return blocked('restriction', first);
  // "On the worst day, GDP": a part of a time that nothing names.
  const part = phrase.find(
    ({ what, word }) => (what === 'time' || what === 'adverb') && isWord(word, 'en', 'partOfYear'),
  );
  const isWhole = phrase.some(({ what, word }) => what === 'auxiliary' || word === 'year');
  if (part !== undefined && !isWhole) return blocked('partial-period', part);
  // "Seasonally adjusted, the rate": reckoned otherwise.
  const restricting = phrase.find(({ word }) => readWords(word, 'en').says('adjusted'));
  if (restricting !== undefined) return blocked('restriction', restricting);
  if (first.what !== 'preposition' || !isWord(first.word, 'en', 'narrowsClause')) return undefined;
  // A clause of its own: "For years exports grew, GDP …".
  if (phrase.some(({ what }) => what === 'auxiliary' || what === 'verb' || what === 'relative')) return undefined;
  const noun = phrase.find(
    ({ what, word }) => what === 'name' || (what === 'open' && !isWord(word, 'en', 'priceNoun')),
  );
  if (noun === undefined || phrase.some(({ word }) => isWord(word, 'en', 'discourse') || isWord(word, 'en', 'whole')))
    return undefined;
  // "In tough times", "in the winter quarter": when. "In Table 3": where it is told.
  if (phrase.at(-1)?.what === 'time' || phrase[phrase.indexOf(noun) + 1]?.what === 'number') return undefined;
  return blocked('group', noun);
}

/**
 * The same of a Chinese metric: 出口拉动的…. What stands right before it must be when, where, who tells it, or the whole.
 *
 * @param masked the sentence before it, without its places, and with noughts for its numbers.
 */
export function blockerBeforeHan(
  context: SentenceContext,
  start: number,
  at: Span,
  masked: string,
): Blocked | undefined {
  const words = hanWordsOf(context);
  const rates = words.of('aTime');
  const rate = rates[lowerBound(rates, ({ end }) => end, at.start)];
  if (rate !== undefined && rate.end === at.start && rate.start >= start) return { blocker: 'rate', at: rate };
  const part = words.first('partOfYear', start, at.start);
  if (part !== undefined) return { blocker: 'partial-period', at: part };
  // 除建筑业外，…
  const leftOut = words.first('leavesOut', start, at.start);
  const rest = leftOut === undefined ? '' : context.text.slice(leftOut.end, at.start);
  if (leftOut !== undefined && /[，,]/.test(rest) && !contrast.test(rest))
    return { blocker: 'restriction', at: leftOut };
  // 售后业务营业利润率: of what the name right before it names.
  const name = context.named.find(
    (each) =>
      each.end === at.start &&
      (each.kind === 'terms' || each.kind === 'programmes') &&
      !context.places.some((place) => overlaps(place.at, each)),
  );
  if (name !== undefined) return { blocker: 'modifier', at: { start: name.start, end: name.end } };
  const isDescribed = context.text[at.start - 1] === '的';
  if (!/\p{Script=Han}\s*$/u.test(masked) || (isWholeBeforeHan(masked) && !isDescribed)) return undefined;
  let from = at.start;
  while (from > start && !'，。；：、,;:（(“'.includes(context.text[from - 1] as string)) from--;
  const unknown = words.unknown(beforeTheWhole, from, at.start);
  return unknown === undefined ? undefined : { blocker: 'modifier', at: { start: unknown, end: unknown + 1 } };
}
