import type { Position, Range } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Locale, Span } from '../core/index.js';
import type { Places } from './to-lsp.js';

export function positionToOffset({ lines, mark }: Places, { line, character }: Position): number {
  return lines.offsetAt({ line, character: line === 0 ? Math.max(0, character - mark) : character });
}

export function rangeToSpan(places: Places, range: Range): Span {
  return { start: positionToOffset(places, range.start), end: positionToOffset(places, range.end) };
}

/** `zh-cn`, `zh-TW` → zh; all else, en. */
export function localeOf(tag: string | undefined): Locale {
  return /^zh\b/i.test(tag ?? '') ? 'zh' : 'en';
}

/** One spelling for each URI: editors differ in what they escape. */
export function normalizeUri(uri: string): string {
  return URI.parse(uri).toString();
}
