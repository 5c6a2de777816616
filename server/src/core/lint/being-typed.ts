import { isIdeograph } from '../language/characters.js';
import { detectLanguage } from '../language/detect-language.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import { type Block, type List, type Prose, rowWith, tableAt, toSource } from '../markdown/blocks.js';
import { openQuotationIn } from '../markdown/quotations.js';
import { sectionsAround } from '../markdown/sections.js';
import type { Report, Unread } from '../report/report.js';
import type { Detection, Rule } from '../rules/rule.js';
import { lastStartingBy } from '../text/ordered-spans.js';
import { contains, overlaps, type Span } from '../text/span.js';
import { beginsRightForm } from '../vocabulary/longer-forms.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';

/** How a report came to be as it is. */
export interface LintOptions {
  /** What the last edit wrote; empty where it deleted. What is being typed there is not judged yet. */
  readonly edited?: Span;
}

interface Seen {
  readonly rule: Rule;
  readonly detection: Detection;
}

/** One letter, what an input method puts in at once, the end of a line with the mark of the next item; or a deletion. */
const typed = /^(?:|.|[\p{Script=Han}\p{P}]+|\r?\n[\s>*+\-\d.)]*)$/su;

/**
 * Leaves out what the next letters may answer, where the last edit was typed: what is found in the word, the sentence or
 * the front matter that is being written, what asks for more right before it, and what misses something where it is
 * being written. `edited` is what the edit wrote.
 */
export function withoutBeingTyped<T extends Seen>(seen: readonly T[], report: Report, edited: Span): readonly T[] {
  if (!isTyped(report, edited)) return seen;
  const writing = readWriting(report, edited.end);
  return seen.filter(({ rule, detection }) => !isOpen(rule, detection, report, writing, edited));
}

/** What of a report was not read and is to be told: not what runs on from where it is being written. */
export function unreadToTell(report: Report, { edited }: LintOptions = {}): readonly Unread[] {
  const { unread, text, prose } = report;
  if (edited === undefined || !isTyped(report, edited)) return unread;
  const at = edited.end;
  return unread.filter(({ reason, span }) => {
    if (reason === 'unclosed') return at < span.start || text.slice(span.end, at).trim() !== '';
    if (reason === 'foreign-language' || reason === 'foreign-script')
      return frontMatterAt(prose, at) === undefined && !isOfLastWord(report, at);
    return true;
  });
}

function isTyped({ text }: Report, { start, end }: Span): boolean {
  return typed.test(text.slice(start, end));
}

/** The front matter with its fences, where a place is in it. */
function frontMatterAt({ frontMatter }: Prose, at: number): Span | undefined {
  return frontMatter !== undefined && at <= frontMatter.node.end ? frontMatter.node : undefined;
}

/** Whether the language of a report is told by the word that is being typed: "y" of "yuan" is a word of Spanish. */
function isOfLastWord({ text, prose, frontMatter, vocabulary }: Report, at: number): boolean {
  if (frontMatter.language !== undefined) return false;
  let word = at;
  while (word > 0 && at - word < longestName && /\p{L}/u.test(text[word - 1] as string)) word--;
  const start = prose.frontMatter?.node.end ?? 0;
  return vocabulary.languages.has(detectLanguage(text.slice(start, word) + text.slice(at)));
}

/** What is being written. */
interface Writing {
  /** The sentence or the row that is not finished; none behind the end of one. */
  readonly open: Span | undefined;
  /** The quotation that is not closed, or the footnote that may yet cite. */
  readonly quoted: Span | undefined;
  /** What the next words may give a source or an explanation to: the sentence or the table before. */
  readonly before: Span | undefined;
  /** The lists with it, with what introduces them, or its paragraph. */
  readonly passage: Span;
  /** The headings of the sections that it is in, or will be. */
  readonly heads: readonly Span[];
}

function isOpen(rule: Rule, { span, form }: Detection, report: Report, writing: Writing, edited: Span): boolean {
  const front = frontMatterAt(report.prose, edited.end);
  if (front !== undefined) return contains(front, span) && rule.misses !== true;
  const { open, quoted, before, passage, heads } = writing;
  if (quoted !== undefined && overlaps(quoted, span)) return true;
  if (rule.reads === 'words') return isWordOpen(report, span, edited, form?.role === 'deprecated');
  if (open !== undefined && overlaps(open, span)) return true;
  if (rule.asks === true && before !== undefined && overlaps(before, span)) return true;
  return rule.awaits === true && (overlaps(passage, span) || heads.some((head) => contains(head, span)));
}

/** The headings of the sections with a place; a heading being written may become one below that of the line before. */
function headsOf({ sections, prose, text }: Report, at: number): readonly Span[] {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const places = /^ {0,3}#/.test(text.slice(line, line + 4)) ? [at, Math.max(0, line - 1)] : [at];
  return places
    .flatMap((start) => sectionsAround(sections, { start, end: start }))
    .map(({ heading }) => (prose.blocks[heading] as Block).span);
}

/** Whether words are not finished: the last letter is theirs, and the next may make other words or a longer name of them. */
function isWordOpen({ text, vocabulary }: Report, span: Span, edited: Span, isListed: boolean): boolean {
  const at = edited.end;
  if (at <= span.start || at > span.end + longestName) return false;
  if (!isListed) return at <= span.end;
  const goesOn = at <= span.end && !isIdeograph(text, at - 1) && !contains(edited, span);
  return goesOn || beginsLongerName(text, span, Math.max(at, span.end), vocabulary);
}

/** A name reaches no further beyond a part of it, in UTF-16 units. */
const longestName = 80;

/** Whether what stands before a place, from some word at or before a span, begins a right name with the span in it. */
function beginsLongerName(text: string, span: Span, at: number, vocabulary: Vocabulary): boolean {
  const from = Math.max(0, span.start - longestName);
  const ahead = text.slice(from, span.start);
  for (let start = span.start; start >= from; start--) {
    if (/[\r\n.。；;]/.test(ahead[start - from] ?? '')) return false;
    const isStart = start === 0 || isIdeograph(text, start) || !/[\p{L}\p{N}]/u.test(text[start - 1] as string);
    if (isStart && beginsRightForm(vocabulary, text.slice(start, at))) return true;
  }
  return false;
}

function readWriting(report: Report, at: number): Writing {
  const { prose, text } = report;
  const { blocks } = prose;
  let index = lastStartingBy(blocks, ({ span }) => span.start, at);
  // At the beginning of a block the end of what is before it was typed.
  if (blocks[index]?.span.start === at) index--;
  const block = blocks[index];
  const heads = headsOf(report, at);
  const nothing = { open: undefined, quoted: undefined, before: undefined, heads };
  if (block === undefined) return { ...nothing, passage: { start: at, end: at } };
  const { span } = block;
  const isBehind = at > span.end && /[\r\n]/.test(text.slice(span.end, at));
  const passage = { start: passageStart(prose, index), end: Math.max(at, span.end) };
  const writing = { ...nothing, passage };
  const table = tableAt(prose, span);
  if (table !== undefined) {
    const row = rowWith(table, index) ?? [index];
    const cells = row.map((cell) => (blocks[cell] as Block).span);
    const open = { start: (cells[0] ?? span).start, end: (cells.at(-1) ?? span).end };
    return { ...writing, open: isBehind ? undefined : open, before: table.span };
  }
  const sentences = sentencesIn(block).map((sentence) => toSource(block, sentence));
  const current = lastStartingBy(sentences, ({ start }) => start, at - 1);
  const sentence = sentences[current] ?? span;
  const before = { start: (sentences[current - 1] ?? sentence).start, end: sentence.end };
  if (isBehind) return { ...writing, before };
  // A definition that is not one yet, of a footnote or an address that any sentence may have.
  if (block.text.startsWith('[')) return { ...writing, open: span, before: { start: 0, end: at } };
  const above = prose.tables.find(({ legend }) => legend === index)?.span;
  const opening = openQuotationIn(text.slice(span.start, at));
  const quoted =
    block.footnote !== undefined ? span : opening === undefined ? undefined : { start: span.start + opening, end: at };
  const isOpenSentence = block.kind === 'heading' || !isFinished(text, sentence, at);
  return { ...writing, open: isOpenSentence ? sentence : undefined, quoted, before: above ?? before };
}

/** How a paragraph is numbered that goes on with a list of paragraphs. */
const numbered =
  /^\s*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．是要]|第[一二三四五六七八九十]|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)\b|①)/;

/** A picture between the parts of a list, or one that is being written. */
const picture = /^(?:!\[|\uFFFC\s*$)/;

/** A mark behind a list that may become its next item, or a picture. */
const mark = /^(?:!|[-+*]|\d{1,2}[.)]?)$/;

const goesOn = [numbered, picture, mark];

/** Where what belongs to a block begins: the block that introduces the list, or the numbered paragraphs, with it. */
function passageStart({ blocks, lists }: Prose, index: number): number {
  let first = index;
  // From the last list up, and from the outer ones in: a list comes behind those inside it.
  let behind = lists.length;
  while (first > 0) {
    while (behind > 0 && beginningOf(lists[behind - 1]) > first) behind--;
    const list = lists[behind - 1];
    const isInList = list !== undefined && first < (list.items.at(-1)?.end ?? 0);
    if (!isInList && !goesOn.some((each) => each.test(blocks[first]?.text ?? ''))) break;
    first = (isInList ? beginningOf(list) : first) - 1;
  }
  return blocks[first]?.span.start ?? 0;
}

function beginningOf(list: List | undefined): number {
  return list?.items[0]?.first ?? 0;
}

/** Whether a sentence has its end. A full stop right behind a digit may be a point, and one behind a capital an initial's. */
function isFinished(text: string, { start, end }: Span, at: number): boolean {
  const written = text.slice(start, end);
  if (at < end || !/[.!?。！？；…]["'”’»」』）)\]*_]{0,4}$/.test(written)) return false;
  return at > end || !/(?:\d|\b\p{L})\.$/u.test(written);
}
