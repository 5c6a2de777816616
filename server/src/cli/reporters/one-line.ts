/** Text of a report, fit for one row of a terminal: it may hold line breaks, and control characters that a terminal obeys. */
export function onOneLine(text: string): string {
  return text
    .replace(/\s+/g, (space) => (/[\r\n\u2028\u2029]/.test(space) ? ' ' : space))
    .replace(/\p{Cc}/gu, '\uFFFD');
}
