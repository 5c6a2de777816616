import { isOfUnknownScale } from '../claims/unknown-scale.js';
import { isRegionCode, meantRegion } from '../language/countries.js';
import type { Values } from '../messages/message.js';
import type { UnitTable } from '../quantities/quantity.js';
import { scaledUnit } from '../quantities/scaled-unit.js';
import { isUnit, likelyUnit, unitId } from '../quantities/units.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { Entry } from '../vocabulary/model.js';
import { meaning } from '../vocabulary/problem.js';
import type { YamlPath } from '../vocabulary/yaml-tree.js';
import type { CheckContext } from './check-context.js';

/** Units and regions that nobody knows, with what was likely meant. */
export function checkNames(context: CheckContext): void {
  const units = declaredUnits(context);
  const regions = new Set([...context.others, context.pack].flatMap((pack) => Object.keys(pack.regions)));
  const { pack } = context;
  for (const [id, { of }] of Object.entries(pack.units)) {
    if (of !== undefined && !isUnit(of, units)) {
      context.addToManifest(['units', id, 'of'], 'error', 'pack.unit-unknown', { unit: of });
    }
  }
  // One that is wrong may be in every entry.
  const told = new Map<string, Values>();
  const unknownRegion = (region: string | undefined) => {
    if (region === undefined || regions.has(region) || isRegionCode(region)) return undefined;
    const values = told.get(region) ?? { region, ...meaning(meantRegion(region, [...regions])) };
    told.set(region, values);
    return values;
  };
  for (const [id, { parent }] of Object.entries(pack.regions)) {
    const unknown = unknownRegion(parent);
    if (unknown !== undefined)
      context.addToManifest(['regions', id, 'parent'], 'error', 'pack.region-unknown', unknown);
  }
  const unknown = unknownRegion(pack.region);
  if (unknown !== undefined) context.addToManifest(['region'], 'warning', 'pack.region-unknown', unknown);
  for (const entry of pack.entries) {
    for (const { unit, path } of unitsOf(entry)) checkUnit(context, entry, path, unit, units);
    const unknown = unknownRegion(entry.region);
    if (unknown !== undefined) context.add(entry, ['region'], 'warning', 'pack.region-unknown', unknown);
  }
}

function checkUnit(context: CheckContext, entry: Entry, path: YamlPath, unit: string, units: UnitTable): void {
  const isKnown = isUnit(unit, units);
  const scaled = isKnown ? undefined : scaledUnit(unit);
  const meant = isKnown ? unitId(unit, units) : likelyUnit(unit);
  if (scaled !== undefined) {
    const values = { unit, meant: scaled.unit, power: scaled.power };
    context.add(entry, path, 'warning', 'pack.unit-scaled', values);
  } else if (meant !== undefined && meant !== unit) {
    context.add(entry, path, 'warning', 'pack.unit-meant', { unit, meant });
  } else if (!isKnown) context.add(entry, path, 'warning', 'pack.unit-unknown', { unit });
}

/** What does not fit together in measures. */
export function checkMeasures(context: CheckContext): void {
  const units = declaredUnits(context);
  for (const entry of context.pack.entries) {
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

function declaredUnits({ others, pack }: CheckContext): UnitTable {
  return [...others, pack].flatMap((each) =>
    Object.entries(each.units).map(([id, { forms }]) => ({ id, forms: Object.values(forms ?? {}).flat() })),
  );
}

interface UnitField {
  readonly unit: string;
  readonly path: readonly (string | number)[];
}

function unitsOf(entry: Entry): readonly UnitField[] {
  return kindTraits[entry.kind].units.flatMap((field) => unitsAt(entry, field.split('.'), []));
}

function unitsAt(value: unknown, fields: readonly string[], path: readonly (string | number)[]): readonly UnitField[] {
  const [field, ...inner] = fields;
  if (field === undefined) return typeof value === 'string' ? [{ unit: value, path }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (field !== '*') return unitsAt((value as Readonly<Record<string, unknown>>)[field], inner, [...path, field]);
  return Array.isArray(value) ? value.flatMap((each, i) => unitsAt(each, inner, [...path, i])) : [];
}
