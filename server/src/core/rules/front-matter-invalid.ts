import { nearest } from '../language/edit-distance.js';
import { frontMatterSpan, readFrontMatterProblems } from '../markdown/front-matter.js';
import { visible } from '../text/visible.js';
import type { Rule } from './rule.js';

/** Front matter that does not parse, or whose date, report, language, region or tasks cannot be used. */
export const frontMatterInvalid: Rule<string | undefined> = {
  id: 'front-matter-invalid',
  severity: 'warning',
  reads: 'document',

  *check({ prose, vocabulary, frontMatter }) {
    const front = prose.frontMatter;
    if (front === undefined) return;
    const known = (key: string | undefined) =>
      vocabulary.ofKind(key === 'tasks' ? 'taskLists' : 'reports').map(({ id }) => id);
    for (const problem of readFrontMatterProblems(front)) {
      const { key, found } = problem;
      yield key === undefined
        ? { messageId: 'front-matter-invalid.yaml', values: { detail: found }, span: problem.span, detail: undefined }
        : {
            messageId: `front-matter-invalid.${key}`,
            values: { found, known: known(key) },
            span: problem.span,
            detail: undefined,
          };
    }
    const span = (key: string) => frontMatterSpan(prose, key) ?? front.node;
    if (frontMatter.report !== undefined && vocabulary.find('reports', frontMatter.report) === undefined) {
      yield {
        messageId: 'front-matter-invalid.report',
        values: { found: frontMatter.report, known: known('report') },
        span: span('report'),
        detail: nearest(frontMatter.report, known('report')),
      };
    }
    if (frontMatter.tasks !== undefined && vocabulary.find('taskLists', frontMatter.tasks) === undefined) {
      yield {
        messageId: 'front-matter-invalid.tasks',
        values: { found: frontMatter.tasks, known: known('tasks') },
        span: span('tasks'),
        detail: nearest(frontMatter.tasks, known('tasks')),
      };
    }
  },

  fix({ detail: meant, span }) {
    if (meant === undefined) return [];
    return [
      {
        messageId: 'fix.replace',
        values: { expected: meant },
        safe: false,
        edits: [{ span, text: /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(meant) ? meant : JSON.stringify(visible(meant)) }],
      },
    ];
  },
};
