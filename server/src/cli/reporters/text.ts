import type { Severity } from '../../core/index.js';
import type { Output } from '../output.js';
import { wrapAfter } from '../terminal/wrap.js';
import type { Tally, Wording } from '../wording.js';
import type { CheckedFile, CheckedFinding } from './checked-file.js';
import { onOneLine } from './one-line.js';
import type { Reporter } from './reporter.js';

/** For people: a file's path, a row a finding, a summary. Only columns of ASCII are aligned, since a Han character takes two cells. */
export function textReporter(out: Output, wording: Wording): Reporter {
  const { colours, width } = out;
  const colourOf: Record<Severity, (text: string) => string> = {
    error: colours.red,
    warning: colours.yellow,
    information: colours.blue,
  };
  let filesWithFindings = 0;
  let filesLeftAlone = 0;
  let fixable = 0;

  const rows = (findings: readonly CheckedFinding[]) => {
    const place = ({ range }: CheckedFinding) => `${range.start.line}:${range.start.column}`;
    const placeWidth = widest(findings, (finding) => place(finding));
    const severityWidth = widest(findings, ({ severity }) => wording.severity[severity]);
    return findings.map((finding) => {
      const severity = wording.severity[finding.severity];
      const padding = ' '.repeat(severityWidth - severity.length);
      const lead = `  ${colours.dim(place(finding).padStart(placeWidth))}  ${colourOf[finding.severity](severity)}${padding}  `;
      return wrapAfter(lead, `${onOneLine(finding.message)}  ${colours.dim(finding.rule)}`, width);
    });
  };

  return {
    async file({ path, findings, leftAlone }: CheckedFile) {
      if (leftAlone) filesLeftAlone++;
      if (findings.length === 0) return;
      filesWithFindings++;
      fixable += findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
      await out.write(`${colours.underline(onOneLine(path))}\n${rows(findings).join('\n')}\n\n`);
    },
    async end({ files, ...severities }, reported) {
      const problems = reported.filter(({ severity }) => severity === 'error').length;
      const tally: Tally = { files, filesWithFindings, filesLeftAlone, severities, fixable, problems };
      const worst = (['error', 'warning', 'information'] as const).find((severity) => severities[severity] > 0);
      const colour = worst === undefined ? (text: string) => text : colourOf[worst];
      await out.write(`${colour(wording.summary(tally))}\n`);
    },
  };
}

/** The length of the longest cell; a report may have more findings than a call takes arguments. */
function widest<T>(rows: readonly T[], cell: (row: T) => string): number {
  return rows.reduce((width, row) => Math.max(width, cell(row).length), 0);
}
