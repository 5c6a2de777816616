import { dictionary } from '../text/dictionary.js';
import { parseGlob } from '../text/glob.js';
import type { Range } from '../text/line-map.js';
import type { Level } from './model.js';
import { type Origin, packName, parseOrigin } from './origin.js';
import type { Problem } from './problem.js';
import { languageSubtag } from './read-forms.js';
import type { ReportSettings } from './report-settings.js';
import { languageTag, validateConfig } from './schemas.generated.js';
import { YamlFile } from './yaml-file.js';
import type { YamlPath } from './yaml-tree.js';

/** plumbline.yaml: what the reports of its folder are held to. */
export interface Config {
  /** What the file itself extends, in the order of their say: the last wins. */
  readonly bases: readonly Base[];
  /** Which file has each of the keys that are there; undefined: the config itself, else a base as its reader named it. */
  readonly homes: ReadonlyMap<string, string | undefined>;
  /** Names of shipped packs or paths; undefined where the file names none. */
  readonly packs: readonly string[] | undefined;
  /** Where the file names each of `packs`. */
  readonly packRanges: readonly Range[];
  /** Where packs come from that are not here, by their names. */
  readonly dependencies: ReadonlyMap<string, Dependency>;
  /** Globs from the folder of the file that has them. */
  readonly files: readonly string[];
  readonly exclude: readonly string[];
  readonly language?: string;
  readonly region?: string;
  readonly report?: string;
  readonly rules: Readonly<Record<string, Level>>;
  readonly overrides: readonly Override[];
  /** What the file names that only rules and packs know, overrides included. */
  readonly names: readonly ConfigName[];
}

/** A config that another one extends, or the pack that has it, as the file writes it. */
export interface Base {
  readonly written: string;
  readonly range: Range;
}

/** What stands in the config itself, or in the base that it is named for. */
interface AtHome {
  readonly home?: string;
  /** Where that file names it. */
  readonly range: Range;
}

/** A pack that comes from elsewhere. */
export interface Dependency extends AtHome {
  readonly written: string;
  readonly origin: Origin;
}

/** A rule, a report type, a region or a language as a config names it. */
export interface ConfigName extends AtHome {
  readonly kind: 'rule' | 'report' | 'region' | 'language';
  readonly name: string;
  readonly inOverride?: true;
}

/** `range`: that of its globs. */
export interface Override extends AtHome {
  readonly files: readonly string[];
  readonly language?: string;
  readonly region?: string;
  readonly report?: string;
  readonly rules: Readonly<Record<string, Level>>;
}

export const emptyConfig: Config = {
  bases: [],
  homes: new Map(),
  packs: undefined,
  packRanges: [],
  dependencies: new Map(),
  files: [],
  exclude: [],
  rules: dictionary({}),
  overrides: [],
  names: [],
};

export interface ConfigReading {
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Something stands as it was in the config before. */
  readonly isKept: boolean;
}

/**
 * Reads plumbline.yaml; `path` is how the problems name it. A field that does not hold is left out, or stands as it was
 * `before`: the same config as it was read last. `home`: what the file is called in all that is read, where it is a base.
 */
export function readConfig(text: string, path: string, before?: Config, home?: string): ConfigReading {
  const file = new YamlFile(path, text);
  if (!file.isParsed && before !== undefined) return { config: before, problems: file.problems, isKept: true };
  if (file.isEmpty()) return { config: emptyConfig, problems: file.problems, isKept: false };
  if (!file.isMap([])) {
    file.add([], 'error', 'pack.wrong-type', { field: path, expected: 'object' });
    return { config: before ?? emptyConfig, problems: file.problems, isKept: before !== undefined };
  }
  const fields: Record<string, unknown> = dictionary({});
  const broken: string[] = [];
  for (const key of file.keys()) {
    if (file.isBroken([key])) continue;
    const value = file.value([key]);
    if (validateConfig({ [key]: value }) || file.report([], validateConfig.errors ?? [])) fields[key] = value;
    else broken.push(...(partsOf.get(key) ?? [key]));
  }
  const packs = fields.packs as string[] | undefined;
  const overrides = (fields.overrides as Record<string, unknown>[] | undefined) ?? [];
  const at = home === undefined ? {} : { home };
  const config: Config = {
    bases: basesIn(file, fields.extends),
    homes: new Map(Object.keys(fields).map((key) => [key, home])),
    packs,
    packRanges: (packs ?? []).map((_, i) => file.placeOf(file.span(['packs', i])).range),
    dependencies: dependenciesIn(file, fields.dependencies, at),
    files: globsAt(file, ['files'], fields.files),
    exclude: globsAt(file, ['exclude'], fields.exclude),
    rules: levels(fields.rules),
    overrides: overrides.map((override, i) => ({
      files: globsAt(file, ['overrides', i, 'files'], override.files),
      range: file.rangeOf(file.span(['overrides', i, 'files'])),
      rules: levels(override.rules),
      ...at,
      ...context(override),
    })),
    names: [
      ...namesIn(file, [], fields, at),
      ...overrides.flatMap((override, i) =>
        namesIn(file, ['overrides', i], override, { ...at, inOverride: true as const }),
      ),
    ],
    ...context(fields),
  };
  const kept = before === undefined ? [] : Object.entries(before).filter(([key]) => broken.includes(key));
  const keptHomes = [...(before?.homes ?? [])].filter(([key]) =>
    (partsOf.get(key) ?? [key]).some((part) => broken.includes(part)),
  );
  return {
    config:
      kept.length === 0
        ? config
        : { ...config, ...Object.fromEntries(kept), homes: new Map([...config.homes, ...keptHomes]) },
    problems: file.problems,
    isKept: kept.length > 0,
  };
}

/** The fields that are read from a key, where they are not called like it. */
const partsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['packs', ['packs', 'packRanges']],
  ['extends', ['bases']],
]);

/**
 * A config that says what a base says, but for the keys that it names: maps merge by key, lists are replaced, and the
 * overrides of the base go before its own.
 */
export function extendConfig(base: Config, own: Config): Config {
  const having = (key: string) => (own.homes.has(key) ? own : base);
  const { packs, packRanges } = having('packs');
  const replaced = (name: ConfigName) => name.kind !== 'rule' && !name.inOverride && own.homes.has(name.kind);
  return {
    bases: own.bases,
    homes: new Map([...base.homes, ...own.homes]),
    packs,
    packRanges,
    dependencies: new Map([...base.dependencies, ...own.dependencies]),
    files: having('files').files,
    exclude: having('exclude').exclude,
    rules: dictionary({ ...base.rules, ...own.rules }),
    // Two bases may rest on one.
    overrides: [...new Set([...base.overrides, ...own.overrides])],
    names: [...new Set([...base.names.filter((name) => !replaced(name)), ...own.names])],
    ...context({
      language: having('language').language,
      region: having('region').region,
      report: having('report').report,
    }),
  };
}

const pathless: ReadonlySet<string> = new Set(['rules', 'language', 'region', 'report']);

/** What the config of a pack hands on to one that extends it: how reports are judged, and nothing that has a path. */
export function withoutPaths(config: Config): Config {
  return {
    ...emptyConfig,
    homes: new Map([...config.homes].filter(([key]) => pathless.has(key))),
    rules: config.rules,
    names: config.names.filter(({ inOverride }) => !inOverride),
    ...context(config),
  };
}

function basesIn(file: YamlFile, value: unknown): readonly Base[] {
  return [value ?? []].flat().map((written, i) => ({
    written: String(written),
    range: file.rangeOf(file.span(Array.isArray(value) ? ['extends', i] : ['extends'])),
  }));
}

function dependenciesIn(file: YamlFile, value: unknown, at: Pick<Dependency, 'home'>): ReadonlyMap<string, Dependency> {
  const found = new Map<string, Dependency>();
  for (const [name, written] of Object.entries((value ?? {}) as Record<string, string>)) {
    const path = ['dependencies', name];
    const origin = parseOrigin(written);
    if (!packName.test(name)) file.addAtKey(path, 'error', 'config.dependency-name', { pack: name });
    else if (origin === 'secret') file.add(path, 'error', 'config.origin-secret', { pack: name });
    else if (origin === undefined) file.add(path, 'error', 'config.origin', { origin: shortened(written) });
    else found.set(name, { written, origin, range: file.rangeOf(file.keySpan(path)), ...at });
  }
  return found;
}

function namesIn(
  file: YamlFile,
  path: YamlPath,
  fields: Readonly<Record<string, unknown>>,
  at: Pick<ConfigName, 'home' | 'inOverride'>,
): readonly ConfigName[] {
  const rules = Object.keys((fields.rules ?? {}) as object).map(
    (name): ConfigName => ({ kind: 'rule', name, range: file.rangeOf(file.keySpan([...path, 'rules', name])), ...at }),
  );
  const others = (['report', 'region', 'language'] as const).flatMap((kind): ConfigName[] => {
    const name = fields[kind];
    return typeof name === 'string' ? [{ kind, name, range: file.rangeOf(file.span([...path, kind])), ...at }] : [];
  });
  return [...others, ...rules];
}

/** The globs that can be held against a path in good time; the others are problems. */
function globsAt(file: YamlFile, path: YamlPath, value: unknown): readonly string[] {
  return [value ?? []].flat().flatMap((item, i) => {
    const glob = String(item);
    const at = Array.isArray(value) ? [...path, i] : path;
    // Nobody means a star by its name, nor a letter that needs no escape.
    if (/\\[\p{L}\p{N}*._-]/u.test(glob)) {
      file.add(at, 'error', 'config.glob-backslash', { glob: shortened(glob), meant: shortened(slashed(glob)) });
      return [];
    }
    if (parseGlob(glob.replace(/^!(?!\()/, '')) !== undefined) return [glob];
    file.add(at, 'error', 'config.glob', { glob: shortened(glob) });
    return [];
  });
}

/** `reports\\**\\*.md` is `reports/**` and `/*.md`. */
function slashed(glob: string): string {
  return glob.replaceAll('\\', '/');
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

/** What a config says of one file; `matches` tells whether the globs of an override hold it. Later overrides win. */
export function settingsFor(config: Config, matches: (override: Override) => boolean): ReportSettings {
  let settings: ReportSettings = { ...context(config), rules: config.rules };
  for (const override of config.overrides) {
    if (!matches(override)) continue;
    settings = { ...settings, ...context(override), rules: dictionary({ ...settings.rules, ...override.rules }) };
  }
  return settings;
}

function context(fields: { readonly language?: unknown; readonly region?: unknown; readonly report?: unknown }) {
  return {
    // “english” is told, and each report tells its language.
    ...(typeof fields.language === 'string' &&
      languageTag.pattern.test(fields.language) && { language: languageSubtag(fields.language) }),
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
