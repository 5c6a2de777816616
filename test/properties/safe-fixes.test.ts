import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { ReportSettings, Vocabulary } from '../../server/src/core/index.js';
import { allClaims, type Line } from '../core/claims.js';
import { holdFix } from '../core/fix-oracle.js';
import { contexts, everydayWords, vocabularyOf } from '../core/packs.js';

const textOf = (line: Line) => (typeof line === 'string' ? line : line.text);
const linesOf = (index: number) => {
  const { examples, neverFlag } = allClaims[index] as (typeof allClaims)[number];
  return [...examples.flatMap(({ wrong, right }) => [...wrong, ...right]), ...neverFlag];
};

/** What a text may hold beside prose; `…` is a word of it. */
const constructs = [
  '# About …\n\n[up](#about-…)',
  '[…]\n\n[…]: ….md "…"',
  'See [the …][] and ![…](….png "…").\n\n[the …]: ….html',
  '<a href="#…" title="…">…</a> is here.',
  '`…` and ``…``\n\n```\n…\n```',
  '## … {#…}\n\n[…](#…){.…}',
  '{% include ….html %}\n\n{{< include _….qmd >}}\n\n{{ … }}',
  '$$\n…\n$$ {#eq-…}',
  '(…)=\n\n:::{note}\n:class: …\nThe … is here.\n:::',
  '[[…]] and ![[….png]] and [[…|the …]]',
  'See docs/….md, …-2024.xlsx, #…, @…, example.org/… and https://example.org/….',
  'As told [@…2024, p. 3] and \\@ref(…) and @fig-….',
  '| … | a |\n| --- | --- |\n| … | `…` |',
  '> [!NOTE]\n> The …\n> … is here.',
  'The **…** and *…s*; the **… … ** and \\*…\\* and …&nbsp;….',
  '- The …\n  … is here.\n- …',
  '<!-- plumbline-disable-next-line -->\nThe … is here.',
];

describe('safe fixes of any text', () => {
  const everyday = everydayWords();

  for (const [index, { pack, findingsIn }] of allClaims.entries()) {
    it(`do no harm to the lines about ${pack}`, () => {
      const harmed: string[] = [];
      const hold = (text: string, vocabulary: Vocabulary, settings: ReportSettings) => {
        const { harm } = holdFix(text, vocabulary, { date: '2024-05-01', ...settings });
        for (const [kind, what] of harm) harmed.push(`${kind}: ${what} in ${text}`);
      };
      const lines = linesOf(index);
      let fixed = 0;
      for (const line of lines) {
        // A text without a safe fix stays as it is.
        if (!findingsIn(line).some(({ fixes }) => fixes.some(({ safe }) => safe))) continue;
        const { text, ...settings } = typeof line === 'string' ? { text: line } : line;
        hold(text, vocabularyOf(pack), { ...contexts[pack], ...settings });
        fixed++;
      }
      assert.ok(fixed > 15, `only ${fixed} lines have a safe fix`);
      const texts = lines.map(textOf).filter((text) => !text.startsWith('---'));
      for (let i = 0; i < texts.length; i += 20) hold(texts.slice(i, i + 20).join('\n\n'), everyday, {});
      assert.deepEqual(harmed, []);
    });
  }

  it('do no harm to what is no prose', () => {
    const words = fc.constantFrom('program', 'project', 'site', 'number', 'document', 'team', '数据', '项目', '系统');
    const piece = fc.oneof(
      fc.tuple(fc.constantFrom(...constructs), words).map(([construct, word]) => construct.replaceAll('…', word)),
      fc.constantFrom(
        ...allClaims.flatMap((_, index) => linesOf(index).map(textOf)).filter((text) => !text.startsWith('---')),
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const { harm } = holdFix(`${pieces.join('\n\n')}\n`, everyday, { date: '2024-05-01' });
        assert.deepEqual([...harm], []);
      }),
      { numRuns: 200 },
    );
  });
});
