/** Words and phrases between bars: shorter in the bundle than a list of strings. */
export const list = (text: string): readonly string[] => text.split('|');

/** The same as a set. */
export const setOf = (text: string): ReadonlySet<string> => new Set(text === '' ? [] : text.split('|'));
