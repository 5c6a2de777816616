import { isCitation, isQuoted } from '../lint/report.js';
import { memberName, orderedSets, readMembersInARow } from '../lists/members.js';
import { toSource } from '../markdown/blocks.js';
import { joinList } from '../messages/render.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Rule } from './rule.js';

/** All members of an ordered set stand in one list, in another order. */
export const formulationOrder: Rule<TextEdit | undefined> = {
  id: 'formulation-order',
  severity: 'information',
  reads: 'block',

  *check(report) {
    if (orderedSets(report.vocabulary).length === 0) return;
    for (const [index, block] of report.prose.blocks.entries()) {
      if (block.quoted || isCitation(report, index)) continue;
      for (const { formulation, items, language } of readMembersInARow(block.text, report.vocabulary)) {
        const order = items.map(({ member }) => member);
        if (order.every((member, i) => member === i)) continue;
        const at = { start: items[0]?.at.start ?? 0, end: items.at(-1)?.at.end ?? 0 };
        if (isQuoted(block, at)) continue;
        // Everyday words ("knowledge", "ecology") are a set only beside its name.
        const named = report.mentions.some(({ entry, block: of }) => of === index && entry === formulation);
        const telling = items.every(({ at: { start, end } }) => isTelling(block.text.slice(start, end)));
        if (!named && !telling) continue;
        const span = toSource(block, at);
        const found = items.map(({ at: { start, end } }) => block.text.slice(start, end));
        const expected = [...items]
          .sort((a, b) => a.member - b.member)
          .map(({ at: { start, end } }) => block.text.slice(start, end));
        const whole = report.text.slice(span.start, span.end) === block.text.slice(at.start, at.end);
        const joined = joinList(expected, language, /,\s+(?:and|or)\b/.test(block.text.slice(at.start, at.end)));
        yield {
          messageId: 'formulation-order',
          values: { found, members: formulation.members.map((_, member) => memberName(formulation, member, language)) },
          span,
          entry: formulation,
          detail: whole ? { span, text: joined } : undefined,
        };
      }
    }
  },

  fix({ detail: edit }) {
    if (edit === undefined) return [];
    return [{ messageId: 'fix.replace', values: { expected: edit.text }, safe: false, edits: [edit] }];
  },
};

function isTelling(words: string): boolean {
  return /\p{Script=Han}{3}/u.test(words) || /\S\s+\S/.test(words);
}
