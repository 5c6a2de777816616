import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { lintReport, readReport } from '../../../server/src/core/index.js';
import { vocabularyFrom, vocabularyOf } from '../packs.js';

type Outcome = 'found' | 'silent';
interface Line {
  readonly text: string;
  readonly pack: keyof typeof packs;
  readonly mark: Outcome;
  /** What is still made of it, where that is not its mark. */
  readonly open?: Outcome;
}

const fixtures = join(import.meta.dirname, '../../fixtures');
const county = readFileSync(join(fixtures, 'packs/county/pack.yaml'), 'utf8');
const packs = {
  'new-industrialization': { vocabulary: vocabularyOf('new-industrialization'), date: '2024-03-01' },
  'gb-clean-power': { vocabulary: vocabularyOf('gb-clean-power'), date: '2026-02-10' },
  county: { vocabulary: vocabularyFrom({ 'pack.yaml': county }), date: '2024-06-01' },
};
const lines: readonly Line[] = parse(readFileSync(join(fixtures, 'first-sight/assertion.yml'), 'utf8'));

function outcomeOf({ text, pack }: Line): Outcome {
  const { vocabulary, date } = packs[pack];
  const rules = lintReport(readReport(`${text}\n`, vocabulary, { date, isDateTold: true })).map(({ rule }) => rule);
  return rules.some((rule) => /^metric-(?:value|unit|period|comparator|confused|rank)$/.test(rule))
    ? 'found'
    : 'silent';
}

describe('what a sentence asserts, at first sight', () => {
  for (const line of lines)
    it(`${line.mark}: ${line.text}`, () => assert.equal(outcomeOf(line), line.open ?? line.mark));
});
