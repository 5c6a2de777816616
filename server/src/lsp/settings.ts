import type { Locale } from '../core/index.js';
import { localeOf } from './from-lsp.js';

/** The section `plumbline` of the editor's settings. */
export interface Settings {
  /** Whether documents are read at all; a client may say otherwise of one, by its folder. */
  readonly enable: boolean;
  /** The language of messages. */
  readonly locale: Locale;
  /** UTF-16 units; a longer text is left alone, since reading it would hold up the editor. */
  readonly maxFileLength: number;
}

const defaultMaxFileLength = 1_000_000;

/** Reads what a client sends; a value of another type is taken as not set. */
export function readSettings(section: unknown, clientLocale: string | undefined): Settings {
  const fields = (typeof section === 'object' && section !== null ? section : {}) as Readonly<Record<string, unknown>>;
  const { enable, locale, maxFileLength } = fields;
  return {
    enable: enable !== false,
    locale: locale === 'en' || locale === 'zh' ? locale : localeOf(clientLocale),
    maxFileLength: typeof maxFileLength === 'number' && maxFileLength > 0 ? maxFileLength : defaultMaxFileLength,
  };
}
