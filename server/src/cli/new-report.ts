import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { type EntryOf, type Form, languagesOfType, nearest, newReport, type Vocabulary } from '../core/index.js';
import { today } from '../workspace/today.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import type { NewOptions } from './options.js';
import { outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';
import { onOneLine } from './reporters/one-line.js';
import { systemReason } from './system-reason.js';
import { UsageError } from './usage-error.js';
import { wordingFor } from './wording.js';
import { problemsOf, servingNote } from './workspace-problems.js';
import { workspacesFor } from './workspaces-for.js';

/**
 * `plumbline new`: a report to be written, made from its type, to standard output or into a file that is not there yet.
 * Throws a UsageError for a type or language that no pack in force has, and where it would have to overwrite something.
 */
export async function writeNewReport(name: string, file: string | undefined, options: NewOptions): Promise<ExitCode> {
  const wording = wordingFor(options.locale);
  const log = new ProblemLog(options, process.cwd());
  const workspaces = await workspacesFor(options, log.workingDirectory);
  const path = file === undefined ? undefined : resolve(log.workingDirectory, file);
  const workspace = await (path === undefined
    ? workspaces.ofFolder(URI.file(log.workingDirectory).toString())
    : workspaces.ofFile(URI.file(path).toString()));
  const serving = servingNote(workspace, options);
  if (serving !== undefined) await log.say(serving);
  await log.tell(problemsOf(workspace, options, log.workingDirectory));
  const { vocabulary, config } = workspace;
  const type = typeCalled(name, vocabulary);
  if (type === undefined) {
    const ids = vocabulary.ofKind('reports').map(({ id }) => id);
    throw new UsageError(`${name}: ${wording.noReportType(nearest(name, ids), ids)}`);
  }
  const known = languagesOfType(type, vocabulary);
  const wanted = (tag: string | undefined) => known.find((each) => each === tag?.split('-', 1)[0]?.toLowerCase());
  if (options.language !== undefined && wanted(options.language) === undefined) {
    throw new UsageError(`--language ${options.language}: ${wording.notInLanguage(known)}`);
  }
  const language = wanted(options.language) ?? wanted(config.language) ?? wanted(options.locale) ?? known[0] ?? 'en';
  const { text } = newReport(type, vocabulary, { language, date: options.date ?? today() });
  const out = outputTo(process.stdout);
  if (path === undefined || file === undefined) await out.writeData(text);
  else {
    const refused = (error: unknown) =>
      new UsageError(`${file}: ${wording.unwritable(systemReason(error, options.locale))}`);
    try {
      await mkdir(dirname(path), { recursive: true });
    } catch (error) {
      // A file stands where the folder would be.
      throw refused(codeOf(error) === 'EEXIST' ? new Error('ENOTDIR: not a directory') : error);
    }
    try {
      await writeFile(path, text, { flag: 'wx' });
    } catch (error) {
      throw codeOf(error) === 'EEXIST' ? new UsageError(`${file}: ${wording.thereAlready}`) : refused(error);
    }
    await out.write(`${wording.reportWritten(onOneLine(file))}\n`);
  }
  return log.failed ? exitCodes.failed : exitCodes.clean;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** A report type by its id, or by its name in any language. */
function typeCalled(name: string, vocabulary: Vocabulary): EntryOf<'reports'> | undefined {
  const isCalled = ({ text }: Form) => text.toLowerCase() === name.toLowerCase();
  return (
    vocabulary.find('reports', name) ??
    vocabulary.ofKind('reports').find(({ forms }) => forms.some((form) => form.role === 'preferred' && isCalled(form)))
  );
}
