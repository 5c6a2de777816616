import { visible } from '../text/visible.js';

/** Text of a pack or a report as Markdown shows it literally: text is text, never markup, and no link. */
export function plainText(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>()#|~&@]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?=[-+](?: |$)|[-=]+$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\');
}

/** A link to an address of the web in Markdown; any other address is none, and the text stands alone. `text` is Markdown. */
export function webLink(text: string, url: string): string {
  if (!/^https?:\/\/[^/]/i.test(url)) return text;
  const address = url.replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, (character) =>
    /[\p{Cs}\p{Cc}]/u.test(character) ? '' : percent(character),
  );
  return `[${text}](${address.replaceAll('&', '&amp;')})`;
}

/** `(` is `%28`; letters of other scripts are their bytes in UTF-8. */
function percent(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
