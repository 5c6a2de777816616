import { type QuantityReading, readQuantities, type UnitTable } from '../quantities/index.js';
import type { Report } from '../report/report.js';
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
    reading = readQuantities(report.prose.blocks[block]?.text ?? '', quantityOptions(report));
    all[block] = reading;
  }
  return reading;
}

export function quantityOptions(report: Report) {
  return {
    units: unitTable(report.vocabulary),
    language: report.language,
    ...(report.region !== undefined && { region: report.region }),
    ...(report.date !== undefined && { reportDate: report.date }),
  };
}

function unitTable(vocabulary: Vocabulary): UnitTable {
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
