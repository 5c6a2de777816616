import { type AnnouncedList, readAnnouncedList } from '../lists/announced-list.js';
import { memberIndex, memberName } from '../lists/members.js';
import { readStrangersInRows } from '../lists/stranger-in-row.js';
import { toSource } from '../markdown/blocks.js';
import { isOwnWords } from '../report/own-words.js';
import { blockOf } from '../report/report.js';
import type { EntryOf } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

/** A closed set is named and listed with a member that is not its own, or with one more. */
export const formulationForeign: ReportRule<undefined> = {
  id: 'formulation-foreign',
  severity: 'error',
  reads: 'block',

  *check(report) {
    const known = new Set<string>();
    for (const mention of report.mentions) {
      const formulation = mention.entry;
      if (formulation.kind !== 'formulations' || !formulation.closed || !isOwnWords(report, mention)) continue;
      const list = readAnnouncedList(report.prose, mention.block, mention.at, memberIndex(formulation));
      if (list === undefined || !isThisSet(list, formulation)) continue;
      const { language } = mention.form;
      const listed = new Set(list.items.map(({ member }) => member));
      const names = (members: readonly number[]) => members.map((member) => memberName(formulation, member, language));
      const all = formulation.members.map((_, member) => member);
      const missing = names(all.filter((member) => !listed.has(member)));
      for (const item of list.items) {
        if (item.member !== undefined) continue;
        const block = report.prose.blocks[item.block];
        if (block === undefined) continue;
        known.add(`${item.block}:${item.at.start}`);
        yield {
          messageId: missing.length > 0 ? 'formulation-foreign.for' : 'formulation-foreign',
          values: {
            found: block.text.slice(item.at.start, item.at.end),
            name: blockOf(report, mention).text.slice(mention.at.start, mention.at.end),
            members: names(all),
            ...(missing.length > 0 && { missing }),
          },
          span: toSource(block, item.at),
          entry: formulation,
          form: mention.form,
          detail: undefined,
        };
      }
    }
    for (const { formulation, missing, block: index, at, language } of readStrangersInRows(report)) {
      const block = report.prose.blocks[index];
      if (block === undefined || known.has(`${index}:${at.start}`)) continue;
      yield {
        messageId: 'formulation-foreign.for',
        values: {
          found: block.text.slice(at.start, at.end),
          name: nameOf(formulation, language),
          members: formulation.members.map((_, member) => memberName(formulation, member, language)),
          missing: [memberName(formulation, missing, language)],
        },
        span: toSource(block, at),
        entry: formulation,
        severity: 'warning',
        detail: undefined,
      };
    }
  },
};

/** Most items are the set's own, and the list is not that of another set that the pack knows by its members. */
function isThisSet(list: AnnouncedList, formulation: EntryOf<'formulations'>): boolean {
  const own = list.items.filter(({ member }) => member !== undefined).length;
  return own >= 2 && own * 2 > list.items.length && list.items.length <= formulation.members.length + 2;
}
