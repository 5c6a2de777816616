import { type Change, type FixedText, fixText } from '../core/index.js';
import { encodeText } from './encode-text.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { readInputs, tellUnread, unreadOf } from './inputs.js';
import type { FixOptions } from './options.js';
import { type Output, outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';
import { onOneLine } from './reporters/one-line.js';
import { systemReason } from './system-reason.js';
import { unifiedDiff } from './unified-diff.js';
import { wordingFor } from './wording.js';
import { writeAtomically } from './write-atomically.js';

/** `plumbline fix`: the safe fixes, written where the texts came from. */
export async function fix(paths: readonly string[], options: FixOptions): Promise<ExitCode> {
  const log = new ProblemLog(options, process.cwd());
  const wording = wordingFor(options.locale);
  const out = outputTo(process.stdout);
  const errors = outputTo(process.stderr);
  const throughPipe = paths.includes('-');
  // A fixed text, or a diff that is to be applied, must stand alone on standard output.
  const talk = options.dryRun || throughPipe ? errors : out;
  let files = 0;
  let notRead = 0;
  let changed = 0;
  let takenBack = 0;

  for await (const input of readInputs(paths, 'fix', options, log)) {
    const { displayed } = input;
    if ('unread' in input) {
      notRead++;
      continue;
    }
    const { path, text, bom } = input;
    let fixed: FixedText;
    try {
      const first = input.judge(text);
      await tellUnread(input, unreadOf(first.report, options.locale), log, true);
      fixed = fixText(text, (version) => (version === text ? first : input.judge(version)).findings);
    } catch (error) {
      await log.fail(displayed, wording.fault(String(error)));
      continue;
    }
    const mark = bom ? '\uFEFF' : '';
    if (options.dryRun) {
      if (fixed.changes.length > 0) {
        await out.write(inColour(unifiedDiff(displayed, mark + text, mark + fixed.text), out));
      }
    } else if (throughPipe) {
      await out.write(encodeText(fixed.text, input));
    } else if (fixed.changes.length > 0) {
      try {
        await writeAtomically(path, encodeText(fixed.text, input));
      } catch (error) {
        await log.fail(displayed, wording.unwritable(systemReason(error)));
        continue;
      }
    }
    takenBack += fixed.takenBack;
    if (fixed.changes.length === 0) continue;
    files++;
    changed += fixed.changes.length;
    if (!options.dryRun)
      await talk.write(`${talk.colours.underline(onOneLine(displayed))}\n${rows(fixed.changes, talk)}\n\n`);
  }

  const summary = options.dryRun ? wording.wouldFix(changed, files) : wording.fixed(changed, files);
  await talk.write(`${changed === 0 ? wording.nothingToFix : summary}${wording.filesNotRead(notRead)}\n`);
  if (takenBack > 0) await talk.write(`${wording.takenBack(takenBack)}\n`);
  return log.failed ? exitCodes.failed : exitCodes.clean;
}

function rows(changes: readonly Change[], { colours }: Output): string {
  const width = changes.reduce((most, { line, column }) => Math.max(most, `${line}:${column}`.length), 0);
  return changes
    .map(({ line, column, before, after, rule }) => {
      const place = colours.dim(`${line}:${column}`.padStart(width));
      const change = `${colours.red(onOneLine(before))} → ${colours.green(onOneLine(after))}`;
      return `  ${place}  ${change}  ${colours.dim(rule)}`;
    })
    .join('\n');
}

function inColour(diff: string, { colours }: Output): string {
  return diff
    .split(/(?<=\n)/)
    .map((line, index) => {
      if (index < 2) return colours.bold(line);
      if (line.startsWith('@@')) return colours.cyan(line);
      if (line.startsWith('+')) return colours.green(line);
      return line.startsWith('-') ? colours.red(line) : line;
    })
    .join('');
}
