import { CsvFile } from '../vocabulary/csv-file.js';
import { type EntryKind, entryKinds } from '../vocabulary/model.js';
import { columnsOf } from '../vocabulary/read-series.js';
import { YamlFile } from '../vocabulary/yaml-file.js';

/** What became of one entry. */
export interface ChangedEntry {
  /** `kind/id`. */
  readonly entry: string;
  /** How the pack calls it, in its first language; undefined where it has no name. */
  readonly name: string | undefined;
  readonly changes: readonly FieldChange[];
}

/** A value that came, went or is another one; `field` is as the pack writes it: `observations[2023].value`. */
export interface FieldChange {
  readonly field: string;
  /** Undefined where it was not there. */
  readonly before: string | undefined;
  /** Undefined where it is no longer there. */
  readonly after: string | undefined;
}

/** What is another in one version of a pack than in another. */
export interface PackDiff {
  readonly added: readonly ChangedEntry[];
  readonly changed: readonly ChangedEntry[];
  /** Those that are there still and no longer hold, with the day (`validTo`) where one is told. */
  readonly ended: readonly (ChangedEntry & { readonly on: string | undefined })[];
  readonly removed: readonly ChangedEntry[];
  /** Of the pack itself, but for its version; and texts that it holds (`sources/act.md`), with nothing before and after. */
  readonly pack: readonly FieldChange[];
}

/** Compares two versions of a pack by their texts, whose keys are paths in the pack's folder. */
export function diffPacks(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): PackDiff {
  const [old, now] = [contentOf(before), contentOf(after)];
  const added: ChangedEntry[] = [];
  const changed: ChangedEntry[] = [];
  const ended: PackDiff['ended'][number][] = [];
  const removed: ChangedEntry[] = [];
  for (const [entry, fields] of now.entries) {
    const earlier = old.entries.get(entry);
    const name = nameIn(fields);
    if (earlier === undefined) {
      added.push({ entry, name, changes: [] });
      continue;
    }
    const changes = changesOf(earlier, fields);
    if (changes.length === 0) continue;
    const isEnd = ({ field, before: was }: FieldChange) => was === undefined && /^(?:validTo|replacedBy)\b/.test(field);
    if (changes.some(isEnd)) ended.push({ entry, name, changes, on: fields.get('validTo') });
    else changed.push({ entry, name, changes });
  }
  for (const [entry, fields] of old.entries) {
    if (!now.entries.has(entry)) removed.push({ entry, name: nameIn(fields), changes: [] });
  }
  return {
    added,
    changed,
    ended,
    removed,
    pack: [...changesOf(old.pack, now.pack), ...changesOf(old.texts, now.texts, true)],
  };
}

/** Values by their places: `observations[2023].value`; an item of a list by itself has an empty one. */
type Fields = ReadonlyMap<string, string>;

interface Content {
  /** By `kind/id`. */
  readonly entries: ReadonlyMap<string, Fields>;
  readonly pack: Fields;
  readonly texts: Fields;
}

const kinds: readonly string[] = entryKinds;

function contentOf(texts: ReadonlyMap<string, string>): Content {
  const entries = new Map<string, Fields>();
  const pack = new Map<string, string>();
  const others = new Map<string, string>();
  for (const [path, text] of texts) {
    if (!/\.ya?ml$/i.test(path)) {
      if (!/\.csv$/i.test(path)) others.set(path, text);
      continue;
    }
    const file = new YamlFile(path, text);
    for (const key of file.keys()) {
      if (!kinds.includes(key)) {
        if (key !== 'version') flatten(file.value([key]), key, pack, texts);
        continue;
      }
      for (const id of file.keys([key])) {
        const fields = new Map<string, string>();
        const written = (at: readonly (string | number)[]) => file.written([key as EntryKind, id, ...at]);
        flatten(file.value([key, id]), '', fields, texts, written);
        entries.set(`${key}/${id}`, fields);
      }
    }
  }
  return { entries, pack, texts: others };
}

/** Of the maps in a list, the first of these that one has tells it from the others. */
const telling = ['id', 'period', 'due', 'form', 'rank', 'title', 'from', 'text', 'source'];

/** `written`: the digits of a number by its path, which JavaScript would write otherwise. */
function flatten(
  value: unknown,
  field: string,
  fields: Map<string, string>,
  texts: ReadonlyMap<string, string>,
  written: (at: readonly (string | number)[]) => string | undefined = () => undefined,
  at: readonly (string | number)[] = [],
): void {
  const put = (place: string, text: string) => {
    // Two items that nothing tells apart.
    let free = place;
    for (let i = 2; fields.has(free); i++) free = `${place}#${i}`;
    fields.set(free, text);
  };
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const isMap = typeof item === 'object' && item !== null;
      const key = isMap ? telling.find((name) => Object.hasOwn(item, name)) : undefined;
      const shown = isMap
        ? key === undefined
          ? String(i + 1)
          : textOf((item as Record<string, unknown>)[key])
        : textOf(item);
      const vintage =
        isMap && Object.hasOwn(item, 'vintage') ? ` ${textOf((item as { vintage: unknown }).vintage)}` : '';
      const place = `${field}[${shown}${vintage}]`;
      put(place, '');
      if (!isMap || Array.isArray(item)) continue;
      for (const [name, inner] of Object.entries(item)) {
        if (name !== key) flatten(inner, `${place}.${name}`, fields, texts, written, [...at, i, name]);
      }
    }
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      flatten(inner, field === '' ? name : `${field}.${name}`, fields, texts, written, [...at, name]);
    }
    return;
  }
  const series = typeof value === 'string' && /\.csv$/i.test(value) ? texts.get(value) : undefined;
  if (series !== undefined) flatten(rowsOf(value as string, series), field, fields, texts);
  else if (value !== undefined) put(field, written(at) ?? textOf(value));
}

/** The rows of a series as a pack would write them in a list. */
function rowsOf(path: string, text: string): readonly Readonly<Record<string, string>>[] {
  const { rows } = new CsvFile(path, text);
  const [header = [], ...records] = rows;
  const columns = columnsOf(header) ?? header.map((cell) => (cell.text === 'TIME_PERIOD' ? 'period' : cell.text));
  return records.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, i) => (cell.text.trim() === '' ? [] : [[columns[i] ?? String(i + 1), cell.text.trim()]])),
    ),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** `isLong`: values are whole texts, of which it is said that they are others. */
function changesOf(before: Fields, after: Fields, isLong = false): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const shown = (text: string | undefined) => (isLong && text !== undefined ? '' : text);
  for (const field of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(field), after.get(field)];
    if (old === now) continue;
    // What came or went with all that it holds is said once.
    const above = changes.at(-1);
    if (
      above !== undefined &&
      field.startsWith(`${above.field}.`) &&
      (old ?? now) !== undefined &&
      (old === undefined) === (above.before === undefined) &&
      (now === undefined) === (above.after === undefined) &&
      (old === undefined || now === undefined)
    ) {
      changes[changes.length - 1] = {
        ...above,
        ...(old === undefined
          ? { after: joined(above.after, field, above.field, now) }
          : { before: joined(above.before, field, above.field, old) }),
      };
      continue;
    }
    changes.push({ field, before: shown(old), after: shown(now) });
  }
  return changes;
}

/** `value: 4.1e6, source: accounts`. */
function joined(said: string | undefined, field: string, above: string, value: string | undefined): string {
  const part = `${field.slice(above.length + 1)}: ${value}`;
  return said === undefined || said === '' ? part : `${said}, ${part}`;
}

function nameIn(fields: Fields): string | undefined {
  for (const [field, text] of fields) {
    const name = /^preferred(?:\.[\w-]+)?(?:\[(.*)\])?(\.form)?$/s.exec(field);
    if (name !== null) return name[1] ?? text;
  }
  return undefined;
}
