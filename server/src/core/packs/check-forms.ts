import { foldedTokens } from '../language/tokens.js';
import type { Entry, Form } from '../vocabulary/model.js';
import type { CheckContext } from './check-context.js';

const roles = ['preferred', 'admitted', 'deprecated', 'hidden'];

/** Forms that cannot do what the pack's author meant them to. */
export function checkForms(context: CheckContext): void {
  const preferred = new Map<string, Entry>();
  for (const entry of [...context.others, context.pack].flatMap(({ entries }) => entries)) {
    for (const form of entry.forms) if (form.role === 'preferred') preferred.set(keyOf(form), entry);
  }
  for (const entry of context.pack.entries) {
    const right = new Set(entry.forms.flatMap((form) => (isRight(form) ? [exactly(form)] : [])));
    for (const form of entry.forms) {
      const path = roles.includes(form.role) ? [form.role] : [];
      if (/\p{Cc}/u.test(form.text.replace(/[\t\r\n]/g, ''))) {
        context.add(entry, path, 'error', 'pack.form-control', {});
      }
      if (form.role === 'deprecated' && isEverywhere(form) && right.has(exactly(form))) {
        context.add(entry, path, 'error', 'pack.form-both', { form: form.text });
      }
      for (const phrase of form.near) {
        if (!canStandNear(phrase, form)) {
          context.add(entry, path, 'warning', 'pack.near-never', { near: phrase, form: form.text });
        }
      }
      if (form.head !== undefined && !hasWord(form.text, form.head)) {
        context.add(entry, path, 'warning', 'pack.head-missing', { head: form.head, form: form.text });
      }
      const holder = form.role === 'deprecated' && form.near.length === 0 ? preferred.get(keyOf(form)) : undefined;
      if (holder !== undefined && holder.fullName !== entry.fullName && holder.kind !== entry.kind) {
        context.add(entry, path, 'warning', 'pack.deprecated-preferred', { form: form.text, entry: holder.fullName });
      }
    }
  }
}

/** A form that is right on no condition, so that it cannot be wrong in the same entry, unless written in other letters. */
const isRight = (form: Form): boolean => (form.role === 'preferred' || form.role === 'admitted') && isEverywhere(form);

const isEverywhere = ({ near, validFrom, validTo }: Form): boolean =>
  near.length === 0 && validFrom === undefined && validTo === undefined;

const exactly = ({ text, language }: Form): string => `${language} ${text}`;

const keyOf = ({ text, language }: Form): string => `${language} ${foldedTokens(text).join(' ')}`;

/** A phrase of Han words in a language of letters is in none of its sentences; nor is a pattern, since none is read. */
function canStandNear(phrase: string, form: Form): boolean {
  if (foldedTokens(phrase).length === 0 || phrase.includes('*')) return false;
  return !/\p{Script=Han}/u.test(phrase) || form.language === 'zh' || /\p{Script=Han}/u.test(form.text);
}

function hasWord(text: string, word: string): boolean {
  const tokens = foldedTokens(text);
  return foldedTokens(word).every((token) => tokens.includes(token));
}
