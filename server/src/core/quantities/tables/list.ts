/** Words and phrases between bars: shorter in the bundle than a list of strings. */
export const list = (text: string): readonly string[] => text.split('|');
