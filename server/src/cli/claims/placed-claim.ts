import {
  type ListedStatement,
  type Locale,
  type Report,
  regionName,
  shownInterval,
  shownPeriod,
  statementsOf,
} from '../../core/index.js';
import { type PlaceRange, placeRange } from '../reporters/checked-file.js';

/** A claim at its place: lines and columns from 1. */
export type PlacedClaim = ListedStatement & {
  readonly range: PlaceRange;
  /** Its values, its period and its region in the words of the reader. */
  readonly shown: {
    readonly value: string | undefined;
    readonly period: string | undefined;
    readonly region: string | undefined;
  };
};

/** What a report claims, and with `all` the numbers that are bound to nothing. */
export function placedClaims(report: Report, locale: Locale, all = false): readonly PlacedClaim[] {
  return statementsOf(report, locale, { all }).map((claim) => {
    const { value, low = value, high = value, period, region } = claim;
    return {
      ...claim,
      range: placeRange(claim.span, report.lines),
      shown: {
        value:
          value === undefined || low === undefined || high === undefined
            ? undefined
            : shownInterval({ ...claim, value, low, high, unit: claim.unit }, locale),
        period: period === undefined ? undefined : shownPeriod(period, locale),
        region: region && regionName(region, report.vocabulary, locale),
      },
    };
  });
}
