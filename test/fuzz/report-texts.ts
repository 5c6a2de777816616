import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { allClaims, type Line } from '../core/claims.js';
import { anyMarkdown, inlinePieces, lineStarts } from '../core/markdown/markdown-pieces.js';
import { mutate, mutations } from './mutations.js';

const root = join(import.meta.dirname, '../..');

function markdownBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|markdown|qmd|rmd|mdx)$/i.test(path))
    .sort()
    .map((path) => readFileSync(join(root, folder, path), 'utf8'));
}

const samples = [...markdownBelow('examples'), ...markdownBelow('test/fixtures')].map((text) => text.split('\n'));

/** The lines of test/fixtures/claims, which name what the packs know. */
export const claims: readonly string[] = allClaims.flatMap(({ examples, neverFlag }) =>
  [...examples.flatMap(({ wrong, right }): readonly Line[] => [...wrong, ...right]), ...neverFlag].map((line) =>
    typeof line === 'string' ? line : line.text,
  ),
);

const fromSamples = fc
  .record({ sample: fc.nat(), first: fc.nat(), count: fc.integer({ min: 1, max: 25 }) })
  .map(({ sample, first, count }) => {
    const lines = samples[sample % samples.length] as string[];
    const start = first % lines.length;
    return lines.slice(start, start + count).join('\n');
  });
const wholeSample = fc.constantFrom(...samples.map((lines) => lines.join('\n').slice(0, 4_000)));
const fromClaims = fc
  .array(
    fc.record({
      start: fc.constantFrom('', '', ...lineStarts),
      claim: fc.constantFrom(...claims),
      end: fc.constantFrom('\n', '\n\n', '\n\n', ' ', ''),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.map(({ start, claim, end }) => start + claim + end).join(''));

/** A claim put where a construct of a dialect stands: between, before, and behind its marks. */
const inConstructs = fc
  .array(
    fc.tuple(
      fc.constantFrom(...lineStarts),
      fc.constantFrom(...inlinePieces),
      fc.constantFrom(...claims),
      fc.constantFrom(...inlinePieces),
      fc.constantFrom('\n', '\n\n', ' '),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((lines) => lines.map((parts) => parts.join('')).join(''));

const lineEnding = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r');
const pieces = [...inlinePieces, ...lineStarts];

/** Texts of reports, most of them broken in some way: a few lines up to four thousand characters. */
export const reportTexts: fc.Arbitrary<string> = fc
  .record({
    text: fc.oneof(
      { arbitrary: fromSamples, weight: 4 },
      { arbitrary: fromClaims, weight: 4 },
      { arbitrary: inConstructs, weight: 2 },
      { arbitrary: anyMarkdown, weight: 1 },
      { arbitrary: wholeSample, weight: 1 },
    ),
    changes: mutations(pieces, lineStarts, 8),
    lineEnding,
    bom: fc.constantFrom('', '', '', '', '\uFEFF'),
  })
  .map(({ text, changes, lineEnding, bom }) => bom + mutate(text, changes).replaceAll('\n', lineEnding));

/** Texts as a file of UTF-8 can hold them, with one line ending and no mark. */
export const plainTexts = reportTexts.map((text) =>
  Buffer.from(text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n')).toString('utf8'),
);

/** A few words, to be repeated until they are long. */
export const phrases: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom(...claims),
      fc.nat(),
      fc.integer({ min: 3, max: 80 }),
      fc.constantFrom('', ' ', ', ', '\n', '\n\n', '，'),
    )
    .map(([claim, at, length, end]) => claim.slice(at % claim.length, (at % claim.length) + length) + end),
  fc
    .tuple(
      fc.constantFrom(...claims),
      mutations(pieces, lineStarts, 3),
      fc.constantFrom('', ' ', ', ', '\n', '\n\n', '，'),
    )
    .map(([claim, changes, end]) => mutate(claim, changes) + end),
);
