import type { Span } from '../text/span.js';

/** Further than this from an acronym nothing explains it, in UTF-16 units. */
const reach = 160;

/** Between an expansion and the acronym behind it: "(", ", or", ", known as the", （简称. */
const toAcronym =
  /["”’」』》*_)]*\s*(?:[(（[]|[,，、]|——?|–|-)?\s*(?:(?:or|also|hereafter|hereinafter|henceforth|known\s+as|called|(?:for\s+short|abbreviated|shortened)(?:\s+(?:to|as))?|以下|下称|(?:英文)?(?:简称|缩写)(?:为|是)?)[\s,，:：]*){0,3}(?:the\s+)?["“「『《*_]*$/i;
/** Between an acronym and the expansion behind it: ": ", " - ", " (", " stands for", 即, 是指. */
const toExpansion =
  /^["”’」』》*_]*\s*(?:[(（]|[,，:：=]|——?|–|-|\]:|\|)?\s*(?:(?:stands?|(?:is\s+)?short)\s+for|means?|is|are|or|refers\s+to|i\.e\.,?)?\s*(?:the\s+|an?\s+)?["“「『《*_]*(?=\p{L})/iu;
const hanToExpansion =
  /^["”’」』》]?(?:，?(?:即|是?指(?:的是)?|代表|全称(?:为|是)?|译为)[“「『《]?\p{Script=Han}{2}|（[“「『《]?(?![见如详参下以包含原新共])\p{Script=Han}{3,20}[”」』》]?）)/u;
/** 人工智慧（, before an acronym that stands alone in its brackets. */
const hanBefore = /\p{Script=Han}{2}[”」』》]?\s*[（(]\s*["“]?$/u;

/**
 * Whether the words beside an acronym explain it, whatever they make of it: "Subject Matter Expert (SME)", "SME stands for
 * subject matter expert", 人工智慧（AI）.
 */
export function isExplainedBeside(text: string, { start, end }: Span): boolean {
  const letters = text.slice(start, end).replace(/(?<=[A-Z0-9])s$/, '');
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  if (hanBefore.test(before) && /^["”]?\s*[）)]/.test(after)) return true;
  const lead = toAcronym.exec(before);
  if (lead !== null && lead[0].trim() !== '' && isSpelt(wordsOf(before.slice(0, lead.index)).reverse(), letters, true))
    return true;
  if (hanToExpansion.test(after)) return true;
  const link = toExpansion.exec(after);
  return link !== null && link[0].trim() !== '' && isSpelt(wordsOf(after.slice(link[0].length)), letters, false);
}

/** Whether the initials of a text's first words spell an acronym: for the cell beside it. */
export function isExpansion(text: string, acronym: string): boolean {
  return isSpelt(wordsOf(text.trim()), acronym.replace(/(?<=[A-Z0-9])s$/, ''), false);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{N}]+(?:['’]s)?|[.;:!?。；！？|]/gu) ?? [];
}

const functionWords = /^(?:the|a|an|of|and|for|in|on|to|at|by|with|from|or|de|la|des|du|und|für)$/i;

/**
 * Whether the initials of words, or the second capital or part of one ("photovoltaic", PV), spell an acronym. A function
 * word may have a letter of it or none; so may the second half of "medium-sized", anywhere but at the ends.
 */
function isSpelt(words: readonly string[], acronym: string, backwards: boolean): boolean {
  const letters = [...acronym.toLowerCase().replace(/[^a-z0-9]/g, '')];
  if (letters.length < 2) return false;
  if (backwards) letters.reverse();
  let next = 0;
  let skipped = 0;
  for (const word of words) {
    if (!/^[\p{L}\p{N}]/u.test(word)) return false;
    if (word[0]?.toLowerCase() === letters[next]) {
      next++;
      skipped = 0;
      if (next === letters.length) return true;
    } else if (next === 0) return false;
    else if (!functionWords.test(word) && ++skipped > 1) return false;
  }
  return false;
}
