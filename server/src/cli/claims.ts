import { claimsOf } from '../core/index.js';
import { claimsReporter } from './claims/reporters.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { readInputs } from './inputs.js';
import type { ClaimsOptions } from './options.js';
import { outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';
import { placeRange } from './reporters/checked-file.js';

/** `plumbline claims`: every number of a known metric, what it was read as, and the record that it was held against. */
export async function claims(paths: readonly string[], options: ClaimsOptions): Promise<ExitCode> {
  const log = new ProblemLog(options, process.cwd());
  const reporter = claimsReporter(outputTo(process.stdout), options);
  for await (const input of readInputs(paths, options, log)) {
    if ('leftAlone' in input) {
      await log.note(input.displayed, { message: input.leftAlone });
      continue;
    }
    const { report } = input.judge(input.text);
    await reporter.file(
      input.displayed,
      claimsOf(report, options.locale).map((claim) => ({ ...claim, range: placeRange(claim.span, report.lines) })),
      report.vocabulary,
    );
  }
  await reporter.end();
  return log.failed ? exitCodes.failed : exitCodes.clean;
}
