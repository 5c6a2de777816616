import type { CheckContext } from './check-context.js';

/** What replaces, holds or scales another must not come back to itself. */
export function checkCycles(context: CheckContext): void {
  const { pack } = context;
  const entries = new Map(pack.entries.map((entry) => [`${entry.kind}/${entry.id}`, entry]));
  for (const [name, entry] of entries) {
    const replaced = cycleFrom(name, (each) => entries.get(each)?.replacedBy);
    if (replaced !== undefined) context.add(entry, ['replacedBy'], 'error', 'pack.cycle', { ids: replaced });
    if (entry.kind !== 'organizations' && entry.kind !== 'metrics') continue;
    const field = entry.kind === 'organizations' ? ['parent'] : ['measure', 'base'];
    const held = cycleFrom(name, (each) => {
      const other = entries.get(each);
      if (other?.kind === 'organizations' && other.parent !== undefined) return `organizations/${other.parent}`;
      if (other?.kind === 'metrics' && other.measure.base !== undefined) return `metrics/${other.measure.base}`;
      return undefined;
    });
    if (held !== undefined) context.add(entry, field, 'error', 'pack.cycle', { ids: held });
  }
  for (const id of Object.keys(pack.units)) {
    const cycle = cycleFrom(id, (each) => pack.units[each]?.of);
    if (cycle !== undefined) context.addToManifest(['units', id], 'error', 'pack.cycle', { ids: cycle });
  }
  for (const id of Object.keys(pack.regions)) {
    const cycle = cycleFrom(id, (each) => pack.regions[each]?.parent);
    if (cycle !== undefined) context.addToManifest(['regions', id], 'error', 'pack.cycle', { ids: cycle });
  }
}

/** The way from a name back to itself, if there is one. */
function cycleFrom(name: string, next: (name: string) => string | undefined): readonly string[] | undefined {
  const way = [name];
  const seen = new Set(way);
  for (let at = next(name); at !== undefined; at = next(at)) {
    way.push(at);
    if (at === name) return way;
    if (seen.has(at)) return undefined;
    seen.add(at);
  }
  return undefined;
}
