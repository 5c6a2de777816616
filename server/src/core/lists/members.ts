import { MentionIndex } from '../vocabulary/mention-index.js';
import type { EntryOf } from '../vocabulary/model.js';

/** Members are everyday words, so each set has an index of its own, made when it is first asked for. */
const indexes = new WeakMap<EntryOf<'formulations'>, MentionIndex<number>>();

/** Finds the members of a set, by their indexes, in any of their forms. */
export function memberIndex(formulation: EntryOf<'formulations'>): MentionIndex<number> {
  let index = indexes.get(formulation);
  if (index === undefined) {
    index = new MentionIndex<number>();
    formulation.members.forEach(({ forms }, member) => {
      for (const form of forms) index?.add(form, member);
    });
    indexes.set(formulation, index);
  }
  return index;
}

/** What a member is called in a language. */
export function memberName(formulation: EntryOf<'formulations'>, member: number, language: string): string {
  const forms = formulation.members[member]?.forms ?? [];
  return (forms.find((form) => form.language === language) ?? forms[0])?.text ?? '';
}
