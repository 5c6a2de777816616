import { quantitiesIn, quantityOptions } from '../claims/block-quantities.js';
import { isWithin, namesUnknownPlace, regionsIn } from '../claims/regions.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import { type Quantity, readQuantities } from '../quantities/index.js';
import { unitScale } from '../quantities/units.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isOwnWords } from '../report/own-words.js';
import type { Mention, Report } from '../report/report.js';
import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Form, Milestone } from '../vocabulary/model.js';
import { inForce, type Target, type TargetStatement } from './target-statements.js';

/** A sentence that gives a target's subject a value to reach. */
export interface TargetValue extends TargetStatement {
  /** The quantity that is said of the subject, with the other end of a range. */
  readonly quantity: Quantity;
  readonly rangeEnd: Quantity | undefined;
  readonly milestone: Milestone;
  /** Whether the value is the milestone's. */
  readonly holds: boolean;
}

interface Subject {
  readonly target: Target;
  readonly form: Form;
}

const indexes = new WeakMap<Vocabulary, MentionIndex<Subject>>();

/** Words of a target's phrase that name no subject. */
const phraseWords =
  /\b(?:at|least|most|by|of|to|in|the|a|an|and|from|for|on|up|reach|achieve|deliver|install|cut|reduce|raise|have|no|more|less|than|about|end|levels?|compared|with)\b|到|至|达到|达|实现|为|不低于|不少于|至少|超过|以上|左右|约|年|底|的|比|下降|降低|提高|增长/giu;

/** Finds what targets are about, by their phrases without number and year: "45 GW of tidal power by 2030" is "tidal power". */
function subjectIndex(report: Report): MentionIndex<Subject> {
  const { vocabulary } = report;
  let index = indexes.get(vocabulary);
  if (index !== undefined) return index;
  index = new MentionIndex<Subject>();
  const { units } = quantityOptions(report);
  for (const target of vocabulary.ofKind('targets')) {
    if (!target.milestones.some(({ value, range }) => value !== undefined || range !== undefined)) continue;
    for (const form of target.forms) {
      if (form.role === 'deprecated') continue;
      const subject = subjectOf(form, units);
      if (subject !== undefined)
        index.add({ ...form, text: subject, near: [], caseSensitive: false }, { target, form });
    }
  }
  indexes.set(vocabulary, index);
  return index;
}

function subjectOf({ text, language }: Form, units: ReturnType<typeof quantityOptions>['units']): string | undefined {
  const { quantities, periods } = readQuantities(text, { units, language });
  let rest = text;
  const spans = [
    ...quantities.flatMap(({ span, comparatorSpan }) => [span, comparatorSpan ?? span]),
    ...periods.map(({ span }) => span),
  ];
  for (const { start, end } of spans) rest = rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end);
  const parts = rest
    .replace(phraseWords, '|')
    .split(/[|,，、。；;]+/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part));
  const [longest] = parts.sort((a, b) => b.length - a.length);
  // One everyday word is too little to know a subject by.
  return longest !== undefined && (longest.length >= 5 || /\p{Script=Han}{3}/u.test(longest)) ? longest : undefined;
}

/** The sentence says that it speaks of a target. */
const says =
  /\b(?:targets?|goals?|aims?|aimed|ambitions?|plans?|planned|pledg\w+|commit\w*|promis\w+|objectives?|is\s+to|are\s+to|must|wants?|wanted|intends?)\b|目标|规划|计划|力争|争取|确保|提出|承诺|要/i;
/** Or of what is expected, or was, or would be. */
const otherwise =
  /\?\s*$|？\s*$|\b(?:forecast\w*|expect\w*|project(?:s|ed|ions?)|predict\w*|estimat\w*|scenario\w*|could|might|may|if|unless|would|not|never|no\s+longer|instead|rather\s+than|analysts?|models?|short\s+of|miss(?:es|ed)?|proposed|call(?:s|ed)?\s+for|former(?:ly)?|previous(?:ly)?|old|earlier|originally|then|was|were|had)\b|预计|预测|有望|如果|若|不(?![低少高小大]于|超过|足)|未|没有|原定|此前|曾|建议|呼吁/i;
/** Right before a subject these words leave it what it is; any other may make a part of it. */
const leavesWhole =
  /(?:^|[,;:(“"'—–]\s*|\b(?:of|for|in|the|from|to|and|its|our|their|that|on|with|least|most|all|much|have|has|cut|cuts|cutting|reduc(?:e|es|ing)|lower(?:s|ing)?|rais(?:e|es|ing)|increas(?:e|es|ing)|install(?:s|ing)?|build(?:s|ing)?|reach(?:es|ing)?|deliver(?:s|ing)?|achiev(?:e|es|ing)|doubl(?:e|es|ing)|tripl(?:e|es|ing)|national|[kMGT]Wh?|per\s?cent|million|billion|tonnes)\s+|[%\d]\s*|[\p{Script=Han}，：、]\s*)$/iu;

/** UTF-16 units. */
const longestSentence = 2_000;

/** The values that a report's own words give to the subjects of targets. */
export function readTargetValues(report: Report): readonly TargetValue[] {
  if (report.vocabulary.ofKind('targets').length === 0) return [];
  const index = subjectIndex(report);
  return report.prose.blocks.flatMap((block, number): TargetValue[] => {
    if (block.kind === 'cell' || block.kind === 'heading') return [];
    const matches = index.find(block.text);
    if (matches.length === 0) return [];
    return sentencesIn(block).flatMap((sentence): TargetValue[] => {
      // A stretch without an end is no sentence.
      if (sentence.end - sentence.start > longestSentence) return [];
      // A superseded target is told of in the past tense, which is not read, or else by mistake.
      const here = startingIn(matches, ({ span }) => span.start, sentence).filter(
        ({ target: { target } }) => inForce([target], report.date).length > 0,
      );
      const subjects = new Set(here.map(({ target }) => target.target));
      const [match] = here;
      // Of two subjects nothing says which one a number is of.
      if (match === undefined || subjects.size !== 1) return [];
      const value = readValue(report, number, sentence, match.span, match.target);
      return value === undefined ? [] : [value];
    });
  });
}

function readValue(
  report: Report,
  number: number,
  sentence: Span,
  at: Span,
  { target, form }: Subject,
): TargetValue | undefined {
  const block = report.prose.blocks[number];
  if (block === undefined) return undefined;
  const { text } = block;
  const words = text.slice(sentence.start, sentence.end);
  const goal: Mention = { entry: target, form, block: number, at, span: block.span, inflected: false };
  if (!says.test(words) || otherwise.test(words) || !isOwnWords(report, goal)) return undefined;
  if (!leavesWhole.test(text.slice(sentence.start, at.start)) || namesOther(report, target, words, sentence, number))
    return undefined;
  const reading = quantitiesIn(report, number);
  const quantities = startingIn(reading.quantities, ({ span: own }) => own.start, sentence).filter(
    ({ kind }) => kind !== 'duration' && kind !== 'ordinal',
  );
  const milestones = target.milestones.filter(({ value, range }) => value !== undefined || range !== undefined);
  const [milestone] = milestones;
  if (milestone === undefined || milestones.length > 1) return undefined;
  const units = quantityOptions(report).units;
  const fitting = quantities.filter((quantity) => factor(quantity, milestone.unit, units) !== undefined);
  const [quantity] = fitting;
  if (quantity === undefined || fitting.length > 2) return undefined;
  const rangeEnd = quantity.rangeWith === undefined ? undefined : reading.quantities[quantity.rangeWith];
  if (fitting.length === 2 && rangeEnd !== fitting[1]) return undefined;
  const scale = factor(quantity, milestone.unit, units) as number;
  const periods = startingIn(reading.periods, ({ span }) => span.start, sentence);
  const holds = isMet(
    quantity.value * scale,
    rangeEnd === undefined ? undefined : rangeEnd.value * scale,
    quantity.roundStep * scale,
    milestone,
  );
  return {
    targets: [target],
    goal,
    clause: sentence,
    verb: quantity.span,
    tense: 'to-come',
    periods,
    language: form.language === 'zh' ? 'zh' : 'en',
    quantity,
    rangeEnd,
    milestone,
    holds,
  };
}

/** What turns a quantity's value into the milestone's unit; undefined where they measure different things. */
function factor(
  quantity: Quantity,
  unit: string | undefined,
  units: ReturnType<typeof quantityOptions>['units'],
): number | undefined {
  if (unit === undefined || quantity.unit === undefined) return unit === quantity.unit ? 1 : undefined;
  const own = unitScale(quantity.unit, units);
  const wanted = unitScale(unit, units);
  return own.unit === wanted.unit ? own.scale / wanted.scale : undefined;
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

/** Whether a sentence, or the report, is about another region's target. */
function namesOther(report: Report, target: Target, words: string, sentence: Span, number: number): boolean {
  const own = target.region ?? report.vocabulary.packs.find(({ name }) => name === target.pack)?.region;
  const regions = regionsIn(words, report.vocabulary);
  const isSame = (code: string) => own === undefined || (isWithin(code, own) && isWithin(own, code));
  if (regions.some(({ code }) => !isSame(code)) || (report.region !== undefined && !isSame(report.region))) return true;
  const mentions = mentionsIn(report, number, sentence).map(({ at }) => ({
    start: at.start - sentence.start,
    end: at.end - sentence.start,
  }));
  return namesUnknownPlace(words, regions, mentions);
}
