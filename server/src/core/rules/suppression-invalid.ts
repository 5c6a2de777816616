import { nearest } from '../language/edit-distance.js';
import { readDirectives } from '../markdown/suppressions.js';
import type { Span } from '../text/span.js';
import type { ReportRule } from './rule.js';

/** The directives that there are. */
const directives = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'];

interface Misnamed {
  readonly span: Span;
  readonly meant: string | undefined;
}

/** A Plumbline comment with no known directive or no known rule, or one that ends what never began. */
export function suppressionInvalidRule(ruleIds: () => readonly string[]): ReportRule<Misnamed> {
  return {
    id: 'suppression-invalid',
    severity: 'warning',
    reads: 'document',

    *check(report) {
      const known = ruleIds();
      /** Rules that are disabled; `*` is any. */
      const open = new Set<string>();
      for (const { directive, words, directiveSpan, rules, span } of readDirectives(
        report.text,
        report.prose.comments,
      )) {
        if (!directives.includes(directive)) {
          // "plumbline_disable_line" has all its words.
          const meant = nearest(words.toLowerCase().replaceAll('_', '-'), directives);
          const found = report.text.slice(directiveSpan.start, directiveSpan.end);
          if (meant === undefined) {
            const known = directives.map((each) => `plumbline-${each}`);
            const detail = { span: directiveSpan, meant: undefined };
            yield { messageId: 'suppression-invalid.directive', values: { found, known }, span, detail };
          } else {
            const detail = { span: directiveSpan, meant: `plumbline-${meant}` };
            const values = { found, meant: detail.meant };
            yield { messageId: 'suppression-invalid.directive.meant', values, span, detail };
          }
          continue;
        }
        const names = rules.length === 0 ? ['*'] : rules.map(({ id }) => id);
        if (directive === 'disable') for (const name of names) open.add(name);
        const ends = names.some((name) => open.has(name) || open.has('*') || (name === '*' && open.size > 0));
        if (directive === 'enable' && !ends) {
          yield { messageId: 'suppression-invalid.enable', values: {}, span, detail: { span, meant: '' } };
        }
        for (const rule of rules) {
          if (known.includes(rule.id)) continue;
          const meant = nearest(rule.id, known);
          yield {
            messageId: meant === undefined ? 'suppression-invalid.rule' : 'suppression-invalid.rule.meant',
            values: { found: rule.id, ...(meant !== undefined && { meant }) },
            span: rule.span,
            detail: { span: rule.span, meant },
          };
          // "because it is a café": a reason without its dash is one mistake.
          if (meant === undefined) break;
        }
      }
    },

    fix({ detail: { span, meant } }) {
      if (meant === undefined) return [];
      const messageId = meant === '' ? 'fix.remove-suppression' : 'fix.replace';
      return [{ messageId, values: { expected: meant }, safe: false, edits: [{ span, text: meant }] }];
    },
  };
}
