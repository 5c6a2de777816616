import { dictionary } from '../text/dictionary.js';
import { parseGlob } from '../text/glob.js';
import type { Range } from '../text/line-map.js';
import type { Level } from './model.js';
import type { Problem } from './problem.js';
import { languageSubtag } from './read-forms.js';
import type { ReportSettings } from './report-settings.js';
import { validateConfig } from './schemas.generated.js';
import { YamlFile } from './yaml-file.js';
import type { YamlPath } from './yaml-tree.js';

/** plumbline.yaml: what the reports of its folder are held to. */
export interface Config {
  /** Names of shipped packs or paths; undefined where the file names none. */
  readonly packs: readonly string[] | undefined;
  /** Where the file names each of `packs`. */
  readonly packRanges: readonly Range[];
  /** Globs from the file's folder. */
  readonly files: readonly string[];
  readonly exclude: readonly string[];
  readonly language?: string;
  readonly region?: string;
  readonly report?: string;
  readonly rules: Readonly<Record<string, Level>>;
  readonly overrides: readonly Override[];
}

export interface Override {
  readonly files: readonly string[];
  readonly language?: string;
  readonly region?: string;
  readonly report?: string;
  readonly rules: Readonly<Record<string, Level>>;
}

export const emptyConfig: Config = {
  packs: undefined,
  packRanges: [],
  files: [],
  exclude: [],
  rules: dictionary({}),
  overrides: [],
};

/** Reads plumbline.yaml; `path` is how the problems name it. A field that does not hold is left out. */
export function readConfig(
  text: string,
  path: string,
): { readonly config: Config; readonly problems: readonly Problem[] } {
  const file = new YamlFile(path, text);
  if (file.isEmpty()) return { config: emptyConfig, problems: file.problems };
  if (!file.isMap([])) {
    file.add([], 'error', 'pack.wrong-type', { field: path, expected: 'object' });
    return { config: emptyConfig, problems: file.problems };
  }
  const fields: Record<string, unknown> = dictionary({});
  for (const key of file.keys()) {
    if (file.isBroken([key])) continue;
    const value = file.value([key]);
    if (validateConfig({ [key]: value }) || file.report([], validateConfig.errors ?? [])) fields[key] = value;
  }
  const packs = fields.packs as string[] | undefined;
  const config: Config = {
    packs,
    packRanges: (packs ?? []).map((_, i) => file.placeOf(file.span(['packs', i])).range),
    files: globsAt(file, ['files'], fields.files),
    exclude: globsAt(file, ['exclude'], fields.exclude),
    rules: levels(fields.rules),
    overrides: ((fields.overrides as Record<string, unknown>[] | undefined) ?? []).map((override, i) => ({
      files: globsAt(file, ['overrides', i, 'files'], override.files),
      rules: levels(override.rules),
      ...context(override),
    })),
    ...context(fields),
  };
  return { config, problems: file.problems };
}

/** The globs that can be held against a path in good time; the others are problems. */
function globsAt(file: YamlFile, path: YamlPath, value: unknown): readonly string[] {
  return [value ?? []].flat().flatMap((item, i) => {
    const glob = String(item);
    if (parseGlob(glob.replace(/^!(?!\()/, '')) !== undefined) return [glob];
    file.add(Array.isArray(value) ? [...path, i] : path, 'error', 'config.glob', { glob: shortened(glob) });
    return [];
  });
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

/** What a config says of one file; `matches` tells whether globs of an override hold it. Later overrides win. */
export function settingsFor(config: Config, matches: (globs: readonly string[]) => boolean): ReportSettings {
  let settings: ReportSettings = { ...context(config), rules: config.rules };
  for (const override of config.overrides) {
    if (!matches(override.files)) continue;
    settings = { ...settings, ...context(override), rules: dictionary({ ...settings.rules, ...override.rules }) };
  }
  return settings;
}

function context(fields: { readonly language?: unknown; readonly region?: unknown; readonly report?: unknown }) {
  return {
    ...(typeof fields.language === 'string' && { language: languageSubtag(fields.language) }),
    ...(typeof fields.region === 'string' && { region: fields.region }),
    ...(typeof fields.report === 'string' && { report: fields.report }),
  };
}

/** YAML reads a bare `false` where the writer meant off. */
function levels(value: unknown): Readonly<Record<string, Level>> {
  return dictionary(
    Object.fromEntries(
      Object.entries((value ?? {}) as Record<string, Level | false>).map(([rule, level]) => [
        rule,
        level === false ? 'off' : level,
      ]),
    ),
  );
}
