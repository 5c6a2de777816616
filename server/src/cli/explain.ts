import { URI } from 'vscode-uri';
import { allRules } from '../core/index.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { explainSubject } from './explain/entry.js';
import { explainPlace } from './explain/place.js';
import { isPlainFile, placeIn } from './explain/place-in-file.js';
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
