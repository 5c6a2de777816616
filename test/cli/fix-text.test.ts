import assert from 'node:assert/strict';
import { type FixedText, fixText } from '../../server/src/cli/fix-text.js';
import type { Finding, Fix, TextEdit } from '../../server/src/core/index.js';

function finding(edits: readonly TextEdit[], safe = true): Finding {
  const fix: Fix = { messageId: 'fix.replace', values: {}, safe, edits };
  const span = edits[0]?.span ?? { start: 0, end: 0 };
  return { rule: 'r', messageId: 'm', values: {}, severity: 'warning', span, basis: [], fixes: [fix] };
}

/** A finding for each place of a word, with a safe fix. */
const replacing = (word: string, by: string) => (text: string) =>
  [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) =>
    finding([{ span: { start: index, end: index + word.length }, text: by }]),
  );

describe('fixText', () => {
  it('repeats until nothing changes', () => {
    const fixed = fixText('aXb', (text) => [...replacing('X', 'Y')(text), ...replacing('Y', 'Z')(text)]);
    assert.deepEqual([fixed.text, fixed.changes.length, fixed.settled], ['aZb', 2, true]);
  });

  it('stops after ten passes and says that it has not settled', () => {
    const fixed = fixText('a', replacing('$', 'a'));
    assert.deepEqual([fixed.text, fixed.settled], ['a'.repeat(11), false]);
  });

  it('never applies two edits that overlap, in any order, nor a part of a fix', () => {
    const wide = finding([
      { span: { start: 0, end: 4 }, text: 'W' },
      { span: { start: 6, end: 7 }, text: 'w' },
    ]);
    const narrow = finding([
      { span: { start: 2, end: 3 }, text: 'N' },
      { span: { start: 5, end: 6 }, text: 'n' },
    ]);
    const once = (findings: readonly Finding[]): FixedText =>
      fixText('abcdefg', (text) => (text === 'abcdefg' ? findings : []));
    assert.equal(once([wide, narrow]).text, 'Wefw');
    assert.equal(once([narrow, wide]).text, 'abNdeng');
  });

  it('applies one of two insertions at one place in a pass', () => {
    const insert = (text: string) => finding([{ span: { start: 1, end: 1 }, text }]);
    const fixed = fixText('ab', (text) => (text === 'ab' ? [insert('1'), insert('2')] : []));
    assert.equal(fixed.text, 'a1b');
  });

  it('passes over fixes that are not safe and edits that change nothing', () => {
    const same = finding([{ span: { start: 0, end: 1 }, text: 'a' }]);
    const unsafe = finding([{ span: { start: 0, end: 1 }, text: 'b' }], false);
    assert.deepEqual(
      fixText('a', () => [same, unsafe]),
      { text: 'a', changes: [], settled: true },
    );
  });

  it('writes the line endings of the text', () => {
    const fixed = fixText('X\r\n', replacing('X', 'a\nb'));
    assert.equal(fixed.text, 'a\r\nb\r\n');
  });

  it('makes tens of thousands of changes at once', () => {
    const began = performance.now();
    const fixed = fixText('X '.repeat(50_000), replacing('X', 'Y'));
    assert.equal(fixed.changes.length, 50_000);
    assert.ok(performance.now() - began < 2000);
  });
});
