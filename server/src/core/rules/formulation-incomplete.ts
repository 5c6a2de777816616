import type { AnnouncedList } from '../lists/announced-list.js';
import { readIncompleteSets } from '../lists/incomplete-sets.js';
import { memberName } from '../lists/members.js';
import { toSource } from '../markdown/blocks.js';
import { escapeProse } from '../markdown/shown-text.js';
import { joinList } from '../messages/render.js';
import type { Fix } from '../report/finding.js';
import { blockOf, type Report } from '../report/report.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { ReportRule } from './rule.js';

interface Incomplete {
  readonly formulation: EntryOf<'formulations'>;
  readonly list: AnnouncedList;
  readonly language: string;
  readonly missing: readonly number[];
}

/** A closed set is named and its members are listed, all of them its own, with some left out. */
export const formulationIncomplete: ReportRule<Incomplete> = {
  id: 'formulation-incomplete',
  severity: 'warning',
  reads: 'block',
  awaits: true,

  *check(report) {
    for (const { mention, formulation, list, missing } of readIncompleteSets(report)) {
      const { language } = mention.form;
      const names = (members: readonly number[]) => members.map((member) => memberName(formulation, member, language));
      yield {
        messageId: 'formulation-incomplete',
        values: {
          name: blockOf(report, mention).text.slice(mention.at.start, mention.at.end),
          missing: names(missing),
          listed: formulation.members.length - missing.length,
          total: formulation.members.length,
          members: names(formulation.members.map((_, i) => i)),
        },
        span: mention.span,
        entry: formulation,
        form: mention.form,
        detail: { formulation, list, language, missing },
      };
    }
  },

  fix({ detail: { formulation, list, language, missing } }, report): readonly Fix[] {
    const members = missing.map((member) => memberName(formulation, member, language));
    const edit = list.style === 'inline' ? rewriteInline(report, list, formulation, language) : undefined;
    if (edit === undefined) return [];
    return [{ messageId: 'fix.add-members', values: { members }, safe: false, edits: [edit] }];
  },
};

/** The whole list anew, in the order of the set, with the writer's own words for the members that are there. */
function rewriteInline(report: Report, list: AnnouncedList, formulation: EntryOf<'formulations'>, language: string) {
  const first = list.items[0];
  const last = list.items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const block = report.prose.blocks[first.block];
  if (block === undefined) return undefined;
  const span = toSource(block, { start: first.at.start, end: last.at.end });
  const text = block.text.slice(first.at.start, last.at.end);
  if (report.text.slice(span.start, span.end) !== text) return undefined;
  const ordered = [...list.items].sort((a, b) => a.at.start - b.at.start);
  const lead = /^to\s/.exec(block.text.slice(last.start, last.at.start))?.[0] ?? '';
  const words = formulation.members.map((_, member) => {
    const item = list.items.find((each) => each.member === member);
    return item === undefined
      ? escapeProse(memberName(formulation, member, language))
      : block.text.slice(item.at.start, item.at.end);
  });
  const serialComma = /,\s+(?:and|or)\b/.test(text) && ordered.length > 2;
  const joined = joinList(
    words.map((word, i) => (i > 0 ? lead + word : word)),
    language,
    serialComma,
  );
  return { span, text: joined };
}
