import { meantPeriod } from '../language/meant-period.js';
import { type FrontMatterProblem, isDate, readFrontMatterProblems, writtenValue } from '../markdown/front-matter.js';
import { visible } from '../text/visible.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { unknownName } from '../vocabulary/unknown-name.js';
import type { Rule } from './rule.js';

/** Front matter that does not parse, or whose date, report, language, region or tasks cannot be used. */
export const frontMatterInvalid: Rule<string | undefined> = {
  id: 'front-matter-invalid',
  severity: 'warning',
  reads: 'document',

  *check({ prose, vocabulary }) {
    if (prose.frontMatter === undefined) return;
    let toldOfNoPack = false;
    for (const problem of readFrontMatterProblems(
      prose.frontMatter,
      (key, value) => unknownName(key, value, vocabulary) === undefined,
    )) {
      const { key, found, value = found, words = {}, span } = problem;
      const isOfPacks = key === 'report' || key === 'tasks';
      if (isOfPacks && vocabulary.packs.length === 0) {
        // What is in no pack is said once, however many names it costs.
        if (!toldOfNoPack) yield { messageId: 'front-matter-invalid.no-pack', values: {}, span, detail: undefined };
        toldOfNoPack = true;
        continue;
      }
      const { meant, known } = likely(problem, vocabulary);
      if (key === undefined) {
        yield { messageId: 'front-matter-invalid.yaml', values: words, span, detail: undefined };
      } else if (meant !== undefined) {
        yield { messageId: `front-matter-invalid.${key}.meant`, values: { found: value, meant }, span, detail: meant };
      } else {
        const messageId = isOfPacks && known.length === 0 ? 'front-matter-invalid.none' : `front-matter-invalid.${key}`;
        yield { messageId, values: { found: value, known }, span, detail: undefined };
      }
    }
  },

  fix({ detail: meant, span }, { prose }) {
    if (meant === undefined) return [];
    const text = writtenValue(visible(meant), prose.frontMatter?.format ?? 'yaml');
    return [{ messageId: 'fix.replace', values: { expected: meant }, safe: false, edits: [{ span, text }] }];
  },
};

function likely({ key, value }: FrontMatterProblem, vocabulary: Vocabulary) {
  if (key === 'date') {
    const meant = meantPeriod(value ?? '');
    return { meant: meant !== undefined && isDate(meant) ? meant : undefined, known: [] };
  }
  if (key === undefined) return { meant: undefined, known: [] };
  const known = vocabulary.ofKind(key === 'tasks' ? 'taskLists' : 'reports').map(({ id }) => id);
  return { known, meant: undefined, ...(value !== undefined && unknownName(key, value, vocabulary)) };
}
