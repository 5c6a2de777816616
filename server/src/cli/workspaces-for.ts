import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { type FileWorkspaces, fileWorkspaces } from '../workspace/file-workspaces.js';
import { namedPacks } from '../workspace/named-packs.js';
import type { VocabularyOptions } from './options.js';
import { packFolder } from './pack-folder.js';
import { UsageError } from './usage-error.js';
import { wordingFor } from './wording.js';

/** The workspaces that a command line asks for. Throws a UsageError for a config that is not there. */
export async function workspacesFor(
  { config, pack, instead, locale }: VocabularyOptions,
  workingDirectory: string,
): Promise<FileWorkspaces> {
  const configPath = config === undefined ? undefined : resolve(workingDirectory, config);
  if (configPath !== undefined && (await stat(configPath).catch(() => undefined)) === undefined) {
    throw new UsageError(`--config ${config}: ${wordingFor(locale).missing}`);
  }
  const named = pack === undefined ? undefined : await namedPacks(pack, workingDirectory);
  for (const [i, name] of named?.names.entries() ?? []) {
    await packFolder([name], pack?.[i] ?? name, URI.file(workingDirectory).toString(), locale);
  }
  return fileWorkspaces({
    ...(configPath !== undefined && { configUri: URI.file(configPath).toString() }),
    ...(named && { packs: named }),
    ...(instead && { instead }),
  });
}
