import { tokenize } from '../language/tokens.js';

/**
 * What may stand between a metric and its quantity, so that the one is said of the other: verbs of being, reaching and
 * changing, function words, hedges. Any other word may be another subject, and then nothing is bound.
 */
const english = new Set(
  `was were is are be been being has have had having it its itself that which this the a an at to in on of by for from and as with than into about
  stood stands stand standing numbered numbers reached reach reaches reaching exceeded exceed exceeds exceeding topped top tops passed pass passes surpassed surpasses surpass
  hit hits came come comes coming totalled totaled totals total amounted amounts amounting crossed crosses climbed climbs climbing rose rise rises risen rising
  grew grow grows grown growing increased increases increase increasing fell fall falls fallen falling dropped drops declined declines declining slipped
  expanded expands jumped jumps went gone goes up down recorded registered posted reported set equalled equaled remained remains averaged made worked valued worth
  put estimated broke broken through under over above below more less fewer least most nearly almost about around roughly approximately some only just well
  already also still now then first time again once even further exactly up short mark level threshold figure line total value record high new
  year years end start beginning month quarter half day late early mid period full whole annual annually last previous prior same earlier later
  all together overall nationwide national nationally country 's s respectively while compared against versus between during over within per_year
  trillion billion million thousand yuan renminbi rmb cny dollars dollar euros euro pounds usd gbp eur percent per cent point points percentage`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const han =
  /(?:为|是|达到|达|突破|超过|超|过|约|近|将近|接近|不足|不到|低于|高于|大约|左右|以上|以下|升至|增至|增长到|增加到|提高到|上升到|下降到|降至|降到|攀升至|跃升至|扩大到|至|到|由|从|首次|再次|已经|已|实现|完成|共|总计|合计|总量|总额|规模|大关|关口|年|月|日|底|末|初|全年|当年|去年|今年|上年|同比|比|增长|的|在|仅|仅为|其中|和|与|则|分别|正好|恰好|恰|刚好|就|也|仍|均|都|了|累计|目前|现在|最新|约为|大致|逼近|迈过|迈上|跨过|站上|登上|创|新高|历史|元|亿|万|水平|台阶|位居|居|水|平|于)/g;

/** Whether a stretch between a metric and its quantity only links them; numbers and dates in it are cut out before. */
export function isLink(text: string): boolean {
  if (/[;；。!?！？]|\.\s/.test(text)) return false;
  if (/\p{Script=Han}/u.test(text)) return !/[\p{L}]/u.test(text.replace(han, '').replace(/\p{N}/gu, ''));
  return tokenize(text).folded.every((token) => english.has(token) || !/\p{L}/u.test(token));
}

/** A change, a share or a part is told of the metric, and not its value: "grew by", 同比增长. */
export const changeLink =
  /\b(?:by|growth|growing\s+at)\s*$|\b(?:up|down)\s*$|同比|比上年|增长$|下降$|增速|增幅|降幅|提高$|上升$|增加$|减少$/i;
