import { claimsOf } from '../core/index.js';
import { claimsReporter } from './claims/reporters.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { readInputs, tellUnread, unreadOf } from './inputs.js';
import type { ClaimsOptions } from './options.js';
import { outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';
import { placeRange } from './reporters/checked-file.js';

/** `plumbline claims`: every number of a known metric, what it was read as, and the record that it was held against. */
export async function claims(paths: readonly string[], options: ClaimsOptions): Promise<ExitCode> {
  const log = new ProblemLog(options, process.cwd());
  const reporter = claimsReporter(outputTo(process.stdout), options);
  let notRead = 0;
  for await (const input of readInputs(paths, 'claims', options, log)) {
    if ('unread' in input) {
      notRead++;
      continue;
    }
    const { report } = input.judge(input.text);
    await tellUnread(input, unreadOf(report, options.locale), log, true);
    await reporter.file(
      input.displayed,
      claimsOf(report, options.locale).map((claim) => ({ ...claim, range: placeRange(claim.span, report.lines) })),
      report.vocabulary,
    );
  }
  await reporter.end(notRead);
  return log.failed ? exitCodes.failed : exitCodes.clean;
}
