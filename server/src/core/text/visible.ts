/** What a terminal obeys or turns text round: control characters, line separators, marks that override the direction. */
const unseen = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Cs}]/gu;

/**
 * Text from outside on one line, with nothing in it that a reader cannot see: a control character shows as its picture
 * (␛), what overrides the direction of text as �. Each takes the place of one UTF-16 unit.
 */
export function visible(text: string): string {
  return text
    .replace(/[ \t\r\n\u2028\u2029]+/g, (space) => (/[^ ]/.test(space) ? ' ' : space))
    .replace(unseen, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '\uFFFD';
    });
}

/** The same text without them, for what goes into a report; its spaces and lines stay. */
export function linesWithoutUnseen(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, (character) => (/[\n\t]/.test(character) ? character : ''));
}

/** On one line, for what goes into a sentence of a report. */
export function withoutUnseen(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unseen, '');
}
