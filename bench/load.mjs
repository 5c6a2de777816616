// How long a large pack takes to load: read, checked and merged, ready to find its forms. After npm run build:
//   npm run bench:load            10,000 and 50,000 terms
//   npm run bench:load -- 200000
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { mergePacks, readPack, readReport } from '../server/dist/index.js';
import { median } from './statistics.mjs';

/** Each term in a shape that authors of packs write. */
const shapes = [
  (i) => `  t-${i}: {preferred: quay ${i}}\n`,
  (i) => `  t-${i}:\n    preferred: {en: berth ${i}, zh: 泊位${i}}\n    deprecated: {en: [parking place ${i}]}\n`,
  (i) =>
    `  t-${i}:\n    preferred:\n      en: "pier ${i}" # by the river\n    admitted:\n      en:\n        - jetty ${i}\n`,
];
const packs = {
  'in one line': (i) => shapes[0](i),
  'as mixed': (i) => shapes[i % shapes.length](i),
};
const packOf = (count, shape) =>
  `name: large\nlanguages: [en, zh]\nterms:\n${Array.from({ length: count }, (_, i) => shape(i)).join('')}`;

function load(text) {
  const start = performance.now();
  const { pack } = readPack(new Map([['pack.yaml', text]]));
  const { vocabulary } = mergePacks([pack]);
  const milliseconds = performance.now() - start;
  readReport('The quay 7 and the pier 2.', vocabulary, { date: '2024-05-01' });
  return { milliseconds, forms: vocabulary.entries.reduce((count, { forms }) => count + forms.length, 0) };
}

/** The load as the first thing that a process does, with cold code and fresh memory. */
function loadInNewProcess(count, written) {
  return Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--once', count, written]));
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--once') {
  const [count, written] = rest;
  console.log(load(packOf(Number(count), packs[written])).milliseconds);
} else {
  const counts = process.argv.slice(2).map(Number);
  if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
    console.error('npm run bench:load -- [numbers of terms]');
    process.exit(2);
  }
  const rows = (counts.length > 0 ? counts : [10_000, 50_000]).flatMap((count) =>
    Object.entries(packs).map(([written, shape]) => {
      const text = packOf(count, shape);
      const cold = Array.from({ length: 7 }, () => loadInNewProcess(count, written));
      const { forms } = load(text);
      const warm = Array.from({ length: 9 }, () => load(text).milliseconds);
      return {
        terms: count,
        written,
        forms,
        MB: Number((Buffer.byteLength(text) / 1e6).toFixed(1)),
        'new process, median ms': Math.round(median(cold)),
        'warm, median ms': Math.round(median(warm)),
        'warm, least ms': Math.round(Math.min(...warm)),
      };
    }),
  );
  console.table(rows);
}
