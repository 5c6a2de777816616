import assert from 'node:assert/strict';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Block, objectReplacement, toSource } from '../../../server/src/core/markdown/blocks.js';
import { parseMarkdown } from '../../../server/src/core/markdown/parse-markdown.js';
import { readPiece } from '../../../server/src/core/markdown/piece.js';
import { readProse } from '../../../server/src/core/markdown/prose.js';
import { anyMarkdown } from './markdown-pieces.js';

const runs = Number(process.env.PLUMBLINE_RUNS ?? 1_000);

function readingOf(text: string): { readonly blocks: readonly Block[]; readonly readable: string } {
  const reading = parseMarkdown(text, readPiece);
  return { blocks: readProse(reading).blocks, readable: reading.readable };
}

/** Whether a stretch of the report is a way to write a character of a block's text. */
function shows(source: string, character: string): boolean {
  if (source === character) return true;
  // Any run of content that is not prose.
  if (character === objectReplacement) return source !== '';
  if (character === '\n')
    return /[\r\n]|^<br\b/i.test(source) && !/[\p{L}\p{N}]/u.test(source.replace(/^<br.*$/is, ''));
  if (character === '\uFFFD' && source === '\0') return true;
  if (source === `\\${character}`) return true;
  const reference = /^&(#x[0-9a-f]+|#\d+|\w+);$/i.exec(source)?.[1];
  if (reference === undefined) return false;
  if (!reference.startsWith('#')) return (decodeNamedCharacterReference(reference) || '').includes(character);
  const point = Number(reference.replace(/^#(?=x)/i, '0').replace('#', ''));
  return character === '\uFFFD' || (point <= 0x10ffff && String.fromCodePoint(point).includes(character));
}

describe('offsets', () => {
  it('lead from every character of a block to its place in the report', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const text = markdown.replace(/^\uFEFF/, '');
        const { blocks, readable } = readingOf(text);
        for (const block of blocks) {
          let before = block.span.start;
          for (let i = 0; i < block.text.length; i++) {
            const span = toSource(block, { start: i, end: i + 1 });
            // What is masked shows as nothing, or as the stand-in.
            const source = readable.slice(span.start, span.end);
            const what = `${JSON.stringify(block.text[i])} of ${JSON.stringify(block.text)} is ${JSON.stringify(source)}`;
            assert.ok(shows(source, block.text[i] as string), what);
            assert.ok(span.start >= before && span.end <= block.span.end, `${what}, out of order`);
            before = span.start;
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('stand in no block: it shows the same further down', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const text = markdown.replace(/^(?:\uFEFF|---|\+\+\+)+/, '');
        const contents = (source: string) => readingOf(source).blocks.map(({ content }) => content);
        assert.deepEqual(contents(`Steel.\n\n${text}`).slice(1), contents(text));
      }),
      { numRuns: runs },
    );
  });
});
