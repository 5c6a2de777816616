import { type Entry, type EntryKind, type Extension, entryKinds, type Language, type Pack } from './model.js';
import type { Problem } from './problem.js';
import { readEntry } from './read-entry.js';
import { languageSubtag, readText, readTexts } from './read-forms.js';
import * as schemas from './schemas.generated.js';
import { YamlFile, type YamlPath } from './yaml-file.js';

export interface PackReading {
  /** Undefined without a manifest that can be used. */
  readonly pack: Pack | undefined;
  readonly problems: readonly Problem[];
}

const validateKind: Readonly<Record<EntryKind, schemas.Validate>> = {
  sources: schemas.validate_sources,
  terms: schemas.validate_terms,
  tasks: schemas.validate_tasks,
  taskLists: schemas.validate_taskLists,
  metrics: schemas.validate_metrics,
  statements: schemas.validate_statements,
  targets: schemas.validate_targets,
  people: schemas.validate_people,
  organizations: schemas.validate_organizations,
  events: schemas.validate_events,
  programmes: schemas.validate_programmes,
  documents: schemas.validate_documents,
  formulations: schemas.validate_formulations,
  reports: schemas.validate_reports,
};

const manifestPath = 'pack.yaml';

/**
 * Reads a pack from the files of its folder: keys are paths relative to it, with `/`. `pack.yaml` holds the manifest;
 * entries stand there and in every `.yaml` beside it. A broken entry is a problem at its place and is left out.
 */
export function readPack(files: ReadonlyMap<string, string>): PackReading {
  const manifestText = files.get(manifestPath);
  if (manifestText === undefined) {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return {
      pack: undefined,
      problems: [{ severity: 'error', messageId: 'pack.no-manifest', values: {}, path: manifestPath, range }],
    };
  }
  const paths = [...files.keys()].filter((path) => /^[^/]+\.ya?ml$/.test(path) && path !== manifestPath).sort();
  const manifest = new YamlFile(manifestPath, manifestText);
  const yamlFiles = [manifest, ...paths.map((path) => new YamlFile(path, files.get(path) as string))];

  const header = readManifest(manifest);
  if (header === undefined) return { pack: undefined, problems: yamlFiles.flatMap((file) => file.problems) };

  const entries: Entry[] = [];
  const extensions: Extension[] = [];
  const seen = new Set<string>();
  for (const file of yamlFiles) {
    for (const key of topLevelKinds(file, file === manifest)) {
      if (!file.isMap([key])) {
        if (file.value([key]) !== undefined || !file.isBroken([key])) {
          file.addAtKey([key], 'error', 'pack.wrong-type', { field: key, expected: 'object' });
        }
        continue;
      }
      for (const id of file.keys([key])) {
        const path = [key, id];
        const reading = readOne(file, path, key, id, header, files);
        if (reading === undefined) continue;
        if (seen.has(`${key}/${id}`)) {
          file.addAtKey(path, 'error', 'pack.duplicate-id', { id, kind: key });
          continue;
        }
        seen.add(`${key}/${id}`);
        if ('target' in reading) extensions.push(reading);
        else entries.push(reading);
      }
    }
  }
  checkReferences(entries, yamlFiles);
  return {
    pack: { ...header, entries, extensions, files: yamlFiles.map((file) => file.path) },
    problems: yamlFiles.flatMap((file) => file.problems),
  };
}

type Header = Omit<Pack, 'entries' | 'extensions' | 'files'>;

function readManifest(file: YamlFile): Header | undefined {
  const fields = new Set(schemas.fields.manifest);
  const value = Object.fromEntries(
    [...fields].map((key) => [key, file.value([key])]).filter(([, field]) => field !== undefined),
  );
  let usable = file.isMap([]);
  if (!usable) {
    file.add([], 'error', 'pack.wrong-type', { field: manifestPath, expected: 'object' });
  } else if (!schemas.validateManifest(value)) {
    file.report([], schemas.validateManifest.errors ?? []);
    usable = typeof value.name === 'string' && Array.isArray(value.languages) && value.schema === 1;
  }
  if (!usable) return undefined;
  const languages = (value.languages as unknown[]).map((tag) => languageSubtag(String(tag)));
  const language = languages[0] as Language;
  const text = (key: string) => (value[key] === undefined ? {} : { [key]: String(value[key]) });
  return {
    name: value.name as string,
    version: String(value.version ?? '0.0.0'),
    title: readText(value.title, language),
    languages,
    dependencies: isRecord(value.dependencies) ? (value.dependencies as Record<string, string>) : {},
    ...text('region'),
    ...text('factsAsOf'),
    ...text('staleAfter'),
    ...text('engine'),
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

/** The items of a map that are maps themselves; the schema has reported the others. */
function mapOf<T>(value: unknown, read: (item: Record<string, unknown>) => T): Readonly<Record<string, T>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, item]) => (isRecord(item) ? [[id, read(item)] as const] : [])),
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
      file.addAtKey([key], 'warning', 'pack.unknown-kind', { kind: key });
    }
  }
  return kinds;
}

function readOne(
  file: YamlFile,
  path: YamlPath,
  kind: EntryKind,
  id: string,
  header: Header,
  files: ReadonlyMap<string, string>,
): Entry | Extension | undefined {
  if (file.isBroken(path)) return undefined;
  const value = file.value(path);
  if (!isRecord(value)) {
    file.addAtKey(path, 'error', 'pack.wrong-type', { field: id, expected: 'object' });
    return undefined;
  }
  const target = typeof value.extends === 'string' ? value.extends : undefined;
  const errors = [
    ...errorsOf(schemas.validateShared, value),
    ...errorsOf(validateKind[kind], value).filter((error) => target === undefined || !isMissingAtTop(error)),
  ];
  if (!file.report(path, errors)) return undefined;
  for (const field of Object.keys(value)) {
    if (!schemas.fields.shared.includes(field) && !schemas.fields.kinds[kind]?.includes(field)) {
      file.addAtKey([...path, field], 'warning', 'pack.unknown-field', { field });
    }
  }
  if (kind === 'sources' && !checkFile(file, [...path, 'text'], value.text, files)) return undefined;
  if (kind === 'metrics' && typeof value.observations === 'string') {
    if (!checkFile(file, [...path, 'observations'], value.observations, files)) return undefined;
  }
  const span = file.keySpan(path);
  const entry = readEntry(target === undefined ? value : { ...placeholders(kind), ...value }, {
    pack: header.name,
    kind,
    id,
    language: header.languages[0] as Language,
    location: { path: file.path, span, range: file.rangeOf(span) },
    written: (inner) => file.written([...path, ...inner]),
    file: (name) => files.get(name),
  });
  return target === undefined ? entry : { target, entry, named: Object.keys(value) };
}

/** What an entry that only changes another may leave out. */
function placeholders(kind: EntryKind): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'taskLists':
      return { tasks: [] };
    case 'formulations':
      return { members: [] };
    case 'reports':
      return { sections: [] };
    case 'metrics':
      return { measure: {} };
    case 'sources':
      return { title: {} };
    default:
      return {};
  }
}

function isMissingAtTop(error: schemas.SchemaError): boolean {
  return error.keyword === 'required' && error.instancePath === '';
}

function errorsOf(validate: schemas.Validate, value: unknown): readonly schemas.SchemaError[] {
  return validate(value) ? [] : [...(validate.errors ?? [])];
}

/** A file that an entry names: in the pack's folder, and there. A text that is no path is taken as it is. */
function checkFile(file: YamlFile, path: YamlPath, name: unknown, files: ReadonlyMap<string, string>): boolean {
  if (typeof name !== 'string' || !/^[^\s]+\.\w{1,5}$/.test(name)) return true;
  if (/^(?:[/\\]|[a-zA-Z]:|[a-z]+:)/.test(name) || name.split(/[/\\]/).includes('..')) {
    file.add(path, 'error', 'pack.file-outside', { file: name });
    return false;
  }
  if (!files.has(name)) {
    file.add(path, 'error', 'pack.file-missing', { file: name });
    return false;
  }
  return true;
}

/** Ids that name entries of this pack must be there. */
function checkReferences(entries: Entry[], files: readonly YamlFile[]): void {
  const known = new Set(entries.map((entry) => `${entry.kind}/${entry.id}`));
  const fileOf = new Map(files.map((file) => [file.path, file]));
  const need = (entry: Entry, reference: string, path: YamlPath): void => {
    if (known.has(reference)) return;
    fileOf.get(entry.location.path)?.add([entry.kind, entry.id, ...path], 'error', 'pack.dangling', { reference });
  };
  const needAll = (entry: Entry, kind: EntryKind, ids: readonly string[], field: string): void => {
    for (const [index, id] of ids.entries()) need(entry, `${kind}/${id}`, [field, index]);
  };
  for (const entry of entries) {
    for (const { source } of entry.basis) need(entry, `sources/${source}`, ['basis']);
    if (entry.replacedBy !== undefined) need(entry, entry.replacedBy, ['replacedBy']);
    if (entry.kind === 'taskLists') {
      const ids = entry.tasks.map(({ task }) => task);
      needAll(entry, 'tasks', ids, 'tasks');
      if (entry.setBy !== undefined) need(entry, `organizations/${entry.setBy}`, ['setBy']);
      if (entry.setAt !== undefined) need(entry, entry.setAt, ['setAt']);
    }
    if (entry.kind === 'metrics') {
      needAll(entry, 'metrics', entry.distinctFrom, 'distinctFrom');
      for (const [index, { source }] of entry.observations.entries()) {
        if (source !== undefined) need(entry, `sources/${source}`, ['observations', index, 'source']);
      }
    }
    if (entry.kind === 'formulations') {
      for (const [index, reference] of entry.conflicts.entries()) need(entry, reference, ['conflicts', index]);
    }
    if (entry.kind === 'reports') {
      if (entry.tasks !== undefined) need(entry, `taskLists/${entry.tasks}`, ['tasks']);
      needAll(entry, 'metrics', entry.metrics, 'metrics');
      needAll(entry, 'targets', entry.targets, 'targets');
    }
  }
}
