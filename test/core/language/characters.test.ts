import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { foldsInPlace, isFolded, isFoldedIdeograph } from '../../../server/src/core/language/characters.js';
import { foldedTokens } from '../../../server/src/core/language/tokens.js';

describe('folding', () => {
  it('changes the case alone of what is folded by case, and nothing of what is folded', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      const folded = character.normalize('NFKC').toLowerCase().replace(/’/g, "'");
      if (foldsInPlace(character)) assert.equal(character.toLowerCase(), folded, unit.toString(16));
      if (isFolded(character) || isFoldedIdeograph(unit)) assert.equal(character, folded, unit.toString(16));
    }
  });

  it('gives the same tokens whatever else stands in a text', () => {
    for (const text of ['“Growth” – in GDP', '《规划》、“十四五” GDP。', 'It is new—so'])
      assert.deepEqual(foldedTokens(`${text} ½`).slice(0, -1), foldedTokens(text).concat('1⁄').slice(0, -1));
  });
});
