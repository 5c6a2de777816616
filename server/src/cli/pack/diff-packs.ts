import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { diffPacks, type Pack, type PackDiff } from '../../core/index.js';
import { manifestName } from '../../workspace/find-pack.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { readInputs } from '../inputs.js';
import type { PackDiffOptions } from '../options.js';
import { outputTo } from '../output.js';
import { ProblemLog } from '../problem-log.js';
import type { CheckedFinding } from '../reporters/checked-file.js';
import { jsonText } from '../reporters/json-text.js';
import { UsageError } from '../usage-error.js';
import { type ComparedFinding, compareFindings } from './compare-findings.js';
import { readAddress } from './dependencies/address.js';
import { readWhole } from './dependencies/bring.js';
import { installedPack } from './dependencies/installed.js';
import { Project } from './dependencies/project.js';
import { stage } from './dependencies/put-in-place.js';
import { diffText } from './diff-text.js';
import { readWithTexts } from './read-packs.js';
import { packWording } from './wording/pack-wording-for.js';

/** A version of a pack that a command line names. */
interface Version {
  readonly pack: Pack;
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** `plumbline pack diff`: what differs between two versions of a pack, and what that does to findings in reports. */
export async function diffPackVersions(
  [before, after]: readonly [string, string],
  reports: readonly string[],
  options: PackDiffOptions,
): Promise<ExitCode> {
  const wording = packWording(options.locale);
  const log = new ProblemLog(options, process.cwd());
  const temporary = await mkdtemp(join(tmpdir(), 'plumbline-diff-'));
  try {
    const resolver = new Resolver(options, temporary);
    const old = await resolver.versionOf(before);
    const now = await resolver.versionOf(after);
    if (old.pack.name !== now.pack.name) throw new UsageError(wording.twoPacks(old.pack.name, now.pack.name));
    const diff = diffPacks(old.texts, now.texts);
    const findings = reports.length === 0 ? undefined : await compare(old, now, reports, options, log);
    const out = outputTo(process.stdout);
    const versions = { name: now.pack.name, before: old.pack.version, after: now.pack.version };
    if (options.format === 'json') {
      const failures = log.problems.length > 0 ? { problems: log.problems } : {};
      await out.writeData(
        `${jsonText({ version: 1, pack: versions, ...asJson(diff), ...(findings && { findings: findings.map(asItem) }), ...failures }, 2)}\n`,
      );
    } else await out.write(diffText(versions, diff, findings, out, wording));
    return log.failed ? exitCodes.failed : exitCodes.clean;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

class Resolver {
  #count = 0;

  constructor(
    private readonly options: PackDiffOptions,
    private readonly temporary: string,
  ) {}

  /** A folder, the name of a pack of the config, or an address that a pack is brought from. Throws a UsageError. */
  async versionOf(asked: string): Promise<Version> {
    const wording = packWording(this.options.locale);
    const path = resolve(asked);
    const own = basename(path) === manifestName ? dirname(path) : path;
    if (await isThere(join(own, manifestName))) return this.#read(own, asked);
    const project = await Project.open(await Project.folderOf(process.cwd()), wording);
    const isName = /^[a-z0-9][a-z0-9-]*$/.test(asked);
    const installed = isName ? await installedPack(project, asked) : undefined;
    if (installed !== undefined) return this.#read(installed.folder, asked);
    if (isName) throw new UsageError(wording.noVersionNamed(asked));
    const address = ofVersion(asked, project) ?? asked;
    const { written, origin } = await readAddress(address, project.folder, process.cwd(), wording);
    const { fetchPack } = await import('./fetch/fetch-pack.js');
    const deadline = Date.now() + this.options.timeout * 1000;
    const fetching = { folder: project.folder, temporary: join(this.temporary, 'fetched'), deadline, wording };
    const { files } = await fetchPack(origin, written, fetching);
    const { folder } = await stage(join(this.temporary, String(this.#count++), 'pack'), files);
    return this.#read(folder, written);
  }

  async #read(folder: string, written: string): Promise<Version> {
    const pack = await readWhole(folder, written, packWording(this.options.locale));
    const { texts } = await readWithTexts(URI.file(folder).toString());
    return { pack, folder, texts };
  }
}

/** `health@2.0.0`: that version of a pack, or that tag, from where the config has it. */
function ofVersion(asked: string, project: Project): string | undefined {
  const [, name = '', version = ''] = /^([a-z0-9][a-z0-9-]*)@(.+)$/.exec(asked) ?? [];
  const origin = project.config.dependencies.get(name)?.origin;
  if (origin?.kind === 'npm') return `npm:${origin.name}@${version}`;
  if (origin?.kind !== 'git') return undefined;
  return `git+${origin.url}#${version}${origin.inside === undefined ? '' : `&path:${origin.inside}`}`;
}

/** What is found in reports by either version, in the place of the pack that their config has; undefined where none could be read. */
async function compare(
  old: Version,
  now: Version,
  reports: readonly string[],
  options: PackDiffOptions,
  log: ProblemLog,
): Promise<readonly ComparedFinding[] | undefined> {
  const found = async ({ pack, folder }: Version) => {
    const files = new Map<string, readonly CheckedFinding[]>();
    const { locale, timeout, date } = options;
    const instead = { name: pack.name, folder: URI.file(folder).toString() };
    const reading = { locale, timeout, instead, ...(date !== undefined && { date }) };
    for await (const { displayed, result } of readInputs('check', reports, reading, log)) {
      files.set(displayed, result?.findings ?? []);
    }
    return files;
  };
  const [before, after] = [await found(old), await found(now)];
  if (after.size === 0) return undefined;
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) =>
    compareFindings(path, before.get(path) ?? [], after.get(path) ?? []),
  );
}

function asJson({ added, changed, ended, removed, pack }: PackDiff) {
  const change = ({ field, before, after }: PackDiff['pack'][number]) => ({
    field,
    before: before ?? null,
    after: after ?? null,
  });
  const entry = ({ entry: id, name, changes }: PackDiff['added'][number]) => ({
    entry: id,
    name: name ?? null,
    changes: changes.map(change),
  });
  return {
    entries: {
      added: added.map(entry),
      changed: changed.map(entry),
      ended: ended.map((each) => ({ ...entry(each), on: each.on ?? null })),
      removed: removed.map(entry),
    },
    fields: pack.map(change),
  };
}

function asItem({ path, what, before, after }: ComparedFinding) {
  const item = (finding: CheckedFinding | undefined) => {
    if (finding === undefined) return null;
    const { notes: _, ...rest } = finding;
    return rest;
  };
  return { path, what, before: item(before), after: item(after) };
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
