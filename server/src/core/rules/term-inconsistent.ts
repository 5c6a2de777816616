import { readWords } from '../language/words/words.js';
import { adaptReplacement } from '../report/adapt-replacement.js';
import { replaceWords } from '../report/replace-words.js';
import { blockOf, isCitation, isQuoted, type Mention } from '../report/report.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { Form } from '../vocabulary/model.js';
import type { ReportRule } from './rule.js';

interface Inconsistent {
  readonly mention: Mention;
  /** The form that the rest of the report has. */
  readonly leading: Form;
}

/** Whether another name is given knowingly behind a text: "also called", 又称. */
function announcesName(before: string, language: string): boolean {
  const words = readWords(before, language);
  return words.before(words.last('article')?.start ?? before.length, 'otherName') !== undefined;
}

/** What stands between a name and the one that glosses it: "lift (US: elevator)", "lift (or elevator)". */
const isGloss = /^\s*(?:[(（](?:or\s+|或[称者]?|[\p{L}.]+[:：]\s*)?|,?\s*(?:i\.e\.|or),?\s+)(?:the\s+|an?\s+)?$/iu;

/** Two accepted forms of one term in one report. The form that is preferred, or else came first, leads. */
export const termInconsistent: ReportRule<Inconsistent> = {
  id: 'term-inconsistent',
  severity: 'information',
  reads: 'document',

  *check(report) {
    const groups = new Map<string, Mention[]>();
    for (const mention of report.mentions) {
      const { entry, form } = mention;
      if (!kindTraits[entry.kind].hasRivals) continue;
      if (form.class !== 'rival' || (form.role !== 'preferred' && form.role !== 'admitted')) continue;
      const block = blockOf(report, mention);
      if (isQuoted(block, mention.at) || isCitation(report, mention.block)) continue;
      const before = block.text.slice(Math.max(0, mention.at.start - 40), mention.at.start);
      if (announcesName(before, form.language.slice(0, 2))) continue;
      const key = `${entry.fullName} ${form.language}`;
      const group = groups.get(key);
      const last = group?.at(-1);
      if (last?.block === mention.block && isGloss.test(block.text.slice(last.at.end, mention.at.start))) continue;
      if (group === undefined) groups.set(key, [mention]);
      else group.push(mention);
    }
    for (const group of groups.values()) {
      const first = group.find(({ form }) => form.role === 'preferred') ?? (group[0] as Mention);
      const leading = first.form;
      for (const mention of group) {
        if (mention.form === leading) continue;
        const found = blockOf(report, mention).text.slice(mention.at.start, mention.at.end).replace(/\s+/g, ' ');
        yield {
          messageId: 'term-inconsistent',
          values: { found, expected: adaptReplacement(found, mention.form, leading).text },
          span: mention.span,
          related: [first.span],
          entry: mention.entry,
          form: mention.form,
          detail: { mention, leading },
        };
      }
    }
  },

  fix({ detail: { mention, leading } }, report) {
    const replaced = replaceWords(report, mention, leading);
    if (replaced === undefined) return [];
    const { text, edits, fits } = replaced;
    return [{ messageId: 'fix.replace', values: { expected: text }, safe: fits, edits }];
  },
};
