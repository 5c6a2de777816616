/**
 * npm run accuracy: how much of what reports state Plumbline reads, how many mistakes it finds, and how often it is wrong.
 * README.md in this folder says how each figure is made.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { packFolders } from '../../test/core/packs.js';
import { listAlterations, measureAlterations } from './alterations.js';
import { measureCanonical } from './canonical.js';
import { measureCpu } from './cpu.js';
import { checkFirstRun, firstRunOf, firstRunsBelow, recordFirstRun } from './first-run.js';
import { measureFixtures } from './fixtures.js';
import { numbersTable, type Outcome } from './numbers.js';
import { packAlone } from './read-line.js';
import { measureRound, numberOf, roundsIn, roundsTable } from './rounds.js';
import { measureStatements } from './statements.js';
import { measureStrangers } from './strangers.js';
import { type Measured, missText, type Share, sharesJson, tableText } from './tally.js';
import { templatesIn } from './templates.js';
import { measureTraps } from './traps.js';

const parts = ['fixtures', 'traps', 'canonical', 'statements', 'rounds'] as const;

interface Options {
  readonly pack: readonly string[];
  readonly only?: (typeof parts)[number];
  readonly round?: number;
  readonly rounds: string;
  readonly record: boolean;
  readonly alter?: readonly string[];
  readonly facts?: string;
  readonly years?: 'even' | 'odd';
  readonly strangers?: string;
  readonly show: boolean;
  readonly cpu?: string | true;
  readonly numbers?: string;
  readonly list?: Outcome;
  readonly json: boolean;
}

const here = import.meta.dirname;

await new Command('npm run accuracy --')
  .description('What Plumbline reads, finds and wrongly flags: a table of lines, traps, plain sentences and rounds.')
  .option('--pack <folder>', 'traps and plain sentences for this pack as well (repeatable)', repeated, [])
  .addOption(new Option('--only <part>', 'one part of the table').choices(parts))
  .option('--round <n>', 'one round, with each line that it misses', wholeNumber)
  .option('--rounds <folder>', 'where the rounds are', existingFolder, join(here, 'rounds'))
  .option('--no-record', 'do not keep the figures of the first run of a round, or of alterations')
  .option('--strangers <folder>', 'instead: alarms in Markdown that has nothing to do with the packs', existingFolder)
  .option(
    '--alter <folders...>',
    'instead: a folder with a pack and its list of alterations, and the folder of the texts',
  )
  .option('--facts <file>', 'with --alter: make that list of the facts in a file, and run nothing')
  .addOption(new Option('--years <which>', 'with --alter: every second text').choices(['even', 'odd']))
  .option('--show', 'each line that the table counts against us', false)
  .option('--cpu [folder]', 'instead: CPU time that the rules of claims add, on the Markdown below a folder (examples)')
  .option(
    '--numbers <folder>',
    "instead: what is made of the numbers and dates of Recognizers-Text's Specs",
    existingFolder,
  )
  .addOption(
    new Option('--list <outcome>', 'with --numbers: each place of one outcome').choices(['right', 'wrong', 'unread']),
  )
  .option('--json', 'the table as JSON', false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(async (options: Options) => {
    try {
      await run(options);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    }
  })
  .parseAsync();

async function run(options: Options): Promise<void> {
  const { pack, only, round, rounds, record, alter, facts, years, strangers, show, cpu, numbers, list, json } = options;
  if (numbers !== undefined) {
    console.log(numbersTable(numbers, list));
    return;
  }
  const packs = await Promise.all([...Object.values(packFolders), ...pack].map(packAlone));
  if (cpu !== undefined) {
    const texts = markdownBelow(cpu === true ? join(here, '../../examples') : existingFolder(cpu));
    for (const each of packs)
      console.log(
        each.name,
        measureCpu(
          texts.map(({ text }) => text),
          each,
        ),
      );
    return;
  }
  const measured: Measured[] = [];
  /** Where the figures go, if this is a first run. */
  let kept: string | undefined;
  let names: readonly string[] = [];
  if (alter !== undefined) {
    const [folder, texts, ...rest] = alter;
    if (folder === undefined || texts === undefined || rest.length > 0)
      throw new Error('--alter takes two folders: the one with the pack, and the one with the texts');
    const set = { folder: existingFolder(folder), texts: existingFolder(texts), ...(years !== undefined && { years }) };
    if (facts !== undefined) {
      console.log(`${listAlterations(set, facts)} alterations`);
      return;
    }
    // The odd years are for mending.
    if (record && years !== 'odd' && firstRunOf(set.folder) === undefined) kept = set.folder;
    if (kept !== undefined) checkFirstRun(kept);
    measured.push(await measureAlterations(set, tell));
    tell('');
  } else if (round !== undefined) {
    const name = roundsIn(rounds).find((each) => numberOf(each) === round);
    if (name === undefined) throw new Error(`There is no round ${round} in ${rounds}`);
    const folder = join(rounds, name);
    if (record && firstRunOf(folder) === undefined) kept = folder;
    if (kept !== undefined) checkFirstRun(kept);
    measured.push(await measureRound(rounds, name));
  } else if (strangers !== undefined) {
    measured.push(measureStrangers(markdownBelow(strangers), packs));
  } else {
    const isAsked = (part: (typeof parts)[number]) => only === undefined || only === part;
    if (isAsked('fixtures')) measured.push(measureFixtures());
    if (isAsked('traps')) measured.push(measureTraps(templatesIn(join(here, 'traps.yml')), packs));
    if (isAsked('canonical')) measured.push(measureCanonical(packs));
    if (isAsked('statements')) measured.push(measureStatements(templatesIn(join(here, 'statements.yml')), packs));
    // A round that has not had its first run is not spent on a table.
    if (isAsked('rounds')) names = roundsIn(rounds).filter((name) => firstRunOf(join(rounds, name)) !== undefined);
    for (const name of names) measured.push(await measureRound(rounds, name));
  }
  const shares = measured.flatMap((each) => each.shares);
  const misses = measured.flatMap((each) => each.misses);
  if (kept !== undefined) recordFirstRun(kept, shares);
  if (json) {
    console.log(sharesJson(shares));
    return;
  }
  if (show || round !== undefined) for (const miss of misses) console.log(`${missText(miss)}\n`);
  // Of the whole table the sums; of one part every row.
  const isWhole = only === undefined && round === undefined && alter === undefined && strangers === undefined;
  const isShown = ({ part, what }: Share) =>
    (part !== 'rounds' || round !== undefined) && !(isWhole && what.includes(': '));
  console.log(tableText(shares.filter(isShown)));
  if (names.length > 0) console.log(`\n${roundsTable(rounds, names, shares)}`);
  if (isWhole) for (const text of firstRunsBelow(join(here, 'reports'))) console.log(`\n${text}`);
}

/** On one line of a terminal, and nowhere else. */
function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${progress}`);
}

function markdownBelow(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
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
