import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { claimsOf, lintReport, readReport } from '../../../server/src/core/index.js';
import { vocabularyOf } from '../packs.js';

const vocabulary = vocabularyOf('new-industrialization');

/** The rules that speak of a text, and the claims that are read of it. */
function readingOf(text: string): { readonly rules: readonly string[]; readonly claims: readonly string[] } {
  const report = readReport(text, vocabulary, { date: '2023-10-10', region: 'CN' });
  return {
    rules: lintReport(report).map(({ rule }) => rule),
    claims: claimsOf(report, 'en').map(({ value, period, verdict }) => `${value / 1e12} ${period} ${verdict}`),
  };
}

const right = '40.2 2022 holds';

describe('the marks of notes are no digits (trial 1.7)', () => {
  for (const mark of [
    '<sup>1</sup>',
    '<sup><a href="#n1">[1]</a></sup>',
    '[^1]',
    '①',
    '*',
    '\\*',
    '†',
    '‡',
    '¹',
    '^1^',
    '(r)',
    ' (p)',
    '（r）',
  ]) {
    it(`in a sentence: 40.2${mark}`, () => {
      const note = mark === '[^1]' ? '\n\n[^1]: National Bureau of Statistics, 2023.' : '';
      assert.deepEqual(readingOf(`In 2022 industrial added value was 40.2${mark} trillion yuan.${note}`).claims, [
        right,
      ]);
      assert.deepEqual(readingOf(`2022年全部工业增加值为40.2${mark}万亿元。${note}`).claims, [right]);
    });
    if (!mark.includes('[')) {
      it(`in the head and a cell of a table: 2022${mark}`, () => {
        const table = `| Metric | 2022${mark} |\n|---|---|\n| Industrial added value | 40.2${mark} trillion yuan |`;
        assert.deepEqual(readingOf(table).claims, [right]);
      });
    }
  }

  it('in a head that ends with 年, and between dollars', () => {
    assert.deepEqual(readingOf('| 指标 | 2022年① |\n|---|---|\n| 工业增加值（万亿元） | 40.2 |').claims, [right]);
    assert.deepEqual(readingOf('In 2022 industrial added value was $40.2$ trillion yuan.').claims, [right]);
  });

  it('but exponents, ordinals and products are', () => {
    for (const text of [
      'In 2022 industrial added value was 40.2×10<sup>12</sup> yuan.',
      'In 2022 industrial added value was 4 km<sup>2</sup>.',
      'In 2022 industrial added value was the 5<sup>th</sup>.',
    ]) {
      assert.deepEqual(
        readingOf(text).rules.filter((rule) => rule === 'metric-value'),
        [],
        text,
      );
    }
  });
});

describe('digits grouped by a space or over the end of a line (trial 1.8)', () => {
  for (const amount of [
    '40 164.4 billion yuan',
    '40\n164.4 billion yuan',
    '40 164 400 million yuan',
    '40 164\n400 million yuan',
  ]) {
    it(`are one number: ${amount.replace('\n', '⏎')}`, () => {
      const { claims } = readingOf(`In 2022 industrial added value was ${amount}.`);
      assert.deepEqual(claims, ['40.1644 2022 holds']);
    });
  }
  it('and no other digits beside one another are', () => {
    const { claims } = readingOf('In Q1 250 firms and in 2022 164 mines closed, and 1 200 of 12 were new.');
    assert.deepEqual(claims, []);
  });
});

describe('a citation is a source (trial 1.10)', () => {
  const sourced = (text: string) => assert.deepEqual(readingOf(text).rules, [], text);
  for (const citation of [
    '[@office2024, p. 33]',
    '[see @a; @b]',
    '@x',
    '[-@x]',
    '\\cite{x}',
    '\\citep[p.~3]{x}',
    '{cite}`x`',
    '^[Office, 2023.]',
    '[[notes]]',
  ]) {
    it(citation, () => {
      sourced(`In 2022 industrial added value was 40.2 trillion yuan ${citation}.`);
      sourced(`2022年全部工业增加值为40.2万亿元${/^@/.test(citation) ? ' ' : ''}${citation}。`);
    });
  }
  it('in numbers, where a list has them', () => {
    sourced('In 2022 industrial added value was 40.2 trillion yuan [1].\n\n## References\n\n1. Office, Yearbook.');
    sourced('In 2022 industrial added value was 40.2 trillion yuan [1, 2].\n\n[1, 2] Office\n\n## Sources\n\n- Office');
    sourced('In 2022 industrial added value was 40.2 trillion yuan[1].\n\n[1]: https://x.org');
    sourced('In 2022 industrial added value was 40.2 trillion yuan [[1]](#ref1).');
    sourced('In 2022 industrial added value was 40.2 trillion yuan {{< cite x >}}.');
    sourced('2022年全部工业增加值为40.2万亿元①。\n\n① 《统计公报》');
    sourced('2022年全部工业增加值为40.2万亿元〔1〕。\n\n〔1〕《统计公报》');
    sourced('2022年全部工业增加值[2]为40.2万亿元。\n\n[2] 《统计公报》');
  });
  it('but a number in brackets without a list, the report’s own figure and a picture are none', () => {
    for (const mark of ['[1]', '@fig-output', '![chart](x.png)', '![[chart.png]]', '`x`']) {
      assert.deepEqual(
        readingOf(`In 2022 industrial added value was 40.2 trillion yuan ${mark}.`).rules,
        ['metric-unsourced'],
        mark,
      );
    }
  });
});

describe('emphasis that closes before Han (trial 1.15)', () => {
  for (const text of [
    '2022年**工业增加值（现价）**为40.2万亿元。',
    '2022年*工业增加值（现价）*为40.2万亿元。',
    '2022年工业增加值为**40.2万亿元（现价）**左右。',
  ]) {
    it(text, () => assert.equal(readingOf(text).claims.length, 1));
  }
});
