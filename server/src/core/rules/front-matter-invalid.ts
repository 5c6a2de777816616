import { nearest } from '../language/edit-distance.js';
import { frontMatterSpan, readFrontMatterProblems } from '../markdown/front-matter.js';
import type { Rule } from './rule.js';

/** Front matter that does not parse, or whose date, report, language, region or tasks cannot be used. */
export const frontMatterInvalid: Rule<string | undefined> = {
  id: 'front-matter-invalid',
  severity: 'warning',
  reads: 'document',

  *check({ prose, vocabulary, frontMatter }) {
    const front = prose.frontMatter;
    if (front === undefined) return;
    for (const problem of readFrontMatterProblems(front)) {
      const { key, found } = problem;
      yield key === undefined
        ? { messageId: 'front-matter-invalid.yaml', values: { detail: found }, span: problem.span, detail: undefined }
        : { messageId: `front-matter-invalid.${key}`, values: { found }, span: problem.span, detail: undefined };
    }
    const span = (key: string) => frontMatterSpan(prose, key) ?? front.node;
    if (frontMatter.report !== undefined && vocabulary.find('reports', frontMatter.report) === undefined) {
      const known = vocabulary.ofKind('reports').map(({ id }) => id);
      yield {
        messageId: 'front-matter-invalid.report',
        values: { found: frontMatter.report, known },
        span: span('report'),
        detail: nearest(frontMatter.report, known),
      };
    }
    if (frontMatter.tasks !== undefined && vocabulary.find('taskLists', frontMatter.tasks) === undefined) {
      const known = vocabulary.ofKind('taskLists').map(({ id }) => id);
      yield {
        messageId: 'front-matter-invalid.tasks',
        values: { found: frontMatter.tasks, known },
        span: span('tasks'),
        detail: nearest(frontMatter.tasks, known),
      };
    }
  },

  fix({ detail: meant, span }) {
    if (meant === undefined) return [];
    return [{ messageId: 'fix.replace', values: { expected: meant }, safe: false, edits: [{ span, text: meant }] }];
  },
};
