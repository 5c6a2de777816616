import { ordinalAfter } from '../language/numerals.js';
import { isCovered } from '../lists/covered-tasks.js';
import { readParaphrases } from '../lists/task-cues.js';
import type { Section } from '../markdown/sections.js';
import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import { capitalize } from '../report/adapt-replacement.js';
import type { Fix } from '../report/finding.js';
import { isCitation, type Report } from '../report/report.js';
import { contains } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';
import { placeOfReport } from './section-missing.js';

interface Missing {
  /** As the list words it, in the report's language. */
  readonly wording: string;
  readonly section: Section | undefined;
}

/** A task of the list that the report is held to appears nowhere in it, in none of its forms. */
export const taskMissing: Rule<Missing> = {
  id: 'task-missing',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    if (!report.vocabulary.languages.has(report.language)) return;
    const list = taskListOf(report);
    if (list === undefined || report.unread.length > 0) return;
    const named = new Set(
      report.mentions.filter(({ block }) => !isCitation(report, block)).map(({ entry }) => entry.fullName),
    );
    // A task in other words is task-paraphrased's to speak of.
    for (const { task } of readParaphrases(report)) named.add(task.fullName);
    const section = report.sections.find(({ holds }) => holds === 'tasks');
    for (const { task: id, wording } of list.tasks) {
      const task = report.vocabulary.find('tasks', id, list.pack);
      if (task === undefined || named.has(task.fullName) || isCovered(report, task)) continue;
      const words = wording[report.language] ?? nameOf(task, report.language);
      const heading = section === undefined ? undefined : report.prose.blocks[section.heading];
      yield {
        messageId: heading === undefined ? 'task-missing' : 'task-missing.in-section',
        values: {
          task: words,
          list: nameOf(list, report.language),
          ...(heading !== undefined && { section: heading.text.trim() }),
        },
        span: heading?.span ?? placeOfReport(report),
        entry: task,
        detail: { wording: words, section },
      };
    }
  },

  fix({ detail: { wording, section } }, report): readonly Fix[] {
    if (section === undefined) return [];
    const { at, text } =
      underHeading(report, section, wording) ??
      inList(report, section, stubText('task', report.language, { task: escapeProse(capitalize(wording)) }));
    return [
      {
        messageId: 'fix.add-task',
        values: { task: wording },
        safe: false,
        edits: [{ span: { start: at, end: at }, text }],
      },
    ];
  },
};

interface Stub {
  readonly at: number;
  readonly text: string;
}

/** Where the tasks are headings of their own, one more of them, with its number. */
function underHeading({ prose, sections, mentions, text, language }: Report, tasks: Section, wording: string) {
  const naming = new Set(mentions.flatMap(({ entry, block }) => (entry.kind === 'tasks' ? [block] : [])));
  const last = sections.findLast(
    (each) => each.depth > tasks.depth && contains(tasks.span, each.span) && naming.has(each.heading),
  );
  if (last === undefined) return undefined;
  const heading = numberAfter(prose.blocks[last.heading]?.text ?? '') + escapeProse(capitalize(wording));
  const body = stubText('task', language, { task: '' }).replace(/^[:：]\s*/, '');
  return {
    at: text.slice(0, last.span.end).trimEnd().length,
    text: `\n\n${'#'.repeat(last.depth)} ${heading}\n\n${body}`,
  };
}

/** How a heading, a paragraph or a clause is numbered: "3. ", （三）, 三是, "Third,". */
const numbering: readonly RegExp[] = [
  /[(（]?(?<number>\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:[)）、]|[.．](?!\d))\s*/,
  /第?(?<number>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:是|[，,：:])/,
  /(?<number>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)(?:ly)?(?:,|:| is to)\s+/,
];

const numberers = numbering.map(({ source }) => ({
  opening: new RegExp(`^${source}`, 'u'),
  anywhere: new RegExp(source, 'gu'),
}));

/** What numbers the heading or paragraph behind one: "3. " behind "2. Pilots", （三） behind （二）, 五是 behind 四是. */
function numberAfter(text: string): string {
  for (const { opening } of numberers) {
    // Beside Han, marks of emphasis often show as themselves.
    const mark = opening.exec(text.replace(/^[*_]+/, ''));
    if (mark !== null) return nextOf(mark);
  }
  return '';
}

/** The same behind the last clause of a paragraph that numbers several: "一是…；二是…。" gives 三是. */
function numberAfterClauses(text: string): string {
  for (const { anywhere } of numberers) {
    const marks = [...text.matchAll(anywhere)].filter(({ index }) => /^$|[；;。.：:\s*_]/.test(text[index - 1] ?? ''));
    if (marks.length > 1) return nextOf(marks.at(-1) as RegExpExecArray);
  }
  return '';
}

function nextOf({ 0: mark, groups }: RegExpExecArray): string {
  const number = groups?.['number'] as string;
  const next = ordinalAfter(number);
  return next === undefined ? '' : mark.replace(number, next);
}

/** A further item of the list that names tasks, else of the last one; a paragraph where there is none. */
function inList({ prose, mentions, text }: Report, { span }: Section, stub: string): Stub {
  const within = prose.lists.filter((each) => contains(span, each.span));
  const named = mentions.findLast((mention) => mention.entry.kind === 'tasks' && contains(span, mention.span))?.block;
  const list = within.find(({ items }) => items.some(({ first }) => first === named)) ?? within.at(-1);
  const last = list?.items.at(-1);
  if (last !== undefined) {
    const marker = markerAfter(text, last.span.start, list?.ordered === true);
    return { at: text.slice(0, last.span.end).trimEnd().length, text: `\n${marker} ${stub}` };
  }
  const block = prose.blocks[named ?? -1];
  const clause = block === undefined ? '' : numberAfterClauses(block.text);
  if (block !== undefined && clause !== '') {
    const isHan = /\p{Script=Han}/u.test(clause);
    return { at: block.span.end, text: `${isHan ? '' : ' '}${clause}${stub}${isHan ? '。' : '.'}` };
  }
  const number = numberAfter(block?.text ?? '');
  return { at: text.slice(0, span.end).trimEnd().length, text: `\n\n${number || '- '}${stub}` };
}

/** The mark of the next item of a list. */
function markerAfter(text: string, item: number, ordered: boolean): string {
  const mark = /^(?:[-+*]|(\d+)([.)]))/.exec(text.slice(item, item + 12));
  if (mark === null || !ordered || mark[1] === undefined) return mark?.[0] ?? '-';
  return `${Number(mark[1]) + 1}${mark[2]}`;
}

/**
 * The list that a report owes: the one that its front matter or the host names; else, if its type owes one, that of
 * the body or event that it is about: named in its tasks section, before its first heading or summary, before the rest.
 */
function taskListOf(report: Report): EntryOf<'taskLists'> | undefined {
  if (report.tasks !== undefined) return report.tasks;
  const { type, vocabulary } = report;
  if (type?.tasks === undefined) return undefined;
  const own = vocabulary.find('taskLists', type.tasks, type.pack);
  const places = placesOfMentions(report);
  let best = own;
  let bestScore = own === undefined ? 0 : scoreOf(own, places);
  for (const list of vocabulary.ofKind('taskLists')) {
    const score = scoreOf(list, places);
    if (score > bestScore) {
      best = list;
      bestScore = score;
    }
  }
  return best;
}

/** For each entry that is named, how telling the place is, and how often. */
function placesOfMentions(report: Report): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const firstHeading = report.sections[0]?.heading;
  const holding = report.sections.filter(({ holds }) => holds !== undefined);
  for (const mention of report.mentions) {
    const { kind, fullName } = mention.entry;
    if (!['organizations', 'events', 'documents'].includes(kind) || isCitation(report, mention.block)) continue;
    const section = holding.findLast(({ span }) => contains(span, mention.span));
    const place =
      section?.holds === 'tasks' ? 3 : mention.block === firstHeading || section?.holds === 'summary' ? 2 : 1;
    const before = scores.get(fullName) ?? 0;
    // One place outweighs any number of lesser ones.
    scores.set(fullName, Math.max(place * 1000, Math.floor(before / 1000) * 1000) + (before % 1000) + 1);
  }
  return scores;
}

function scoreOf(list: EntryOf<'taskLists'>, places: ReadonlyMap<string, number>): number {
  const by = list.setBy === undefined ? 0 : (places.get(`${list.pack}/organizations/${list.setBy}`) ?? 0);
  const at = list.setAt === undefined ? 0 : (places.get(`${list.pack}/${list.setAt}`) ?? 0);
  return Math.max(by, at);
}
