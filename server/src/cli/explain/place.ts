import { URI } from 'vscode-uri';
import {
  citationIn,
  citationText,
  type Finding,
  findingNotes,
  findingVerdict,
  fixTitle,
  lintReport,
  type Report,
  readReport,
  type Span,
} from '../../core/index.js';
import { columns } from '../../layout/columns.js';
import { wrapAfter } from '../../layout/wrap.js';
import { settingsInForce } from '../../workspace/settings-in-force.js';
import type { Workspace } from '../../workspace/workspace.js';
import { displayedPath, displayedUri } from '../displayed-path.js';
import type { Place } from '../explain.js';
import type { ExplainOptions } from '../options.js';
import type { Output } from '../output.js';
import { readText } from '../read-text.js';
import { findingRow } from '../reporters/finding-row.js';
import { onOneLine } from '../reporters/one-line.js';
import { unreadFileMessage } from '../unread-file.js';
import { unreadOf } from '../unread-parts.js';
import { UsageError } from '../usage-error.js';
import { wordingFor } from '../wording.js';
import { heldBackIn } from './held-back.js';
import { heldTo } from './held-to.js';
import { blocksIn, entryName, type Reading, readingsIn } from './line-reading.js';
import { nearMissesIn } from './near-misses.js';
import { explainWording } from './wording.js';

/** Why something was found at a place of a report, or nothing. Throws a UsageError for a file or a line that is not there. */
export async function explainPlace(
  { written, file, line, column }: Place,
  workspace: Workspace,
  options: ExplainOptions,
  out: Output,
): Promise<string> {
  const wording = explainWording(options.locale);
  const name = displayedPath(file, process.cwd());
  const reading = await readText(file);
  if ('unread' in reading) {
    const as = { file: name, stdin: false, command: 'explain' } as const;
    throw new UsageError(`${written}: ${unreadFileMessage(reading.unread, as, options.locale)}`);
  }
  const uri = URI.file(file).toString();
  const report = readReport(reading.text, workspace.vocabulary, settingsInForce(workspace, uri, options));
  if (line !== undefined && (line < 1 || line > linesOf(report))) {
    throw new UsageError(`${written}: ${wording.noLine(line, linesOf(report))}`);
  }

  const { colours, width } = out;
  const section = (title: string, lines: readonly string[]) => [colours.bold(title), ...lines].join('\n');
  const place = (offset: number) => {
    const at = report.lines.positionAt(offset);
    return `${at.line + 1}:${at.character + 1}`;
  };
  const rowsOf = (readings: readonly Reading[]) =>
    columns(
      readings.map(({ span, as }) => [colours.dim(place(span.start)), `“${shortened(report, span)}”`, as]),
      width,
    );
  const row = (lead: string, finding: Finding) => {
    // Its sources follow in full.
    const notes = findingNotes(finding, options.locale);
    return findingRow(lead, { message: findingVerdict(finding, options.locale), rule: finding.rule, notes }, out);
  };
  const sections: string[] = [];
  const scope = line === undefined ? undefined : scopeOf(report, line, column);

  if (line !== undefined) {
    const { start, end } = report.lines.lineSpan(line - 1);
    const head = colours.underline(`${onOneLine(name)}:${line}${column === undefined ? '' : `:${column}`}`);
    sections.push(`${head}\n${wrapAfter('  ', onOneLine(report.text.slice(start, end).trim()), width)}`);
  } else {
    sections.push(colours.underline(onOneLine(name)));
  }

  const findings = lintReport(report);
  const here = scope === undefined ? [] : findings.filter(({ span }) => isAt(span, scope));
  const found = here.map((finding) => describeFinding(finding));
  if (scope === undefined) sections.push(section(wording.found, [`  ${wording.inFile(findings.length)}`]));
  else sections.push(section(wording.found, found.length === 0 ? [`  ${wording.nothingFound}`] : found));

  const held = heldBackIn(report, scope ?? { start: 0, end: report.text.length + 1 });
  if (held.length > 0) {
    const lines = held.map(({ finding, suppression }) => {
      const why =
        suppression === undefined
          ? wording.byLevel(workspace.configUri === undefined ? '' : displayedUri(workspace.configUri))
          : wording.byComment(place(suppression.span.start), shortened(report, suppression.span, 200));
      return `${row(`  ${place(finding.span.start)}  `, finding)}\n${wrapAfter('    ', onOneLine(why), width)}`;
    });
    sections.push(section(wording.heldBack, lines));
  }
  if (scope !== undefined) {
    const read = readingsIn(report, scope, wording);
    const nothing = blocksIn(report, scope).length === 0 ? wording.noProse : nothingRead(report);
    sections.push(section(wording.read, read.length === 0 ? [wrapAfter('  ', nothing, width)] : rowsOf(read)));
    const misses = nearMissesIn(report, scope, wording);
    if (misses.length > 0) sections.push(section(wording.passedOver, rowsOf(misses)));
  }

  const unread = unreadOf(report, options.locale);
  if (unread.length > 0) {
    const lines = unread.map(({ message, range }) =>
      wrapAfter('  ', `${range === null ? '' : `${range.start.line}:${range.start.column}  `}${message}`, width),
    );
    sections.push(section(wording.unread, lines));
  }
  sections.push(section(wording.heldTo, columns(heldTo(report, { workspace, uri, options }, wording), width)));
  return `${sections.join('\n\n')}\n`;

  function nothingRead({ vocabulary, language, unread }: Report): string {
    // Said below.
    if (unread.some(({ reason }) => reason === 'foreign-script')) return wording.nothingRead;
    return vocabulary.languages.has(language)
      ? wording.nothingRead
      : wording.notSpoken(language, [...vocabulary.languages]);
  }

  function describeFinding(finding: Finding): string {
    const { severity, span, basis, fixes, entry } = finding;
    const colour = { error: colours.red, warning: colours.yellow, information: colours.blue }[severity];
    const word = colour(wordingFor(options.locale).severity[severity]);
    const lines = [row(`  ${place(span.start)}  ${word}  `, finding)];
    if (entry !== undefined) lines.push(`    ${wording.entry}${onOneLine(entryName(entry, report))}`);
    for (const source of basis) {
      const citation = citationIn(source, options.locale);
      const cited = [citationText(citation, options.locale), citation.at, citation.url]
        .filter((part) => part !== undefined)
        .join(wording.comma);
      lines.push(wrapAfter(`    ${wording.basis}`, onOneLine(cited), width));
    }
    for (const fix of fixes) {
      const how = fix.safe ? '' : wording.inBrackets(wording.fixByHand);
      lines.push(wrapAfter(`    ${wording.fix}`, `${onOneLine(fixTitle(fix, options.locale))}${how}`, width));
    }
    return lines.join('\n');
  }
}

function linesOf({ lines, text }: Report): number {
  // What follows the last line feed is a line to an editor only.
  return /[\r\n]$/.test(text) ? lines.lineCount - 1 : lines.lineCount;
}

function scopeOf(report: Report, line: number, column: number | undefined): Span {
  const { start, end } = report.lines.lineSpan(line - 1);
  if (column === undefined) return { start, end: Math.max(end, start + 1) };
  const at = Math.min(start + column - 1, Math.max(start, end - 1));
  return { start: at, end: at + 1 };
}

/** Whether a finding shows at a place: it has a part in it, or, being of something that is missing, begins there. */
function isAt(span: Span, scope: Span): boolean {
  return (
    (span.start < scope.end && span.end > scope.start) ||
    (span.start === span.end && span.start >= scope.start && span.start < scope.end)
  );
}

/** The words of a span on one line, the middle left out where they are many. */
function shortened({ text }: Report, { start, end }: Span, limit = 60): string {
  const words = onOneLine(text.slice(start, end));
  return words.length <= limit ? words : `${words.slice(0, limit / 2)} … ${words.slice(-limit / 4)}`;
}
