import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import {
  allRules,
  findingMessage,
  findingVerdict,
  type Locale,
  lintReport,
  readReport,
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
  readonly message: string;
  readonly range: readonly [line: number, column: number, endLine: number, endColumn: number];
}

/** What a host shows of one report: findings, and why something was left unread. */
export interface View {
  readonly findings: readonly Shown[];
  readonly unread: readonly string[];
}

/** What the core says: JSON has the verdict alone as the message. */
export interface CoreView extends View {
  readonly verdicts: readonly string[];
}

/** The day and the language of the messages. */
export interface Asked {
  readonly date: string;
  readonly locale: Locale;
}

/** Every file must have a workspace without problems. */
export async function inCore(
  folder: Folder,
  names: readonly string[],
  { date, locale }: Asked,
): Promise<Map<string, CoreView>> {
  const workspaces = fileWorkspaces();
  const views = new Map<string, CoreView>();
  for (const name of names) {
    const uri = `file://${folder.path}/${name}`;
    const { config, folder: configFolder, vocabulary, problems } = await workspaces.ofFile(uri);
    assert.deepEqual(problems, []);
    const report = readReport(folder.read(name), vocabulary, { date, ...reportSettings(config, configFolder, uri) });
    const found = lintReport(report);
    views.set(name, {
      verdicts: found.map((finding) => findingVerdict(finding, locale)),
      findings: found.map((finding) => {
        const { start, end } = report.lines.rangeOf(finding.span);
        return {
          rule: finding.rule,
          severity: finding.severity,
          message: findingMessage(finding, locale),
          range: [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
        };
      }),
      unread: report.unread.map((unread) => unreadMessage(unread, locale)),
    });
  }
  return views;
}

/** JSON of the command line has the verdict alone as the message. */
export function withVerdicts({ findings, unread, verdicts }: CoreView): View {
  return { findings: findings.map((finding, i) => ({ ...finding, message: verdicts[i] as string })), unread };
}

/** One run over all reports of a folder. */
export async function onCommandLine(folder: Folder, { date, locale }: Asked) {
  const { stdout, stderr } = await plumbline(['check', '--format', 'json', '--date', date, '--locale', locale, '.'], {
    cwd: folder.path,
  });
  const views = JSON.parse(stdout).files.map(({ path, findings, unread }: CheckedFile): [string, View] => [
    path,
    {
      findings: findings.map(({ rule, severity, message, range: { start, end } }) => ({
        rule,
        severity,
        message,
        range: [start.line, start.column, end.line, end.column],
      })),
      unread: unread.map(({ message }) => message),
    },
  ]);
  return { views: new Map<string, View>(views), stderr };
}

interface CheckedFile {
  path: string;
  findings: {
    rule: string;
    severity: string;
    message: string;
    range: { start: { line: number; column: number }; end: { line: number; column: number } };
  }[];
  unread: { message: string }[];
}

const severities: Readonly<Record<number, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
};

const rules: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

/** What the language server shows of a report. */
export function viewOf(diagnostics: readonly Diagnostic[]): View {
  const findings = diagnostics.filter(({ code }) => rules.has(String(code)));
  return {
    findings: findings.map(({ code, severity, message, range: { start, end } }) => ({
      rule: String(code),
      severity: severities[severity ?? 0] ?? '',
      message: String(message),
      range: [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
    })),
    unread: diagnostics.filter((diagnostic) => !findings.includes(diagnostic)).map(({ message }) => String(message)),
  };
}
