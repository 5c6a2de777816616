import { readFileSync } from 'node:fs';

/** The version of this package. Bundle and source lie at different depths below its package.json. */
export function packageVersion(): string {
  for (const manifest of ['../package.json', '../../package.json']) {
    try {
      return (JSON.parse(readFileSync(new URL(manifest, import.meta.url), 'utf8')) as { version: string }).version;
    } catch {
      // The other depth.
    }
  }
  return 'unknown';
}
