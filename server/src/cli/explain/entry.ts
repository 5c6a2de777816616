import {
  describeEntry,
  type Entry,
  type EntryOf,
  type Form,
  inLanguage,
  type Locale,
  type Pack,
  visible,
} from '../../core/index.js';
import { type ExplainWording, explainWording } from '../../explain/wording.js';
import { columns } from '../../layout/columns.js';
import { renderMarkdown } from '../../layout/render-markdown.js';
import type { Workspace } from '../../workspace/workspace.js';
import { displayedUri } from '../displayed-path.js';
import { placeOfEntry } from '../entry-place.js';
import { grouped, nameRow, namesOf } from '../list/names.js';
import { type Output, pageWidth } from '../output.js';
import { wordingFor } from '../wording.js';
import type { Subject } from './subject.js';

/** So many entries are told whole; of more, their names. */
const most = 3;

/** What the packs in force know of packs and entries, and where they stand. */
export function explainSubject({ packs, entries }: Subject, workspace: Workspace, out: Output, locale: Locale): string {
  const { colours, width } = out;
  const parts = packs.map((pack) => explainPack(pack, workspace, out, locale));
  if (entries.length > most) {
    const rows = entries.map((entry) => [colours.cyan(visible(entry.fullName)), visible(titleOf(entry, locale))]);
    parts.push([explainWording(locale).several(entries.length), ...columns(rows, width)].join('\n'));
  } else {
    parts.push(...entries.map((entry) => explainEntry(entry, workspace, out, locale)));
  }
  return `${parts.join(`\n\n${colours.dim('─'.repeat(20))}\n\n`)}\n`;
}

function titleOf(entry: Entry, locale: Locale): string {
  return entry.kind === 'sources' ? inLocale(entry.title, locale) : nameRow(namesOf(entry), locale);
}

function inLocale(texts: Readonly<Record<string, string>> | undefined, locale: Locale): string {
  return texts?.[locale] ?? Object.values(texts ?? {})[0] ?? '';
}

function explainPack(pack: Pack, { vocabulary, packFolders }: Workspace, out: Output, locale: Locale): string {
  const wording = explainWording(locale);
  const counts = [...grouped(pack.entries, ({ kind }) => kind)].map(([kind, { length }]) => `${kind} ${length}`);
  const rows = [
    [wording.packRows.version, pack.version],
    [wording.packRows.languages, pack.languages.join(wording.comma)],
    [wording.packRows.region, pack.region ?? ''],
    [wording.packRows.factsAsOf, pack.factsAsOf ?? ''],
    [wording.packRows.dependencies, Object.keys(pack.dependencies).join(wording.comma)],
    [wording.packRows.entries, counts.join(wording.comma)],
  ];
  const place = packFolders.get(pack.name);
  const title = [pack.name, inLocale(pack.title, locale)].filter((part) => part !== '').join(' — ');
  const order = vocabulary.packs.length > 1 ? [wording.packOrder(vocabulary.packs.indexOf(pack) + 1)] : [];
  return [
    out.colours.bold(visible(title)),
    '',
    ...rowsBelow(rows, out),
    '',
    ...order,
    ...(place === undefined ? [] : [visible(wordingFor(locale).standsAt(displayedUri(place)))]),
  ].join('\n');
}

function rowsBelow(rows: readonly (readonly string[])[], { width }: Output): readonly string[] {
  return columns(
    rows.filter(([, text]) => text !== '').map((row) => row.map(visible)),
    width,
    '  ',
  );
}

function explainEntry(entry: Entry, workspace: Workspace, out: Output, locale: Locale): string {
  const wording = wordingFor(locale);
  const { colours, width } = out;
  const page = { width: Math.min(width ?? pageWidth, 100), colours };
  const { path, line } = placeOfEntry(entry, workspace);
  const language = workspace.vocabulary.languages.has(locale)
    ? locale
    : ([...workspace.vocabulary.languages][0] ?? locale);
  const rows = entry.kind === 'sources' ? [restingOn(entry, workspace, locale)] : [];
  return [
    renderMarkdown(describeEntry(entry, language, workspace.vocabulary, locale), page),
    ...(rows.length === 0 ? [] : [rowsBelow(rows, out).join('\n')]),
    ...formsApart(entry, language, out, locale),
    ...exceptionsOf(entry, out, locale),
    `${visible(entry.fullName)}\n${visible(wording.standsAt(`${path}:${line}`))}`,
  ].join('\n\n');
}

/** How much rests on a source, as a row. */
function restingOn(source: EntryOf<'sources'>, { vocabulary }: Workspace, locale: Locale) {
  const wording = explainWording(locale);
  const isIt = (name: string | undefined, entry: Entry) =>
    name !== undefined && vocabulary.find('sources', name, entry.pack) === source;
  let records = 0;
  let entries = 0;
  for (const entry of vocabulary.entries) {
    if (entry.basis.some((each) => isIt(each.source, entry))) entries++;
    if (entry.kind === 'metrics') {
      records += entry.observations.filter((each) => isIt(each.source, entry)).length;
      records += entry.runs.filter((run) => run.source.some((each) => isIt(each, entry))).length;
    } else if (entry.kind === 'people') {
      records += entry.roles.filter((role) => role.source.some((each) => isIt(each, entry))).length;
    }
  }
  return [wording.restsOnIt, wording.resting(records, entries)];
}

/** The longer words in which the entry's forms are not meant. */
function exceptionsOf({ exceptions }: Entry, { colours, width }: Output, locale: Locale): readonly string[] {
  if (exceptions.length === 0) return [];
  const rows = exceptions.map(({ language, text }) => [language, visible(text)]);
  return [[colours.bold(explainWording(locale).exceptions), ...columns(rows, width)].join('\n')];
}

/** The forms that the description leaves out, or that count on a condition, under a heading; nothing for none. */
function formsApart(entry: Entry, language: string, { colours, width }: Output, locale: Locale): readonly string[] {
  const wording = explainWording(locale);
  const rows = entry.forms.flatMap((form) => {
    const conditions = conditionsOf(form, locale, wording);
    const isDescribed = form.role === 'preferred' || (form.role !== 'hidden' && form.language === language);
    if (isDescribed && conditions.length === 0) return [];
    const text = conditions.length === 0 ? form.text : form.text + wording.inBrackets(wording.join(conditions));
    return [[form.language, wording.roles[form.role], text]];
  });
  return rows.length === 0 ? [] : [[colours.bold(wording.otherForms), ...columns(rows, width)].join('\n')];
}

function conditionsOf(form: Form, locale: Locale, wording: ExplainWording): readonly string[] {
  const { near, validFrom, validTo, replacement, reason } = form;
  return [
    ...(near.length > 0 ? [wording.notNear(near)] : []),
    ...(validFrom !== undefined || validTo !== undefined ? [wording.inForce(validFrom, validTo)] : []),
    ...(replacement !== undefined ? [wording.instead(replacement)] : []),
    ...(reason !== undefined ? [inLanguage(reason, locale) ?? ''] : []),
  ];
}
