import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords } from '../language/words/words.js';
import type { Block } from '../markdown/blocks.js';
import type { Unreadable } from '../quantities/index.js';
import type { Severity } from '../vocabulary/model.js';
import { isDateInQuestion } from './date-in-question.js';

/** How sure it is that a date was meant and is none: an error with year, month and day, a warning where one is left out. */
export function severityOf(
  block: Block,
  { span, period = '' }: Unreadable,
  reportLanguage: string,
): Severity | undefined {
  if (isDateInQuestion(block, span, reportLanguage)) return undefined;
  const { text } = block;
  const written = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 12);
  if (/^\s*[?？]/.test(after)) return undefined;
  const isDigits = /^[\d./-]+$/.test(written);
  const language = sentenceLanguage(before + after, reportLanguage);
  if (isDigits && (isCode(before, language) || (written.includes('.') && !leadsToDate(before, language))))
    return undefined;
  const [, year, month = 0, day = 0] = (/^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(period) ?? []).map(Number);
  if (day === 0) return 'warning';
  const hasYear = year !== undefined && !Number.isNaN(year);
  // Sweden had a 30 February in 1712; months of the moon have thirty days, and are written in numerals.
  if (hasYear && month === 2 && day <= 30 && year < 1932) return undefined;
  if (!hasYear && (/^[一二三四五六七八九十]/.test(written) || !endsDate(after, language))) return undefined;
  const isRange = /\d\s*(?:to|and|[-–—~～至到])\s*\d/.test(isDigits ? '' : written);
  return hasYear && !isRange && !(isDigits && (month > 12 || /\b\d\.|\.\d\b/.test(written))) ? 'error' : 'warning';
}

/** "In June 31 staff": the number may count what follows. */
function endsDate(after: string, language: string): boolean {
  if (/^\s*(?:$|[^\p{L}\p{N}\s%]|\p{Script=Han})/u.test(after)) return true;
  const words = readWords(after, language);
  return words.first('preposition', 'joinsAlike', 'joinsClauses', 'auxiliary', 'article', 'upTo') !== undefined;
}

/** "Version 2022.02.30", "invoice 31-06-2022". */
const isCode = (before: string, language: string) =>
  readWords(before.replace(/[.:：#\s]+$/, ''), language).last('codeName') !== undefined;

/** Whether digits with full stops behind a text are a date; elsewhere they are a version: "Firmware 2023.02.31". */
const leadsToDate = (before: string, language: string) =>
  /(?:^|[^\p{L}\s]\s*|\p{Script=Han}\s*)$/u.test(before) ||
  (/\s$/.test(before) && readWords(before, language).last('leadsToDate') !== undefined);
