import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Locale } from '../core/index.js';
import { version } from '../core/start.js';
import { isCalendarDay } from './calendar-day.js';
import { raiseExitCode } from './exit-codes.js';
import { helpLocale } from './help/help-locale.js';
import { localizeHelp } from './help/localize-help.js';
import {
  type CheckOptions,
  type ClaimsOptions,
  type ExplainOptions,
  type FetchingOptions,
  type FixOptions,
  type InitOptions,
  type Listing,
  type ListOptions,
  listings,
  type NewOptions,
  type PackCheckOptions,
  type PackDiffOptions,
  type PackExportOptions,
  type PackInstallOptions,
  type PackListOptions,
  type PackPublishOptions,
  type PackTestOptions,
  type SpokenOptions,
} from './options.js';

/**
 * The commands and their options, for the arguments of a command line; their words are in help/.
 * The work itself is loaded when its command runs, so that help and errors are quick.
 */
export function buildProgram(args: readonly string[]): Command {
  const locale = helpLocale(args);
  // Where no command has its own --locale, one before the command counts.
  const ownLocale = () => localeOption(locale);
  const program = new Command('plumbline').addOption(ownLocale());

  judging(program.command('check').argument('[paths...]'))
    .addOption(ownLocale())
    .addOption(format())
    .addOption(new Option('--fail-on <severity>').choices(['error', 'warning', 'information']).default('error'))
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./check.js');
      raiseExitCode(await check(paths, options));
    });

  judging(program.command('fix').argument('[paths...]'))
    .addOption(ownLocale())
    .option('--dry-run')
    .action(async (paths: string[], options: FixOptions) => {
      const { fix } = await import('./fix.js');
      raiseExitCode(await fix(paths, options));
    });

  readingFiles(program.command('claims').argument('[paths...]'))
    .option('--all')
    .addOption(new Option('--format <format>').choices(['text', 'json', 'csv']).default('text'))
    .addOption(ownLocale())
    .action(async (paths: string[], options: ClaimsOptions) => {
      const { claims } = await import('./claims.js');
      raiseExitCode(await claims(paths, options));
    });

  reading(program.command('explain').argument('<subject...>'))
    .addOption(ownLocale())
    .action(async (subject: string[], options: ExplainOptions) => {
      const { explain } = await import('./explain.js');
      raiseExitCode(await explain(subject, options));
    });

  withVocabulary(program.command('list').addArgument(new Argument('<what>').choices(listings)))
    .option('--kind <kind>')
    .addOption(format())
    .addOption(ownLocale())
    .action(async (what: Listing, options: ListOptions) => {
      const { list } = await import('./list.js');
      raiseExitCode(await list(what, options));
    });

  withVocabulary(program.command('new').argument('<type>').argument('[file]'))
    .addOption(date())
    .option('--language <tag>')
    .addOption(ownLocale())
    .action(async (type: string, file: string | undefined, options: NewOptions) => {
      const { writeNewReport } = await import('./new-report.js');
      raiseExitCode(await writeNewReport(type, file, options));
    });

  program
    .command('init')
    .addOption(repeatable('--pack <path|name>'))
    .addOption(ownLocale())
    .action(async (options: InitOptions) => {
      const { init } = await import('./init.js');
      raiseExitCode(await init(options));
    });

  const pack = program.command('pack');
  addPackCommands(pack, ownLocale);
  addDependencyCommands(pack, ownLocale);
  addDiffCommand(pack, ownLocale);

  program
    .command('lsp')
    .requiredOption('--stdio')
    // vscode-languageclient adds this one to whatever it starts; the connection reads it for itself.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(async () => {
      await import('../lsp/main.js');
    });

  localizeHelp(program, locale, version, args);
  return program;
}

function addPackCommands(pack: Command, ownLocale: () => Option) {
  pack
    .command('new')
    .argument('<folder>')
    .addOption(ownLocale())
    .action(async (folder: string, options: SpokenOptions) => {
      const { newPack } = await import('./pack/new-pack.js');
      raiseExitCode(await newPack(folder, options));
    });
  pack
    .command('check')
    .argument('<folders...>')
    .addOption(date())
    .addOption(format())
    .addOption(new Option('--fail-on <severity>').choices(['error', 'warning']).default('error'))
    .option('--forms')
    .addOption(ownLocale())
    .action(async (folders: string[], options: PackCheckOptions) => {
      const { checkPacks } = await import('./pack/check-packs.js');
      raiseExitCode(await checkPacks(folders, options));
    });
  pack
    .command('test')
    .argument('<folders...>')
    .addOption(date())
    .addOption(format())
    .option('--alter')
    .addOption(ownLocale())
    .action(async (folders: string[], options: PackTestOptions) => {
      const { testPacks } = await import('./pack/test-packs.js');
      raiseExitCode(await testPacks(folders, options));
    });
  pack
    .command('export')
    .argument('<folder>')
    .option('--code-snippets')
    .option('--out <folder>')
    .addOption(date())
    .addOption(ownLocale())
    .action(async (folder: string, options: PackExportOptions) => {
      const { exportPack } = await import('./pack/export-pack.js');
      raiseExitCode(await exportPack(folder, options));
    });
}

function addDependencyCommands(pack: Command, ownLocale: () => Option) {
  const fetching = (command: Command) => command.addOption(timeout()).addOption(ownLocale());
  fetching(pack.command('add').argument('<address>')).action(async (address: string, options: FetchingOptions) => {
    const { addPack } = await import('./pack/add-pack.js');
    raiseExitCode(await addPack(address, options));
  });
  fetching(pack.command('install').option('--frozen')).action(async (options: PackInstallOptions) => {
    const { installPacks } = await import('./pack/install-packs.js');
    raiseExitCode(await installPacks(options));
  });
  fetching(pack.command('update').argument('[names...]')).action(async (names: string[], options: FetchingOptions) => {
    const { updatePacks } = await import('./pack/update-packs.js');
    raiseExitCode(await updatePacks(names, options));
  });
  fetching(pack.command('remove').argument('<name>')).action(async (name: string, options: FetchingOptions) => {
    const { removePack } = await import('./pack/remove-pack.js');
    raiseExitCode(await removePack(name, options));
  });
  fetching(pack.command('publish').argument('<folder>').option('--dry-run')).action(
    async (folder: string, options: PackPublishOptions) => {
      const { publishPack } = await import('./pack/publish-pack.js');
      raiseExitCode(await publishPack(folder, options));
    },
  );
  pack
    .command('list')
    .addOption(format())
    .addOption(ownLocale())
    .action(async (options: PackListOptions) => {
      const { listPacks } = await import('./pack/list-packs.js');
      raiseExitCode(await listPacks(options));
    });
}

function addDiffCommand(pack: Command, ownLocale: () => Option) {
  pack
    .command('diff')
    .argument('<old>')
    .argument('<new>')
    .argument('[reports...]')
    .addOption(date())
    .addOption(format())
    .addOption(timeout())
    .addOption(ownLocale())
    .action(async (before: string, after: string, reports: string[], options: PackDiffOptions) => {
      const { diffPackVersions } = await import('./pack/diff-packs.js');
      raiseExitCode(await diffPackVersions([before, after], reports, options));
    });
}

function judging(command: Command): Command {
  return readingFiles(command).addOption(repeatable('--rule <id>'));
}

function readingFiles(command: Command): Command {
  return reading(command).option('--stdin-path <path>').addOption(timeout());
}

function reading(command: Command): Command {
  return withVocabulary(command)
    .addOption(date())
    .option('--region <code>')
    .option('--report <type>')
    .option('--language <tag>');
}

function withVocabulary(command: Command): Command {
  return command.addOption(repeatable('--pack <path|name>')).option('--config <file>');
}

function repeatable(flags: string): Option {
  return new Option(flags).argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    value,
  ]);
}

function date(): Option {
  return new Option('--date <day>').argParser((text: string) => {
    if (!isCalendarDay(text)) throw new InvalidArgumentError('Write a day as 2023-10-10.');
    return text;
  });
}

/** A day; a timer runs for twenty-four at most. */
const longestTimeout = 86_400;

function timeout(): Option {
  return new Option('--timeout <seconds>').default(60, '').argParser((text: string) => {
    const seconds = Number(text);
    if (text.trim() !== '' && seconds > 0 && seconds <= longestTimeout) return seconds;
    throw new InvalidArgumentError(`Write seconds, above 0 and up to ${longestTimeout}.`);
  });
}

function format(): Option {
  return new Option('--format <format>').choices(['text', 'json']).default('text');
}

function localeOption(locale: Locale): Option {
  // Its default is said in its text.
  return new Option('--locale <locale>').choices(['en', 'zh']).default(locale, '');
}
