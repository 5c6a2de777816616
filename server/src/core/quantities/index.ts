/** Reading quantities and periods in running text: pure, and linear in the length of the text. */

export type {
  Period,
  Quantity,
  QuantityKind,
  QuantityReading,
  ReadOptions,
  UnitDeclaration,
  UnitTable,
  Unreadable,
  Written,
} from './quantity.js';
export { readQuantities } from './read-quantities.js';
export { isUnit, timeFactor, timeUnit, unitId, unitScale } from './units.js';
export { readWeekdays, type Weekday, weekdayLike } from './weekdays.js';
