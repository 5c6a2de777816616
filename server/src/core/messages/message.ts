/** What a message names in a language of its own where there are words for it, per language: a list, a type, a source. */
export type Named = Readonly<Record<string, string | readonly string[]>>;

/** A value in words; a list is joined as the language joins lists. */
export type PlainValue = string | number | readonly string[];

export type Value = PlainValue | Named;

/** Typed values that the templates of a message name. */
export type Values = Readonly<Record<string, Value>>;

/** The languages that messages are written in. */
export type Locale = 'en' | 'zh';
