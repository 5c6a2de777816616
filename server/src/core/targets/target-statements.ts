import { readWords, says } from '../language/words/words.js';
import type { Period } from '../quantities/index.js';
import { mentionsIn } from '../report/mentions-in.js';
import { blockOf, type Mention, type Report } from '../report/report.js';
import { isQuestion } from '../sentences/assertion.js';
import { ownSentenceOf } from '../sentences/own-sentences.js';
import { namesUnknownPlace } from '../sentences/place-roles.js';
import { isWithin, regionsIn } from '../sentences/regions.js';
import { quantitiesOf, type Sentence } from '../sentences/sentence.js';
import { blankOut } from '../text/blank-out.js';
import { once } from '../text/once.js';
import { startingIn } from '../text/ordered-spans.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';
import { isValidOn } from '../vocabulary/validity.js';

export type Target = EntryOf<'targets'>;

/** A sentence that says when, or that, a goal is reached. Spans are of the block's text. */
export interface TargetStatement {
  /** All the targets that the goal has, in force or not. */
  readonly targets: readonly Target[];
  readonly goal: Mention;
  /** The clause of the sentence in which the goal stands. */
  readonly clause: Span;
  /** "realize", 实现. */
  readonly verb: Span;
  /** Reached by now: "has been realized", 已实现; or still to be. */
  readonly tense: 'done' | 'to-come';
  /** The periods of the clause. */
  readonly periods: readonly Period[];
  readonly language: 'en' | 'zh';
}

const reached = `(?:re)?(?:reali[sz](?:e|es|ed|ing|ation)|achiev(?:e|es|ed|ing|ement)|attain(?:s|ed|ing|ment)?|complet(?:e|es|ed|ing|ion)|accomplish(?:es|ed|ing)?|reach(?:es|ed|ing)?|deliver(?:s|ed|ing|y)?|fulfil(?:l|s|ls|led|ling|ment)?|me(?:et|ets|t|eting)(?!\\s+(?:with\\b|by\\s+(?!\\d|the\\s+end|last|then)))|secur(?:e|es|ed|ing)|hit(?:s|ting)?|finish(?:es|ed|ing)?)`;
const englishVerb = new RegExp(String.raw`\b${reached}\b`, 'giu');
const hanVerb = /实现|完成|达成|建成|达到/gu;
/** "the aim of closed basins by 2035": a goal that is named as one has no verb. */
const namedAsGoal = /\b(?:goal|target|aim|objective|ambition|deadline)s?\s+(?:of|for|is)\s+(?:the\s+|full\s+|a\s+)?$/i;
/** "Britain wants", "the government is committed to": a country's will needs no verb before "by 2050". */
const wants =
  /\s+(?:(?:now|still|also)\s+)?(?:wants?|(?:aims|is\s+aiming)\s+(?:at|for)|is\s+(?:legally\s+)?committed\s+to|pledge[sd]|promise[sd]|seeks)\s+$/i;
const national =
  /(?<!\b(?:local|city|regional|state|devolved|provincial|municipal)\s)\b(?:government|country|nation|parliament)$/i;
/** A goal, or the target's own words, that the sentence says has been met: "the target … has been met", 目标已经达到. */
export const isMetBy: Readonly<Record<'en' | 'zh', RegExp>> = {
  en: /(?<!\b(?:will|shall|should|must|to|would|may|might|could)\s+)\b(?:has|have|had)\s+(?:\w+\s+){0,3}?(?:met|reached|achieved|attained|fulfilled|accomplished|hit|surpassed|exceeded)\b(?!\s+(?:with\b|by\s+(?!\d|the\s+end|last|then)))|\b(?:was|were)\s+(?:\w+ly\s+|already\s+)?(?:met|reached|achieved|attained|accomplished)\b(?!\s+(?:with\b|by\s+(?!\d|the\s+end|last|then)))|(?<!\b(?:be|is|was|to|not|if|once|when)\s+)\b(?:met|reached|hit|achieved|surpassed|exceeded)\s+(?:its|the|their|this|that)\s+(?:[\w-]+\s+){0,2}?(?:target|goal|aim)\b/i,
  zh: /(?<!(?:确保|力争|争取|将|要)[^，。]{0,30})(?:目标|任务)(?:已经?|提前|如期|顺利|胜利|圆满)+(?:达到|完成|实现|达成)|(?<!(?:确保|力争|争取|将|要)[^，。]{0,30})(?:已经?|提前|如期|顺利|胜利|圆满)(?:完成|实现|达成|达到)了?[^，。]{0,40}(?:目标|任务)/u,
};

/** What may stand between "realize" and its goal, and between a goal and "realized": words of no subject of their own. */
const english =
  /^(?:\s|,|\b(?:the|its|their|our|a|an|this|that|which|of|goals?|targets?|aims?|objectives?|tasks?|year|for|in|by|before|to|be|is|are|was|were|has|have|had|been|being|will|would|shall|should|can|could|may|must|going|expected|planned|due|set|supposed|meant|already|now|also|thus|soon|not|yet|full|complete|basic|main|almost|first|at\s+least|at\s+most|overall|end|late|\w+ly)\b)*$/iu;
const han =
  /^(?:了|的|我国|中国|全国|目标|任务|战略|全面|基本|完全|彻底|大体|大致|总体|初步|率先|胜利|圆满|将|已经?|要|得到|能够|可以|得以|，|、|到|在|于|至|前|底|末|提前|按期|如期|年)*$/u;

/** "The laboratory has": somebody that acts, and no country or government. */
const anotherSubject =
  /(?:^|,\s*)(?:the|our|its|a|an|this|that|each|every|one)\s+(?:[\p{Ll}-]+\s+){0,2}?(?!(?:country|nation|government|ministry|department|state|party|congress|cabinet|parliament|minister|goal|target|aim|objective|plan|realization|realisation|achievement|attainment|elimination|completion|deadline|republic|kingdom|union|people)\b)\p{Ll}+\s+(?:already\s+)?(?:has|have|had|met|hit|reached|achieved)\s/iu;

/** Where one statement of a sentence ends and another begins. */
const boundary =
  /[;；:：]|,\s+(?:and|but|while|whereas|although|though|whilst)\b|\b(?:while|whereas)\b|，(?:而|但|同时|并且?|其中)|[。！？]/giu;

const done: Readonly<Record<'en' | 'zh', RegExp>> = {
  en: /\b(?:has|have|had|having|was|were|already|met|reached|achieved|attained|completed|accomplished|fulfilled|delivered|hit|secured|reali[sz]ed|now|succeeded|managed|finished)\b/i,
  zh: /已(?!经?(?:就|对|把|将|为|向|围绕|明确|提出|部署))|提前|了|率先.*了|宣布|宣告|如期|顺利|胜利|圆满/,
};
const toCome: Readonly<Record<'en' | 'zh', RegExp>> = {
  en: /\b(?:will|would|shall|should|must|is\s+to|are\s+to|was\s+to|were\s+to|to\s+be|to|by\s+no\s+means|aims?|aimed|wants?|wanted|plans?|planned|hopes?|seeks?|expect\w*|goals?|targets?|pledg\w+|promis\w+|commit\w*|intend\w*|ambition\w*|can|could|may|might)\b/i,
  zh: /将|要|力争|争取|确保|目标|到\d{4}年|计划|规划|努力|拟|提出|推动|加快|奋力|应|有望/,
};

/** Of no time yet, of a part, or in an opinion. */
const inPart: Readonly<Record<'en' | 'zh', RegExp>> = {
  en: /\b(?:once|when|until|after|rather|some|few|remains?|remained|surveys?|polls?|pollsters?|polling|respondents|analysts|critics|campaigners|commentators|think[- ]tanks?|(?:people|voters|experts)\s+(?:think|believe|say|want|expect))\b/i,
  zh: /之后|以后|后，|误|民调|民意|受访者|调查显示|分析人士|专家认为|学者认为|智库|还需|距离|只有/,
};

/** Whether a clause denies, asks or supposes, or tells of what somebody else says wrongly, or thinks. */
function isNotSaid(words: string, language: 'en' | 'zh'): boolean {
  return (
    isQuestion(words) ||
    inPart[language].test(words) ||
    says(words, language, 'denies', 'negates', 'notYet', 'doubts', 'supposes', 'mayBe', 'hearsay')
  );
}

/** Somebody else's goal: a place, a firm or a part of the whole. */
const anothers: Readonly<Record<'en' | 'zh', RegExp>> = {
  en: /\b(?:province|city|cities|county|counties|region|regions|prefecture|firm|firms|company|companies|group|plant|plants|park|parks|zone|zones|district|town|village|state|states|council|councils|industry|sector|sectors|port|ports|household|households|university|island|team)\b/i,
  zh: /省|市(?!场)|县|园区|企业|公司|集团|(?<!(?:我国|中国|全国)[^，]{0,6})率先|地区|东部|中部|西部|沿海|各地|部分|行业|领域|开发区|示范区/,
};

/** A name that acts: "Zhejiang wants", "Tesco will". */
const actor =
  /(?<![\p{L}])(?!(?:The|Our|Its|Their|An?|It|He|She|They|We|This|That|Who|Which|There|Nobody|Everyone|Government|Parliament|Whitehall|Westminster|Beijing|London|Washington|Policy|Law)\b)\p{Lu}\p{L}+(?<!s)(?:,[^,]{1,60},)?\s+(?:wants?|aims?|plans?|hopes?|intends?|seeks?|pledges?|promises?|expects?|is|has|had|will|should|shall|must|would|could|can)\b/u;

/** Words of a Chinese sentence before its verb that name no one else. */
const nobodyElse =
  /完成|达成|兑现|我国|中国|全国|国家|党中央|中央|大会|会议|报告|规划|纲要|我们|总的|总体|法定|目标|任务|战略|蓝图|部署|安排|提出|明确|确定|要求|强调|指出|表示|认为|比?原?计划|行动|方案|力争|争取|确保|努力|推动|加快|坚持|锚定|瞄准|奋力|奋斗|根据|按照|宣布|宣告|必须|能够|今后|未来|进一步|同时|其中|政府|党的|[十一二三四五六七八九]+大|已经|已|提前|如期|顺利|基本|全面|完全|大体|大致|初步|到|至|在|于|以|把|并|也|就|而|要|将|拟|应|是|为|的|了|说|再|第[一二三]|步|前|底|末|年|再过|用|把|建成|新建|新增|本?世纪中叶|[一二三四五六七八九十]五|胜利|圆满|率先|预期|原定|[十一二三四五六七八九\d]+个?年|目前|如今|现在|年底|以来|随着|个?五年/gu;

/** The statements of a report's own words about goals that have targets. */
export const readTargetStatements = once((report: Report): readonly TargetStatement[] => {
  const byGoal = targetsByGoal(report.vocabulary);
  if (byGoal.size === 0) return [];
  return report.mentions.flatMap((goal): TargetStatement[] => {
    const targets = byGoal.get(goal.entry.fullName);
    const sentence = targets && ownSentenceOf(report, goal);
    if (targets === undefined || sentence === undefined || sentence.block.kind === 'cell') return [];
    const statement = readStatement(report, goal, targets, sentence);
    return statement === undefined ? [] : [statement];
  });
});

/** What a cell of a table says of a goal, for the years of its row; in a table of targets its name is enough. */
export function statementIn(
  report: Report,
  cell: number,
  years: ReadonlySet<string>,
  isOfTargets: boolean,
): TargetStatement | undefined {
  const byGoal = targetsByGoal(report.vocabulary);
  const block = report.prose.blocks[cell];
  if (block === undefined || byGoal.size === 0) return undefined;
  const clause = { start: 0, end: block.text.length };
  for (const goal of mentionsIn(report, cell)) {
    const targets = byGoal.get(goal.entry.fullName);
    if (targets === undefined) continue;
    const language = languageOf(block.text, goal.at);
    const isWhole =
      goal.entry.kind === 'targets' ||
      isSelfStanding(goal.form.text, targets) ||
      (isOfTargets && goal.at.end - goal.at.start === block.text.trim().length);
    const verb = isWhole ? goal.at : verbOf(block.text, clause, goal.at, [], language);
    if (verb === undefined || isNotSaid(block.text, language)) continue;
    const periods = [...years].map((period) => ({ period, span: goal.at }) as Period);
    return { targets, goal, clause, verb, tense: 'to-come', periods, language };
  }
  return undefined;
}

const languageOf = (text: string, { start, end }: Span) =>
  /\p{Script=Han}/u.test(text.slice(start, end)) ? 'zh' : 'en';

/** Targets by the full name of their goal; a target's own phrase stands for its goal too. */
const targetsByGoal = once((vocabulary: Vocabulary): ReadonlyMap<string, readonly Target[]> => {
  const byGoal = new Map<string, Target[]>();
  for (const target of vocabulary.ofKind('targets')) {
    if (target.goal === undefined) continue;
    const goal = vocabulary.named(target.goal, target.pack);
    if (goal === undefined) continue;
    byGoal.set(goal.fullName, [...(byGoal.get(goal.fullName) ?? []), target]);
  }
  // A target's own phrase ("close the basins by 2040") speaks of its goal too.
  for (const targets of [...byGoal.values()]) for (const target of targets) byGoal.set(target.fullName, targets);
  for (const target of vocabulary.ofKind('targets'))
    if (target.goal === undefined) byGoal.set(target.fullName, [target]);
  return byGoal;
});

function readStatement(
  report: Report,
  goal: Mention,
  targets: readonly Target[],
  { block, span }: Sentence,
): TargetStatement | undefined {
  const { text } = block;
  const clause = clauseOf(text, span, goal.at);
  const words = text.slice(clause.start, clause.end);
  const language = languageOf(text, goal.at);
  const periods = startingIn(quantitiesOf(report, block).periods, ({ span }) => span.start, clause);
  const isWhole = goal.entry.kind === 'targets';
  const verb =
    isWhole || isSelfStanding(goal.form.text, targets)
      ? goal.at
      : (verbOf(text, clause, goal.at, periods, language) ??
        (namedAsGoal.test(text.slice(clause.start, goal.at.start)) ||
        /^的?目标[定设是为仍]/.test(text.slice(goal.at.end)) ||
        (/^\s+(?:by|before)\s+(?:the\s+end\s+of\s+)?(?:\d{4}|(?:the|this)\s+decade)(?!\s+(?:in|for|at|on|from|within|among)\b)/.test(
          text.slice(goal.at.end),
        ) &&
          isWanted(report, text.slice(clause.start, goal.at.start)))
          ? goal.at
          : undefined));
  if (
    verb === undefined ||
    isNotSaid(words, language) ||
    isAnothers(report, goal, clause, verb, targets, periods, language)
  )
    return undefined;
  const isGerund = /ing$/i.test(text.slice(verb.start, verb.end));
  const around = isGerund ? words : text.slice(Math.max(clause.start, verb.start - 60), verb.end + 2);
  if (language === 'en' && anotherSubject.test(text.slice(clause.start, verb.start))) return undefined;
  const isDone =
    isMetBy[language].test(words) ||
    (!isWhole && done[language].test(around) && !isToCome(text, clause, verb, language));
  return { targets, goal, clause, verb, tense: isDone ? 'done' : 'to-come', periods, language };
}

function isWanted(report: Report, before: string): boolean {
  const match = wants.exec(before);
  const subject = before.slice(0, match?.index ?? 0);
  return national.test(subject) || regionsIn(subject, report.vocabulary).some(({ at }) => at.end === subject.length);
}

/** Whether a goal's form says what is done by itself: "close the basins" of a target "close the basins by 2035". */
function isSelfStanding(form: string, targets: readonly Target[]): boolean {
  return (
    deed.test(form) && targets.some(({ forms }) => forms.some(({ text }) => text.replace(dueWords, '').trim() === form))
  );
}

const deed =
  /^(?:eliminat|end|phas|ban|stop|clos|halv|doubl|tripl|cut|reduc|rais|increas|build|connect|restor|electrif|decarboni|replac|retir|abolish|eradicat|lift|plant|protect)|^(?:消除|根除|消灭|淘汰|取消|禁止|停止|退出|关闭|普及|建成|完成|恢复|替换|修复|减少|降低|提高)/i;

const dueWords = /,?\s*\b(?:by|before|in)\s+(?:the\s+end\s+of\s+)?\d{4}$|^[到至在]?\d{4}年(?:底|末|前)?[，,]?/gi;

/** Whether the verb is what is to be: "is to realize", "will be realized", "the goal is", 到2035年. */
function isToCome(text: string, clause: Span, verb: Span, language: 'en' | 'zh'): boolean {
  const before = text.slice(clause.start, verb.start);
  if (language === 'zh') {
    // 将已实现 is to come; 提前完成了目标: what is said of the goal itself is done.
    if (/将[^，。]{0,4}(?:已|提前|如期)[^，。]{0,8}$/.test(before)) return true;
    if (
      /^(?:实现|完成|达成|建成|达到)了/.test(text.slice(verb.start)) ||
      /(?:已(?!经?(?:就|对|把|将|为|向|围绕|明确|提出|部署))|提前|宣布|宣告)[^，。]{0,20}$/.test(before)
    )
      return false;
    return toCome.zh.test(before) || /目标/.test(text.slice(verb.end, clause.end));
  }
  // "the realization of": a noun says nothing of when.
  if (/(?:ion|ment)$/i.test(text.slice(verb.start, verb.end))) return true;
  if (/\b(?:will|shall|should|must|can|may|might|could)\b(?:\s+\w+){0,4}\s*$/i.test(before)) return true;
  if (/\bto\s+have(?:\s+\w+){0,3}\s*$/i.test(before)) return true;
  // "the goal of realizing it has been met"; "succeeded in realizing".
  if (
    /\b(?:has|have|had|was|were)\s+(?:\w+\s+)?(?:been\s+)?(?:\w+\s+)?(?:met|reached|achieved|attained|fulfilled|accomplished|completed)\b/i.test(
      text.slice(verb.end, clause.end),
    )
  )
    return false;
  if (/ing$/i.test(text.slice(verb.start, verb.end)))
    return !/\b(?:succeeded\s+in|finished|managed|having)(?:\s+\w+){0,2}\s*$/i.test(before);
  // "has met its goal": a perfect right before the verb; "met its 2035 goal" at the start of the verb phrase.
  if (/\b(?:has|have|had|having|already)(?:\s+\w+){0,3}\s*$/i.test(before) && !/\bto(?:\s+\w+)?\s*$/i.test(before))
    return false;
  if (/\bto(?:\s+\w+ly)?(?:\s+be(?:\s+\w+ly)?)?\s*$/i.test(before)) return true;
  const isPast =
    /(?:ed|met|hit)$/i.test(text.slice(verb.start, verb.end)) && !/\b(?:be|being)\s*(?:\w+ly\s*)?$/i.test(before);
  return !isPast || (/\b(?:is|are)(?:\s+\w+ly)?\s*$/i.test(before) && toCome.en.test(before));
}

function clauseOf(text: string, sentence: Span, at: Span): Span {
  let { start, end } = sentence;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(boundary)) {
    const from = sentence.start + match.index;
    if (from + match[0].length <= at.start) start = from + match[0].length;
    else if (from >= at.end && from < end) end = from;
  }
  return { start, end };
}

/** Before a goal that stands behind another noun, which is no word for a goal itself. */
const isPartOfAnother =
  /(?<!\b(?:goals?|targets?|aims?|objectives?|tasks?|reali[sz]ation|completion|achievement|plans?)\s+)\b(?:towards?|of|for|in|on|to|with|by|from|about|into|under)\s+(?:the\s+)?$/i;

/** The verb that the goal is the object, or the subject, of. */
function verbOf(
  text: string,
  clause: Span,
  at: Span,
  periods: readonly Period[],
  language: 'en' | 'zh',
): Span | undefined {
  const links = language === 'zh' ? han : english;
  let best: Span | undefined;
  for (const match of text.slice(clause.start, clause.end).matchAll(language === 'zh' ? hanVerb : englishVerb)) {
    const verb = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
    if (overlaps(verb, at)) continue;
    const isActive = verb.end <= at.start;
    const gap = isActive ? { start: verb.end, end: at.start } : { start: at.end, end: verb.start };
    if (gap.end - gap.start > 90 || !links.test(without(text, gap, periods))) continue;
    // A goal behind its verb is an object; "the harbour reached the river" has one of its own.
    if (
      !isActive &&
      language === 'en' &&
      !/\b(?:be|is|are|was|were|been|being)\b/i.test(text.slice(gap.start, gap.end)) &&
      !/\b(?:wants?|wanted|sees?)\s+$/i.test(text.slice(clause.start, at.start))
    )
      continue;
    // "steps towards new quays have been completed": the steps are what is done.
    if (!isActive && isPartOfAnother.test(text.slice(clause.start, at.start))) continue;
    if (best === undefined || isActive) best = verb;
  }
  return best;
}

function without(text: string, span: Span, periods: readonly Period[]): string {
  const inside = periods.map((period) => period.span).filter((period) => contains(span, period));
  const rest = blankOut(text.slice(span.start, span.end), span.start, inside);
  return /\p{Script=Han}/u.test(rest) ? rest.replace(/\s/g, '') : rest;
}

/** Whether the sentence, or the report, is about somebody else's goal than the targets'. */
function isAnothers(
  report: Report,
  goal: Mention,
  all: Span,
  verb: Span,
  targets: readonly Target[],
  periods: readonly Period[],
  language: 'en' | 'zh',
): boolean {
  const { text } = blockOf(report, goal);
  // What a comma parts from goal and verb is about something else.
  const last = Math.max(goal.at.end, verb.end);
  const comma = /[,，]/.exec(text.slice(last, all.end));
  const clause = { start: all.start, end: comma === null ? all.end : last + comma.index };
  const own = targets[0]?.region ?? report.vocabulary.packs.find(({ name }) => name === targets[0]?.pack)?.region;
  const words = text.slice(clause.start, clause.end);
  const regions = regionsIn(words, report.vocabulary);
  if (own !== undefined) {
    if (report.region !== undefined && !isSame(report.region, own)) return true;
    if (regions.some(({ code }) => !isSame(code, own))) return true;
  }
  if (anothers[language].test(words)) return true;
  const mentions = mentionsIn(report, goal.block, clause).map(({ at }) => ({
    start: at.start - clause.start,
    end: at.end - clause.start,
  }));
  if (language === 'en')
    return (
      namesUnknownPlace(words, regions, mentions) || namesActor(words, [...mentions, ...regions.map(({ at }) => at)])
    );
  const dates = periods.map(({ span }) => ({ start: span.start - clause.start, end: span.end - clause.start }));
  return namesSomebody(text, clause, verb, [...mentions, ...regions.map(({ at }) => at), ...dates]);
}

function isSame(a: string, b: string): boolean {
  return isWithin(a, b) && isWithin(b, a);
}

/** Whether a name of nobody known acts. */
export function namesActor(words: string, known: readonly Span[]): boolean {
  const match = actor.exec(blankOut(words, 0, known));
  if (match === null) return false;
  // "The plan A Healthier Avonmoor has set": the name of the plan.
  const before = words.slice(0, match.index).trimEnd().split(/\s+/);
  while (/^\p{Lu}/u.test(before.at(-1) ?? '')) before.pop();
  return readWords(before.join(' '), 'en').last('vouches', 'targetWord', 'plans') === undefined;
}

/** In Chinese, whether words are left before the verb when all that name no one else are gone. */
export function namesSomebody(text: string, clause: Span, verb: Span, ignored: readonly Span[]): boolean {
  const all = blankOut(text.slice(clause.start, verb.start), 0, ignored);
  // 经过多年努力，我国…: the subject stands behind the comma.
  const comma = all.lastIndexOf('，') + 1;
  const before = /我国|全国|我们|中国/.test(text.slice(clause.start + comma, verb.start)) ? all.slice(comma) : all;
  return /\p{Script=Han}{2}/u.test(before.replace(/\d+/g, ' ').replace(nobodyElse, ' '));
}

/** The targets in force on a day; without one, all that no other has replaced. */
export function inForce(targets: readonly Target[], date: string | undefined): readonly Target[] {
  return targets.filter((target) => (date === undefined ? target.replacedBy === undefined : isValidOn(target, date)));
}

/** The years by which a target is due: `2035`, and `2033` to `2037` of a period. */
export function dueYears(target: Target): readonly string[] {
  return target.milestones.flatMap(({ due }) => due.match(/\d{4}/g) ?? []);
}
