import { says } from '../language/words/words.js';
import type { Block } from '../markdown/blocks.js';
import type { Span } from '../text/span.js';

/** A quotation that says something, as against a name or a word in marks. */
export interface QuotedClause {
  /** With its marks, in the block's text. */
  readonly at: Span;
  /** Without them. */
  readonly inner: Span;
  readonly language: 'en' | 'zh';
  /** Whether a verb or the marks inside say that it is a sentence, and no mere phrase. */
  readonly isSentence: boolean;
}

/** "It's", "don't": a verb. */
const contraction = /['’](?:s|re|ve|ll|d|m|t)\b/i;

/** In a paragraph longer than this nothing says which words a quotation belongs to. UTF-16 units. */
const longestBlock = 20_000;

/** The clauses that a block quotes. */
export function quotedClauses(block: Block): readonly QuotedClause[] {
  if (block.text.length > longestBlock) return [];
  return block.quotations.flatMap((at): QuotedClause[] => {
    const inner = { start: at.start + 1, end: at.end - 1 };
    const text = block.text.slice(inner.start, inner.end);
    // 《…》 marks a title.
    if (block.text[at.start] === '《' || text.trim() === '') return [];
    const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
    if (!(language === 'zh' ? isHanPhrase(text) : isEnglishPhrase(text))) return [];
    return [{ at, inner, language, isSentence: language === 'zh' || isEnglishSentence(text) }];
  });
}

function isEnglishPhrase(text: string): boolean {
  const words = wordsOf(text);
  return words.length >= 5 && !isTitle(words.slice(1));
}

function isEnglishSentence(text: string): boolean {
  return (
    wordsOf(text).length >= 8 ||
    contraction.test(text) ||
    says(text, 'en', 'auxiliary', 'someone', 'clauseSubject') ||
    /^\s*\p{Lu}.*[.!]\s*$/su.test(text)
  );
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

/** Title Case: of the longer words most have a capital. */
function isTitle(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3);
  return long.length > 0 && long.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length >= long.length * 0.6;
}

function isHanPhrase(text: string): boolean {
  const length = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return length >= 7 && !isSlogan(text) && (says(text, 'zh', 'clauseWord') || /[，。！]/.test(text));
}

/** “引进来、走出去”: parts of one length. */
function isSlogan(text: string): boolean {
  const parts = text.split(/[，、；]/).map((part) => part.replace(/\P{Script=Han}/gu, '').length);
  return (
    parts.length > 1 &&
    !/[了吗呢吧啊我你他她它]/.test(text) &&
    parts.every((length) => length <= 8 && Math.abs(length - (parts[0] as number)) <= 1)
  );
}
