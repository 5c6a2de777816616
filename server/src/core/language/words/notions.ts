/**
 * The words of one notion. Phrases stand between bars; in one, `(a|b)` is either, `(a|)` may be left out, `*` ends a
 * stem (`forecast*`), `#` is a number in digits (＃ the mark itself), and `=` before a word keeps its case (`=may`, which is no month).
 * Letter case, width, hyphens and white space are nothing. Where phrases overlap the longest counts.
 */
export interface Words {
  readonly says: string;
  /** Longer phrases that a word stands in and means something else: 将近 of 将, "no less than" of "no". */
  readonly but?: string;
}

/**
 * What words can mean, each with a sample: the questions that readers ask of a sentence. Every table answers each; one
 * for which a language has no words is `nothing`.
 */
export interface NotionWords {
  // Whether a sentence says that something is so.

  /** It is not so: "GDP did not reach 5 trillion", 并非. */
  readonly denies: Words;
  /** Anything of it is denied, if not the whole: "no", 未. */
  readonly negates: Words;
  /** It has not come about: "yet to", 未. */
  readonly notYet: Words;
  /** It is hardly so, or a mistake: "it is unlikely that", 误以为. */
  readonly doubts: Words;
  /** It is so in a case: "if", 假如. */
  readonly supposes: Words;
  /** It may be so: "could", 或许. */
  readonly mayBe: Words;
  /** It is thought to come: "is expected to", 预计. */
  readonly expects: Words;
  /** It comes: "will", 将. */
  readonly toCome: Words;
  /** It is wanted: "aims to", 力争. */
  readonly plans: Words;
  /** It ought to be: "must", 应当. */
  readonly demands: Words;
  /** It was to be on another day, or was given up: "postponed", 原定. */
  readonly putOff: Words;
  /** Somebody says so, for whom nobody answers: "reportedly", 传言. */
  readonly hearsay: Words;
  /** What a clause has that tells of a fact: "stood", 达. */
  readonly states: Words;
  /** A clause depends on what stands before: "that". */
  readonly subordinates: Words;

  // Whether a figure is another than the one on record.

  /** It replaced another: "revised", 修订. */
  readonly revised: Words;
  /** Another has replaced it: "initially put at", 初步核算数. */
  readonly superseded: Words;
  /** Another may replace it: "provisional", 初步核算. */
  readonly provisional: Words;
  /** It is reckoned in other prices: "in real terms", 不变价. */
  readonly otherPrices: Words;
  /** It is reckoned otherwise than another: "seasonally", 名义. */
  readonly adjusted: Words;

  // Events and their days.

  /** There is no such day, or it is a slip: "a misprint", 勘误. */
  readonly mistakes: Words;
  /** Right before what is not there: "no 31 June". */
  readonly noSuch: Words;
  /** An event comes about: "took place", 成立. */
  readonly takesPlace: Words;
  /** Right behind an event, it tells of a later day: "anniversary", 灾后. */
  readonly afterEvent: Words;
  /** Another calendar: "the lunar year", 农历. */
  readonly calendars: Words;
  /** Another than the one that is meant: "a separate meeting", 其他. */
  readonly others: Words;
  /** All but this: "apart from", 除. */
  readonly excepts: Words;
  /** Before or behind another in time: "since", 之后. */
  readonly timeOrder: Words;

  /** What a target is called: "target", 预期目标. */
  readonly targetWord: Words;

  // People and their posts.

  /** A post of which a country has one: "prime minister", 总理. */
  readonly soleOffice: Words;
  /** Beside a name, out of courtesy: "Mr", 同志. */
  readonly courtesy: Words;

  // Ranks.

  /** Before a rank: "ranked", 位居. */
  readonly ranks: Words;
  /** Behind an ordinal, it makes a rank of it: "place", 位. */
  readonly rankNoun: Words;
  /** Behind an ordinal, it says by what something is ranked: "largest", 大. */
  readonly rankedBy: Words;
  /** Before what a change begins with: "from", 由. */
  readonly startsFrom: Words;
  /** Among all countries: "worldwide". */
  readonly ofWorld: Words;
  /** Within one country: "nationwide". */
  readonly ofNation: Words;

  // Lists and tasks.

  /** Nouns that sum a list up: "priorities", 任务. */
  readonly listNouns: Words;
  /** A number behind it is of its name: "Phase 2". */
  readonly numberedNames: Words;
  /** It is counted, and not the noun behind it: "two year goals". */
  readonly countedInstead: Words;
  /** A list has no more than some: "including", 其中. */
  readonly partOfList: Words;
  /** Some of a list are taken: "choose". */
  readonly chooses: Words;
  /** Before a number it names no thing, though it begins a sentence: "The 3 goals". */
  readonly beforeCounts: Words;
  /** A clause has it, and an item of a list has not: "is", 已经. */
  readonly clauseWords: Words;
  /** An item that begins with it adds to the one before: "especially". */
  readonly addsToItem: Words;

  /** It is none of them: "is not a key task", 不属于. */
  readonly deniesBelonging: Words;
  /** Another does it, with their help or under their eyes: "audited", 督查. */
  readonly assists: Words;

  // Quotations, and who is quoted.

  /** What wants a verb behind it: "everybody", "which". */
  readonly clauseSubject: Words;
  /** A noun goes on behind it: "of", "as". */
  readonly joinsNoun: Words;
  /** Whose something is: "her". */
  readonly possessive: Words;
  /** A phrase that is a clause, and no name, has it: 能, 必须. */
  readonly clauseWord: Words;

  /** A verb of saying whose subject stands beside it: "the mayor said", 指出. */
  readonly saysSo: Words;
  /** Other words of saying and writing, and of what one does in saying: "laughing", "according", 据. */
  readonly speaks: Words;
  /** Who may say it, by what they are: "the minister", 厂长. */
  readonly speaker: Words;
  /** Somebody, by a pronoun: "she", 他. */
  readonly someone: Words;
  /** What quoted words are or are used for, where nobody says them: "the motto", 题为. */
  readonly wordsAre: Words;
  /** What stands in a text is given as its words: "the passage", 载. */
  readonly givesWords: Words;
  /** A name behind it is that of a place or a time: "in Porto", "until May". */
  readonly whereOrWhen: Words;
  /** A month or a day of the week by name: "May". */
  readonly namedDay: Words;
  /** Before what has no name: "an editor", 一位. */
  readonly unnamed: Words;
  /** What stands behind it does not speak, but is spoken to or of: "told", 谈到. */
  readonly spokenOf: Words;
  /** A sentence goes on with a text that was named before: "it", 文中. */
  readonly takesUp: Words;
  /** A clause may begin behind it: "because", "and". */
  readonly joinsClauses: Words;
  /** An article: "the". */
  readonly article: Words;

  // Words around a place of the text: what fits, what is still to fill.

  /** It stands before a noun, and says how or where: "of", "between". */
  readonly preposition: Words;
  /** It stands behind a verb and is a part of it: "carry out". */
  readonly particle: Words;
  /** It stands for a noun behind a verb: "it". */
  readonly objectPronoun: Words;
  /** Behind it stands a verb: "to", "please". */
  readonly leadsToVerb: Words;
  /** It joins alike words: "and", "nor". */
  readonly joinsAlike: Words;
  /** Words of no meaning of their own, which begin many a sentence: "however". */
  readonly functionWord: Words;
  /** It has no capital in a title: "of". */
  readonly smallInTitles: Words;

  /** What is to be filled in begins with it: "insert", 请. */
  readonly fillIn: Words;
  /** It is still to be filled: "to be", 待定. */
  readonly unfilled: Words;
  /** It is still to be filled, wherever it stands: 待补充. */
  readonly leftOpen: Words;
  /** What a place left to fill has for its whole text: "name", 日期. */
  readonly blank: Words;
  /** What a place left to fill may ask for: "address", "currency". */
  readonly asksFor: Words;
  /** It asks: "which". */
  readonly interrogative: Words;
  /** What an editor put into a text begins with it: "sic", 参见. */
  readonly editorial: Words;
  /** An editor left it out or could not tell it: "illegible". */
  readonly leftOut: Words;
  /** What is said beside a text begins with it: "in the original". */
  readonly remarks: Words;
  /** A part of a text that has a number: "figure". */
  readonly numberedPart: Words;
  /** One whose number is in digits: "page". */
  readonly numberedInDigits: Words;
  /** A noun is to follow: "of", "contact". */
  readonly wantsNoun: Words;
  /** A verb that goes with a verb, or stands for one: "is", "would". */
  readonly auxiliary: Words;
  /** It points to its noun, or says whose it is: "this", "your". */
  readonly determiner: Words;
  /** What stands behind a number: its scale or what it counts: "million", "people". */
  readonly counted: Words;
  /** What stands behind a share: "per cent", 个百分点. */
  readonly share: Words;
  /** What letters name: 染色体. */
  readonly lettered: Words;
  /** Where notes of what is to be done stand: "list" of "TODO list". */
  readonly listsNotes: Words;
  /** Who reads is spoken to: "you", 您. */
  readonly addresses: Words;
  /** It may or should be done: 请. */
  readonly permits: Words;
  /** Somebody is told to make something their own: "adapt". */
  readonly adapts: Words;
  /** What others fill in: "template", 模板. */
  readonly template: Words;
  /** What shows how something is filled in: "sample", 示例. */
  readonly form: Words;
  /** An example follows: "for instance", 例如. */
  readonly forExample: Words;
  /** A key of the keyboard follows: "press". */
  readonly presses: Words;

  // Rules of their own.

  /** What stands before it is what stands behind: "was", "became". */
  readonly becomes: Words;
  /** What stands before it is somebody's, who stands behind: "of", "by". */
  readonly belongsTo: Words;

  /** A number behind it is the name of a thing: "version", 编号. */
  readonly codeName: Words;
  /** A date behind it is one: "since". */
  readonly leadsToDate: Words;
  /** A part of a day: "morning", 上午. */
  readonly partOfDay: Words;
  /** A date before it is the day of the week behind it: "fell on", 是. */
  readonly isDay: Words;
  /** Something is on a day, behind it: 举行. */
  readonly heldOn: Words;
  /** A day of the week behind it is none of one date: "every". */
  readonly recurring: Words;
  /** A name with a day of the week in it begins so, and the day is one: "Good Friday". */
  readonly namesDay: Words;
  /** The head of a column of days of the week: "weekday", 星期. */
  readonly weekdayHeading: Words;
  /** A block quote that begins with it is the writer's own note: "warning", 提示. */
  readonly callout: Words;
  /** The heading of a list of sources: "references", 参考文献. */
  readonly sourcesHeading: Words;

  /** Up to a time: "until". */
  readonly upTo: Words;

  /** A name behind it is a former one: "formerly", 原. */
  readonly former: Words;
  /** So it was called, behind a word for a former one: "known as". */
  readonly calledSo: Words;
  /** A name before it is a former one: "was renamed", 更名. */
  readonly renamed: Words;
  /** It is so in these days: "now", 现. */
  readonly nowadays: Words;
  /** A name behind it is another of the same: "also called", 又称. */
  readonly otherName: Words;
  /** What is before it is what stands behind: "stands for", 即. */
  readonly standsFor: Words;
  /** A heading of what every report has, and of no part of the world: "summary", 概述. */
  readonly wholeReport: Words;
  /** A time that a reader can place by the day of the report: "last quarter", 上月. */
  readonly relativeTime: Words;
  /** The writer knows of an order: "in alphabetical order", 排名不分先后. */
  readonly tellsOrder: Words;
  /** It stands beside the name of a task and says nothing of it: "task", 重点. */
  readonly taskLabel: Words;
  /** There is none: "not available", 暂缺. */
  readonly noValue: Words;

  // Figures, tables and sources.

  /** Over what is told beside a figure: its source, a note, the day of publication, a number of the row. */
  readonly headBeside: Words;
  /** Over where a figure comes from: "data source". */
  readonly headSource: Words;
  /** Over a period: "reporting year". */
  readonly headPeriod: Words;
  /** Over a unit: "unit of measure". */
  readonly headUnit: Words;
  /** Over a place: "region". */
  readonly headPlace: Words;
  /** Over what a row's metric belongs to, and is no part of: "category". */
  readonly headTheme: Words;
  /** Over the value itself, or of a cell that says no more: "latest figures". */
  readonly headValue: Words;
  /** The whole, in a cell of places or parts: "nationwide". */
  readonly wholeCountry: Words;
  /** Beside a period, which stays what it is: "as of". */
  readonly besidePeriod: Words;
  /** Beside a metric's name, which stays what it is: "total". */
  readonly besideMetric: Words;
  /** Of one part only, over a table: "by", 其中. */
  readonly ofPart: Words;
  /** A row of all the others: "grand total". */
  readonly total: Words;
  /** A row begins with it that is a part of others, or no part: "of which". */
  readonly nestedRow: Words;
  /** A row begins with it that has the rest: "all others". */
  readonly restRow: Words;
  /** Behind a subject, it gives the value: "amounted to". */
  readonly gives: Words;
  /** Right before a date that a subject is told for: "at the end of". */
  readonly beforeDate: Words;
  /** Names nothing by itself: "total". */
  readonly bareNouns: Words;
  /** Stands for something named before: "it". */
  readonly pronouns: Words;
  /** Before a subject, and no part of it: "the". */
  readonly beforeSubject: Words;
  /** Behind a value, it makes it one of a part: "among". */
  readonly narrows: Words;
  /** The finite verbs that a clause may go on with: "was". */
  readonly auxiliaries: Words;
  /** The figure is the present one: "currently". */
  readonly present: Words;
  /** Near it, and not reached: "nearly". */
  readonly nearing: Words;
  /** A hedge that is near its number, and under it: "just under". */
  readonly justUnder: Words;
  /** Before a hedge that denies, as its verb: "did". */
  readonly doVerbs: Words;
  /** There is no other: "sole". */
  readonly unique: Words;
  /** Before the number of a table: "Table 3". */
  readonly tableLabel: Words;
  /** Before a unit in a head: "in", 单位. */
  readonly beforeUnit: Words;
  /** It credits what is said to somebody: "according to", 据. */
  readonly credits: Words;
  /** The name of a source follows: "Source:". */
  readonly sourceLabel: Words;

  // The clause that gives a figure: what stands between its subject and its number.

  /** How or when something is so: "still", 首次. What ends in -ly need not be told. */
  readonly howOrWhen: Words;
  /** A stretch of time, or a point of one: "year", 年末. */
  readonly timeNoun: Words;
  /** How much there is of the same thing: "a level of", 总额. */
  readonly sameMeasure: Words;
  /** Before a subject, it leaves it what it is: "total", 全部. */
  readonly wholeOf: Words;
  /** Who has the whole: "the country", 我国. */
  readonly whole: Words;
  /** A verb that gives a value, in forms that no rule of verbs tells: "stands", "hit", 达到. */
  readonly verbOfValue: Words;
  /** What stands behind it is a part of what stands before, or the other way round: "included". */
  readonly partVerb: Words;
  /** So much for each stretch of time or each head: "daily", 人均. */
  readonly aTime: Words;
  /** Whoever stands before it moves what stands behind, and has it not: "lifted". */
  readonly moves: Words;
  /** Whoever stands before it tells what stands behind: "put". */
  readonly tells: Words;
  /** Whoever stands before it has what stands behind: "had". */
  readonly has: Words;
  /** Something else is held against what stands behind: "compared". */
  readonly compares: Words;
  /** Whose it is, is everybody's: "the typical". */
  readonly typical: Words;
  /** A part of a year: "half", "months". */
  readonly partOfYear: Words;
  /** Who answers for what is said: "data", "the bureau". */
  readonly vouches: Words;
  /** A turn of speech in front of a clause: "in fact". */
  readonly discourse: Words;
  /** Before a number, it gives the whole: "in all", 总共. */
  readonly totals: Words;
  /** It stands for a subject that was told of before: "it", 这一数字. */
  readonly takesSubjectUp: Words;
  /** Behind a time, no more of it than has gone by: "to date". */
  readonly soFar: Words;
  /** Behind a number of years, what is told is of all of them: "together", 累计. */
  readonly yearsTogether: Words;
  /** Of all the country: "nationwide", 全国. */
  readonly nationwide: Words;
  /** Behind a value, it leads to what the value is held against: "more than". */
  readonly thanBehind: Words;
  /** Values are of subjects or times in their order: "respectively", 分别. */
  readonly inTurn: Words;
  /** Before the first value of a change: "from", 由. */
  readonly changesFrom: Words;
  /** Before the first of two dates that a stretch lies between: "between". */
  readonly stretchBegins: Words;
  /** Before the last value of a change: "to", 至. */
  readonly changesTo: Words;
  /** Whom the reports speak of, where that is no country: "the company", 本市. */
  readonly self: Words;
  /** The same where it stands alone, behind no name: 公司. */
  readonly house: Words;
  /** In front of a clause, it leaves something out of what follows, or adds to it: "excluding", 加上. */
  readonly leavesOut: Words;
  /** Behind a subject, it leads to its value: "of", "at". */
  readonly givesToSubject: Words;
  /** Behind a verb and what it is done to, it leads to the value: "to". */
  readonly givesBehindNoun: Words;
  /** Behind a verb it leads to what is beside the value: "after". */
  readonly besideValue: Words;
  /** A clause may begin with it before its subject: "with". */
  readonly opensSubject: Words;
  /** In front of a clause it narrows what follows: "among". */
  readonly narrowsClause: Words;
  /** What something is reckoned in: "prices". */
  readonly priceNoun: Words;
  /** Behind it stands how the subject is: "remained". */
  readonly copular: Words;
  /** Of a figure that is made known: "recorded". */
  readonly madeKnown: Words;
  /** Something is left out, put in or put otherwise: "excluding", 不含. */
  readonly restricts: Words;
}

export type Notion = keyof NotionWords;

export const nothing: Words = { says: '' };
