import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const help = `npm run bench -- [folder] [--terms <file>] [--runs N] [--seconds S]

  folder          where the Markdown files are (default: examples)
  --terms <file>  the deprecated terms, one a line; after a tab, what to write instead
                  (default: the deprecated forms of the packs that ship)
  --runs N        how often each thing is measured (default: 5; keystrokes four times as often)
  --seconds S     after so many seconds of one measurement, the runs that are done will do, from three on (default: 20)`;

/** An error of the one who calls: its message is all that is to be said. */
export class UsageError extends Error {}

/**
 * @param {string[]} args
 * @returns {{ help: boolean, folder: string, terms: string | undefined, runs: number, seconds: number }}
 * @throws {UsageError}
 */
export function readOptions(args) {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new UsageError('one folder at a time');
  const folder = positionals[0] ?? fileURLToPath(new URL('../examples', import.meta.url));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`not a folder: ${folder}`);
  if (values.terms !== undefined && !existsSync(values.terms)) throw new UsageError(`not there: ${values.terms}`);
  return {
    help: values.help,
    folder,
    terms: values.terms,
    runs: wholeNumber('--runs', values.runs),
    seconds: wholeNumber('--seconds', values.seconds),
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        terms: { type: 'string' },
        runs: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '20' },
      },
    });
  } catch (error) {
    throw new UsageError(error.message);
  }
}

function wholeNumber(option, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} takes a whole number from 1 on`);
  return number;
}
