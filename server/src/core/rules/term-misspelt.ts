import { toSource } from '../markdown/blocks.js';
import { replacementFix } from '../report/finding.js';
import { misspeltFormsIn } from '../report/misspelt-forms.js';
import type { ReportRule } from './rule.js';

/**
 * A near-miss of a long form of a term, body, programme or document that is no word of its own: a hint, for no entry
 * lists it. In English one word of several is a letter or two off; in Chinese one character is one that is typed for
 * it, or a word between its own neighbours is one that sounds alike.
 */
export const termMisspelt: ReportRule<undefined> = {
  id: 'term-misspelt',
  severity: 'information',
  names: true,
  reads: 'words',

  *check(report) {
    for (const { block: index, at, entry, form, expected } of misspeltFormsIn(report)) {
      const block = report.prose.blocks[index];
      if (block === undefined) continue;
      yield {
        messageId: 'term-misspelt',
        values: { found: block.text.slice(at.start, at.end).replace(/\s+/g, ' '), expected },
        span: toSource(block, at),
        entry,
        form,
        detail: undefined,
      };
    }
  },

  fix({ values, span }, report) {
    const found = values['found'] as string;
    if (report.text.slice(span.start, span.end).replace(/\s+/g, ' ') !== found) return [];
    const expected = values['expected'] as string;
    const text = /^\p{Lu}/u.test(found) ? expected.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : expected;
    return [replacementFix(span, text)];
  },
};
