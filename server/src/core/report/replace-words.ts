import { isIdeograph } from '../language/characters.js';
import { articleFor } from '../language/english-articles.js';
import { endsNounPhrase, sentenceOpener } from '../language/english-grammar.js';
import { foldedTokens } from '../language/tokens.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import { type Block, type BlockContent, onceABlock, toSource } from '../markdown/blocks.js';
import { isLinkedHeading, linkedHeadings } from '../markdown/heading-links.js';
import { escapeProse, type Standing, standingOf } from '../markdown/shown-text.js';
import { once } from '../text/once.js';
import { lastStartingBy, startingIn } from '../text/ordered-spans.js';
import { contains, type Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import { adaptReplacement, capitalize, titleCase } from './adapt-replacement.js';
import type { BlockMention } from './block-mentions.js';
import { fitsAround } from './fits-around.js';
import { blockOf, type Mention, type Report } from './report.js';

/** What stands in place of the words of a mention, with what changes around them. */
export interface Replacement {
  /** As a reader will see it. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /**
   * Whether it touches only text that shows as itself, fits the words around it, and loses no digit. Whether it is the
   * only one is for the rule to say.
   */
  readonly fits: boolean;
}

/** The edits that put other words in place of a mention; undefined where markup stands inside it, which would be torn. */
export function replaceWords(
  report: Report,
  mention: Mention,
  replacement: { readonly text: string; readonly head?: string },
): Replacement | undefined {
  const { at, form } = mention;
  const block = blockOf(report, mention);
  const standing = standingOf(block, at, report.text);
  if (standing.as === 'torn') return undefined;
  const found = block.text.slice(at.start, at.end).replace(/\s+/g, ' ');
  const isInList = report.prose.lists.some(({ span }) => contains(span, mention.span));
  const { isSure, text } = shownReplacement(block, mention, replacement, isInList);
  const article = form.language === 'en' ? articleEdit(report, block, at, text) : 'none';
  const label = labelEdits(report, block, mention.span);
  const body = bodyEdit(report, mention, block, standing, text);
  const fits =
    isSure &&
    standing.as === 'plain' &&
    body !== undefined &&
    article !== 'unsure' &&
    label !== undefined &&
    (form.language === 'en' || form.language === 'zh') &&
    isAlone(report, mention) &&
    fitsAround(block.text, at, { found, form, text, replacement }) &&
    keepsHeading(report, block, at, text);
  return {
    text,
    edits: [
      body ?? { span: mention.span, text: escapeProse(text, placeOf(report, block, mention.span)) },
      ...(typeof article === 'string' ? [] : [article]),
      ...(label ?? []),
    ],
    fits,
  };
}

/** The words that are to stand in place of a mention, and whether it is sure how they are written there. */
export function shownReplacement(
  block: BlockContent,
  { at, form }: BlockMention,
  replacement: { readonly text: string; readonly head?: string },
  isInList = false,
): { readonly text: string; readonly isSure: boolean } {
  const found = block.text.slice(at.start, at.end).replace(/\s+/g, ' ');
  const adapted = adaptReplacement(found, form, replacement);
  const { text, isSure } =
    form.language === 'en'
      ? withHyphens(found, form.text, adapted.text, block.text.slice(at.end, at.end + 40))
      : { ...adapted, isSure: true };
  const stop = withStop(block, at, isInList, found, inContext(block, at, found, form.text, text));
  return { text: stop.text, isSure: adapted.exact && isSure && stop.isSure };
}

const hyphen = /(?<=[\p{L}\p{N}])[-\u2010\u2011](?=[\p{L}\p{N}])/gu;

/** The hyphens of words before a noun, which the form has not: "weak-link plan" of "weak-board plan". */
function withHyphens(
  found: string,
  form: string,
  text: string,
  behind: string,
): { readonly text: string; readonly isSure: boolean } {
  const hyphens = found.match(hyphen) ?? [];
  const isRespelt = foldedTokens(found).join('') === foldedTokens(text).join('');
  if (hyphens.length === (form.match(hyphen)?.length ?? 0) || isRespelt) return { text, isSure: true };
  const next = /^(?:\s+|[-\u2010\u2011])(\p{L}+)/u.exec(behind)?.[1];
  if (next === undefined || endsNounPhrase(next)) return { text, isSure: true };
  const isWhole = !/\s/.test(found) && !/[-\u2010\u2011]/.test(form) && !/[-\u2010\u2011]/.test(text);
  if (!isWhole || text.split(' ').length !== found.split(hyphen).length) return { text, isSure: false };
  return { text: text.replaceAll(' ', hyphens[0] as string), isSure: true };
}

/** Whether nothing else that the packs know stands at the same place: it may be meant. */
function isAlone(report: Report, mention: Mention): boolean {
  const { start } = mention.span;
  return startingIn(report.mentions, ({ span }) => span.start, { start, end: start + 1 }).every(
    ({ entry, block }) => entry === mention.entry || block !== mention.block,
  );
}

/** Where Markdown reads some characters as its own. */
function placeOf({ text }: Report, block: Block, { start }: Span) {
  const line = text.slice(Math.max(0, start - 200), start);
  return {
    inCell: block.kind === 'cell',
    startsLine: /(?:^|[\n\r])[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/.test(line),
  };
}

/**
 * The words themselves, with the breaks of lines that stand between them, and, in Chinese, the spaces that part Han from
 * what is no Han. Undefined where a break cannot be kept.
 */
function bodyEdit(
  report: Report,
  { span, at }: Mention,
  block: Block,
  { breaks }: Standing,
  text: string,
): TextEdit | undefined {
  const escaped = escapeProse(text, placeOf(report, block, span));
  if (breaks.length === 0) return withHanSpaces(report, block, at, { span, text: escaped });
  const words = escaped.split(' ');
  if (words.length <= breaks.length) return undefined;
  let broken = '';
  let next = 0;
  for (const [i, word] of words.entries()) {
    const due = breaks[next];
    // As many words before the break as stand there, as far as there are any left for the breaks behind it.
    const isDue = i > 0 && due !== undefined && (i >= due.words || words.length - i <= breaks.length - next);
    if (isDue) next++;
    broken += (i === 0 ? '' : isDue ? due.source : ' ') + word;
  }
  return { span, text: broken };
}

const hanSpace = /^[ \u00A0]$/;

/** Spaces between Han and other letters go where Han comes in, and come, where the paragraph has them, where it goes. */
function withHanSpaces({ text: source }: Report, block: Block, at: Span, edit: TextEdit): TextEdit {
  const shown = block.text;
  const { span, text } = edit;
  const isHan = (place: string, index: number) =>
    isIdeograph(place, index) || /[，。、；：！？（）“”《》]/.test(place[index] ?? '');
  const was = { first: isIdeograph(shown, at.start), last: isIdeograph(shown, at.end - 1) };
  const is = { first: isIdeograph(text, 0), last: isIdeograph(text, text.length - 1) };
  let [start, end, before, after] = [span.start, span.end, '', ''];
  if (is.first && !was.first && hanSpace.test(shown[at.start - 1] ?? '') && isHan(shown, at.start - 2)) {
    if (source[start - 1] === shown[at.start - 1]) start--;
  }
  if (is.last && !was.last && hanSpace.test(shown[at.end] ?? '') && isHan(shown, at.end + 1)) {
    if (source[end] === shown[at.end]) end++;
  }
  if (is.first !== was.first || is.last !== was.last) {
    if (!styleOf(block).spacesHan) return { span: { start, end }, text };
    if (was.first && !is.first && /[a-z\d]/i.test(text[0] ?? '') && isIdeograph(shown, at.start - 1)) before = ' ';
    if (was.last && !is.last && /[a-z\d]/i.test(text.at(-1) ?? '') && isIdeograph(shown, at.end)) after = ' ';
  }
  return { span: { start, end }, text: before + text + after };
}

/** How a block is written as a whole. */
interface BlockStyle {
  /** ALL ITS WORDS are, four at least. */
  readonly isAllCapitals: boolean;
  /** The Longer Words of a Heading, Three at Least. */
  readonly isTitle: boolean;
  /** A space stands wherever Han meets Latin letters or digits. */
  readonly spacesHan: boolean;
}

const styleOf = onceABlock(({ kind, text }): BlockStyle => {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return {
    isAllCapitals: text === text.toUpperCase() && (text.match(/\p{Lu}+/gu)?.length ?? 0) > 3,
    isTitle: kind === 'heading' && words.length > 2 && words.every((word) => /^\p{Lu}/u.test(word)),
    spacesHan:
      /\p{Script=Han} [a-z\d]|[a-z\d] \p{Script=Han}/iu.test(text) &&
      !/\p{Script=Han}[a-z\d]|[a-z\d]\p{Script=Han}/iu.test(text),
  };
});

/** What the words around ask for: a capital at the start of a sentence, capitals in a title, ALL CAPITALS. */
function inContext(block: BlockContent, at: Span, found: string, form: string, text: string): string {
  if (!/^\p{Lu}/u.test(found) || !/^\p{Lu}/u.test(form)) return text;
  const { isAllCapitals, isTitle } = styleOf(block);
  if (isAllCapitals) return text.toUpperCase();
  if (isTitle) return titleCase(text);
  const start = sentenceAt(block, at.start)?.start ?? 0;
  return at.start - start < 20 && !/[\p{L}\p{N}]/u.test(block.text.slice(start, at.start)) ? capitalize(text) : text;
}

/**
 * An abbreviation's stop may end the sentence too: "made in the U.S. The rest". It is kept there, and is not doubled
 * where the replacement has one of its own.
 */
function withStop(
  block: BlockContent,
  at: Span,
  isInList: boolean,
  found: string,
  text: string,
): { readonly text: string; readonly isSure: boolean } {
  const behind = block.text.slice(at.end, at.end + 24);
  const hasStop = text.endsWith('.');
  if (!found.endsWith('.'))
    return hasStop && /^[.…]/.test(behind) ? { text: text.slice(0, -1), isSure: true } : { text, isSure: true };
  if (hasStop) return { text, isSure: true };
  if (/^\s*$/.test(behind)) {
    // A heading, a cell and an item often end without one.
    const isProse = block.kind === 'paragraph' && !isInList && /\s/.test(block.text.trim());
    return block.kind === 'paragraph' ? { text: `${text}.`, isSure: isProse } : { text, isSure: false };
  }
  if (/^(?:\s+[\p{Ll}(（]|[,;:)?!\]'’，；：）？！…–—]|\s*\p{Script=Han})/u.test(behind)) return { text, isSure: true };
  const next = behind.trimStart();
  if (/^\s/.test(behind) && sentenceOpener.test(next)) return { text: `${text}.`, isSure: true };
  // "the U.S. Senate", "etc. London"
  const ends = sentenceAt(block, at.start)?.end === at.end;
  return { text: ends ? `${text}.` : text, isSure: !ends && /^\p{Ll}/u.test(found) && /^\s+\d/.test(behind) };
}

/** The article before the words, where another is due: "an old harbour" needs "a port". */
function articleEdit({ text: source }: Report, block: Block, at: Span, text: string): TextEdit | 'none' | 'unsure' {
  const lead = block.text.slice(Math.max(0, at.start - 8), at.start);
  const match = /(?:^|[^\p{L}\p{N}'’-])(an?)\s+$/iu.exec(lead);
  if (match === null) return 'none';
  const article = match[1] as string;
  const start = at.start - lead.length + match.index + match[0].indexOf(article);
  const found = block.text.slice(at.start, at.end);
  // "Annex A weak links": no article.
  const opens = /^\s*$|[.!?:;“"(]\s*$/.test(block.text.slice(Math.max(0, start - 4), start));
  if (article === 'A' && !opens && !/^\p{Lu}/u.test(found)) return 'unsure';
  const wanted = articleFor(text);
  if (wanted === undefined)
    return articleFor(found) === undefined && found.split(/\s/)[0] === text.split(/\s/)[0] ? 'none' : 'unsure';
  if (article.toLowerCase() === wanted) return 'none';
  const span = { start, end: start + article.length };
  if (standingOf(block, span, source).as !== 'plain') return 'unsure';
  const isAllCapitals = article === 'AN' || (article === 'A' && found.length > 1 && found === found.toUpperCase());
  const cased = isAllCapitals ? wanted.toUpperCase() : article[0] === 'A' ? `A${wanted.slice(1)}` : wanted;
  return { span: toSource(block, span), text: cased };
}

/** `[weak board]` is a label as well: `[weak link][weak board]`. Undefined where the label cannot be kept. */
function labelEdits({ text }: Report, block: Block, { start, end }: Span): readonly TextEdit[] | undefined {
  const origin = block.span.start;
  const label = block.labels[lastStartingBy(block.labels, (span) => span.start, start - origin)];
  if (label === undefined || origin + label.end < end) return [];
  const source = text.slice(origin + label.start, origin + label.end);
  const isCollapsed = source.endsWith('[]');
  const name = source.slice(1, isCollapsed ? -3 : -1);
  if (!source.startsWith('[') || /[\r\n]/.test(name)) return undefined;
  const at = origin + (isCollapsed ? label.end - 1 : label.end);
  return [{ span: { start: at, end: at }, text: isCollapsed ? name : `[${name}]` }];
}

const linkedOf = once(({ text }: Report) => linkedHeadings(text));

/** `{#name}` behind a heading: links lead to that, whatever its words. */
const ownName = /\{[^{}#]*#[^\s{}][^{}]*\}[ \t#]*$/;

/** Whether no link of the report leads to a heading by its words, as they are or as they become. */
function keepsHeading(report: Report, block: Block, at: Span, text: string): boolean {
  if (block.kind !== 'heading' || ownName.test(report.text.slice(block.span.start, block.span.end))) return true;
  const linked = linkedOf(report);
  const fixed = block.text.slice(0, at.start) + text + block.text.slice(at.end);
  return !isLinkedHeading(block.text, linked) && !isLinkedHeading(fixed, linked);
}
