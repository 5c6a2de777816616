import { allRules, type Entry, nearest, type Pack } from '../../core/index.js';
import type { Workspace } from '../../workspace/workspace.js';

/** What `plumbline explain` was asked about, where it is no rule and no file. */
export interface Subject {
  readonly packs: readonly Pack[];
  /** By their ids, else by what a writer or a message calls them. */
  readonly entries: readonly Entry[];
}

/** The packs and entries that a name or words stand for: an id, a form, a title, a publisher; with or without quotation marks. */
export function subjectCalled(words: string, workspace: Workspace): Subject {
  const { vocabulary } = workspace;
  const name = unquoted(words);
  const packs = vocabulary.packs.filter((pack) => pack.name === name);
  const byId = vocabulary.entries.filter(({ id, kind, fullName }) => [id, `${kind}/${id}`, fullName].includes(name));
  if (packs.length + byId.length > 0) return { packs, entries: byId };
  const called = vocabulary.entries.filter((entry) => namesOf(entry).some((each) => folded(each) === folded(name)));
  const found = vocabulary.index.find(name).filter(({ target }) => target !== undefined);
  // Inflected, or with another hyphen.
  const whole = found.filter(({ span }) => span.start === 0 && span.end === name.length);
  const entries = [...new Set([...called, ...whole.flatMap(({ target }) => target ?? [])])];
  if (entries.length > 0) return { packs, entries };
  const published = vocabulary
    .ofKind('sources')
    .filter(({ publisher = {} }) => Object.values(publisher).some((each) => folded(each) === folded(name)));
  return {
    packs,
    entries: published.length > 0 ? published : [...new Set(found.flatMap(({ target }) => target ?? []))],
  };
}

/** Every way to write an entry, the members of a set, the title of a source included. */
function namesOf(entry: Entry): readonly string[] {
  const forms = entry.forms.map(({ text }) => text);
  switch (entry.kind) {
    case 'sources':
      return [...forms, ...Object.values(entry.title)];
    case 'formulations':
      return [...forms, ...entry.members.flatMap((member) => member.forms.map(({ text }) => text))];
    case 'taskLists':
      return [...forms, ...entry.tasks.flatMap(({ wording }) => Object.values(wording))];
    default:
      return forms;
  }
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** `“weak boards”,` as a message has it. */
function unquoted(words: string): string {
  const [, inner] = /^[“"'‘「『《](.*)[”"'’」』》][,.;，。；]?$/s.exec(words.trim()) ?? [];
  return inner?.trim() || words.trim();
}

/** The name of something that there is, nearest to one of nothing. */
export function nearestSubject(words: string, { vocabulary }: Workspace): string | undefined {
  const name = unquoted(words);
  const parts = name.split('/').length;
  const known = vocabulary.entries.map(({ fullName }) => fullName.split('/').slice(-parts).join('/'));
  if (parts > 1) return nearest(name, known);
  const others = [...allRules.map(({ id }) => id), ...vocabulary.packs.map((pack) => pack.name), ...known];
  return nearest(name, others) ?? nearest(name, vocabulary.entries.flatMap(namesOf));
}
