import { englishNumeral, hanNumeral, smallNumber } from '../language/numerals.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import type { Block, Prose } from '../markdown/blocks.js';
import type { Span } from '../text/span.js';

/** A number that announces a list ("four key tasks were set: …") and the number of items in that list. */
export interface AnnouncedCount {
  /** Index of the block. */
  readonly block: number;
  /** Place of the number in the block's text. */
  readonly at: Span;
  readonly announced: number;
  readonly listed: number;
}

/** Nouns that sum a list up. Others ("four teams took part: …") count something else as often. */
const listNouns =
  'things|tasks?|priorit(?:y|ies)|goals?|targets?|objectives?|aims?|measures?|steps?|actions?|moves?|areas?|fields?|points?|items?|issues?|questions?|problems?|challenges?|risks?|threats?|reasons?|causes?|factors?|principles?|pillars?|themes?|topics?|recommendations?|suggestions?|proposals?|conclusions?|findings?|lessons?|conditions?|requirements?|criteria|options?|stages?|phases?|projects?|programmes?|programs?|initiatives?|reforms?|policies|categories|types|kinds|parts|elements?|components?|aspects?|sectors?|chains?|trends?|changes|results|outcomes|benefits|directions?|missions?|pledges?|commitments?|functions?|duties|barriers?|obstacles?|drivers?|advantages?|opportunities|modernizations?|modernisations?|strengths?|weaknesses';
const englishCount = new RegExp(
  `(?<![\\p{L}\\p{N}.,]|\\b(?:least|most|some|about|around|nearly|over|than|up\\sto)\\s)(${englishNumeral})\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:${listNouns})(?![\\p{L}])`,
  'giu',
);
const hanCount = new RegExp(
  `(?<![第近约逾超过至少\\p{N}十百千万])(${hanNumeral})(?:大|个(?!月|季度|星期|小时|工作日|百分点)|项|件|点|条|类|种|方面)(?=[^，。；：:！？]{0,14}[：:]|[^，。；：:！？]{0,14}。?$)`,
  'gu',
);
const partial =
  /\b(?:among (?:them|others|these)|including|include[sd]?|such as|for example|e\.g\.|etc|and (?:so on|others|more)|inter alia|of (?:the|these|its|our)|notably|above all)\b|其中|之一|包括|例如|如下等|等(?:[，。；：:、]|$|方面|内容|领域)/i;

/** Numbers that announce a list of another length. Lists that say they are not complete are passed over. */
export function readAnnouncedCounts(prose: Prose): readonly AnnouncedCount[] {
  return prose.blocks.flatMap((block, index) => {
    if (block.quoted || block.footnote !== undefined || block.kind === 'cell') return [];
    return sentencesIn(block).flatMap((sentence) => {
      const counts = [...countsIn(block.text, sentence)];
      const [count] = counts;
      if (count === undefined || counts.length > 1) return [];
      const listed = listedAfter(prose, index, block, sentence, count);
      return listed === undefined ? [] : [{ block: index, at: count.at, announced: count.number, listed }];
    });
  });
}

/** Further than this from its announcement no item is counted, in UTF-16 units. */
const reach = 4_000;

interface Count {
  readonly at: Span;
  readonly number: number;
  /** Where the announcing words end. */
  readonly end: number;
}

function* countsIn(text: string, sentence: Span): Iterable<Count> {
  const stretch = text.slice(sentence.start, sentence.end);
  // What is counted after the colon belongs to the list.
  const colon = /[:：]/.exec(stretch)?.index ?? stretch.length;
  const heading = stretch.slice(0, colon);
  for (const pattern of [englishCount, hanCount]) {
    for (const match of (pattern === hanCount ? stretch.slice(0, colon + 1) : heading).matchAll(pattern)) {
      const number = smallNumber(match[1] as string);
      if (number === undefined || number < 2 || partial.test(heading)) continue;
      const start = sentence.start + match.index + match[0].indexOf(match[1] as string);
      yield {
        at: { start, end: start + (match[1] as string).length },
        number,
        end: sentence.start + match.index + match[0].length,
      };
    }
  }
}

function listedAfter(prose: Prose, index: number, block: Block, sentence: Span, count: Count): number | undefined {
  const after = block.text.slice(count.end, sentence.end);
  const colon = /[:：]/.exec(after);
  if (colon === null) return wordsIn(after) > 6 ? undefined : listedWithoutColon(prose, index, block, sentence, after);
  // Few words part the number from its list: "were set", "for the year".
  if (/[,;，；]/.test(after.slice(0, colon.index)) || wordsIn(after.slice(0, colon.index)) > 6) return undefined;
  const rest = after.slice(colon.index + 1);
  if (rest.trim() === '') {
    const list = block.text.slice(sentence.end).trim() === '' ? prose.introduced.get(index) : undefined;
    const first = list?.items[0];
    if (list === undefined || first === undefined) return undefined;
    const texts = list.items.map((item) => prose.blocks[item.first]?.text ?? '');
    return texts.some((text) => /^(?:…|\.\.\.|etc|and more|and others|等)/i.test(text.trim()))
      ? undefined
      : list.items.length;
  }
  const begin = count.end + colon.index + 1;
  const wholeRest = block.text.slice(begin, begin + reach);
  // Chinese parts the items of one list with ；, which ends a sentence elsewhere.
  const body = /^[^。！？]*；/.test(wholeRest) ? (/^[^。！？]*/.exec(wholeRest)?.[0] ?? '') : rest;
  return partial.test(body) ? undefined : (numberedItems(wholeRest) ?? plainItems(body));
}

/** "Three things are planned. First, …", 要做好三件事。第一，…, and a heading over the one list of its section. */
function listedWithoutColon(prose: Prose, index: number, block: Block, sentence: Span, after: string) {
  if (block.kind === 'heading') {
    const list = /^\p{Script=Han}{0,6}$/u.test(after.trim()) ? prose.introduced.get(index) : undefined;
    const next = prose.blocks[list?.items.at(-1)?.end ?? -1];
    return list !== undefined && (next === undefined || next.kind === 'heading') ? list.items.length : undefined;
  }
  const rest = block.text.slice(sentence.end, sentence.end + reach);
  if (!/^\s*(?:first(?:ly)?,|一是|第一[，,、])/i.test(rest) || partial.test(rest)) return undefined;
  // The count may go on in the paragraphs below.
  return rest.length === reach || prose.blocks[index + 1]?.kind === 'paragraph' ? undefined : numberedItems(rest);
}

function wordsIn(text: string): number {
  return (text.match(/[\p{Script=Latin}\p{N}'’-]+|\p{Script=Han}/gu) ?? []).length;
}

/** 一是…二是…, 第一，…第二，…, (1)…(2)…, first, … second, …: the last number of an unbroken count from one. */
function numberedItems(text: string): number | undefined {
  const counts = [
    /([一二三四五六七八九十]+)是/g,
    /第([一二三四五六七八九十]+)(?=[，,、：:])/g,
    /[(（]([\d一二三四五六七八九十]{1,2})[)）]/g,
    /(?<![\p{L}\p{N}])\(?([a-h])\)/gu,
  ].map((pattern) =>
    [...text.matchAll(pattern)].map(
      (match) => smallNumber(match[1] as string) ?? 'abcdefgh'.indexOf(match[1] as string) + 1,
    ),
  );
  const ordinals = [
    ...text.matchAll(/\b(first|second|third|fourth|fifth|sixth|seventh|eighth|finally|last(?:ly)?)(?:ly)?,/gi),
  ].map((match, i) =>
    /^(?:finally|last)/i.test(match[0])
      ? i + 1
      : ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'].indexOf(
          (match[1] as string).toLowerCase(),
        ) + 1,
  );
  for (const numbers of [...counts, ordinals]) {
    if (numbers.length > 1 && numbers.every((number, i) => number === i + 1)) return numbers.length;
  }
  return undefined;
}

/** Words that a clause has and an item has not. */
const clause =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|did|does|do|shared|took|said|won|came|went|made|got)\b|[的了]是|已经|正在|将/i;

/** a, b and c; a、b、c. Undefined for what may be a clause. */
function plainItems(text: string): number | undefined {
  const body = text.trim().replace(/[.。;；]$/, '');
  if (/；/.test(body)) return /[。！？:：]/.test(body) ? undefined : body.split('；').length;
  if (/[()（）:：。.!?！？]/.test(body) || clause.test(body)) return undefined;
  if (/、/.test(body)) {
    const items = body.split(/、|以及|(?:和|与|及)(?=[^、]*$)/).map((item) => item.trim());
    // 甲、乙和丙的专家主持: the sentence goes on behind the list.
    const goesOn = items.at(-1)?.includes('的') && !items.slice(0, -1).some((item) => item.includes('的'));
    return /[，；]/.test(body) || goesOn || items.some((item) => item === '' || item.length > 16)
      ? undefined
      : items.length;
  }
  const semicolons = body.split(/;\s*(?:and\s+)?/);
  if (semicolons.length > 1) return semicolons.length;
  const commas = body.split(/,\s*/);
  if (commas.length < 2) return undefined;
  const last = (commas.at(-1) as string).replace(/^(?:and|or)\s+/i, '');
  // Without "and" before the last item the sentence may go on behind the list.
  const joined = /^(?:and|or)\s/i.test(commas.at(-1) as string) ? [last] : last.split(/\s+(?:and|or)\s+/i);
  if (joined.length === 1 && !/^(?:and|or)\s/i.test(commas.at(-1) as string)) return undefined;
  if (joined.length > 2) return undefined;
  const items = [...commas.slice(0, -1), ...joined];
  return items.some((item) => wordsIn(item) === 0 || wordsIn(item) > 8 || /\band\b/.test(item))
    ? undefined
    : items.length;
}
