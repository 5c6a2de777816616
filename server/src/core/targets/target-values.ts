import { factorTo } from '../claims/conversion.js';
import { hanWordsOf } from '../claims/han-words.js';
import { blockerBetween } from '../claims/path.js';
import { contextOf, type SentenceContext } from '../claims/sentence-context.js';
import type { Notion } from '../language/words/notions.js';
import { readWords, says } from '../language/words/words.js';
import { tokensIn } from '../markdown/block-words.js';
import type { Block } from '../markdown/blocks.js';
import { type Period, type Quantity, readQuantities } from '../quantities/index.js';
import { isOwnWords } from '../report/own-words.js';
import type { Mention, Report } from '../report/report.js';
import { isQuestion } from '../sentences/assertion.js';
import { ownParagraphs } from '../sentences/own-sentences.js';
import { namesUnknownPlace } from '../sentences/place-roles.js';
import { quantityOptions } from '../sentences/quantity-options.js';
import { isWithin } from '../sentences/regions.js';
import { quantitiesOf, type Sentence, sentencesOf } from '../sentences/sentence.js';
import { blankOut } from '../text/blank-out.js';
import { once } from '../text/once.js';
import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Form, Milestone } from '../vocabulary/model.js';
import { inForce, isMetBy, namesActor, namesSomebody, type Target, type TargetStatement } from './target-statements.js';

/** A sentence that gives a target's subject a value to reach. */
export interface TargetValue extends TargetStatement {
  /** The quantity that is said of the subject, with the other end of a range. */
  readonly quantity: Quantity;
  readonly rangeEnd: Quantity | undefined;
  readonly milestone: Milestone;
  /** The period that the value is of. */
  readonly year: string | undefined;
  /** Whether the value is the milestone's. */
  readonly holds: boolean;
}

interface Subject {
  readonly target: Target;
  readonly form: Form;
}

const indexes = new WeakMap<Vocabulary, MentionIndex<Subject>>();

/** Words at the ends of a target's phrase that name no subject. */
const phraseWords = String.raw`(?:\b(?:at|least|most|by|of|to|in|the|a|an|and|capacity|from|for|on|up|reach|achieve|deliver|install|cut|reduce|raise|have|no|more|less|than|about|end|levels?|compared|with|below|above)\b|[降升增减升提][至到高]|控制在|压减|装机(?:容量|规模)?|建成|建设|新建|新增|拥有|到|至|达到|达|实现|为|不低于|不少于|至少|超过|以上|左右|约|年|底|的|比|下降|降低|提高|增长)`;
const atStart = new RegExp(`^${phraseWords}`, 'iu');
const atEnd = new RegExp(`${phraseWords}$`, 'iu');

/**
 * Finds what targets are about: their phrases without number and year ("45 GW of tidal power by 2030" is "tidal power"),
 * their names without the words for a target (城镇登记失业率控制目标 is 城镇登记失业率), and the metrics that they are goals of.
 */
function subjectIndex(report: Report): MentionIndex<Subject> {
  const { vocabulary } = report;
  let index = indexes.get(vocabulary);
  if (index !== undefined) return index;
  index = new MentionIndex<Subject>();
  const { units } = quantityOptions(report);
  for (const target of vocabulary.ofKind('targets')) {
    if (!target.milestones.some(({ value, range }) => value !== undefined || range !== undefined)) continue;
    const known = new Set<string>();
    const add = (form: Form, text: string | undefined) => {
      if (text === undefined || known.has(text)) return;
      known.add(text);
      index?.add({ ...form, text, near: [], caseSensitive: false }, { target, form });
    };
    for (const form of target.forms)
      if (form.role !== 'deprecated') for (const subject of subjectsOf(form, target, units)) add(form, subject);
    const goal = target.goal === undefined ? undefined : vocabulary.named(target.goal, target.pack);
    if (goal?.kind !== 'metrics') continue;
    for (const form of goal.forms) if (form.role !== 'deprecated') add(form, form.text);
  }
  indexes.set(vocabulary, index);
  return index;
}

function subjectsOf(
  { text, language }: Form,
  { milestones }: Target,
  units: ReturnType<typeof quantityOptions>['units'],
): readonly string[] {
  const { quantities, periods } = readQuantities(text, { units, language });
  const spans = [
    ...quantities.flatMap(({ span, comparatorSpan }) => [span, comparatorSpan ?? span]),
    ...periods.map(({ span }) => span),
  ];
  const parts = blankOut(text, 0, spans, '|')
    .split(/[|,，、。；;]+/)
    .map((part) => (spans.length === 0 ? withoutTarget(part.trim(), language) : trimmed(part)))
    .filter((part) => /\p{L}{2}/u.test(part));
  const [longest] = parts.sort((a, b) => b.length - a.length);
  // One everyday word is too little to know a subject by, unless a unit goes with it.
  const least = milestones.some(({ unit }) => unit !== undefined && unit !== 'percent') ? 2 : 3;
  const han = longest?.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (longest === undefined || (longest.length < 5 && han < least)) return [];
  return [longest];
}

function trimmed(part: string): string {
  let rest = part.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(atStart, '').trim().replace(atEnd, '').trim();
  }
  return rest;
}

/** A target's name without the words for a target at its end: 消费增长预期目标 is 消费增长. */
function withoutTarget(name: string, language: string): string {
  // “十四五”期间淘汰…: when, and not what.
  const time = /^["“]/.test(name)
    ? readWords(name, language)
        .of('timeNoun')
        .find(({ start, end }) => end - start > 1)
    : undefined;
  let rest = name.slice(time?.end ?? 0);
  for (;;) {
    const word = readWords(rest, language).last('targetWord');
    if (word === undefined || word.start === 0) return rest;
    rest = rest.slice(0, word.start).trimEnd();
  }
}

/** The sentence says that it speaks of a target. */
export const tellsOfTarget =
  /\b(?:targets?|goals?|aims?|aimed|ambitions?|plans?|planned|pledg\w+|commit\w*|promis\w+|objectives?|is\s+to|are\s+to|must|wants?|wanted|intends?|should|shall|hop(?:e|es|ed|ing)|foresees?|ask(?:s|ed)\s+for|(?:plans?|strategy|targets?)\s+calls?\s+for)\b|目标|规划|计划|力争|争取|确保|提出|承诺|要|到\d{4}年|\d{4}年(?:年?底|末)?前/i;
/** Or of what was, or is thought. */
const otherwise =
  /\b(?:estimat\w*|analysts?|models?|short\s+of|miss(?:es|ed)?|proposed|(?<!\b(?:plans?|strategy|targets?)\s+)call(?:s|ed)?\s+for|former(?:ly)?|previous(?:ly)?|old|earlier|originally|then|was|were|had)\b|或将|原(?:定|来|先|拟|计划|规划|目标)|此前|曾|建议|呼吁/i;

/** Whether a sentence denies, supposes, expects or doubts what it says, or tells of what was. */
function isOtherwise(words: string, language: 'en' | 'zh'): boolean {
  return (
    isQuestion(words) ||
    otherwise.test(words) ||
    says(words, language, 'denies', 'negates', 'notYet', 'doubts', 'supposes', 'mayBe', 'expects', 'hearsay')
  );
}

/** Right before a subject these words leave it what it is; any other may make a part of it. */
const leavesWhole =
  /(?:^|[,;:(“"'—–]\s*|\b(?:of|for|in|the|an?|from|to|and|its|our|their|that|on|with|least|most|all|much|have|has|cut|cuts|cutting|reduc(?:e|es|ing)|lower(?:s|ing)?|rais(?:e|es|ing)|increas(?:e|es|ing)|install(?:s|ing)?|build(?:s|ing)?|reach(?:es|ing)?|deliver(?:s|ing)?|achiev(?:e|es|ing)|doubl(?:e|es|ing)|tripl(?:e|es|ing)|national|[kMGT]Wh?|per\s?cent|million|billion|tonnes)\s+|[%\d]\s*|[\p{Script=Han}，：、]\s*)$/iu;

/** The subjects of targets in a text. */
export function subjectsIn(report: Report, text: string): ReturnType<MentionIndex<Subject>['find']> {
  return subjectIndex(report).find(text);
}

/** The values that a report's own words give to the subjects of targets. */
export const readTargetValues = once((report: Report): readonly TargetValue[] => {
  if (report.vocabulary.ofKind('targets').length === 0) return [];
  const index = subjectIndex(report);
  return ownParagraphs(report).flatMap(({ block, index: number }): TargetValue[] => {
    const matches = index.find(block.text, false, tokensIn(block));
    if (matches.length === 0) return [];
    let governed: Governed | undefined;
    return sentencesOf(report, block).flatMap((sentence): TargetValue[] => {
      // 目标是：…；…。 governs to the end.
      const over = governed;
      const told = isTold(sentence);
      governed =
        /[；;]\s*$/.test(sentence.text) && (told || over !== undefined) ? governing(sentence, over) : undefined;
      if (sentence.isEndless || sentence.isMisdated) return [];
      // A superseded target is told of in the past tense, which is not read, or else by mistake.
      const here = startingIn(matches, ({ span }) => span.start, sentence.span).filter(
        ({ target: { target } }) => inForce([target], report.date?.day).length > 0,
      );
      const taken = new Set<number>();
      return here.flatMap((subject, i) => {
        const { span, target } = subject;
        if (here.some((other, j) => j < i && other.target.target === target.target && other.span.start === span.start))
          return [];
        const isOnly = here.every((other) => other.target.target === target.target);
        const value = readValue(report, number, sentence, subject, isOnly, here, over);
        if (value === undefined || taken.has(value.quantity.span.start)) return [];
        taken.add(value.quantity.span.start);
        return [value];
      });
    });
  });
});

/** What the parts of a sentence before this one say for it: that it is of targets, and of when. */
interface Governed {
  readonly periods: readonly Period[];
}

const governing = (sentence: Sentence, over: Governed | undefined): Governed => ({
  periods: sentence.periods.length > 0 ? sentence.periods : (over?.periods ?? []),
});

const isTold = ({ text, language }: Sentence) => isToldBy(text, language);

function isToldBy(text: string, language: string): boolean {
  return tellsOfTarget.test(text) || readWords(text, language).says('targetWord');
}

/** Between a number and the subject behind it: "45 GW of", 600家. */
const rightBefore = /^\s*(?:cuts?\s+)?(?:of\s+|in\s+)?(?:the\s+|new\s+)?$|^的?$/i;
/** Between a subject that is counted and its number: what is said of how many there are. */
const rightBehind =
  /^(?:[\s,(（，：:|]|\d{4}年?|\b(?:is|are|should|must|shall|will|to|reach|rise|grow|number|total|be|increase|at|least|from|by|in|the|end|of|year)\b|[数量总将要应须能达到增加至为是约超过破保持在提高扩大底末前])*$/i;
/** Before a number that is done something else to than to be reached. */
const lessens =
  /\b(?:clos|shut|scrap|los|merg|visit|inspect|upgrad|renovat|replac|sell|demolish)\w*\s+(?:down\s+)?$|(?:关闭|撤销|合并|改造|走访|检查)$/i;
/** A part of the whole: "to be built on schools". */
const ofPart = /^[^,.;]*\b(?:on|off)\s+(?!(?:the\s+)?(?:system|grid|way|track|average|top)\b|\d)\p{Ll}/iu;

function readValue(
  report: Report,
  number: number,
  own: Sentence,
  subject: ReturnType<typeof subjectsIn>[number],
  isOnly: boolean,
  here: ReturnType<typeof subjectsIn>,
  over: Governed | undefined,
): TargetValue | undefined {
  const {
    span: at,
    target: { target, form },
  } = subject;
  const { block, span: sentence, text: words } = own;
  const { text } = block;
  const language = form.language === 'zh' ? 'zh' : 'en';
  const goal: Mention = {
    entry: target,
    form,
    block: number,
    at,
    span: (report.prose.blocks[number] as Block).span,
    inflected: false,
  };
  if ((!isTold(own) && over === undefined) || !isOwnWords(report, goal)) return undefined;
  if (language === 'en' && isOtherwise(words, language)) return undefined;
  if (!leavesWhole.test(text.slice(sentence.start, at.start)) || ofPart.test(text.slice(at.end, sentence.end)))
    return undefined;
  const quantities = own.quantities.filter(({ kind }) => kind !== 'ordinal');
  const { periods } = own;
  if (namesOther(report, target, own, at, [...quantities, ...periods], language)) return undefined;
  const milestones = target.milestones.filter(({ value, range }) => value !== undefined || range !== undefined);
  const { units } = quantityOptions(report);
  const unit = milestones[0]?.unit;
  const fitting = quantities.filter((quantity) => factor(quantity, unit, units) !== undefined);
  const endOf = ({ rangeWith }: Quantity) =>
    rangeWith === undefined ? undefined : quantitiesOf(report, block).quantities[rangeWith];
  const beside = fitting.filter(({ span }) => span.end <= at.start && rightBefore.test(text.slice(span.end, at.start)));
  // Another subject, or its number, stands nearer.
  const rivals = [
    ...here,
    ...own.mentions.filter(({ entry }) => entry.kind === 'metrics').map((each) => ({ span: each.at })),
  ];
  const isRival = (from: number, to: number) =>
    rivals.some(({ span }) => span.start >= from && span.end <= to && (span.start >= at.end || span.end <= at.start));
  const context = contextOf(report, own, number);
  const isBehind = ({ span, comparatorSpan }: Quantity) => {
    const start = Math.min(span.start, comparatorSpan?.start ?? span.start);
    if (start < at.end || isRival(at.end, start)) return start >= at.end && isOnly && isLoose(unit, text, at, span);
    return (
      blockerBetween(context, at.end, start, false) === undefined ||
      isLoose(unit, text, at, span, isOnly) ||
      isWanted(context, at.end, start)
    );
  };
  const behind = beside.length > 0 ? beside : fitting.filter((each) => isBehind(each));
  const first = behind.find(({ span }) => span.start >= at.end);
  const near =
    beside.length > 0 || isOnly || first === undefined
      ? behind
      : behind.filter((each) => each === first || endOf(first) === each || isRangeTo(text, first, each));
  const options = near.map((quantity) => ({
    quantity,
    period: periodIn(target, own, quantity, language, over),
  }));
  const isDue = (period: Period | undefined) => milestones.some(({ due }) => due === period?.period);
  const dated = options.filter(({ period }) => isDue(period));
  // Of "from 22% to 10%" the second is what is to be reached.
  const chosen = (dated.length > 0 ? dated : options).at(-1);
  if (chosen === undefined) return undefined;
  const ends = [chosen.quantity, endOf(chosen.quantity)].flatMap((each) => each ?? []);
  const [quantity, rangeEnd] = ends.sort((a, b) => a.span.start - b.span.start) as [Quantity, Quantity | undefined];
  const isOther = (each: { readonly quantity: Quantity }) => !ends.includes(each.quantity);
  if (dated.filter(isOther).length > 0 && !/(?:\bto|[至到])\s*$/.test(text.slice(sentence.start, quantity.span.start)))
    return undefined;
  if (dated.length === 0 && options.some(isOther)) return undefined;
  // 未减排: what its own name denies is not denied of it.
  const around = clauseAround(blankOut(words, 0, [own.inText(at)]), own.inText(at), own.inText(quantity.span));
  if (language === 'zh' && (isOtherwise(around, language) || says(words, language, 'expects', 'supposes', 'hearsay')))
    return undefined;
  if (over === undefined && !governs(own, quantity.span, language)) return undefined;
  if (lessens.test(text.slice(sentence.start, quantity.span.start))) return undefined;
  const milestone =
    milestones.find(({ due }) => due === chosen.period?.period) ??
    milestones.find((each) => holdsFor(each, quantity, rangeEnd, units)) ??
    milestones[0];
  if (milestone === undefined) return undefined;
  return {
    targets: [target],
    goal,
    clause: sentence,
    verb: quantity.span,
    tense: isMetBy[language].test(words) ? 'done' : 'to-come',
    periods,
    language,
    quantity,
    rangeEnd,
    milestone,
    year: chosen.period?.period,
    holds: holdsFor(milestone, quantity, rangeEnd, units),
  };
}

/** 综合分析各方面因素，…: what stands in clauses before that of the subject is no subject of it. */
function clauseOf(words: string, { start }: Span): Span {
  return {
    start: Math.max(...['，', '：', '；'].map((mark) => words.lastIndexOf(mark, start - 1))) + 1,
    end: words.length,
  };
}

/** The clauses in which a subject and its number stand. */
function clauseAround(words: string, at: Span, number: Span): string {
  const start = clauseOf(words, at.start < number.start ? at : number).start;
  const last = Math.max(at.end, number.end);
  return words.slice(start, last + (/^[^，；]*/.exec(words.slice(last))?.[0].length ?? 0));
}

/**
 * Whether what tells of a target governs a number: it stands before it, or is what the number is of (8%左右的增长目标). 超过预期目标
 * behind a number tells how it was met.
 */
function governs(own: Sentence, at: Span, language: 'en' | 'zh'): boolean {
  const { text } = own;
  if (language === 'en') return isToldBy(text, own.language);
  const { start, end } = own.inText(at);
  if (isToldBy(text.slice(0, start), own.language)) return true;
  const after = /^[^，。；]*/.exec(text.slice(end))?.[0] ?? '';
  const words = readWords(after, own.language)
    .of('targetWord')
    .find((word) => word.end - word.start > 1);
  return words !== undefined && !/[于过成现到了]$/.test(after.slice(0, words.start));
}

/** As it was read before binding: any words of how a target is told, behind a subject that is alone in its sentence. */
function isLoose(unit: string | undefined, text: string, at: Span, span: Span, isOnly = true): boolean {
  return (
    isOnly &&
    !/，/.test(text.slice(at.end, span.start)) &&
    span.start >= at.end &&
    (unit !== undefined || rightBehind.test(text.slice(at.end, span.start)))
  );
}

const isRangeTo = (text: string, first: Quantity, next: Quantity) =>
  /^[^,;，；]*(?:\bto|[至到])\s*$/.test(text.slice(first.span.end, next.span.start));

/** What may stand between a target's name and its number. */
const besideTarget: readonly Notion[] = [
  'howOrWhen',
  'timeNoun',
  'sameMeasure',
  'verbOfValue',
  'plans',
  'demands',
  'toCome',
  'expects',
  'targetWord',
];

/** 力争控制在, 预期目标为: between a subject and its number nothing but words for what is wanted, beside those that give a value. */
function isWanted(context: SentenceContext, from: number, to: number): boolean {
  if (context.language !== 'zh' || /[；。！？]/.test(context.text.slice(from, to))) return false;
  return hanWordsOf(context).unknown(besideTarget, from, to) === undefined;
}

/** The period of a number: within how many years, beside it, said before, or this year's. */
function periodIn(
  target: Target,
  own: Sentence,
  quantity: Quantity,
  language: 'en' | 'zh',
  over: Governed | undefined,
): Period | undefined {
  const { text } = own.block;
  const clause = clauseOf(own.text, own.inText(quantity.span)).start + own.span.start;
  const years = own.quantities.find(
    ({ kind, unit, span }) =>
      kind === 'duration' && unit === 'Y' && span.start >= clause && span.end <= quantity.span.start,
  );
  // 五年淘汰…: of a target for as many years.
  if (years !== undefined && language === 'zh') {
    const due = target.milestones.find(({ due }) => {
      const [from, to] = due.split('/').map(Number);
      return from !== undefined && to !== undefined && to - from + 1 === years.value;
    })?.due;
    return due === undefined ? undefined : ({ period: due, span: years.span } as Period);
  }
  return periodOf(text, quantity, own.periods, language) ?? over?.periods[0] ?? implied(target, own, quantity);
}

/** This year, where a target is set anew each year and the sentence names no other: 主要预期目标是…. */
function implied(target: Target, { periods, date }: Sentence, quantity: Quantity): Period | undefined {
  const [first, ...more] = target.milestones;
  const isOther = periods.some(({ span }) => span.start < quantity.span.end);
  if (isOther || first === undefined || date === undefined) return undefined;
  const period = (of: string) => ({ period: of, span: { start: 0, end: 0 } }) as Period;
  if (isAnnual(target)) return period(date.slice(0, 4));
  // Of one value, whatever the year.
  return more.length > 0 && first.value !== undefined && more.every(({ value }) => value === first.value)
    ? period(first.due)
    : undefined;
}

/** Whether a target is set for year after year. */
export function isAnnual({ milestones }: Target): boolean {
  const years = milestones.flatMap(({ due }) => (/^\d{4}$/.test(due) ? [Number(due)] : [])).sort((a, b) => a - b);
  return years.some((year, i) => year - (years[i - 1] ?? year - 2) === 1);
}

/** The period of a quantity among those of its sentence: "12% by 2030", 2030年的12%, or else the nearest. */
function periodOf(
  text: string,
  { span }: Quantity,
  periods: readonly Period[],
  language: 'en' | 'zh',
): Period | undefined {
  // "on 1990 levels", 比2010年: what it is measured from.
  const own = periods.filter(
    (period) =>
      !/(?:\b(?:on|below|above|than|against)\s+|[比较以])$/i.test(text.slice(0, period.span.start).slice(-12)),
  );
  const next = own.find((period) => period.span.start >= span.end);
  if (
    next !== undefined &&
    language === 'en' &&
    /^\s*(?:\w+\s+){0,3}(?:in|by|before|until)\s+(?:the\s+end\s+of\s+)?$/i.test(text.slice(span.end, next.span.start))
  )
    return next;
  return own.filter((period) => period.span.end <= span.start).at(-1) ?? next;
}

/** Whether a quantity, or a range, is what a milestone asks for. */
export function holdsFor(
  milestone: Milestone,
  quantity: Quantity,
  rangeEnd: Quantity | undefined,
  units: ReturnType<typeof quantityOptions>['units'],
): boolean {
  const scale = factor(quantity, milestone.unit, units) ?? 1;
  const end = rangeEnd === undefined ? undefined : rangeEnd.value * scale;
  // "two thirds" is good for 68%.
  if (isFraction(quantity) && milestone.unit === 'percent')
    return Math.abs(quantity.value * scale - (milestone.value ?? 0)) < 2.5;
  return isMet(quantity.value * scale, end, quantity.roundStep * scale, milestone);
}

function isFraction({ value, unit, written }: Quantity): boolean {
  return unit === undefined && value > 0 && value < 1 && written.digits.includes('/');
}

/** What turns a quantity's value into the milestone's unit; undefined where they measure different things. */
function factor(
  quantity: Quantity,
  unit: string | undefined,
  units: ReturnType<typeof quantityOptions>['units'],
): number | undefined {
  if (unit === 'percent' && isFraction(quantity)) return 100;
  return factorTo(unit, quantity, units);
}

/** A single value may lie in the milestone's range; a range must be it. Of a value, a step of its last digit is its own. */
function isMet(value: number, end: number | undefined, step: number, { value: wanted, range }: Milestone): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= Math.abs(b) * 1e-9 + 1e-12;
  if (range !== undefined) {
    if (end !== undefined) return near(Math.min(value, end), range[0]) && near(Math.max(value, end), range[1]);
    return value >= range[0] - 1e-9 && value <= range[1] + 1e-9;
  }
  if (wanted === undefined) return true;
  if (end !== undefined) return Math.min(value, end) <= wanted && wanted <= Math.max(value, end);
  return (
    near(Math.abs(value), Math.abs(wanted)) || Math.abs(Math.abs(value) - Math.abs(wanted)) < Math.min(step, 1) / 2
  );
}

/** Whether a sentence, or the report, is about another region's, or somebody else's, target. */
function namesOther(
  report: Report,
  target: Target,
  sentence: Sentence,
  at: Span,
  numbers: readonly { readonly span: Span }[],
  language: 'en' | 'zh',
): boolean {
  const { text: words, placesInText: regions } = sentence;
  const own = target.region ?? report.vocabulary.packs.find(({ name }) => name === target.pack)?.region;
  const isSame = (code: string) => own === undefined || (isWithin(code, own) && isWithin(own, code));
  if (regions.some(({ code }) => !isSame(code)) || (report.region !== undefined && !isSame(report.region))) return true;
  const within = (span: Span) => sentence.inText(span);
  const mentions = sentence.mentions.map((mention) => within(mention.at));
  const known = [...mentions, ...regions.map((region) => region.at)];
  if (namesUnknownPlace(words, regions, mentions)) return true;
  if (language === 'en') return namesActor(words, [...known, within(at)]);
  const { start } = clauseOf(words, within(at));
  const inClause = (span: Span) => ({ start: span.start - start, end: span.end - start });
  const ignored = [...known, ...numbers.map(({ span }) => within(span))].filter((span) => span.start >= start);
  return namesSomebody(
    words.slice(start),
    { start: 0, end: words.length - start },
    inClause(within(at)),
    ignored.map(inClause),
  );
}
