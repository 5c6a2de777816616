import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-protocol';
import {
  allRules,
  findingDetails,
  findingMessage,
  findingNotes,
  findingReason,
  findingVerdict,
  type Locale,
  lintReport,
  readReport,
  type Span,
  unreadMessage,
} from '../../server/src/core/index.js';
import { fileWorkspaces } from '../../server/src/workspace/file-workspaces.js';
import { reportSettings } from '../../server/src/workspace/report-files.js';
import type { Folder } from '../cli/folder.js';
import { plumbline } from '../cli/plumbline.js';

/** What all hosts must agree on. Lines and columns from 1. */
interface Shown {
  readonly rule: string;
  readonly severity: string;
  /** The parts of the message, as the host keeps them apart. */
  readonly words: readonly string[];
  readonly range: ShownRange;
  /** The other places that it speaks of. */
  readonly related: readonly ShownRange[];
}

type ShownRange = readonly [line: number, column: number, endLine: number, endColumn: number];

/** What a host shows of one report: findings, and why something was left unread. */
export interface View {
  readonly findings: readonly Shown[];
  readonly unread: readonly string[];
}

/** What the core says, with the words as each host is to have them. */
export interface CoreView {
  readonly findings: readonly (Omit<Shown, 'words'> & {
    readonly wordsOf: Readonly<Record<Host, readonly string[]>>;
  })[];
  readonly unread: readonly string[];
}

/** JSON has the parts apart, a diagnostic all in one, and a message of remark the verdict and the rest. */
export type Host = 'json' | 'diagnostic' | 'remark';

/** The day, whether the reports are dated by it or read on it, and the language of the messages. */
export interface Asked {
  readonly date: string;
  readonly isDateTold: boolean;
  readonly locale: Locale;
}

/** Every file must have a workspace without problems. */
export async function inCore(
  folder: Folder,
  names: readonly string[],
  { date, isDateTold, locale }: Asked,
): Promise<Map<string, CoreView>> {
  const workspaces = fileWorkspaces();
  const views = new Map<string, CoreView>();
  for (const name of names) {
    const uri = `file://${folder.path}/${name}`;
    const { config, folder: configFolder, vocabulary, problems } = await workspaces.ofFile(uri);
    assert.deepEqual(problems, []);
    const report = readReport(folder.read(name), vocabulary, {
      date,
      isDateTold,
      ...reportSettings(config, configFolder, uri),
    });
    const found = lintReport(report);
    const rangeOf = (span: Span): ShownRange => {
      const { start, end } = report.lines.rangeOf(span);
      return [start.line + 1, start.character + 1, end.line + 1, end.character + 1];
    };
    views.set(name, {
      findings: found.map((finding) => {
        const verdict = findingVerdict(finding, locale);
        return {
          rule: finding.rule,
          severity: finding.severity,
          wordsOf: {
            json: [verdict, ...findingDetails(finding, locale), findingReason(finding, locale) ?? ''],
            diagnostic: [findingMessage(finding, locale)],
            remark: [verdict, ...findingNotes(finding, locale)],
          },
          range: rangeOf(finding.span),
          related: finding.related.map(rangeOf),
        };
      }),
      unread: report.unread.map((unread) => unreadMessage(unread, locale)),
    });
  }
  return views;
}

/** What a host is to show. */
export function viewFor(host: Host, { findings, unread }: CoreView): View {
  return { findings: findings.map(({ wordsOf, ...finding }) => ({ ...finding, words: wordsOf[host] })), unread };
}

/** One run over all reports of a folder. */
export async function onCommandLine(folder: Folder, { date, locale }: Omit<Asked, 'isDateTold'>) {
  const { stdout, stderr } = await plumbline(['check', '--format', 'json', '--date', date, '--locale', locale, '.'], {
    cwd: folder.path,
  });
  const views = JSON.parse(stdout).files.map(({ path, findings, unread }: CheckedFile): [string, View] => [
    path,
    {
      findings: findings.map(({ rule, severity, message, details, reason, range, related }) => ({
        rule,
        severity,
        words: [message, ...details, reason ?? ''],
        range: placesOf(range),
        related: related.map(placesOf),
      })),
      unread: unread.map(({ message }) => message),
    },
  ]);
  return { views: new Map<string, View>(views), stderr };
}

function placesOf({ start, end }: PlaceRange): ShownRange {
  return [start.line, start.column, end.line, end.column];
}

interface CheckedFile {
  path: string;
  findings: {
    rule: string;
    severity: string;
    message: string;
    details: string[];
    reason: string | null;
    range: PlaceRange;
    related: PlaceRange[];
  }[];
  unread: { message: string }[];
}

interface PlaceRange {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

const severities: Readonly<Record<number, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
};

const rules: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

/** What the language server shows of a report. */
export function viewOf(diagnostics: readonly Diagnostic[], uri: string): View {
  const findings = diagnostics.filter(({ code }) => rules.has(String(code)));
  return {
    findings: findings.map(({ code, severity, message, range, relatedInformation = [] }) => ({
      rule: String(code),
      severity: severities[severity ?? 0] ?? '',
      words: [String(message)],
      range: fromLsp(range),
      // The last is the entry, in a file of the pack.
      related: relatedInformation
        .filter(({ location }) => location.uri === uri)
        .map(({ location }) => fromLsp(location.range)),
    })),
    unread: diagnostics.filter((diagnostic) => !findings.includes(diagnostic)).map(({ message }) => String(message)),
  };
}

function fromLsp({ start, end }: Range): ShownRange {
  return [start.line + 1, start.character + 1, end.line + 1, end.character + 1];
}
