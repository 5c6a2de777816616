import assert from 'node:assert/strict';
import {
  applyEdits,
  claimsOf,
  completionsAt,
  definitionAt,
  type Finding,
  findingMessage,
  fixTitle,
  hoverAt,
  type Locale,
  lintReport,
  type Problem,
  problemMessage,
  type Range,
  type Report,
  type ReportSettings,
  readReport,
  type Span,
  toSource,
  unboundOf,
  unreadMessage,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { holdFix } from '../core/fix-oracle.js';

const locales: readonly Locale[] = ['en', 'zh'];

/** Microseconds of processor time that any input may take, and that each of its characters may take. */
const allowed = { input: 1_500_000, character: 400 };

/**
 * Does a piece of work and holds its processor time, not the clock's, to the length of what it reads, in characters. One
 * that takes too long is done again, since the first time the engine compiles.
 */
export function inTime<T>(length: number, work: () => T): T {
  const limit = allowed.input + allowed.character * length;
  let result: T;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && least > limit; i++) {
    const took = processorTime(() => {
      result = work();
    });
    least = Math.min(least, took);
  }
  assert.ok(least <= limit, `${length} characters take ${Math.round(least / 1000)} ms`);
  // biome-ignore lint/style/noNonNullAssertion: the loop ran.
  return result!;
}

/** In microseconds. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Holds four times the pieces to less than nine times the time, when that is more than noise. */
export function holdGrowth(phrase: string, vocabulary: Vocabulary, settings: ReportSettings): void {
  const [few, many] = [2_500, 10_000].map((length) => phrase.repeat(Math.ceil(length / Math.max(1, phrase.length))));
  const read = (text: string) => () => {
    const report = readReport(text, vocabulary, settings);
    lintReport(report);
    claimsOf(report, 'en');
  };
  let best = { few: Number.POSITIVE_INFINITY, many: Number.POSITIVE_INFINITY };
  const isTooFast = () => best.many > 9 * best.few + 400_000;
  for (let i = 0; i < 3 && (i === 0 || isTooFast()); i++) {
    best = {
      few: Math.min(best.few, processorTime(read(few as string))),
      many: Math.min(best.many, processorTime(read(many as string))),
    };
  }
  const [a, b] = [best.few, best.many].map((time) => `${Math.round(time / 1000)} ms`);
  assert.ok(!isTooFast(), `four times as many pieces take ${b} in place of ${a}`);
}

function holdSpan({ start, end }: Span, text: string, what: string): void {
  const place = `${what} ${start}–${end} of ${text.length}`;
  assert.ok(Number.isInteger(start) && Number.isInteger(end), `no offsets: ${place}`);
  assert.ok(0 <= start && start <= end && end <= text.length, `outside of the text: ${place}`);
  for (const offset of [start, end]) assert.ok(!splitsPair(text, offset), `in a surrogate pair: ${place}`);
}

function splitsPair(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[offset] ?? '');
}

function holdWords(message: string, what: string): void {
  assert.ok(message.trim() !== '', `no words: ${what}`);
  // Not the rule acronym-undefined.
  assert.doesNotMatch(message, /(?<![-\w])undefined(?![-\w])|\[object /, what);
}

/** Reads a report and asks all that a host asks; every place that comes back is whole, every message has words. */
export function holdReport(
  text: string,
  vocabulary: Vocabulary,
  settings: ReportSettings,
  cursors: readonly number[],
): readonly Finding[] {
  const [report, findings] = inTime(text.length, () => {
    const report = readReport(text, vocabulary, settings);
    return [report, lintReport(report)] as const;
  });
  holdPlaces(report);
  for (const finding of findings) {
    const { rule, span, fixes } = finding;
    holdSpan(span, report.text, rule);
    for (const locale of locales) holdWords(findingMessage(finding, locale), rule);
    for (const fix of fixes) {
      for (const { span } of fix.edits) holdSpan(span, report.text, `a fix of ${rule}`);
      const inOrder = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
      for (const [i, { span }] of inOrder.entries()) {
        assert.ok(i === 0 || (inOrder[i - 1] as (typeof inOrder)[0]).span.end <= span.start, `edits overlap: ${rule}`);
      }
      applyEdits(report.text, inOrder);
      for (const locale of locales) holdWords(fixTitle(fix, locale), `a fix of ${rule}`);
    }
  }
  assert.deepEqual(
    findings.map(({ span }) => span.start),
    findings.map(({ span }) => span.start).sort((a, b) => a - b),
    'findings in order',
  );
  const keys = findings.map(({ rule, span, entry, messageId, values }) =>
    JSON.stringify([rule, span, entry, messageId, values]),
  );
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  assert.equal(twice, undefined, 'the same finding twice');
  inTime(text.length, () => {
    for (const { span } of claimsOf(report, 'en')) holdSpan(span, report.text, 'a claim');
    unboundOf(report);
  });
  for (const cursor of cursors) holdAssist(report, cursor % (report.text.length + 1));
  return findings;
}

function holdPlaces(report: Report): void {
  const { text, prose, mentions, sections, suppressions, unread } = report;
  for (const [i, block] of prose.blocks.entries()) {
    holdSpan(block.span, text, `block ${i}`);
    let before = block.span.start;
    for (let at = 0; at < block.text.length; at++) {
      const { start, end } = toSource(block, { start: at, end: at + 1 });
      assert.ok(before <= start && start <= end && end <= block.span.end, `block ${i} is out of order at ${at}`);
      before = start;
    }
    for (const span of [...block.quotations, ...block.titles]) holdSpan(span, block.text, `a quotation of block ${i}`);
    const source = text.slice(block.span.start, block.span.end);
    for (const span of block.labels) holdSpan(span, source, `a label of block ${i}`);
  }
  const spans: Readonly<Record<string, readonly { readonly span: Span }[]>> = {
    list: prose.lists,
    'list item': prose.lists.flatMap(({ items }) => items),
    table: prose.tables,
    comment: prose.comments,
    section: sections,
    suppression: suppressions,
    mention: mentions,
    unread,
  };
  for (const [what, all] of Object.entries(spans)) for (const { span } of all) holdSpan(span, text, what);
  for (const each of unread) for (const locale of locales) holdWords(unreadMessage(each, locale), 'unread');
}

function holdAssist(report: Report, cursor: number): void {
  for (const locale of locales) {
    const hover = hoverAt(report, cursor, locale);
    if (hover !== undefined) holdSpan(hover.span, report.text, 'hover');
    for (const trigger of ['typed', 'invoked'] as const) {
      for (const { span, additionalEdits } of completionsAt(report, cursor, locale, trigger)) {
        assert.ok(span.start <= cursor && cursor <= span.end, 'a completion elsewhere');
        if (!splitsPair(report.text, cursor)) holdSpan(span, report.text, 'completion');
        for (const edit of additionalEdits) holdSpan(edit.span, report.text, 'completion');
      }
    }
  }
  for (const { origin } of definitionAt(report, cursor)) holdSpan(origin, report.text, 'definition');
}

/** Problems stand in their files and have words. */
export function holdProblems(problems: readonly Problem[], texts: ReadonlyMap<string, string>): void {
  for (const problem of problems) {
    const { path, range, messageId } = problem;
    for (const locale of locales) holdWords(problemMessage(problem, locale), messageId);
    const text = texts.get(path);
    if (text !== undefined) holdRange(range, text, messageId);
    else assert.equal(messageId, 'pack.no-manifest', `a problem of no file: ${path}`);
  }
}

function holdRange({ start, end }: Range, text: string, what: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, character } of [start, end]) {
    assert.ok(character <= (lines[line]?.length ?? -1) + 1, `outside of the file: ${what} at ${line}:${character}`);
  }
  assert.ok(
    start.line < end.line || (start.line === end.line && start.character <= end.character),
    `ends before it starts: ${what}`,
  );
}

/** What of findings must stay the same when a text changes in nothing that counts. `move` leads to the offsets there. */
function comparable(text: string, vocabulary: Vocabulary, settings: ReportSettings, move = (offset: number) => offset) {
  const report = readReport(text, vocabulary, settings);
  const moved = ({ start, end }: Span) => [move(start), move(end)];
  return {
    unread: report.unread.map(({ span, reason }) => [reason, ...moved(span)]),
    findings: lintReport(report).map(({ rule, span, severity, messageId, entry, values, fixes }) => ({
      rule,
      span: moved(span),
      severity,
      messageId,
      entry,
      values: JSON.stringify(values).replace(/\\r\\n/g, '\\n'),
      fixes: fixes.map(({ safe, edits }) => [
        safe,
        ...edits.map((edit) => [...moved(edit.span), edit.text.replace(/\r\n/g, '\n')]),
      ]),
    })),
  };
}

/** `text` has \n alone and no mark: with a mark, or with \r\n, it gives the same findings. */
export function holdEncodings(text: string, vocabulary: Vocabulary, settings: ReportSettings): void {
  const plain = comparable(text, vocabulary, settings);
  assert.deepEqual(comparable(`\uFEFF${text}`, vocabulary, settings), plain, 'a byte order mark changes the findings');
  const returns: number[] = [0];
  for (let i = 0; i < text.length; i++) returns.push((returns[i] as number) + (text[i] === '\n' ? 1 : 0));
  const move = (offset: number) => offset + (returns[offset] as number);
  assert.deepEqual(
    comparable(text.replaceAll('\n', '\r\n'), vocabulary, settings),
    comparable(text, vocabulary, settings, move),
    'CRLF changes the findings',
  );
}

/** Safe fixes change nothing the second time and bring no finding that was not there. */
export function holdFixes(text: string, vocabulary: Vocabulary, settings: ReportSettings): void {
  const { harm } = holdFix(text.replace(/^\uFEFF/, ''), vocabulary, settings);
  for (const kind of ['findings', 'idempotence'] as const) {
    assert.equal(harm.get(kind), undefined, `a fix does harm to ${kind}`);
  }
}
