import { foldedTokens } from '../language/tokens.js';
import type { Span } from '../text/span.js';

/** Words that may stand right before a metric without making another of it. */
const beforeMetric = new Set(
  `the a an its their our his this that these those whose of in to from with by for and or but as at on if when while so because since although though where than
  total overall national nationwide annual whole aggregate entire combined reported recorded latest newest recent current present all full year gross 's s country's
  only also meanwhile moreover however thus then now still yet such
  was were is are be been has have had reached exceeded topped passed said says say shows show showed put puts saw see sees seen brought lifted raised pushed took made make
  yuan renminbi rmb cny dollars euros trillion billion million percent cent`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const hanBefore =
  /(?:^|[，。；：、（）“”《》\s\d]|全境|全域|全部|全国|我国|中国|国内|国家|全年|当年|去年|今年|上年|其中|期间|的|使|让|推动|促进|提高|实现|完成|而|但|且|和|与|及|是|为|在|从|由|较|比|占|显示|表明|接待|迎来|录得|(?:^|全国|我国|[，。；\s\d年末底])[共拥设]有|公布|指出|看|均|约|元|一年|年度|全年|全口径)$/;

/** What may stand right before a date that stands right before a metric, beside the words above. */
const hanBeforeDate = /(?:[到至于自达以其据按早也则并又仅共称说了]|统计|测算|核算|数据|公报|报道|介绍)$/;

/** Who stands before the date: 广东2022年, 广东在2022年，. Dates and numbers are noughts here. */
const holderOfDate = /(?<!\p{Script=Han})(\p{Script=Han}+?)(?:[在于]0+，|(?<!在)在?0+的?(?:全年|全部)?)$/u;

/** "Among immigrants, the …", "For women, …", 移民中，…: a part. */
const ofGroup =
  /(?:^|[,;:]\s*|\b(?:and|but|while)\s+)(?:among(?:st)?|for)\s+(?!(?:the\s+)?(?:whole\s+)?(?:country|nation|economy|record|example|comparison|reference|context|other|all|many|some|this|that|these|its)\b)(?![^,;:]*(?:\d|\b(?:years?|quarters?|months?|time|instance|now|once|decades?|periods?)\b))[a-z][^,;:]*,\s+(?:the\s+|an?\s+)?$|(?:群体|人群|人口|人员|[者民工生女男]|企业|行业|家庭)(?:中|里|当中|之中|而言|来说)，$/i;

/** Who may have a metric as a whole: nobody named, the country, a date. */
const ownHolder =
  /^\s*(?:(?:in|by|during|for|at|as\s+of)\b[\s\d/-]*)?(?:(?:the\s+)?(?:whole\s+)?(?:country|nation|economy|it|we|year|quarter|month|[12]\d{3}))?\s*$/i;

/**
 * Whether a metric's words are the whole subject: "high-tech …", 高技术…, "… per worker" and "… of
 * small firms" are others. Region names are cut out before (see regions.ts).
 */
export function isWholeSubject(text: string, at: Span, sentence: Span): boolean {
  return isWholeBehind(text.slice(at.end, sentence.end)) && isWholeBefore(text.slice(sentence.start, at.start));
}

/** Whether what stands behind a metric makes no other of it: "… gap", "… of small firms". */
export function isWholeBehind(after: string): boolean {
  if (/^\s*(?:per\b|growth\b|growth\s+rate|rate\b|target|index|statistics\b|data\b|tax\b|share\b)/i.test(after))
    return false;
  if (/^(?:增速|增长率|占|比重|指数|税|率|结构|总量中|中的?(?!，))/.test(after)) return false;
  // "of the equipment makers", "from services": a part; "of 40 trillion yuan" is its value.
  if (
    /^\s+(?:of|from|among|in)\s+(?!the\s+\d)[a-z]/.test(after) &&
    !/^\s+(?:of|from|in)\s+(?:the\s+)?(?:about|around|nearly|over|more|less|some|almost|roughly|up|at|just|only|year|first|second|third|fourth|whole|country|nation|past|last|previous|same|end|a\s+record|half|quarter)\b/i.test(
      after,
    )
  ) {
    return false;
  }
  return true;
}

function isWholeBefore(before: string): boolean {
  if (isPartBefore(before)) return false;
  if (/\p{Script=Han}\s*$/u.test(before)) return isWholeBeforeHan(before);
  return isWholeBeforeLatin(before);
}

/** Whether what stands right before a Chinese metric leaves it what it is. */
export function isWholeBeforeHan(before: string): boolean {
  return hanBefore.test(before) || hanBefore.test(before.trimEnd());
}

/** Whether what stands before a metric makes a part of it. */
export function isPartBefore(before: string): boolean {
  if (/(?:人均|户均|平均|年均|日均|月均)$/.test(before)) return true;
  if (ofGroup.test(before)) return true;
  // 交通运输业的…: a part.
  if (/(?:业|部门|领域|企业|公司|集团|园区|环节|居民|家庭|行业)的\s*$/.test(before)) return true;
  const dated = holderOfDate.exec(before.slice(-40))?.[1];
  return dated !== undefined && !hanBefore.test(dated) && !hanBeforeDate.test(dated);
}

function isWholeBeforeLatin(before: string): boolean {
  // "Small firms had an …": whose it is, no table knows.
  const holder =
    /(?:^|[,;:(（—–]\s*|\b(?:and|but|while|whereas|that)\s+)([^,;:()（）—–]*?)\s+(?:had|has|have|recorded|posted|generated|reported|achieved|produced|boasted?s?|pays?|paid|fac(?:es?|ed)|charges?|enjoy(?:s|ed)?|with)\s+(?:an?\s+|the\s+)?(?:total\s+|combined\s+)?$/i.exec(
      before,
    )?.[1];
  if (holder !== undefined && !ownHolder.test(holder)) return false;
  const last = /(?<![\p{L}\p{N}'’.-])([\p{L}\p{N}'’.-]+)\s*$/u.exec(before)?.[1];
  if (last === undefined || before.trim() === '') return true;
  if (/[,;:(—–"“]\s*$/.test(before)) return true;
  const word = foldedTokens(last).at(-1) ?? '';
  return (
    beforeMetric.has(word) ||
    beforeMetric.has(last.toLowerCase()) ||
    /^\d+$/.test(word) ||
    (/ly$/.test(word) && !/^(?:month|quarter|week|dai|hour)/.test(word))
  );
}
