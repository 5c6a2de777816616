import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { type Finding, type Locale, lintReport, type Report, readReport, unreadMessage } from '../core/index.js';
import { type FileWorkspaces, fileWorkspaces } from '../workspace/file-workspaces.js';
import { namedPacks } from '../workspace/named-packs.js';
import { settingsInForce } from '../workspace/settings-in-force.js';
import { chosenRules } from './chosen-rules.js';
import { displayedPath } from './displayed-path.js';
import { findFiles, type PathFailure } from './find-files.js';
import type { JudgingOptions, VocabularyOptions } from './options.js';
import type { ProblemLog } from './problem-log.js';
import { readText } from './read-text.js';
import { type Note, placeRange } from './reporters/checked-file.js';
import { progressOn } from './terminal/progress.js';
import { UsageError } from './usage-error.js';
import { type Wording, wordingFor } from './wording.js';

/** A text with what it is judged by. */
export interface Input {
  /** Absolute; `-` for standard input. */
  readonly path: string;
  /** As findings name it. */
  readonly displayed: string;
  /** Without its BOM. */
  readonly text: string;
  readonly bom: boolean;
  /** Any version of the text, judged as this file. */
  judge(text: string): Judgement;
}

export interface Judgement {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** A text that was left alone, and why. */
export interface InputLeftAlone {
  readonly displayed: string;
  readonly leftAlone: string;
}

/**
 * The texts behind the paths of a command line, one at a time, so that a long run holds one.
 * What cannot be found or read goes to the log. Throws a UsageError before the first.
 */
export async function* readInputs(
  paths: readonly string[],
  options: JudgingOptions,
  log: ProblemLog,
): AsyncGenerator<Input | InputLeftAlone> {
  const wording = wordingFor(options.locale);
  if (paths.includes('-') && paths.length > 1) throw new UsageError(wording.stdinAlone);
  if (!paths.includes('-') && options.stdinPath !== undefined) throw new UsageError(wording.stdinPathWithout);
  chosenRules(options.rule, wording);
  const workspaces = await workspacesFor(options, log.workingDirectory, wording);
  if (paths.includes('-')) {
    const displayed =
      options.stdinPath === undefined
        ? '<stdin>'
        : displayedPath(resolve(log.workingDirectory, options.stdinPath), log.workingDirectory);
    const file = resolve(log.workingDirectory, options.stdinPath ?? 'stdin.md');
    yield* readInput({ path: '-', file, displayed }, options, log, workspaces);
    return;
  }
  const { files, failures } = await findFiles(paths, log.workingDirectory, workspaces);
  for (const { path, reason } of failures) await log.fail(path, pathMessage(reason, wording));
  const progress = progressOn(process.stderr);
  for (const [i, file] of files.entries()) {
    const displayed = displayedPath(file, log.workingDirectory);
    progress.show(() => `${wording.progress(i + 1, files.length)} ${displayed}`);
    yield* readInput({ path: file, file, displayed }, options, log, workspaces);
  }
  progress.clear();
}

/** What was left unread of a report that was read. */
export function notesOn(report: Report, locale: Locale): readonly Note[] {
  return report.unread.map((unread) => ({
    message: unreadMessage(unread, locale),
    range: placeRange(unread.span, report.lines),
  }));
}

/** Throws a UsageError for a config that is not there. */
export async function workspacesFor(
  { config, pack }: VocabularyOptions,
  workingDirectory: string,
  wording: Wording,
): Promise<FileWorkspaces> {
  const configPath = config === undefined ? undefined : resolve(workingDirectory, config);
  if (configPath !== undefined && (await stat(configPath).catch(() => undefined)) === undefined) {
    throw new UsageError(`--config ${config}: ${wording.missing}`);
  }
  return fileWorkspaces({
    ...(configPath !== undefined && { configUri: URI.file(configPath).toString() }),
    ...(pack !== undefined && { packs: await namedPacks(pack, workingDirectory) }),
  });
}

/** `path` is where the text comes from, `file` where it is taken to stand. */
async function* readInput(
  { path, file, displayed }: { readonly path: string; readonly file: string; readonly displayed: string },
  options: JudgingOptions,
  log: ProblemLog,
  workspaces: FileWorkspaces,
): AsyncGenerator<Input | InputLeftAlone> {
  const uri = URI.file(file).toString();
  const workspace = await workspaces.ofFile(uri);
  await log.tellOf(workspace);
  const reading = await readText(path, options.locale);
  if ('failed' in reading) return log.fail(displayed, reading.failed);
  if ('leftAlone' in reading) return yield { displayed, leftAlone: reading.leftAlone };
  const settings = settingsInForce(workspace, uri, options);
  const isChosen = chosenRules(options.rule, wordingFor(options.locale));
  const judge = (text: string) => {
    const report = readReport(text, workspace.vocabulary, settings);
    return { report, findings: lintReport(report).filter(isChosen) };
  };
  yield { path, displayed, ...reading, judge };
}

function pathMessage(reason: PathFailure['reason'], wording: Wording): string {
  const messages: Record<PathFailure['reason'], string> = {
    missing: wording.missing,
    'no Markdown': wording.noMarkdown,
    'nothing matches': wording.nothingMatches,
    'nothing listed': wording.nothingListed,
    'all ignored': wording.allIgnored,
  };
  return messages[reason];
}
