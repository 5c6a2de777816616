import { URI } from 'vscode-uri';
import { isFatal } from '../workspace/is-fatal.js';
import { workspaceProblemMessage } from '../workspace/problem-message.js';
import type { Workspace, WorkspaceProblem } from '../workspace/workspace.js';
import { displayedPath } from './displayed-path.js';
import type { SpokenOptions } from './options.js';
import type { ReportedProblem } from './reporters/checked-file.js';
import { wordingFor } from './wording.js';

/** A problem of a config or a pack. `fatal`: for it, the run could not do what it was asked. */
export interface FoundProblem {
  readonly problem: ReportedProblem;
  readonly fatal: boolean;
}

/** What is wrong with the config and the packs of a workspace, and with `--report` where none of them has it. */
export function problemsOf(
  workspace: Workspace,
  { locale, report }: SpokenOptions & { readonly report?: string },
  workingDirectory: string,
): readonly FoundProblem[] {
  const problems = workspace.problems.map((problem) => ({
    problem: reported(problem, locale, workingDirectory),
    fatal: isFatal(problem, workspace),
  }));
  if (report === undefined || workspace.vocabulary.find('reports', report) !== undefined) return problems;
  const known = workspace.vocabulary.ofKind('reports').map(({ id }) => id);
  const message = wordingFor(locale).noReportType(report, known);
  return [...problems, { problem: { path: '--report', severity: 'error', message }, fatal: true }];
}

function reported(
  problem: WorkspaceProblem,
  locale: SpokenOptions['locale'],
  workingDirectory: string,
): ReportedProblem {
  const message = workspaceProblemMessage(problem, locale);
  const { severity } = problem;
  const path = URI.parse(problem.uri).fsPath;
  // A pack that only the command line names stands in no file: its problem is at the folder that it was named in.
  if (path === workingDirectory) return { path: '--pack', severity, message };
  const { line, character } = problem.range.start;
  return { path: displayedPath(path, workingDirectory), severity, message, line: line + 1, column: character + 1 };
}
