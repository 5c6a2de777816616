import { capitalize } from '../report/adapt-replacement.js';
import type { Span } from '../text/span.js';
import type { Observation } from '../vocabulary/model.js';

/** What a pack has on record, in a sentence as plain as can be: what reads any report reads this, or nothing. */
export interface CanonicalSentence {
  readonly kind: 'figure' | 'rank' | 'target' | 'post' | 'event';
  /** The way of stating it: `when-first`, `ranked`, … */
  readonly form: string;
  /** Markdown. */
  readonly text: string;
  /** The day of a report in which it is so; without one, any on which its records are public. */
  readonly date?: string;
  /** What it states; of figures the later first. */
  readonly facts: readonly { readonly span: Span; readonly record?: Observation }[];
  /** The same sentence with one mistake. */
  readonly altered: readonly AlteredSentence[];
}

export interface AlteredSentence {
  readonly alteration:
    | 'tenfold'
    | 'another-record'
    | 'another-unit'
    | 'another-rank'
    | 'another-year'
    | 'another-day'
    | 'another-post';
  readonly text: string;
  /** Where the mistake is. */
  readonly span: Span;
  /** The rules of which any one says what is wrong with it. */
  readonly rules: readonly string[];
}

/** A template with its slots filled: the text, and where each of them stands in it. */
export interface FilledStatement {
  readonly text: string;
  readonly at: ReadonlyMap<string, Span>;
}

/**
 * Fills a template of `quantities/tables/writing.ts`: `{subject}` by its slot, `{one:was|many:were}` by which of them is so.
 */
export function fillStatement(
  template: string,
  slots: Readonly<Record<string, string | undefined>>,
  traits: Readonly<Record<string, boolean>> = {},
): FilledStatement {
  let text = '';
  const at = new Map<string, Span>();
  for (const part of template.split(/(?<=\})|(?=\{)/)) {
    const slot = part.startsWith('{') ? part.slice(1, -1) : undefined;
    const options = slot?.includes(':') ? slot.split('|').map((option) => option.split(':')) : [];
    const chosen = options.find(([trait]) => traits[trait as string])?.[1];
    const written = slot === undefined ? part : (chosen ?? slots[slot] ?? '');
    const start = text.length;
    text += start === 0 ? capitalize(written) : written;
    if (slot !== undefined) at.set(slot, { start, end: text.length });
  }
  return { text, at };
}
