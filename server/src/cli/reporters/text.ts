import type { Severity } from '../../core/index.js';
import { wrapAfter } from '../../layout/wrap.js';
import type { Output } from '../output.js';
import type { Tally, Wording } from '../wording.js';
import type { CheckedFile, CheckedFinding, CheckedUnread } from './checked-file.js';
import { findingRow } from './finding-row.js';
import { onOneLine } from './one-line.js';
import type { Reporter } from './reporter.js';

/** For people: a file's path, a row a finding and a part that was not read, a summary. Only columns of ASCII are aligned, since a Han character takes two cells. */
export function textReporter(out: Output, wording: Wording): Reporter {
  const { colours, width } = out;
  const colourOf: Record<Severity, (text: string) => string> = {
    error: colours.red,
    warning: colours.yellow,
    information: colours.blue,
  };
  let filesWithFindings = 0;
  let unreadParts = 0;
  const leftAlone = new Set<string>();
  let fixable = 0;

  const rows = (findings: readonly CheckedFinding[]) => {
    const place = ({ range }: CheckedFinding) => `${range.start.line}:${range.start.column}`;
    const placeWidth = widest(findings, (finding) => place(finding));
    const severityWidth = widest(findings, ({ severity }) => wording.severity[severity]);
    return findings.map((finding): Row => {
      const severity = wording.severity[finding.severity];
      const padding = ' '.repeat(severityWidth - severity.length);
      const lead = `  ${colours.dim(place(finding).padStart(placeWidth))}  ${colourOf[finding.severity](severity)}${padding}  `;
      return { offset: finding.range.start.offset, row: findingRow(lead, finding, out) };
    });
  };

  const unreadRow = ({ range, why }: CheckedUnread): Row => {
    if (range === null) return { offset: 0, row: wrapAfter(`  ${colours.blue(wording.notRead)}`, why, width) };
    const { start, end } = range;
    // Where a part ends at the beginning of a line, that line is none of it.
    const last = end.column === 1 ? Math.max(start.line, end.line - 1) : end.line;
    const lead = `  ${colours.blue(wording.linesNotRead(start.line, last))}`;
    return { offset: start.offset, row: wrapAfter(lead, why, width) };
  };

  return {
    async file(file: CheckedFile) {
      const { path, findings } = file;
      if (file.leftAlone) leftAlone.add(path);
      // Of a file that gave nothing standard error has told.
      const parts = file.leftAlone ? [] : file.unread;
      unreadParts += parts.length;
      if (findings.length + parts.length === 0) return;
      if (findings.length > 0) filesWithFindings++;
      fixable += findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
      const all = [...parts.map(unreadRow), ...rows(findings)].sort((a, b) => a.offset - b.offset);
      await out.write(`${colours.underline(onOneLine(path))}\n${all.map(({ row }) => row).join('\n')}\n\n`);
    },
    async end({ files, unread: _, ...severities }, reported) {
      const problems = reported.filter(({ severity, path }) => severity === 'error' && !leftAlone.has(path)).length;
      const filesLeftAlone = leftAlone.size;
      const tally: Tally = { files, filesWithFindings, filesLeftAlone, unreadParts, severities, fixable, problems };
      const worst = (['error', 'warning', 'information'] as const).find((severity) => severities[severity] > 0);
      const colour = worst === undefined ? (text: string) => text : colourOf[worst];
      await out.write(`${colour(wording.summary(tally))}\n`);
    },
  };
}

/** A row and the place that it is about. */
interface Row {
  readonly offset: number;
  readonly row: string;
}

/** The length of the longest cell; a report may have more findings than a call takes arguments. */
function widest<T>(rows: readonly T[], cell: (row: T) => string): number {
  return rows.reduce((width, row) => Math.max(width, cell(row).length), 0);
}
