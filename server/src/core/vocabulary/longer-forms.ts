import { fold } from '../language/characters.js';
import type { Vocabulary } from './merge-packs.js';

/** A form as it is held against words that begin one: folded, with single spaces for white space and hyphens. */
export function formKey(text: string): string {
  return fold(text).replace(/[\s\-\u2010\u2011]+/g, ' ');
}

/** Sorted; made when a vocabulary is first asked. */
const rightKeysOf = new WeakMap<Vocabulary, readonly string[]>();

/** Whether words, which may end in a space, begin a longer form that is right, or a phrase that is an exception. */
export function beginsRightForm(vocabulary: Vocabulary, words: string): boolean {
  let keys = rightKeysOf.get(vocabulary);
  if (keys === undefined) {
    keys = vocabulary.entries
      .flatMap(({ forms, exceptions }) => [...forms.filter(({ role }) => role !== 'deprecated'), ...exceptions])
      .map(({ text }) => formKey(text))
      .sort();
    rightKeysOf.set(vocabulary, keys);
  }
  const key = formKey(words);
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) <= key) low = middle + 1;
    else high = middle;
  }
  return keys[low]?.startsWith(key) === true;
}
