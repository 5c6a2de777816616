import { type WordClass, wordClassOf } from '../language/english-word-class.js';
import { tokensIn } from '../markdown/block-words.js';
import { once } from '../text/once.js';
import { lowerBound } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { SentenceContext } from './sentence-context.js';

/** A word, a mark, or a date, number, place or name as one: what a reader walks over from a metric to its number. */
export interface Step extends Span {
  readonly what: 'time' | 'place' | 'number' | 'metric' | 'name' | 'mark' | WordClass;
  /** Folded; of a date the period, of what has other words nothing. */
  readonly word: string;
}

/** The steps between two places of a sentence. */
export function stepsBetween(context: SentenceContext, from: number, to: number): readonly Step[] {
  const steps = stepsOf(context);
  let first = lowerBound(steps, ({ start }) => start, from);
  let end = lowerBound(steps, ({ start }) => start, to, first);
  while (end > first && (steps[end - 1] as Step).end > to) end--;
  while (first < end && (steps[first] as Step).start < from) first++;
  return steps.slice(first, end);
}

/** All steps of a sentence; dates, numbers, places and names are one step each. */
const stepsOf = once((context: SentenceContext): readonly Step[] => {
  const { report, index, text, sentence } = context;
  const block = report.prose.blocks[index];
  if (block === undefined) return [];
  const spans: Step[] = [];
  for (const { span, period } of context.periods) spans.push({ ...span, what: 'time', word: period });
  for (const { span, comparatorSpan } of context.quantities) {
    spans.push({ ...span, what: 'number', word: '' });
    if (comparatorSpan !== undefined) spans.push({ ...comparatorSpan, what: 'adverb', word: '' });
  }
  for (const { at } of context.places) spans.push({ ...at, what: 'place', word: '' });
  for (const { kind, start, end } of context.named)
    spans.push({ start, end, what: kind === 'metrics' ? 'metric' : 'name', word: '' });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const steps: Step[] = [];
  const { folded, starts, ends } = tokensIn(block);
  let next = 0;
  let reached = sentence.start;
  for (let i = lowerBound(starts, (at) => at, sentence.start); (ends[i] ?? sentence.end + 1) <= sentence.end; i++) {
    const start = starts[i] as number;
    while (next < spans.length && (spans[next] as Step).start <= start) {
      const span = spans[next++] as Step;
      if (span.start < reached) continue;
      steps.push(span);
      reached = span.end;
    }
    if (start < reached) continue;
    const end = ends[i] as number;
    const word = folded[i] as string;
    // A hyphen within a word is none of its own.
    if (word !== '-' || /\s/.test(text[start - 1] ?? '')) steps.push({ start, end, word, what: whatIs(word) });
    reached = end;
  }
  return steps;
});

function whatIs(word: string): Step['what'] {
  // A character by itself is of no class.
  if (/\p{L}/u.test(word)) return /\p{Script=Latin}/u.test(word) ? wordClassOf(word) : 'open';
  return /^\d/.test(word) ? 'number' : 'mark';
}

/** Of "China's". */
export const isApostrophe = (mark: string | undefined) => mark === "'" || mark === '’';
