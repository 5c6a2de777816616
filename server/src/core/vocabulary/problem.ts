import type { Values } from '../messages/message.js';
import type { Range } from '../text/line-map.js';

/** What is wrong with a pack or a config, at its place. */
export interface Problem {
  /** error: the entry (or file) was left out, or does nothing; warning: it was kept; information: nothing is wrong. */
  readonly severity: 'error' | 'warning' | 'information';
  readonly messageId: string;
  readonly values: Values;
  /** The file, relative to the pack's folder, or as the host named the config. */
  readonly path: string;
  readonly range: Range;
}

/** The value of a problem that says which name was likely meant, where one was. */
export function meaning(meant: string | undefined): { readonly meant?: string } {
  return meant === undefined ? {} : { meant };
}

/** More of one file of a pack than this is not read, in UTF-16 units. */
export const maxFileLength = 20_000_000;

/** Problems by file, in the order of the first of each, then by place. */
export function inOrder<P extends Problem>(problems: readonly P[]): readonly P[] {
  const files = new Map<string, number>();
  for (const { path } of problems) if (!files.has(path)) files.set(path, files.size);
  const place = ({ path, range: { start } }: P) => [files.get(path) as number, start.line, start.character] as const;
  return problems.toSorted((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
}
