/**
 * A string with characters of its own. A slice keeps the whole text that it was cut from for as long as the slice is kept:
 * one of each version of a text keeps all the versions.
 */
export function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}
