import type { QuantityReading } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { quantitiesOf } from './sentence.js';

const nothing: QuantityReading = { quantities: [], periods: [], unreadable: [] };

/** The quantities and periods of a block, by its index. */
export function quantitiesIn(report: Report, index: number): QuantityReading {
  const block = report.prose.blocks[index];
  return block === undefined ? nothing : quantitiesOf(report, block);
}
