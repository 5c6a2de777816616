import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

export interface Place {
  /** As it was written. */
  readonly written: string;
  /** Absolute. */
  readonly file: string;
  /** From 1; undefined for the file as a whole. */
  readonly line: number | undefined;
  /** From 1, in UTF-16 units; undefined for the whole line. */
  readonly column: number | undefined;
}

/** A file that is there, with a line and a column behind it or without. What looks like a place in a file that is not there is one too. */
export async function placeIn(subject: string, workingDirectory: string): Promise<Place | undefined> {
  const whole = resolve(workingDirectory, subject);
  if (await isPlainFile(whole)) return { written: subject, file: whole, line: undefined, column: undefined };
  const match = /^(.+?):(\d+)(?::(\d+))?$/s.exec(subject);
  if (match === null) return undefined;
  const [, written = '', line, column] = match;
  return {
    written,
    file: resolve(workingDirectory, written),
    line: Number(line),
    column: column === undefined ? undefined : Number(column),
  };
}

/** Undefined where nothing is there. */
export async function isPlainFile(path: string): Promise<boolean | undefined> {
  return (await stat(path).catch(() => undefined))?.isFile();
}
