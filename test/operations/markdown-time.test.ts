import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFrontMatter } from '../../server/src/core/markdown/front-matter.js';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.js';
import { readPiece } from '../../server/src/core/markdown/piece.js';
import { readProse } from '../../server/src/core/markdown/prose.js';

const repeated = (text: string) => (count: number) => text.repeat(count);
const each = (line: (i: number) => string) => (count: number) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Texts of which eight times as much must not take much more than eight times as long. */
const texts: Readonly<Record<string, (count: number) => string>> = {
  'ordinary paragraphs': repeated('The *ministry* said [so](u) in 2023. 工业化，“智改数转”。\n\n'),
  'emphasis that is never closed': repeated('a*b_c '),
  ...Object.fromEntries(
    ['[', '![', '`', '<', '"', '“', "'", '|', '*', '~~', '](', '[]', '[a][b] ', '<!--', 'www.a ', '> ', '- '].map(
      (mark) => [`${JSON.stringify(mark)} again and again`, repeated(mark)],
    ),
  ),
  'short lines': repeated('a bc\n'),
  'lines with bars that are no table': repeated('|a|\n'),
  'comments that are never closed': repeated('a <!-- b\n'),
  'headings by underlines': repeated('a\n==\n'),
  headings: repeated('# a\n'),
  'nested items': repeated('- a\n  - b\n'),
  'quotations in items': repeated('- > a\n'),
  'footnotes in one paragraph': (count) => `${each((i) => `[^${i}] `)(count)}\n\n${each((i) => `[^${i}]: n\n`)(count)}`,
  'footnotes all over': (count) => `${each((i) => `a[^${i}]\n\n`)(count)}${each((i) => `[^${i}]: n\n\n`)(count)}`,
  'definitions of links': each((i) => `[a${i}]: /u\n`),
  'rows of a table': (count) => `| a | b |\n|---|---|\n${'| 1 | x |\n'.repeat(count)}`,
  'an open fence': (count) => `\`\`\`\n${'# a\n\n'.repeat(count)}`,
  'keys in front matter': (count) => `---\n${each((i) => `k${i}: v\n`)(count)}---\n`,
  'one key in front matter': (count) => `---\n${'a: b\n'.repeat(count)}---\n`,
};

/** The processor's time for reading a text, in milliseconds: others on the machine do not count. */
function timeOf(text: string): number {
  const before = process.cpuUsage().user;
  readFrontMatter(readProse(parseMarkdown(text, readPiece)));
  return (process.cpuUsage().user - before) / 1000;
}

describe('time for Markdown', () => {
  for (const [name, make] of Object.entries(texts)) {
    it(`grows with the length of ${name}`, function () {
      this.timeout(60_000);
      const short = make(400);
      const long = make(3_200);
      timeOf(short);
      let ratio = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 4 && ratio > 20; attempt++) {
        // Eight short texts: one alone would be lost in the clock's noise.
        let shorts = 0;
        for (let i = 0; i < 8; i++) shorts += timeOf(short);
        ratio = Math.min(ratio, (8 * timeOf(long)) / Math.max(shorts, 8));
      }
      assert.ok(ratio <= 20, `eight times the text takes ${ratio.toFixed(1)} times as long`);
    });
  }
});
