// How long a large pack takes to load: read, checked and merged, ready to find its forms. After npm run build:
//   npm run bench:load            10,000 and 50,000 terms
//   npm run bench:load -- 200000
import { mergePacks, readPack, readReport } from '../server/dist/index.js';

const counts = process.argv.slice(2).map(Number);
if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
  console.error('npm run bench:load -- [numbers of terms]');
  process.exit(2);
}

/** Each term in a shape that authors of packs write. */
const shapes = [
  (i) => `  t-${i}: {preferred: quay ${i}}\n`,
  (i) => `  t-${i}:\n    preferred: {en: berth ${i}, zh: 泊位${i}}\n    deprecated: {en: [parking place ${i}]}\n`,
  (i) =>
    `  t-${i}:\n    preferred:\n      en: "pier ${i}" # by the river\n    admitted:\n      en:\n        - jetty ${i}\n`,
];
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

const rows = (counts.length > 0 ? counts : [10_000, 50_000]).flatMap((count) =>
  [
    ['in one line', shapes[0]],
    ['as mixed', (i) => shapes[i % shapes.length](i)],
  ].map(([name, shape]) => {
    const text = packOf(count, shape);
    const loads = Array.from({ length: 9 }, () => load(text));
    const times = loads.map(({ milliseconds }) => milliseconds);
    const later = times.slice(1).sort((a, b) => a - b);
    return {
      terms: count,
      written: name,
      forms: loads[0].forms,
      MB: Number((Buffer.byteLength(text) / 1e6).toFixed(1)),
      'first, ms': Math.round(times[0]),
      'later, median ms': Math.round(later[4]),
      'least, ms': Math.round(later[0]),
    };
  }),
);
console.table(rows);
