import type { Pack } from '../../core/index.js';
import { isFetched } from '../../workspace/find-pack.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { FetchingOptions } from '../options.js';
import { outputTo } from '../output.js';
import { onOneLine } from '../reporters/one-line.js';
import { UsageError } from '../usage-error.js';
import { addNeeded, unmetNeeds } from './dependencies/adding.js';
import { changingPacks } from './dependencies/run.js';

/** `plumbline pack update`: the newest of what plumbline.yaml asks for, and the lock anew. Throws a UsageError, and then nothing is changed. */
export async function updatePacks(names: readonly string[], options: FetchingOptions): Promise<ExitCode> {
  const lines = await changingPacks(process.cwd(), options, async (run) => {
    const { project, bringing, wording } = run;
    if (!project.hasConfig) throw new UsageError(wording.noConfig);
    const fetched = [...project.config.dependencies].filter(([, { origin }]) => isFetched(origin));
    const known = fetched.map(([name]) => name);
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) throw new UsageError(wording.notHere(unknown, known));
    const done: string[] = [];
    const updated: Pack[] = [];
    for (const [name, { written, origin }] of fetched) {
      if (names.length > 0 && !names.includes(name)) continue;
      const before = project.lock.get(name);
      const { pack, resolved, integrity } = await bringing.bring({ written, origin }, name);
      project.setLocked(name, { version: pack.version, from: written, resolved, integrity });
      if (before?.integrity === integrity && before.resolved === resolved) continue;
      updated.push(pack);
      const isNamedAlike = before?.version === pack.version;
      const shown = (version: string, exact: string) => (isNamedAlike ? `${version} (${shortened(exact)})` : version);
      done.push(
        wording.updated(
          name,
          before === undefined ? '—' : shown(before.version, before.resolved),
          shown(pack.version, resolved),
        ),
      );
      if (before !== undefined && before.resolved !== resolved && (origin.kind === 'npm' || origin.kind === 'git')) {
        done.push(`  ${wording.compare(`plumbline pack diff ${name}@${versionIn(before.resolved)} ${name}`)}`);
      }
    }
    for (const pack of updated) {
      for (const { pack: needed } of await addNeeded(pack, run)) done.push(wording.addedToo(needed.name, pack.name));
      done.push(...unmetNeeds(pack, run));
    }
    await bringing.commit();
    await project.save();
    if (done.length > 0) return done;
    return [known.length === 0 ? wording.nothingFetched : wording.newestAlready];
  });
  await outputTo(process.stdout).write(`${lines.map(onOneLine).join('\n')}\n`);
  return exitCodes.clean;
}

/** The version or commit at the end of what was locked. */
function versionIn(resolved: string): string {
  return resolved.slice(Math.max(resolved.lastIndexOf('@'), resolved.lastIndexOf('#')) + 1);
}

/** Of a commit, what tells it from others. */
function shortened(resolved: string): string {
  return /#([0-9a-f]{12})[0-9a-f]+$/.exec(resolved)?.[1] ?? resolved;
}
