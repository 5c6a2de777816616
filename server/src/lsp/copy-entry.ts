import { URI, Utils } from 'vscode-uri';
import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type Entry, LineMap, type Locale } from '../core/index.js';
import type { Files } from '../workspace/files.js';
import type { Workspace } from '../workspace/workspace.js';
import { firstPack, ownPack } from './own-pack.js';
import type { PackDocuments } from './pack-documents.js';
import type { CopiedEntry } from './protocol.js';

const advice: Readonly<Record<Locale, string>> = {
  en: '# Only what stands here changes: take out what is to stay as it is.',
  zh: '# 只改动此处写出的字段，其余不变的可以删去。',
};

/** A text to be put into a file at an offset, and what is there of it now. */
interface Insertion {
  readonly uri: string;
  readonly before: string;
  readonly offset: number;
  readonly text: string;
  readonly isNew: boolean;
}

/**
 * What to write so that a folder has an entry of a shipped pack in its own pack, as an extension with all its fields:
 * the writer changes what is to change. Undefined where the pack is not in force, or the entry is not written as
 * shipped packs are.
 */
export async function copyEntry(
  files: Files,
  workspace: Workspace,
  packs: PackDocuments,
  folder: string,
  fullName: string,
  locale: Locale,
): Promise<CopiedEntry | undefined> {
  const entry = workspace.vocabulary.entry(fullName);
  if (entry === undefined) return undefined;
  const { pack: own, folder: ownFolder } = ownPack(workspace, [folder], packs) ?? {};
  const there = own?.extensions.find(({ target }) => target === fullName)?.entry;
  if (there !== undefined && ownFolder !== undefined) {
    const uri = Utils.joinPath(URI.parse(ownFolder), there.location.path).toString();
    return { newFiles: [], insertions: [], uri, range: there.location.range };
  }
  const key = firstFree(entry.id, (free) => !own?.entries.some(({ kind, id }) => kind === entry.kind && id === free));
  const copy = await copyOf(files, workspace, entry, key, locale);
  if (copy === undefined) return undefined;
  const insertions =
    ownFolder === undefined
      ? await intoNewPack(files, workspace, folder, entry, copy, locale)
      : [await intoPack(files, workspace, ownFolder, entry, copy)];
  if (insertions === undefined || !(await areFree(files, insertions))) return undefined;
  return answer(insertions, key);
}

/** Whether none of the files that are to be made is there already, as one that nobody trusts is. */
async function areFree(files: Files, insertions: readonly Insertion[]): Promise<boolean> {
  const readings = await Promise.all(insertions.filter(({ isNew }) => isNew).map(({ uri }) => files.read(uri)));
  return readings.every((reading) => 'unread' in reading && reading.unread === 'missing');
}

/** The entry as its pack has it, from the margin on, with the field that makes it an extension. `key`: its id there. */
async function copyOf(
  files: Files,
  { packFolders }: Workspace,
  { id, kind, pack, location, fullName }: Entry,
  key: string,
  locale: Locale,
): Promise<string | undefined> {
  const reading = await files.read(Utils.joinPath(URI.parse(packFolders.get(pack) ?? ''), location.path).toString());
  if (!('text' in reading)) return undefined;
  const { text } = reading;
  const pair = pairIn(mapIn(parseDocument(text).contents, kind), id);
  if (pair === undefined || !isMap(pair.value) || pair.value.range == null) return undefined;
  const [start, end] = pair.value.range;
  if (pair.value.flow) {
    const rest = pair.value.items.length === 0 ? '}' : `, ${text.slice(start + 1, end).trimStart()}`;
    return `${key}:\n  ${advice[locale]}\n  {extends: ${fullName}${rest}\n`;
  }
  const { items } = pair.value;
  const margin = columnOf(text, start);
  const lines = items.flatMap((field, i) => {
    const next = items[i + 1];
    return namesFile(field.value) ? [] : linesOf(text.slice(startOf(field), next ? startOf(next) : end), margin);
  });
  return `${[`${key}:`, `  ${advice[locale]}`, `  extends: ${fullName}`, ...lines].join('\n')}\n`;
}

/** A file of the pack's own, which the other pack has not. */
function namesFile(value: unknown): boolean {
  return isScalar(value) && typeof value.value === 'string' && /^[^\s]+\.(?:csv|md|txt)$/i.test(value.value);
}

/** Lines with a margin of `margin` columns, the first without, as the fields of an entry at the margin. */
function linesOf(text: string, margin: number): string[] {
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.map((line, i) => {
    const spaces = line.length - line.trimStart().length;
    return line.trim() === '' ? '' : `  ${line.slice(i === 0 ? 0 : Math.min(margin, spaces))}`;
  });
}

/** Behind the other entries of the kind, in the file that has them, else in a file of its own. */
async function intoPack(
  files: Files,
  workspace: Workspace,
  pack: string,
  { kind }: Entry,
  copy: string,
): Promise<Insertion> {
  const own = [...workspace.files].filter((uri) => uri.startsWith(`${pack}/`) && /\.ya?ml$/i.test(uri));
  const taken = new Set<string>();
  for (const uri of own.sort()) {
    const reading = await files.read(uri);
    if (!('text' in reading)) continue;
    taken.add(uri);
    const { text } = reading;
    const entries = mapIn(parseDocument(text).contents, kind);
    const last = entries?.items.at(-1);
    if (entries === undefined || last === undefined || entries.flow || entries.range == null) continue;
    const margin = columnOf(text, startOf(entries.items[0] as Pair));
    const lineEnd = text.indexOf('\n', entries.range[1] - 1);
    const offset = lineEnd < 0 ? text.length : lineEnd + 1;
    return { uri, before: text, offset, text: (lineEnd < 0 ? '\n' : '') + indented(copy, margin), isNew: false };
  }
  const name = firstFree(kind, (free) => !taken.has(`${pack}/${free}.yaml`));
  const uri = Utils.joinPath(URI.parse(pack), `${name}.yaml`).toString();
  return { uri, before: '', offset: 0, text: `${kind}:\n${indented(copy, 2)}`, isNew: true };
}

/** A pack beside the config, which names it before the others. */
async function intoNewPack(
  files: Files,
  workspace: Workspace,
  folder: string,
  { kind }: Entry,
  copy: string,
  locale: Locale,
): Promise<Insertion[] | undefined> {
  const made = await firstPack(files, workspace, workspace.folder ?? folder, locale);
  if (made === undefined) return undefined;
  const { manifest, text, config } = made;
  return [
    { uri: manifest, before: '', offset: 0, text: `${text}\n${kind}:\n${indented(copy, 2)}`, isNew: true },
    ...config.edits.map((edit) => ({
      uri: config.uri,
      before: config.before,
      offset: edit.span.start,
      text: edit.text,
      isNew: config.isNew,
    })),
  ];
}

function answer(insertions: readonly Insertion[], key: string): CopiedEntry {
  const [{ uri, before, offset, text }] = insertions as [Insertion];
  const after = new LineMap(before.slice(0, offset) + text + before.slice(offset));
  const start = offset + startOfLine(text, `${key}:`);
  return {
    newFiles: insertions.filter(({ isNew }) => isNew).map((each) => each.uri),
    insertions: insertions.map((each) => ({
      uri: each.uri,
      position: new LineMap(each.before).positionAt(each.offset),
      text: each.text,
    })),
    uri,
    range: { start: after.positionAt(start), end: after.positionAt(start + key.length) },
  };
}

/** Where the first line that is this, but for its margin, has its first character. */
function startOfLine(text: string, line: string): number {
  const lines = text.split('\n');
  const at = lines.findIndex((each) => each.trim() === line);
  return lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0) + (lines[at] ?? '').indexOf(line);
}

function firstFree(name: string, isFree: (name: string) => boolean): string {
  for (let i = 2, free = name; ; free = `${name}-${i++}`) if (isFree(free)) return free;
}

function mapIn(node: unknown, key: string): YAMLMap | undefined {
  const value = pairIn(isMap(node) ? node : undefined, key)?.value;
  return isMap(value) ? value : undefined;
}

function pairIn(map: YAMLMap | undefined, key: string): Pair | undefined {
  return map?.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

function startOf({ key }: Pair): number {
  return startOfNode(key) ?? 0;
}

function startOfNode(node: unknown): number | undefined {
  const { range } = (node ?? {}) as { readonly range?: readonly number[] | null };
  return range?.[0];
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function indented(text: string, margin: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(margin));
}
