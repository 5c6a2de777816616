import { Command, InvalidArgumentError, Option } from 'commander';
import type { Locale, Severity } from '../core/index.js';
import { environmentLocale } from '../workspace/environment-locale.js';
import { isCalendarDay } from './calendar-day.js';
import { packageVersion } from './package-version.js';

/** What every command that judges reports may be told. */
export interface JudgingOptions {
  /** Paths or names; instead of the config's. */
  readonly pack?: readonly string[];
  readonly config?: string;
  /** `2023-10-10`. */
  readonly date?: string;
  readonly region?: string;
  readonly report?: string;
  readonly language?: string;
  readonly stdinPath?: string;
  readonly locale: Locale;
}

export interface CheckOptions extends JudgingOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity;
}

export interface FixOptions extends JudgingOptions {
  readonly dryRun?: boolean;
}

const pathsHelp =
  "files, folders (their .md and .markdown files), globs in quotes, or - for standard input; without any, the config's files, else the current folder";

const checkHelp = `
The report's own front matter goes before --date, --region, --report and --language, and these before the config.
Folders and globs leave out node_modules, .git, what git ignores and the config's exclude; a file named outright is always checked.

Exit codes:
  0  no finding at or above --fail-on
  1  findings at or above --fail-on: errors, unless told otherwise
  2  wrong usage, an unreadable config, path or pack

Examples:
  plumbline check reports
  plumbline check "reports/**/*.md" --fail-on warning
  plumbline check --format json - < briefing.md`;

const fixHelp = `
Only fixes that are the one right replacement and keep the meaning are applied; figures, names and quotations never change.
With -, the fixed text goes to standard output.

Exit codes:
  0  done, whether or not anything changed
  2  wrong usage, an unreadable config, path or pack, a file that could not be written

Examples:
  plumbline fix --dry-run reports
  plumbline fix reports/may.md`;

const programHelp = `
Examples:
  plumbline check reports        findings, with their sources
  plumbline fix --dry-run        the safe fixes, as a diff`;

/** The commands and their options. The work itself is loaded when its command runs, so that help and errors are quick. */
export function buildProgram(): Command {
  const program = new Command('plumbline')
    .description(
      'Keeps reports true to policy: holds Markdown to the vocabulary of packs and names the source of every finding.',
    )
    .addHelpText('after', programHelp);

  judging(program.command('check').argument('[paths...]', pathsHelp))
    .description('Say where reports depart from the vocabulary of their packs.')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit code 1')
        .choices(['error', 'warning', 'information'])
        .default('error'),
    )
    .addHelpText('after', checkHelp)
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./check.js');
      process.exitCode = await check(paths, options);
    });

  judging(program.command('fix').argument('[paths...]', pathsHelp))
    .description('Apply the safe fixes.')
    .option('--dry-run', 'print the changes as a diff and write nothing')
    .addHelpText('after', fixHelp)
    .action(async (paths: string[], options: FixOptions) => {
      const { fix } = await import('./fix.js');
      process.exitCode = await fix(paths, options);
    });

  program
    .command('lsp')
    .description('Start the language server, for editors.')
    .requiredOption('--stdio', 'talk over standard input and output')
    // vscode-languageclient adds this one to whatever it starts; the connection reads it for itself.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(async () => {
      await import('../lsp/main.js');
    });

  for (const command of [program, ...program.commands]) speakPlainly(command);
  return program;
}

function judging(command: Command): Command {
  return command
    .addOption(
      new Option('--pack <path|name>', "a pack to hold the reports to, instead of the config's; repeatable").argParser(
        (pack: string, before: readonly string[] | undefined) => [...(before ?? []), pack],
      ),
    )
    .option('--config <file>', 'the config, instead of the nearest plumbline.yaml upward of each file')
    .addOption(
      new Option('--date <day>', "the reports' date, as 2023-10-10 (default: today)").argParser((text: string) => {
        if (!isCalendarDay(text)) throw new InvalidArgumentError('Write a day as 2023-10-10.');
        return text;
      }),
    )
    .option('--region <code>', 'the region that they are about, as CN or CN-GD')
    .option('--report <type>', 'the report type that they are held to')
    .option('--language <tag>', 'the language that they are in, as en or zh')
    .option('--stdin-path <path>', 'the path that the text of standard input has, for its config and in the output')
    .addOption(
      new Option('--locale <locale>', 'the language of messages')
        .choices(['en', 'zh'])
        .default(environmentLocale(process.env), 'by LC_ALL and LANG'),
    );
}

/** Help and version on every command; errors in one line. */
function speakPlainly(command: Command) {
  command
    .version(packageVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        const line = text
          .trim()
          .replace(/^error: /, '')
          .replace(/\s*\n\s*/g, ' ');
        write(`plumbline: ${line}${/Did you mean|is invalid\./.test(line) ? '' : '; see plumbline --help'}\n`);
      },
    });
}
