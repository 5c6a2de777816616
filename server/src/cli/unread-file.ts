import { basename } from 'node:path';
import { type Locale, unreadMessage } from '../core/index.js';
import { type DocumentFormat, documentFormats, formatByName } from './document-format.js';
import { systemReason } from './system-reason.js';

/** Why nothing of a file was read. */
export type UnreadFile =
  | { readonly reason: 'too-long'; readonly maxLength: number }
  /** `error`: the system's. */
  | { readonly reason: 'unreadable'; readonly error: unknown }
  /** `byte`: the first that is no UTF-8, from 1; `encoding`: what it may be instead, as iconv names it. */
  | { readonly reason: 'encoding'; readonly byte: number; readonly encoding: string | undefined }
  | { readonly reason: 'format'; readonly format: DocumentFormat };

/** How a command takes the converted text: from a pipe, or from a file beside the first one. */
export interface Conversion {
  /** As findings name it; for standard input what it is taken for, if anything. */
  readonly file: string | undefined;
  readonly stdin: boolean;
  readonly command: 'check' | 'claims' | 'fix' | 'explain';
}

interface Wording {
  readonly formats: Readonly<Record<DocumentFormat, string>>;
  unreadable(reason: string): string;
  notUtf8(byte: number): string;
  guessed(encoding: string): string;
  readonly saveAsUtf8: string;
  readonly split: string;
  format(what: string): string;
  readonly convertFirst: string;
  try(command: string): string;
}

const english: Wording = {
  formats: {
    docx: 'a Word document',
    odt: 'an OpenDocument text',
    epub: 'an EPUB book',
    rtf: 'a rich text file',
    html: 'an HTML page',
    pdf: 'a PDF',
    doc: 'an old Office document',
    zip: 'a ZIP archive',
  },
  unreadable: (reason) => `Cannot be read: ${reason}.`,
  notUtf8: (byte) => `Not read: not UTF-8 text (see byte ${byte}).`,
  guessed: (encoding) => ` It may be ${encoding}.`,
  saveAsUtf8: ' Save it as UTF-8.',
  split: ' Split it.',
  format: (what) => `Not read: ${what}; Plumbline reads Markdown.`,
  convertFirst: ' Check the text that it was made from.',
  try: (command) => ` Try: ${command}`,
};

const chinese: Wording = {
  formats: {
    docx: 'Word文档',
    odt: 'OpenDocument文本',
    epub: 'EPUB电子书',
    rtf: 'RTF文档',
    html: 'HTML网页',
    pdf: 'PDF文件',
    doc: '旧版Office文档',
    zip: 'ZIP压缩包',
  },
  unreadable: (reason) => `无法读取：${reason}。`,
  notUtf8: (byte) => `未读取：不是UTF-8文本（见第${byte}字节）。`,
  guessed: (encoding) => `可能是${encoding}。`,
  saveAsUtf8: '请另存为UTF-8。',
  split: '请拆分。',
  format: (what) => `未读取：${what}，而Plumbline只读Markdown。`,
  convertFirst: '请检查其原文。',
  try: (command) => `可运行：${command}`,
};

/** What was not read, why, and the way out: one line, with the command that reads it at its end. */
export function unreadFileMessage(unread: UnreadFile, conversion: Conversion, locale: Locale): string {
  const wording = locale === 'zh' ? chinese : english;
  switch (unread.reason) {
    case 'unreadable':
      return wording.unreadable(systemReason(unread.error, locale));
    case 'too-long':
      return unreadMessage({ span: { start: 0, end: 0 }, ...unread }, locale) + wording.split;
    case 'encoding': {
      const { byte, encoding } = unread;
      if (encoding === undefined) return wording.notUtf8(byte) + wording.saveAsUtf8;
      const command = converted(`iconv -f ${encoding} -t UTF-8`, '', '.utf-8.md', conversion);
      return wording.notUtf8(byte) + wording.guessed(encoding) + wording.try(command);
    }
    case 'format': {
      const { format } = unread;
      const what = wording.format(wording.formats[format]);
      if (!documentFormats[format].pandoc) return what + wording.convertFirst;
      // Pandoc tells a format by the name of the file.
      const { file = '', stdin } = conversion;
      const from = !stdin && formatByName(file) === format ? '' : ` -f ${format}`;
      return what + wording.try(converted(`pandoc${from}`, ' -t gfm --wrap=none', '.md', conversion));
    }
  }
}

/** A command of a shell that converts a text and has it read. */
function converted(before: string, after: string, ending: string, conversion: Conversion): string {
  const { file: path = '', stdin, command } = conversion;
  const asFile = path === '' ? '' : ` --stdin-path ${inShell(path)}`;
  if (stdin) return `… | ${before}${after} | plumbline ${command} -${asFile}`;
  const file = inShell(path);
  if (command === 'check' || command === 'claims') return `${before} ${file}${after} | plumbline ${command} -${asFile}`;
  // What is fixed, or explained line by line, is a file.
  const stem = path.slice(0, path.length - basename(path).length) + basename(path).replace(/\.\w+$/, '');
  const target = inShell(stem + ending === path ? `${stem}.gfm.md` : stem + ending);
  return `${before} ${file}${after} > ${target} && plumbline ${command} ${target}`;
}

/** A path as a shell takes it for one word. */
function inShell(path: string): string {
  const word = /^-/.test(path) ? `./${path}` : path;
  return /^[\p{L}\p{N}_./+,@%:-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
