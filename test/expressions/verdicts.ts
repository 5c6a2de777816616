import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../repository/source-files.js';
import type { Verdict } from './recheck.js';

const file = join(root, 'test/expressions/verdicts.json');

/** The committed verdicts by the hash of their expression. */
export function readVerdicts(): Map<string, Verdict> {
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Verdict>));
}

export function writeVerdicts(verdicts: ReadonlyMap<string, Verdict>): void {
  const key = ([hash, { files }]: readonly [string, Verdict]) => `${files[0]} ${hash}`;
  const sorted = [...verdicts].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const lines = sorted.map(([hash, verdict]) => `  ${JSON.stringify(hash)}: ${JSON.stringify(verdict)}`);
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
