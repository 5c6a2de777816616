import { type QuantityReading, readQuantities } from '../quantities/index.js';
import type { Facts } from '../report/facts.js';
import type { Report } from '../report/report.js';
import { once } from '../text/once.js';
import { quantityOptions } from './quantity-options.js';

/** Of words that a report has, and of those that the reading before it had: what neither has is let go. */
interface Readings {
  of: Report | undefined;
  now: Map<string, QuantityReading>;
  before: ReadonlyMap<string, QuantityReading>;
}

/** By facts, which tell how words are read. */
const readings = once((_: Facts): Readings => ({ of: undefined, now: new Map(), before: new Map() }));

/** The quantities and periods of a few words: a head or a cell of a table, a caption. What is asked again is not read again. */
export function quantitiesOf(report: Report, words: string): QuantityReading {
  const known = readings(report.facts);
  if (known.of !== report) {
    known.of = report;
    known.before = known.now;
    known.now = new Map();
  }
  let reading = known.now.get(words);
  if (reading === undefined) {
    reading = known.before.get(words) ?? readQuantities(words, quantityOptions(report));
    known.now.set(words, reading);
  }
  return reading;
}
