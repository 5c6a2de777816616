/** Text of a pack or a report as Markdown shows it literally: text is text, never markup. */
export function plainText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#|~]/g, '\\$&').replace(/\s+/g, ' ');
}
