import { readWords } from '../language/words/words.js';
import type { BlockContent } from '../markdown/blocks.js';
import { type BlockMention, mentionsOf } from '../report/block-mentions.js';
import type { Fix } from '../report/finding.js';
import { replaceWords, shownReplacement } from '../report/replace-words.js';
import { mentionAt } from '../report/report.js';
import type { Span } from '../text/span.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { Entry, Severity } from '../vocabulary/model.js';
import { preferredForm } from '../vocabulary/preferred-form.js';
import type { BlockRule } from './rule.js';

/**
 * The rule that finds deprecated forms of the entries that it judges, in the report's own words. Its messages
 * are `<id>.replace` and `<id>.unwanted`.
 */
export function deprecatedFormRule(
  id: string,
  severity: Severity,
  judges: (entry: Entry) => boolean,
): BlockRule<BlockMention> {
  return {
    id,
    severity,
    reads: 'words',

    ownWords: true,

    *checkBlock(block, facts) {
      for (const mention of mentionsOf(block, facts)) {
        const { entry, form } = mention;
        if (form.role !== 'deprecated' || !judges(entry)) continue;
        if (form.validFrom !== undefined && isGivenAsFormer(block.text, mention.at, form.language.slice(0, 2)))
          continue;
        const replacement = replacementOf(mention);
        yield {
          messageId: `${id}.${replacement === undefined ? 'unwanted' : 'replace'}`,
          values: {
            found: foundText(block, mention),
            ...(replacement !== undefined && {
              expected: shownReplacement(block, mention, replacement).text,
            }),
            ...(form.reason !== undefined && { reason: form.reason }),
          },
          at: mention.at,
          entry,
          form,
          detail: mention,
        };
      }
    },

    fix({ detail, span }, report) {
      const mention = mentionAt(report, detail, span);
      if (mention === undefined) return [];
      const found = foundText(report.prose.blocks[mention.block] as BlockContent, mention);
      const preferred = replacementOf(mention);
      const others = mention.form.replacement === undefined ? admittedForms(mention) : [];
      return [preferred, ...others].flatMap((replacement, i): Fix[] => {
        const replaced = replacement && replaceWords(report, mention, replacement);
        if (replaced === undefined) return [];
        const isSafe = i === 0 && !kindTraits[mention.entry.kind].isName && mention.form.near.length === 0;
        return [
          {
            messageId: 'fix.replace',
            values: { found, expected: replaced.text },
            safe: isSafe && replaced.fits,
            edits: replaced.edits,
          },
        ];
      });
    },
  };
}

/** "formerly the Harbour Bureau", "the Harbour Bureau was renamed", 原海港处: a name that was right, told as a former one. */
function isGivenAsFormer(text: string, { start, end }: Span, language: string): boolean {
  const before = text.slice(Math.max(0, start - 60), start).replace(/["“]$/, '');
  const words = readWords(before, language);
  let at = words.last('article')?.start ?? before.length;
  at = words.before(at, 'calledSo')?.start ?? at;
  if (words.before(at, 'former') !== undefined) return true;
  // "until March 2016 the Harbour Bureau".
  const clause = /[^,.;()]*\d{4},?\s*$/.exec(before.slice(0, at))?.[0];
  if (clause !== undefined && readWords(clause, language).says('upTo')) return true;
  const after = text.slice(end, end + 40);
  const mark = /^["”]?\s*([,，(（])?\s*/.exec(after);
  const behind = readWords(after, language);
  const from = mark?.[0].length ?? 0;
  return (
    behind.after(from, 'renamed') !== undefined ||
    (mark?.[1] !== undefined && behind.after(from, 'nowadays') !== undefined)
  );
}

function replacementOf({ entry, form }: BlockMention) {
  if (form.replacement !== undefined) return { text: form.replacement };
  return preferredForm(entry, form.language);
}

function admittedForms({ entry, form }: BlockMention) {
  return entry.forms.filter(
    (other) => other.role === 'admitted' && other.language === form.language && other.class === 'rival',
  );
}

/** The words as a reader sees them, on one line. */
function foundText({ text }: BlockContent, { at }: BlockMention): string {
  return text.slice(at.start, at.end).replace(/\s+/g, ' ');
}
