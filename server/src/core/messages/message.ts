/** A value of a message; a list is joined as the language joins lists. */
export type Value = string | number | readonly string[];

/** Typed values that the templates of a message name. */
export type Values = Readonly<Record<string, Value>>;

/** The languages that messages are written in. */
export type Locale = 'en' | 'zh';
