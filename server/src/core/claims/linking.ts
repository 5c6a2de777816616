import { foldedTokens } from '../language/tokens.js';

/**
 * What may stand between a metric and its quantity, so that the one is said of the other: verbs of being, reaching and
 * changing, function words, hedges. Any other word may be another subject, and then nothing is bound.
 */
const english = new Set(
  `was were is are did do been has have had it its itself that which this the a an at to in on of by for from and as with than into about only be
  stood came rose risen grew grown fell fallen slipped went gone kept held leapt shrank shrunk sank slid crept swelled ran made put broke broken just
  through under over above below more less fewer least most almost around some well already also still now then first time again once even further
  up down out given shown short mark level threshold figure value new day late mid period full whole last previous prior same earlier later  all-time mere whopping staggering meagre
  past all together overall nationwide national country 's s while against versus
  billion million thousand yuan renminbi rmb cny dollar euro usd gbp eur percent per cent`.split(/\s+/),
);

/** Stems of verbs and nouns, without "e". */
const stems = new Set(
  `b com go stand number reach exceed top pass surpass hit totall total amount cross climb ris grow increas fall dropp drop declin expand jump
  record register post report set count stay keep hold settl averag hover soar surg leap plung tumbl edg tick eas mount advanc rebound recover touch
  near end clos finish land allow gain peak equall equal remain fix quot list calculat work valu estimat lin high year start beginn month quarter half
  compar betwe dur stretch extend span measur trillion pound point percentag hav`.split(/\s+/),
);

const han =
  /(?:为|是|达到|达|突破|超过|超|过|约|近|将近|接近|不足|不到|低于|高于|大约|左右|以上|以下|升至|增至|增长到|增加到|提高到|上升到|下降到|降至|降到|攀升至|跃升至|扩大到|至|到|由|从|首次|再次|已经|已|实现|完成|共|总计|合计|总数|总量|总额|规模|大关|关口|年|月|日|底|末|初|全年|当年|去年|今年|上年|同比|比|增长|的|在|仅|仅为|增加|减少|增产|减产|提高|上升|下降|高达|多达|未能|没有|未|不|和|与|则|分别|正好|恰好|恰|刚好|就|也|仍|仍然|依然|尚|还|均|都|了|累计|目前|现在|最新|约为|大致|逼近|迈过|迈上|跨过|站上|登上|创下|创|新高|历史|元|亿|万|水平|台阶|位居|居|水|平|于)/g;

/** Whether a stretch between a metric and its quantity only links them; numbers and dates in it are cut out before. */
export function isLink(text: string): boolean {
  // "…, of which 5 are small": a part.
  if (/[;；。!?！？]|\.\s|\bof\s+(?:which|whom|these|those|them)\b/.test(text)) return false;
  if (/\p{Script=Han}/u.test(text)) return !/[\p{L}]/u.test(text.replace(han, '').replace(/\p{N}/gu, ''));
  return foldedTokens(text).every(
    (token) =>
      english.has(token) ||
      stems.has(token.replace(/(?:e[sdn]?|s|ing)$/, '')) ||
      isAdverb(token) ||
      !/\p{L}/u.test(token),
  );
}

/** "slightly", "provisionally"; not those that name another place or stretch of time. */
function isAdverb(token: string): boolean {
  return (
    /^\p{L}{2,}ly$/u.test(token) &&
    !/^(?:glob|loc|region|provinci|dai|week|month|quarter|year|hour|fami|supp|app|rep|on|ita)/.test(token)
  );
}

/**
 * What a writer puts in between a metric and its verb: ", which the bureau publishes each month,", " — the broadest
 * measure —", "(GDP)". Words that make another figure of the metric are none.
 */
const insertion =
  /^\s*(?:(?:in|for|at|during)\s+)?(?:,\s+(?:[^,;:()（）]{1,60}\s(?:show(?:s|ed)?|says?|said|suggest(?:s|ed)?|indicate[sd]?|report(?:s|ed)?|adds?)|(?:which|whose|the|an?|one|long|once|already|still|set|kept|put|held|seen|\p{L}+(?:ed|ing)|thanks|driven|led|hit|due|despite|as)\s[^,;:()（）]{1,100}),|[—–]\s*[^—–;,]{1,100}[—–]|——[^—；]{1,60}——|\s*[(（][^()（）]{1,60}[)）])(?=\s|\p{Script=Han})/u;
const restricts =
  /\b(?:excl|exclud|includ|without|adjust|real|nominal|constant|current|per|measured|expressed|share|growth|change|seasonal|net|gross|only|and)\w*\b|不含|不包括|剔除|扣除|按|可比价|不变价|实际|名义|增速|占|其中|和|与|及/i;

/** A stretch between a metric and its quantity without what is put in between. */
export function withoutInsertion(text: string): string {
  const found = insertion.exec(text)?.[0];
  return found === undefined || /\p{N}/u.test(found) || restricts.test(found) ? text : ` ${text.slice(found.length)}`;
}

/** A change, a share or a part is told of the metric, and not its value: "grew by", 同比增长. */
export const changeLink =
  /\b(?:by|growth|growing\s+at)\s*$|\b(?:up|down)\s*$|同比|比上年|增长(?:高?达)?$|下降(?:多?达)?$|增速|增幅|降幅|提高$|上升$|增加$|减少$|增产$|减产$|[日月年人户季周]均$|平均每$/i;
