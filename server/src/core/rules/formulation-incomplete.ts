import { englishNumeral, smallNumber } from '../language/numerals.js';
import { type AnnouncedList, readAnnouncedList } from '../lists/announced-list.js';
import { memberIndex, memberName } from '../lists/members.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import { type Block, toSource } from '../markdown/blocks.js';
import { joinList } from '../messages/render.js';
import type { Fix } from '../report/finding.js';
import { isOwnWords } from '../report/own-words.js';
import { blockOf, type Mention, type Report } from '../report/report.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { Rule } from './rule.js';

interface Incomplete {
  readonly formulation: EntryOf<'formulations'>;
  readonly list: AnnouncedList;
  readonly language: string;
  readonly missing: readonly number[];
}

/** A closed set is named and its members are listed, all of them its own, with some left out. */
export const formulationIncomplete: Rule<Incomplete> = {
  id: 'formulation-incomplete',
  severity: 'warning',
  reads: 'block',

  *check(report) {
    for (const mention of report.mentions) {
      const formulation = mention.entry;
      if (formulation.kind !== 'formulations' || !formulation.closed || !isOwnWords(report, mention)) continue;
      const list = readAnnouncedList(report.prose, mention.block, mention.at, memberIndex(formulation));
      if (list === undefined || list.partial || list.items.some(({ member }) => member === undefined)) continue;
      const listed = new Set(list.items.map(({ member }) => member));
      const all = formulation.members.map((_, i) => i);
      const missing = all.filter((member) => !listed.has(member));
      if (missing.length === 0 || listed.size < 2) continue;
      const { text } = blockOf(report, mention);
      // "Three pillars are …" of a set of four.
      const counted = countBefore.exec(text.slice(Math.max(0, mention.at.start - 16), mention.at.start))?.[1];
      if (counted !== undefined && smallNumber(counted) !== all.length) continue;
      if (namesAny(report, mention, list, formulation, missing)) continue;
      const { language } = mention.form;
      const names = (members: readonly number[]) => members.map((member) => memberName(formulation, member, language));
      yield {
        messageId: 'formulation-incomplete',
        values: {
          name: text.slice(mention.at.start, mention.at.end),
          missing: names(missing),
          listed: listed.size,
          total: all.length,
          members: names(all),
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

const countBefore = new RegExp(`(?<![\\p{L}\\p{N}])(${englishNumeral})\\s+["“‘]?$`, 'iu');

/** Whether one that is missing stands apart from the list: "apart from …", 除…外, and bullets behind a picture. */
function namesAny(
  { prose }: Report,
  { block: index, at }: Mention,
  { style, items }: AnnouncedList,
  formulation: EntryOf<'formulations'>,
  missing: readonly number[],
): boolean {
  const members = memberIndex(formulation);
  const names = (text: string) => members.find(text).some(({ target }) => missing.includes(target));
  const block = prose.blocks[index] as Block;
  const sentence = sentenceAt(block, at.start);
  if (
    sentence === undefined ||
    names(block.text.slice(Math.max(sentence.start, at.start - reach), Math.min(sentence.end, at.end + 2 * reach)))
  )
    return true;
  if (style === 'inline') return false;
  const last = items.at(-1)?.block ?? index;
  for (const { kind, text } of prose.blocks.slice(last + 1, last + 1 + blocksBelow)) {
    if (kind === 'heading') return false;
    if (names(text)) return true;
  }
  return false;
}

/** Further than this from a name no apart member is looked for, in UTF-16 units. */
const reach = 800;
/** So many blocks below a list are searched for what it leaves out. */
const blocksBelow = 12;

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
      ? memberName(formulation, member, language)
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
