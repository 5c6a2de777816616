import { isOfUnknownScale } from '../claims/unknown-scale.js';
import { countryForms, normalizeRegion } from '../language/countries.js';
import { currencyCodes } from '../quantities/currencies.js';
import { unitForms } from '../quantities/units.js';
import type { Entry, Region, Unit } from '../vocabulary/model.js';
import type { CheckContext } from './check-context.js';

/** Units that nobody knows or that are not the kind's, and regions that nobody knows. */
export function checkUnits(context: CheckContext): void {
  const packs = [...context.others, context.pack];
  const units: Readonly<Record<string, Unit>> = Object.assign(Object.create(null), ...packs.map((pack) => pack.units));
  const regions: Readonly<Record<string, Region>> = Object.assign(
    Object.create(null),
    ...packs.map((pack) => pack.regions),
  );
  const countries = new Set(countryForms().map(({ code }) => code));
  const knowsRegion = (id: string) => id in regions || countries.has(normalizeRegion(id));

  const { pack } = context;
  for (const [id, { of }] of Object.entries(pack.units)) {
    if (of !== undefined && !isUnit(of, units)) {
      context.addToManifest(['units', id, 'of'], 'error', 'pack.unit-unknown', { unit: of });
    }
  }
  for (const [id, { parent }] of Object.entries(pack.regions)) {
    if (parent !== undefined && !knowsRegion(parent)) {
      context.addToManifest(['regions', id, 'parent'], 'error', 'pack.region-unknown', { region: parent });
    }
  }
  if (pack.region !== undefined && !knowsRegion(pack.region)) {
    context.addToManifest(['region'], 'warning', 'pack.region-unknown', { region: pack.region });
  }
  for (const entry of pack.entries) {
    for (const { unit, path } of unitsOf(entry)) {
      if (!isUnit(unit, units)) context.add(entry, path, 'warning', 'pack.unit-unknown', { unit });
    }
    if (entry.region !== undefined && !knowsRegion(entry.region)) {
      context.add(entry, ['region'], 'warning', 'pack.region-unknown', { region: entry.region });
    }
    if (entry.kind === 'metrics') {
      const { kind, unit } = entry.measure;
      if (kind === 'amount' && unit === undefined) context.add(entry, ['measure'], 'warning', 'pack.unit-missing');
      if (isOfUnknownScale(entry))
        context.add(entry, ['measure'], 'warning', 'pack.unit-missing.share', {
          value: entry.observations[0]?.written ?? '',
        });
      if ((kind === 'share' || kind === 'growth') && unit !== undefined && !['percent', 'pp', 'bp'].includes(unit)) {
        context.add(entry, ['measure', 'unit'], 'warning', 'pack.unit-kind', { kind, unit });
      }
    }
    if (entry.kind === 'targets') {
      const different = [...new Set(entry.milestones.flatMap(({ unit }) => unit ?? []))];
      if (different.length > 1)
        context.add(entry, ['milestones'], 'warning', 'pack.units-differ', { units: different });
    }
  }
}

function unitsOf(entry: Entry): readonly { readonly unit: string; readonly path: readonly (string | number)[] }[] {
  if (entry.kind === 'metrics') {
    const { unit } = entry.measure;
    return unit === undefined ? [] : [{ unit, path: ['measure', 'unit'] }];
  }
  if (entry.kind !== 'targets') return [];
  return entry.milestones.flatMap(({ unit }, i) =>
    unit === undefined ? [] : [{ unit, path: ['milestones', i, 'unit'] }],
  );
}

/** A pack's own, a built-in one by its symbol or word, or a rate of two. */
function isUnit(id: string, units: Readonly<Record<string, Unit>>): boolean {
  if (id in units || currencyCodes.has(id) || unitForms().at(id, 0)?.end === id.length) return true;
  const slash = id.lastIndexOf('/');
  return slash > 0 && isUnit(id.slice(0, slash), units) && isUnit(id.slice(slash + 1), units);
}
