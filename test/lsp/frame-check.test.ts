import assert from 'node:assert/strict';
import { FrameCheck } from '../../server/src/lsp/frame-check.js';

/** Whether bytes are taken for frames, however they come in pieces. */
function accepts(text: string): boolean {
  const bytes = Buffer.from(text, 'utf8');
  const whole = new FrameCheck().accepts(bytes);
  const slow = new FrameCheck();
  const inPieces = [...bytes].every((byte) => slow.accepts(Uint8Array.of(byte)));
  assert.equal(inPieces, whole, 'in pieces as at once');
  return whole;
}

describe('the frames of the language server', () => {
  const frame = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

  const good: [string, string][] = [
    ['one after another', frame('{}') + frame('{"a":1}') + frame('[]')],
    ['a body of several bytes a character', frame('{"a":"岸电"}') + frame('{}')],
    ['a body that looks like a header', frame('\n\nx: y\r\n\r\n') + frame('{}')],
    ['other capitals, no blank, a type', 'content-length:2\r\nContent-Type: application/x; charset=utf-8\r\n\r\n{}'],
    ['a type before the length', 'Content-Type: application/x\r\nContent-Length: 2\r\n\r\n{}'],
    ['a body of nothing', frame('') + frame('{}')],
    ['one that is not whole yet', 'Content-Len'],
  ];
  for (const [what, text] of good) it(`takes ${what}`, () => assert.ok(accepts(text)));

  const bad: [string, string][] = [
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a length in words', 'Content-Length: two\r\n\r\n{}'],
    ['a length with letters behind', 'Content-Length: 2x\r\n\r\n{}'],
    ['a length below nothing', 'Content-Length: -2\r\n\r\n{}'],
    ['a length beyond all measure', 'Content-Length: 99999999999999999\r\n\r\n{}'],
    ['lines that end with LF alone', 'Content-Length: 2\n\n{}'],
    ['no end', `Content-Type: ${'x'.repeat(5000)}`],
    ['no colon', 'Content-Length 2\r\n\r\n{}'],
    ['nothing in it', '\r\n\r\n{}'],
    ['a message instead', '{"jsonrpc":"2.0"}'],
    ['a second that is bad', `${frame('{}')}{"jsonrpc":"2.0"}`],
    ['two lengths', 'Content-Length: 2\r\ncontent-length: 3\r\n\r\n{}'],
    ['a body longer than it says', `Content-Length: 2\r\n\r\n{"a":1}`],
  ];
  for (const [what, text] of bad) it(`refuses a header with ${what}`, () => assert.ok(!accepts(text)));
});
