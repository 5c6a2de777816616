import {
  claimsOf,
  type ListedClaim,
  type Locale,
  type Report,
  regionName,
  shownInterval,
  shownPeriod,
} from '../../core/index.js';
import { type PlaceRange, placeRange } from '../reporters/checked-file.js';

/** A claim at its place: lines and columns from 1. */
export type PlacedClaim = ListedClaim & {
  readonly range: PlaceRange;
  /** Its values, its period and its region in the words of the reader. */
  readonly shown: { readonly value: string; readonly period: string | undefined; readonly region: string | undefined };
};

export function placedClaims(report: Report, locale: Locale): readonly PlacedClaim[] {
  return claimsOf(report, locale).map((claim) => ({
    ...claim,
    range: placeRange(claim.span, report.lines),
    shown: {
      value: shownInterval(claim, locale),
      period: claim.period === undefined ? undefined : shownPeriod(claim.period, locale),
      region: claim.region && regionName(claim.region, report.vocabulary, locale),
    },
  }));
}
