import { isOfUnknownScale } from '../claims/unknown-scale.js';
import { countryForms, normalizeRegion } from '../language/countries.js';
import { isUnit, likelyUnit, unitId } from '../quantities/units.js';
import type { Entry } from '../vocabulary/model.js';
import type { CheckContext } from './check-context.js';

/** Units that nobody knows or that are not the kind's, and regions that nobody knows. */
export function checkUnits(context: CheckContext): void {
  const packs = [...context.others, context.pack];
  const units = packs.flatMap((pack) =>
    Object.entries(pack.units).map(([id, { forms }]) => ({ id, forms: Object.values(forms ?? {}).flat() })),
  );
  const regions = new Set(packs.flatMap((pack) => Object.keys(pack.regions)));
  const countries = new Set(countryForms().map(({ code }) => code));
  const knowsRegion = (id: string) => regions.has(id) || countries.has(normalizeRegion(id));

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
      const isKnown = isUnit(unit, units);
      const meant = isKnown ? unitId(unit, units) : likelyUnit(unit);
      if (meant !== undefined && meant !== unit)
        context.add(entry, path, 'warning', 'pack.unit-meant', { unit, meant });
      else if (!isKnown) context.add(entry, path, 'warning', 'pack.unit-unknown', { unit });
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
      if (kind === 'count' && unit !== undefined) {
        context.add(entry, ['measure', 'unit'], 'warning', 'pack.unit-count', { unit });
      }
      const isShare = kind === 'share' || kind === 'growth';
      if (isShare && unit !== undefined && !['percent', 'pp', 'bp'].includes(unitId(unit, units))) {
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
