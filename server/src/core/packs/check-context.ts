import type { Range } from '../text/line-map.js';
import type { Merge } from '../vocabulary/merge-packs.js';
import type { Entry, Pack, PackLocation } from '../vocabulary/model.js';
import { PackPlace } from '../vocabulary/pack-place.js';
import type { Problem } from '../vocabulary/problem.js';
import type { YamlPath } from '../vocabulary/yaml-tree.js';

/** What a pack is checked against. */
export interface PackSurroundings {
  /** The packs that it depends on or extends, as far as they were found. */
  readonly others?: readonly Pack[];
  /** The names of all packs that can be found from here. */
  readonly around?: readonly string[];
  /** The day of the check, `2024-05-01`; without it, nothing is too old. */
  readonly date?: string;
  /** Whether the plain sentences that are not read are told of entries of which others are. */
  readonly forms?: boolean;
}

/** The packs that a pack rests on; it is none of them. */
export function othersThan(pack: Pack, { others = [] }: PackSurroundings): readonly Pack[] {
  return others.filter(({ name }) => name !== pack.name);
}

/** A pack under check, and where to say what is wrong with it. */
export class CheckContext {
  readonly problems: Problem[] = [];
  readonly #told = new Map<string, Set<string>>();

  constructor(
    readonly pack: Pack,
    readonly surroundings: PackSurroundings,
    /** The pack and the others together. */
    readonly merge: Merge,
  ) {}

  get others(): readonly Pack[] {
    return othersThan(this.pack, this.surroundings);
  }

  /** At a field of an entry, or at the entry's id. */
  add(
    entry: Entry,
    path: YamlPath,
    severity: Problem['severity'],
    messageId: string,
    values: Problem['values'] = {},
  ): void {
    const { location } = entry;
    const range = path.length === 0 ? location.range : rangeAt(location, [entry.kind, entry.id, ...path]);
    this.problems.push({ severity, messageId, values, path: location.path, range });
    const told = this.#told.get(entry.fullName);
    if (told === undefined) this.#told.set(entry.fullName, new Set([messageId]));
    else told.add(messageId);
  }

  /** Whether one of these has been said of an entry. */
  hasTold({ fullName }: Entry, messageIds: readonly string[]): boolean {
    const told = this.#told.get(fullName);
    return told !== undefined && messageIds.some((id) => told.has(id));
  }

  /** At a field of the manifest. */
  addToManifest(
    path: YamlPath,
    severity: Problem['severity'],
    messageId: string,
    values: Problem['values'] = {},
  ): void {
    const { location } = this.pack;
    const range = location instanceof PackPlace ? location.rangeOfKey(path) : location.range;
    this.problems.push({ severity, messageId, values, path: location.path, range });
  }
}

/** The place of a value in the file of an entry. */
function rangeAt(location: PackLocation, path: YamlPath): Range {
  return location instanceof PackPlace ? location.rangeOf(path) : location.range;
}
