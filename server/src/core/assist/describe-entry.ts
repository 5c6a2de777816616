import { shownPeriod } from '../language/shown-period.js';
import { memberName } from '../lists/members.js';
import type { Locale } from '../messages/message.js';
import { joinList, render } from '../messages/render.js';
import { citationsOf } from '../report/citations.js';
import type { Citation, Finding } from '../report/finding.js';
import { citationText } from '../report/finding-message.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, EntryKind, EntryOf, FormRole, Language, Role } from '../vocabulary/model.js';
import { inLanguage, nameOf } from '../vocabulary/preferred-form.js';
import { shownHedged } from '../wording/shown-value.js';
import { plainText, webLink } from './plain-text.js';
import { recordTable } from './record-table.js';

/**
 * An entry in Markdown: its names, what it is, what belongs to it, where it comes from. Beside a finding: what that does
 * not say of it.
 */
export function describeEntry(
  entry: Entry,
  language: Language,
  vocabulary: Vocabulary,
  locale: Locale,
  finding?: Finding,
): string {
  const names = Object.values(entry.forms.filter(({ role }) => role === 'preferred'))
    // The finding has the name to write.
    .filter((form) => finding === undefined || form.language !== language)
    .sort((a, b) => Number(b.language === language) - Number(a.language === language))
    .map(({ text }) => `**${plainText(text)}**`);
  const own = entry.kind === 'sources' ? inLanguage(entry.title, locale) : undefined;
  const title = `${names.join(' · ') || `**${plainText(own ?? entry.id)}**`} — ${kindTraits[entry.kind].name[locale]}`;
  const lines = finding !== undefined && names.length === 0 ? [] : [title];
  if (entry.status !== 'verified') lines.push(`*${render(`hover.status.${entry.status}`, {}, locale)}*`);
  const definition = inLanguage(entry.definition, locale);
  if (definition !== undefined) lines.push(plainText(definition));
  lines.push(...belongings(entry, language, vocabulary, locale));
  if ('attributedTo' in entry && entry.attributedTo.length > 0) {
    const names = entry.attributedTo.flatMap((id) => nameOfReference(id, entry, language, vocabulary) ?? []);
    lines.push(render('hover.attributed', { names: names.map(plainText) }, locale));
  }
  const note = inLanguage(entry.note, locale);
  if (note !== undefined) lines.push(plainText(note));
  const also = formList(entry, 'admitted', language);
  const not = finding === undefined ? formList(entry, 'deprecated', language) : [];
  const semicolon = locale === 'zh' ? '；' : '; ';
  if (also.length > 0) lines.push(render('hover.also', { forms: also.map(plainText).join(semicolon) }, locale));
  if (not.length > 0)
    lines.push(render('hover.not', { forms: not.map((form) => `~~${plainText(form)}~~`).join(semicolon) }, locale));
  const told = new Set(
    finding?.basis
      .slice(0, 2)
      .filter(({ url }) => url === undefined)
      .map(({ source }) => source),
  );
  const citations = citationsOf(entry, vocabulary, locale).filter(({ source }) => !told.has(source));
  lines.push(...citations.map((citation) => sourceLine(citation, locale)));
  return lines.filter((line) => line !== '').join('\n\n');
}

/** Where something comes from, with its address. */
export function sourceLine(citation: Citation, locale: Locale): string {
  const { url } = citation;
  const text = plainText(citationText(citation, locale));
  return render('hover.source-line', { source: url === undefined ? text : webLink(text, url) }, locale);
}

/** When a post is known to be held: "March 2021 to May 2024"; or the first and last day on which it was seen to be, and its end. */
function datesOf({ from, to, seen }: Role, locale: Locale): string[] {
  if (from !== undefined) {
    return [to === undefined ? render('hover.since', { from }, locale) : shownPeriod(`${from}/${to}`, locale)];
  }
  const days = [...seen].sort();
  const ends = [days[0], days.length > 1 ? days.at(-1) : undefined].filter((day) => day !== undefined);
  return [
    ...(ends.length === 0 ? [] : [render('hover.seen', { days: ends.map((day) => shownPeriod(day, locale)) }, locale)]),
    ...(to === undefined ? [] : [render('hover.until', { to }, locale)]),
  ];
}

function formList(entry: Entry, role: FormRole, language: Language): string[] {
  return entry.forms.filter((form) => form.role === role && form.language === language).map(({ text }) => text);
}

function belongings(entry: Entry, language: Language, vocabulary: Vocabulary, locale: Locale): string[] {
  const named = (kind: EntryKind, id: string | undefined) => {
    const found = id === undefined ? undefined : vocabulary.find(kind, id, entry.pack);
    return found === undefined ? undefined : nameOf(found, language);
  };
  const parts = (texts: readonly (string | undefined)[]) =>
    plainText(texts.filter((text) => text !== undefined).join(locale === 'zh' ? '，' : ', '));
  switch (entry.kind) {
    case 'formulations': {
      const members = entry.members.map((_, member) => memberName(entry, member, language));
      return [render('hover.members', { members: plainText(joinList(members, language, false)) }, locale)];
    }
    case 'taskLists': {
      const tasks = entry.tasks.flatMap(({ task, wording }) => {
        const found = vocabulary.find('tasks', task, entry.pack);
        return found === undefined ? [] : [wording[language] ?? nameOf(found, language)];
      });
      return [tasks.map((task) => `- ${plainText(task)}`).join('\n')];
    }
    case 'people':
      return [
        entry.roles
          .map((role) => {
            const { title, organization } = role;
            const names = [inLanguage(title, language)?.[0], named('organizations', organization)];
            return `- ${parts([...names, ...datesOf(role, locale)])}`;
          })
          .join('\n'),
      ];
    case 'events':
      return [
        parts([
          entry.date && shownPeriod(entry.date, locale),
          inLanguage(entry.place, language)?.[0],
          named('organizations', entry.by),
        ]),
      ];
    case 'targets':
      return [
        entry.milestones
          .filter(({ value, range }) => value !== undefined || range !== undefined)
          .map(({ due, value, range, comparator, unit }) => {
            const ends = [value ?? [], range ?? []]
              .flat()
              .map((end) => shownHedged({ value: end, comparator }, Math.abs(end) / 1e6, unit, locale));
            return `- ${plainText(`${due}${locale === 'zh' ? '：' : ': '}${ends.join('–')}`)}`;
          })
          .join('\n'),
      ];
    case 'documents':
      return [parts([named('organizations', entry.publisher), entry.date && shownPeriod(entry.date, locale)])];
    case 'sources':
      return [
        parts([inLanguage(entry.publisher ?? {}, locale), entry.date && shownPeriod(entry.date, locale), entry.url]),
      ];
    case 'reports':
      return reportParts(entry, language, vocabulary, locale);
    case 'metrics':
      return entry.observations.length + entry.runs.length === 0 ? [] : [recordTable(entry, vocabulary, locale)];
    default:
      return [];
  }
}

/** What a report of a type has: its sections, and the tasks, metrics and targets that it owes. */
function reportParts(report: EntryOf<'reports'>, language: Language, vocabulary: Vocabulary, locale: Locale): string[] {
  const named = (kind: EntryKind, ids: readonly string[]) =>
    ids.map((id) => {
      const found = vocabulary.find(kind, id, report.pack);
      return found === undefined ? id : nameOf(found, language);
    });
  const list = report.tasks === undefined ? undefined : vocabulary.find('taskLists', report.tasks, report.pack);
  const sections = report.sections.map(({ id, heading }) => inLanguage(heading, language)?.[0] ?? id);
  const rows: readonly (readonly [id: string, names: readonly string[]])[] = [
    ['hover.sections', sections],
    ['hover.tasks', named('tasks', list?.tasks.map(({ task }) => task) ?? [])],
    ['hover.metrics', named('metrics', report.metrics)],
    ['hover.targets', named('targets', report.targets)],
  ];
  return rows
    .filter(([, names]) => names.length > 0)
    .map(([id, names]) => render(id, { names: names.map(plainText).join(locale === 'zh' ? '；' : '; ') }, locale));
}

/** The name of an entry that another gives by `kind/id`. */
export function nameOfReference(
  id: string,
  { pack }: Entry,
  language: Language,
  vocabulary: Vocabulary,
): string | undefined {
  const found = vocabulary.named(id, pack);
  return found === undefined ? undefined : nameOf(found, language);
}
