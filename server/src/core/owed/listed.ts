import { type ListedTask, taskListOf, tasksLacking, tasksOf } from '../lists/missing-tasks.js';
import { clauseMarks } from '../lists/numberers.js';
import { tableAt } from '../markdown/blocks.js';
import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import { capitalize } from '../report/adapt-replacement.js';
import { mentionsIn } from '../report/mentions-in.js';
import type { Report } from '../report/report.js';
import { contains, type Span } from '../text/span.js';
import { visible } from '../text/visible.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { Entry, ReportSection } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { filterTextOf, type Offer, type Owed, stopsIn } from './offer.js';
import type { Place, Reading } from './place.js';

/** Where an entry of a list is begun on a line: what it replaces, and the form that it takes there. */
export interface Begun {
  readonly span: Span;
  /** Its letters so far. */
  readonly typed: string;
  /** What goes before it: a space behind a bare bullet, the bullet itself. */
  readonly before: string;
  /** `start`: the first words of a paragraph. */
  readonly shape: 'item' | 'clause' | 'start' | 'heading' | 'cell';
  /** Marks of emphasis that were opened before it. */
  readonly emphasis?: string;
}

/** A bullet or number of a list, with a box to tick. */
const bullet =
  /^([ \t>]{0,40}(?:[-+*]|\d{1,9}[.)]))(?:([ \t]{1,8})(?:\[[ xX]\][ \t]{1,8})?((?:\*\*|__|[*_])?))?([^[\]*_|]{0,120})$/;

/** The item, clause, cell or empty line that is begun before the cursor, where nothing but marks stands behind it. */
export function begunAt({ before, after, offset, line, report }: Place): Begun | undefined {
  const isEmptyBehind = /^(?:\*\*|__|[*_])?$/.test(after.trim());
  const cell = /(?:^|\|)([^|]{0,120})$/.exec(before)?.[1];
  if (before.includes('|') && cell !== undefined && !/\\$/.test(before.slice(0, -cell.length - 1))) {
    const typed = cell.trimStart();
    const span = { start: offset - typed.length, end: offset };
    const gap = cell === '' ? ' ' : '';
    return /^[ \t]*(?:\||$)/.test(after) ? { span, typed, before: gap, shape: 'cell' } : undefined;
  }
  const item = bullet.exec(before);
  if (item !== null && isEmptyBehind) {
    const [, , gap = '', emphasis = '', typed = ''] = item;
    if (gap === '' && typed !== '') return undefined;
    const closes = emphasis !== '' && after.trimStart().startsWith(emphasis);
    const end = closes ? offset + after.indexOf(emphasis) + emphasis.length : offset;
    return {
      span: { start: offset - typed.length, end },
      typed,
      before: gap === '' ? ' ' : '',
      shape: 'item',
      emphasis,
    };
  }
  if (before.trim() === '' && after.trim() === '') {
    return { span: { start: offset, end: offset }, typed: '', before: bulletOver(report, line), shape: 'item' };
  }
  const head = before.slice(-150);
  const mark = clauseMarks(head, 1).at(-1);
  if (mark === undefined) {
    const isStart = /^[\p{L}\p{N}][\p{L}\p{N} '’-]{0,119}$/u.test(before) && after.trim() === '';
    if (!isStart || !isBlankOver(report, line)) return undefined;
    return { span: { start: line.start, end: offset }, typed: before, before: '', shape: 'start' };
  }
  const typed = head.slice(mark.index + mark[0].length);
  if (/[，,；;。.：:！？!?]/.test(typed) || !/^\s*(?:$|[；;。.，,])/.test(after)) return undefined;
  return { span: { start: offset - typed.length, end: offset }, typed, before: '', shape: 'clause' };
}

function isBlankOver({ text }: Report, { start }: Span): boolean {
  return /(?:^|[\r\n][ \t]*(?:\r\n?|\n))$/.test(text.slice(Math.max(0, start - 100), start));
}

/** What a new line of a list begins with: the bullet of the line over it, else a dash. */
function bulletOver({ text }: Report, { start }: Span): string {
  const over =
    text
      .slice(Math.max(0, start - 400), start)
      .trimEnd()
      .split(/\r\n?|\n/)
      .at(-1) ?? '';
  return /^ {0,3}([-+*])[ \t]/.exec(over)?.[1] === undefined ? '- ' : `${over.trimStart()[0]} `;
}

/** Few letters at the head of a paragraph may be of any word. */
export function isUnasked({ shape, typed }: Begun): boolean {
  return shape !== 'start' || typed.length >= (/^\p{Script=Han}/u.test(typed) ? 2 : 4);
}

/**
 * In the sections of key tasks and of targets, those that the report lacks.
 *
 * @param reading the report with words where the entry is begun
 */
export function listedOffers(place: Place, reading: Reading, begun: Begun): Owed | undefined {
  const { language } = place;
  const holds = reading.around.find((section) => section.holds !== undefined)?.holds;
  if (language === undefined || (holds !== 'tasks' && holds !== 'targets')) return undefined;
  if (begun.shape === 'cell' && !isColumnOf(reading, holds)) return undefined;
  if (begun.shape === 'heading' && holds !== 'tasks') return undefined;
  const { report } = reading;
  const listed = holds === 'tasks' ? tasksAt(report, reading) : targetsAt(report, reading, language);
  const offers = listed.flatMap(({ need, entry, wording }): Offer[] => {
    const names = [wording, ...entry.forms.filter(({ role }) => role !== 'deprecated').map(({ text }) => text)];
    const key = formKey(begun.typed);
    const name = names.find((each) => formKey(each).startsWith(key) && formKey(each) !== key);
    if (name === undefined) return [];
    const text = begun.before + written(wording, begun, language, holds);
    const raw = place.report.text.slice(begun.span.start, place.offset);
    return [
      {
        need,
        of: holds === 'tasks' ? 'task' : 'target',
        label: visible(capitalize(wording)),
        entry,
        span: begun.span,
        text,
        stops: stopsIn(text),
        filterText: filterTextOf(raw, begun.typed, name),
        edits: [],
      },
    ];
  });
  const isDetail = begun.shape === 'item' && isUnderNamed(reading, holds);
  const unasked = !isDetail && isUnasked(begun) && offers.some(({ need }) => need === 'owed');
  return { offers, unasked };
}

/** A task with the place to fill behind it, as a section's stub has it; in a heading or a cell its words alone. */
function written(wording: string, { shape, emphasis = '' }: Begun, language: string, holds: ReportSection['holds']) {
  const name = escapeProse(capitalize(wording), { inCell: shape === 'cell', startsLine: shape === 'item' });
  if (shape === 'heading' || shape === 'cell') return name;
  const stub = holds === 'tasks' ? stubText('task', language, { task: name }) : name;
  return `${name}${emphasis}${stub.slice(name.length)}`;
}

interface Listed {
  readonly need: Offer['need'];
  readonly entry: Entry;
  readonly wording: string;
}

/** The tasks of the report's list that it lacks; then those that only its section of key tasks lacks. */
function tasksAt(report: Report, { around }: Reading): readonly Listed[] {
  const own = taskListOf(report);
  const lists = report.vocabulary.ofKind('taskLists');
  const list = own ?? (lists.length === 1 ? lists[0] : undefined);
  if (list === undefined) return [];
  const toListed =
    (need: Offer['need']) =>
    ({ task, wording }: ListedTask): Listed => ({ need: own === undefined ? 'fits' : need, entry: task, wording });
  const lacking = tasksLacking(report, list);
  const missing = new Set(lacking.map(({ task }) => task));
  const section = around.findLast(({ holds }) => holds === 'tasks');
  const there = new Set(
    report.mentions
      .filter(({ span }) => section !== undefined && contains(section.span, span))
      .map(({ entry }) => entry),
  );
  const elsewhere = tasksOf(list, report).filter(({ task }) => !missing.has(task) && !there.has(task));
  return [...lacking.map(toListed('owed')), ...elsewhere.map(toListed('fits'))];
}

/** The targets of the report's type that it does not name. */
function targetsAt({ type, vocabulary, mentions }: Report, _: Reading, language: string): readonly Listed[] {
  const named = new Set(mentions.map(({ entry }) => entry));
  return (type?.targets ?? []).flatMap((id): Listed[] => {
    const entry = vocabulary.find('targets', id, type?.pack ?? '');
    return entry === undefined || named.has(entry) ? [] : [{ need: 'owed', entry, wording: nameOf(entry, language) }];
  });
}

/** Whether an item stands below one that names an entry of the kind: it tells of that one. */
function isUnderNamed({ report, index }: Reading, kind: 'tasks' | 'targets'): boolean {
  const { lists } = report.prose;
  const items = lists.flatMap(({ items }) => items.filter(({ first, end }) => first < index && index < end));
  return items.some(({ first }) => mentionsIn(report, first).some(({ entry }) => entry.kind === kind));
}

/** Whether a cell stands in the column of a table that names such entries, or else in its first. */
function isColumnOf({ report, block, index }: Reading, kind: 'tasks' | 'targets'): boolean {
  const table = tableAt(report.prose, block.span);
  const column = table?.rows.find((row) => row.includes(index))?.indexOf(index) ?? -1;
  if (table === undefined || column < 0 || table.rows[0]?.includes(index)) return false;
  const naming = new Set(report.mentions.flatMap(({ entry, block }) => (entry.kind === kind ? [block] : [])));
  const own = table.rows.slice(1).flatMap((row) => row.findIndex((cell) => naming.has(cell)));
  const named = own.find((each) => each >= 0);
  if (named !== undefined) return column === named;
  const first = report.prose.blocks[table.rows[0]?.[0] ?? -1]?.text.trim() ?? '';
  return column === (/^(?:no\.?|#|序号|编号|)$/i.test(first) ? 1 : 0);
}
