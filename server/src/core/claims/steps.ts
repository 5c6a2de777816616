import { type WordClass, wordClassOf } from '../language/english-word-class.js';
import { tokensIn } from '../markdown/block-words.js';
import { lowerBound } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { SentenceContext } from './sentence-context.js';

/** A word, a mark, or a date, number, place or name as one: what a reader walks over from a metric to its number. */
export interface Step extends Span {
  readonly what: 'time' | 'place' | 'number' | 'metric' | 'name' | 'mark' | WordClass;
  /** Folded; of a date the period, of what has other words nothing. */
  readonly word: string;
}

/** The steps between two places of a sentence; spans of dates, numbers, places and names are one step each. */
export function stepsBetween(context: SentenceContext, from: number, to: number): readonly Step[] {
  const { report, index, text } = context;
  const block = report.prose.blocks[index];
  if (block === undefined) return [];
  const steps: Step[] = [];
  const add = (what: Step['what'], { start, end }: Span, word = '') => {
    if (start >= from && end <= to) steps.push({ what, start, end, word });
  };
  for (const { span, period } of context.periods) add('time', span, period);
  for (const { span, comparatorSpan } of context.quantities) {
    add('number', span);
    if (comparatorSpan !== undefined) add('adverb', comparatorSpan);
  }
  for (const { at } of context.places) add('place', at);
  for (const { kind, start, end } of context.named) add(kind === 'metrics' ? 'metric' : 'name', { start, end });
  const spans = steps.toSorted((a, b) => a.start - b.start || b.end - a.end);
  steps.length = 0;
  const { folded, starts, ends } = tokensIn(block);
  let next = 0;
  let reached = from;
  for (let i = lowerBound(starts, (at) => at, from); i < starts.length && (ends[i] as number) <= to; i++) {
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
    steps.push({
      start,
      end,
      word,
      what: /\p{L}/u.test(word) ? wordClassOf(word) : /^\d/.test(word) ? 'number' : 'mark',
    });
    reached = end;
  }
  return steps.filter(({ word, start }) => word !== '-' || /\s/.test(text[start - 1] ?? ''));
}
