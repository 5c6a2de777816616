import { isAnotherDate, isAnotherMeeting } from '../events/another-meeting.js';
import { readEvents } from '../events/event-dates.js';
import { isBareDay } from '../events/written-dates.js';
import { shownPeriod } from '../language/shown-period.js';
import { type Block, toSource } from '../markdown/blocks.js';
import type { Locale } from '../messages/message.js';
import { postInWords } from '../people/post-in-words.js';
import { postsOf, spanOfPost } from '../people/posts-in-text.js';
import { datedRoles, mayHold, titlesOf } from '../people/roles.js';
import { names } from '../people/titles.js';
import { readWrongPosts } from '../people/wrong-posts.js';
import { citationsOf } from '../report/citations.js';
import type { Citation } from '../report/finding.js';
import { isOwnWords } from '../report/own-words.js';
import { blockOf, type Report } from '../report/report.js';
import { dateAt } from '../sentences/sentence.js';
import { shownMilestone } from '../targets/milestones.js';
import { readTargetRows } from '../targets/target-rows.js';
import { dueYears, readTargetStatements, type TargetStatement } from '../targets/target-statements.js';
import { readTargetValues } from '../targets/target-values.js';
import { datesOf } from '../targets/target-years.js';
import { overlaps, type Span } from '../text/span.js';
import type { Entry, EntryOf, Milestone } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { claimsOf, type ListedClaim } from './listed-claims.js';
import { notTaken, type UnboundReason, unboundNumbers } from './unbound-numbers.js';

/** What a report states of something that the packs know, or a number that is stated of nothing. */
export interface ListedStatement extends Partial<Omit<ListedClaim, 'kind' | 'span' | 'found' | 'verdict' | 'metric'>> {
  readonly kind: 'figure' | 'rank' | 'target' | 'event' | 'post';
  /** In the report. */
  readonly span: Span;
  /** As written, on one line. */
  readonly found: string;
  /** `pack/kind/id`; of an unbound number the metric that it may be taken for. */
  readonly entry: string | undefined;
  readonly verdict: ListedClaim['verdict'] | 'unbound';
  /** Of an unbound number: what takes it away, the words that do, and both as a sentence. */
  readonly blocker?: UnboundReason;
  readonly item?: string | undefined;
  readonly why?: string;
}

/**
 * What a report states of metrics, targets, events and people that the packs know, in its order; with `all`, the numbers
 * that are stated of nothing too. Records, sources and reasons are in the language of the reader.
 */
export function statementsOf(
  report: Report,
  locale: Locale,
  { all = false }: { readonly all?: boolean } = {},
): readonly ListedStatement[] {
  const listed = inOrder([
    ...claimsOf(report, locale).map(({ metric, ...claim }) => ({ ...claim, entry: metric })),
    ...targets(report, locale),
    ...events(report, locale),
    ...posts(report, locale),
  ]);
  if (!all) return listed;
  let next = 0;
  const unbound = unboundNumbers(report).filter(({ span }) => {
    while (next < listed.length && (listed[next] as ListedStatement).span.end <= span.start) next++;
    const nearest = listed[next];
    return nearest === undefined || !overlaps(nearest.span, span);
  });
  return inOrder([
    ...listed,
    ...unbound.map((number): ListedStatement => {
      const { span, found, metric, reason, item, quantity } = number;
      return {
        kind: 'figure',
        span,
        found,
        entry: metric?.fullName,
        ...(metric !== undefined && { name: nameOf(metric, report.language) }),
        value: quantity.value,
        unit: quantity.unit,
        verdict: 'unbound',
        blocker: reason,
        item,
        why: notTaken(number, report.language, locale, { isBesideNumber: true }),
      };
    }),
  ]);
}

const inOrder = (rows: readonly ListedStatement[]) => [...rows].sort((a, b) => a.span.start - b.span.start);

interface Stated {
  readonly kind: ListedStatement['kind'];
  readonly entry: Entry;
  readonly language: string;
  readonly block: Block;
  readonly at: Span;
  readonly period: string | undefined;
  readonly verdict: ListedClaim['verdict'];
  readonly record: string | undefined;
}

function rowOf(
  { vocabulary }: Report,
  locale: Locale,
  { kind, entry, language, block, at, period, verdict, record }: Stated,
): ListedStatement {
  const source: Citation | undefined = citationsOf(entry, vocabulary, locale)[0];
  return {
    kind,
    span: toSource(block, at),
    found: block.text.slice(at.start, at.end).replace(/\s+/g, ' '),
    entry: entry.fullName,
    name: nameOf(entry, language),
    period,
    region: entry.region,
    verdict,
    record,
    source,
  };
}

/** Values of targets, in prose and in tables, and years of those that have none. */
function targets(report: Report, locale: Locale): readonly ListedStatement[] {
  const shown = (milestone: Milestone | undefined) => milestone && shownMilestone(milestone, locale);
  const joined = (years: readonly string[]) => years.join(locale === 'zh' ? '、' : ', ');
  const row = (stated: Omit<Stated, 'kind'>) => rowOf(report, locale, { kind: 'target', ...stated });
  const values = readTargetValues(report).flatMap((statement) => {
    const { targets, goal, quantity, rangeEnd, milestone, year, holds, language } = statement;
    const [target] = targets;
    if (target === undefined) return [];
    const isDue = year !== undefined && dueYears(target).includes(year);
    // The value is right, and the year is not.
    const wrongYear = holds ? datesOf(report, statement) : undefined;
    return row({
      entry: target,
      language,
      block: blockOf(report, goal),
      at: wrongYear?.at ?? bothEnds(quantity.span, rangeEnd?.span),
      period: year,
      verdict: wrongYear !== undefined || (!holds && isDue) ? 'wrong' : heldOrUnknown(holds),
      record: wrongYear === undefined ? shown(milestone) : joined(wrongYear.years),
    });
  });
  // "95% by 2030": its value has its year.
  const isValued = ({ targets, goal, clause }: TargetStatement) =>
    readTargetValues(report).some(
      (value) =>
        value.goal.block === goal.block &&
        value.clause.start <= clause.start &&
        clause.end <= value.clause.end &&
        value.targets.some((target) => targets.includes(target)),
    );
  const cells = readTargetRows(report).flatMap(({ target, values }) =>
    values.map(({ block, quantity, rangeEnd, year, milestone, holds }) =>
      row({
        entry: target,
        language: report.language,
        block: report.prose.blocks[block] as Block,
        at: bothEnds(quantity.span, rangeEnd?.span),
        period: year,
        verdict: holds ? 'holds' : milestone === undefined ? 'unknown' : 'wrong',
        record: shown(milestone),
      }),
    ),
  );
  const years = readTargetStatements(report).flatMap((statement) => {
    const { targets, goal, periods, language } = statement;
    const wrong = datesOf(report, statement);
    const target = wrong?.target ?? targets[0];
    const due = targets.flatMap(dueYears);
    const right = periods.find(({ period }) => due.includes(period));
    const at = wrong?.at ?? right?.span;
    if (target === undefined || at === undefined || isValued(statement)) return [];
    const block = blockOf(report, goal);
    return row({
      entry: target,
      language,
      block,
      at,
      period: wrong === undefined ? right?.period : block.text.slice(at.start, at.end),
      verdict: wrong === undefined ? 'holds' : 'wrong',
      record: joined([...new Set(due)]),
    });
  });
  return [...values, ...cells, ...years];
}

function heldOrUnknown(isHeld: boolean): ListedClaim['verdict'] {
  return isHeld ? 'holds' : 'unknown';
}

const bothEnds = (span: Span, other: Span = span): Span => ({
  start: Math.min(span.start, other.start),
  end: Math.max(span.end, other.end),
});

/** Dates of events. */
function events(report: Report, locale: Locale): readonly ListedStatement[] {
  return readEvents(report).flatMap((found) => {
    const { event, mention, dates, isNamed } = found;
    if (!isNamed) return [];
    const { date } = event;
    const isOther = date === undefined || isAnotherMeeting(report, found);
    return dates
      .filter(({ period }) => !isBareDay(period))
      .map(({ period, span, block }) =>
        rowOf(report, locale, {
          kind: 'event',
          entry: event,
          language: mention.form.language,
          block: block === undefined ? blockOf(report, mention) : (report.prose.blocks[block] as Block),
          at: span,
          period,
          verdict: isOther ? 'unknown' : isAnotherDate(report, found, period, date) ? 'wrong' : 'holds',
          record: date && shownPeriod(date, locale),
        }),
      );
  });
}

/** Posts of people, on the day that their sentence is of. */
function posts(report: Report, locale: Locale): readonly ListedStatement[] {
  const { vocabulary } = report;
  const roles = datedRoles(vocabulary);
  if (roles.length === 0) return [];
  const wrongPosts = new Map([...readWrongPosts(report)].map((wrong) => [wrong.post.person, wrong]));
  return report.mentions.flatMap((mention) => {
    if (mention.entry.kind !== 'people' || !isOwnWords(report, mention)) return [];
    const person: EntryOf<'people'> = mention.entry;
    const block = blockOf(report, mention);
    const date = dateAt(report, block, mention.at.start);
    return postsOf(report, mention).map((post) => {
      const wrong = wrongPosts.get(mention);
      const isWrong = wrong !== undefined && wrong.post.titleAt.start === post.titleAt.start;
      const held = roles.find(
        (role) =>
          role.person === person &&
          date !== undefined &&
          mayHold(role.term, date) &&
          titlesOf(role).some((title) => names(post.title, title, vocabulary)),
      );
      const record = isWrong ? (wrong.expected ?? wrong.holder) : held;
      return rowOf(report, locale, {
        kind: 'post',
        entry: person,
        language: mention.form.language,
        block,
        at: spanOfPost(post),
        period: date,
        verdict: isWrong ? 'wrong' : heldOrUnknown(held !== undefined),
        record: record && postInWords(vocabulary, record, locale),
      });
    });
  });
}
