import { isUnit, type Quantity, timeUnit, type UnitTable, unitId } from '../quantities/index.js';
import type { EntryOf } from '../vocabulary/model.js';
import { factorTo, timeOfRate } from './conversion.js';

/**
 * Whether a quantity can be a value of a metric at all: money for money of any currency, a share for a share, a count
 * with its noun, a unit of the metric's measure, or another unit with a record's own digits.
 */
export function isCompatible(metric: EntryOf<'metrics'>, quantity: Quantity, units: UnitTable, text: string): boolean {
  const { measure, observations } = metric;
  // Against a unit that nobody knows nothing can be held.
  if (measure.unit !== undefined && !isUnit(measure.unit, units)) return false;
  const unit = measure.unit === undefined ? undefined : unitId(measure.unit, units);
  const plain = quantity.per === undefined;
  const isTime = quantity.kind === 'duration';
  if (measure.unit !== undefined && isTime !== (timeUnit(measure.unit, units) !== undefined)) return false;
  if (measure.kind === 'share' || measure.kind === 'growth' || unit === 'percent')
    return quantity.kind === 'percent' && plain;
  if (measure.kind === 'count') return plain && !quantity.consecutive && countsIts(measure, quantity, text);
  if (unit === undefined) return false;
  // A currency or measure of the pack's own: "437.9 billion lamdars".
  if (quantity.unit === unit && plain) return true;
  if (/^[A-Z]{3}$/.test(unit) && quantity.kind === 'money') return plain;
  // "£1,849 a year", "$18.40 per month"
  const time = timeOfRate(unit);
  if (time !== undefined) return quantity.kind === 'money' && (plain || quantity.per === time);
  if (isTime) return plain && !quantity.consecutive && factorTo(measure.unit, quantity, units) !== undefined;
  if (quantity.kind !== 'quantity' && quantity.kind !== 'money') return false;
  const yearly = unit.endsWith('/year');
  if (factorTo(unit, quantity, units) !== undefined || (yearly && quantity.kind === 'money')) return plain || yearly;
  return (
    quantity.kind === 'quantity' &&
    plain &&
    /\d.*\d/.test(quantity.written.digits) &&
    observations.some(({ value }) => Math.abs(value - quantity.value) <= (quantity.step / 2) * (1 + 1e-9))
  );
}

/** A bare number, or one with the metric's noun or measure word: visitors, 人次, 辆. */
function countsIts({ noun }: EntryOf<'metrics'>['measure'], quantity: Quantity, text: string): boolean {
  if (quantity.kind !== 'number' && quantity.kind !== 'quantity' && quantity.kind !== 'duration') return false;
  const measureWord = text
    .slice(quantity.written.span.end, quantity.span.end)
    .replace(
      /\s|[十百千万亿多余来]|以[上下]|左右|上下|thousand|[mb]illion|trillion|(?<!\p{L})(?:bn|mn?|k|tn)\b/giu,
      '',
    );
  const counted = `${measureWord} ${quantity.noun ?? ''}`.trim().toLowerCase();
  if (counted === '') return quantity.unit === undefined;
  return Object.values(noun ?? {})
    .flat()
    .some((each) => counted.includes(each.toLowerCase()));
}
