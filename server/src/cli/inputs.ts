import { fstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { displayedPath } from './displayed-path.js';
import type { PathFailure } from './find-files.js';
import type { FileOptions } from './options.js';
import type { ProblemLog } from './problem-log.js';
import { readBytes } from './read-bytes.js';
import type { CheckedUnread } from './reporters/checked-file.js';
import { progressOn } from './terminal/progress.js';
import type { FileAnswer, ReadingCommand, Results, Source } from './thread/questions.js';
import { type Outcome, ReaderThread } from './thread/reader-thread.js';
import { UsageError } from './usage-error.js';
import { type Wording, wordingFor } from './wording.js';

/** A file that was read for a command. */
export interface Input<C extends ReadingCommand> extends Pick<Source, 'path' | 'displayed' | 'named'> {
  /** What was not read of it. */
  readonly unread: readonly CheckedUnread[];
  /** None for a file of which nothing was read; why has been said. */
  readonly result: Results[C] | undefined;
}

/**
 * What the texts behind the paths of a command line give, one at a time, so that a long run holds one. They are read
 * in a thread of their own, since one that takes too long can be ended in no other way.
 * What cannot be found or read goes to the log. Throws a UsageError before the first.
 */
export async function* readInputs<C extends ReadingCommand>(
  command: C,
  paths: readonly string[],
  options: FileOptions,
  log: ProblemLog,
): AsyncGenerator<Input<C>> {
  const wording = wordingFor(options.locale);
  const { workingDirectory } = log;
  if (paths.includes('-') && paths.length > 1) throw new UsageError(wording.stdinAlone);
  if (!paths.includes('-') && options.stdinPath !== undefined) throw new UsageError(wording.stdinPathWithout);
  if (paths.length === 0 && isFed()) await log.say(wording.stdinUnread(command));
  const thread = new ReaderThread({ command, options, workingDirectory }, options.timeout * 1000);
  try {
    if (paths.includes('-')) {
      const { stdinPath } = options;
      const file = resolve(workingDirectory, stdinPath ?? 'stdin.md');
      const displayed = stdinPath === undefined ? '<stdin>' : displayedPath(file, workingDirectory);
      const source: Source = { path: '-', file, displayed, named: true };
      await refuseUnknownNames(thread, [file], options);
      yield await inputOf(source, await thread.ask({ read: source, stdin: await readBytes('-') }), options, log);
      return;
    }
    const found = await thread.ask({ find: paths });
    if (!(typeof found === 'object' && 'files' in found)) throw errorOf(found);
    await refuseUnknownNames(
      thread,
      found.files.map(({ path }) => path),
      options,
    );
    await log.tell(found.problems);
    for (const { path, reason } of found.failures) await log.fail(path, pathMessage(path, reason, wording));
    const progress = progressOn(process.stderr);
    for (const [i, { path, named }] of found.files.entries()) {
      const displayed = displayedPath(path, workingDirectory);
      progress.show(() => `${wording.progress(i + 1, found.files.length)} ${displayed}`);
      const source: Source = { path, file: path, displayed, named };
      yield await inputOf(source, await thread.ask({ read: source }), options, log);
    }
    progress.clear();
  } finally {
    thread.end();
  }
}

/** Throws a UsageError where an option names what no pack of the files has. Packs that take too long are told with the first file. */
async function refuseUnknownNames(thread: ReaderThread, files: readonly string[], options: FileOptions) {
  if (options.report === undefined && options.region === undefined && options.language === undefined) return;
  const outcome = await thread.ask({ know: files });
  if (typeof outcome === 'object' && 'usage' in outcome) throw errorOf(outcome);
}

/** Whether somebody sends a text or a file to standard input. */
function isFed(): boolean {
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile();
  } catch {
    return false;
  }
}

/** Takes the answer on a file: says what there is to say of it and the packs. */
async function inputOf<C extends ReadingCommand>(
  source: Source,
  outcome: Outcome,
  { locale, timeout }: FileOptions,
  log: ProblemLog,
): Promise<Input<C>> {
  const wording = wordingFor(locale);
  const { path, displayed, named } = source;
  if (typeof outcome === 'object' && 'unread' in outcome) {
    const answer = outcome as FileAnswer & { readonly result: Results[C] | undefined };
    const { problems, serving, unread, result } = answer;
    if (serving !== undefined) await log.say(serving);
    await log.tell(problems);
    if (result === undefined) await tellUnread(source, unread, log, false);
    return { path, displayed, named, unread, result };
  }
  const failure =
    outcome === 'timeout'
      ? { reason: 'timeout', message: wording.timeout(timeout) }
      : { reason: 'fault', message: wording.fault(faultOf(outcome)) };
  await log.fail(displayed, failure.message);
  return {
    path,
    displayed,
    named,
    unread: [{ range: null, ...failure, why: failure.message }],
    result: undefined,
  };
}

function errorOf(outcome: Outcome): Error {
  if (typeof outcome === 'object' && 'usage' in outcome) return new UsageError(outcome.usage);
  return new Error(faultOf(outcome));
}

function faultOf(outcome: Outcome): string {
  return typeof outcome === 'object' && 'fault' in outcome ? outcome.fault : 'no answer of the thread that reads';
}

/** Whether nothing of a report was read. One in a script or language of no pack was read, and had nothing to be held to. */
export function isLeftAlone(unread: readonly CheckedUnread[]): boolean {
  return unread.some(({ range, reason }) => range === null && !reason.startsWith('foreign-'));
}

/**
 * Says on standard error what was not read of a text: where nothing was, and the user asked for this very file, that is
 * an error. `parts`: also the parts of one that was read otherwise.
 */
export async function tellUnread(
  { displayed, named }: Pick<Source, 'displayed' | 'named'>,
  unread: readonly CheckedUnread[],
  log: ProblemLog,
  parts: boolean,
): Promise<void> {
  const leftAlone = isLeftAlone(unread);
  if (!leftAlone && !parts) return;
  for (const each of unread) {
    if (leftAlone && named) await log.fail(displayed, each.message);
    else await log.note(displayed, each);
  }
}

function pathMessage(path: string, reason: PathFailure['reason'], wording: Wording): string {
  const messages: Record<PathFailure['reason'], string> = {
    missing: wording.missing,
    backslash: wording.slashes(path.replaceAll('\\', '/')),
    'nothing here': wording.nothingHere,
    'no Markdown': wording.noMarkdown,
    'nothing matches': wording.nothingMatches,
    'nothing listed': wording.nothingListed,
    'all ignored': wording.allIgnored,
  };
  return messages[reason];
}
