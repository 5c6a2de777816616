import type { QuantityReading, ReadOptions } from './quantity.js';

/** The quantities and periods of a running text. */
export function readQuantities(_text: string, _options: ReadOptions = {}): QuantityReading {
  return { quantities: [], periods: [] };
}
