import { type QuantityReading, readQuantities } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { once } from '../text/once.js';
import { quantityOptions } from './quantity-options.js';

/** By report, since its date, region and language tell how words are read. */
const readings = once((report: Report) => ({
  options: quantityOptions(report),
  byText: new Map<string, QuantityReading>(),
}));

/** The quantities and periods of a few words: a head or a cell of a table, a caption. What is asked again is not read again. */
export function quantitiesOf(report: Report, words: string): QuantityReading {
  const { options, byText } = readings(report);
  let reading = byText.get(words);
  if (reading === undefined) {
    reading = readQuantities(words, options);
    byText.set(words, reading);
  }
  return reading;
}
