import {
  citationIn,
  citationText,
  type Finding,
  findingNotes,
  findingVerdict,
  fixTitle,
  type Locale,
  lintReport,
  type Report,
  type Span,
  unreadMessage,
  visible,
} from '../core/index.js';
import { columns } from '../layout/columns.js';
import { wrapAfter } from '../layout/wrap.js';
import type { AskedSettings } from '../workspace/settings-in-force.js';
import type { Workspace } from '../workspace/workspace.js';
import { checkedAgainst } from './checked-against.js';
import { heldBackIn } from './held-back.js';
import { blocksIn, entryName, type Reading, readingsIn } from './line-reading.js';
import { nearMissesIn } from './near-misses.js';
import { explainWording } from './wording.js';

/** A place of a report: a column of a line, a line, or all of it. */
export interface ExplainedPlace {
  readonly report: Report;
  readonly workspace: Workspace;
  readonly uri: string;
  /** From 1; undefined for the report as a whole. */
  readonly line: number | undefined;
  /** From 1, in UTF-16 units; undefined for the whole line. */
  readonly column: number | undefined;
  /** What goes before the config. */
  readonly asked: AskedSettings;
  /** How a file or folder is named. */
  readonly displayed: (uri: string) => string;
}

type Marks = Readonly<Record<'bold' | 'underline' | 'dim' | 'red' | 'yellow' | 'blue', (text: string) => string>>;

/** Where an explanation is shown. */
export interface Page {
  readonly colours: Marks;
  /** The cells of a line; undefined where lines are never broken. */
  readonly width: number | undefined;
}

const unmarked = (text: string) => text;

/** A page of plain text. */
export const plainPage: Page = {
  colours: { bold: unmarked, underline: unmarked, dim: unmarked, red: unmarked, yellow: unmarked, blue: unmarked },
  width: undefined,
};

/** Why something was found at a place of a report, or nothing. The line is one that the report has. */
export function explainPlace(
  { report, workspace, uri, line, column, asked, displayed }: ExplainedPlace,
  page: Page,
  locale: Locale,
): string {
  const wording = explainWording(locale);
  const name = displayed(uri);
  const { colours, width } = page;
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
    const notes = findingNotes(finding, locale);
    const verdict = `${findingVerdict(finding, locale)}  ${colours.dim(finding.rule)}`;
    return wrapAfter(lead, [verdict, ...notes].join('\n'), width);
  };
  const sections: string[] = [];
  const scope = line === undefined ? undefined : scopeOf(report, line, column);

  if (line !== undefined) {
    const { start, end } = report.lines.lineSpan(line - 1);
    const head = colours.underline(`${visible(name)}:${line}${column === undefined ? '' : `:${column}`}`);
    sections.push(`${head}\n${wrapAfter('  ', visible(report.text.slice(start, end).trim()), width)}`);
  } else {
    sections.push(colours.underline(visible(name)));
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
          ? wording.byLevel(levelHome(workspace, finding.rule, displayed))
          : wording.byComment(place(suppression.span.start), shortened(report, suppression.span, 200));
      return `${row(`  ${place(finding.span.start)}  `, finding)}\n${wrapAfter('    ', visible(why), width)}`;
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

  if (report.unread.length > 0) {
    const lines = report.unread.map((unread) => {
      const isWhole = unread.span.start === 0 && unread.span.end === report.text.length;
      return wrapAfter(
        '  ',
        `${isWhole ? '' : `${place(unread.span.start)}  `}${unreadMessage(unread, locale)}`,
        width,
      );
    });
    sections.push(section(wording.unread, lines));
  }
  sections.push(
    section(
      wording.checkedAgainst,
      columns(checkedAgainst(report, { workspace, uri, asked, displayed }, wording), width),
    ),
  );
  return `${sections.join('\n\n')}\n`;

  function nothingRead({ vocabulary, language, unread }: Report): string {
    // Said below.
    if (unread.some(({ reason }) => reason === 'foreign-script')) return wording.nothingRead;
    return vocabulary.languages.has(language)
      ? wording.nothingRead
      : wording.noSuchLanguage(language, [...vocabulary.languages]);
  }

  function describeFinding(finding: Finding): string {
    const { severity, span, basis, fixes, entry } = finding;
    const colour = { error: colours.red, warning: colours.yellow, information: colours.blue }[severity];
    const word = colour(wording.severity[severity]);
    const lines = [row(`  ${place(span.start)}  ${word}  `, finding)];
    if (entry !== undefined) lines.push(`    ${wording.entry}${visible(entryName(entry, report))}`);
    for (const source of basis) {
      const citation = citationIn(source, locale);
      const cited = [citationText(citation, locale), citation.at, citation.url]
        .filter((part) => part !== undefined)
        .join(wording.comma);
      lines.push(wrapAfter(`    ${wording.basis}`, visible(cited), width));
    }
    for (const fix of fixes) {
      const how = fix.safe ? '' : wording.inBrackets(wording.fixByHand);
      lines.push(wrapAfter(`    ${wording.fix}`, `${visible(fixTitle(fix, locale))}${how}`, width));
    }
    return lines.join('\n');
  }
}

/** How many lines a report has. */
export function linesOf({ lines, text }: Report): number {
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
  const words = visible(text.slice(start, end));
  return words.length <= limit ? words : `${words.slice(0, limit / 2)} … ${words.slice(-limit / 4)}`;
}

/** The file that gives a rule its level. */
function levelHome({ config, configUri }: Workspace, rule: string, displayed: (uri: string) => string): string {
  const name = config.names.findLast((each) => each.kind === 'rule' && each.name === rule);
  const uri = name?.home ?? configUri;
  return uri === undefined ? '' : displayed(uri);
}
