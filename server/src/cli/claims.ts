import { claimsReporter } from './claims/reporters.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { isLeftAlone, readInputs, tellUnread } from './inputs.js';
import type { ClaimsOptions } from './options.js';
import { outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';

/** `plumbline claims`: every number of a known metric, what it was read as, and the record that it was held against. */
export async function claims(paths: readonly string[], options: ClaimsOptions): Promise<ExitCode> {
  const log = new ProblemLog(options, process.cwd());
  const reporter = claimsReporter(outputTo(process.stdout), options);
  let notRead = 0;
  for await (const input of readInputs('claims', paths, options, log)) {
    const { displayed, unread, result } = input;
    if (result === undefined) {
      notRead++;
      continue;
    }
    await tellUnread(input, unread, log, true);
    if (isLeftAlone(unread)) notRead++;
    await reporter.file(displayed, result.claims);
  }
  await reporter.end(notRead);
  return log.failed ? exitCodes.failed : exitCodes.clean;
}
