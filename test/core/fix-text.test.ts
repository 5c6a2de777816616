import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Finding, type Fix, type FixedText, fixText, type TextEdit } from '../../server/src/core/index.js';

function finding(edits: readonly TextEdit[], safe = true): Finding {
  const fix: Fix = { messageId: 'fix.replace', values: {}, safe, edits };
  const span = edits[0]?.span ?? { start: 0, end: 0 };
  return { rule: 'r', messageId: 'm', values: {}, severity: 'warning', span, related: [], basis: [], fixes: [fix] };
}

/** A finding for each place of a word, with a safe fix. */
const replacing = (word: string, by: string) => (text: string) =>
  [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) =>
    finding([{ span: { start: index, end: index + word.length }, text: by }]),
  );

describe('fixText', () => {
  it('repeats until nothing changes', () => {
    const fixed = fixText('aXb', (text) => [...replacing('X', 'Y')(text), ...replacing('Y', 'Z')(text)]);
    assert.deepEqual([fixed.text, fixed.changes.length, fixed.takenBack], ['aZb', 2, 0]);
  });

  /** A finding without a fix, for each place of a word. */
  const speakingOf = (word: string, rule: string) => (text: string) =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
      ...finding([], false),
      rule,
      span: { start: index, end: index + word.length },
    }));
  const resultOf = ({ text, takenBack }: FixedText) => [text, takenBack];

  it('takes back what goes on for ever', () => {
    const growing = ({ length }: string) => [finding([{ span: { start: length, end: length }, text: 'a' }])];
    assert.deepEqual(resultOf(fixText('a b', growing)), ['a b', 1]);
    const round = (text: string) => [...replacing('X', 'Y')(text), ...replacing('Y', 'X')(text)];
    assert.deepEqual(resultOf(fixText('a X b', round)), ['a X b', 1]);
  });

  it('takes back a fix that brings a finding at its place, and makes the others', () => {
    const judge = (text: string) => [
      ...replacing('X', 'Y')(text),
      ...replacing('V', 'W')(text),
      ...speakingOf('Y c', 'other')(text),
    ];
    assert.deepEqual(resultOf(fixText('X a V b X c', judge)), ['Y a W b X c', 1]);
  });

  it('takes back a fix that brings a finding elsewhere', () => {
    const judge = (text: string) => [
      ...replacing('X', 'Y')(text),
      ...replacing('V', 'W')(text),
      ...(text.includes('W') ? speakingOf('far', 'other')(text) : []),
    ];
    assert.deepEqual(resultOf(fixText('X V X far\n', judge)), ['Y V Y far\n', 1]);
  });

  it('knows a finding again that moved or whose words changed', () => {
    const judge = (text: string) => [
      ...replacing('X', 'YYY')(text),
      // A heading as a whole, and the first of some words.
      ...speakingOf('# .*', 'heading')(text),
      ...speakingOf('b.*', 'rest')(text).slice(0, 1),
    ];
    assert.deepEqual(resultOf(fixText('# X\n\nX b X\n', judge)), ['# YYY\n\nYYY b YYY\n', 0]);
  });

  it('takes back what changes more than words that show', () => {
    for (const [by, text] of [
      ['[b]', 'An X.\n\n[b]: x.md\n'],
      ['# b', 'X\n'],
      ['1. b', 'X c\n'],
      ['b|c', '| X | d |\n| - | - |\n'],
      ['`b`', 'An X.\n'],
      ['<b>', 'An X.\n'],
      ['', '**X** b\n'],
    ] as const) {
      assert.deepEqual(resultOf(fixText(text, replacing('X', by))), [text, 1], by);
    }
  });

  it('gives up, and changes nothing, where hundreds of fixes do harm elsewhere', () => {
    let readings = 0;
    const judge = (text: string) => {
      readings++;
      const harm = text.split('Y').length - 1;
      return [
        ...replacing('X', 'Y')(text),
        ...(harm > 0 ? speakingOf(`far${'.'.repeat(harm)}`, `other${harm}`)(text) : []),
      ];
    };
    const text = `${'X '.repeat(500)}far${'z'.repeat(600)}`;
    assert.deepEqual(resultOf(fixText(text, judge)), [text, 500]);
    assert.ok(readings < 200, `${readings} readings`);
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
      { text: 'a', changes: [], takenBack: 0 },
    );
  });

  it('writes the line endings of the text', () => {
    const fixed = fixText('X\r\n', replacing('X', 'a\nb'));
    assert.equal(fixed.text, 'a\r\nb\r\n');
  });

  it('makes tens of thousands of changes at once', () => {
    const began = process.cpuUsage().user;
    const fixed = fixText('X '.repeat(50_000), replacing('X', 'Y'));
    assert.equal(fixed.changes.length, 50_000);
    assert.ok(process.cpuUsage().user - began < 5_000_000);
  });
});
