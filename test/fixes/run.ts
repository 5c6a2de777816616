/**
 * Fixes every Markdown file of a folder, in memory, with the packs of the tests and one of everyday words, and counts what
 * was fixed, what was taken back, and what harm was done; ends with 1 where there was any. `--show` prints each harm.
 * Usage: npm run fixes -- <folder> [--show]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Harm, harms, holdFix } from '../core/fix-oracle.js';
import { everydayWords, type PackName, packFolders, vocabularyOf } from '../core/packs.js';

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('Usage: npm run fixes -- <folder> [--show]');
  process.exit(2);
}
const show = process.argv.includes('--show');
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:md|markdown|qmd|rmd|mdx)$/i.test(path))
  .sort();
const vocabularies = [
  ...(Object.keys(packFolders) as PackName[]).map((name) => [name, vocabularyOf(name)] as const),
  ['everyday-words', everydayWords()] as const,
];

for (const [name, vocabulary] of vocabularies) {
  const counts = new Map<Harm, number>();
  let [files, made, takenBack] = [0, 0, 0];
  for (const path of paths) {
    const text = readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '');
    const { fixed, harm } = holdFix(text, vocabulary, { date: '2023-10-10' });
    if (fixed.changes.length > 0) files++;
    made += fixed.changes.length;
    takenBack += fixed.takenBack;
    for (const [kind, what] of harm) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (show) console.log(`${path}: ${kind}: ${what.slice(0, 200)}`);
    }
  }
  console.log(`${name}: ${paths.length} files, ${files} fixed, ${made} fixes, ${takenBack} taken back`);
  console.log(`  ${harms.map((kind) => `${kind} ${counts.get(kind) ?? 0}`).join(', ')}`);
  if (counts.size > 0) process.exitCode = 1;
}
