import { URI, Utils } from 'vscode-uri';
import { type Pack, type PackReading, type Problem, readPack } from '../core/index.js';
import type { Files, UnreadReason } from './files.js';
import { configName } from './find-config.js';
import { atStart } from './problem-place.js';

/** What one pack may hold; more is a problem, and the rest of the pack is read. */
export interface PackBounds {
  readonly files: number;
  /** Folders below the pack's own. */
  readonly depth: number;
  /** UTF-16 units of all files together. */
  readonly length: number;
}

export const defaultPackBounds: PackBounds = { files: 2000, depth: 8, length: 64_000_000 };

/** Files that are in memory as bytes at the same time. */
const atOnce = 16;

export interface PackFolder {
  readonly reading: PackReading;
  /** What the pack itself cannot know: files that could not be read. */
  readonly problems: readonly Problem[];
  /** The files that the pack was read from, and those that it names in vain; relative to the folder. */
  readonly files: readonly string[];
}

export interface PackReadingOptions {
  /** Does what may take long. */
  readonly on?: <T>(work: () => T) => T;
  /** The pack as it was read last, from which what is broken now is taken. */
  readonly before?: Pack;
}

/** Where a pack has VS Code's own snippets. */
const snippetsFolder = 'snippets';

/**
 * Reads a pack: the YAML in its folder and `snippets/*.code-snippets`, then the data and texts (`.csv`, `.md`, `.txt`) that it names, there or below.
 * Others in the folder are none of the pack's business: it may be a whole repository.
 */
export async function readPackFolder(
  files: Files,
  folderUri: string,
  bounds: PackBounds,
  { on = (work) => work(), before }: PackReadingOptions = {},
): Promise<PackFolder> {
  const reader = new BoundedReader(files, folderUri, await files.real(folderUri), bounds);
  const entries = await files.list(folderUri);
  await reader.readAll(
    entries
      .filter(({ name, folder }) => !folder && isYaml(name))
      .map(({ name }) => name)
      .filter((name) => name !== configName),
  );
  if (entries.some(({ name, folder }) => folder && name === snippetsFolder)) {
    const snippets = await files.list(Utils.joinPath(URI.parse(folderUri), snippetsFolder).toString());
    const own = snippets.filter(({ name, folder }) => !folder && name.endsWith('.code-snippets'));
    await reader.readAll(own.map(({ name }) => `${snippetsFolder}/${name}`));
  }
  const texts = new AskedTexts(reader.texts);
  const reading = on(() => readPack(texts, before));
  const named = [...texts.missing].filter((path) => isDataPath(path, bounds.depth)).sort();
  await reader.readAll(named);
  // Data files come to light in reading only, hence twice.
  const whole = named.some((path) => reader.texts.has(path)) ? on(() => readPack(reader.texts, before)) : reading;
  // A file that is there and was not read is none that is missing.
  const isToldAlready = ({ messageId, values }: Problem) =>
    messageId === 'pack.file-missing' && reader.refused.has(String(values.file));
  return {
    reading: { ...whole, problems: whole.problems.filter((problem) => !isToldAlready(problem)) },
    problems: reader.problems,
    files: [...reader.texts.keys(), ...named],
  };
}

/** The texts of a pack, with a note of what was asked for and is not there. */
class AskedTexts extends Map<string, string> {
  readonly missing = new Set<string>();

  override has(path: string): boolean {
    if (!super.has(path)) this.missing.add(path);
    return super.has(path);
  }

  override get(path: string): string | undefined {
    if (!super.has(path)) this.missing.add(path);
    return super.get(path);
  }
}

/** Reads files of one folder, within the bounds and never through a link that leaves the folder. */
class BoundedReader {
  readonly texts = new Map<string, string>();
  readonly problems: Problem[] = [];
  /** What is there and was not read, as `problems` tell. */
  readonly refused = new Set<string>();
  #length = 0;

  constructor(
    private readonly files: Files,
    private readonly folderUri: string,
    /** The folder's URI without links. */
    private readonly realFolderUri: string,
    private readonly bounds: PackBounds,
  ) {}

  async readAll(paths: readonly string[]): Promise<void> {
    const room = this.bounds.files - this.texts.size;
    const read = paths.slice(0, room);
    for (let i = 0; i < read.length; i += atOnce) await this.#readSome(read.slice(i, i + atOnce));
    for (const path of paths.slice(room)) this.refused.add(path);
    const cut = paths[room];
    if (cut !== undefined) {
      this.problems.push(atStart(cut, 'error', 'pack.too-many-files', { file: cut, limit: this.bounds.files }));
    }
  }

  async #readSome(paths: readonly string[]): Promise<void> {
    const readings = await Promise.all(paths.map(async (path) => ({ path, ...(await this.#read(path)) })));
    for (const { path, text, problem } of readings) {
      if (problem !== undefined) this.#refuse(path, problem);
      if (text === undefined) continue;
      if (this.#length + text.length > this.bounds.length) {
        this.#refuse(path, atStart(path, 'error', 'pack.too-long', { file: path, limit: this.bounds.length }));
        continue;
      }
      this.#length += text.length;
      this.texts.set(path, text);
    }
  }

  #refuse(path: string, problem: Problem): void {
    this.refused.add(path);
    this.problems.push(problem);
  }

  async #read(path: string): Promise<{ text?: string; problem?: Problem }> {
    const uri = Utils.joinPath(URI.parse(this.folderUri), path).toString();
    // Before it is opened: it may lead to anything.
    const real = await this.files.real(uri);
    if (real !== uri && !real.startsWith(`${this.realFolderUri}/`)) {
      return { problem: atStart(path, 'error', 'pack.file-outside', { file: path }) };
    }
    const reading = await this.files.read(uri);
    return 'unread' in reading ? missingOr(path, reading.unread) : { text: reading.text };
  }
}

/** A file that is not there is a problem where the pack names it, and the core says so. */
function missingOr(path: string, reason: UnreadReason): { problem?: Problem } {
  return reason === 'missing' ? {} : { problem: unreadFile(path, reason) };
}

/** The problem of a file that could not be read. */
export function unreadFile(path: string, reason: UnreadReason): Problem {
  return atStart(path, 'error', `file.${reason.replaceAll(' ', '-').toLowerCase()}`, { file: path });
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

function isDataPath(path: string, depth: number): boolean {
  const folders = path.split('/').slice(0, -1);
  return (
    /^[^/\\].*\.(csv|md|txt)$/is.test(path) &&
    !/\p{Cs}/u.test(path) &&
    folders.length <= depth &&
    !folders.includes('..')
  );
}
