import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { Progress } from '../../server/src/cli/terminal/progress.js';
import { columns } from '../../server/src/layout/columns.js';
import { displayWidth } from '../../server/src/layout/display-width.js';
import { wrap, wrapAfter } from '../../server/src/layout/wrap.js';

describe('text on a terminal', () => {
  it('counts cells: two for Han, none for colours and marks', () => {
    assert.equal(displayWidth('quay'), 4);
    assert.equal(displayWidth('岸电，'), 6);
    assert.equal(displayWidth('\u001b[31mquay\u001b[39m'), 4);
    assert.equal(displayWidth('e\u0301'), 1);
  });

  const wrapped: [string, number, string[]][] = [
    ['The quay is wet today.', 10, ['The quay', 'is wet', 'today.']],
    ['岸电和泊位，都要用。', 10, ['岸电和泊', '位，都要', '用。']],
    ['写“berth”，不写“quay”。', 12, ['写“berth”，', '不写“quay”。']],
    ['（见 quay）', 6, ['（见', 'quay）']],
    ['averyveryverylongword end', 8, ['averyveryverylongword', 'end']],
    ['one\ntwo', 20, ['one', 'two']],
    ['', 10, ['']],
  ];
  for (const [text, width, lines] of wrapped) {
    it(`breaks “${text.replace('\n', '⏎')}” at ${width}`, () => assert.deepEqual(wrap(text, width), lines));
  }

  it('indents what follows under what comes first, and never breaks a line in a pipe', () => {
    const text = 'a row of words that is longer than its line';
    assert.equal(wrapAfter('  1:5  ', text, 40), '  1:5  a row of words that is longer\n       than its line');
    assert.equal(wrapAfter('  1:5  ', text, undefined), `  1:5  ${text}`);
  });

  it('aligns columns by cells', () => {
    assert.deepEqual(
      columns([
        ['岸电', 'x'],
        ['quay', 'y'],
        ['a', 'z'],
      ]),
      ['  岸电  x', '  quay  y', '  a     z'],
    );
  });
});

describe('progress', () => {
  /** A stream that keeps what is written; a terminal or none. */
  function terminal(isTTY: boolean) {
    const stream: { text: string } = { text: '' };
    const writable = new Writable({
      write(chunk, _, done) {
        stream.text += chunk;
        done();
      },
    });
    return { stream, tty: Object.assign(writable, { isTTY, columns: 20 }) as unknown as NodeJS.WriteStream };
  }

  // Asked anew each time, since assert narrows a property to what it was.
  const written = ({ text }: { text: string }): string => text;

  it('shows after a second, at most ten times a second, cut to the line, and goes', () => {
    const { stream, tty } = terminal(true);
    let now = 0;
    const progress = new Progress(tty, () => now);
    progress.show(() => 'one');
    now = 999;
    progress.show(() => 'two');
    assert.equal(written(stream), '');
    now = 1000;
    progress.show(() => '岸岸岸岸岸岸岸岸岸岸岸岸');
    assert.equal(written(stream), '岸岸岸岸岸岸岸岸岸');
    now = 1050;
    progress.show(() => 'too early');
    assert.ok(!stream.text.includes('too early'));
    progress.clear();
    assert.ok(stream.text.endsWith('\u001b[1G\u001b[2K'));
    const before = stream.text;
    progress.clear();
    assert.equal(stream.text, before);
    now = 1200;
    progress.show(() => 'later');
    assert.ok(stream.text.endsWith('later'));
  });

  it('writes nothing to a pipe', () => {
    const { stream, tty } = terminal(false);
    let now = 0;
    const progress = new Progress(tty, () => now);
    progress.show(() => 'one');
    now = 5000;
    progress.show(() => 'two');
    progress.clear();
    assert.equal(stream.text, '');
  });
});
