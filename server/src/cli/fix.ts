import type { Change, Locale } from '../core/index.js';
import { encodeText } from './encode-text.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { isLeftAlone, readInputs, tellUnread } from './inputs.js';
import type { FixOptions } from './options.js';
import { type Output, outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';
import { onOneLine } from './reporters/one-line.js';
import { systemReason } from './system-reason.js';
import type { Results } from './thread/questions.js';
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
  let notWritten = 0;
  let changed = 0;
  let takenBack = 0;

  for await (const input of readInputs('fix', paths, options, log)) {
    const { path, displayed, unread, result } = input;
    if (result === undefined) {
      notRead++;
      continue;
    }
    await tellUnread(input, unread, log, true);
    if (isLeftAlone(unread)) notRead++;
    const { text, fixed, bom, changes } = result;
    if (options.dryRun) {
      if (changes.length > 0) {
        const mark = bom ? '\uFEFF' : '';
        const diff = unifiedDiff(displayed, mark + text, mark + fixed);
        await (out.width === undefined ? out.writeData(diff) : out.write(inColour(diff, out)));
      }
    } else if (throughPipe) {
      await out.writeData(encodeText(fixed, result));
    } else if (changes.length > 0) {
      const failure = await write(path, result, options.locale);
      if (failure !== undefined) {
        notWritten++;
        await log.fail(displayed, failure);
        continue;
      }
    }
    takenBack += result.takenBack;
    if (changes.length === 0) continue;
    files++;
    changed += changes.length;
    if (!options.dryRun)
      await talk.write(`${talk.colours.underline(onOneLine(displayed))}\n${rows(changes, talk)}\n\n`);
  }

  const made = options.dryRun ? wording.wouldFix(changed, files) : wording.fixed(changed, files);
  const summary = changed === 0 && notWritten === 0 ? wording.nothingToFix : made;
  await talk.write(`${summary}${wording.filesNotRead(notRead)}${wording.filesNotWritten(notWritten)}\n`);
  if (takenBack > 0) await talk.write(`${wording.takenBack(takenBack)}\n`);
  return log.failed ? exitCodes.failed : exitCodes.clean;
}

/** Writes a fixed text where it came from; else why it could not. */
async function write(path: string, result: Results['fix'], locale: Locale): Promise<string | undefined> {
  const wording = wordingFor(locale);
  try {
    const written = await writeAtomically(path, encodeText(result.text, result), encodeText(result.fixed, result));
    switch (written) {
      case 'written':
        return undefined;
      case 'changed':
        return wording.changedMeanwhile;
      case 'read-only':
        return wording.readOnly;
      case 'not a file':
        return wording.notWrittenToPipe;
    }
  } catch (error) {
    return wording.unwritable(systemReason(error, locale));
  }
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
