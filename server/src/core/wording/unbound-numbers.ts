import { isCompatible } from '../claims/compatible.js';
import type { Blocker } from '../claims/path.js';
import { readClaims, type Unbound } from '../claims/read-claims.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { type WordClass, wordClassOf } from '../language/english-word-class.js';
import { readWords } from '../language/words/words.js';
import { tokensIn } from '../markdown/block-words.js';
import { type Block, toSource } from '../markdown/blocks.js';
import type { MessageId } from '../messages/en.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Quantity } from '../quantities/index.js';
import { isUnit } from '../quantities/units.js';
import { mentionsIn } from '../report/mentions-in.js';
import type { Mention } from '../report/report.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { unitTable } from '../sentences/quantity-options.js';
import { sentenceHolding } from '../sentences/sentence.js';
import { once } from '../text/once.js';
import { lastStartingBy, lowerBound, startingIn } from '../text/ordered-spans.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';

/** Why a number is stated of no metric: what takes it away, or else what is missing. */
export type UnboundReason =
  | Blocker
  | Exclude<Unbound['reason'], 'partial-period' | 'further-number'>
  | 'no-number'
  | 'other-unit'
  | 'no-unit'
  | 'no-metric'
  | 'quoted'
  | 'citation'
  | 'heading'
  | 'cell';

/** A number of a report that is stated of no metric. */
export interface UnboundNumber {
  /** In the report. */
  readonly span: Span;
  readonly quantity: Quantity;
  /** As written, on one line. */
  readonly found: string;
  /** The metric beside it that it may be taken for. */
  readonly metric: EntryOf<'metrics'> | undefined;
  readonly reason: UnboundReason;
  /** The words that take it away. */
  readonly item: string | undefined;
}

/** A metric that a sentence names, and of which it says no number, with why. */
export interface UnboundMetric
  extends Pick<UnboundNumber, 'reason' | 'item'>,
    Pick<Unbound, 'block' | 'at' | 'metric'> {
  readonly name: string;
}

/** The metrics of a report that were named beside numbers and have none. */
export function unboundOf(report: Report): readonly UnboundMetric[] {
  return readClaims(report)
    .unbound.filter(({ reason }) => reason !== 'further-number')
    .map((unbound) => ({
      block: unbound.block,
      at: unbound.at,
      metric: unbound.metric,
      name: nameOf(unbound.metric, report.language),
      ...reasonOf(report, unbound),
    }));
}

/** The numbers of a report that are stated of no metric, in its order. */
export const unboundNumbers = once((report: Report): readonly UnboundNumber[] => {
  const { claims, unbound } = readClaims(report);
  const ranks = readRankClaims(report).flatMap(({ block, rankAt, streak }) =>
    [rankAt, streak?.span].flatMap((span) => (span === undefined ? [] : [{ block, span }])),
  );
  const bound = byBlock([...claims.map(({ block, at }) => ({ block, span: at })), ...ranks]);
  const refused = byBlock(
    unbound.flatMap((each) => (each.number === undefined ? [] : [{ ...each, span: each.number }])),
  );
  return report.prose.blocks.flatMap((block, index) =>
    quantitiesIn(report, index)
      .quantities.filter(({ span }) => holding(bound.get(index), span) === undefined)
      .map((quantity): UnboundNumber => {
        const { span } = quantity;
        const refusal = holding(refused.get(index), span);
        return {
          span: toSource(block, span),
          quantity,
          found: block.text.slice(span.start, span.end).replace(/\s+/g, ' '),
          ...(refusal === undefined
            ? reasonAround(report, index, quantity)
            : { metric: refusal.metric, ...reasonFor(report, block, refusal, quantity) }),
        };
      }),
  );
});

/** Why a number is not said of the metric that it was tried for. */
function reasonFor(
  report: Report,
  block: Block,
  refusal: Unbound,
  quantity: Quantity,
): Pick<UnboundNumber, 'reason' | 'item'> {
  if (fits(report, block, refusal.metric, quantity)) return reasonOf(report, refusal);
  return { reason: misfitOf(report, refusal.metric), item: undefined };
}

/** Why no such number can be a value of a metric. */
function misfitOf({ vocabulary }: Report, { measure: { kind, unit } }: EntryOf<'metrics'>): UnboundReason {
  if (unit === undefined) return kind === 'amount' ? 'no-unit' : 'other-unit';
  return isUnit(unit, unitTable(vocabulary)) ? 'other-unit' : 'unknown-unit';
}

function fits(report: Report, { text }: Block, metric: EntryOf<'metrics'>, quantity: Quantity): boolean {
  return isCompatible(metric, quantity, unitTable(report.vocabulary), text);
}

/** What stands at spans of blocks, for each block in the order of its text. */
function byBlock<T extends { readonly block: number; readonly span: Span }>(
  all: readonly T[],
): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const each of all) {
    const group = groups.get(each.block);
    if (group === undefined) groups.set(each.block, [each]);
    else group.push(each);
  }
  for (const group of groups.values()) group.sort((a, b) => a.span.start - b.span.start);
  return groups;
}

function holding<T extends { readonly span: Span }>(ordered: readonly T[] | undefined, at: Span): T | undefined {
  const last = ordered?.[lastStartingBy(ordered, ({ span }) => span.start, at.start)];
  return last !== undefined && overlaps(last.span, at) ? last : undefined;
}

/** Why, in words that go on behind a colon; `marked` puts the name of a metric and the words of the report in marks. */
export function unboundReason(
  number: Pick<UnboundNumber, 'reason' | 'item' | 'metric'>,
  language: string,
  locale: Locale,
): string {
  const { messageId, values } = unboundWhy(number, language);
  return render(messageId, values, locale);
}

/** The message that says why, with its values. */
export function unboundWhy(
  number: Pick<UnboundNumber, 'reason' | 'item' | 'metric'>,
  language: string,
): { readonly messageId: MessageId; readonly values: Readonly<Record<string, string>> } {
  return { messageId: messageOf(number.reason), values: valuesOf(number, language, inQuotes) };
}

/** What a number is not taken for and why, as a sentence without its end; beside the number without it. */
export function notTaken(
  { reason, item, metric, found }: UnboundNumber,
  language: string,
  locale: Locale,
  { marks = inQuotes, isBesideNumber = false }: { readonly marks?: Marks; readonly isBesideNumber?: boolean } = {},
): string {
  const ofMetric: MessageId = isBesideNumber ? 'unbound.of' : 'unbound';
  const id: MessageId = metric === undefined ? 'unbound.none' : ofMetric;
  const values = valuesOf({ item, metric }, language, marks);
  return render(id, { ...values, number: marks.number(found), why: messageOf(reason) }, locale);
}

/** How words of a pack and of a report are set off in a sentence. */
export interface Marks {
  number(text: string): string;
  metric(name: string): string;
  item(words: string): string;
}

const inQuotes: Marks = { number: (text) => text, metric: (name) => `“${name}”`, item: (words) => `“${words}”` };

const messageOf = (reason: UnboundReason) => `unbound.${reason}` as const satisfies MessageId;

function valuesOf(
  { item, metric }: Pick<UnboundNumber, 'item' | 'metric'>,
  language: string,
  marks: Marks,
): Readonly<Record<string, string>> {
  return {
    ...(item !== undefined && { item: marks.item(item) }),
    ...(metric !== undefined && { metric: marks.metric(nameOf(metric, language)) }),
  };
}

/** Why a number is none of a metric's that its sentence may not even name. */
function reasonAround(
  report: Report,
  index: number,
  quantity: Quantity,
): Pick<UnboundNumber, 'metric' | 'reason' | 'item'> {
  const block = report.prose.blocks[index] as Block;
  const because = (reason: UnboundReason, metric?: EntryOf<'metrics'>) => ({ metric, reason, item: undefined });
  if (isQuoted(block, quantity.span)) return because('quoted');
  if (isCitation(report, index)) return because('citation');
  if (block.kind !== 'paragraph') return because(block.kind);
  const sentence = sentenceHolding(report, block, quantity.span.start);
  if (sentence === undefined) return because('no-metric');
  const metrics = mentionsIn(report, index, sentence.span).flatMap(({ entry }) =>
    entry.kind === 'metrics' ? [entry] : [],
  );
  const [metric] = metrics;
  if (metric === undefined) return because('no-metric');
  if (sentence.isMisdated) return because('no-such-date', metric);
  const fitting = metrics.find((each) => fits(report, block, each, quantity));
  if (fitting !== undefined) return because('no-link', fitting);
  return because(misfitOf(report, metric), metric);
}

function reasonOf(report: Report, unbound: Unbound): Pick<UnboundNumber, 'reason' | 'item'> {
  const { reason, blocked, number } = unbound;
  const item = itemOf(report, unbound);
  if (blocked !== undefined && item !== undefined) return { reason: blocked.blocker, item };
  if (reason === 'partial-period' || reason === 'further-number') return { reason: 'no-link', item: undefined };
  return { reason: reason === 'no-link' && number === undefined ? 'no-number' : reason, item: undefined };
}

/** No more of a Chinese sentence than this is shown, in UTF-16 units: no word is known to end. */
const shownHan = 8;

/** The words that take a number away: a name, a noun, or a preposition with its noun. */
function itemOf(report: Report, { block: index, blocked, number }: Unbound): string | undefined {
  const block = report.prose.blocks[index];
  if (block === undefined || blocked === undefined) return undefined;
  const { text } = block;
  const { at } = blocked;
  const shown = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, ' ');
  const mentions = mentionsIn(report, index);
  const mention = mentions[lastStartingBy(mentions, (each) => each.at.start, at.start)];
  if (mention !== undefined && contains(mention.at, at)) return shown(mention.at);
  const word = text.slice(at.start, at.end);
  if (/^\p{Script=Han}/u.test(word)) return at.end - at.start > 1 ? word : hanRun(text, at, mentions);
  const own = /\p{L}/u.test(word) ? wordClassOf(word.toLowerCase()) : undefined;
  if (own !== undefined && heads.has(own)) return word;
  if ((own === 'verb' || own === 'gerund') && blocked.blocker !== 'second-verb') return word;
  // "Until June": a preposition with its noun. ", and reserves": the noun behind a mark or a joining word.
  const { starts, ends, folded } = tokensIn(block);
  const first = lowerBound(starts, (start) => start, at.start);
  const isHead = (i: number) => /\p{L}/u.test(folded[i] ?? '') && heads.has(wordClassOf(folded[i] as string));
  const beginning = (i: number) => (own === 'preposition' ? at.start : (starts[i] as number));
  const limit = number === undefined || number.start < at.start ? text.length : number.start;
  for (let i = first + 1; blocked.blocker !== 'second-verb' && i < first + reach && (starts[i] ?? limit) < limit; i++) {
    const start = beginning(i);
    const named = startingIn(mentions, (each) => each.at.start, {
      start: starts[i] as number,
      end: ends[i] as number,
    })[0];
    if (named !== undefined) return shown({ start, end: named.at.end });
    if (isHead(i)) return shown({ start, end: ends[i] as number });
  }
  // "A programme of 5": the noun stands before.
  for (let i = first - 1; i >= Math.max(0, first - reach); i--)
    if (isHead(i)) return shown({ start: starts[i] as number, end: ends[i] as number });
  return word;
}

/** Chinese words from the first that is not known to the next that is, or to another name. */
function hanRun(text: string, at: Span, mentions: readonly Mention[]): string {
  const next = mentions[lowerBound(mentions, (each) => each.at.start, at.end)]?.at.start ?? text.length;
  const run = /^\p{Script=Han}*/u.exec(text.slice(at.start, Math.min(at.start + shownHan, next)))?.[0] ?? '';
  const known = readWords(run.slice(1), 'zh').of('verbOfValue', 'howOrWhen', 'timeNoun', 'whole', 'has')[0]?.start;
  return known === undefined ? run : run.slice(0, known + 1);
}

/** How many words from a preposition or a mark its noun is looked for. */
const reach = 4;

/** What a phrase can be about. */
const heads: ReadonlySet<WordClass> = new Set<WordClass>(['open', 'pronoun', 'measure']);
