import type { Period } from '../quantities/index.js';
import type { Span } from '../text/span.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { EntryOf } from '../vocabulary/model.js';

const indexes = new WeakMap<EntryOf<'metrics'>, MentionIndex<string>>();

/** Names of single records ("the third plan") in a stretch of a text: each stands for its record's period. */
export function labelsIn(text: string, { start, end }: Span, metric: EntryOf<'metrics'>): readonly Period[] {
  if (metric.observations.every(({ label }) => label.length === 0)) return [];
  let index = indexes.get(metric);
  if (index === undefined) {
    index = new MentionIndex<string>();
    for (const { label, period } of metric.observations) for (const form of label) index.add(form, period);
    indexes.set(metric, index);
  }
  return index.find(text.slice(start, end)).map(({ span, target }) => ({
    span: { start: span.start + start, end: span.end + start },
    period: target,
    partial: false,
    fiscal: false,
    by: false,
  }));
}
