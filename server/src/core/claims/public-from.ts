import { endOfPeriod } from '../language/calendar.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';

/**
 * The day from which a record is public: its vintage, else its source's date, else the day on which the source was seen,
 * else the end of its period.
 */
export function publicFrom(
  { source, vintage, period }: Observation,
  { pack }: EntryOf<'metrics'>,
  vocabulary: Vocabulary,
): string | undefined {
  const found = source === undefined ? undefined : vocabulary.find('sources', source, pack);
  return vintage ?? found?.date ?? found?.accessed ?? endOfPeriod(period);
}
