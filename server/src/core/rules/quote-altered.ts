import { toSource } from '../markdown/blocks.js';
import { alteredQuotations } from '../quotes/altered-quotations.js';
import { borrowedWords } from '../quotes/borrowed-words.js';
import { recordedTexts } from '../quotes/recorded-texts.js';
import { replacementFix } from '../report/finding.js';
import { isCitation } from '../report/report.js';
import type { ReportRule } from './rule.js';

interface Altered {
  /** What to write in place of the span; undefined where the source has nothing like it. */
  readonly replacement: string | undefined;
}

/**
 * A quotation credited to a source whose text the pack holds is not in that text word for word; or eight words (sixteen
 * Han characters) of such a text stand without marks.
 */
export const quoteAltered: ReportRule<Altered> = {
  id: 'quote-altered',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const recorded = recordedTexts(report.vocabulary);
    if (recorded.texts.length === 0) return;
    for (const [number, block] of report.prose.blocks.entries()) {
      if (isCitation(report, number)) continue;
      for (const { at, source, passage } of alteredQuotations(report, number, block, recorded))
        yield {
          messageId: passage === undefined ? 'quote-altered.absent' : 'quote-altered',
          values: { source: source.title, ...(passage !== undefined && { expected: passage.text }) },
          span: toSource(block, at),
          entry: source,
          detail: { replacement: passage?.asWritten },
        };
      if (block.quoted || block.kind === 'heading') continue;
      for (const { at, source } of borrowedWords(report, number, block, recorded)) {
        const span = toSource(block, at);
        const text = report.text.slice(span.start, span.end);
        yield {
          messageId: 'quote-altered.unmarked',
          values: { source: source.title, found: shortened(block.text.slice(at.start, at.end)) },
          span,
          entry: source,
          detail: { replacement: /\p{Script=Han}/u.test(text) ? `“${text}”` : `"${text}"` },
        };
      }
    }
  },

  fix({ span, detail: { replacement } }) {
    return replacement === undefined ? [] : [replacementFix(span, replacement)];
  },
};

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 50)}…` : flat;
}
