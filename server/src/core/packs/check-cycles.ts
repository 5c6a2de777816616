import type { CheckContext } from './check-context.js';

/** What replaces, holds or scales another must not come back to itself; said once a circle. */
export function checkCycles(context: CheckContext): void {
  const { pack } = context;
  const entries = new Map(pack.entries.map((entry) => [`${entry.kind}/${entry.id}`, entry]));
  const [replacing, holding, units, regions] = [new Cycles(), new Cycles(), new Cycles(), new Cycles()];
  for (const [name, entry] of entries) {
    const replaced = replacing.from(name, (each) => entries.get(each)?.replacedBy);
    if (replaced !== undefined) context.add(entry, ['replacedBy'], 'error', 'pack.cycle', { ids: replaced });
    if (entry.kind !== 'organizations' && entry.kind !== 'metrics') continue;
    const field = entry.kind === 'organizations' ? ['parent'] : ['measure', 'base'];
    const held = holding.from(name, (each) => {
      const other = entries.get(each);
      if (other?.kind === 'organizations' && other.parent !== undefined) return `organizations/${other.parent}`;
      if (other?.kind === 'metrics' && other.measure.base !== undefined) return `metrics/${other.measure.base}`;
      return undefined;
    });
    if (held !== undefined) context.add(entry, field, 'error', 'pack.cycle', { ids: held });
  }
  for (const id of Object.keys(pack.units)) {
    const cycle = units.from(id, (each) => pack.units[each]?.of);
    if (cycle !== undefined) context.addToManifest(['units', id], 'error', 'pack.cycle', { ids: cycle });
  }
  for (const id of Object.keys(pack.regions)) {
    const cycle = regions.from(id, (each) => pack.regions[each]?.parent);
    if (cycle !== undefined) context.addToManifest(['regions', id], 'error', 'pack.cycle', { ids: cycle });
  }
}

class Cycles {
  /** Names whose way is known: they lead to no circle, or to one that was told. */
  readonly #known = new Set<string>();

  /** The way from a name back to itself, if there is one that was not told yet. */
  from(name: string, next: (name: string) => string | undefined): readonly string[] | undefined {
    const way: string[] = [];
    const places = new Map<string, number>();
    let at: string | undefined = name;
    while (at !== undefined && !this.#known.has(at) && !places.has(at)) {
      places.set(at, way.length);
      way.push(at);
      at = next(at);
    }
    for (const each of way) this.#known.add(each);
    const start = at === undefined ? undefined : places.get(at);
    return start === undefined ? undefined : [...way.slice(start), at as string];
  }
}
