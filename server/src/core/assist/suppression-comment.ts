import { render } from '../messages/render.js';
import type { Finding } from '../report/finding.js';
import type { Report } from '../report/report.js';

/** A comment that keeps findings back, to be written at an offset of the report; its reason is the writer's to say. */
export interface SuppressionComment {
  readonly at: number;
  /** What stands before and behind the reason. */
  readonly before: string;
  readonly behind: string;
  /** What stands for the reason until somebody writes it. */
  readonly reason: string;
}

/**
 * The comment that keeps a finding back on its line, or its rule in the file; undefined where the report has no place
 * for it, as in front matter. `braces`: as MDX writes comments.
 */
export function suppressionComment(
  report: Report,
  { rule, span }: Finding,
  where: 'line' | 'file',
  braces: boolean,
): SuppressionComment | undefined {
  const { text, lines, prose } = report;
  const [open, close] = braces ? ['{/*', '*/}'] : ['<!--', '-->'];
  const frontMatterEnd = prose.frontMatter?.node.end ?? 0;
  const comment = (at: number, directive: string, lead: string, tail: string): SuppressionComment => ({
    at,
    before: `${lead}${open} plumbline-${directive} ${rule} -- `,
    behind: ` ${close}${tail}`,
    reason: render('stub.reason', {}, report.language === 'zh' ? 'zh' : 'en'),
  });
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  if (where === 'file') {
    const gap = eol + eol;
    return frontMatterEnd === 0
      ? comment(0, 'disable-file', '', gap)
      : comment(frontMatterEnd, 'disable-file', gap, '');
  }
  if (span.start < frontMatterEnd) return undefined;
  const line = lines.lineSpan(lines.positionAt(span.start).line);
  const block = prose.blocks.find((each) => each.span.start <= span.start && span.start <= each.span.end);
  // A block that begins with its line can have a line above it; in a list or a table that would part what belongs together.
  if (block !== undefined && block.kind !== 'cell' && isLeftMost(text, line.start, block.span.start)) {
    return comment(line.start, 'disable-next-line', '', eol);
  }
  const written = text.slice(line.start, line.end).trimEnd();
  // The edge of a table, or what breaks the line, stays last.
  const isLast = written.endsWith(block?.kind === 'cell' ? '|' : '\\');
  const at = line.start + (isLast ? written.slice(0, -1).trimEnd() : written).length;
  return comment(at, 'disable-line', ' ', '');
}

/** Whether a block begins where its line does, but for the marks of a heading. */
function isLeftMost(text: string, lineStart: number, blockStart: number): boolean {
  return blockStart >= lineStart && /^#{0,6} ?$/.test(text.slice(lineStart, blockStart));
}
