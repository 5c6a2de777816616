import { foldedTokens } from '../language/tokens.js';
import type { Entry, Form } from '../vocabulary/model.js';
import { preferredForm } from '../vocabulary/preferred-form.js';
import type { CheckContext } from './check-context.js';

const roles = ['preferred', 'admitted', 'deprecated', 'hidden'];

/** Forms that cannot do what the pack's author meant them to. */
export function checkForms(context: CheckContext): void {
  const preferred = new Map<string, Entry>();
  for (const entry of [...context.others, context.pack].flatMap(({ entries }) => entries)) {
    for (const form of entry.forms) if (form.role === 'preferred') preferred.set(keyOf(form), entry);
  }
  const held = new Set(
    context.merge.problems.flatMap(({ messageId, values }) =>
      messageId === 'pack.duplicate-form' ? [values['form']] : [],
    ),
  );
  for (const entry of context.pack.entries) {
    const right = new Set(entry.forms.flatMap((form) => (isRight(form) ? [exactly(form)] : [])));
    checkCapitals(context, entry);
    for (const form of entry.forms) {
      const path = roles.includes(form.role) ? [form.role] : [];
      if (/\p{Cc}/u.test(form.text.replace(/[\t\r\n]/g, ''))) {
        context.add(entry, path, 'error', 'pack.form-control', {});
      }
      if (form.role === 'deprecated' && isEverywhere(form) && right.has(exactly(form))) {
        context.add(entry, path, 'error', 'pack.form-both', { form: form.text });
      } else checkFinding(context, entry, form, path, held);
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

/** Deprecated forms that differ in capitals only, where one of them is found wherever the other is. */
function checkCapitals(context: CheckContext, entry: Entry): void {
  const known = new Map<string, Form>();
  // Beside "PDF", "pdf" and "Pdf" are two slips.
  const right = new Set(
    entry.forms
      .filter(({ role }) => role !== 'deprecated')
      .map(({ language, text }) => `${language} ${text.toLowerCase()}`),
  );
  for (const form of entry.forms) {
    if (form.role !== 'deprecated' || form.caseSensitive === true || !isEverywhere(form)) continue;
    const key = `${form.language} ${form.text.toLowerCase()}`;
    const other = known.get(key);
    if (right.has(key)) continue;
    if (other === undefined) known.set(key, form);
    else if (
      form.caseSensitive === false ||
      holdsCapitals(form.text, other.text) ||
      holdsCapitals(other.text, form.text)
    )
      context.add(entry, [form.role], 'warning', 'pack.form-capitals', { form: form.text, other: other.text });
  }
}

/** Whether a text has a capital wherever another of the same letters has one. */
function holdsCapitals(text: string, other: string): boolean {
  return [...other].every((letter, i) => letter === letter.toLowerCase() || text[i] === letter);
}

/** Whether a form is found where it stands alone, unless another entry is known to hold it; and not in what is written for it. */
function checkFinding(
  context: CheckContext,
  entry: Entry,
  form: Form,
  path: readonly string[],
  held: ReadonlySet<unknown>,
): void {
  const { index } = context.merge.vocabulary;
  // Between words that are of no form; in small letters, since at its beginning a sentence has a capital anyway.
  const findIn = (text: string) => index.find(`xx ${text} xx${form.near.length > 0 ? ` ${form.near[0]}` : ''}`);
  const isWrong = form.role === 'deprecated';
  const isFound = findIn(form.text).some(
    ({ target, form: found }) =>
      target.fullName === entry.fullName &&
      (found?.role === 'deprecated') === isWrong &&
      (found?.language === form.language || found?.text === form.text),
  );
  if (!isFound && !held.has(form.text))
    context.add(entry, path, 'warning', 'pack.form-never', { form: form.text, role: form.role });
  if (!isWrong) return;
  const replacement = form.replacement ?? preferredForm(entry, form.language)?.text;
  if (replacement === undefined) return;
  if (replacement === form.text || findIn(replacement).some(({ form: found }) => found === form)) {
    context.add(entry, path, 'error', 'pack.form-itself', { form: form.text, replacement });
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
