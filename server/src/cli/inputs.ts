import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import {
  type Finding,
  type Locale,
  lintReport,
  type Report,
  readReport,
  unreadMessage,
  unreadReason,
} from '../core/index.js';
import type { DecodedText } from '../workspace/decode-text.js';
import { type FileWorkspaces, fileWorkspaces } from '../workspace/file-workspaces.js';
import { namedPacks } from '../workspace/named-packs.js';
import { settingsInForce } from '../workspace/settings-in-force.js';
import { chosenRules } from './chosen-rules.js';
import { displayedPath } from './displayed-path.js';
import { findFiles, type PathFailure } from './find-files.js';
import type { JudgingOptions, VocabularyOptions } from './options.js';
import type { ProblemLog } from './problem-log.js';
import { readText } from './read-text.js';
import { type CheckedUnread, placeRange } from './reporters/checked-file.js';
import { progressOn } from './terminal/progress.js';
import { type Conversion, unreadFileMessage } from './unread-file.js';
import { UsageError } from './usage-error.js';
import { type Wording, wordingFor } from './wording.js';

/** A text with what it is judged by. */
export interface Input extends DecodedText {
  /** Absolute; `-` for standard input. */
  readonly path: string;
  /** As findings name it. */
  readonly displayed: string;
  /** Whether the user asked for this very file, standard input included. */
  readonly named: boolean;
  /** Any version of the text, judged as this file. */
  judge(text: string): Judgement;
}

export interface Judgement {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** A file that gave no text, and why. It has been said. */
export interface UnreadInput {
  readonly displayed: string;
  readonly unread: CheckedUnread;
}

/**
 * The texts behind the paths of a command line, one at a time, so that a long run holds one.
 * What cannot be found or read goes to the log. Throws a UsageError before the first.
 */
export async function* readInputs(
  paths: readonly string[],
  command: Conversion['command'],
  options: JudgingOptions,
  log: ProblemLog,
): AsyncGenerator<Input | UnreadInput> {
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
    yield await readInput({ path: '-', file, displayed, named: true, command }, options, log, workspaces);
    return;
  }
  const { files, failures } = await findFiles(paths, log.workingDirectory, workspaces);
  for (const { path, reason } of failures) await log.fail(path, pathMessage(reason, wording));
  const progress = progressOn(process.stderr);
  for (const [i, { path, named }] of files.entries()) {
    const displayed = displayedPath(path, log.workingDirectory);
    progress.show(() => `${wording.progress(i + 1, files.length)} ${displayed}`);
    yield await readInput({ path, file: path, displayed, named, command }, options, log, workspaces);
  }
  progress.clear();
}

/** The reasons that leave the whole of a text unread, if its span is the whole. */
const ofWhole = ['too-long', 'too-many', 'too-deep', 'foreign-script', 'foreign-language'];

/** What was left unread of a report. */
export function unreadOf({ text, lines, unread }: Report, locale: Locale): readonly CheckedUnread[] {
  return unread.map((each) => {
    const { span, reason } = each;
    const isWhole = ofWhole.includes(reason) && span.start === 0 && span.end === text.length;
    return {
      range: isWhole ? null : placeRange(span, lines),
      reason,
      message: unreadMessage(each, locale),
      why: unreadReason(each, locale),
    };
  });
}

/** Whether nothing of a report was read. One in a script or language of no pack was read, and had nothing to be held to. */
export function isLeftAlone(unread: readonly CheckedUnread[]): boolean {
  return unread.some(({ range, reason }) => range === null && !reason.startsWith('foreign-'));
}

/**
 * Says on standard error what was not read of a text: where nothing was, and the user asked for this very file, that is
 * an error. `parts`: also the parts of one that was read otherwise.
 */
export async function tellUnread(
  { displayed, named }: Pick<Input, 'displayed' | 'named'>,
  unread: readonly CheckedUnread[],
  log: ProblemLog,
  parts: boolean,
): Promise<void> {
  const leftAlone = isLeftAlone(unread);
  if (!leftAlone && !parts) return;
  for (const each of unread) {
    if (leftAlone && named) await log.fail(displayed, each.message);
    else await log.note(displayed, each);
  }
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

interface Source extends Pick<Input, 'path' | 'displayed' | 'named'>, Pick<Conversion, 'command'> {
  /** Where the text is taken to stand. */
  readonly file: string;
}

async function readInput(
  { path, file, displayed, named, command }: Source,
  options: JudgingOptions,
  log: ProblemLog,
  workspaces: FileWorkspaces,
): Promise<Input | UnreadInput> {
  const uri = URI.file(file).toString();
  const workspace = await workspaces.ofFile(uri);
  await log.tellOf(workspace);
  const reading = await readText(path);
  if ('unread' in reading) {
    const stdin = path === '-';
    const as = { file: stdin && options.stdinPath === undefined ? undefined : displayed, stdin, command };
    const message = unreadFileMessage(reading.unread, as, options.locale);
    const unread = { range: null, reason: reading.unread.reason, message, why: message };
    await tellUnread({ displayed, named }, [unread], log, false);
    return { displayed, unread };
  }
  const settings = settingsInForce(workspace, uri, options);
  const isChosen = chosenRules(options.rule, wordingFor(options.locale));
  const judge = (text: string) => {
    const report = readReport(text, workspace.vocabulary, settings);
    return { report, findings: lintReport(report).filter(isChosen) };
  };
  return { path, displayed, named, ...reading, judge };
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
