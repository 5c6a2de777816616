import type { Values } from '../messages/message.js';
import { type EntryKind, entryKinds, type Level } from './model.js';
import { fields } from './schemas.generated.js';
import type { YamlPath } from './yaml-tree.js';

/** Where a field belongs that stands where it has no meaning: how a message puts it (`pack.misplaced-field.<where>`). */
export interface FieldHome {
  readonly where: 'under' | 'beside' | 'of' | 'manifest' | 'entry';
  readonly values: Values;
}

const levels: ReadonlySet<unknown> = new Set<Level | false>(['off', false, 'information', 'warning', 'error']);
const kindsOf = new Map<string, readonly EntryKind[]>();
for (const kind of entryKinds) {
  for (const field of fields.kinds[kind] ?? []) kindsOf.set(field, [...(kindsOf.get(field) ?? []), kind]);
}
const shared = new Set(fields.shared);
const below = new Map(Object.entries(fields.below));

/**
 * The place of a field that stands elsewhere in its entry, in an entry of another kind, or in an override of a config;
 * `path` is where it was found: `metrics.gdp.unit` belongs under `measure`, `metrics.gdp.measure.observations` beside
 * it. `value`: what stands behind it. Undefined for a field that is nowhere.
 */
export function homeOfField(path: YamlPath, value: unknown): FieldHome | undefined {
  const field = String(path.at(-1));
  // `task-missing: warning` at the top of a config, or of an override.
  if ((path.length === 1 || path[0] === 'overrides') && /-/.test(field) && levels.has(value))
    return { where: 'under', values: { homes: ['rules'] } };
  if (path[0] === 'overrides' && path.length === 3 && below.get('plumbline.yaml')?.includes(field))
    return { where: 'beside', values: { home: 'overrides' } };
  const kind = entryKinds.find((each) => each === path[0]);
  if (kind === undefined || path.length < 3) return undefined;
  const top = String(path[2]);
  const isDeep = path.length > 3;
  if (isDeep && (shared.has(field) || fields.kinds[kind]?.includes(field)))
    return { where: 'beside', values: { home: top } };
  const homes = (fields.within[kind] ?? []).filter((each) => below.get(each)?.includes(field));
  // What a form may have stands mostly in one that is not to be used.
  const under = homes.includes('deprecated') ? ['deprecated'] : homes;
  if (under.length > 0) return { where: under.length === 1 ? 'under' : 'of', values: { homes: under } };
  const kinds = kindsOf.get(field);
  return isDeep || kinds === undefined ? undefined : { where: 'of', values: { homes: kinds } };
}

/** The place of a field that stands at the top of a file of a pack. */
export function homeOfTopField(field: string, isManifest: boolean): FieldHome | undefined {
  if (!isManifest && fields.manifest.includes(field)) return { where: 'manifest', values: {} };
  const kinds = kindsOf.get(field);
  if (kinds !== undefined) return { where: 'entry', values: { homes: kinds } };
  return shared.has(field) ? { where: 'entry', values: { homes: ['terms'] } } : undefined;
}
