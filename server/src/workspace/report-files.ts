import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import { type Config, type ReportSettings, settingsFor } from '../core/index.js';

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
    const plain = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
    return plain !== '' && picomatch.isMatch(path, [plain, `${plain}/**`], { dot: true });
  };
  return (
    globs.some((glob) => !glob.startsWith('!') && meets(glob)) &&
    !globs.some((glob) => glob.startsWith('!') && meets(glob.slice(1)))
  );
}

/**
 * Whether the config itself makes a file a report: `files` has it, `exclude` does not.
 * What git ignores is asked apart (`gitIgnore`), since that reads files.
 */
export function isListedReport(config: Config, folderUri: string | undefined, uri: string): boolean {
  const path = folderUri === undefined ? undefined : relativePath(folderUri, uri);
  return path !== undefined && matchesGlobs(config.files, path) && !matchesGlobs(config.exclude, path);
}

/** The settings of one report: the config with the overrides whose globs the file meets. */
export function reportSettings(config: Config, folderUri: string | undefined, uri: string): ReportSettings {
  const path = folderUri === undefined ? undefined : relativePath(folderUri, uri);
  return settingsFor(config, (globs) => path !== undefined && matchesGlobs(globs, path));
}
