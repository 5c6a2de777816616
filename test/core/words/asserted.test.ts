import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { allClaims, languageOf } from '../claims.js';

type Sentences = Readonly<Record<string, readonly string[]>>;

const { silent, found }: { readonly silent: Sentences; readonly found: Sentences } = parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/words/first-sight.yml'), 'utf8'),
);

/** What the rules of the record say of a sentence. */
function findingsIn(pack: string, sentence: string): readonly string[] {
  const claims = allClaims.find((each) => each.pack === pack);
  assert.ok(claims, pack);
  const { examples } = claims;
  const [example] = examples.filter(({ rule }) => rule === 'metric-value');
  assert.ok(example);
  return example
    .findingsIn(sentence)
    .map(({ rule }) => rule)
    .filter((rule) => /^metric-(?:value|unit|period|comparator|confused|rank)$/.test(rule));
}

describe('wrong figures, trials 3.8 and 3.9', () => {
  for (const [pack, sentences] of Object.entries(silent)) {
    for (const sentence of sentences)
      it(`are none where nobody says so (${languageOf(sentence)}): ${sentence}`, () => {
        assert.deepEqual(findingsIn(pack, sentence), []);
      });
  }
  for (const [pack, sentences] of Object.entries(found)) {
    for (const sentence of sentences)
      it(`are found where they are said (${languageOf(sentence)}): ${sentence}`, () => {
        assert.equal(findingsIn(pack, sentence).length, 1);
      });
  }
});
