import type { Span } from '../text/span.js';

/** What a writer opened and did not close, as `construct.…` of the messages calls it. */
export type Construct = 'code' | 'equation' | 'comment' | 'html' | 'frontMatter' | 'directive';

/** A part of a Markdown text that was left unread, and why; where it is `unclosed`, what is. The span begins at the opener. */
export type Unread = { readonly span: Span } & (
  | { readonly reason: 'too-many' | 'too-dense' | 'too-deep' | 'grid-table' }
  | { readonly reason: 'unclosed'; readonly construct: Construct }
);
