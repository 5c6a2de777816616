import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { allRules } from '../core/index.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { explainSubject } from './explain/entry.js';
import { explainPlace } from './explain/place.js';
import { explainRule } from './explain/rule.js';
import { nearestSubject, subjectCalled } from './explain/subject.js';
import type { ExplainOptions } from './options.js';
import { outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';
import { UsageError } from './usage-error.js';
import { wordingFor } from './wording.js';
import { problemsOf, refuseUnknown, servingNote } from './workspace-problems.js';
import { workspacesFor } from './workspaces-for.js';

/** `plumbline explain`: a rule by its id, a place of a file, a pack or entries by what they are called. Throws a UsageError for what is none of them. */
export async function explain(words: readonly string[], options: ExplainOptions): Promise<ExitCode> {
  const out = outputTo(process.stdout);
  const subject = words.join(' ');
  if (allRules.some(({ id }) => id === subject)) {
    await out.write(await explainRule(subject, out, options.locale));
    return exitCodes.clean;
  }
  const wording = wordingFor(options.locale);
  const log = new ProblemLog(options, process.cwd());
  const workspaces = await workspacesFor(options, log.workingDirectory);
  const place = await placeIn(subject, log.workingDirectory);
  // A pipe would be waited for.
  if (place !== undefined && (await isPlainFile(place.file)) === false)
    throw new UsageError(`${place.written}: ${wording.noPlainFile}`);
  const workspace = await (place === undefined
    ? workspaces.ofFolder(URI.file(log.workingDirectory).toString())
    : workspaces.ofFile(URI.file(place.file).toString()));
  refuseUnknown([workspace], options);
  const serving = servingNote(workspace, options);
  if (serving !== undefined) await log.say(serving);
  await log.tell(problemsOf(workspace, options, log.workingDirectory));
  if (place !== undefined) {
    await out.write(await explainPlace(place, workspace, options, out));
    return log.failed ? exitCodes.failed : exitCodes.clean;
  }
  const { packs, entries } = subjectCalled(subject, workspace);
  if (packs.length + entries.length === 0)
    throw new UsageError(`${subject}: ${wording.noSubject(nearestSubject(subject, workspace))}`);
  await out.write(explainSubject({ packs, entries }, workspace, out, options.locale));
  return log.failed ? exitCodes.failed : exitCodes.clean;
}

export interface Place {
  /** As it was written. */
  readonly written: string;
  /** Absolute. */
  readonly file: string;
  /** From 1; undefined for the file as a whole. */
  readonly line: number | undefined;
  /** From 1, in UTF-16 units; undefined for the whole line. */
  readonly column: number | undefined;
}

/** A file that is there, with a line and a column behind it or without. What looks like a place in a file that is not there is one too. */
async function placeIn(subject: string, workingDirectory: string): Promise<Place | undefined> {
  const whole = resolve(workingDirectory, subject);
  if (await isPlainFile(whole)) return { written: subject, file: whole, line: undefined, column: undefined };
  const match = /^(.+?):(\d+)(?::(\d+))?$/s.exec(subject);
  if (match === null) return undefined;
  const [, written = '', line, column] = match;
  return {
    written,
    file: resolve(workingDirectory, written),
    line: Number(line),
    column: column === undefined ? undefined : Number(column),
  };
}

/** Undefined where nothing is there. */
async function isPlainFile(path: string): Promise<boolean | undefined> {
  return (await stat(path).catch(() => undefined))?.isFile();
}
