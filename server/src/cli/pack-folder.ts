import { findPack } from '../workspace/find-pack.js';
import { meantPack } from '../workspace/known-packs.js';
import { nodeFiles } from '../workspace/node-files.js';
import { workspaceProblemMessage } from '../workspace/problem-message.js';
import { shippedPacks } from '../workspace/shipped-folders.js';
import type { SpokenOptions } from './options.js';
import { onOneLine } from './reporters/one-line.js';
import { UsageError } from './usage-error.js';
import { wordingFor } from './wording.js';

/**
 * The first of these ways to write a pack that leads to one, from the folder `base`. Throws a UsageError where none does;
 * `written`: how `--pack` names it.
 */
export async function packFolder(
  ways: readonly string[],
  written: string,
  base: string,
  locale: SpokenOptions['locale'],
): Promise<string> {
  const files = nodeFiles();
  for (const way of ways) {
    const { folder, isRemote } = await findPack(files, way, base, shippedPacks());
    if (folder !== undefined) return way;
    if (isRemote) {
      const message = workspaceProblemMessage({ messageId: 'pack.remote', values: { pack: written } }, locale);
      throw new UsageError(`--pack ${message.split('\n', 1)[0]}`);
    }
  }
  const meant =
    (await meantPack(files, written, base, shippedPacks())) ??
    (await meantPack(files, `./${written}`, base, shippedPacks()))?.replace(/^\.\//, '');
  throw new UsageError(`--pack ${onOneLine(written)}: ${wordingFor(locale).noSuchPack(meant)}`);
}
