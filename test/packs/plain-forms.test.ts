import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readPack } from '../../server/src/core/vocabulary/read-pack.js';

/** Texts of forms, and what is none or no right one. */
const text = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constantFrom('quay', 'Quay wall', '码头', '５Ｇ quay', 'cafe\u0301', ' quay ', '5G', '-7 quay'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>('', ' ', '\u00A0', 'q'.repeat(1000), 'q'.repeat(1001), 5, true, null),
  },
);
const texts = fc.oneof(
  { weight: 24, arbitrary: text },
  { weight: 8, arbitrary: fc.array(text, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ form: text, near: fc.constant('ship') }) },
  { weight: 1, arbitrary: fc.array(fc.array(text, { maxLength: 1 }), { maxLength: 1 }) },
);
const language = fc.constantFrom(
  ...Array<string>(6).fill('en'),
  ...Array<string>(6).fill('zh'),
  'zh-Hans',
  'EN',
  'english',
  'form',
);
const forms = fc.oneof(
  texts,
  fc.array(fc.tuple(language, texts), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
);
const role = fc.constantFrom(
  ...['preferred', 'admitted', 'deprecated', 'hidden'].flatMap((each) => [each, each, each]),
  'other',
);
const entry = fc.uniqueArray(fc.tuple(role, forms), { selector: ([key]) => key, maxLength: 4 });

function reading(fields: readonly (readonly [string, unknown])[]) {
  const lines = fields.map(([key, value]) => `    ${key}: ${JSON.stringify(value)}\n`).join('');
  const { pack, problems } = readPack(
    new Map([['pack.yaml', `name: harbour\nlanguages: [en, zh]\nterms:\n  quay:\n${lines}`]]),
  );
  const entries = pack?.entries.map(({ location, ...rest }) => ({ ...rest, range: location.range }));
  return { entries, problems };
}

describe('entries that are nothing but forms', () => {
  it('are read as those with more to them', () => {
    let right = 0;
    fc.assert(
      fc.property(entry, (fields) => {
        fc.pre(fields.length > 0);
        const plain = reading(fields);
        // What every entry has that says nothing of it.
        assert.deepEqual(plain, reading([...fields, ['status', 'verified']]));
        if (plain.problems.length === 0) right++;
      }),
      { numRuns: 1_000, examples: [[[['preferred', 'q'.repeat(1001)]]]] },
    );
    assert.ok(right > 100, `${right}`);
  });
});
