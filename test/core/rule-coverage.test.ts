import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allRules } from '../../server/src/core/index.js';
import { allClaims, languageOf } from './claims.js';

for (const { pack, languages, examples } of allClaims) {
  describe(`every rule by the claims about ${pack}`, () => {
    for (const { id } of allRules) {
      const own = examples.filter(({ rule }) => rule === id);
      // The shared file holds no line on values of targets: its pack has none. The other file must.
      if (own.length === 0 && allClaims.some((other) => other.examples.some(({ rule }) => rule === id))) {
        assert.equal(id, 'target-value', `${id} has no line about ${pack}`);
        continue;
      }

      it(`${id} has a wrong and a right line in ${languages.join(' and ')}`, () => {
        for (const language of languages) {
          for (const kind of ['wrong', 'right'] as const) {
            const lines = own.flatMap((example) => example[kind]).filter((line) => languageOf(line) === language);
            assert.ok(lines.length > 0, `no ${kind} line in ${language}`);
          }
        }
      });

      it(`without ${id} a wrong line is not found`, () => {
        // A few of each example: they are read anew.
        const found = own.flatMap(({ wrong, findingsIn }) =>
          wrong
            .filter((line) => findingsIn(line).some(({ rule }) => rule === id))
            .slice(0, 3)
            .map((line) => findingsIn(line, { [id]: 'off' })),
        );
        assert.ok(found.length > 0, 'no wrong line is found even with it');
        for (const without of found) {
          assert.deepEqual(
            without.filter(({ rule }) => rule === id),
            [],
          );
        }
      });
    }
  });
}
