import { type Block, toSource } from '../markdown/blocks.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Report } from './report.js';

/** Words in place of a span of a block's text; undefined where the report has something else there than what shows. */
export function editInBlock(report: Report, block: Block, at: Span, text: string): TextEdit | undefined {
  const span = toSource(block, at);
  const isAsShown = report.text.slice(span.start, span.end) === block.text.slice(at.start, at.end);
  return isAsShown ? { span, text } : undefined;
}
