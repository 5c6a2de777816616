import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Origin } from '../../../core/index.js';
import { UsageError } from '../../usage-error.js';
import type { Fetched, Fetching } from './fetching.js';
import { npmCommand } from './npm-command.js';
import { type Ran, runProgram } from './run-program.js';

type NpmOrigin = Extract<Origin, { kind: 'npm' }>;

/**
 * Brings the archive of a package by npm's own client, with its registries, proxies and passwords. `npm pack` runs no
 * script of it, brings nothing that it depends on, and leaves package.json as it is. `version`: the exact one to bring.
 */
export async function fetchByNpm(origin: NpmOrigin, fetching: Fetching, version?: string): Promise<Fetched> {
  const { folder, temporary, deadline, wording } = fetching;
  const spec = `${origin.name}@${version ?? origin.range}`;
  const shown = version === undefined && origin.range === 'latest' ? origin.name : spec;
  const seconds = Math.max(1, Math.ceil((deadline - Date.now()) / 1000));
  const [program, ...first] = npmCommand();
  const ran = await runProgram(
    program as string,
    [
      ...first,
      'pack',
      '--json',
      '--ignore-scripts',
      '--workspaces=false',
      `--pack-destination=${relative(folder, temporary)}`,
      `--fetch-timeout=${seconds * 1000}`,
      '--fetch-retries=0',
      '--no-update-notifier',
      '--loglevel=error',
      '--',
      spec,
    ],
    { cwd: folder, deadline },
  );
  const [file] = (await readdir(temporary)).filter((name) => name.endsWith('.tgz'));
  if (ran.outcome !== 'done' || file === undefined) throw new UsageError(...failure(ran, shown, fetching));
  const archive = await readFile(join(temporary, file));
  const found = versionIn(ran.stdout.toString());
  if (found === undefined) throw new UsageError(wording.programFailed('npm', spec, wording.noVersion));
  return { archive, format: 'tgz', resolved: `npm:${origin.name}@${found}` };
}

interface Packed {
  readonly version?: unknown;
}

/** Of the one package that was packed: a list, or a map by names. */
function versionIn(json: string): string | undefined {
  try {
    const [packed] = Object.values(JSON.parse(json) as Readonly<Record<string, Packed>>);
    return typeof packed?.version === 'string' ? packed.version : undefined;
  } catch {
    return undefined;
  }
}

function failure(ran: Ran, spec: string, { wording }: Fetching): readonly string[] {
  if (ran.outcome === 'missing') return [wording.noProgram('npm')];
  if (ran.outcome === 'timeout') return [wording.tooSlow(spec)];
  const { code, summary } = errorIn(ran.stdout.toString());
  switch (code) {
    case 'E404':
      return [wording.noPackage(spec)];
    case 'ETARGET':
      return [wording.noSuchVersion(spec)];
    case 'E401':
    case 'E403':
    case 'ENEEDAUTH':
      return [wording.asksForPassword(spec), wording.logInFirst('npm login')];
    case 'ETIMEDOUT':
    case 'ERR_SOCKET_TIMEOUT':
    case 'FETCH_ERROR':
    case 'EIDLETIMEOUT':
      return [wording.tooSlow(spec)];
    default: {
      const said = summary || ran.stderr.trim().split('\n', 1)[0] || '';
      return [wording.programFailed('npm', spec, said)];
    }
  }
}

function errorIn(json: string): { readonly code: string; readonly summary: string } {
  try {
    const { error } = JSON.parse(json) as { error?: { code?: unknown; summary?: unknown } };
    return { code: String(error?.code ?? ''), summary: String(error?.summary ?? '').split('\n', 1)[0] as string };
  } catch {
    return { code: '', summary: '' };
  }
}
