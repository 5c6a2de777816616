import type { Workspace } from '../../workspace/workspace.js';
import { placeOfEntry } from '../entry-place.js';
import type { ListOptions } from '../options.js';
import { wordingFor } from '../wording.js';
import type { Listed } from './listed.js';
import { grouped } from './names.js';

/** The sources of the packs in force: when, who, what, where. */
export function listSources(workspace: Workspace, { locale }: ListOptions): Listed {
  const wording = wordingFor(locale);
  const sources = workspace.vocabulary.ofKind('sources');
  const inLocale = (texts: Readonly<Record<string, string>> | undefined) =>
    texts === undefined ? '' : (texts[locale] ?? Object.values(texts)[0] ?? '');
  const groups = [...grouped(sources, ({ pack }) => pack)].map(([pack, members]) => ({
    title: `${pack}/sources`,
    rows: members.map((source) => {
      const status = source.status === 'verified' ? '' : wording.inBrackets(wording.status[source.status]);
      const text = [inLocale(source.publisher), inLocale(source.title)]
        .filter((part) => part !== '')
        .join(wording.colon);
      return [source.id, source.date ?? '', text + status];
    }),
  }));
  const items = sources.map((source) => ({
    entry: source.fullName,
    pack: source.pack,
    id: source.id,
    title: source.title,
    publisher: source.publisher ?? null,
    date: source.date ?? null,
    url: source.url ?? null,
    tier: source.tier ?? null,
    status: source.status,
    ...placeOfEntry(source, workspace),
  }));
  return { items, groups };
}
