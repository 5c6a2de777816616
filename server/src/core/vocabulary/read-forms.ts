import type { EntryKind, Form, FormClass, FormRole, Language, Level, Localized, Status } from './model.js';

/** A form as a pack writes it, once the schema has passed it. */
type WrittenForm =
  | string
  | {
      readonly form: string;
      readonly class?: FormClass;
      readonly reason?: string;
      readonly replacement?: string;
      readonly near?: string | readonly string[];
      readonly head?: string;
      readonly caseSensitive?: boolean;
      readonly level?: Level | false;
      readonly status?: Status;
      readonly validFrom?: string | number;
      readonly validTo?: string | number;
    };

/** What the forms of an entry have in common. */
export interface FormContext {
  readonly kind: EntryKind;
  /** The language of plain strings. */
  readonly language: Language;
}

/** Organizations and programmes are written with capitals in the languages that have them. */
const kindsWithCapitals: ReadonlySet<EntryKind> = new Set(['organizations', 'programmes']);

/** The forms under one of the four roles, in any of the shapes that the format allows. */
export function readForms(written: unknown, role: FormRole, context: FormContext): readonly Form[] {
  return perLanguage<WrittenForm>(written, context.language, isWrittenForm).map(([language, form]) =>
    toForm(form, role, language, context),
  );
}

function isWrittenForm(value: unknown): value is WrittenForm {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'form' in value);
}

function toForm(written: WrittenForm, role: FormRole, language: Language, context: FormContext): Form {
  const fields = typeof written === 'string' ? { form: written } : written;
  const text = fields.form.normalize('NFC').trim();
  return {
    text,
    language,
    role,
    class: fields.class ?? 'rival',
    status: fields.status ?? 'verified',
    near: fields.near === undefined ? [] : [fields.near].flat(),
    caseSensitive: fields.caseSensitive ?? (kindsWithCapitals.has(context.kind) && /\p{Lu}/u.test(text)),
    ...(fields.reason !== undefined && { reason: fields.reason }),
    ...(fields.replacement !== undefined && { replacement: fields.replacement }),
    ...(fields.head !== undefined && { head: fields.head }),
    ...(fields.level !== undefined && { level: fields.level === false ? 'off' : fields.level }),
    ...(fields.validFrom !== undefined && { validFrom: String(fields.validFrom) }),
    ...(fields.validTo !== undefined && { validTo: String(fields.validTo) }),
  };
}

/** `x`, `[x, y]`, `{en: x}` or `{en: [x, y]}` as pairs of language and item. */
export function perLanguage<T>(
  written: unknown,
  language: Language,
  isItem: (value: unknown) => value is T,
): readonly (readonly [Language, T])[] {
  if (written === undefined || written === null) return [];
  if (Array.isArray(written) || isItem(written)) {
    return [written]
      .flat()
      .filter(isItem)
      .map((item) => [language, item] as const);
  }
  if (typeof written !== 'object') return [];
  return Object.entries(written).flatMap(([key, value]) =>
    [value]
      .flat()
      .filter(isItem)
      .map((item) => [languageSubtag(key), item] as const),
  );
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** A text per language; a plain one is in the given language. */
export function readText(written: unknown, language: Language): Localized<string> {
  return Object.fromEntries(perLanguage(written, language, isString));
}

export function readTexts(written: unknown, language: Language): Localized<readonly string[]> {
  const found: Record<Language, string[]> = {};
  for (const [key, text] of perLanguage(written, language, isString)) {
    const texts = found[key] ?? [];
    texts.push(text);
    found[key] = texts;
  }
  return found;
}

/** `zh-Hans` is read as `zh`. */
export function languageSubtag(tag: string): Language {
  return (tag.split('-', 1)[0] as string).toLowerCase();
}
