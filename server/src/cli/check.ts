import type { Severity } from '../core/index.js';
import { type ExitCode, exitCodes, raiseExitCode } from './exit-codes.js';
import { isLeftAlone, readInputs, tellUnread } from './inputs.js';
import type { CheckOptions } from './options.js';
import { outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';
import type { CheckedFile } from './reporters/checked-file.js';
import { jsonReporter } from './reporters/json.js';
import { textReporter } from './reporters/text.js';
import { wordingFor } from './wording.js';

/** The severities that fail a run, by `--fail-on`. */
const failing: Record<Severity, readonly Severity[]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  information: ['error', 'warning', 'information'],
};

/** `plumbline check`: findings to standard output, all else to standard error. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const log = new ProblemLog(options, process.cwd());
  const wording = wordingFor(options.locale);
  const out = outputTo(process.stdout);
  const reporter = options.format === 'json' ? jsonReporter(out) : textReporter(out, wording);
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  let files = 0;
  let unread = 0;

  for await (const input of readInputs('check', paths, options, log)) {
    const { displayed, unread: parts, result } = input;
    const file: CheckedFile = {
      path: displayed,
      findings: result?.findings ?? [],
      unread: parts,
      leftAlone: isLeftAlone(parts),
    };
    files++;
    unread += parts.length;
    for (const { severity } of file.findings) counts[severity]++;
    // Set at once, since a reader may end the run by closing the pipe.
    if (failing[options.failOn].some((severity) => counts[severity] > 0)) raiseExitCode(exitCodes.findings);
    // The text reporter shows the parts among the findings.
    if (result !== undefined) await tellUnread(input, parts, log, options.format === 'json');
    await reporter.file(file);
  }
  await reporter.end({ files, ...counts, unread }, log.problems);

  if (log.failed) return exitCodes.failed;
  return failing[options.failOn].some((severity) => counts[severity] > 0) ? exitCodes.findings : exitCodes.clean;
}
