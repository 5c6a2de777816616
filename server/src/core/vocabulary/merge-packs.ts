import { nearest } from '../language/edit-distance.js';
import { dictionary } from '../text/dictionary.js';
import { addTo } from './add-to-entry.js';
import { Guesses } from './guesses.js';
import { kindTraits } from './kinds.js';
import { MentionIndex } from './mention-index.js';
import {
  type Entry,
  type EntryKind,
  type EntryOf,
  type Extension,
  entryKinds,
  type Form,
  type FormRole,
  type Language,
  type Pack,
  type Region,
  type Unit,
} from './model.js';
import { PackPlace } from './pack-place.js';
import { meaning, type Problem } from './problem.js';
import { isFullName, modelName, renameIn } from './references.js';
import { differsFrom, mannerOf } from './written-forms.js';
import type { YamlPath } from './yaml-tree.js';

/** The packs of one folder, merged and frozen. */
export interface Vocabulary {
  readonly packs: readonly Pack[];
  /** In the order of the packs and their files. */
  readonly entries: readonly Entry[];
  readonly languages: ReadonlySet<Language>;
  readonly index: MentionIndex<Entry>;
  /** By id; the first pack to have a unit or region keeps it. */
  readonly units: Readonly<Record<string, Unit>>;
  readonly regions: Readonly<Record<string, Region>>;
  /** By full name, `pack/kind/id`. */
  entry(fullName: string): Entry | undefined;
  /** Entries of one kind. */
  ofKind<K extends EntryKind>(kind: K): readonly EntryOf<K>[];
  /** By kind and the id as a pack writes it: the entry of the same pack first, else the first of any. */
  find<K extends EntryKind>(kind: K, id: string, pack?: string): EntryOf<K> | undefined;
  /** By `kind/id` as a pack writes it, or `pack/kind/id`. */
  named(name: string, pack: string): Entry | undefined;
}

export interface Merge {
  readonly vocabulary: Vocabulary;
  readonly problems: readonly (Problem & { readonly pack: string })[];
}

/** Merges packs in the order of their say: the first to hold a form within a kind keeps it. */
export function mergePacks(packs: readonly Pack[]): Merge {
  const problems: (Problem & { pack: string })[] = [];
  let all: readonly Entry[] = ([] as Entry[]).concat(...packs.map((pack) => pack.entries));
  let byName: ReadonlyMap<string, Entry> | undefined;
  /** By full name; made when somebody asks, since a large pack has many. */
  const entry = (fullName: string) => {
    byName ??= new Map(all.map((each) => [each.fullName, each]));
    return byName.get(fullName);
  };
  const guesses = new Guesses((kind) =>
    all.filter(({ fullName }) => fullName.startsWith(`${kind}/`)).map(({ id }) => id),
  );
  /** The entry that was meant by a full name that none has: each part of it is the nearest of those that there are. */
  const meantEntry = (fullName: string) => {
    const [pack = '', kind = '', id = ''] = fullName.split('/');
    const names = packs.map(({ name }) => name);
    const meantPack = names.includes(pack) ? pack : nearest(pack, names);
    const kinds: readonly string[] = entryKinds;
    const home = `${meantPack}/${kinds.includes(kind) ? kind : nearest(kind, kinds)}`;
    const meant = entry(`${home}/${id}`)?.id ?? guesses.of(home, id);
    return meant === undefined ? undefined : `${home}/${meant}`;
  };
  const extended = new Map<string, Entry>();
  for (const pack of packs) {
    const sourceNamed = namesOfSources(pack, packs);
    for (const extension of pack.extensions) {
      const target = extended.get(extension.target) ?? entry(extension.target);
      const { entry: changes, target: name } = extension;
      const place = [changes.kind, changes.id, 'extends'];
      if (target === undefined) {
        const isOwn = name.startsWith(`${pack.name}/`);
        const messageId = isOwn ? 'pack.extends-own' : 'pack.extends-nothing';
        const values = { entry: name, ...(!isOwn && meaning(meantEntry(name))) };
        problems.push({ ...problemAt(changes, messageId, values, place), pack: pack.name });
      } else if (target.kind !== changes.kind) {
        problems.push({ ...problemAt(changes, 'pack.extends-kind', { entry: name }, place), pack: pack.name });
      } else {
        const changed = extend(target, extension);
        const { entry, problems: found } =
          extension.added === undefined
            ? { entry: changed, problems: [] }
            : addTo(changed, extension.added, sourceNamed);
        problems.push(...found.map((problem) => ({ ...problem, pack: pack.name })));
        extended.set(target.fullName, entry);
      }
    }
  }
  if (extended.size > 0) {
    all = all.map((each) => extended.get(each.fullName) ?? each);
    byName = undefined;
  }

  if (packs.length > 1) {
    const before = all;
    all = all.map((each) => withKinds(each, packs, entry));
    if (all.some((each, i) => each !== before[i])) byName = undefined;
  }

  const index = new MentionIndex<Entry>();
  const holdersByKind = new Map(entryKinds.map((kind) => [kind, new FormHolders()]));
  for (const entry of all) {
    const holders = holdersByKind.get(entry.kind) as FormHolders;
    for (const form of entry.forms) {
      const manner = mannerOf(form, entry.forms);
      const place = index.placeOf(form, manner);
      const holder = holders.hold(place, entry, form);
      if (holder === undefined) index.add(form, entry, manner, place);
      else if (holder.entry === entry) {
        // The same words with another hyphen, space or capital: one form for them all, unless it is told apart.
        const isApart = form.role !== holder.form.role || form.role === 'deprecated' || form.caseSensitive;
        if (isApart && form.text !== holder.form.text) index.add(form, entry, manner, place);
      } else {
        problems.push({
          ...problemAt(entry, 'pack.duplicate-form', { form: form.text, entry: holder.entry.fullName }),
          // Of two packs the first has its say; within one it is a mistake.
          severity: holder.entry.pack === entry.pack ? 'error' : 'warning',
          pack: entry.pack,
        });
      }
    }
    for (const { text, language } of entry.exceptions) index.addException(text, language);
  }

  const byKind = groupByKind(all);
  const ofKind = <K extends EntryKind>(kind: K) => (byKind.get(kind) ?? []) as EntryOf<K>[];
  const find = <K extends EntryKind>(kind: K, id: string, pack?: string): EntryOf<K> | undefined => {
    const named = isFullName(id) ? id : `${pack}/${kind}/${id}`;
    const found = pack === undefined && named !== id ? undefined : entry(named);
    if (found?.kind === kind || named === id) return found?.kind === kind ? (found as EntryOf<K>) : undefined;
    return ofKind(kind).find((each) => each.id === id);
  };
  const vocabulary: Vocabulary = Object.freeze({
    packs,
    entries: all,
    languages: new Set(packs.flatMap((pack) => pack.languages)),
    index,
    units: mergeRecords(packs.map((pack) => pack.units)),
    regions: mergeRecords(packs.map((pack) => pack.regions)),
    entry,
    ofKind,
    find,
    named: (name: string, pack: string) => {
      const [kind, id] = name.split('/') as [EntryKind, string?];
      return isFullName(name) ? entry(name) : id === undefined ? undefined : find(kind, id, pack);
    },
  });
  return { vocabulary, problems };
}

/** The names of a pack's sources: the full one where another pack has the id too. */
function namesOfSources(pack: Pack, packs: readonly Pack[]): (id: string) => string {
  const idsIn = ({ entries }: Pack) => entries.flatMap(({ kind, id }) => (kind === 'sources' ? [id] : []));
  let shared: ReadonlySet<string> | undefined;
  return (id) => {
    if (shared === undefined) {
      const others = new Set(packs.filter((other) => other !== pack).flatMap(idsIn));
      shared = new Set(idsIn(pack).filter((each) => others.has(each)));
    }
    return shared.has(id) ? `${pack.name}/sources/${id}` : id;
  };
}

function mergeRecords<T>(records: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> {
  return Object.freeze(dictionary(Object.fromEntries(records.toReversed().flatMap(Object.entries<T>))));
}

function groupByKind(entries: readonly Entry[]): Map<EntryKind, Entry[]> {
  const groups = new Map<EntryKind, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.kind);
    if (group === undefined) groups.set(entry.kind, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** An entry whose bare names, where a field may have several kinds, are of another pack. */
function withKinds(entry: Entry, packs: readonly Pack[], find: (fullName: string) => Entry | undefined): Entry {
  if (kindTraits[entry.kind].references.every(([, ...kinds]) => kinds.length < 2)) return entry;
  return renameIn(entry, entry.kind, (name, kinds, path) => {
    if (kinds.length < 2 || name.includes('/')) return name;
    for (const pack of packs) {
      const has = (kind: EntryKind, id: string) => find(`${pack.name}/${kind}/${id}`) !== undefined;
      const known = modelName({ name, kinds, path }, entry.pack, has);
      if (known !== undefined && known !== name) return known;
    }
    return name;
  });
}

interface FormHolder {
  readonly entry: Entry;
  readonly form: Form;
}

/** The first of the forms of a kind that the index cannot tell apart. */
class FormHolders {
  /** By the place of their words: two lists, since an object for each would be many. */
  readonly #entries: (Entry | undefined)[] = [];
  readonly #forms: (Form | undefined)[] = [];
  /** Of forms that are found only as they are written, with their capitals or near other words. */
  readonly #particular = new Map<string, FormHolder>();

  /** Who holds a form already; if nobody does, `entry` does now. */
  hold(place: number, entry: Entry, form: Form): FormHolder | undefined {
    const { caseSensitive, near } = form;
    if (caseSensitive || near.length > 0) {
      const writing = caseSensitive === true ? form.text : caseSensitive;
      return this.#holdParticular(`${place} ${writing} ${near.join('|')}`, entry, form);
    }
    const known = this.#entries[place];
    if (known !== undefined) {
      const holder = { entry: known, form: this.#forms[place] as Form };
      // "long term" is wrong by one entry, "long-term" right by another: each is itself alone.
      const isExact = (form.role === 'deprecated') !== (holder.form.role === 'deprecated');
      if (known === entry || !isExact || !differsFrom(form, holder.form)) return holder;
      return this.#holdParticular(`${place} ${form.text}`, entry, form);
    }
    this.#entries[place] = entry;
    this.#forms[place] = form;
    return undefined;
  }

  #holdParticular(key: string, entry: Entry, form: Form): FormHolder | undefined {
    const holder = this.#particular.get(key);
    if (holder === undefined) this.#particular.set(key, { entry, form });
    return holder;
  }
}

const roleOf: Readonly<Record<string, FormRole>> = dictionary({
  preferred: 'preferred',
  admitted: 'admitted',
  deprecated: 'deprecated',
  hidden: 'hidden',
});

/** Only the fields that the extension names change; its forms replace those of the same role and language. */
function extend(target: Entry, extension: Extension): Entry {
  const changed: Record<string, unknown> = {};
  let forms = target.forms;
  for (const field of extension.named) {
    const role = roleOf[field];
    if (role !== undefined) {
      const own = extension.entry.forms.filter((form) => form.role === role);
      const languages = new Set(own.map((form) => form.language));
      forms = [...forms.filter((form) => form.role !== role || !languages.has(form.language)), ...own];
    } else if (field !== 'extends' && field in extension.entry) {
      changed[field] = extension.entry[field as keyof Entry];
    }
  }
  return { ...target, ...changed, forms } as Entry;
}

/** At a field of an entry, else at its id. */
function problemAt(entry: Entry, messageId: string, values: Problem['values'], path?: YamlPath): Problem {
  const { location } = entry;
  const range = path !== undefined && location instanceof PackPlace ? location.rangeOf(path) : location.range;
  return { severity: 'error', messageId, values, path: location.path, range };
}
