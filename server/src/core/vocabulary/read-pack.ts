import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import { nearest } from '../language/edit-distance.js';
import { isLanguageTag, meantLanguage } from '../language/language-tags.js';
import { dictionary } from '../text/dictionary.js';
import { isCodeSnippets } from './code-snippets.js';
import { homeOfTopField } from './field-home.js';
import { Guesses } from './guesses.js';
import { kindTraits } from './kinds.js';
import {
  type Entry,
  type EntryKind,
  type EntryOf,
  type Extension,
  entryKinds,
  type Language,
  type Observation,
  type Pack,
} from './model.js';
import { PlainForms } from './plain-forms.js';
import { plainNumber } from './plain-number.js';
import { inOrder, meaning, type Problem } from './problem.js';
import { type EntryContext, readEntry } from './read-entry.js';
import { languageSubtag, none, readText, readTexts } from './read-forms.js';
import { hasNoValue } from './read-observation.js';
import { readSeries } from './read-series.js';
import { isFullName, meantBy, modelName, referencesOf, renameIn } from './references.js';
import * as schemas from './schemas.generated.js';
import { version } from './version.js';
import { YamlFile } from './yaml-file.js';
import type { YamlPath } from './yaml-tree.js';

export interface PackReading {
  /** Undefined without a manifest that can be used by this version. */
  readonly pack: Pack | undefined;
  readonly problems: readonly Problem[];
  /** The files of which something stands as it was in the pack before. */
  readonly kept: readonly string[];
}

/** The fields of entries that stand in texts. */
const ofForms: ReadonlySet<string> = new Set(['preferred', 'admitted', 'deprecated', 'hidden', 'exceptions', 'exempt']);

/** The fields that an entry of each kind may have. */
const fieldsOf = new Map(
  entryKinds.map((kind) => {
    const shared = schemas.fields.shared.filter((field) => kindTraits[kind].hasForms || !ofForms.has(field));
    return [kind, new Set([...shared, ...(schemas.fields.kinds[kind] ?? [])])];
  }),
);

const manifestPath = 'pack.yaml';

/** A pack with the files that it came from, for who has more to say of places in them. */
export interface PackSource extends PackReading {
  /** The manifest first. */
  readonly files: readonly YamlFile[];
}

/**
 * Reads a pack from the files of its folder: keys are paths relative to it, with `/`. `pack.yaml` holds the manifest;
 * entries stand there and in every `.yaml` beside it. A broken entry is a problem at its place and is left out. A pack
 * whose `engine` excludes this version is one problem, whatever else is in it: who wrote it counts on what is not here.
 * `before`: the same pack as it was read last. What is broken now stands as it was there: a file that cannot be parsed as
 * a whole, else entry by entry.
 */
export function readPack(files: ReadonlyMap<string, string>, before?: Pack): PackReading {
  const { pack, problems, kept } = readPackSource(files, before);
  return { pack, problems, kept };
}

export function readPackSource(files: ReadonlyMap<string, string>, before?: Pack): PackSource {
  const manifestText = files.get(manifestPath);
  if (manifestText === undefined) {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const problem = {
      severity: 'error',
      messageId: 'pack.no-manifest',
      values: {},
      path: manifestPath,
      range,
    } as const;
    return { pack: undefined, problems: [problem], kept: [], files: [] };
  }
  const named = [...files.keys()].sort();
  // What stands in YAML goes before the same in JSON.
  const paths = [
    ...named.filter((path) => /^[^/]+\.ya?ml$/.test(path) && path !== manifestPath),
    ...named.filter(isCodeSnippets),
  ];
  const manifest = new YamlFile(manifestPath, manifestText);
  const yamlFiles = [manifest, ...paths.map((path) => new YamlFile(path, files.get(path) as string))];
  const written = readManifest(manifest);
  const header = (manifest.isParsed ? written : before) ?? written ?? before;
  if (header === undefined) {
    const problems = inOrder(yamlFiles.flatMap((file) => file.problems));
    return { pack: undefined, problems, kept: [], files: yamlFiles };
  }
  const excluded = checkEngine(manifest, header);
  if (excluded !== undefined) return { pack: undefined, problems: [excluded], kept: [], files: yamlFiles };

  const entries: Entry[] = [];
  const extensions: Extension[] = [];
  const last = new LastReading(before?.name === header.name ? before : undefined);
  if (header === before) last.kept.add(manifestPath);
  const snippetPlaces = new Map<string, number>();
  const add = (reading: Entry | Extension) => {
    if ('target' in reading) extensions.push(reading);
    else {
      if (reading.kind === 'snippets') snippetPlaces.set(reading.id, entries.length);
      entries.push(reading);
    }
  };
  const series = new SeriesProblems();
  const firstFiles = new FirstFiles(yamlFiles);
  const context: PackContext = {
    header,
    files,
    series,
    file: (name) => files.get(pathInPack(name)),
    wasRead: (kind, id) => last.includes(kind, id),
    firstFiles,
  };
  for (const file of yamlFiles) {
    if (!file.isParsed && last.has(file.path)) {
      // What is in another file by now was moved there.
      for (const reading of last.ofFile(file.path)) {
        const { kind, id } = entryOf(reading);
        const first = firstFiles.of(kind, id);
        if (first === undefined || first === file) add(reading);
      }
      continue;
    }
    for (const kind of topLevelKinds(file, file === manifest)) {
      if (!file.isMap([kind])) {
        if (file.value([kind]) !== undefined || !file.isBroken([kind])) {
          file.addAtKey([kind], 'error', 'pack.wrong-type', { field: kind, expected: 'object' });
          for (const reading of last.ofFile(file.path, kind)) add(reading);
        }
        continue;
      }
      const isAlone = yamlFiles.every((other) => other === file || !other.isMap([kind]));
      const kindContext = kindContextOf(file, kind, context);
      for (const id of file.keys([kind])) {
        const first = isAlone ? file : firstFiles.of(kind, id);
        if (first !== file && file.isCodeSnippets) {
          // One snippet in several languages stands in a file for each.
          const place = first?.isCodeSnippets ? snippetPlaces.get(id) : undefined;
          const known = place === undefined ? undefined : entries[place];
          const other = known?.kind === 'snippets' ? readOne(id, kindContext) : undefined;
          if (other !== undefined) entries[place as number] = withLanguages(known as EntryOf<'snippets'>, other);
          continue;
        }
        if (first !== file) {
          file.addAtKey([kind, id], 'error', 'pack.duplicate-id', { id, kind });
          continue;
        }
        const reading = readOne(id, kindContext) ?? last.of(kind, id);
        if (reading !== undefined) add(reading);
      }
    }
  }
  // What another pack holds is known only when they are merged, what a broken file holds when it is mended.
  if (Object.keys(header.dependencies).length === 0 && yamlFiles.every((file) => file.isParsed)) {
    checkReferences(entries, firstFiles, yamlFiles);
  }
  checkFormLanguages(entries, header, firstFiles);
  return {
    pack: { ...header, entries, extensions, files: yamlFiles.map((file) => file.path) },
    problems: inOrder([...yamlFiles.flatMap((file) => file.problems), ...series.all]),
    kept: [...last.kept],
    files: yamlFiles,
  };
}

/** Tells, once a language, that forms are in one that the manifest does not list. */
function checkFormLanguages(entries: readonly Entry[], { languages }: Header, files: FirstFiles): void {
  const known = new Set(languages);
  for (const { kind, id, forms } of entries) {
    for (const { language, role } of forms) {
      if (known.has(language)) continue;
      known.add(language);
      const file = files.of(kind, id);
      const key = file?.keys([kind, id, role]).find((tag) => languageSubtag(tag) === language);
      if (file === undefined || key === undefined) continue;
      const meant = meantLanguage(key, languages);
      file.addAtKey([kind, id, role, key], 'warning', 'pack.unlisted-language', {
        language: key,
        languages,
        ...meaning(meant === key ? undefined : meant),
      });
    }
  }
}

function entryOf(reading: Entry | Extension): Entry {
  return 'target' in reading ? reading.entry : reading;
}

/** A pack as it was read last, from which what is broken now is taken. */
class LastReading {
  /** The files that something was taken for. */
  readonly kept = new Set<string>();
  readonly #readings: readonly (Entry | Extension)[];
  #byName: ReadonlyMap<string, Entry | Extension> | undefined;

  constructor(pack: Pack | undefined) {
    this.#readings = pack === undefined ? [] : [...pack.entries, ...pack.extensions];
  }

  has(path: string): boolean {
    return this.#readings.some((reading) => entryOf(reading).location.path === path);
  }

  ofFile(path: string, kind?: EntryKind): readonly (Entry | Extension)[] {
    const found = this.#readings.filter((reading) => {
      const entry = entryOf(reading);
      return entry.location.path === path && (kind === undefined || entry.kind === kind);
    });
    if (found.length > 0) this.kept.add(path);
    return found;
  }

  of(kind: EntryKind, id: string): Entry | Extension | undefined {
    const found = this.#find(kind, id);
    if (found !== undefined) this.kept.add(entryOf(found).location.path);
    return found;
  }

  includes(kind: EntryKind, id: string): boolean {
    return this.#find(kind, id) !== undefined;
  }

  #find(kind: EntryKind, id: string): Entry | Extension | undefined {
    if (this.#readings.length === 0) return undefined;
    this.#byName ??= new Map(
      this.#readings.map((reading) => [`${entryOf(reading).kind}/${entryOf(reading).id}`, reading]),
    );
    return this.#byName.get(`${kind}/${id}`);
  }
}

/** The files that hold an id of a kind first. */
class FirstFiles {
  readonly #files: readonly YamlFile[];
  /** By kind and id, made for the kinds that somebody asks for. */
  readonly #byKind = new Map<string, ReadonlyMap<string, YamlFile>>();

  constructor(files: readonly YamlFile[]) {
    this.#files = files;
  }

  ids(kind: string): readonly string[] {
    return [...this.#ofKind(kind).keys()];
  }

  of(kind: string, id: string): YamlFile | undefined {
    return this.#ofKind(kind).get(id);
  }

  #ofKind(kind: string): ReadonlyMap<string, YamlFile> {
    let byId = this.#byKind.get(kind);
    if (byId === undefined) {
      // The last of the same keys stays in a map.
      byId = new Map(this.#files.toReversed().flatMap((file) => file.keys([kind]).map((each) => [each, file])));
      this.#byKind.set(kind, byId);
    }
    return byId;
  }
}

type Header = Omit<Pack, 'entries' | 'extensions' | 'files'>;

function readManifest(file: YamlFile): Header | undefined {
  const fields = new Set(schemas.fields.manifest);
  const value: Record<string, unknown> = Object.fromEntries(
    [...fields].map((key) => [key, file.value([key])]).filter(([, field]) => field !== undefined),
  );
  if (!file.isMap([])) {
    file.add([], 'error', 'pack.wrong-type', { field: manifestPath, expected: 'object' });
    return undefined;
  }
  const errors = errorsOf(schemas.validateManifest, value);
  file.report([], errors);
  if (Array.isArray(value.languages)) value.languages = knownLanguages(value.languages, file);
  for (const { instancePath } of errors) leaveOut(value, instancePath);
  if (value.name === undefined || value.languages === undefined) return undefined;
  if (errors.some(({ instancePath }) => instancePath === '/schema')) return undefined;
  const languages = (value.languages as unknown[]).map((tag) => languageSubtag(String(tag)));
  const language = languages[0] as Language;
  const text = (key: string) => (value[key] === undefined ? {} : { [key]: String(value[key]) });
  return {
    location: file.placeOf(file.span([])),
    name: value.name as string,
    version: String(value.version ?? '0.0.0'),
    title: readText(value.title, language),
    languages,
    dependencies: dictionary(isRecord(value.dependencies) ? (value.dependencies as Record<string, string>) : {}),
    ...text('region'),
    ...text('factsAsOf'),
    ...text('staleAfter'),
    ...text('engine'),
    ...text('license'),
    ...text('fiscalYear'),
    units: mapOf(value.units, (unit) => ({
      forms: readTexts(unit.forms, language),
      ...(unit.of !== undefined && { of: String(unit.of) }),
      ...(unit.scale !== undefined && { scale: Number(unit.scale) }),
    })),
    regions: mapOf(value.regions, (region) => ({
      forms: readTexts(region.forms, language),
      ...(region.parent !== undefined && { parent: String(region.parent) }),
    })),
  };
}

/** The languages of a manifest; one that is none is reported, and is the one that was likely meant. */
function knownLanguages(tags: readonly unknown[], file: YamlFile): readonly string[] | undefined {
  const known = tags.map(String).flatMap((tag, index) => {
    if (isLanguageTag(tag)) return [tag];
    const meant = meantLanguage(tag);
    file.add(['languages', index], 'error', 'pack.unknown-language', { language: tag, ...meaning(meant) });
    return meant ?? [];
  });
  return known.length === 0 ? undefined : known;
}

/** The problem of a pack that this version is not to read; a range that is none excludes nothing. */
function checkEngine(file: YamlFile, { engine: range }: Header): Problem | undefined {
  if (range === undefined || satisfies(version, range, { includePrerelease: true })) return undefined;
  if (validRange(range) === null) {
    file.addAtKey(['engine'], 'error', 'pack.range-invalid', { range });
    return undefined;
  }
  const { path, range: at } = file.placeOf(file.keySpan(['engine']));
  return { severity: 'error', messageId: 'pack.engine', values: { range, version }, path, range: at };
}

/** Takes a broken field out of a manifest, or of a map in it (a unit, a region, a dependency) the one broken item. */
function leaveOut(manifest: Record<string, unknown>, instancePath: string): void {
  const [, field = '', item] = instancePath.split('/');
  const inner = manifest[field];
  if (item !== undefined && isRecord(inner)) delete inner[item.replaceAll('~1', '/').replaceAll('~0', '~')];
  else delete manifest[field];
}

/** The items of a map that are maps themselves; the schema has reported the others. */
function mapOf<T>(value: unknown, read: (item: Record<string, unknown>) => T): Readonly<Record<string, T>> {
  return dictionary(
    Object.fromEntries(
      Object.entries(isRecord(value) ? value : {}).flatMap(([id, item]) =>
        isRecord(item) ? [[id, read(item)] as const] : [],
      ),
    ),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The kinds that a file has entries of; unknown keys are reported. */
function topLevelKinds(file: YamlFile, isManifest: boolean): readonly EntryKind[] {
  const kinds: EntryKind[] = [];
  if (!file.isMap([])) {
    if (!isManifest && !file.isEmpty())
      file.add([], 'error', 'pack.wrong-type', { field: file.path, expected: 'object' });
    return kinds;
  }
  for (const key of file.keys()) {
    const kind = entryKinds.find((known) => known === key);
    if (kind !== undefined) kinds.push(kind);
    else if (!isManifest || !schemas.fields.manifest.includes(key)) {
      const known = isManifest ? [...entryKinds, ...schemas.fields.manifest] : entryKinds;
      const meant = nearest(key, known);
      const home = meant === undefined || !isPlural(meant, key) ? homeOfTopField(key, isManifest) : undefined;
      if (home !== undefined) file.addMisplaced([key], home);
      else file.addAtKey([key], 'warning', 'pack.unknown-kind', { kind: key, ...meaning(meant) });
    }
  }
  return kinds;
}

/** `unit` at the top of a file is rather `units` than the unit of a measure. */
function isPlural(name: string, singular: string): boolean {
  return name === `${singular}s`;
}

/** What a pack has for all its entries. */
interface PackContext {
  readonly header: Header;
  readonly files: ReadonlyMap<string, string>;
  /** The full text of a file of the pack. */
  readonly file: (name: string) => string | undefined;
  readonly series: SeriesProblems;
  /** Whether the pack before has the entry. */
  readonly wasRead: (kind: EntryKind, id: string) => boolean;
  readonly firstFiles: FirstFiles;
}

/** What a file has for its entries of a kind. */
interface KindContext extends PackContext {
  readonly yaml: YamlFile;
  readonly kind: EntryKind;
  /** What full names begin with. */
  readonly names: string;
  /** Of a kind that needs no more. */
  readonly plainForms: PlainForms | undefined;
}

function kindContextOf(yaml: YamlFile, kind: EntryKind, context: PackContext): KindContext {
  const { name, languages } = context.header;
  const forms = { kind, language: languages[0] as Language };
  return {
    ...context,
    yaml,
    kind,
    names: `${name}/${kind}/`,
    plainForms: kind === 'terms' ? new PlainForms(yaml, forms) : undefined,
  };
}

function readOne(id: string, context: KindContext): Entry | Extension | undefined {
  const { header, files, yaml: file, kind } = context;
  const path = [kind, id];
  if (file.isBroken(path)) return undefined;
  const entryContext: EntryContext = {
    pack: header.name,
    kind,
    id,
    fullName: context.names + id,
    path,
    language: file.language ?? (header.languages[0] as Language),
    yaml: file,
    file: context.file,
  };
  const forms = context.plainForms?.read(path);
  if (forms !== undefined) return readEntry(noFields, entryContext, { forms });
  const problemsBefore = file.problemCount;
  const value = withPlainNumbers(file.value(path), kind);
  if (file.problemCount > problemsBefore) return undefined;
  if (!isRecord(value)) {
    file.addAtKey(path, 'error', 'pack.wrong-type', { field: id, expected: 'object' });
    return undefined;
  }
  const target = typeof value.extends === 'string' ? value.extends : undefined;
  const fields = fieldsOf.get(kind);
  for (const field in value) {
    if (!fields?.has(field)) file.addUnknownField([...path, field], [...(fields ?? [])]);
  }
  const add = isRecord(value.add) ? value.add : undefined;
  const addable = addableTo(kind);
  for (const field in add) {
    if (!addable.includes(field) && schemas.fields.below.add?.includes(field)) {
      file.addUnknownField([...path, 'add', field], addable);
    }
  }
  const errors = [...errorsOf(schemas.validateShared, value), ...errorsOf(schemas.validateKind[kind], value)].filter(
    ({ instancePath }) => !isOfNone(instancePath, value),
  );
  if (errors.length > 0 && !file.report(path, errors)) return undefined;
  if (kind === 'sources' && isTextFile(value.text) && !checkFile(file, [...path, 'text'], value.text, files)) {
    return undefined;
  }
  const seriesPath = kind === 'metrics' && typeof value.observations === 'string' ? value.observations : undefined;
  if (seriesPath !== undefined && !checkFile(file, [...path, 'observations'], seriesPath, files)) return undefined;
  const series = seriesPath === undefined ? undefined : seriesOf(seriesPath, value, context);
  // The rows behind an open quote, or below missing columns, are lost.
  const isCut = seriesPath !== undefined && context.series.isBroken(pathInPack(seriesPath));
  if (isCut && context.wasRead(kind, id)) return undefined;
  const named = withModelNames(file.isCodeSnippets ? inItsLanguages(value, context) : value, path, context);
  const entry = readEntry(
    target === undefined ? named : { ...kindTraits[kind].blank, ...named },
    entryContext,
    series === undefined ? {} : { series },
  );
  if (target === undefined) return entry;
  const added = add && {
    entry: readEntry({ ...kindTraits[kind].blank, ...add }, { ...entryContext, path: [...path, 'add'] }, {}),
    named: Object.keys(add).filter((field) => addable.includes(field)),
  };
  return { target, entry, named: Object.keys(value), ...(added && { added }) };
}

/** The lists of each kind that `add` may append to. */
function addableTo(kind: EntryKind): readonly string[] {
  const own = fieldsOf.get(kind);
  const lists = (schemas.fields.below.add ?? []).filter((field) => own?.has(field));
  // Of a report type it is the one list that it owes.
  return kind === 'reports' ? lists.filter((field) => field !== 'tasks') : lists;
}

/** The fields of an entry with every name of another as the model has it. */
function withModelNames(
  fields: Record<string, unknown>,
  path: YamlPath,
  { header, kind, yaml, firstFiles }: KindContext,
) {
  const has = (of: EntryKind, id: string) => firstFiles.of(of, id) !== undefined;
  return renameIn(fields, kind, (name, kinds, at) => {
    const known = modelName({ name, kinds, path: at }, header.name, has);
    if (known !== undefined) return known;
    const entries = kinds.filter((each) => has(each, name)).map((each) => `${each}/${name}`);
    yaml.add([...path, ...at], 'error', 'pack.reference-two', { reference: name, entries });
    return name;
  });
}

/** The texts of one of VS Code's snippets in the language of its file, or else in each of the pack's. */
function inItsLanguages(item: Record<string, unknown>, { header, yaml }: KindContext): Record<string, unknown> {
  const languages = yaml.language === undefined ? header.languages : [yaml.language];
  const inEach = (text: unknown) => Object.fromEntries(languages.map((language) => [language, text]));
  const { body, description } = item;
  return {
    ...item,
    ...(body !== undefined && { body: inEach(body) }),
    ...(description !== undefined && {
      description: inEach(Array.isArray(description) ? description.join('\n') : description),
    }),
  };
}

/**
 * Numbers with their thousands apart as numbers: `1,940,000` in the observations of a metric, in the milestones of a
 * target, and in those that are added.
 */
function withPlainNumbers(value: unknown, kind: EntryKind): unknown {
  const own = plainNumbersIn(value, kind);
  return isRecord(own) && isRecord(own.add) ? { ...own, add: plainNumbersIn(own.add, kind) } : own;
}

function plainNumbersIn(value: unknown, kind: EntryKind): unknown {
  const field = kindTraits[kind].figures;
  const items = field === undefined || !isRecord(value) ? undefined : value[field];
  if (field === undefined || !Array.isArray(items) || !items.some(hasText)) return value;
  const plain = items.map((item: unknown) =>
    hasText(item) ? { ...item, value: plainNumber(item.value) ?? item.value } : item,
  );
  return { ...(value as object), [field]: plain };
}

function hasText(item: unknown): item is { readonly value: string } {
  return isRecord(item) && typeof item.value === 'string';
}

/** Whether an error is of the value of an observation that has none. */
function isOfNone(instancePath: string, entry: Readonly<Record<string, unknown>>): boolean {
  if (instancePath.startsWith('/add/') && isRecord(entry.add)) {
    return isOfNone(instancePath.slice('/add'.length), entry.add);
  }
  const [, field, index, rest] = instancePath.split('/');
  if (field !== 'observations' || (rest !== undefined && rest !== 'value') || !Array.isArray(entry.observations))
    return false;
  return hasNoValue(entry.observations[Number(index)]);
}

const noFields = Object.freeze({});

/** A snippet with the languages that another file has of it; of one that both have the first holds. */
function withLanguages(known: EntryOf<'snippets'>, other: Entry | Extension): Entry {
  if ('target' in other || other.kind !== 'snippets') return known;
  return {
    ...known,
    prefix: [...new Set([...known.prefix, ...other.prefix])],
    description: dictionary({ ...other.description, ...known.description }),
    body: dictionary({ ...other.body, ...known.body }),
  };
}

function errorsOf(validate: schemas.Validate, value: unknown): readonly schemas.SchemaError[] {
  return validate(value) ? none : (validate.errors ?? none);
}

/** A source's full text is a file where it is a path to one, else the text itself. */
function isTextFile(text: unknown): text is string {
  return typeof text === 'string' && (/^[^\n]+\.(?:md|markdown|txt)$/.test(text) || otherDocument.test(text));
}

/** The name of a file that is no text. */
const otherDocument = /^[^\s]+\.(?:docx?|odt|rtf|pdf|html?|wps|pages|xlsx?|ods|epub)$/i;

/** `./series/x.csv` is `series/x.csv`. */
export function pathInPack(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
}

/** A file that an entry names: of text, in the pack's folder, and there. */
function checkFile(file: YamlFile, path: YamlPath, name: string, files: ReadonlyMap<string, string>): boolean {
  const isSeries = path.at(-1) === 'observations';
  if (isSeries ? !/\.(?:csv|md|txt)$/i.test(name) : otherDocument.test(name)) {
    const stem = name.replace(/\.[a-z]{1,8}$/i, '');
    file.add(path, 'error', isSeries ? 'pack.series-kind' : 'pack.text-kind', {
      file: name,
      meant: `${stem}.${isSeries ? 'csv' : 'md'}`,
    });
    return false;
  }
  if (/^(?:[/\\]|[a-zA-Z]:|[a-z]+:)/.test(name) || name.split(/[/\\]/).includes('..')) {
    file.add(path, 'error', 'pack.file-outside', { file: name });
    return false;
  }
  const there = pathInPack(name);
  if (!files.has(there)) {
    file.add(path, 'error', 'pack.file-missing', { file: there });
    return false;
  }
  return true;
}

/** The problems of data files; several metrics may read one file, each of whose problems counts once. */
class SeriesProblems {
  readonly all: Problem[] = [];
  readonly #seen = new Set<string>();
  readonly #broken = new Set<string>();

  /** Whether a file cannot be read to its end, or has not the columns that it needs. */
  isBroken(path: string): boolean {
    return this.#broken.has(path);
  }

  add(problems: readonly Problem[]): void {
    for (const problem of problems) {
      const { path, messageId, range } = problem;
      if (messageId === 'pack.csv-invalid' || messageId === 'pack.column-missing') this.#broken.add(path);
      const key = `${path} ${messageId} ${range.start.line} ${range.start.character}`;
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.all.push(problem);
    }
  }
}

function seriesOf(
  name: string,
  metric: Readonly<Record<string, unknown>>,
  { header, files, series }: PackContext,
): readonly Observation[] {
  const path = pathInPack(name);
  const unit = isRecord(metric.measure) ? metric.measure.unit : undefined;
  const region = metric.region ?? header.region;
  const { observations, problems } = readSeries(path, files.get(path) as string, {
    language: header.languages[0] as Language,
    ...(typeof region === 'string' && { region }),
    ...(typeof unit === 'string' && { unit }),
  });
  series.add(problems);
  return observations;
}

/** Ids that name entries of this pack must be there; a broken entry has its own problem. */
function checkReferences(entries: readonly Entry[], firstFiles: FirstFiles, files: readonly YamlFile[]): void {
  const fileOf = new Map(files.map((file) => [file.path, file]));
  const guesses = new Guesses((kind) => firstFiles.ids(kind));
  for (const entry of entries) {
    for (const reference of referencesOf(entry)) {
      // What another pack holds is known only when they are merged.
      if (isFullName(reference.name)) continue;
      const meant = meantBy(reference);
      const split = meant.map((name) => [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)] as const);
      if (split.some(([kind, id]) => firstFiles.of(kind, id) !== undefined)) continue;
      const path = [entry.kind, entry.id, ...reference.path];
      const file = fileOf.get(entry.location.path);
      if (meant.length === 0)
        file?.add(path, 'error', 'pack.reference-kind', { reference: reference.name, kinds: reference.kinds });
      else {
        const [kind, id] = split[0] as readonly [string, string];
        const to = meant.length === 1 ? `${kind}/${id}` : reference.name;
        file?.add(path, 'error', 'pack.dangling', { reference: to, ...meaning(guesses.of(kind, id)) });
      }
    }
  }
}
