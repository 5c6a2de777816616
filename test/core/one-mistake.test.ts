import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { type Finding, lintReport, type ReportSettings, readReport } from '../../server/src/core/index.js';
import { allClaims } from './claims.js';
import { readMarked, showSpans } from './marked.js';
import { type PackName, vocabularyOf } from './packs.js';

const contexts = {
  'new-industrialization': { date: '2023-10-10', region: 'CN' },
  'uk-clean-power': { date: '2025-05-31', region: 'GB' },
} as const;

type Line = ReportSettings & { readonly title: string; readonly pack: PackName; readonly text: string };

const lines = parse(readFileSync(join(import.meta.dirname, '../fixtures/one-mistake.yml'), 'utf8')) as readonly Line[];

/** Where something is missing, a finding stands at a heading, and others may miss something there too. */
const ofPlaces = new Set(['section-missing', 'section-order', 'section-empty', 'task-missing']);

/** Rules that may speak of the same words of two mistakes. */
const ofTwoMistakes = new Map([
  // A body without its full name in a title that is another's.
  ['acronym-undefined', 'person-title'],
  // A word of an old form in a list out of order.
  ['formulation-order', 'term-deprecated'],
  // Four tasks are announced and three listed, in other words than the list's.
  ['count-mismatch', 'task-paraphrased'],
]);

describe('one rule speaks of one mistake', () => {
  for (const { title, pack, text, ...settings } of lines) {
    it(title, () => {
      const marked = readMarked(text);
      const findings = lintReport(readReport(marked.text, vocabularyOf(pack), { ...contexts[pack], ...settings }));
      const spans = findings.map(({ span }) => span);
      assert.equal(showSpans(marked.text, spans), text, findings.map(({ rule }) => rule).join(', '));
    });
  }

  it('and where that rule is off, another is heard', () => {
    const text = 'GDP was 121.0 trillion yuan in 2022. In 2022 GDP was 131.0 trillion yuan.';
    const rules = { 'metric-value': 'off' } as const;
    const context = { ...contexts['new-industrialization'], rules };
    const findings = lintReport(readReport(text, vocabularyOf('new-industrialization'), context));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['metric-unsourced', 'metric-inconsistent'],
    );
  });

  for (const { pack, examples, neverFlag, findingsIn } of allClaims) {
    it(`in every line about ${pack}: no two rules speak of the same words`, () => {
      const all = [
        ...examples.flatMap((example) =>
          [...example.wrong, ...example.right].map((line) => ({ line, found: example.findingsIn(line) })),
        ),
        ...neverFlag.map((line) => ({ line, found: findingsIn(line) })),
      ];
      const doubled = all.flatMap(({ line, found }) => {
        const text = typeof line === 'string' ? line : line.text;
        return pairsOf(found).map(([a, b]) => `${a.rule} and ${b.rule} in ${text}`);
      });
      assert.deepEqual(doubled, []);
    }).timeout(120_000);
  }
});

function pairsOf(findings: readonly Finding[]): readonly (readonly [Finding, Finding])[] {
  const inWords = findings.filter(({ rule }) => !ofPlaces.has(rule));
  return inWords.flatMap((a, i) =>
    inWords
      .slice(i + 1)
      .filter((b) => a.rule !== b.rule && a.span.start < b.span.end && b.span.start < a.span.end)
      .filter((b) => ofTwoMistakes.get(a.rule) !== b.rule && ofTwoMistakes.get(b.rule) !== a.rule)
      .map((b) => [a, b] as const),
  );
}
