import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords, says } from '../language/words/words.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import type { Block } from '../markdown/blocks.js';
import { isQuoted } from '../report/report.js';
import type { Span } from '../text/span.js';

/** 没有2月30日: what is not there is the day. */
const noDay = /没有(?=[^，。；]{0,6}[日号])/;

/** Whether the sentence of a date says that there is no such day, tells of a mistake or of another calendar. */
export function isDateInQuestion(block: Block, span: Span, language: string): boolean {
  if (isQuoted(block, span) || /《[^》]{0,20}$/.test(block.text.slice(Math.max(0, span.start - 20), span.start)))
    return true;
  const sentence = sentenceAt(block, span.start);
  if (sentence === undefined) return false;
  const around = { start: Math.max(sentence.start, span.start - reach), end: Math.min(sentence.end, span.end + reach) };
  const text = block.text.slice(around.start, around.end);
  const spoken = sentenceLanguage(text, language);
  const before = block.text.slice(around.start, span.start).trimEnd();
  return (
    says(text, spoken, 'mistakes', 'calendars') ||
    noDay.test(text) ||
    readWords(before, spoken).last('noSuch') !== undefined
  );
}

/** Further than this from a date nothing is said of it, in UTF-16 units. */
const reach = 120;
