import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Entry } from '../vocabulary/model.js';

/** One thing that may be written at a place. */
export interface Offer {
  /** `owed`: the report lacks it; `fits`: it may stand there. */
  readonly need: 'owed' | 'fits';
  readonly of: 'task' | 'target' | 'heading' | 'metric' | 'source' | 'key' | 'value' | 'rule';
  /** What it is, on one line. */
  readonly label: string;
  /** What it says of itself beside its label. */
  readonly note?: string | undefined;
  /** The entry behind it. */
  readonly entry?: Entry | undefined;
  /** What it replaces, on the cursor's line: what has been typed of it. */
  readonly span: Span;
  readonly text: string;
  /** Places in `text` that are to be filled, in order. */
  readonly stops: readonly Span[];
  /** It begins with what it replaces. */
  readonly filterText: string;
  /** What goes in elsewhere with it: the footnote of a source. */
  readonly edits: readonly TextEdit[];
}

/** What is owed at a place, and what fits there. */
export interface Owed {
  /** What is owed first, in the order of its list; then what fits. */
  readonly offers: readonly Offer[];
  /** Whether it is offered to a writer who types, or only to one who asks. */
  readonly unasked: boolean;
}

/** What an editor holds the typed words against: them, and the rest of the name that they begin. */
export function filterTextOf(raw: string, typed: string, name: string): string {
  return raw + (name.toLowerCase().startsWith(typed.toLowerCase()) ? name.slice(typed.length) : ` ${name}`);
}

/** The places to fill in a text that the core made: [measures, bodies, dates], 【待补充】. */
export function stopsIn(text: string): readonly Span[] {
  return [...text.matchAll(/(?<!\\)\[(?!\^)[^\][\n]{1,200}\]|【[^【】\n]{1,200}】/g)].map(
    ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }),
  );
}
