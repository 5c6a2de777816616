import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords } from '../language/words/words.js';
import { sharesKeys } from '../lists/task-cues.js';
import { type Block, type ListItem, rowWith } from '../markdown/blocks.js';
import { isCitation, type Mention, type Report } from '../report/report.js';
import { sentencesOf } from '../sentences/sentence.js';
import { itemHolding } from '../text/ordered-spans.js';
import { contains } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

/** In the tasks section of a typed report a task stands by its name alone, and nothing else in the report treats it. */
export const taskUnsupported: ReportRule<undefined> = {
  id: 'task-unsupported',
  severity: 'information',
  reads: 'document',
  awaits: true,

  *check(report) {
    if (report.type === undefined) return;
    const sections = report.sections.filter(({ holds }) => holds === 'tasks');
    if (sections.length === 0) return;
    const items = innermostItems(report);
    const reported = new Set<Mention>();
    for (const [task, mentions] of mentionsByTask(report)) {
      const alone = mentions.filter((mention) => standsAlone(report, mention, items));
      const lonely = new Set(alone);
      const isTreated = mentions.some((mention) => !lonely.has(mention) && !isCitation(report, mention.block));
      const mention = alone.find(({ block, span }) =>
        sections.some((section) => section.heading !== block && contains(section.span, span)),
      );
      if (mention === undefined || isTreated || isTreatedInKeyWords(report, mention, task)) continue;
      reported.add(mention);
    }
    for (const mention of reported) {
      yield {
        messageId: 'task-unsupported',
        values: { task: nameOf(mention.entry, report.language) },
        span: mention.span,
        entry: mention.entry,
        basis: [],
        form: mention.form,
        detail: undefined,
      };
    }
  },
};

function mentionsByTask(report: Report): ReadonlyMap<EntryOf<'tasks'>, readonly Mention[]> {
  const groups = new Map<EntryOf<'tasks'>, Mention[]>();
  for (const mention of report.mentions) {
    if (mention.entry.kind !== 'tasks') continue;
    const group = groups.get(mention.entry);
    if (group === undefined) groups.set(mention.entry, [mention]);
    else group.push(mention);
  }
  return groups;
}

/** For each block, the item of a list that holds it closest. */
function innermostItems(report: Report): ReadonlyMap<number, ListItem> {
  const items = new Map<number, ListItem>();
  // A list stands before the lists inside it.
  for (const list of report.prose.lists) {
    for (const item of list.items) for (let block = item.first; block < item.end; block++) items.set(block, item);
  }
  return items;
}

/** A comment of HTML that holds no second beginning of one. */
const comments = /<!--(?:(?!<!--)[\s\S])*?-->/g;

/** Whether a text round a task's name in an item or heading says nothing of it: numbers, marks, labels. */
function isBare(text: string, { language }: Report): boolean {
  const words = text.replace(/[\s\d.,:;!?()（）。，、：；！？*_“”"'’\-–—]+/g, ' ').trim();
  return words === '' || readWords(words, sentenceLanguage(words, language)).only('taskLabel', 'article');
}

/** Whether a task's name is the whole of its item or heading, and nothing stands under it. */
function standsAlone(report: Report, mention: Mention, items: ReadonlyMap<number, ListItem>): boolean {
  const block = report.prose.blocks[mention.block] as Block;
  if (block.quoted || block.footnote !== undefined || block.references.length > 0) return false;
  const around = `${block.text.slice(0, mention.at.start)}\n${block.text.slice(mention.at.end)}`;
  if (!around.split('\n').every((part) => isBare(part, report))) return false;
  if (block.kind === 'heading') return headsNothing(report, mention.block);
  if (block.kind === 'cell') return hasEmptyRow(report, mention.block);
  const item = items.get(mention.block);
  if (item === undefined)
    return numbered.test(block.text) && numbered.test(report.prose.blocks[mention.block + 1]?.text ?? '');
  return item.end - item.first === 1 && isBare(outsideBlocks(report, item.span, item.first), report);
}

/** （一）, 1.: a paragraph that heads what follows it. */
const numbered = /^\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．])/;

/** Whether a task's row has cells behind it, and none says anything. */
function hasEmptyRow(report: Report, cell: number): boolean {
  const { blocks, tables } = report.prose;
  const { span } = blocks[cell] as Block;
  const table = itemHolding(tables, span.start);
  const row = (table && rowWith(table, cell)) ?? [];
  const behind = row.slice(row.indexOf(cell) + 1).map((other) => blocks[other]?.text ?? '');
  return behind.length > 0 && behind.every((text) => isBare(text, report) && !/\d/.test(text));
}

function headsNothing(report: Report, heading: number): boolean {
  const section = report.sections.find((each) => each.heading === heading);
  if (section === undefined) return false;
  const block = report.prose.blocks[heading] as Block;
  const own = report.prose.blocks.some((other, i) => i !== heading && contains(section.span, other.span));
  const rest = report.text.slice(block.span.end, section.span.end).replace(comments, '');
  return !own && !/[\p{L}\p{N}]/u.test(rest);
}

/** What an item holds beside its block: code, a picture, mathematics. */
function outsideBlocks(report: Report, item: { start: number; end: number }, first: number): string {
  const block = report.prose.blocks[first] as Block;
  return report.text.slice(block.span.end, item.end).replace(comments, '').trim();
}

/** Whether a sentence elsewhere, about no other task, has most of a task's key words. */
function isTreatedInKeyWords(report: Report, mention: Mention, task: EntryOf<'tasks'>): boolean {
  return report.prose.blocks.some(
    (block, number) =>
      number !== mention.block &&
      block.kind !== 'heading' &&
      block.footnote === undefined &&
      sentencesOf(report, block).some(
        (sentence) =>
          sharesKeys(sentence, task, report.language) &&
          !sentence.mentions.some(({ entry }) => entry.kind === 'tasks' && entry !== task),
      ),
  );
}
