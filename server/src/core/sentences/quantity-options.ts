import type { UnitTable } from '../quantities/index.js';
import type { Facts } from '../report/facts.js';
import { once } from '../text/once.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';

/** The languages that rules judge figures in. Others that the readers know are read for who asks them. */
const judged = new Set(['en', 'zh']);

/** What the quantities of a report are read with. */
export const quantityOptions = ({ facts }: { readonly facts: Facts }) => optionsOf(facts);

const optionsOf = once(({ vocabulary, language, region, date }: Facts) => ({
  units: unitTable(vocabulary),
  language: judged.has(language) ? language : 'und',
  ...(region !== undefined && { region }),
  ...(date !== undefined && { reportDate: date.day }),
}));

/** The units that the packs declare. */
export const unitTable = once(
  (vocabulary: Vocabulary): UnitTable =>
    Object.entries(vocabulary.units).map(([id, unit]) => ({
      id,
      forms: Object.values(unit.forms ?? {}).flat(),
      ...(unit.of !== undefined && { of: unit.of }),
      ...(unit.scale !== undefined && { scale: unit.scale }),
    })),
);
