import type { Values } from '../messages/message.js';
import type { Fix } from '../report/finding.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { Basis, Entry, Form, Severity, Status } from '../vocabulary/model.js';

/** What a rule has seen; `detail` is for its own `fix`. */
export interface Detection<Detail = unknown> {
  /** A key of the message templates. */
  readonly messageId: string;
  readonly values: Values;
  /** Place in the report; empty where something is missing. */
  readonly span: Span;
  /** Further places that it speaks of. */
  readonly related?: readonly Span[];
  /** The entry behind it, with the form that was found: their level and status bear on the severity. */
  readonly entry?: Entry;
  readonly form?: Form;
  /** Where the case is less certain, or surer, than the rule's usual one. */
  readonly severity?: Severity;
  /** The sources of what was found, where they are not all of the entry's; with the record's own status. */
  readonly basis?: readonly Basis[];
  readonly status?: Status;
  readonly detail: Detail;
}

/**
 * A rule: data and a function that detects. Words are in the message templates, and fixing is apart from detecting.
 * Its manual is the page beside it, `<id>.md`; the page's examples are run by the tests.
 */
export interface Rule<Detail = unknown> {
  readonly id: string;
  /** Where neither the entry nor the config says otherwise. */
  readonly severity: Severity;
  /**
   * It asks for more about words that need not be wrong: a source, a date, an explanation. Where another rule speaks of
   * those words, it is not heard; of two that ask, the first is.
   */
  readonly asks?: true;
  /** It misses what is nowhere in the report: its place stands for the report or a section, and is not what is wrong. */
  readonly misses?: true;
  /** What is written next may answer it: the rest of a list, a section's text. */
  readonly awaits?: true;
  /** What it finds is not written yet: of the paragraph, heading or row with it no other rule speaks. */
  readonly excuses?: true;
  /** What it finds are words for its entry that no pack has: a pack may take them as a form. */
  readonly names?: true;
  /** How much of a report one finding depends on: the words that it marks, their block, or more. */
  readonly reads: 'words' | 'block' | 'document';
  check(report: Report): Iterable<Detection<Detail>>;
  /** Makes fewer findings of those of a report that are not suppressed, in their order. */
  gather?(detections: readonly Detection<Detail>[], report: Report): readonly Detection<Detail>[];
  /** The likeliest first; none without it. */
  fix?(detection: Detection<Detail>, report: Report): readonly Fix[];
}
