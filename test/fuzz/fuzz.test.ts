import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { families } from './families.js';
import { fuzzFamily, Runner, shown } from './fuzz.js';

// The seed is fixed, so that a change is held to the same inputs as the one before it.
const options = { runs: Number(process.env.PLUMBLINE_FUZZ_RUNS ?? 2_000), seed: 7 };

describe('random inputs', () => {
  const runner = new Runner();
  after(() => runner.stop());

  for (const [name, family] of Object.entries(families)) {
    it(`hold: ${name}`, async function () {
      this.timeout(600_000);
      const { failures } = await fuzzFamily(runner, name, family, options);
      assert.equal(failures.map(shown).join('\n\n'), '');
    });
  }

  it('have shares of a hundred', () => {
    assert.equal(
      Object.values(families).reduce((sum, { share }) => sum + share, 0),
      100,
    );
  });
});
