import type { Comparator, Observation, Status } from './model.js';
import { saysNone } from './plain-number.js';
import { type FormContext, readForms, readText } from './read-forms.js';

/** An observation as a pack writes it, once the schema has passed it. */
export interface ObservationFields {
  readonly period: string | number;
  readonly value: string | number;
  readonly precision?: number | string;
  readonly comparator?: Comparator;
  readonly vintage?: string | number;
  readonly status?: Status;
  readonly source?: string;
  readonly label?: unknown;
  readonly note?: unknown;
}

/** Whether an observation as written in YAML says that there is none: `value: n/a`, or nothing behind the colon. */
export function hasNoValue(observation: unknown): boolean {
  if (typeof observation !== 'object' || observation === null || !('value' in observation)) return false;
  const { value } = observation;
  return value === null || Number.isNaN(value) || (typeof value === 'string' && saysNone(value));
}

/** `written` are the digits of the value as the file has them. */
export function readObservation(fields: ObservationFields, written: string, context: FormContext): Observation {
  return {
    period: String(fields.period),
    value: Number(fields.value),
    written,
    status: fields.status ?? 'verified',
    label: readForms(fields.label, 'preferred', context),
    note: readText(fields.note, context.language),
    ...(fields.precision !== undefined && { precision: Number(fields.precision) }),
    ...(fields.comparator !== undefined && { comparator: fields.comparator }),
    ...(fields.vintage !== undefined && { vintage: String(fields.vintage) }),
    ...(fields.source !== undefined && { source: fields.source }),
  };
}
