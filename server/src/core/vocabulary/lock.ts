import type { Range } from '../text/line-map.js';
import { packName } from './origin.js';
import type { Problem } from './problem.js';
import { YamlFile } from './yaml-file.js';

/** What plumbline.lock says of one pack. */
export interface LockedPack {
  readonly version: string;
  /** As `dependencies` wrote it when it was locked. */
  readonly from: string;
  /** The exact version or commit. */
  readonly resolved: string;
  /** `sha512-…` over the sorted paths and the bytes of its files. */
  readonly integrity: string;
}

/** By the names of packs. */
export type Lock = ReadonlyMap<string, LockedPack>;

export interface LockReading {
  /** Undefined where the file is none that can be read. */
  readonly lock: Lock | undefined;
  readonly problems: readonly Problem[];
}

const lockVersion = 1;
const integrity = /^sha512-[A-Za-z0-9+/]{86}==$/;
const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Reads plumbline.lock; `path` is how the problems name it. What is broken in it is one problem each, and is not locked. */
export function readLock(text: string, path: string): LockReading {
  const file = new YamlFile(path, text);
  const [broken] = file.problems;
  if (broken !== undefined || !file.isMap([])) {
    return { lock: undefined, problems: [problemAt(path, broken?.range ?? start, 'lock.unreadable', {})] };
  }
  if (file.value(['lockfileVersion']) !== lockVersion) {
    const range = file.rangeOf(file.span(['lockfileVersion']));
    return { lock: undefined, problems: [problemAt(path, range, 'lock.version', {})] };
  }
  const lock = new Map<string, LockedPack>();
  const problems: Problem[] = [];
  for (const name of file.keys(['packs'])) {
    const fields = ['version', 'from', 'resolved', 'integrity'].map((field) => file.value(['packs', name, field]));
    const [version, from, resolved, hash] = fields;
    const isWhole = fields.every((field) => typeof field === 'string') && integrity.test(hash as string);
    if (isWhole && packName.test(name)) {
      lock.set(name, { version, from, resolved, integrity: hash } as LockedPack);
    } else {
      problems.push(problemAt(path, file.rangeOf(file.keySpan(['packs', name])), 'lock.entry', { pack: name }));
    }
  }
  return { lock, problems };
}

function problemAt(path: string, range: Range, messageId: string, values: Problem['values']): Problem {
  return { severity: 'error', messageId, values, path, range };
}

/** The text of plumbline.lock, in the order of names; strings as JSON writes them, which is YAML. */
export function lockText(lock: Lock): string {
  const entries = [...lock]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, pack]) => {
      const { version, from, resolved, integrity } = pack;
      const lines = Object.entries({ version, from, resolved, integrity }).map(
        ([field, value]) => `    ${field}: ${JSON.stringify(value)}\n`,
      );
      return `  ${JSON.stringify(name)}:\n${lines.join('')}`;
    });
  return `# Written by plumbline pack. Keep it in version control, and do not edit it.\nlockfileVersion: ${lockVersion}\npacks:${entries.length === 0 ? ' {}\n' : `\n${entries.join('')}`}`;
}
