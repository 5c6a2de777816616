import { URI, Utils } from 'vscode-uri';
import { type Config, matchesGlob, type Override, parseGlob, type ReportSettings, settingsFor } from '../core/index.js';

/**
 * The path of a file relative to a folder, with `/`; none for a file outside it.
 * `file:///a/b/c.md` in `file:///a` is `b/c.md`.
 */
export function relativePath(folderUri: string, uri: string): string | undefined {
  const folder = URI.parse(folderUri);
  const file = URI.parse(uri);
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.path.startsWith(root) && file.path !== root ? file.path.slice(root.length) : undefined;
}

/** Whether a path meets one of the globs and none of those with `!`. A glob that names a folder takes all in it. */
export function matchesGlobs(globs: readonly string[], path: string): boolean {
  const meets = (glob: string) => {
    const plain = glob.replace(/^\.?\//, '').replace(/(?<!\/)\/+$/, '');
    return (
      plain !== '' &&
      [plain, `${plain}/**`].some((each) => {
        const parsed = parseGlob(each);
        return parsed !== undefined && matchesGlob(parsed, path);
      })
    );
  };
  return (
    globs.some((glob) => !glob.startsWith('!') && meets(glob)) &&
    !globs.some((glob) => glob.startsWith('!') && meets(glob.slice(1)))
  );
}

/** Whether a file is Markdown by its ending; takes a path or a URI. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown|qmd|rmd|mdx)$/i.test(path);
}

/**
 * Whether the config itself makes a file a report: `files` has it, `exclude` does not.
 * `isMarkdown`: any other file is one only where `files` says its ending or its name: `*.txt`, not `reports/**`.
 * What git ignores is asked apart (`gitIgnore`), since that reads files.
 */
export function isListedReport(
  config: Config,
  folderUri: string | undefined,
  uri: string,
  isMarkdown = isMarkdownPath(uri),
): boolean {
  const { files, homes } = config;
  // The globs of a base may reach further than the folder of the config that extends it.
  if (folderUri === undefined || relativePath(folderUri, uri) === undefined) return false;
  const path = pathFrom(homes.get('files'), folderUri, uri);
  if (path === undefined || !matchesGlobs(files, path) || isExcluded(config, folderUri, uri)) return false;
  // A glob that takes the file under any ending says nothing of its ending.
  const renamed = `${path.replace(/\.[^./]*$/, '')}.\u{10FFFD}`;
  return isMarkdown || files.some((glob) => matchesGlobs([glob], path) && !matchesGlobs([glob], renamed));
}

export function isExcluded({ exclude, homes }: Config, folderUri: string | undefined, uri: string): boolean {
  const path = pathFrom(homes.get('exclude'), folderUri, uri);
  return path !== undefined && matchesGlobs(exclude, path);
}

/** Whether a file meets the globs of an override of the config in this folder. */
export function meetsOverride({ files, home }: Override, folderUri: string | undefined, uri: string): boolean {
  const path = pathFrom(home, folderUri, uri);
  return path !== undefined && matchesGlobs(files, path);
}

/** The settings of one report: the config with the overrides whose globs the file meets. */
export function reportSettings(config: Config, folderUri: string | undefined, uri: string): ReportSettings {
  return settingsFor(config, (override) => meetsOverride(override, folderUri, uri));
}

/** The path of a file from the folder of the config, or of the base that `home` is. */
function pathFrom(home: string | undefined, folderUri: string | undefined, uri: string): string | undefined {
  const folder = home === undefined ? folderUri : Utils.dirname(URI.parse(home)).toString();
  return folder === undefined ? undefined : relativePath(folder, uri);
}
