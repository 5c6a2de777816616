import { applyEdits, editsBetween, type TextEdit } from '../text/text-edit.js';
import type { Entry, EntryKind, Language, Pack } from './model.js';
import { languageSubtag } from './read-forms.js';
import { pathInPack, readPackSource } from './read-pack.js';
import { isFullName } from './references.js';
import { languageTag, validateObservation } from './schemas.generated.js';
import { placeInOrder, writeSeries } from './write-series.js';
import { writeYaml, type YamlChange, YamlNumber, type YamlRefusal, type YamlValue } from './write-yaml.js';
import { YamlFile } from './yaml-file.js';
import type { YamlPath } from './yaml-tree.js';

/** What a pack is to hold from now on: a form or an exception of an entry, a record of a metric, or a new term. */
export type PackAddition =
  | {
      readonly as: 'admitted' | 'exceptions';
      /** `pack/kind/id`. */
      readonly entry: string;
      readonly language: Language;
      readonly text: string;
    }
  | {
      readonly as: 'record';
      readonly entry: string;
      readonly record: AddedRecord;
    }
  | { readonly as: 'term'; readonly language: Language; readonly text: string };

/** A record as a pack writes it; `value` is digits, `2.70e6`. */
export interface AddedRecord {
  readonly period: string;
  readonly value: string;
  readonly comparator?: string;
  /** `pack/sources/id`. */
  readonly source?: string;
  readonly vintage?: string;
}

export type PackWriting =
  | { readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly path: string; readonly refused: YamlRefusal };

/** Where an addition belongs in a pack: in the entry itself, in what extends it, or in an entry that is made. */
interface Home {
  readonly path: string;
  readonly kind: EntryKind;
  readonly id: string;
  readonly how: 'own' | 'extended' | 'new';
}

function homeOf(pack: Pack, addition: PackAddition): Home | undefined {
  if (addition.as === 'term') {
    const path = fileOf(pack, 'terms');
    return { path, kind: 'terms', id: freeId(pack, 'terms', idOf(addition.text)), how: 'new' };
  }
  const [name, kind, id] = addition.entry.split('/') as [string, EntryKind, string];
  if (name === pack.name) {
    const entry = pack.entries.find((each) => each.fullName === addition.entry);
    return entry && { path: entry.location.path, kind, id, how: 'own' };
  }
  const there = pack.extensions.find(({ target }) => target === addition.entry)?.entry;
  if (there !== undefined) return { path: there.location.path, kind, id: there.id, how: 'extended' };
  return { path: fileOf(pack, kind), kind, id: freeId(pack, kind, id), how: 'new' };
}

/** The file of a pack that an addition goes into, relative to its folder; it need not be there. */
export function placeOfAddition(pack: Pack, addition: PackAddition): string | undefined {
  const home = homeOf(pack, addition);
  const metric = pack.entries.find(({ kind, id }) => home?.how === 'own' && kind === home.kind && id === home.id);
  const isInSeries = addition.as === 'record' && metric?.kind === 'metrics';
  return (isInSeries ? metric.observations.at(-1)?.location?.path : undefined) ?? home?.path;
}

/**
 * The edits that add to a pack of one's own, as it is now: in the entry where it is the pack's own, else with `add` beside
 * `extends`. `files`: the texts of the pack by their paths; one that is not there is to be made.
 */
export function addToPack(files: ReadonlyMap<string, string>, addition: PackAddition): PackWriting | undefined {
  const { pack } = readPackSource(files);
  const home = pack && homeOf(pack, addition);
  if (pack === undefined || home === undefined) return undefined;
  const { path } = home;
  const text = files.get(path) ?? '';
  const yaml = new YamlFile(path, text);
  if (!yaml.isParsed) return { path, refused: 'unparsable' };
  if (addition.as === 'record' && home.how === 'own') {
    const series = yaml.value([home.kind, home.id, 'observations']);
    if (typeof series === 'string') return addToSeries(files, pathInPack(series), withOwnSource(pack, addition.record));
  }
  const isAdmitted = addition.as === 'admitted' && home.how === 'own';
  const deprecated = isAdmitted ? deprecatedAt(yaml, home, addition.text) : undefined;
  const removing = deprecated && writeYaml(text, { path: deprecated, removes: true });
  if (removing !== undefined && 'refused' in removing) return { path, ...removing };
  const left = removing === undefined ? text : applyEdits(text, removing.edits);
  const change = changeFor(pack, home, addition, removing === undefined ? yaml : new YamlFile(path, left));
  if (typeof change === 'string') return { path, refused: change };
  const writing = writeYaml(left, change);
  if ('refused' in writing || removing === undefined) return { path, ...writing };
  return { path, edits: editsBetween(text, applyEdits(left, writing.edits)) };
}

/** Where a form stands as deprecated in an entry: it goes from there when it is admitted. */
function deprecatedAt(yaml: YamlFile, { kind, id }: Home, text: string): YamlPath | undefined {
  const find = (path: YamlPath): YamlPath | undefined => {
    const value = yaml.value(path);
    if (value === text) return path;
    if (Array.isArray(value)) return value.map((_, i) => find([...path, i])).find((each) => each !== undefined);
    if (typeof value !== 'object' || value === null) return undefined;
    if ('form' in value) return value.form === text ? path : undefined;
    return yaml
      .keys(path)
      .map((key) => find([...path, key]))
      .find((each) => each !== undefined);
  };
  return find([kind, id, 'deprecated']);
}

function addToSeries(files: ReadonlyMap<string, string>, path: string, record: AddedRecord): PackWriting | undefined {
  const text = files.get(path);
  if (text === undefined) return undefined;
  const writing = writeSeries(text, { ...record });
  if ('refused' in writing) return { path, ...writing };
  // Without its day or its bound it would be another record.
  if (writing.unwritten.some((field) => field !== 'source')) return { path, refused: 'unusual' };
  return { path, edits: writing.edits };
}

/** As the pack itself names it. */
function withOwnSource(pack: Pack, record: AddedRecord): AddedRecord {
  const own = `${pack.name}/sources/`;
  return record.source?.startsWith(own) === true ? { ...record, source: record.source.slice(own.length) } : record;
}

function inYaml({ period, value, ...others }: AddedRecord): YamlValue {
  return { period: /^\d{4}$/.test(period) ? Number(period) : period, value: new YamlNumber(value), ...others };
}

function changeFor(pack: Pack, home: Home, addition: PackAddition, yaml: YamlFile): YamlChange | YamlRefusal {
  const at: YamlPath = [home.kind, home.id, ...(home.how === 'own' ? [] : ['add'])];
  if (addition.as === 'term') {
    return { path: at.slice(0, 2), value: { preferred: inLanguage(pack, addition.language, addition.text) } };
  }
  if (home.how === 'new') {
    const added =
      addition.as === 'record'
        ? { observations: [inYaml(withOwnSource(pack, addition.record))] }
        : { [addition.as]: inLanguage(pack, addition.language, [addition.text]) };
    return { path: at.slice(0, 2), value: { extends: addition.entry, add: added } };
  }
  if (addition.as === 'record') {
    const path = [...at, 'observations'];
    const records = yaml.value(path);
    const periods = Array.isArray(records) ? records.map(({ period }: { period?: unknown }) => String(period)) : [];
    return {
      path,
      item: inYaml(withOwnSource(pack, addition.record)),
      before: placeInOrder(periods, addition.record.period, pack.fiscalYear),
    };
  }
  const path = formPath(pack, yaml, [...at, addition.as], addition.language);
  return path === undefined ? 'other-value' : { path, item: addition.text };
}

/** A value under its language, but for a pack with one language alone. */
function inLanguage<T extends YamlValue>(pack: Pack, language: Language, value: T): T | ReadonlyMap<string, T> {
  const isOnly = pack.languages.length === 1 && pack.languages[0] === language;
  return isOnly ? value : new Map([[language, value]]);
}

/** Where forms of a language stand, or are to stand; undefined where they are in the pack's first language alone. */
function formPath(pack: Pack, yaml: YamlFile, path: YamlPath, language: Language): YamlPath | undefined {
  const [first, ...others] = pack.languages;
  const value = yaml.value(path);
  if (value === undefined || value === null)
    return others.length === 0 && first === language ? path : [...path, language];
  const isPlain = typeof value !== 'object' || Array.isArray(value) || 'form' in value;
  if (isPlain) return first === language ? path : undefined;
  return [...path, yaml.keys(path).find((tag) => languageSubtag(tag) === language) ?? language];
}

/** The file that has the entries of a kind; else the pack's only one; else one of the kind's own. */
function fileOf({ entries, extensions, files }: Pack, kind: EntryKind): string {
  const all: readonly Entry[] = [...entries, ...extensions.map(({ entry }) => entry)];
  const there = all.findLast((entry) => entry.kind === kind);
  if (there !== undefined) return there.location.path;
  return files.length === 1 ? (files[0] as string) : `${kind}.yaml`;
}

function freeId({ entries, extensions }: Pack, kind: EntryKind, id: string): string {
  const taken = new Set(
    [...entries, ...extensions.map(({ entry }) => entry)].filter((each) => each.kind === kind).map((each) => each.id),
  );
  for (let i = 2, free = id; ; free = `${id}-${i++}`) if (!taken.has(free)) return free;
}

/** `town library` is `town-library`; Han words are their own id. */
function idOf(text: string): string {
  const id = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return id.replace(/^-|-$/g, '') || 'term';
}

/** Whether something from outside is an addition. */
export function isPackAddition(value: unknown): value is PackAddition {
  const { as, entry, language, text, record } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (as === 'record') return isFullName(String(entry)) && validateObservation(record);
  const isWords = typeof language === 'string' && languageTag.pattern.test(language) && typeof text === 'string';
  if (!isWords || text.trim() === '') return false;
  return as === 'term' || ((as === 'admitted' || as === 'exceptions') && isFullName(String(entry)));
}
