import { URI } from 'vscode-uri';
import { isFatal } from '../workspace/is-fatal.js';
import { workspaceProblemMessage } from '../workspace/problem-message.js';
import type { Workspace, WorkspaceProblem } from '../workspace/workspace.js';
import { displayedPath } from './displayed-path.js';
import { exitCodes, raiseExitCode } from './exit-codes.js';
import type { SpokenOptions } from './options.js';
import { outputTo } from './output.js';
import type { CheckedUnread, ReportedProblem } from './reporters/checked-file.js';
import { onOneLine } from './reporters/one-line.js';
import { wordingFor } from './wording.js';

/** What goes wrong in a run, said on standard error as it comes: a line each, and each once. */
export class ProblemLog {
  readonly problems: ReportedProblem[] = [];
  #failed = false;
  readonly #errors = outputTo(process.stderr);
  readonly #said = new Set<string>();
  readonly #told = new Set<Workspace>();
  readonly #wording;

  constructor(
    readonly options: SpokenOptions & { readonly report?: string },
    readonly workingDirectory: string,
  ) {
    this.#wording = wordingFor(options.locale);
  }

  /** Something that was asked for could not be done. */
  get failed(): boolean {
    return this.#failed;
  }

  /** What the run could not do; the rest of it goes on, and the exit code tells. */
  async fail(path: string, message: string): Promise<void> {
    this.#fail();
    await this.#add({ path, severity: 'error', message });
  }

  /** Why a file or a part of it was left unread. */
  async note(
    path: string,
    { message, range = null }: { readonly message: string; readonly range?: CheckedUnread['range'] },
  ): Promise<void> {
    const place = range === null ? path : `${path}:${range.start.line}:${range.start.column}`;
    const { colours } = this.#errors;
    await this.#errors.write(`${onOneLine(place)}: ${colours.blue(this.#wording.note)} ${onOneLine(message)}\n`);
  }

  /** The problems of a workspace. */
  async tellOf(workspace: Workspace): Promise<void> {
    if (this.#told.has(workspace)) return;
    this.#told.add(workspace);
    for (const problem of workspace.problems) {
      if (isFatal(problem, workspace)) this.#fail();
      await this.#add(this.#reported(problem));
    }
    const { report } = this.options;
    if (report !== undefined && workspace.vocabulary.find('reports', report) === undefined) {
      const known = workspace.vocabulary.ofKind('reports').map(({ id }) => id);
      await this.fail('--report', this.#wording.noReportType(report, known));
    }
  }

  #fail() {
    this.#failed = true;
    raiseExitCode(exitCodes.failed);
  }

  #reported(problem: WorkspaceProblem): ReportedProblem {
    const message = workspaceProblemMessage(problem, this.options.locale);
    const { severity } = problem;
    const path = URI.parse(problem.uri).fsPath;
    // A pack that only the command line names stands in no file: its problem is at the folder that it was named in.
    if (path === this.workingDirectory) return { path: '--pack', severity, message };
    const { line, character } = problem.range.start;
    return {
      path: displayedPath(path, this.workingDirectory),
      severity,
      message,
      line: line + 1,
      column: character + 1,
    };
  }

  async #add(problem: ReportedProblem): Promise<void> {
    const { path, severity, message, line, column } = problem;
    const place = line === undefined ? path : `${path}:${line}:${column}`;
    const { colours } = this.#errors;
    const word = (severity === 'error' ? colours.red : colours.yellow)(this.#wording.severity[severity]);
    const said = `${onOneLine(place)}: ${word} ${onOneLine(message)}\n`;
    // Two configs that name one pack share its problems.
    if (this.#said.has(said)) return;
    this.#said.add(said);
    this.problems.push(problem);
    await this.#errors.write(said);
  }
}
