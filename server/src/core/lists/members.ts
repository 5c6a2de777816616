import { tokensIn } from '../markdown/block-words.js';
import { onceABlockWith } from '../markdown/blocks.js';
import type { Facts } from '../report/facts.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Form, Language } from '../vocabulary/model.js';

/** Members are everyday words, so each set has an index of its own, made when it is first asked for. */
/** Finds the members of a set, by their indexes, in any of their forms. */
export const memberIndex = once((formulation: EntryOf<'formulations'>): MentionIndex<number> => {
  const index = new MentionIndex<number>();
  formulation.members.forEach(({ forms }, member) => {
    for (const form of forms) index.add(form, member);
  });
  return index;
});

/** What a member is called in a language. */
export function memberName(formulation: EntryOf<'formulations'>, member: number, language: string): string {
  const forms = formulation.members[member]?.forms ?? [];
  return (forms.find((form) => form.language === language) ?? forms[0])?.text ?? '';
}

/** The sets of a vocabulary whose order is fixed. */
export function orderedSets(vocabulary: Vocabulary): readonly EntryOf<'formulations'>[] {
  return vocabulary.ofKind('formulations').filter(({ ordered, closed }) => ordered && closed);
}

/** A list in a block that holds every member of a set once, and nothing else. */
export interface MembersInARow {
  readonly formulation: EntryOf<'formulations'>;
  readonly language: Language;
  /** In the order of the text; places in the block's text. */
  readonly items: readonly { readonly member: number; readonly at: Span }[];
}

/** What may stand between two items of one list. */
export const between =
  /^["'”’]?\s*(?:[,;]?\s*\(?\d{1,2}[.)]|,\s*(?:and|or)?|;\s*(?:and)?|and|or|&|[、，；]?\s*(?:以及|还有|和|与|及|并)|[、，；])\s*(?:to\s+|the\s+|(?:first|second|third|fourth|fifth)(?:ly)?,?\s+|[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]?)?["'“‘]?$/i;

const orderedIndex = once((vocabulary: Vocabulary) => {
  const index = new MentionIndex<{ readonly set: number; readonly member: number }>();
  for (const [set, { members }] of orderedSets(vocabulary).entries()) {
    for (const [member, { forms }] of members.entries()) for (const form of forms) index.add(form, { set, member });
  }
  return index;
});

/** The full lists of ordered sets in a block, in whatever order they are. */
export const membersInARow = onceABlockWith((block, { vocabulary }: Facts): readonly MembersInARow[] => {
  const { text } = block;
  const rows: MembersInARow[] = [];
  const matches = orderedIndex(vocabulary).find(text, false, tokensIn(block));
  for (const [set, formulation] of orderedSets(vocabulary).entries()) {
    let items: { member: number; at: Span; form: Form | undefined }[] = [];
    const close = () => {
      const first = items[0];
      const listed = new Set(items.map(({ member }) => member));
      if (first !== undefined && listed.size === formulation.members.length && items.length === listed.size) {
        rows.push({ formulation, language: first.form?.language ?? 'en', items });
      }
      items = [];
    };
    for (const { target, span, form } of matches) {
      if (target.set !== set) continue;
      const last = items.at(-1);
      if (last !== undefined && !between.test(text.slice(last.at.end, span.start))) close();
      items.push({ member: target.member, at: span, form });
    }
    close();
  }
  return rows;
});
