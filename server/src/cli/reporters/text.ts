import type { Severity } from '../../core/index.js';
import type { Output } from '../output.js';
import type { Tally, Wording } from '../wording.js';
import type { CheckedFile, CheckedFinding } from './checked-file.js';
import { onOneLine } from './one-line.js';
import type { Reporter } from './reporter.js';

/** For people: a file's path, a row a finding, a summary. Only columns of ASCII are aligned, since a Han character takes two cells. */
export function textReporter(out: Output, wording: Wording): Reporter {
  const { colours } = out;
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
    const placeWidth = Math.max(...findings.map((finding) => place(finding).length));
    const severityWidth = Math.max(...findings.map(({ severity }) => wording.severity[severity].length));
    return findings.map((finding) => {
      const severity = wording.severity[finding.severity];
      const padding = ' '.repeat(severityWidth - severity.length);
      return [
        `  ${colours.dim(place(finding).padStart(placeWidth))}`,
        colourOf[finding.severity](severity) + padding,
        `${onOneLine(finding.message)}  ${colours.dim(finding.rule)}`,
      ].join('  ');
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
    async end({ files, ...severities }) {
      const tally: Tally = { files, filesWithFindings, filesLeftAlone, severities, fixable };
      const worst = (['error', 'warning', 'information'] as const).find((severity) => severities[severity] > 0);
      const colour = worst === undefined ? (text: string) => text : colourOf[worst];
      await out.write(`${colour(wording.summary(tally))}\n`);
    },
  };
}
