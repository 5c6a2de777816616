import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import { nearest } from '../language/edit-distance.js';
import { parseOrigin } from '../vocabulary/origin.js';
import { meaning } from '../vocabulary/problem.js';
import { isFullName, meantBy, referencesOf } from '../vocabulary/references.js';
import type { CheckContext } from './check-context.js';

/** The packs that this one rests on (one level, no cycle), and what it takes from them. */
export function checkDependencies(context: CheckContext): void {
  const { pack, others } = context;
  const dependencies = Object.entries(pack.dependencies);
  for (const [name, range] of dependencies) {
    const path = ['dependencies', name];
    const versions = versionsOf(range);
    const other = others.find((each) => each.name === name);
    if (name === pack.name) context.addToManifest(path, 'error', 'pack.dependency-cycle', { pack: name });
    else if (other === undefined) {
      const meant = nearest(name, context.surroundings.around ?? []);
      context.addToManifest(path, 'error', 'pack.dependency-missing', { pack: name, ...meaning(meant) });
    } else if (versions === undefined) context.addToManifest(path, 'error', 'pack.range-invalid', { range });
    else if (!satisfies(other.version, versions)) {
      context.addToManifest(path, 'error', 'pack.dependency-version', { pack: name, range, version: other.version });
    }
    const further = Object.keys(other?.dependencies ?? {});
    if (further.includes(pack.name)) context.addToManifest(path, 'error', 'pack.dependency-cycle', { pack: name });
    else if (further.length > 0) {
      context.addToManifest(path, 'error', 'pack.dependency-deep', { pack: name, packs: further });
    }
  }
  for (const { target, entry } of pack.extensions) {
    // What nothing has, or is of another kind, shows where the packs are merged.
    const isOwn = pack.entries.some(({ fullName }) => fullName === target);
    if (isOwn) context.add(entry, ['extends'], 'error', 'pack.extends-own', { entry: target });
  }
  const all = [...others, pack].flatMap(({ entries }) => entries);
  const known = new Set(all.flatMap(({ kind, id, fullName }) => [`${kind}/${id}`, fullName]));
  const extending = pack.extensions.flatMap(({ entry, added }) => [
    { entry, at: [], isExtending: true },
    ...(added === undefined ? [] : [{ entry: added.entry, at: ['add'], isExtending: true }]),
  ]);
  const own = pack.entries.map((entry) => ({ entry, at: [], isExtending: false }));
  for (const { entry, at, isExtending } of [...own, ...extending]) {
    // Without dependencies, the reader has looked for what the pack itself is to have.
    const isRead = dependencies.length === 0 && !isExtending;
    for (const reference of referencesOf(entry)) {
      const { name, kinds } = reference;
      const path = [...at, ...reference.path];
      const meant = meantBy(reference);
      if ((isRead && !isFullName(name)) || meant.some((each) => known.has(each))) continue;
      if (meant.length === 0) context.add(entry, path, 'error', 'pack.reference-kind', { reference: name, kinds });
      else
        context.add(entry, path, 'error', 'pack.dangling', {
          reference: meant.length === 1 ? (meant[0] as string) : name,
        });
    }
  }
}

/** The range of versions that a dependency asks for, by itself or behind where it comes from; undefined where it is neither. */
function versionsOf(written: string): string | undefined {
  if (validRange(written) !== null) return written;
  const origin = parseOrigin(written);
  if (origin === undefined || origin === 'secret') return undefined;
  return origin.kind === 'npm' && validRange(origin.range) !== null ? origin.range : '*';
}
