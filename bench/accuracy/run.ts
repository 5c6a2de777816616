/**
 * npm run accuracy -- --numbers <folder> [--list right|wrong|unread]: what the reader makes of a public suite of
 * numbers and dates, Recognizers-Text's Specs, that stands in a folder. Nothing of the suite is kept here.
 */
import { statSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { numbersTable, type Outcome } from './numbers.js';

interface Options {
  readonly numbers?: string;
  readonly list?: Outcome;
}

await new Command('npm run accuracy --')
  .description('How much of what texts say is read, and read right.')
  .option('--numbers <folder>', "Recognizers-Text's Specs: what is made of its numbers and dates", existingFolder)
  .addOption(new Option('--list <outcome>', 'print each place of one outcome').choices(['right', 'wrong', 'unread']))
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(({ numbers, list }: Options, command: Command) => {
    if (numbers === undefined) command.error('Name what to measure: --numbers <folder>');
    console.log(numbersTable(numbers, list));
  })
  .parseAsync();

function existingFolder(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new InvalidArgumentError('No such folder.');
  return path;
}
