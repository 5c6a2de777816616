import { sentenceAt } from '../markdown/block-sentences.js';
import type { Block } from '../markdown/blocks.js';
import { isQuoted } from '../report/report.js';
import type { Span } from '../text/span.js';

/** The sentence says that there is no such day, tells of a mistake or of another calendar. */
const spokenOf =
  /\b(?:there\s+(?:is|was|are)\s+no|no\s+(?:such\s+)?(?:date|day)|(?:does|do|did)\s+not\s+exist|doesn['’]t\s+exist|never\s+(?:existed|comes?|came|will)|non-?existent|impossible|invalid|imaginary|fictional|fictitious|typos?|misprints?|mistakes?|mistaken(?:ly)?|errors?|wrong(?:ly)?|erroneous(?:ly)?|corrected|corrections?|erratum|errata|calendars?|leap|lunar|julian|hijri|islamic|hebrew|jewish|swed\w+|soviet|day[\s-]count|is\s+not\s+a\s+(?:date|day))\b|不存在|没有(?=[^，。；]{0,6}[日号])|并无|虚构|误|错|更正|勘误|历法|日历|阳历|公历|闰|[农阴旧夏藏回]历|腊月|正月|无效/i;

export function isSpokenOf(block: Block, span: Span): boolean {
  if (isQuoted(block, span) || /《[^》]{0,20}$/.test(block.text.slice(Math.max(0, span.start - 20), span.start)))
    return true;
  const sentence = sentenceAt(block, span.start);
  if (sentence === undefined) return false;
  const around = { start: Math.max(sentence.start, span.start - reach), end: Math.min(sentence.end, span.end + reach) };
  const text = block.text.slice(around.start, around.end);
  return spokenOf.test(text) || /\bno\s+(?:the\s+)?$/i.test(block.text.slice(around.start, span.start));
}

/** Further than this from a date nothing is said of it, in UTF-16 units. */
const reach = 120;
