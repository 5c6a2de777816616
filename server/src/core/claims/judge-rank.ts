import { endOfPeriod } from '../language/calendar.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Basis, EntryOf, Run } from '../vocabulary/model.js';
import type { RankClaim } from './claim.js';

type Held = 'holds' | 'wrong' | 'unknown';

/** What the runs of a metric say of a rank, and of how long it has been held. */
export interface RankVerdict {
  /** The run of the year that is told of. */
  readonly run: Run | undefined;
  readonly rank: Held;
  readonly streak: Held;
  /** The run of the same rank that began later than "since …" says. */
  readonly later: Run | undefined;
  /** How long the run had lasted by that year. */
  readonly years: number | undefined;
}

export function judgeRank({ metric, rank, streak, since: told, year }: RankClaim): RankVerdict {
  const runs = metric.runs.filter(
    ({ since, until }) =>
      year === undefined ||
      ((since === undefined || since === 'unknown' || Number(since.slice(0, 4)) <= year) &&
        (until === undefined || Number(until.slice(0, 4)) >= year)),
  );
  const [run] = runs;
  const since = run?.since === undefined || run.since === 'unknown' ? undefined : Number(run.since.slice(0, 4));
  const years = since === undefined || year === undefined ? undefined : year - since + 1;
  const later = metric.runs.find(
    (each) => told !== undefined && each.rank === rank && told.year < Number(each.since?.slice(0, 4)),
  );
  return {
    run: later ?? run,
    later,
    rank:
      later !== undefined
        ? 'wrong'
        : run === undefined || rank === undefined
          ? 'unknown'
          : runs.some((each) => each.rank === rank)
            ? 'holds'
            : 'wrong',
    streak: years === undefined || streak === undefined ? 'unknown' : lasts(years, streak) ? 'holds' : 'wrong',
    years,
  };
}

/** What a run rests on in a year: the first source that is not older than that year, else the newest. */
export function basisOfRun(
  { source }: Run,
  year: number | undefined,
  metric: EntryOf<'metrics'>,
  vocabulary: Vocabulary,
): readonly Basis[] {
  const dated = source
    .map((id) => ({ id, day: endOfPeriod(vocabulary.find('sources', id, metric.pack)?.date ?? '') ?? '' }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const found = year === undefined ? dated[0] : (dated.find(({ day }) => day > `${year}-12-31`) ?? dated.at(-1));
  return found === undefined ? [] : [{ source: found.id }];
}

function lasts(years: number, { value, comparator }: NonNullable<RankClaim['streak']>): boolean {
  switch (comparator) {
    case 'above':
      return years > value;
    case 'at-least':
      return years >= value;
    case 'below':
      return years < value;
    case 'at-most':
      return years <= value;
    case 'about':
      return Math.abs(years - value) <= 1;
    default:
      return years === value;
  }
}
