/**
 * A table that is asked for names from outside: a pack's, a report's, a config's. It has no prototype, so that none of
 * them finds what every object has: `constructor`, `__proto__`.
 */
export function dictionary<T extends object>(table: T): T {
  return Object.assign(Object.create(null) as object, table) as T;
}
