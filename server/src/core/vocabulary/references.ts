import { kindTraits, type ReferenceFields } from './kinds.js';
import { type Entry, type EntryKind, entryKinds } from './model.js';
import { none } from './read-forms.js';

type Path = readonly (string | number)[];

/** A field that names an entry. */
export interface Reference {
  /** `id`, `kind/id` or `pack/kind/id`. */
  readonly name: string;
  /** The kinds that a bare id may be of. */
  readonly kinds: readonly EntryKind[];
  /** Where it stands inside the entry. */
  readonly path: Path;
}

const ofShared: ReferenceFields = [['basis basis.source basis.* basis.*.source', 'sources']];

const fieldsOf: ReadonlyMap<EntryKind, readonly { readonly path: readonly string[]; readonly kinds: EntryKind[] }[]> =
  new Map(
    entryKinds.map((kind) => {
      // Its kind is said there too, since another may be meant: what a programme became is a body.
      const all: ReferenceFields = [...ofShared, ['replacedBy', kind], ...kindTraits[kind].references];
      const each = all.flatMap(([fields, ...kinds]) =>
        fields.split(' ').map((field) => ({ path: field.split('.'), kinds })),
      );
      return [kind, each];
    }),
  );

/** The kind before an id, `terms/berth`. */
function kindOfName(name: string): EntryKind | undefined {
  return entryKinds.find((kind) => name.startsWith(`${kind}/`));
}

/** `pack/kind/id`. */
export function isFullName(name: string): boolean {
  const [, kind, id] = name.split('/');
  return id !== undefined && entryKinds.some((each) => each === kind);
}

/** The full name of what a pack names, its kind before the id or known. */
export function fullName(name: string, pack: string, kind?: EntryKind): string {
  if (isFullName(name)) return name;
  return kind === undefined ? `${pack}/${name}` : `${pack}/${kind}/${name}`;
}

/** Every field of an entry that names another. */
export function referencesOf(entry: Entry): readonly Reference[] {
  // Most entries of a large pack are terms that name nothing.
  if (entry.kind === 'terms' && entry.basis.length === 0 && entry.replacedBy === undefined) return none;
  const found: Reference[] = [];
  renameIn(entry, entry.kind, (name, kinds, path) => {
    found.push({ name, kinds, path });
    return name;
  });
  return found;
}

/** An entry, or the fields of one, with every name in it as `rename` gives it; the same where none changes. */
export function renameIn<T extends object>(
  fields: T,
  kind: EntryKind,
  rename: (name: string, kinds: readonly EntryKind[], path: Path) => string,
): T {
  let renamed = fields;
  for (const { path, kinds } of fieldsOf.get(kind) ?? []) {
    const field = path[0] as string;
    if (!Object.hasOwn(renamed, field)) continue;
    renamed = renameAt(renamed, path, 0, [], (name, at) => {
      // A region has no slash, and a year is none of a metric's names.
      const isOther = kinds.length === 0 ? !name.includes('/') : field === 'milestones' && /^\d/.test(name);
      return isOther ? name : rename(name, kinds, at);
    }) as T;
  }
  return renamed;
}

function renameAt(
  value: unknown,
  path: readonly string[],
  depth: number,
  at: Path,
  rename: (name: string, at: Path) => string,
): unknown {
  const segment = path[depth];
  if (segment === undefined) return typeof value === 'string' ? rename(value, at) : value;
  if (segment === '*') {
    if (!Array.isArray(value)) return value;
    let changed: unknown[] | undefined;
    for (const [index, item] of value.entries()) {
      const renamed = renameAt(item, path, depth + 1, [...at, index], rename);
      if (renamed === item) continue;
      changed ??= [...value];
      changed[index] = renamed;
    }
    return changed ?? value;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, segment)) {
    return value;
  }
  const inner = (value as Readonly<Record<string, unknown>>)[segment];
  const renamed = renameAt(inner, path, depth + 1, [...at, segment], rename);
  return renamed === inner ? value : { ...value, [segment]: renamed };
}

/** What a reference may mean: `kind/id`, or a full name; none where it names a kind that its field may not. */
export function meantBy({ name, kinds, path }: Reference): readonly string[] {
  const kind = isFullName(name) ? (name.split('/')[1] as EntryKind) : kindOfName(name);
  if (kind === undefined) return kinds.map((each) => `${each}/${name}`);
  const isAllowed = kinds.length === 0 || path[0] === 'replacedBy' || kinds.includes(kind);
  return isAllowed ? [name] : [];
}

/**
 * The name as the model has it: of what stands in the pack itself without the pack's name, with its kind where the field
 * may name several, else without. Undefined for a bare id that more than one kind has; as written where none has it.
 */
export function modelName(
  { name, kinds, path }: Reference,
  pack: string,
  has: (kind: EntryKind, id: string) => boolean,
): string | undefined {
  const own = name.startsWith(`${pack}/`) && isFullName(name) ? name.slice(pack.length + 1) : name;
  const isWithKind = kinds.length !== 1 || path[0] === 'replacedBy';
  const kind = kindOfName(own);
  if (kind !== undefined) return !isWithKind && kind === kinds[0] ? own.slice(kind.length + 1) : own;
  if (!isWithKind || isFullName(own)) return own;
  const holding = kinds.length === 1 ? kinds : kinds.filter((each) => has(each, own));
  if (holding.length > 1) return undefined;
  return holding[0] === undefined ? own : `${holding[0]}/${own}`;
}
