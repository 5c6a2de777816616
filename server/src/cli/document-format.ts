import { dictionary } from '../core/index.js';

/** What a file is that is no Markdown: by its name, what pandoc calls it, if it reads it. */
export const documentFormats = {
  docx: { pandoc: true },
  odt: { pandoc: true },
  epub: { pandoc: true },
  rtf: { pandoc: true },
  html: { pandoc: true },
  pdf: { pandoc: false },
  doc: { pandoc: false },
  zip: { pandoc: false },
} as const;
export type DocumentFormat = keyof typeof documentFormats;

const byExtension: Readonly<Partial<Record<string, DocumentFormat>>> = dictionary({
  docx: 'docx',
  odt: 'odt',
  epub: 'epub',
  rtf: 'rtf',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  doc: 'doc',
});

/** The format that pandoc takes a file for by its name; undefined for every other. */
export function formatByName(path: string): DocumentFormat | undefined {
  return byExtension[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
}

/** Behind a mark, a declaration and comments. */
const html =
  /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!doctype\s+html\b|<html[\s>])/i;

/** The format of a file by its first bytes, whatever its name; undefined for one that may be Markdown. */
export function formatByBytes(bytes: Buffer): DocumentFormat | undefined {
  const start = bytes.subarray(0, 1024).toString('latin1');
  if (start.startsWith('PK\x03\x04')) return formatOfZip(bytes);
  if (start.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return 'doc';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (start.startsWith('%PDF-')) return 'pdf';
  return html.test(start) ? 'html' : undefined;
}

/** By the names of the files in it, which stand in it as they are. */
function formatOfZip(bytes: Buffer): DocumentFormat {
  if (bytes.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  if (bytes.includes('mimetypeapplication/epub+zip')) return 'epub';
  return bytes.includes('word/') ? 'docx' : 'zip';
}
