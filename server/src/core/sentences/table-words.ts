/** What the words over a column, or in a cell, say of a table's layout. */
interface TableWords {
  /** Over what is told beside a figure: its source, a note, the day of publication, a number of the row. */
  readonly beside: string;
  /** Over where a figure comes from. */
  readonly source: string;
  readonly period: string;
  readonly unit: string;
  readonly place: string;
  /** Over what a row's metric belongs to, and is no part of. */
  readonly theme: string;
  /** Over the value itself. */
  readonly value: string;
  /** The whole, in a cell of places or parts. */
  readonly whole: string;
  /** Beside a period, which stays what it is. */
  readonly besidePeriod: string;
  /** Beside a metric's name, which stays what it is. */
  readonly besideMetric: string;
}

const english: TableWords = {
  beside:
    'notes?|remarks?|comments?|links?|urls?|published|released?|(?:release|publication)\\s+date|date\\s+of\\s+(?:release|publication)|(?:last\\s+)?updated?|retrieved|accessed|no\\.?|#|id|codes?',
  source: '(?:data\\s+)?sources?|references?|citations?|publishers?|published\\s+by|source\\s+of\\s+data',
  period:
    '(?:reference\\s+|reporting\\s+|time\\s+)?periods?|(?:(?:fiscal|financial|calendar)\\s+)?years?|dates?|time|as\\s+of|quarters?|months?|winters?|seasons?',
  unit: 'units?(?:\\s+of\\s+measure(?:ment)?)?',
  place:
    'countr(?:y|ies)|regions?|areas?|provinces?|states?|places?|locations?|territor(?:y|ies)|nations?|geograph(?:y|ies)|econom(?:y|ies)',
  theme: 'categor(?:y|ies)|themes?|topics?|domains?|pillars?|dimensions?|groups?|headings?|fields?',
  value:
    '(?:(?:actual|final|audited|confirmed|latest|reported|recorded|observed|measured|achieved|total|headline|annual|full[- ]year)(?:\\s+|$))*(?:values?|figures?|amounts?|numbers?|outturns?|outcomes?|results?|levels?|readings?|scores?|data)?',
  whole: 'national(?:\\s+total)?|nationwide|(?:the\\s+)?whole\\s+country|country\\s+total',
  besidePeriod: 'as|of|at|the|in|end|ending|year|fiscal|financial|calendar|winter|summer',
  besideMetric: 'total|overall|national|of|in|the|year|number|count|no',
};

const chinese: TableWords = {
  beside: '备注|注释?|说明|链接|(?:发布|公布|更新|查阅|访问)(?:日期|时间)?|序号|编号|代码',
  source: '(?:数据|资料)?(?:来源|出处)(?:单位|机构)?|(?:发布|公布)(?:单位|机构|部门)',
  period: '(?:统计|报告)?(?:年份|年度|时期|时间|期间|日期|季度|月份|时点)|年|截至|截止',
  unit: '(?:计量)?单位',
  place: '国家(?:和地区|或地区|／地区|/地区)?|地区|区域|省份|省市|城市|地方|国别|范围',
  theme: '类别|分类|领域|维度|方面|板块|类型|一级指标',
  value:
    '(?:实际|最终|核定|最新|指标|统计|完成|全年|年度)*(?:数值|值|数据|数额|金额|数量|数|情况|水平|规模|总量|结果)?',
  whole: '全国(?:合计|总计)?',
  besidePeriod: '截至|截止|全年|年度|年末|年底|末|底|第',
  besideMetric: '全部|全国|年|总计|合计|数量|个数',
};

const languages = [english, chinese];

const whole = (words: keyof TableWords) =>
  new RegExp(`^(?:${languages.map((language) => language[words]).join('|')})$`, 'iu');

const apart = (words: keyof TableWords, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${english[words]})(?![\\p{L}\\p{N}])|${chinese[words]}`, flags);

/** Heads of columns, by all their words. */
export const heads = {
  beside: whole('beside'),
  source: whole('source'),
  period: whole('period'),
  unit: whole('unit'),
  place: whole('place'),
  theme: whole('theme'),
  value: whole('value'),
} as const;

const wholeLabel = whole('whole');
const periodWords = apart('besidePeriod', 'giu');
const metricWords = apart('besideMetric', 'giu');

export const isWholeLabel = (label: string) => wholeLabel.test(label);
export const withoutPeriodWords = (text: string) => text.replace(periodWords, ' ');
export const withoutMetricWords = (text: string) => text.replace(metricWords, ' ');
