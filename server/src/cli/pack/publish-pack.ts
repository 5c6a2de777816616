import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { checkPack, parseOrigin } from '../../core/index.js';
import { columns } from '../../layout/columns.js';
import { manifestName } from '../../workspace/find-pack.js';
import { today } from '../../workspace/today.js';
import { displayedPath } from '../displayed-path.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { PackPublishOptions } from '../options.js';
import { outputTo } from '../output.js';
import { ProblemLog } from '../problem-log.js';
import { onOneLine } from '../reporters/one-line.js';
import { UsageError } from '../usage-error.js';
import { wordingFor } from '../wording.js';
import { npmCommand } from './fetch/npm-command.js';
import { runProgram } from './fetch/run-program.js';
import { type NamedPack, readNamedPacks } from './read-packs.js';
import type { PackWording } from './wording/pack-wording.js';
import { packWording } from './wording/pack-wording-for.js';

const packageName = 'package.json';

/** `plumbline pack publish --dry-run`: what npm would publish of a pack, and what stands against it. Throws a UsageError without --dry-run. */
export async function publishPack(written: string, options: PackPublishOptions): Promise<ExitCode> {
  const wording = packWording(options.locale);
  if (options.dryRun !== true) throw new UsageError(wording.publish.byNpm);
  const log = new ProblemLog(options, process.cwd());
  const [pack] = await readNamedPacks([written], log, wordingFor(options.locale));
  if (pack === undefined) return exitCodes.failed;
  const folder = URI.parse(pack.folderUri).fsPath;
  const manifest = await readManifest(folder);
  const files = manifest === undefined ? undefined : await filesOf(folder, options.timeout, wording);
  const faults = faultsOf(
    pack,
    manifest,
    files?.map(({ path }) => path),
    wording,
  );
  const out = outputTo(process.stdout);
  const { colours, width } = out;
  const { name = '', version = '', license } = pack.reading.pack ?? {};
  const licence = typeof manifest === 'object' && typeof manifest.license === 'string' ? manifest.license : license;
  const named = [`${name} ${version}`, ...(licence === undefined ? [] : [licence])].join(', ');
  const lines: string[] = [];
  if (files !== undefined) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    lines.push(colours.bold(onOneLine(wording.publish.would(named, files.length, sizeText(bytes)))));
    lines.push(
      ...columns(
        files.map(({ path, size }) => [onOneLine(path), sizeText(size)]),
        width,
        '  ',
      ),
      '',
    );
  }
  for (const { file, said } of faults) {
    const place = onOneLine(`${displayedPath(join(folder, file), process.cwd())}: `);
    lines.push(`${place}${colours.red(wordingFor(options.locale).severity.error)} ${onOneLine(said)}`);
  }
  if (manifest === undefined && pack.reading.pack !== undefined) {
    lines.push(wording.publish.writePackage, firstPackage(pack));
  }
  if (faults.length === 0) lines.push(wording.publish.ready);
  await out.write(`${lines.join('\n')}\n`);
  if (log.failed) return exitCodes.failed;
  return faults.length > 0 ? exitCodes.findings : exitCodes.clean;
}

interface Manifest {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly license?: unknown;
  readonly private?: unknown;
}

/** `broken`: it is no JSON that npm could read. */
async function readManifest(folder: string): Promise<Manifest | 'broken' | undefined> {
  const text = await readFile(join(folder, packageName), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const manifest = JSON.parse(text) as unknown;
    return typeof manifest === 'object' && manifest !== null ? (manifest as Manifest) : 'broken';
  } catch {
    return 'broken';
  }
}

interface PackedFile {
  readonly path: string;
  readonly size: number;
}

/** What npm itself would put into the archive; undefined where it cannot say, for which there is a fault then. */
async function filesOf(
  folder: string,
  seconds: number,
  wording: PackWording,
): Promise<readonly PackedFile[] | undefined> {
  const [program, ...first] = npmCommand();
  const args = [...first, 'pack', '--dry-run', '--json', '--ignore-scripts', '--workspaces=false', '--loglevel=error'];
  const ran = await runProgram(program as string, args, { cwd: folder, deadline: Date.now() + seconds * 1000 });
  if (ran.outcome === 'missing') throw new UsageError(wording.noProgram('npm'));
  try {
    const [packed] = Object.values(
      JSON.parse(ran.stdout.toString()) as Readonly<Record<string, { files?: PackedFile[] }>>,
    );
    return packed?.files?.map(({ path, size }) => ({ path, size }));
  } catch {
    return undefined;
  }
}

interface Fault {
  readonly file: string;
  readonly said: string;
}

function faultsOf(
  { reading, texts, problems, others, displayed }: NamedPack,
  manifest: Manifest | 'broken' | undefined,
  packed: readonly string[] | undefined,
  { publish }: PackWording,
): readonly Fault[] {
  const faults: Fault[] = [];
  const say = (file: string, said: string) => faults.push({ file, said });
  const { pack } = reading;
  const errors = [...problems, ...checkPack(texts, { others, date: today() }).problems];
  const count = errors.filter(({ severity }) => severity === 'error').length;
  if (count > 0) say(manifestName, publish.packErrors(count, displayed));
  if (pack === undefined) return faults;
  if (!/^\d+\.\d+\.\d+/.test(pack.version)) say(manifestName, publish.noVersion);
  if (pack.license === undefined) say(manifestName, publish.noLicense);
  if (pack.engine === undefined) say(manifestName, publish.noEngine);
  if (manifest === undefined) {
    say(packageName, publish.noPackage);
    return faults;
  }
  if (manifest === 'broken') {
    say(packageName, publish.brokenPackage);
    return faults;
  }
  const { name, version, license } = manifest;
  if (typeof name !== 'string' || parseOrigin(`npm:${name}`) === undefined) say(packageName, publish.noName);
  if (version !== pack.version) say(packageName, publish.otherVersion(String(version ?? ''), pack.version));
  if (pack.license !== undefined && license !== pack.license) {
    say(packageName, publish.otherLicense(String(license ?? ''), pack.license));
  }
  if (manifest.private === true) say(packageName, publish.isPrivate);
  if (packed === undefined) say(packageName, publish.brokenPackage);
  else {
    const missing = [...texts.keys()].filter((path) => !packed.includes(path));
    if (missing.length > 0) say(packageName, publish.leftOut(missing));
  }
  return faults;
}

/** What a package.json for a pack may begin with. */
function firstPackage({ reading, texts }: NamedPack): string {
  const { name = '', version = '', license } = reading.pack ?? {};
  const tops = [...texts.keys()].map((path) => (path.includes('/') ? `${path.split('/', 1)[0]}/` : '*.yaml'));
  const manifest = {
    name: `@our-team/${name}`,
    version,
    ...(license !== undefined && { license }),
    keywords: ['plumbline-pack'],
    files: [...new Set(tops)],
  };
  return onLines(JSON.stringify(manifest, null, 2));
}

function onLines(text: string): string {
  return text.split('\n').map(onOneLine).join('\n');
}

function sizeText(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
