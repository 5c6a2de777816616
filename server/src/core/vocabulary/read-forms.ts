import { dictionary } from '../text/dictionary.js';
import { kindTraits } from './kinds.js';
import type { EntryKind, Form, FormClass, FormRole, Language, Level, Localized, Status } from './model.js';

/** A form as a pack writes it, once the schema has passed it. */
type WrittenForm =
  | string
  | {
      readonly form: string;
      readonly class?: FormClass;
      readonly reason?: string | Localized<string>;
      readonly replacement?: string;
      readonly near?: string | readonly string[];
      readonly head?: string;
      readonly caseSensitive?: boolean;
      readonly level?: Level | false;
      readonly status?: Status;
      readonly validFrom?: string | number;
      readonly validTo?: string | number;
    };

/** What most entries have of most fields; shared, so that a large pack takes less memory and time. */
export const none: readonly never[] = Object.freeze([]);
const noText: Localized<never> = Object.freeze(dictionary({}));

/** What the forms of an entry have in common. */
export interface FormContext {
  readonly kind: EntryKind;
  /** The language of plain strings. */
  readonly language: Language;
}

/** The forms under one of the four roles, in any of the shapes that the format allows. */
export function readForms(written: unknown, role: FormRole, context: FormContext): readonly Form[] {
  if (written === undefined) return none;
  if (typeof written === 'string') return [toForm(written, role, context.language, context)];
  const forms: Form[] = [];
  addForms(forms, written, role, context);
  // A list that grew has room for more.
  return forms.slice();
}

/** Adds the forms under one of the four roles to others. */
export function addForms(forms: Form[], written: unknown, role: FormRole, context: FormContext): void {
  if (written === undefined) return;
  perLanguage<WrittenForm>(written, context.language, isWrittenForm, (language, form) => {
    forms.push(toForm(form, role, language, context));
  });
}

function isWrittenForm(value: unknown): value is WrittenForm {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'form' in value);
}

/** A form in its shape of the model. */
export function toForm(written: WrittenForm, role: FormRole, language: Language, context: FormContext): Form {
  const text = settled(typeof written === 'string' ? written : written.form);
  const form: Form = {
    text,
    language,
    role,
    class: 'rival',
    status: 'verified',
    near: none,
    caseSensitive: kindTraits[context.kind].hasCapitals && /\p{Lu}/u.test(text) ? 'capitals' : false,
  };
  if (typeof written === 'string') return form;
  const fields = written;
  return Object.assign(form, {
    ...(fields.class !== undefined && { class: fields.class }),
    ...(fields.status !== undefined && { status: fields.status }),
    ...(fields.near !== undefined && { near: [fields.near].flat() }),
    ...(fields.caseSensitive !== undefined && { caseSensitive: fields.caseSensitive }),
    // One that names no language is in that of its form.
    ...(fields.reason !== undefined && { reason: readText(fields.reason, language) }),
    ...(fields.replacement !== undefined && { replacement: fields.replacement }),
    ...(fields.head !== undefined && { head: fields.head }),
    ...(fields.level !== undefined && { level: fields.level === false ? 'off' : fields.level }),
    ...(fields.validFrom !== undefined && { validFrom: String(fields.validFrom) }),
    ...(fields.validTo !== undefined && { validTo: String(fields.validTo) }),
  });
}

/** ASCII and unified ideographs, with no space around them: most texts of forms. */
const isSettled = /^[!-~\u4E00-\u9FFF](?:[ -~\u4E00-\u9FFF]*[!-~\u4E00-\u9FFF])?$/;

/** A text in NFC, with no space around it. */
function settled(text: string): string {
  return isSettled.test(text) ? text : text.normalize('NFC').trim();
}

/** Each item of `x`, `[x, y]`, `{en: x}` or `{en: [x, y]}`, with its language. */
export function perLanguage<T>(
  written: unknown,
  language: Language,
  isItem: (value: unknown) => value is T,
  visit: (language: Language, item: T) => void,
): void {
  if (isItem(written)) visit(language, written);
  else if (Array.isArray(written)) for (const item of written) isItem(item) && visit(language, item);
  else if (typeof written === 'object' && written !== null) {
    for (const key in written) {
      const items = (written as Readonly<Record<string, unknown>>)[key];
      if (Array.isArray(items) || isItem(items)) perLanguage(items, languageSubtag(key), isItem, visit);
    }
  }
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** A text per language; a plain one is in the given language. */
export function readText(written: unknown, language: Language): Localized<string> {
  if (written === undefined) return noText;
  const texts: Record<Language, string> = dictionary({});
  perLanguage(written, language, isString, (of, text) => {
    texts[of] = text;
  });
  return texts;
}

export function readTexts(written: unknown, language: Language): Localized<readonly string[]> {
  const found: Record<Language, string[]> = dictionary({});
  perLanguage(written, language, isString, (of, text) => {
    const texts = found[of];
    if (texts === undefined) found[of] = [text];
    else texts.push(text);
  });
  return found;
}

/** `zh-Hans` is read as `zh`. */
export function languageSubtag(tag: string): Language {
  return isSubtag.test(tag) ? tag : (tag.split('-', 1)[0] as string).toLowerCase();
}

const isSubtag = /^[a-z]+$/;
