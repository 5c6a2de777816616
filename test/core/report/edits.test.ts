import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { lintReport, readReport } from '../../../server/src/core/index.js';
import type { Report } from '../../../server/src/core/report/report.js';
import { inlinePieces, lineStarts } from '../markdown/markdown-pieces.js';
import { vocabularyOf } from '../packs.js';

const runs = Number(process.env.PLUMBLINE_RUNS ?? 12);
const vocabulary = vocabularyOf('new-industrialization');
const settings = { date: '2023-10-10' };
const example = (name: string) => readFileSync(join(import.meta.dirname, '../../../examples', name), 'utf8');

/** What pieces depend on beside their own text: front matter, labels, notes, tables with captions, dialects, comments. */
const constructs = [
  '---\ndate: 2023-10-10\n---\n\n# Ports[^1]\n\nSee [the list][l] and 40.2①.\n\nTable 1: Ports\n\n| Port | GDP |\n|---|---|\n| A | 1 |',
  'Source: the office.\n\n:::{note} Title\nThe firm $x_1$ is in a/b.md.\n:::\n\n- one\n- two\n\n  more\n- three',
  '<blockquote>\n\nHe said so.\n\n</blockquote>\n\n<!-- plumbline-disable term-deprecated -->\n\n注：①数据为初步核算数。',
  '```\ncode\n\nmore\n```\n\n[^1]: Office, 2023.\n\n[l]: https://example.org\n',
].join('\n\n');

const texts = {
  'an English report': example('figures.md'),
  'a Chinese report': example('figures-zh.md'),
  'a report of many constructs': constructs,
};

/** Cuts characters out at a part of the text and puts others there. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(80)),
  put: fc.oneof(
    fc.constantFrom('', 'a', ' ', '。', '\n', '\n\n', '5', '工'),
    fc.constantFrom(...lineStarts).map((start) => `\n${start}`),
    fc.constantFrom(...inlinePieces),
    fc.constantFrom('[l]: /u\n', '[^1]: x\n', '\n\n```\n\n', '\n<!--\n', '-->', '\n---\n', '<blockquote>', '\n\n# H\n'),
  ),
});

function edited(text: string, { at, cut, put }: { at: number; cut: number; put: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + cut);
}

function outlineOf(report: Report) {
  const { prose, sections, mentions, unread, citations, suppressions, language } = report;
  const findings = lintReport(report).map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes.length }));
  const named = mentions.map(({ entry, span, block }) => [entry.fullName, span, block]);
  const blocks = prose.blocks.map(({ content, span }) => ({ ...content, span }));
  return { ...prose, blocks, sections, named, unread, citations, suppressions, language, findings };
}

describe('a report that is edited', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`reads as it does without the reading before: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
          let now = text;
          let before = readReport(now, vocabulary, settings);
          for (const each of edits) {
            now = edited(now, each);
            before = readReport(now, vocabulary, settings, before);
            assert.deepEqual(outlineOf(before), outlineOf(readReport(now, vocabulary, settings)));
          }
        }),
        { numRuns: runs },
      );
    }).timeout(300_000);
  }

  it('keeps all pieces but the one that is typed in, and of that the other blocks', () => {
    for (const [text, typed] of [
      [
        '# Ports\n\nThe first port.\n\n- One quay.\n- Two quays.\n\nTable 1\n\n| A | B |\n|---|---|\n| 1 | 2 |\n',
        'quays',
      ],
      ['# 港口\n\n第一个港口。\n\n- 一个码头。\n- 两座船坞。\n\n表1\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n', '船坞'],
    ] as const) {
      const before = readReport(text, vocabulary, settings);
      const after = readReport(text.replace(typed, `${typed}x`), vocabulary, settings, before);
      assert.equal(after.facts, before.facts);
      const other = ({ kept: { pieces } }: Report) =>
        pieces.map(({ piece }) => piece).filter((each) => !each.source.text.includes(typed));
      assert.deepEqual(other(after).length, before.kept.pieces.length - 1);
      for (const [i, piece] of other(after).entries()) assert.equal(piece, other(before)[i]);
      const kept = after.prose.blocks.filter(({ content }, i) => content === before.prose.blocks[i]?.content);
      assert.deepEqual(kept.length, before.prose.blocks.length - 1);
    }
  });

  it('reads the dialects of the other parts not again, whatever is open around them', () => {
    const text =
      '::: note\n\nThe first port is $x_1$.\n\n```{tip}\n\nWords.\n\n```\n\n<div>\n\n    港口。\n\n</div>\n\n:::\n\nThe end.\n';
    const before = readReport(text, vocabulary, settings);
    for (const [typed, again] of [
      ['first', 1],
      ['港口', 1],
      ['The end', 1],
    ] as const) {
      const after = readReport(text.replace(typed, `${typed}x`), vocabulary, settings, before);
      const known = new Set(before.kept.dialects.placed.map(({ part }) => part));
      const parts = after.kept.dialects.placed.filter(({ part }) => !known.has(part));
      assert.equal(parts.length, again, typed);
    }
  });

  it('shares no block between two places that read alike', () => {
    const text = 'The same.\n\nThe same.\n\n- The same.\n- The same.\n';
    const before = readReport('The same.\n\n- The same.\n', vocabulary, settings);
    const { blocks } = readReport(text, vocabulary, settings, before).prose;
    assert.equal(new Set(blocks.map(({ content }) => content)).size, blocks.length);
  });
});
