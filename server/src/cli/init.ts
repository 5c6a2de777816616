import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { URI } from 'vscode-uri';
import { configName, isMisnamedConfig } from '../workspace/find-config.js';
import { firstConfig } from '../workspace/first-config.js';
import { packChoice } from '../workspace/known-packs.js';
import { nodeFiles } from '../workspace/node-files.js';
import { workspaceProblemMessage } from '../workspace/problem-message.js';
import { shippedPacks } from '../workspace/shipped-folders.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import type { InitOptions } from './options.js';
import { outputTo } from './output.js';
import { packFolder } from './pack-folder.js';
import { onOneLine } from './reporters/one-line.js';
import { systemReason } from './system-reason.js';
import { UsageError } from './usage-error.js';
import { type Wording, wordingFor } from './wording.js';

/**
 * `plumbline init`: a config that names the packs that were asked for, else those of the folder, else one that ships.
 * Throws a UsageError where there is a config, for a pack that there is not, and where the user breaks off (Ctrl+C).
 */
export async function init({ locale, pack }: InitOptions): Promise<ExitCode> {
  const wording = wordingFor(locale);
  const folder = process.cwd();
  const path = join(folder, configName);
  if (await stat(path).catch(() => undefined)) throw new UsageError(`${configName}: ${wording.thereAlready}`);
  const base = URI.file(folder).toString();
  const misnamed = (await nodeFiles().list(base)).find(({ name, folder }) => !folder && isMisnamedConfig(name));
  if (misnamed !== undefined) {
    const values = { file: misnamed.name, meant: configName };
    throw new UsageError(...workspaceProblemMessage({ messageId: 'config.misnamed', values }, locale).split('\n'));
  }
  const packs =
    pack === undefined
      ? await packsOf(base, wording)
      : await Promise.all(pack.map((written) => packFolder([written, `./${written}`], written, base, locale)));
  try {
    await writeFile(path, firstConfig(packs, locale), { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`${configName}: ${wording.unwritable(systemReason(error, locale))}`);
  }
  await outputTo(process.stdout).write(`${wording.configWritten(configName, packs)}\n`);
  return exitCodes.clean;
}

/** Those that the user chooses at a terminal; elsewhere the folder's own, else the one that serves without a config. */
async function packsOf(base: string, wording: Wording): Promise<readonly string[]> {
  const { all, byDefault } = await packChoice(nodeFiles(), base, shippedPacks());
  if (!process.stdin.isTTY || !process.stdout.isTTY || all.length < 2) return byDefault;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const list = all.map((name, i) => `  ${i + 1}  ${onOneLine(name)}`).join('\n');
    const numbers = byDefault.map((name) => all.indexOf(name) + 1).join(' ');
    for (;;) {
      const answer = await terminal.question(`${wording.whichPacks}\n${list}\n${wording.byNumber(numbers)}`);
      if (answer.trim() === '') return byDefault;
      const chosen = answer.split(/[\s,，、]+/).filter((word) => word !== '');
      const named = chosen.flatMap((word) => all[Number(word) - 1] ?? all.find((name) => name === word) ?? []);
      if (named.length === chosen.length) return [...new Set(named)];
    }
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw new UsageError(wording.nothingWritten);
    throw error;
  } finally {
    terminal.close();
  }
}
