import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toPack, toTerminology } from './terms.mjs';

const server = fileURLToPath(new URL('../server', import.meta.url));

/**
 * A temporary folder: the reports, the terms as a pack and as textlint's config, and a copy of the build, so that one
 * run measures one build. Removed when the process ends.
 * @param {readonly import('./reports.mjs').Report[]} reports
 * @param {readonly import('./terms.mjs').Term[]} terms
 */
export function layOut(reports, terms) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  // Interrupted, too.
  process.once('SIGINT', () => process.exit(130));
  const places = {
    reports: join(folder, 'reports'),
    pack: join(folder, 'reports', 'pack'),
    textlintConfig: join(folder, 'textlintrc.json'),
    command: join(folder, 'server', 'bin', 'plumbline.js'),
    languageServer: join(folder, 'server', 'dist', 'lsp.js'),
    core: join(folder, 'server', 'dist', 'index.js'),
    usage: join(folder, 'usage.json'),
  };
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(join(server, part), join(folder, 'server', part), { recursive: true });
  }
  for (const { path, text } of reports) write(join(places.reports, path), text);
  write(join(places.pack, 'pack.yaml'), toPack(terms));
  write(join(places.reports, 'plumbline.yaml'), "packs: [./pack]\nfiles: ['**/*.md', '**/*.markdown']\n");
  write(places.textlintConfig, JSON.stringify({ rules: { terminology: toTerminology(terms) } }));
  return places;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
