import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allRules, lintReport, mergePacks, readReport } from '../../server/src/core/index.js';
import { readRulePage } from './rule-page.js';

/** README.md, “What it finds”, says them all: who adds one adds it there. */
const withoutPacks = [
  'count-mismatch',
  'date-impossible',
  'front-matter-invalid',
  'metric-arithmetic',
  'metric-inconsistent',
  'metric-points',
  'placeholder-unfilled',
  'suppression-invalid',
  'suppression-unused',
];

describe('without any pack', () => {
  it('the rules speak that the README says, and no others', () => {
    const { vocabulary } = mergePacks([]);
    const speaking = allRules
      .map(({ id }) => id)
      .filter((id) =>
        readRulePage(id).examples.some(({ kind, text, settings }) => {
          const findings = lintReport(readReport(text, vocabulary, { date: '2024-05-01', ...settings }));
          return kind === 'wrong' && findings.some(({ rule }) => rule === id);
        }),
      );
    assert.deepEqual(speaking.sort(), withoutPacks);
  });
});
