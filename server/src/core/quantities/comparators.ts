import type { Span } from '../text/span.js';
import type { Comparator } from '../vocabulary/model.js';
import type { Context } from './context.js';
import { isCurrencySign } from './currencies.js';
import type { Token } from './lex.js';

export interface Hedge {
  readonly comparator: Comparator;
  readonly span: Span;
  /** First and past-the-last token. */
  readonly from: number;
  readonly next: number;
}

const reversed: Readonly<Record<Comparator, Comparator>> = {
  above: 'at-most',
  'at-least': 'below',
  about: 'about',
  exactly: 'exactly',
  'at-most': 'above',
  below: 'at-least',
};

/** Words that may stand between a hedge and its number, at most this many. */
const maxFillers = 3;

function skipFillers({ tokens, words }: Context, last: number): number[] {
  const places = [last];
  let at = last;
  for (let count = 0; count < maxFillers; count++) {
    const filler = words.fillers.endingAt(tokens, at);
    if (filler === undefined) break;
    at = filler.end - 1;
    places.push(at);
  }
  return places;
}

function spanOf(tokens: readonly Token[], from: number, next: number): Span {
  return { start: (tokens[from] as Token).start, end: (tokens[next - 1] as Token).end };
}

/** The hedge that ends before token `first`: more than, 超过了, not exceeding. */
export function hedgeBefore(context: Context, first: number): Hedge | undefined {
  const { tokens, words } = context;
  const { by, insideNegations } = words.latin.changes;
  for (const place of skipFillers(context, first - 1)) {
    // Exceeded the plan by 3%: the 3% is no bound.
    if (place < first - 1 && tokens[place + 1]?.text === by) break;
    const found = words.hedgesBefore.endingAt(tokens, place);
    if (found === undefined) continue;
    let from = found.end;
    let comparator = found.value;
    for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
      const negation = words.negations.endingAt(tokens, i);
      if (negation === undefined) {
        if (insideNegations.has(tokens[i]?.text ?? '')) continue;
        break;
      }
      comparator = reversed[comparator];
      from = negation.end;
      break;
    }
    return { comparator, span: spanOf(tokens, from, place + 1), from, next: place + 1 };
  }
  return undefined;
}

/** The "and below" of "above 3% and below 5%", the "and more" of "and more than 10": words of the number behind them. */
function isOfNextNumber({ tokens, words }: Context, from: number, next: number): boolean {
  const first = isCurrencySign(tokens[next]?.text ?? '') ? next + 1 : next;
  const isNumber = tokens[first]?.kind === 'number';
  for (let i = from; i < next; i++) {
    const end = words.hedgesBefore.at(tokens, i)?.end ?? 0;
    if (end > next || (isNumber && end === next)) return true;
  }
  return false;
}

/** The hedge that begins at token `next`: or more, 以上, 左右. */
export function hedgeAfter(context: Context, next: number): Hedge | undefined {
  const token = context.tokens[next];
  if (token === undefined) return undefined;
  if (token.text === '+' && (token.gap !== 'none' || context.tokens[next + 1]?.kind === 'number')) return undefined;
  const found = context.words.hedgesAfter.at(context.tokens, next);
  if (found === undefined || isOfNextNumber(context, next, found.end)) return undefined;
  return { comparator: found.value, span: spanOf(context.tokens, next, found.end), from: next, next: found.end };
}

/** Whether a quantity whose words begin at token `first` and end before `next` is itself a change. */
export function directionOf(context: Context, first: number, next: number): 'up' | 'down' | undefined {
  const { tokens, words } = context;
  const after = words.changesAfter.at(tokens, next);
  if (after !== undefined && tokens[next]?.gap !== 'line') return after.value;
  let at = first - 1;
  for (let count = 0; count <= maxFillers; count++) {
    if (words.destinations.endingAt(tokens, at) !== undefined) return undefined;
    const change = words.changesBefore.endingAt(tokens, at);
    const hedge = words.hedgesBefore.endingAt(tokens, at);
    // 至少 is no 少.
    if (change !== undefined && (hedge === undefined || change.end <= hedge.end)) return change.value;
    const filler = words.fillers.endingAt(tokens, at);
    if (filler !== undefined) at = filler.end - 1;
    else if (tokens[at]?.kind === 'word' && tokens[at]?.text.endsWith(words.latin.changes.adverbEnding) === true) at--;
    else if (hedge !== undefined) at = hedge.end - 1;
    else return undefined;
  }
  return undefined;
}
