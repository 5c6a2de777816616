import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readReport } from '../../../server/src/core/index.js';
import { detectionsOf } from '../../../server/src/core/lint/detections.js';
import type { AroundRule, BlockRule, DocumentRule, Rule } from '../../../server/src/core/rules/rule.js';
import { surroundingsOf } from '../../../server/src/core/sentences/surroundings.js';
import { vocabularyOf } from '../packs.js';

const vocabulary = vocabularyOf('uk-clean-power');
const read = (text: string) => readReport(text, vocabulary, { date: '2025-05-31' });
const traits = { id: 'made-up', severity: 'warning', reads: 'block', ownWords: true } as const;
/** Every place of a word. */
const places = (text: string, word: string) =>
  [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({ start: index, end: index + word.length }));
const foundBy = (rule: Rule, report: ReturnType<typeof read>) =>
  [...detectionsOf(rule, report)].map(({ span }) => report.text.slice(span.start - 3, span.end));

describe('a rule of blocks', () => {
  const judged: string[] = [];
  const rule: BlockRule<undefined> = {
    ...traits,
    *checkBlock({ text }) {
      judged.push(text);
      for (const at of places(text, 'lamp')) yield { messageId: 'x', values: {}, at, detail: undefined };
    },
  };

  it('sees places of a block’s text, which are found at their places in the report', () => {
    const report = read('# One\n\nA *big* lamp.\n\n> a lamp of theirs\n\n- no lamp');
    assert.deepEqual(foundBy(rule, report), ['g* lamp', 'no lamp']);
  });

  it('judges a block once, as long as the facts of the report are the same', () => {
    const report = read('One lamp.\n\nTwo.');
    judged.length = 0;
    for (let i = 0; i < 3; i++) assert.equal(foundBy(rule, report).length, 1);
    assert.deepEqual(judged, ['One lamp.', 'Two.']);
    const later = { ...report, facts: { ...report.facts, region: 'FR' } };
    assert.equal([...detectionsOf(rule, later)].length, 1);
    assert.equal(judged.length, 4);
  });

  it('hears nothing of somebody else’s words, and is not shown what gives sources', () => {
    const report = read('She said “a lamp is on” and my lamp was.[^1]\n\n[^1]: Lamp Office, _The lamp_, 2024.');
    assert.deepEqual(foundBy(rule, report), ['my lamp']);
  });
});

describe('a rule that looks around', () => {
  const rule: AroundRule<undefined> = {
    ...traits,
    *checkAround({ text }, around) {
      const [heading] = around.headings();
      if (heading?.block.text !== 'Lamps') return;
      for (const at of places(text, 'lamp')) yield { messageId: 'x', values: {}, at, detail: undefined };
    },
  };

  it('judges by what it asks of its surroundings', () => {
    assert.deepEqual(foundBy(rule, read('## Lamps\n\nThe lamp.\n\n## Doors\n\nOld lamp.')), ['he lamp']);
  });
});

describe('a rule of the document', () => {
  const rule: DocumentRule<undefined, { start: number; end: number }> = {
    ...traits,
    reads: 'document',
    *factsOf({ text }) {
      yield* places(text, 'lamp');
    },
    *fold(facts) {
      const [last] = [...facts].slice(-1);
      if (last !== undefined)
        yield { block: last.block, fact: { messageId: 'x', values: {}, at: last.fact, detail: undefined } };
    },
  };

  it('folds what was read of the blocks, in their order', () => {
    assert.deepEqual(foundBy(rule, read('A lamp.\n\n| a | b |\n|---|---|\n| lamp | my lamp |\n\nNone.')), ['my lamp']);
    assert.deepEqual(foundBy(rule, read('None.')), []);
  });
});

describe('the surroundings of a block', () => {
  it('have the list below it, its items, and the lists that go on behind it', () => {
    const report = read('Three things:\n\n- a\n  - a inner\n- b\n\n![map](x.png)\n\n- c\n\nBehind.\n\n## End\n\n- d\n');
    const list = surroundingsOf(report, 0).introduced();
    assert.deepEqual(
      list?.items.map((blocks) => blocks.map(({ text }) => text)),
      [['a', 'a inner'], ['b']],
    );
    const next = list?.next();
    assert.deepEqual(
      next?.list.items.map(([first]) => first?.text),
      ['c'],
    );
    assert.equal(next?.between.length, 1);
    assert.equal(next?.list.after()?.text, 'Behind.');
    assert.deepEqual(
      next?.list.next()?.between.map(({ text }) => text),
      ['Behind.', 'End'],
    );
    assert.equal(next?.list.next()?.list.next(), undefined);
    assert.equal(surroundingsOf(report, 2).introduced(), undefined);
  });

  it('have the marks before a place that show as no text', () => {
    const report = read('The <abbr title="Subject Matter Expert">SME</abbr> is **here** now.');
    const [{ text }] = report.prose.blocks as unknown as [{ text: string }];
    const around = surroundingsOf(report, 0);
    assert.equal(around.markupBefore(text.indexOf('SME')), '<abbr title="Subject Matter Expert">');
    assert.equal(around.markupBefore(text.indexOf('here')), '**');
    assert.equal(around.markupBefore(text.indexOf('now')), '');
    assert.equal(around.markupBefore(0), '');
    assert.equal(surroundingsOf(read('One.\r\n\r\n- **Two** is'), 1).markupBefore(0), '- **');
  });
});
