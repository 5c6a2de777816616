import type { Moment } from './dates.js';

/** A date as one part of the text gives it. `text` is a period that no moment holds: `1990s`, `2022/23`. */
export interface DateReading {
  readonly next: number;
  readonly moment?: Moment;
  readonly text?: string;
  readonly fiscal: boolean;
  /** A year beside today: `last-year`. */
  readonly relative?: string;
}

export const reading = (next: number, moment: Moment, fiscal = false): DateReading => ({ next, moment, fiscal });

export function resolveYear(relative: string, reportDate: string | undefined): number | undefined {
  if (reportDate === undefined || !/^\d{4}/.test(reportDate)) return undefined;
  const year = Number(reportDate.slice(0, 4));
  return relative === 'last-year' ? year - 1 : relative === 'next-year' ? year + 1 : year;
}
