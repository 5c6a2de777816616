import { realpath, stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob, isDynamicPattern } from 'tinyglobby';
import { URI } from 'vscode-uri';
import type { FileWorkspaces } from '../workspace/file-workspaces.js';
import { gitIgnore } from '../workspace/git-ignore.js';
import { isExcluded, isListedReport, isMarkdownPath, meetsOverride, relativePath } from '../workspace/report-files.js';
import type { WorkspaceProblem } from '../workspace/workspace.js';

/** Why a path of the command line gave no file. */
export interface PathFailure {
  /** As it was written. */
  readonly path: string;
  readonly reason:
    | 'missing'
    | 'backslash'
    | 'nothing here'
    | 'no Markdown'
    | 'nothing matches'
    | 'nothing listed'
    | 'all ignored';
}

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Whether an argument is this very file, and no folder or glob that it was found by. */
  readonly named: boolean;
}

export interface FoundFiles {
  /** Each file once, in the order of the arguments and by name within one. */
  readonly files: readonly FoundFile[];
  readonly failures: readonly PathFailure[];
  /** Where a whole folder was searched: parts of its configs that hold for none of its reports. */
  readonly idle: readonly WorkspaceProblem[];
}

interface Listing {
  readonly files: readonly string[];
  /** A folder that was searched, and all that may be a report in it, ignored or not. */
  readonly searched?: { readonly folder: string; readonly files: readonly string[] };
  readonly named?: boolean;
  readonly failure?: PathFailure['reason'];
}

const never = ['**/node_modules/**', '**/.git/**'];

/**
 * The files behind the paths of a command line: files, folders (their Markdown, and what the config's `files` name there) and globs (all that they match).
 * What git ignores and what the config excludes is left out of folders and globs, never of files named outright.
 */
export async function findFiles(
  paths: readonly string[],
  workingDirectory: string,
  workspaces: FileWorkspaces,
): Promise<FoundFiles> {
  const listings: { path: string; listing: Listing }[] = [];
  if (paths.length === 0) {
    listings.push({ path: '.', listing: await listByConfig(workingDirectory, workspaces) });
  }
  for (const path of paths) listings.push({ path, listing: await list(path, workingDirectory, workspaces) });

  const found = new Map<string, FoundFile>();
  const failures: PathFailure[] = [];
  for (const { path, listing } of listings) {
    if (listing.failure !== undefined) failures.push({ path, reason: listing.failure });
    for (const file of listing.files) {
      // Two links to one file are one file.
      const real = await realpath(file).catch(() => file);
      const before = found.get(real);
      found.set(real, { path: before?.path ?? file, named: listing.named ?? before?.named ?? false });
    }
  }
  const idle: WorkspaceProblem[] = [];
  for (const { listing } of listings) idle.push(...(await idleOverrides(listing, workspaces)));
  return { files: [...found.values()], failures, idle };
}

/** Overrides whose globs meet nothing that may be a report, in configs whose whole folder was searched. */
async function idleOverrides({ searched }: Listing, workspaces: FileWorkspaces): Promise<readonly WorkspaceProblem[]> {
  if (searched === undefined || searched.files.length === 0) return [];
  const root = URI.file(searched.folder).toString();
  const uris = searched.files.map((file) => URI.file(file).toString());
  const met = new Set([await workspaces.ofFolder(root)]);
  for (const uri of uris) met.add(await workspaces.ofFile(uri));
  return [...met].flatMap(({ config, configUri, folder }) => {
    if (configUri === undefined || folder === undefined) return [];
    if (folder !== root && relativePath(root, folder) === undefined) return [];
    return config.overrides
      .filter(({ home, files }) => home === undefined && files.length > 0)
      .filter((override) => !uris.some((uri) => meetsOverride(override, folder, uri)))
      .map(({ files, range }): WorkspaceProblem => {
        const path = basename(fileURLToPath(configUri));
        return {
          severity: 'warning',
          messageId: 'config.override-idle',
          values: { globs: files },
          path,
          range,
          uri: configUri,
        };
      });
  });
}

async function list(path: string, workingDirectory: string, workspaces: FileWorkspaces): Promise<Listing> {
  if (path === '') return { files: [], failure: 'missing' };
  const absolute = resolve(workingDirectory, path);
  // A file may be named like a glob: what is there comes first.
  const there = await stat(absolute).catch(() => undefined);
  if (there?.isDirectory()) return listFolder(absolute, workspaces);
  if (there !== undefined) return { files: [absolute], named: true };
  const pattern = sep === '\\' ? path.replaceAll('\\', '/') : path;
  // Elsewhere than on Windows a backslash parts no folders.
  if (pattern.includes('\\')) return { files: [], failure: 'backslash' };
  if (!isDynamicPattern(pattern)) return { files: [], failure: 'missing' };
  const matches = await listFiles([pattern], workingDirectory, true);
  if (matches.length === 0) return { files: [], failure: 'nothing matches' };
  return withoutIgnored(matches, workingDirectory, workspaces);
}

async function listFolder(folder: string, workspaces: FileWorkspaces): Promise<Listing> {
  const reports: string[] = [];
  for (const file of await listFiles(['**/*'], folder)) {
    if (isMarkdownPath(file) || (await isListed(file, workspaces))) reports.push(file);
  }
  if (reports.length === 0) return { files: [], failure: 'no Markdown' };
  return { ...(await withoutIgnored(reports, folder, workspaces)), searched: { folder, files: reports } };
}

async function isListed(file: string, workspaces: FileWorkspaces): Promise<boolean> {
  const uri = URI.file(file).toString();
  const { config, folder } = await workspaces.ofFile(uri);
  return isListedReport(config, folder, uri);
}

/** What the config's `files` name, in the whole of its folder; without a config or `files`, the current folder. */
async function listByConfig(workingDirectory: string, workspaces: FileWorkspaces): Promise<Listing> {
  const { config, folder } = await workspaces.ofFolder(URI.file(workingDirectory).toString());
  if (folder === undefined || config.files.length === 0) {
    const listing = await listFolder(workingDirectory, workspaces);
    return listing.failure === 'no Markdown' ? { files: [], failure: 'nothing here' } : listing;
  }
  const root = fileURLToPath(folder);
  const files = await listFiles(['**/*'], root);
  const listed = files.filter((file) => isListedReport(config, folder, URI.file(file).toString()));
  if (listed.length === 0) return { files: [], failure: 'nothing listed' };
  // What `exclude` leaves out may be named outright.
  const named = new Set(listed);
  const reports = files.filter((file) => isMarkdownPath(file) || named.has(file));
  return { ...(await withoutIgnored(listed, root, workspaces)), searched: { folder: root, files: reports } };
}

async function listFiles(patterns: readonly string[], folder: string, caseSensitive = false): Promise<string[]> {
  const files = await glob(patterns, {
    cwd: folder,
    absolute: true,
    dot: true,
    ignore: never,
    expandDirectories: false,
    caseSensitiveMatch: caseSensitive,
    // A link to a folder above would be followed for ever.
    followSymbolicLinks: false,
  });
  return files.map((file) => resolve(file)).sort((a, b) => (a < b ? -1 : 1));
}

async function withoutIgnored(files: readonly string[], folder: string, workspaces: FileWorkspaces): Promise<Listing> {
  const git = gitIgnore(workspaces.files, URI.file(folder).toString());
  const kept: string[] = [];
  for (const file of files) {
    const uri = URI.file(file).toString();
    const { config, folder: configFolder } = await workspaces.ofFile(uri);
    if (isExcluded(config, configFolder, uri)) continue;
    if (await git.ignores(uri)) continue;
    kept.push(file);
  }
  return kept.length === 0 ? { files: [], failure: 'all ignored' } : { files: kept };
}
