import { sentenceLanguage } from '../language/sentence-language.js';
import { says } from '../language/words/words.js';
import { readAnnouncedList } from '../lists/announced-list.js';
import { memberIndex, memberName, membersInARow, orderedSets } from '../lists/members.js';
import { toSource } from '../markdown/blocks.js';
import { capitalize } from '../report/adapt-replacement.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isOwnWords } from '../report/own-words.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Detection, ReportRule } from './rule.js';

/** All members of an ordered set stand in one list, in another order. */
export const formulationOrder: ReportRule<TextEdit | undefined> = {
  id: 'formulation-order',
  severity: 'information',
  reads: 'block',

  *check(report) {
    if (orderedSets(report.vocabulary).length === 0) return;
    yield* inBullets(report);
    for (const [index, block] of report.prose.blocks.entries()) {
      if (block.quoted || isCitation(report, index)) continue;
      for (const { formulation, items, language } of membersInARow(block, report.facts)) {
        const order = items.map(({ member }) => member);
        if (order.every((member, i) => member === i)) continue;
        if (tellsOrder(block.text, report)) break;
        const at = { start: items[0]?.at.start ?? 0, end: items.at(-1)?.at.end ?? 0 };
        if (isQuoted(block, at)) continue;
        // Everyday words ("knowledge", "ecology") are a set only beside its name.
        const named = mentionsIn(report, index).some(({ entry }) => entry === formulation);
        const telling = items.every(({ at: { start, end } }) => isTelling(block.text.slice(start, end)));
        if (!named && !telling) continue;
        const span = toSource(block, at);
        const whole = report.text.slice(span.start, span.end) === block.text.slice(at.start, at.end);
        const text = inOrder(block.text, items, ({ member }) => memberName(formulation, member, language));
        yield {
          messageId: 'formulation-order',
          values: { members: formulation.members.map((_, member) => memberName(formulation, member, language)) },
          span,
          entry: formulation,
          detail: whole ? { span, text } : undefined,
        };
      }
    }
  },

  fix({ detail: edit }) {
    if (edit === undefined) return [];
    return [{ messageId: 'fix.replace', values: { expected: edit.text }, safe: false, edits: [edit] }];
  },
};

interface Item {
  readonly member: number;
  readonly at: Span;
}

/** The members in their order, between the same commas and "and" as they stood, the capital at the start too. */
function inOrder(text: string, items: readonly Item[], name: (item: Item) => string): string {
  const words = ({ at }: Item) => text.slice(at.start, at.end);
  const [first, second] = items as readonly [Item, Item];
  // "Sending medicines, sending doctors": the capital is the sentence's, not the word's.
  const lent = /^\p{Lu}\p{Ll}/u.test(words(first)) && /^\p{Ll}/u.test(words(second)) && /^\p{Ll}/u.test(name(first));
  const sorted = items.toSorted((a, b) => a.member - b.member);
  return sorted
    .map((item, i) => {
      const gap = i === 0 ? '' : text.slice(items[i - 1]?.at.end, items[i]?.at.start);
      if (!lent) return gap + words(item);
      if (i === 0) return capitalize(words(item));
      return gap + (item === first ? words(item).replace(/^./u, (letter) => letter.toLowerCase()) : words(item));
    })
    .join('');
}

/** Sets that are named above a list of bullets or numbers. */
function* inBullets(report: Report): Iterable<Detection<undefined>> {
  for (const mention of report.mentions) {
    const formulation = mention.entry;
    if (
      formulation.kind !== 'formulations' ||
      !formulation.ordered ||
      !formulation.closed ||
      !isOwnWords(report, mention)
    )
      continue;
    const list = readAnnouncedList(report.prose, mention.block, mention.at, memberIndex(formulation));
    if (list?.style !== 'bullets' || tellsOrder(report.prose.blocks[mention.block]?.text ?? '', report)) continue;
    const order = list.items.map(({ member }) => member);
    if (
      order.length !== formulation.members.length ||
      new Set(order).size !== order.length ||
      order.includes(undefined)
    )
      continue;
    if (order.every((member, i) => member === i)) continue;
    const { language } = mention.form;
    yield {
      messageId: 'formulation-order',
      values: { members: formulation.members.map((_, member) => memberName(formulation, member, language)) },
      span: mention.span,
      entry: formulation,
      form: mention.form,
      detail: undefined,
    };
  }
}

/** "In reverse order", "whatever their order", 按倒序, 排名不分先后: the writer knows. */
const tellsOrder = (text: string, { language }: Report) => says(text, sentenceLanguage(text, language), 'tellsOrder');

function isTelling(words: string): boolean {
  return /\p{Script=Han}{3}/u.test(words) || /\S\s+\S/.test(words);
}
