import type { Report } from '../report/report.js';
import { blocksHolding, hasOwnText, readUnfilledPlaces } from '../report/unfilled-places.js';
import type { Detection, ReportRule } from './rule.js';

/** So many places of a report that was begun get a finding each. */
const most = 3;

/** A place left to fill. Many of them are a report that is not written yet, and told once. */
export const placeholderUnfilled: ReportRule<undefined> = {
  id: 'placeholder-unfilled',
  severity: 'warning',
  reads: 'document',
  excuses: true,

  *check(report) {
    for (const { found, span } of readUnfilledPlaces(report)) {
      yield { messageId: 'placeholder-unfilled', values: { found }, span, detail: undefined };
    }
  },

  gather(detections, report): readonly Detection<undefined>[] {
    const [first, ...others] = detections;
    if (first === undefined) return [];
    if (others.length === 0) {
      // Figures from the record are no words of the writer's yet.
      const isFresh = isUntitled(report) && !saysAnything(report);
      return isFresh ? [{ ...first, severity: 'information' }] : detections;
    }
    if (detections.length <= most && !isUntitled(report) && isBegun(report)) return detections;
    return [
      {
        ...first,
        messageId: 'placeholder-unfilled.several',
        values: { ...first.values, count: detections.length, lines: linesOf(detections, report) },
        severity: 'information',
        related: others.map(({ span }) => span),
      },
    ];
  },
};

/** Whether the title is left to fill: that is what a writer begins with. */
function isUntitled(report: Report): boolean {
  const places = readUnfilledPlaces(report).map(({ span }) => span);
  return [...blocksHolding(report, places)].some((index) => report.prose.blocks[index]?.depth === 1);
}

/** Whether a paragraph or an item is written, apart from places to fill and tables. */
function saysAnything(report: Report): boolean {
  const blocks = report.prose.blocks.filter(({ kind, footnote }) => kind === 'paragraph' && footnote === undefined);
  return blocks.some(({ span }) => hasOwnText(report, span));
}

/** Whether anything of a report is written: a paragraph without a place to fill, or a sentence around one. */
function isBegun(report: Report): boolean {
  const places = readUnfilledPlaces(report).map(({ span }) => span);
  return (
    hasOwnText(report, { start: 0, end: report.text.length }) ||
    [...blocksHolding(report, places)].some((index) =>
      /[.!?。！？]$/.test(report.prose.blocks[index]?.text.trim() ?? ''),
    )
  );
}

/** So many lines are listed. */
const mostLines = 12;

function linesOf(detections: readonly Detection[], { lines }: Report): readonly string[] {
  const all = [...new Set(detections.map(({ span }) => String(lines.positionAt(span.start).line + 1)))];
  return all.length > mostLines ? [...all.slice(0, mostLines), '…'] : all;
}
