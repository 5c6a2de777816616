import { sentencesIn } from '../markdown/block-sentences.js';
import { type Quantity, type QuantityReading, readQuantities, type UnitTable } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';

const quantitiesOf = new WeakMap<Report, (QuantityReading | undefined)[]>();
const unitTables = new WeakMap<Vocabulary, UnitTable>();

/** The quantities and periods of a block, read once. */
export function quantitiesIn(report: Report, block: number): QuantityReading {
  let all = quantitiesOf.get(report);
  if (all === undefined) {
    all = [];
    quantitiesOf.set(report, all);
  }
  let reading = all[block];
  if (reading === undefined) {
    const read = readQuantities(report.prose.blocks[block]?.text ?? '', quantityOptions(report));
    reading = { ...read, quantities: read.quantities.map(withRate) };
    all[block] = reading;
  }
  return reading;
}

/** A claim of a rate begins at its denominator: 每兆瓦时50英镑 is in GBP/MWh. */
function withRate(quantity: Quantity): Quantity {
  const { rate, span } = quantity;
  if (rate === undefined) return quantity;
  const whole: Quantity = { ...quantity, span: { start: Math.min(rate.start, span.start), end: span.end } };
  return rate.unit === undefined ? whole : { ...whole, kind: 'quantity', unit: rate.unit };
}

export function quantityOptions(report: Report) {
  return {
    units: unitTable(report.vocabulary),
    language: report.language,
    ...(report.region !== undefined && { region: report.region }),
    ...(report.date !== undefined && { reportDate: report.date.day }),
  };
}

/** The units that the packs declare. */
export function unitTable(vocabulary: Vocabulary): UnitTable {
  let table = unitTables.get(vocabulary);
  if (table === undefined) {
    table = Object.entries(vocabulary.units).map(([id, unit]) => ({
      id,
      forms: Object.values(unit.forms ?? {}).flat(),
      ...(unit.of !== undefined && { of: unit.of }),
      ...(unit.scale !== undefined && { scale: unit.scale }),
    }));
    unitTables.set(vocabulary, table);
  }
  return table;
}

/** Whether a part of a block has a date that does not exist, so that nobody knows of which date it speaks. */
export function isMisdated(report: Report, block: number, part: Span): boolean {
  return startingIn(quantitiesIn(report, block).unreadable, ({ span }) => span.start, part).some(
    ({ reason }) => reason === 'no-such-date',
  );
}

/** A sentence with the quantities and periods that begin in it. */
export interface ReadSentence extends Omit<QuantityReading, 'unreadable'> {
  readonly span: Span;
  /** It has a date that does not exist, and nothing else is read in it. */
  readonly misdated: boolean;
}

const sentencesOfReport = new WeakMap<Report, (readonly ReadSentence[] | undefined)[]>();

/**
 * The sentences of a block with their quantities and periods, in one sweep; those without an end are left out, and those
 * with a date that does not exist, for nobody knows which was meant.
 */
export function readSentences(report: Report, index: number): readonly ReadSentence[] {
  let all = sentencesOfReport.get(report);
  if (all === undefined) {
    all = [];
    sentencesOfReport.set(report, all);
  }
  const known = all[index];
  if (known !== undefined) return known;
  const block = report.prose.blocks[index];
  const sentences: ReadSentence[] = [];
  if (block !== undefined) {
    const { quantities, periods } = quantitiesIn(report, index);
    let quantity = 0;
    let period = 0;
    for (const { isEndless, ...span } of sentencesIn(block)) {
      const firstQuantity = quantity;
      const firstPeriod = period;
      while (quantity < quantities.length && (quantities[quantity]?.span.start as number) < span.end) quantity++;
      while (period < periods.length && (periods[period]?.span.start as number) < span.end) period++;
      const misdated = isMisdated(report, index, span);
      const isUnread = misdated || isEndless;
      sentences.push({
        span,
        misdated,
        quantities: isUnread ? [] : quantities.slice(firstQuantity, quantity),
        periods: isUnread ? [] : periods.slice(firstPeriod, period),
      });
    }
  }
  all[index] = sentences;
  return sentences;
}
