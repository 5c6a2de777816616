/** Whether two values of plain data (objects and arrays of them, no sets or maps) hold the same. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length || Array.isArray(one) !== Array.isArray(other)) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSameData(at(one, key), at(other, key)));
}

const at = (data: object, key: string): unknown => (data as Readonly<Record<string, unknown>>)[key];
