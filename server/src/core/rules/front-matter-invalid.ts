import { meantPeriod } from '../language/meant-period.js';
import {
  isDate,
  type ReadKey,
  readFrontMatterProblems,
  type ValueProblem,
  writtenValue,
} from '../markdown/front-matter.js';
import { visible } from '../text/visible.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { unknownName } from '../vocabulary/unknown-name.js';
import type { ReportRule } from './rule.js';

interface Meant {
  readonly expected: string;
  /** As the front matter has it. */
  readonly written: string;
}

/** Front matter that does not parse, or whose date, report, language, region or tasks cannot be used. */
export const frontMatterInvalid: ReportRule<Meant | undefined> = {
  id: 'front-matter-invalid',
  severity: 'warning',
  reads: 'document',

  *check({ prose, vocabulary }) {
    if (prose.frontMatter === undefined) return;
    let toldOfNoPack = false;
    const { format } = prose.frontMatter;
    for (const problem of readFrontMatterProblems(
      prose.frontMatter,
      (key, value) => unknownName(key, value, vocabulary) === undefined,
      (key, value) => isLikely(key, value, vocabulary),
    )) {
      if ('meantKey' in problem) {
        const { found, meantKey: meant, span } = problem;
        const detail = { expected: meant, written: meant };
        yield { messageId: 'front-matter-invalid.key', values: { found, meant }, span, detail };
        continue;
      }
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
        const detail = { expected: meant, written: writtenValue(visible(meant), format) };
        yield { messageId: `front-matter-invalid.${key}.meant`, values: { found: value, meant }, span, detail };
      } else {
        const messageId = isOfPacks && known.length === 0 ? 'front-matter-invalid.none' : `front-matter-invalid.${key}`;
        yield { messageId, values: { found: value, known }, span, detail: undefined };
      }
    }
  },

  fix({ detail, span }) {
    if (detail === undefined) return [];
    const { expected, written } = detail;
    return [{ messageId: 'fix.replace', values: { expected }, safe: false, edits: [{ span, text: written }] }];
  },
};

function isLikely(key: ReadKey, value: string, vocabulary: Vocabulary): boolean {
  if (key === 'date') return isDate(value) || meantPeriod(value) !== undefined;
  const unknown = unknownName(key, value, vocabulary);
  return unknown === undefined || unknown.meant !== undefined;
}

function likely({ key, value }: ValueProblem, vocabulary: Vocabulary) {
  if (key === 'date') {
    const meant = meantPeriod(value ?? '');
    return { meant: meant !== undefined && isDate(meant) ? meant : undefined, known: [] };
  }
  if (key === undefined) return { meant: undefined, known: [] };
  const known = vocabulary.ofKind(key === 'tasks' ? 'taskLists' : 'reports').map(({ id }) => id);
  return { known, meant: undefined, ...(value !== undefined && unknownName(key, value, vocabulary)) };
}
