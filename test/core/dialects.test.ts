import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { plantIn, plantings } from '../false-alarms/planted.js';

const fixtures = join(import.meta.dirname, '../fixtures/dialects');

/** Issue 10, section 1: what a dialect adds to Markdown hides no text of a report. */
describe('files of dialects', () => {
  for (const dialect of ['quarto', 'mdx', 'obsidian']) {
    const files = readdirSync(join(fixtures, dialect)).sort();
    for (const planting of plantings) {
      it(`of ${dialect} are read or said to be unread at every paragraph, a wrong sentence put in as ${planting}`, () => {
        let planted = 0;
        const missed = files.flatMap((file) => {
          const outcome = plantIn(readFileSync(join(fixtures, dialect, file), 'utf8'), planting);
          planted += outcome.planted;
          return outcome.missed.map((line) => `${file}:${line}`);
        });
        assert.deepEqual(missed, []);
        assert.ok(planted > 60, `${planted} planted`);
      });
    }
  }
});
