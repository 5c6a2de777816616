import type { Quantity, UnitTable } from '../quantities/index.js';
import type { EntryOf } from '../vocabulary/model.js';
import { factorTo } from './conversion.js';

/**
 * Whether a quantity can be a value of a metric at all: money for money of any currency, a share for a share, a count
 * with its noun, a unit of the metric's measure, or another unit with a record's own digits.
 */
export function isCompatible(metric: EntryOf<'metrics'>, quantity: Quantity, units: UnitTable): boolean {
  const { measure, observations } = metric;
  const { unit } = measure;
  const plain = quantity.per === undefined;
  if (measure.kind === 'share' || measure.kind === 'growth' || unit === 'percent')
    return quantity.kind === 'percent' && plain;
  if (measure.kind === 'count') return quantity.kind === 'number' && plain && countsIts(measure, quantity);
  if (unit === undefined) return false;
  if (/^[A-Z]{3}$/.test(unit)) return quantity.kind === 'money' && plain;
  if (/^[A-Z]{3}\/year$/.test(unit)) return quantity.kind === 'money' && (plain || quantity.per === 'Y');
  if (quantity.kind !== 'quantity' && quantity.kind !== 'money') return false;
  if (factorTo(unit, quantity, units) !== undefined) return plain || unit.endsWith('/year');
  return (
    quantity.kind === 'quantity' &&
    plain &&
    /\d.*\d/.test(quantity.written.digits) &&
    observations.some(({ value }) => Math.abs(value - quantity.value) <= (quantity.step / 2) * (1 + 1e-9))
  );
}

function countsIts({ noun }: EntryOf<'metrics'>['measure'], quantity: Quantity): boolean {
  const counted = quantity.noun?.toLowerCase() ?? '';
  return Object.values(noun ?? {})
    .flat()
    .some((each) => counted.includes(each.toLowerCase()));
}
