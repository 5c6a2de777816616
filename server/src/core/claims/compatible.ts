import type { Quantity } from '../quantities/index.js';
import type { EntryOf } from '../vocabulary/model.js';

/** Whether a quantity can be a value of a metric at all: money for money (of any currency), a share for a share. */
export function isCompatible({ measure }: EntryOf<'metrics'>, quantity: Quantity): boolean {
  const unit = measure.unit;
  if (measure.kind === 'share' || measure.kind === 'growth' || unit === 'percent') return quantity.kind === 'percent';
  if (unit !== undefined && /^[A-Z]{3}$/.test(unit)) return quantity.kind === 'money';
  if (measure.kind === 'count')
    return (
      quantity.kind === 'number' &&
      unit === undefined &&
      Object.values(measure.noun ?? {})
        .flat()
        .some((noun) => quantity.noun?.toLowerCase().includes(noun.toLowerCase()) === true)
    );
  return unit !== undefined && quantity.unit === unit && (quantity.kind === 'quantity' || quantity.kind === 'money');
}
