import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lintReport, type Report, readReport } from '../../../server/src/core/index.js';
import { foldedTokens } from '../../../server/src/core/language/tokens.js';
import type { Block } from '../../../server/src/core/markdown/blocks.js';
import { ownSentences } from '../../../server/src/core/sentences/own-sentences.js';
import { placesBefore } from '../../../server/src/core/sentences/reach.js';
import { quantitiesOf, sentenceHolding, sentencesOf, wholeOf } from '../../../server/src/core/sentences/sentence.js';
import { surroundingsOf } from '../../../server/src/core/sentences/surroundings.js';
import { vocabularyOf } from '../packs.js';

const vocabulary = vocabularyOf('uk-clean-power');
const read = (text: string, settings = {}) =>
  readReport(text, vocabulary, { date: '2025-05-31', region: 'GB', ...settings });
const blockOf = (report: Report, index = 0) => report.prose.blocks[index] as Block;
const sentencesIn = (report: Report, index = 0) => sentencesOf(report, blockOf(report, index));

describe('a sentence', () => {
  it('is read once for a block, whoever asks', () => {
    const report = read('In 2023 it was 5 GW. It is 6 GW now.');
    assert.equal(sentencesIn(report), sentencesIn(report));
    assert.equal(sentencesIn(report)[1], sentenceHolding(report, blockOf(report), 24));
    assert.equal(sentencesIn(report)[0], sentencesIn(report)[1]?.before);
  });

  it('is remembered by what its block shows, wherever that stands', () => {
    const report = read('In 2023 it was 5 GW.');
    const { content } = blockOf(report);
    assert.equal(sentencesOf(report, content), sentencesIn(report));
    assert.equal(wholeOf(report, content), wholeOf(report, blockOf(report)));
    assert.equal(quantitiesOf(report, content), quantitiesOf(report, blockOf(report)));
    assert.equal('span' in (sentencesIn(report)[0]?.block ?? {}), false);
  });

  it('is read anew where the report is read with other facts, and the block with it', () => {
    const report = read('Last year it was 5 GW.');
    const [own] = sentencesIn(report);
    const earlier = { facts: { ...report.facts, date: { day: '2021-05-31', isTold: true } } };
    const [other] = sentencesOf(earlier, blockOf(report));
    assert.deepEqual(
      [own, other].map((each) => each?.periods.map(({ period }) => period)),
      [['2024'], ['2020']],
    );
    assert.equal(sentencesOf(earlier, blockOf(report))[0], other);
  });

  it('has the words of its own text', () => {
    for (const text of [
      'In Leeds, “we” built 1,200 new-type turbines. Dr. Smith said: it’s done! Then (in 2024) £5m went.',
      '2024年，装机达到5 GW。同比增长12％！“目标”已经完成；其余ＧＤＰ数据待定。',
      'Über Straße & Co. – naïve İstanbul\nnext line. Next.',
    ]) {
      for (const sentence of sentencesIn(read(text))) assert.deepEqual(sentence.words, foldedTokens(sentence.text));
    }
  });

  it('has the quantities, periods, mentions and places that begin in it', () => {
    const report = read('In 2023 solar power had 15 GW. In Scotland it was 2 GW in 2024.');
    const [first, second] = sentencesIn(report);
    assert.deepEqual(
      [first, second].map((each) => each?.quantities.map(({ value }) => value)),
      [[15], [2]],
    );
    assert.deepEqual(
      [first, second].map((each) => each?.periods.map(({ period }) => period)),
      [['2023'], ['2024']],
    );
    assert.deepEqual(first?.places, []);
    assert.ok(second?.places.every(({ code }) => code === 'GB-SCT'));
    const [place] = second?.placesInText ?? [];
    assert.equal(second?.text.slice(place?.at.start, place?.at.end), 'Scotland');
  });

  it('has no number if one of its dates does not exist, or if it has no end', () => {
    const [misdated, next] = sentencesIn(read('On 31 February 2024 it was 5 GW. It was 6 GW.'));
    assert.deepEqual([misdated?.isMisdated, misdated?.quantities, next?.quantities.length], [true, [], 1]);
    const endless = sentencesIn(read(`It was 5 GW ${'and so on '.repeat(300)}`));
    assert.ok(endless.length > 1 && endless.every(({ isEndless, quantities }) => isEndless && quantities.length === 0));
  });

  it('is in the language of its own letters', () => {
    const languages = (text: string) => sentencesIn(read(text)).map(({ language }) => language);
    assert.deepEqual(languages('The grid grew. 2024年GDP没有增长。 The minister said “能源” is power.'), [
      'en',
      'zh',
      'en',
    ]);
    assert.deepEqual(languages('电网规模扩大，装机不断增长。The grid grew by a tenth. 15%。'), ['zh', 'en', 'zh']);
  });

  it('says whether it asserts what it tells of, in its own language', () => {
    const asserted = (text: string) => sentencesIn(read(text)).map(({ isAsserted }) => isAsserted);
    assert.deepEqual(asserted('It was 5 GW. It will be 6 GW. 预计为6 GW。 装机为5 GW。'), [true, false, false, true]);
  });

  it('may be the whole of a heading or a cell', () => {
    const report = read('# In Scotland. And Wales\n\n| a | b |\n| - | - |\n| 5 GW. 6 GW | x |');
    assert.deepEqual(
      new Set(wholeOf(report, blockOf(report)).places.map(({ code }) => code)),
      new Set(['GB-SCT', 'GB-WLS']),
    );
    assert.equal(wholeOf(report, blockOf(report, 3)).quantities.length, 2);
    assert.equal(quantitiesOf(report, blockOf(report, 3)).quantities.length, 2);
  });
});

describe('a sentence in the other language than its report’s', () => {
  const findingsIn = (sentence: string) =>
    lintReport(
      readReport(
        `The board met in Leeds. It heard of industry in many countries, and of what they make.\n\n${sentence}`,
        vocabularyOf('new-industrialization'),
        { date: '2023-10-10', region: 'CN', language: 'en' },
      ),
    ).map(({ rule }) => rule);

  it('has its parts held to the record, and its denials read, in its own', () => {
    assert.deepEqual(findingsIn('我国拥有41个工业大类、207个工业中类、526个工业小类。'), ['metric-value']);
    assert.deepEqual(findingsIn('我国拥有41个工业大类、207个工业中类、666个工业小类。'), []);
    assert.deepEqual(findingsIn('我国没有41个工业大类、207个工业中类、526个工业小类。'), []);
  });
});

describe('the sentences of a report’s own words', () => {
  it('are those of paragraphs and items, with no quotation, source, heading, cell or endless stretch', () => {
    const text = [
      '# A heading. Of two',
      'One. Two.',
      '> Quoted.',
      '- Three',
      '| cell |\n| - |\n| cell |',
      `no end ${'and so on '.repeat(300)}`,
      '四。五[^n]。',
      '## Sources',
      'Cited.',
      '[^n]: *Title*, 2024.',
    ].join('\n\n');
    const report = read(text, { report: undefined });
    const said = [...ownSentences(report)].map(({ sentence }) => sentence.text);
    assert.deepEqual(said.slice(0, 5), ['One.', 'Two.', 'Three', '四。', '五。']);
    assert.ok(!said.some((each) => /Quoted|heading|cell|no end|Title/.test(each)), said.join(' | '));
  });
});

describe('what stands around a block', () => {
  const report = read(
    [
      '---',
      'title: T',
      '---',
      '# Power in 2024',
      'Text[^n].',
      '## Scotland',
      'In Wales it was so:',
      '- first\n- second',
      '[^n]: The note.',
    ].join('\n'),
  );
  const { blocks } = report.prose;
  const at = (text: string) => blocks.findIndex((block) => block.text.startsWith(text));
  const around = (text: string) => surroundingsOf(report, at(text));

  it('is its headings, the innermost first', () => {
    const headings = around('first')
      .headings()
      .map(({ block }) => block.text);
    assert.deepEqual(headings, ['Scotland', 'Power in 2024']);
    assert.equal(around('first').frontMatter.title, 'T');
  });

  it('is the block before, the block behind and what introduces its list', () => {
    assert.equal(around('second').before()?.text, 'first');
    assert.equal(around('first').after()?.text, 'second');
    assert.equal(around('second').introducer()?.text, 'In Wales it was so:');
    assert.equal(around('In Wales').introducer(), undefined);
    assert.equal(surroundingsOf(report, 0).before(), undefined);
  });

  it('is a footnote by its label', () => {
    assert.deepEqual(
      around('Text')
        .note('N')
        .map(({ text }) => text),
      ['The note.'],
    );
    assert.deepEqual(around('Text').note('other'), []);
  });

  it('tells the place that the sentences before, or an introduction, are about', () => {
    assert.deepEqual(
      placesBefore(report, at('second')).map((place) => place?.code),
      ['GB-WLS'],
    );
    const own = read('In Scotland, wind grew. It was 5 GW. In Wales, it fell. It was 2 GW.');
    assert.deepEqual(
      placesBefore(own, 0).map((place) => place?.code),
      [undefined, 'GB-SCT', 'GB-SCT', 'GB-WLS'],
    );
  });
});
