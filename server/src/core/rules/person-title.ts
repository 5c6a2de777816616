import { toSource } from '../markdown/blocks.js';
import { postInWords } from '../people/post-in-words.js';
import { spanOfPost } from '../people/posts-in-text.js';
import { rightPosts } from '../people/right-posts.js';
import { readWrongPosts, type WrongPost } from '../people/wrong-posts.js';
import { replacementFix } from '../report/finding.js';
import { blockOf } from '../report/report.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

/** A known person with another title or body than on the day of the sentence or report. */
export const personTitle: ReportRule<WrongPost> = {
  id: 'person-title',
  severity: 'error',
  reads: 'document',

  *check(report) {
    for (const wrong of readWrongPosts(report)) {
      const { post, date, why, expected, holder, resting } = wrong;
      const { entry: person, form } = post.person;
      const block = blockOf(report, post.person);
      const at = spanOfPost(post);
      yield {
        messageId: expected === undefined ? messages[why].alone : messages[why].right,
        values: {
          person: nameOf(person, form.language),
          found: block.text.slice(at.start, at.end).replace(/\s+/g, ' '),
          date,
          ...(expected !== undefined && { expected: postInWords(report.vocabulary, expected, form.language) }),
          ...(holder !== undefined && { holder: nameOf(holder.person, form.language) }),
          ...(resting.role.to !== undefined && { until: resting.role.to }),
        },
        span: toSource(block, at),
        entry: resting.person,
        basis: resting.role.source.map((source) => ({ source })),
        status: resting.role.status,
        detail: wrong,
      };
    }
  },

  fix({ detail }, report) {
    return rightPosts(report, detail).map(({ span, text }) => replacementFix(span, text));
  },
};

/** With the right post beside it, and where nothing is known of that. */
const messages: Readonly<Record<WrongPost['why'], { readonly right: string; readonly alone: string }>> = {
  other: { right: 'person-title', alone: 'person-title' },
  holder: { right: 'person-title.holder', alone: 'person-title.holder-only' },
  ended: { right: 'person-title.ended', alone: 'person-title.ended-only' },
  'not-begun': { right: 'person-title.not-begun', alone: 'person-title.not-begun' },
};
