import { URI } from 'vscode-uri';
import { checkName, problemMessage } from '../core/index.js';
import { configName } from '../workspace/find-config.js';
import { workspaceProblemMessage } from '../workspace/problem-message.js';
import type { Workspace, WorkspaceProblem } from '../workspace/workspace.js';
import { displayedPath } from './displayed-path.js';
import type { SpokenOptions } from './options.js';
import type { ReportedProblem } from './reporters/checked-file.js';
import { onOneLine } from './reporters/one-line.js';
import { UsageError } from './usage-error.js';
import { wordingFor } from './wording.js';

/** A problem of a config or a pack. `fatal`: for it, the run could not do what it was asked. */
export interface FoundProblem {
  readonly problem: ReportedProblem;
  readonly fatal: boolean;
}

/** What the options of a command line name of what packs may hold. */
export interface NamingOptions extends SpokenOptions {
  readonly report?: string;
  readonly region?: string;
  readonly language?: string;
}

const namingOptions = ['report', 'region', 'language'] as const;

/** What is wrong with the config and the packs of a workspace, and with options that name what none of them has. */
export function problemsOf(
  workspace: Workspace,
  options: NamingOptions,
  workingDirectory: string,
): readonly FoundProblem[] {
  const problems = workspace.problems.map((problem) => foundProblem(problem, options, workingDirectory));
  const unknown = namingOptions.flatMap((kind): FoundProblem[] => {
    const name = options[kind];
    const words = name === undefined ? undefined : checkName(kind, name, workspace.vocabulary);
    if (words === undefined) return [];
    const message = problemMessage(words, options.locale);
    return [{ problem: { path: `--${kind}`, severity: 'error', message }, fatal: true }];
  });
  return [...problems, ...unknown];
}

/**
 * Throws a UsageError where an option names what none of the workspaces has, before anything is read. Where a pack or a
 * config is broken, what the option names may be in it: that is told first, by `problemsOf`.
 */
export function refuseUnknown(workspaces: readonly Workspace[], options: NamingOptions): void {
  if (workspaces.some(({ problems }) => problems.some(({ severity }) => severity === 'error'))) return;
  for (const kind of namingOptions) {
    const name = options[kind];
    if (name === undefined) continue;
    const unknown = workspaces.map(({ vocabulary }) => checkName(kind, name, vocabulary));
    const [words] = unknown;
    if (words === undefined || unknown.includes(undefined)) continue;
    throw new UsageError(`--${kind}: ${onOneLine(asSentence(problemMessage(words, options.locale), options.locale))}`);
  }
}

/** A message of several lines as one. */
function asSentence(message: string, locale: SpokenOptions['locale']): string {
  return message.replaceAll('\n', locale === 'zh' ? '。' : '. ');
}

/** Where nobody names a pack: which one serves, which others there are, and how to choose. */
export function servingNote(workspace: Workspace, { locale }: SpokenOptions): string | undefined {
  const { shippedBeside, configUri, vocabulary } = workspace;
  const [pack] = vocabulary.packs;
  if (shippedBeside === undefined || pack === undefined) return undefined;
  // Of a config that could not be read that is said.
  if (workspace.problems.some(({ uri, severity }) => uri === configUri && severity === 'error')) return undefined;
  const config = configUri === undefined ? undefined : configName;
  return wordingFor(locale).packServes(pack.name, shippedBeside, config);
}

/** A problem as the command line tells it. */
export function foundProblem(
  problem: WorkspaceProblem,
  { locale }: SpokenOptions,
  workingDirectory: string,
): FoundProblem {
  // Of a pack with an error a part is not in force: what was asked was not done whole.
  return { problem: reported(problem, locale, workingDirectory), fatal: problem.severity === 'error' };
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
