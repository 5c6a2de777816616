import { escapeProse } from '../markdown/shown-text.js';
import type { Values } from '../messages/message.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Localized, Severity } from '../vocabulary/model.js';

/** What a rule reports. Its words come from `findingMessage`. */
export interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly values: Values;
  readonly severity: Severity;
  /** Offsets into the report's text; empty where something is missing. */
  readonly span: Span;
  /** Further places that it speaks of. */
  readonly related: readonly Span[];
  /** The entry behind it, `pack/kind/id`. */
  readonly entry?: string;
  /** Its words are a form that the entry deprecates. */
  readonly deprecated?: true;
  /** The sources it rests on, the most telling first. */
  readonly basis: readonly CitableSource[];
  /** The likeliest first. */
  readonly fixes: readonly Fix[];
}

/** A source, to be cited in the language of a message: `citationIn`. */
export interface CitableSource extends Omit<Citation, 'title' | 'publisher'> {
  readonly title: Localized<string>;
  readonly publisher?: Localized<string>;
}

/** A source as a message or a hover cites it. */
export interface Citation {
  /** `pack/sources/id`. */
  readonly source: string;
  readonly title: string;
  readonly publisher?: string;
  /** As the pack dates it: `2023-09-27`, `2023-09`. */
  readonly date?: string;
  readonly url?: string;
  /** The place in the source, in its own terms. */
  readonly at?: string;
}

export interface Fix {
  readonly messageId: string;
  readonly values: Values;
  /** Safe: the only replacement, and the meaning stays; `plumbline fix` applies it unasked. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Words of a pack in place of a span of the report, written so that they show as themselves. For a writer to choose. */
export function replacementFix(span: Span, expected: string): Fix {
  return {
    messageId: 'fix.replace',
    values: { expected },
    safe: false,
    edits: [{ span, text: escapeProse(expected) }],
  };
}
