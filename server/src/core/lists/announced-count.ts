import { englishNumeral, hanNumeral, mayNumber, smallNumber } from '../language/numerals.js';
import { sentenceLanguage } from '../language/sentence-language.js';
import { foldedTokens } from '../language/tokens.js';
import { alternationOf, plainPhrases, readWords, says } from '../language/words/words.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import { tokensIn } from '../markdown/block-words.js';
import type { BlockContent } from '../markdown/blocks.js';
import type { ListBelow, Surroundings } from '../sentences/surroundings.js';
import { lowerBound } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';

/** A number that announces a list ("four key tasks were set: …") and the number of items in that list. */
export interface AnnouncedCount {
  /** Place of the number in the block's text. */
  readonly at: Span;
  /** Where the words that it counts end: "four key tasks", 五项. */
  readonly end: number;
  readonly announced: number;
  readonly listed: number;
}

/** Nouns that sum a list up. Others ("four teams took part: …") count something else as often. */
const listNouns = alternationOf('en', 'listNouns');
/** What parts a number from a noun that it does not count: "three ministries took steps", "three fronts and five goals". */
const noQualifier = `(?:${englishNumeral}|of|on|in|at|for|to|with|by|from|[\\p{L}-]*[^\\Wsuoi]s)`;
/** "Phase 2 actions": the number is a name's. */
const labels = alternationOf('en', 'numberedNames');
/** "Two year goals", "on 5 May actions": what is counted is not the noun. */
const notCounted = `(?:${alternationOf('en', 'countedInstead')})`;
/** In small letters: with those of both sizes V8 takes as long to compile it as to read a short report. */
const englishCount = new RegExp(
  `(?<![\\p{L}\\p{N}.,#$£€¥/–—-]|\\b(?:${englishNumeral}\\s(?:or|to)|least|most|some|about|around|nearly|over|than|up\\sto|(?:${englishNumeral}|one|some|any|each|half|part|first|last|most|best|second|third|\\w+th)\\sof|${labels}|(?:for|from|behind|across|to|under|on|in|with|by|at)\\s(?:the|these|its|our|their|all))\\s)(${englishNumeral})\\s+(?:(?!(?:${noQualifier}|${notCounted})\\s)[\\p{L}-]+\\s+){0,3}?(?:${listNouns})(?![\\p{L}])`,
  'gu',
);
const hanCount = new RegExp(
  `(?=${hanNumeral}\\p{Script=Han})(?<![第近约逾超过至少\\p{N}十百千万午早晚晨]|${hanNumeral}[个项]?[或至到~～—–-])(${hanNumeral})(?:大|个(?!月|季度|星期|小时|工作日|百分点)|项|件|(?<!\\d)点(?!钟|半)|条|类|种|方面)(?![^，。；：:！？]{1,8}(?:开展|分担|承担|出台|推出|采取|实施|制定|发布|签署|面临|发现|提出|反映|报告)[了过]?\\p{Script=Han}{2,9}[：:]|[^，。；：:！？（(]{1,8}(?:单位|部门|[尚仍未缺剩]|新增|经费|投资|预算|进度|时限)[^，。；：:！？]{0,6}[：:])(?=[^，。；：:！？]{0,14}[：:]|[^，。；：:！？]{0,14}。?$)`,
  'gu',
);
/** Whether words say that a list has no more than some: "including", 等. */
function isPartial(words: string, language: string): boolean {
  const own = sentenceLanguage(words, language);
  return (
    says(words, own, 'partOfList') || (own === 'zh' && /之[一二三四五六七八九十\d]|等(?:[，。；：:、]|$)/.test(words))
  );
}
const nounStarts = new Set(plainPhrases('en', 'listNouns').map((phrase) => foldedTokens(phrase)[0] ?? ''));
const isHan = (word = '') => /\p{Script=Han}/u.test(word);
/** Letters with something else, in which a noun may stand: "tasks2". */
const isMixed = (word: string) => /^[a-z].*[^a-z]/.test(word);

/** What tells by the words of a sentence whether it may have a count: what stands around one takes long to look for. */
const mayHave: ReadonlyMap<RegExp, (words: readonly string[]) => boolean> = new Map([
  [englishCount, (words) => words.some(mayNumber) && words.some((word) => nounStarts.has(word) || isMixed(word))],
  [hanCount, (words) => words.some((word, i) => mayNumber(word) && isHan(words[i + 1]))],
]);

/** The numbers of a block that announce a list, with the length of that list. Lists that say they are not complete are passed over. */
export function readAnnouncedCounts(
  block: BlockContent,
  surroundings: Surroundings,
  language: string,
): readonly AnnouncedCount[] {
  if (block.quoted || block.footnote !== undefined || block.kind === 'cell') return [];
  return sentencesIn(block).flatMap((sentence) => {
    const counts = [...countsIn(block, sentence, language)];
    const [count] = counts;
    if (count === undefined || counts.length > 1) return [];
    // "## 3 Objectives": its own number.
    if (block.kind === 'heading' && count.at.start === 0 && /^\d+\s+[A-Z]/.test(block.text)) return [];
    const listed = listedAfter(block, surroundings, sentence, count, language);
    if (listed === undefined) return [];
    // Two of thirty are samples; of options to choose from there are more.
    const sampled = count.number >= 10 && listed * 2 < count.number;
    const chosen = listed > count.number && isChosen(block.text.slice(sentence.start, count.at.start), language);
    return sampled || chosen ? [] : [{ at: count.at, end: count.end, announced: count.number, listed }];
  });
}

/** "Choose two options:", 任选两项：. */
function isChosen(words: string, language: string): boolean {
  return /[选挑任]/.test(words) || says(words, sentenceLanguage(words, language), 'chooses');
}

/** Whether the number is part of a name: "Play 3 Reflection Questions", "Sprint Three goals". */
function isOfName(before: string, number: string, language: string): boolean {
  const word = /(\p{Lu}[\p{L}\p{N}'’.-]*)\s+$/u.exec(before.slice(-60))?.[1];
  // "The 3 goals": a capital word that names no thing.
  return (
    word !== undefined &&
    !readWords(word, sentenceLanguage(word, language)).only('beforeCounts') &&
    /^[\d\p{Lu}]/u.test(number)
  );
}

/** Further than this from its announcement no item is counted, in UTF-16 units. */
const reach = 4_000;

interface Count {
  readonly at: Span;
  readonly number: number;
  /** Where the announcing words end. */
  readonly end: number;
}

/** With small letters for capitals, each at its place. */
const inSmall = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

function* countsIn(block: BlockContent, sentence: Span, language: string): Iterable<Count> {
  const { text } = block;
  const { folded, starts } = tokensIn(block);
  const words = folded.slice(
    lowerBound(starts, (start) => start, sentence.start),
    lowerBound(starts, (start) => start, sentence.end),
  );
  const stretch = text.slice(sentence.start, sentence.end);
  // What is counted after the colon belongs to the list.
  const colon = /[:：]/.exec(stretch)?.index ?? stretch.length;
  const heading = stretch.slice(0, colon);
  for (const [pattern, may] of mayHave) {
    if (!may(words)) continue;
    for (const match of (pattern === hanCount ? stretch.slice(0, colon + 1) : inSmall(heading)).matchAll(pattern)) {
      const number = smallNumber(match[1] as string);
      if (number === undefined || number < 2 || isPartial(heading, language)) continue;
      const start = sentence.start + match.index + match[0].indexOf(match[1] as string);
      const end = start + (match[1] as string).length;
      const before = text.slice(sentence.start, start);
      // "(3 points)" are marks.
      if (isOfName(before, text.slice(start, end), language) || (/[([]\s*$/.test(before) && /points?$/i.test(match[0])))
        continue;
      yield {
        at: { start, end },
        number,
        end: sentence.start + match.index + match[0].length,
      };
    }
  }
}

function listedAfter(
  block: BlockContent,
  around: Surroundings,
  sentence: Span,
  count: Count,
  language: string,
): number | undefined {
  const after = block.text.slice(count.end, sentence.end);
  const colon = /[:：]/.exec(after);
  if (colon === null)
    return wordsIn(after) > 6 ? undefined : listedWithoutColon(block, around, sentence, after, language);
  // Few words part the number from its list: "were set", "for the year".
  if (anotherList.test(after.slice(0, colon.index)) || wordsIn(after.slice(0, colon.index)) > 6) return undefined;
  const rest = after.slice(colon.index + 1);
  if (rest.trim() === '') {
    const list = block.text.slice(sentence.end).trim() === '' ? around.introduced() : undefined;
    if (list === undefined) return numberedBelow(block, around);
    const texts = list.items.map(([first]) => first?.text ?? '');
    return list.items.length < 2 ||
      goesOnTo(count.number, list) ||
      texts.some((text) => /^(?:…|\.\.\.|etc|and more|and others|等)/i.test(text.trim()))
      ? undefined
      : list.items.length;
  }
  const begin = count.end + colon.index + 1;
  const wholeRest = block.text.slice(begin, begin + reach);
  // Chinese parts the items of one list with ；, which ends a sentence elsewhere.
  const body = /^[^。！？]*；/.test(wholeRest) ? (/^[^。！？]*/.exec(wholeRest)?.[0] ?? '') : rest;
  return isPartial(body, language) ? undefined : (numberedItems(wholeRest) ?? plainItems(body, language));
}

/** Between the number and the colon: the list is of something else ("five habits but miss these four:"). */
const anotherList = new RegExp(
  `[,;，；但除]|\\b(?:but|except|yet|though|although|while|apart|these|those|${englishNumeral})\\b`,
  'i',
);

/** 四项重点任务: no more than four characters and a noun that sums a list up. */
const hanHead = new RegExp(`^(?:\\p{Script=Han}{0,4}(?:${alternationOf('zh', 'listNouns')}))?$`, 'u');

/** "Three things are planned. First, …", 要做好三件事。第一，…, and a heading over the one list of its section. */
function listedWithoutColon(
  block: BlockContent,
  around: Surroundings,
  sentence: Span,
  after: string,
  language: string,
) {
  if (block.kind === 'heading') {
    // 四项任务经费 tells of their cost.
    if (/\p{Script=Latin}/u.test(after) || !hanHead.test(after.trim())) return undefined;
    const list = around.introduced();
    if (list === undefined) return numberedBelow(block, around);
    const next = list.after();
    return next === undefined || next.kind === 'heading' ? list.items.length : undefined;
  }
  const rest = block.text.slice(sentence.end, sentence.end + reach);
  if (!/^\s*(?:first(?:ly)?,|step\s1\b|一是|第一步?[，,、：:])/i.test(rest) || isPartial(rest, language))
    return undefined;
  // The count may go on in the paragraphs below.
  return rest.length === reach || around.after()?.kind === 'paragraph' ? undefined : numberedItems(rest);
}

/** Whether a list is broken off, by a picture or a paragraph, and the lists below it make up the announced number. */
function goesOnTo(announced: number, list: ListBelow): boolean {
  let length = list.items.length;
  let read = 0;
  for (let next = list.next(); next !== undefined; next = next.list.next()) {
    if (next.between.some(({ kind }) => kind === 'heading')) return false;
    for (const { text } of next.between) read += text.length;
    if (read > reach) return false;
    length += next.list.items.length;
    if (length >= announced) return length === announced;
    for (const item of next.list.items) for (const { text } of item) read += text.length;
  }
  return false;
}

/** "(1) …", （一）… in the paragraphs below, or "### 1. …", ### （一）… in each heading right below. */
function numberedBelow(by: BlockContent, around: Surroundings): number | undefined {
  const first = around.after();
  if (first === undefined || first.quoted || first.footnote !== undefined) return undefined;
  const headings = first.kind === 'heading';
  if (headings ? first.depth <= by.depth : !/^\s*(?:[(（][1一][)）]|①|一是|第一)/.test(first.text)) return undefined;
  const texts: string[] = [];
  let read = 0;
  for (let distance = 1; ; distance++) {
    const block = around.after(distance);
    if (block === undefined) break;
    const { kind, depth, text } = block;
    if (kind === 'heading' && (!headings || depth < first.depth)) break;
    if (read > reach) return undefined;
    read += text.length;
    if (headings ? kind === 'heading' && depth === first.depth : kind === 'paragraph') texts.push(text);
  }
  if (!headings) return numberedItems(texts.join('\n'));
  return texts.length > 1 && texts.every((text, i) => smallNumber(leadingNumber.exec(text)?.[1] ?? '') === i + 1)
    ? texts.length
    : undefined;
}

const leadingNumber =
  /^\s*(?:[(（]|第|\p{L}+\s)?([一二三四五六七八九十]{1,3}|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?=[)）、:：,，步项\s]|[.．](?!\d))/iu;

function wordsIn(text: string): number {
  return (text.match(/[\p{Script=Latin}\p{N}'’-]+|\p{Script=Han}/gu) ?? []).length;
}

/** 一是…二是…, 第一步，…第二步，…, (1)…(2)…, first, … second, …: the last number of an unbroken count from one. */
function numberedItems(written: string): number | undefined {
  const text = written.replace(/[①-⑳]/g, (mark) => `(${mark.charCodeAt(0) - 0x245f})`);
  const counts = [
    /(?<![一二三四五六七八九十])([一二三四五六七八九十]+)是/g,
    /(?<!\p{L})([一二三四五六七八九十]+)要/gu,
    /第([一二三四五六七八九十]+)步?(?=[，,、：:])/g,
    /[(（]([一二三四五六七八九十]{1,2})[)）]/g,
    /(?<![\p{Script=Latin}\p{N}.][(（]?)(\d{1,2})[)）]/gu,
    /(?<![\p{L}\p{N}])\(?([a-h])\)/gu,
    /\b(?:step|stage|phase|task|priority)\s(\d{1,2})(?=[:.,])/gi,
    /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|finally|last(?:ly)?)(?:ly)?,/gi,
  ].map((pattern) => {
    const marks = [...text.matchAll(pattern)];
    const numbers = marks.map(([, mark = ''], i) =>
      /^(?:finally|last)/i.test(mark)
        ? i + 1
        : (smallNumber(mark) ??
          (ordinals.indexOf(mark.toLowerCase()) + 1 || 'abcdefgh'.indexOf(mark.toLowerCase()) + 1)),
    );
    return { at: marks[0]?.index ?? 0, numbers };
  });
  // "(1) …, (a) …, (b) …; (2) …": the count that begins first holds the others.
  const outer = counts
    .filter(({ numbers }) => numbers.length > 1 && numbers[0] === 1)
    .sort((a, b) => a.at - b.at)[0]?.numbers;
  return outer?.every((number, i) => number === i + 1) ? outer.length : undefined;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** Whether words have what a clause has and an item has not. */
function isClause(words: string, language: string): boolean {
  const own = sentenceLanguage(words, language);
  return says(words, own, 'clauseWords') || (own === 'zh' && /[的了]是/.test(words));
}

/** a, b and c; a、b、c. Undefined for what may be a clause. */
function plainItems(text: string, language: string): number | undefined {
  const body = text.trim().replace(/[.。;；]$/, '');
  if (/；/.test(body)) return /[。！？:：]/.test(body) ? undefined : body.split('；').length;
  if (/[()（）:：。.!?！？]|——|\s[–—-]\s/.test(body) || isClause(body, language)) return undefined;
  if (/、/.test(body)) {
    const items = body.split(/、|以及|(?:和|与|及)(?=[^、]*$)/).map((item) => item.trim());
    // 甲、乙和丙的专家主持: the sentence goes on behind the list.
    const goesOn = items.at(-1)?.includes('的') && !items.slice(0, -1).some((item) => item.includes('的'));
    return /[，；]/.test(body) ||
      goesOn ||
      areMixed(items, language) ||
      items.some((item) => item === '' || item.length > 16)
      ? undefined
      : items.length;
  }
  const semicolons = body.split(/;\s*(?:and\s+)?/);
  if (semicolons.length > 1) return semicolons.length;
  const commas = body.split(/,(?!\d{3}(?!\d))\s*/);
  if (commas.length < 2) return undefined;
  const last = (commas.at(-1) as string).replace(/^(?:and|or)\s+/i, '');
  // Without "and" before the last item the sentence may go on behind the list.
  const joined = /^(?:and|or)\s/i.test(commas.at(-1) as string) ? [last] : last.split(/\s+(?:and|or)\s+/i);
  if (joined.length === 1 && !/^(?:and|or)\s/i.test(commas.at(-1) as string)) return undefined;
  if (joined.length > 2) return undefined;
  const items = [...commas.slice(0, -1), ...joined];
  return areMixed(items, language) ||
    items.some((item) => wordsIn(item) === 0 || wordsIn(item) > 8 || /\band\b/.test(item))
    ? undefined
    : items.length;
}

/** "One gate" among gates: how an item begins, or ends, that counts itself. */
const countsItself = [
  new RegExp(`^(?:and\\s+)?(?:${englishNumeral}|several|\\d+)\\s`, 'i'),
  /[\d一二两三四五六七八九十][个项件名家位条种类]$/,
];

/** Whether some items begin in a way that others do not: what parts them is not all commas of the list. */
function areMixed(items: readonly string[], language: string): boolean {
  // "From 10 to 5 tonnes", "cutting costs": it adds to the one before.
  const begins = [
    (item: string) => readWords(item, language).first('addsToItem') !== undefined,
    (item: string) => /^(?:and\s+)?[\p{L}]+ing\s/iu.test(item),
  ];
  const mixed = begins.some((beginsSo) => {
    const count = items.filter(beginsSo).length;
    return count > 0 && count < items.length;
  });
  // "One gate and two lamps" are three.
  return mixed || countsItself.some((pattern) => items.some((item) => pattern.test(item)));
}
