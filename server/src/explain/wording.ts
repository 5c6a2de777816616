import { type Days, type Form, type Locale, type Severity, shownDays, shownPeriod } from '../core/index.js';

/** What the explanation of a place of a report says in its own words. */
export interface ExplainWording {
  readonly locale: Locale;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly checkedAgainst: string;
  /** Between parts of one name: of a source, of what a number is about. */
  readonly comma: string;
  /** Parts of one line. */
  join(parts: readonly string[]): string;
  inBrackets(text: string): string;
  readonly settings: Readonly<
    Record<'packs' | 'config' | 'date' | 'language' | 'region' | 'report' | 'tasks' | 'rules', string>
  >;
  readonly origins: Readonly<Record<'frontMatter' | 'today' | 'detected' | 'pack' | 'reportType', string>>;
  readonly none: string;
  readonly noPacks: string;
  readonly shippedPacks: string;
  /** A language that no pack in force speaks. */
  noSuchLanguage(language: string, spoken: readonly string[]): string;
  unknown(id: string): string;
  override(config: string): string;
  readonly otherList: string;
  readonly read: string;
  readonly nothingRead: string;
  readonly noProse: string;
  readonly roles: Readonly<Record<Form['role'], string>>;
  readonly inflected: string;
  readonly quoted: string;
  readonly inCitation: string;
  readAs(value: string): string;
  /** Of a period as packs write it, the days; those without a year or of a fiscal year have none for certain. */
  period(read: { readonly period: string; readonly fiscal: boolean }, days: Days | undefined): string;
  readonly unreadable: Readonly<Record<'no-such-date' | 'too-long', (digits: number) => string>>;
  readonly bound: Readonly<Record<'holds' | 'wrong' | 'stale' | 'unknown' | 'undated', (record: string) => string>>;
  /** Of a number that may be said of something else. */
  readonly likely: string;
  leftUnbound(reason: string): string;
  readonly passedOver: string;
  notNear(words: readonly string[]): string;
  readonly otherCapitals: string;
  inForce(from: string | undefined, to: string | undefined): string;
  notInForce(from: string | undefined, to: string | undefined): string;
  instead(words: string): string;
  readonly otherForms: string;
  readonly exceptions: string;
  /** Above a list of entries that the same words stand for. */
  several(entries: number): string;
  readonly packRows: Readonly<
    Record<'version' | 'languages' | 'region' | 'factsAsOf' | 'dependencies' | 'entries', string>
  >;
  packOrder(place: number): string;
  readonly restsOnIt: string;
  resting(records: number, entries: number): string;
  shieldedBy(words: string, entry: string): string;
  shieldedByException(words: string | undefined): string;
  readonly found: string;
  readonly nothingFound: string;
  readonly basis: string;
  readonly entry: string;
  readonly fix: string;
  readonly fixByHand: string;
  readonly heldBack: string;
  byComment(place: string, comment: string): string;
  byLevel(config: string): string;
  readonly unread: string;
  inFile(findings: number): string;
  noLine(line: number, lines: number): string;
}

const english: ExplainWording = {
  locale: 'en',
  severity: { error: 'error', warning: 'warning', information: 'information' },
  checkedAgainst: 'Checked against',
  comma: ', ',
  join: (parts) => parts.join('; '),
  inBrackets: (text) => ` (${text})`,
  settings: {
    packs: 'packs',
    config: 'config',
    date: 'date',
    language: 'language',
    region: 'region',
    report: 'report type',
    tasks: 'task list',
    rules: 'rules',
  },
  origins: {
    frontMatter: 'front matter',
    today: 'today, since none is given',
    detected: 'detected',
    pack: 'from the first pack',
    reportType: 'from the report type',
  },
  none: 'none',
  noPacks: 'none, so nothing is found',
  shippedPacks: 'none, so a pack that ships is used',
  noSuchLanguage: (language, spoken) =>
    `No pack in force has the language “${language}” (they have ${spoken.join(', ')}), so no entry is looked for.`,
  unknown: (id) => `${id}, which no pack in force has`,
  override: (config) => `${config}, overrides`,
  otherList: 'if the report is about the body or the event behind another list, that list is used instead',
  read: 'Read here',
  nothingRead: 'No form of an entry, no number and no date.',
  noProse: 'Not prose: code, HTML, front matter, addresses and blank lines are not read for words.',
  roles: {
    preferred: 'preferred form',
    admitted: 'admitted form',
    deprecated: 'deprecated form',
    hidden: 'hidden form',
  },
  inflected: 'inflected',
  quoted: 'quoted, so the rules about words leave it alone',
  inCitation: 'part of a source, so it is not judged',
  readAs: (value) => `read as ${value}`,
  period: ({ period, fiscal }, days) => {
    if (fiscal) return `read as fiscal year ${period}`;
    if (days !== undefined) return `read as ${shownDays(days.first, days.last, 'en')}`;
    if (period.startsWith('---')) return `read as day ${period.slice(3)}, without a month`;
    return period.startsWith('-') ? `read as ${yearless(period, 'en')}, without a year` : `read as ${period}`;
  },
  unreadable: {
    'no-such-date': () => 'not read: there is no such date',
    'too-long': (digits) => `not read: ${digits} digits are too many`,
  },
  bound: {
    holds: (record) => `agrees with the record: ${record}`,
    wrong: (record) => `contradicts the record: ${record}`,
    stale: (record) => `agrees with the record for its period, which is not the latest: ${record}`,
    unknown: () => 'no record to compare it with',
    undated: () => 'no period, so no record to compare it with',
  },
  likely: 'likely, but not certain',
  leftUnbound: (reason) => `no value read: ${reason}`,
  passedOver: 'Nearly recognized',
  notNear: (words) => `counts only with one of these in its sentence: ${words.join(', ')}`,
  otherCapitals: 'counts only with the form’s own capitals',
  inForce: (from, to) =>
    `in force ${[from && `from ${shownPeriod(from, 'en')}`, to && `to ${shownPeriod(to, 'en')}`].filter(Boolean).join(' ')}`,
  notInForce: (from, to) => `${english.inForce(from, to)}, not at the time of the statement`,
  instead: (words) => `write “${words}” instead`,
  otherForms: 'Other forms, and forms that count only on a condition',
  exceptions: 'Exceptions: words in which these forms are left alone',
  several: (entries) => `${entries} entries are called this; name one of them:`,
  packRows: {
    version: 'version',
    languages: 'languages',
    region: 'region',
    factsAsOf: 'facts as of',
    dependencies: 'depends on',
    entries: 'entries',
  },
  packOrder: (place) => `number ${place} of the packs in force; where two claim a form, the first has its say`,
  restsOnIt: 'rests on it',
  resting: (records, entries) =>
    `${records} ${records === 1 ? 'record' : 'records'}, ${entries} ${entries === 1 ? 'entry' : 'entries'}`,
  shieldedBy: (words, entry) => `part of the longer “${words}” (${entry})`,
  shieldedByException: (words) =>
    words === undefined ? 'kept out by an exception of a pack' : `part of the exception “${words}”`,
  found: 'Found here',
  nothingFound: 'Nothing.',
  basis: 'basis: ',
  entry: 'entry: ',
  fix: 'fix: ',
  fixByHand: 'by hand only',
  heldBack: 'Hidden here',
  byComment: (place, comment) => `by the comment at ${place}: ${comment}`,
  byLevel: (config) => `the rule is off in ${config}`,
  unread: 'Parts not read',
  inFile: (findings) =>
    findings === 0 ? 'Nothing in the whole file.' : `${findings} in the whole file; “plumbline check” lists them.`,
  noLine: (line, lines) => `There is no line ${line}; the file has ${lines}.`,
};

const chinese: ExplainWording = {
  locale: 'zh',
  severity: { error: '错误', warning: '警告', information: '提示' },
  checkedAgainst: '核对依据',
  comma: '，',
  join: (parts) => parts.join('；'),
  inBrackets: (text) => `（${text}）`,
  settings: {
    packs: '词库',
    config: '配置',
    date: '日期',
    language: '语言',
    region: '地区',
    report: '报告类型',
    tasks: '任务清单',
    rules: '规则',
  },
  origins: {
    frontMatter: '文首元数据',
    today: '未注明，取今天',
    detected: '自动识别',
    pack: '取自第一个词库',
    reportType: '取自报告类型',
  },
  none: '无',
  noPacks: '无，因此查不出问题',
  shippedPacks: '无，使用随附的词库',
  noSuchLanguage: (language, spoken) => `现用词库没有语言“${language}”（有${spoken.join('、')}），因此不查找词条。`,
  unknown: (id) => `${id}，现用词库中没有`,
  override: (config) => `${config}的overrides`,
  otherList: '报告若围绕另一清单的机构或会议，则以该清单为准',
  read: '此处读到',
  nothingRead: '没有词条的写法，也没有数字和日期。',
  noProse: '不是正文：代码、HTML、文首元数据、网址和空行不查找词语。',
  roles: { preferred: '首选写法', admitted: '可用写法', deprecated: '不宜写法', hidden: '隐含写法' },
  inflected: '有词形变化',
  quoted: '在引文中，词语规则不查',
  inCitation: '属来源说明，不作判断',
  readAs: (value) => `读作${value}`,
  period: ({ period, fiscal }, days) => {
    if (fiscal) return `读作${period}财年`;
    if (days !== undefined) return `读作${shownDays(days.first, days.last, 'zh')}`;
    if (period.startsWith('---')) return `读作${period.slice(3)}日，没有月份`;
    return period.startsWith('-') ? `读作${yearless(period, 'zh')}，没有年份` : `读作${period}`;
  },
  unreadable: {
    'no-such-date': () => '未读取：此日期不存在',
    'too-long': (digits) => `未读取：长达${digits}位，过长`,
  },
  bound: {
    holds: (record) => `与记录相符：${record}`,
    wrong: (record) => `与记录不符：${record}`,
    stale: (record) => `与所属时期的记录相符，但不是最新：${record}`,
    unknown: () => '没有可供对照的记录',
    undated: () => '没有时期，无从对照记录',
  },
  likely: '可能，但不确定',
  leftUnbound: (reason) => `未读到数值：${reason}`,
  passedOver: '接近但未认定',
  notNear: (words) => `同一句中有以下词语之一时才算：${words.join('、')}`,
  otherCapitals: '大小写与写法一致时才算',
  inForce: (from, to) =>
    `${[from && `自${shownPeriod(from, 'zh')}起`, to && `至${shownPeriod(to, 'zh')}止`].filter(Boolean).join('')}有效`,
  notInForce: (from, to) => `${chinese.inForce(from, to)}，所述时间不在其内`,
  instead: (words) => `应写作“${words}”`,
  otherForms: '其他写法，以及有条件的写法',
  exceptions: '例外：出现在这些词语中的，不查',
  several: (entries) => `${entries}个词条都有此写法，请写其中之一：`,
  packRows: {
    version: '版本',
    languages: '语言',
    region: '地区',
    factsAsOf: '事实截至',
    dependencies: '依赖',
    entries: '词条',
  },
  packOrder: (place) => `现用词库中排第${place}；两个词库有同一写法时，以在前者为准`,
  restsOnIt: '以此为据',
  resting: (records, entries) => `${records}条记录，${entries}个词条`,
  shieldedBy: (words, entry) => `属于更长的“${words}”（${entry}）`,
  shieldedByException: (words) => (words === undefined ? '属于词库所列的例外' : `属于例外“${words}”`),
  found: '此处问题',
  nothingFound: '没有。',
  basis: '依据：',
  entry: '词条：',
  fix: '修正：',
  fixByHand: '须人工确认',
  heldBack: '未显示的问题',
  byComment: (place, comment) => `依据${place}处的注释：${comment}`,
  byLevel: (config) => `${config}关闭了这条规则`,
  unread: '未读取的部分',
  inFile: (findings) =>
    findings === 0 ? '整个文件没有问题。' : `整个文件有${findings}处问题，可运行“plumbline check”列出。`,
  noLine: (line, lines) => `没有第${line}行；文件共${lines}行。`,
};

/** `--09-25` as "25 September", `--01/--06` as "January to June". */
function yearless(period: string, locale: Locale): string {
  const [first = '', last = first] = period.split('/');
  return shownDays(first, last, locale);
}

export function explainWording(locale: Locale): ExplainWording {
  return locale === 'zh' ? chinese : english;
}
