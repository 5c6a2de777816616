import { type Quantity, timeFactor, timeUnit, type UnitTable, unitScale } from '../quantities/index.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { WrittenNumber } from './interval.js';

/** A quantity in the unit of a metric; in its own where that measures something else. */
export interface Converted extends WrittenNumber {
  readonly unit: string | undefined;
  /** One of the quantity's unit in the metric's: 0.001 for MW where the metric is in GW. */
  readonly factor: number;
}

export function inUnitOf(metric: EntryOf<'metrics'>, quantity: Quantity, units: UnitTable): Converted {
  const factor = factorTo(metric.measure.unit, quantity, units);
  const { comparator } = quantity;
  if (factor === undefined || factor === 1) {
    const { value, step, roundStep } = quantity;
    const unit = factor === undefined ? quantity.unit : (metric.measure.unit ?? quantity.unit);
    return { value, step, roundStep, comparator, unit, factor: 1 };
  }
  return {
    value: quantity.value * factor,
    step: quantity.step * factor,
    roundStep: quantity.roundStep * factor,
    comparator,
    unit: metric.measure.unit,
    factor,
  };
}

/** What a currency is per in a unit, as quantities tell it: `Y` of `GBP/year`. */
export function timeOfRate(unit: string): string | undefined {
  return /^[A-Z]{3}\/(year|month|week|day)$/.exec(unit)?.[1]?.[0]?.toUpperCase();
}

/** Undefined for a unit of another measure, such as energy for power or another currency. */
export function factorTo(unit: string | undefined, quantity: Quantity, units: UnitTable): number | undefined {
  if (unit === undefined || quantity.unit === undefined) return unit === quantity.unit ? 1 : undefined;
  if (unit === quantity.unit) return 1;
  // "£1,849 a year", "$18.40 per month", and "£1,849" of a yearly bill.
  const time = timeOfRate(unit);
  if (time !== undefined && unit.startsWith(`${quantity.unit}/`))
    return quantity.per === undefined || quantity.per === time ? 1 : undefined;
  if (quantity.kind === 'duration') {
    const own = timeUnit(unit, units);
    return own === undefined ? undefined : timeFactor(quantity.unit, own);
  }
  const from = unitScale(quantity.unit, units);
  const to = unitScale(unit, units);
  return from.unit === to.unit && to.scale > 0 ? from.scale / to.scale : undefined;
}
