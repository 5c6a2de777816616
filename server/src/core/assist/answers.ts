import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { EntryKind } from '../vocabulary/model.js';

export interface Completion {
  /** The form that is offered. */
  readonly label: string;
  /** The kind of entry, in words. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** That of the entry, or what else is offered: a heading, a key or value of front matter, a rule. */
  readonly kind: EntryKind | 'heading' | 'key' | 'value' | 'rule';
  /** `pack/kind/id`; undefined where no entry is behind it. */
  readonly entry: string | undefined;
  /** What it replaces: the words typed so far. */
  readonly span: Span;
  readonly text: string;
  /** The same in LSP's grammar of snippets, where it has more than places to fill: choices, an editor's variables. */
  readonly snippet?: string;
  /** What the cursor's line begins with, for further lines of `text` where the editor does not indent them. */
  readonly indentation?: string;
  /** Places in `text` that are to be filled, in order. */
  readonly stops: readonly Span[];
  /** What the typed words are held against: the form that they begin. */
  readonly filterText: string;
  /** What goes in elsewhere with it: the footnote of a value's source. */
  readonly additionalEdits: readonly TextEdit[];
  /** What goes in behind the cursor. */
  readonly behind: string;
}

/** `typed`: the editor asks after a character, and may be wrong to; `invoked`: the writer asks. */
export type CompletionTrigger = 'typed' | 'invoked';

export interface Hover {
  /** The mention in the report. */
  readonly span: Span;
  readonly markdown: string;
}
