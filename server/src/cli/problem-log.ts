import { exitCodes, raiseExitCode } from './exit-codes.js';
import type { SpokenOptions } from './options.js';
import { outputTo } from './output.js';
import type { CheckedUnread, ReportedProblem } from './reporters/checked-file.js';
import { onOneLine } from './reporters/one-line.js';
import { wordingFor } from './wording.js';
import type { FoundProblem } from './workspace-problems.js';

/** What goes wrong in a run, said on standard error as it comes, each once: its place and verdict on a line, and below what else there is to say. */
export class ProblemLog {
  readonly problems: ReportedProblem[] = [];
  #failed = false;
  readonly #errors = outputTo(process.stderr);
  readonly #said = new Set<string>();
  readonly #wording;

  constructor(
    { locale }: SpokenOptions,
    readonly workingDirectory: string,
  ) {
    this.#wording = wordingFor(locale);
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

  /** Something about the run as a whole, once. */
  async say(message: string): Promise<void> {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    const { colours } = this.#errors;
    await this.#errors.write(`plumbline: ${colours.blue(this.#wording.note)} ${onOneLine(message)}\n`);
  }

  /** The problems of a workspace. */
  async tell(found: readonly FoundProblem[]): Promise<void> {
    for (const { problem, fatal } of found) {
      if (fatal) this.#fail();
      await this.#add(problem);
    }
  }

  #fail() {
    this.#failed = true;
    raiseExitCode(exitCodes.failed);
  }

  async #add(problem: ReportedProblem): Promise<void> {
    const { path, severity, message, line, column } = problem;
    const place = line === undefined ? path : `${path}:${line}:${column}`;
    const { colours } = this.#errors;
    const word = (severity === 'error' ? colours.red : colours.yellow)(this.#wording.severity[severity]);
    const lines = message.split('\n').map(onOneLine).join('\n    ');
    const said = `${onOneLine(place)}: ${word} ${lines}\n`;
    // Two configs that name one pack share its problems.
    if (this.#said.has(said)) return;
    this.#said.add(said);
    this.problems.push(problem);
    await this.#errors.write(said);
  }
}
