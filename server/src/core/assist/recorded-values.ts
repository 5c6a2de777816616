import type { Claim } from '../claims/claim.js';
import { writtenRecord } from '../claims/interval.js';
import { publicRecords } from '../claims/public-records.js';
import { readClaims } from '../claims/read-claims.js';
import { isSamePeriod } from '../claims/same-period.js';
import { shownPeriod } from '../language/shown-period.js';
import { type Block, rowWith, type Table } from '../markdown/blocks.js';
import type { Locale } from '../messages/message.js';
import { readQuantities } from '../quantities/read-quantities.js';
import { citationsOf } from '../report/citations.js';
import { shortCitation } from '../report/finding-message.js';
import { datedLike, type Report, readReport } from '../report/report.js';
import { quantityOptions } from '../sentences/quantity-options.js';
import { isSourced } from '../sentences/sourcing.js';
import { contains, type Span } from '../text/span.js';
import { visible } from '../text/visible.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import { inLanguage, nameOf } from '../vocabulary/preferred-form.js';
import { footnoteOf } from '../wording/footnote.js';
import { shownAmount, shownRecord } from '../wording/shown-value.js';
import { literal } from '../wording/written-record.js';
import type { Completion } from './answers.js';
import { sourceLine } from './describe-entry.js';
import { plainText } from './plain-text.js';

/** Offered at one place at most. */
const limit = 5;

/** Characters of Chinese after which a value comes: 为, 达, 达到, 超过, and digits. */
export const valueTriggers = '为达到过约0123456789';

/** The paragraph or table that the cursor is in, as it would be with a number there. */
interface Place {
  readonly report: Report;
  readonly block: Block;
  readonly index: number;
  /** Of a cell. */
  readonly table: Table | undefined;
  readonly row: readonly number[];
  readonly column: number;
  /** The digits typed so far. */
  readonly typed: Span;
}

/**
 * The recorded values of the metric that a number at this place would be said of, each with the footnote of its
 * source. Where sentence, heading or table name a period, those of that period, and the period is not said again.
 */
export function recordedValuesAt(report: Report, offset: number, locale: Locale): readonly Completion[] {
  const place = placeAt(report, offset);
  if (place === undefined) return [];
  const { table, typed } = place;
  // Of a cell, what heads its column or its row.
  const heads = table === undefined ? [place.index] : [table.rows[0]?.[0], table.rows[0]?.[place.column], place.row[0]];
  const mentions = report.mentions.filter(
    ({ block, span, entry }) => entry.kind === 'metrics' && heads.includes(block) && span.end <= typed.start,
  );
  for (const { entry, span, form } of table === undefined ? mentions.slice(-1) : mentions) {
    const metric = entry as EntryOf<'metrics'>;
    const records = publicRecords(report, metric);
    const [latest] = records;
    const link = table === undefined ? report.text.slice(span.end, typed.start) : undefined;
    if (latest === undefined || (link !== undefined && endsInNumber(report, link))) continue;
    const language = table === undefined ? form.language : report.language;
    const amount = shownAmount(latest.value, writtenRecord(latest).step, metric.measure.unit, language);
    const dated = [amount, withPeriod(amount, latest, language)];
    const claim = (table === undefined ? dated : ['1', amount])
      .map((words) => claimWith(place, words))
      .find((found) => found?.metric === metric);
    if (claim === undefined) continue;
    return offersFor(claim, records, { ...place, metric, language, link, locale });
  }
  return [];
}

interface Offering extends Place {
  readonly metric: EntryOf<'metrics'>;
  readonly language: string;
  /** The words between the metric and the value; undefined in a table. */
  readonly link: string | undefined;
  readonly locale: Locale;
}

function offersFor(claim: Claim & { readonly named: boolean }, records: readonly Observation[], offering: Offering) {
  const { report, metric, typed, language, locale, table, index } = offering;
  const { period } = claim;
  const { comparator } = claim.quantity;
  const own = records
    .filter((record) => period !== undefined && isSamePeriod(record.period, period))
    .sort((a, b) => Number(b.comparator === comparator) - Number(a.comparator === comparator));
  // A year that has no record has none to offer; "in September 2023 the bureau said" is no year of the metric.
  const others = own.length > 0 ? claim.named : records.some((record) => record.period.length === period?.length);
  const offered = table !== undefined || others ? own : [...own, ...records.filter((record) => !own.includes(record))];
  const begun = report.text.slice(typed.start, typed.end);
  const found = new Map<string, Completion>();
  for (const record of offered) {
    const amount = amountOf(record, claim, offering);
    if (amount === undefined) continue;
    const words = table === undefined ? inSentence(amount, record, own.includes(record), offering) : amount;
    if (found.has(words) || !words.startsWith(begun)) continue;
    const source = record.source;
    const note =
      source === undefined || (table !== undefined && isSourced(report, index))
        ? undefined
        : footnoteOf(report, source, metric.pack);
    const [citation] = citationsOf(metric, report.vocabulary, locale, source === undefined ? [] : [{ source }]);
    // At the very end of the text the footnote would stand where the value does.
    const behind = note?.edits.some(({ span }) => span.start === typed.end) === true;
    found.set(words, {
      label: visible(words),
      detail: [shownPeriod(record.period, locale), citation && shortCitation(citation, locale)]
        .filter((part) => part !== undefined)
        .join(locale === 'zh' ? '，' : ', '),
      documentation: [
        `**${plainText(nameOf(metric, language))}**`,
        plainText(inLanguage(record.note, locale) ?? ''),
        citation === undefined ? '' : sourceLine(citation, locale),
      ]
        .filter((line) => line !== '')
        .join('\n\n'),
      kind: 'metrics',
      entry: metric.fullName,
      span: typed,
      text: note === undefined ? literal(words) : `${literal(words)}[^${note.label}]`,
      stops: [],
      filterText: words,
      additionalEdits: behind ? [] : (note?.edits ?? []),
      behind: behind ? (note?.edits ?? []).map(({ text }) => text).join('') : '',
    });
  }
  return [...found.values()].slice(0, limit);
}

/** The cell or paragraph at an offset; nothing inside a word, in a block quote or in a footnote. */
function placeAt(report: Report, offset: number): Place | undefined {
  const start =
    offset - (/(?<![\d.,])\d[\d.,]*$/.exec(report.text.slice(Math.max(0, offset - 30), offset))?.[0].length ?? 0);
  // Of a word, or of the mark of a note: [^.
  if (/[\p{Script=Latin}\d.,^-]/u.test(report.text[start - 1] ?? '')) return undefined;
  const index = report.prose.blocks.findIndex(
    ({ span }) => span.start <= start && (offset <= span.end || /^[ \t]*$/.test(report.text.slice(span.end, offset))),
  );
  const block = report.prose.blocks[index];
  if (block === undefined || block.kind === 'heading' || block.quoted || block.footnote !== undefined) return undefined;
  const table = block.kind === 'cell' ? report.prose.tables.find(({ span }) => contains(span, block.span)) : undefined;
  // A cell that is not empty has its value.
  if (block.kind === 'cell' && block.text.trim() !== report.text.slice(start, offset)) return undefined;
  const row = (table && rowWith(table, index)) ?? [];
  return { report, block, index, table, row, column: row.indexOf(index), typed: { start, end: offset } };
}

/** Whether words end in a number, "为33.1万", "was 33.1 trillion ": it is being written, and no other stands right behind it. */
function endsInNumber(report: Report, words: string): boolean {
  const last = readQuantities(words, quantityOptions(report)).quantities.at(-1);
  return last !== undefined && !/[^\s*_]/.test(words.slice(last.span.end));
}

/** What a number at the place would be read as, under the headings that it stands under. */
function claimWith(
  { report, block, table, row, typed }: Place,
  words: string,
): (Claim & { readonly named: boolean }) | undefined {
  const { text, prose, sections, vocabulary, language, region } = report;
  const sourceOf = (index: number | undefined) => {
    const span = index === undefined ? undefined : prose.blocks[index]?.span;
    return span === undefined ? '' : `${text.slice(span.start, span.end)}\n\n`;
  };
  const headings = sections.filter(({ span }) => contains(span, block.span)).map(({ heading }) => heading);
  let before = [...new Set([...headings, table?.caption])].map(sourceOf).join('');
  let whole = { start: block.span.start, end: Math.max(block.span.end, typed.end) };
  if (table !== undefined) {
    // The header with the line under it, and the cell's own row.
    const second = prose.blocks[table.rows[1]?.[0] ?? -1]?.span.start ?? table.span.start;
    before += text.slice(table.span.start, second).replace(/\n[ \t]+/g, '\n');
    whole = {
      start: prose.blocks[row[0] ?? -1]?.span.start ?? second,
      end: prose.blocks[row.at(-1) ?? -1]?.span.end ?? typed.end,
    };
  }
  const lead = before + text.slice(whole.start, typed.start);
  const reading = readReport(withFootnotes(`${lead}${words}${text.slice(typed.end, whole.end)}`), vocabulary, {
    language,
    ...(region !== undefined && { region }),
    ...datedLike(report),
  });
  const claim = readClaims(reading).claims.find(
    ({ span }) => span.end > lead.length && span.start < lead.length + words.length,
  );
  if (claim === undefined) return undefined;
  const sentence = reading.prose.blocks[claim.block]?.text.slice(claim.sentence.start, claim.sentence.end) ?? '';
  return { ...claim, named: claim.period !== undefined && sentence.includes(claim.period.slice(0, 4)) };
}

/** A mark without its note would be words of the sentence, "yuan.[^daily] In 2021", and join it to the next. */
function withFootnotes(text: string): string {
  const marks = new Set(text.match(/\[\^[^\][\s]{1,200}\]/g));
  return [text, ...[...marks].map((mark) => `${mark}: .`)].join('\n\n');
}

/** The amount as the report writes such amounts, fit to the hedge that stands before it; undefined where none fits. */
function amountOf(record: Observation, claim: Claim, { report, metric, language, table, typed }: Offering) {
  const { comparator } = claim.quantity;
  // A cell has no room for the record's own hedge.
  if (table !== undefined && record.comparator !== comparator) return undefined;
  if (record.comparator !== undefined && comparator !== undefined && record.comparator !== comparator) return undefined;
  const { step } = writtenRecord(record);
  const bound = record.comparator === undefined ? boundBy(record.value, comparator) : undefined;
  const value = bound?.value ?? record.value;
  const digits = bound?.step ?? step;
  if (bound !== undefined && (bound.step <= step || value === record.value)) return undefined;
  if (table !== undefined) {
    const like = readClaims(report).claims.find((other) => other.metric === metric && contains(table.span, other.span));
    return digitsLike(value / claim.factor / claim.quantity.written.scale, digits / claim.quantity.written.scale, like);
  }
  const like = readClaims(report).claims.findLast(
    (other) =>
      !other.inTable &&
      other.language === language &&
      other.unit === metric.measure.unit &&
      other.quantity.rangeWith === undefined &&
      other.span.end <= typed.start,
  );
  const hedge =
    comparator === undefined
      ? shownRecord({ ...record, value }, metric.measure.unit, language).replace(
          shownAmount(value, step, metric.measure.unit, language),
          '',
        )
      : '';
  return hedge + (inStyleOf(like, value, digits, report) ?? shownAmount(value, digits, metric.measure.unit, language));
}

/** "More than 40 trillion" for 40.1644: two digits, cut or rounded so that the hedge is true. */
function boundBy(value: number, comparator: Observation['comparator']) {
  if (comparator === undefined || comparator === 'exactly') return undefined;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - 1);
  const round = /^a(?:bove|t-least)$/.test(comparator) ? Math.floor : comparator === 'about' ? Math.round : Math.ceil;
  return { value: round(value / step) * step, step };
}

/** "¥37.3tn" for "¥40.2tn": sign, scale and number of digits are the writer's. */
function inStyleOf(like: Claim | undefined, value: number, step: number, report: Report): string | undefined {
  const block = like && report.prose.blocks[like.block];
  if (like === undefined || block === undefined) return undefined;
  const { span, written, comparatorSpan } = like.quantity;
  const unit = like.factor * written.scale;
  const end = comparatorSpan !== undefined && comparatorSpan.start > written.span.end ? comparatorSpan.start : span.end;
  if (!/^[\d.,]+$/.test(block.text.slice(written.span.start, written.span.end))) return undefined;
  if (Math.abs(value) < unit || step > unit) return undefined;
  const start = block.text.slice(span.start, written.span.start);
  return `${start}${digitsLike(value / unit, step / unit, like)}${block.text.slice(written.span.end, end)}`.replace(
    /\s+/g,
    ' ',
  );
}

/** As many decimals as a number of the report has, and no more than the record's. */
function digitsLike(value: number, step: number, like: Claim | undefined): string {
  const own = Math.max(0, Math.min(12, Math.round(-Math.log10(step))));
  const decimals = Math.min(own, like?.quantity.written.digits.split('.')[1]?.length ?? own);
  return value.toFixed(decimals);
}

function withPeriod(amount: string, { period }: Observation, language: string): string {
  const words = shownPeriod(period, language);
  return language === 'zh' ? `${amount}（${words}）` : `${amount} in ${words}`;
}

/** "stood at 37.3 trillion yuan in 2021"; 2021年为37.3万亿元; what already stands there is left out. */
function inSentence(amount: string, record: Observation, named: boolean, { link, language }: Offering): string {
  const words = shownPeriod(record.period, language);
  if (language === 'zh') {
    if (!/^(?:在?[\d年季度月第一二三四至—-]*)$/.test(link ?? ''))
      return named ? amount : withPeriod(amount, record, language);
    return `${named ? '' : words}${record.comparator === undefined ? '为' : ''}${amount}`;
  }
  const verb = /^\s*(?:(?:in|for|during)\s[\dQ/\s–-]*)?$/.test(link ?? '') ? 'stood at ' : '';
  return `${verb}${named ? amount : withPeriod(amount, record, language)}`;
}
