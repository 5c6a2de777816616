import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exportSnippets, mergePacks } from '../../core/index.js';
import { today } from '../../workspace/today.js';
import { displayedPath } from '../displayed-path.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { PackExportOptions } from '../options.js';
import { outputTo } from '../output.js';
import { ProblemLog } from '../problem-log.js';
import { onOneLine } from '../reporters/one-line.js';
import { systemReason } from '../system-reason.js';
import { UsageError } from '../usage-error.js';
import { wordingFor } from '../wording.js';
import { writeAtomically } from '../write-atomically.js';
import { readNamedPacks } from './read-packs.js';

/** What a file of ours begins with; one that begins otherwise is somebody's own. */
const mark = '// plumbline pack export';

/** `plumbline pack export`: the snippets of a pack as VS Code's own, a file for each language. */
export async function exportPack(folder: string, options: PackExportOptions): Promise<ExitCode> {
  const { locale, date = today(), out: target = '.' } = options;
  const wording = wordingFor(locale);
  if (options.codeSnippets !== true) throw new UsageError(wording.exportWhat);
  const log = new ProblemLog(options, process.cwd());
  const [named] = await readNamedPacks([folder], log, wording);
  const pack = named?.reading.pack;
  if (named !== undefined && pack === undefined) await log.fail(named.displayed, wording.unusablePack(named.displayed));
  if (named === undefined || pack === undefined) return exitCodes.failed;
  const { vocabulary } = mergePacks([...named.others, pack]);
  const exported = exportSnippets(vocabulary, pack.name, {
    date,
    ...(pack.region !== undefined && { region: pack.region }),
  });
  const files = await Promise.all(
    [...exported].map(async ([language, items]) => {
      const path = join(resolve(log.workingDirectory, target), `${pack.name}.${language}.code-snippets`);
      const displayed = onOneLine(displayedPath(path, log.workingDirectory));
      const text = `${mark}: ${pack.name} ${onOneLine(pack.version)}, ${onOneLine(date)}\n${JSON.stringify(items, undefined, 2)}\n`;
      const before = await readFile(path).catch(() => undefined);
      if (before !== undefined && !before.toString().startsWith(mark)) {
        throw new UsageError(`${displayed}: ${wording.exportKept}`);
      }
      return { path, displayed, before, after: Buffer.from(text) };
    }),
  );
  const out = outputTo(process.stdout);
  for (const { path, displayed, before, after } of files) {
    try {
      if (before === undefined) await writeFile(path, after, { flag: 'wx' });
      else await writeAtomically(path, before, after);
    } catch (error) {
      throw new UsageError(`${displayed}: ${wording.unwritable(systemReason(error, locale))}`);
    }
    await out.write(`${displayed}\n`);
  }
  if (files.length === 0) await out.write(`${wording.nothingToList}\n`);
  return exitCodes.clean;
}
