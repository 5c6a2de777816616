import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { CountedCore } from './counted-core.js';

/** Entries as packs write them, of the kind `terms`. */
const shapes: Readonly<Record<string, (i: number) => string>> = {
  blocks: (i) =>
    `  t-${i}:\n    preferred: {en: quay ${i}, zh: 码头${i}}\n    deprecated: {en: [wharf ${i}, "dock ${i}"]} # old\n`,
  'nested blocks': (i) =>
    `  t-${i}:\n    preferred:\n      en: quay ${i}\n    deprecated:\n      en:\n        - form: 'wharf ${i}'\n          near: [ship]\n`,
  lines: (i) => `  t-${i}: {preferred: quay w${i.toString(36)}x}\n`,
  examples: (i) => `  t-${i}:\n    preferred: quay ${i}\n    examples: {allow: [{text: A quay., date: 2024-05-01}]}\n`,
  'one form for all': (i) => `  t-${i}: {preferred: quay ${i}, deprecated: [{form: landing, near: [w${i}]}]}\n`,
};

/** Twice as many terms cost twice as much, and a little more where places are looked up by halves. */
const mostGrowth = 2.4;
const terms = 500;
/** Entries of the shapes here take 300 to 900. */
const mostForTerm = 1_500;

describe('operations of loading a pack', () => {
  let core: CountedCore;
  before(async () => {
    core = await CountedCore.load();
  });
  after(() => core.close());

  async function operations(shape: (i: number) => string, count: number): Promise<ReadonlyMap<string, number>> {
    const entries = Array.from({ length: count }, (_, i) => shape(i)).join('');
    const text = `schema: 1\nname: harbour\nlanguages: [en, zh]\nterms:\n${entries}`;
    core.run("files = new Map([['pack.yaml', text]])", { text });
    const found = await core.count('reading = plumbline.readPack(files); merge = plumbline.mergePacks([reading.pack])');
    assert.equal(core.run('reading.problems.length + merge.problems.length'), 0);
    assert.equal(core.run('merge.vocabulary.entries.length'), count);
    return found;
  }

  for (const [name, shape] of Object.entries(shapes)) {
    it(`are few for each term, by the plain reader: ${name}`, async () => {
      const once = await operations(shape, terms);
      const twice = await operations(shape, 2 * terms);
      // A search for the end of a line is counted as one of the whole file.
      const sum = (counts: ReadonlyMap<string, number>) =>
        [...counts].reduce((total, [place, count]) => (place === 'natives' ? total : total + count), 0);
      assert.ok((twice.get('server/src/core/vocabulary/plain-yaml.ts') ?? 0) > terms);
      assert.equal(twice.get('server/src/core/vocabulary/any-yaml.ts'), undefined);
      assert.ok(sum(twice) < mostGrowth * sum(once), `${sum(once)} and ${sum(twice)}`);
      assert.ok(sum(twice) < mostForTerm * 2 * terms, `${sum(twice) / terms / 2} for a term`);
    });
  }
});
