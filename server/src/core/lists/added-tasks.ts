import { ordinalAfter } from '../language/numerals.js';
import type { Section } from '../markdown/sections.js';
import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import { capitalize } from '../report/adapt-replacement.js';
import type { Report } from '../report/report.js';
import { contains } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import { clauseMarks, numberers } from './numberers.js';

/** Stubs for tasks, in the shape of what the section has. */
export function additionOf(report: Report, section: Section, wordings: readonly string[]): TextEdit {
  const { at, before, between = before, mark, stub } = underHeading(report, section) ?? inList(report, section);
  let text = '';
  let next = mark;
  for (const wording of wordings) {
    text += (text === '' ? before : between) + next + stub(escapeProse(capitalize(wording)));
    next = markBehind(next);
  }
  return { span: { start: at, end: at }, text };
}

/** How stubs stand in a section. */
interface Shape {
  readonly at: number;
  /** What parts the first stub from what is before it, and one stub from the other where that is another. */
  readonly before: string;
  readonly between?: string;
  /** The bullet or number of the first, with what is behind it; empty where stubs have none. */
  readonly mark: string;
  stub(task: string): string;
}

/** Where the tasks are headings of their own, further ones, with their numbers. */
function underHeading({ prose, sections, mentions, text, language }: Report, tasks: Section): Shape | undefined {
  const naming = new Set(mentions.flatMap(({ entry, block }) => (entry.kind === 'tasks' ? [block] : [])));
  const last = sections.findLast(
    (each) => each.depth > tasks.depth && contains(tasks.span, each.span) && naming.has(each.heading),
  );
  if (last === undefined) return undefined;
  const body = stubText('task', language, { task: '' }).replace(/^[:：]\s*/, '');
  return {
    at: text.slice(0, last.span.end).trimEnd().length,
    before: `\n\n${'#'.repeat(last.depth)} `,
    mark: numberAfter(prose.blocks[last.heading]?.text ?? ''),
    stub: (task) => `${task}\n\n${body}`,
  };
}

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
  const last = clauseMarks(text, 2).at(-1);
  return last === undefined ? '' : nextOf(last);
}

function nextOf({ 0: mark, groups }: RegExpExecArray): string {
  const number = groups?.['number'] as string;
  const next = ordinalAfter(number);
  return next === undefined ? '' : mark.replace(number, next);
}

/** The mark behind one that was made: "4. " behind "3. ", 四是 behind 三是, a bullet behind a bullet. */
function markBehind(mark: string): string {
  return /^[-+*] $/.test(mark) ? mark : numberAfter(mark);
}

/** Further items of the list that names tasks, else of the last one; paragraphs where there is none. */
function inList({ prose, mentions, text, language }: Report, { span }: Section): Shape {
  const stub = (task: string) => stubText('task', language, { task });
  const within = prose.lists.filter((each) => contains(span, each.span));
  const named = mentions.findLast((mention) => mention.entry.kind === 'tasks' && contains(span, mention.span))?.block;
  const list = within.find(({ items }) => items.some(({ first }) => first === named)) ?? within.at(-1);
  const last = list?.items.at(-1);
  if (last !== undefined) {
    const mark = `${markerAfter(text, last.span.start, list?.content.ordered === true)} `;
    return { at: text.slice(0, last.span.end).trimEnd().length, before: '\n', mark, stub };
  }
  const block = prose.blocks[named ?? -1];
  const clause = block === undefined ? '' : numberAfterClauses(block.text);
  if (block !== undefined && clause !== '') {
    const isHan = /\p{Script=Han}/u.test(clause);
    return {
      at: block.span.end,
      before: isHan ? '' : ' ',
      mark: clause,
      stub: (task) => `${stub(task)}${isHan ? '。' : '.'}`,
    };
  }
  const number = numberAfter(block?.text ?? '');
  const at = text.slice(0, span.end).trimEnd().length;
  return number === ''
    ? { at, before: '\n\n', between: '\n', mark: '- ', stub }
    : { at, before: '\n\n', mark: number, stub };
}

/** The mark of the next item of a list. */
function markerAfter(text: string, item: number, ordered: boolean): string {
  const mark = /^(?:[-+*]|(\d+)([.)]))/.exec(text.slice(item, item + 12));
  if (mark === null || !ordered || mark[1] === undefined) return mark?.[0] ?? '-';
  return `${Number(mark[1]) + 1}${mark[2]}`;
}
