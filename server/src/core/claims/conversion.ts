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

/** Undefined for a unit of another measure, such as energy for power or another currency. */
export function factorTo(unit: string | undefined, quantity: Quantity, units: UnitTable): number | undefined {
  if (unit === undefined || quantity.unit === undefined) return unit === quantity.unit ? 1 : undefined;
  if (unit === quantity.unit) return 1;
  // "£1,849 a year", and "£1,849" of a yearly bill.
  if (unit === `${quantity.unit}/year`) return quantity.per === undefined || quantity.per === 'Y' ? 1 : undefined;
  if (quantity.kind === 'duration') {
    const time = timeUnit(unit, units);
    return time === undefined ? undefined : timeFactor(quantity.unit, time);
  }
  const from = unitScale(quantity.unit, units);
  const to = unitScale(unit, units);
  return from.unit === to.unit && to.scale > 0 ? from.scale / to.scale : undefined;
}
