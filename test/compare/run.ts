/**
 * npm run compare -- <git ref> <folder>: what the revision and this work tree say of the same reports, and what it costs.
 * Ends with 0 where both say the same, with 1 where findings, unread parts or claims differ, with 2 where it cannot run.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { batchOf } from './batch.js';
import { buildHere, buildOf, commitOf } from './builds.js';
import { compare, comparisonText } from './compare.js';

interface Options {
  readonly pack: readonly string[];
  readonly rounds: number;
}

const program = new Command('npm run compare --')
  .description('Findings, claims and CPU time of a revision and of this work tree, on the same reports.')
  .argument('<git ref>', 'the older revision; its build is kept, by commit, in the folder for temporary files')
  .argument(
    '<folder>',
    'whose Markdown is read, and every line of fixtures such as test/fixtures/claims',
    existingFolder,
  )
  .option(
    '--pack <folder>',
    'hold Markdown to this pack (repeatable) rather than to those of its plumbline.yaml',
    repeated,
    [],
  )
  .option('--rounds <n>', 'how often each is measured', wholeNumber, 3)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(async (ref: string, folder: string, { pack, rounds }: Options) => {
    try {
      const commit = commitOf(ref);
      const batch = await batchOf(folder, pack);
      if (batch.reports.length === 0) throw new Error(`${folder} has no Markdown and no fixtures`);
      tell(`building ${commit.slice(0, 10)}`);
      const old = buildOf(commit);
      tell('building the work tree');
      const cores = { old, new: buildHere() };
      const comparison = compare(cores, batch, { rounds, progress: tell });
      tell('');
      console.log(`${batch.reports.length} reports: ${commit.slice(0, 10)} (old) and the work tree (new)\n`);
      console.log(comparisonText(comparison));
      process.exitCode = comparison.differences.size > 0 ? 1 : 0;
    } catch (error) {
      tell('');
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    }
  });
await program.parseAsync();

/** On one line of a terminal, and nowhere else. */
function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${progress}`);
}

function existingFolder(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new InvalidArgumentError('No such folder.');
  return resolve(path);
}

function repeated(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It takes a whole number from 1 on.');
  return number;
}
