import type { Tokens } from '../language/tokens.js';
import { tokensIn } from '../markdown/block-words.js';
import { onceABlockWith } from '../markdown/blocks.js';
import { once } from '../text/once.js';
import { overlaps, type Span } from '../text/span.js';
import { EnglishMisspellings, isLongWord } from '../vocabulary/english-misspellings.js';
import { HanMisspellings } from '../vocabulary/han-misspellings.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Misspelling } from '../vocabulary/misspelling.js';
import { mentionsOf } from './block-mentions.js';
import type { Facts } from './facts.js';
import { isCitation, isQuoted, type Report } from './report.js';

/** A near-miss of a form, with the index of its block. */
export interface MisspeltForm extends Misspelling {
  readonly block: number;
}

/** The near-misses of long forms in a report's own words, where nothing else that is known stands. */
export const misspeltFormsIn = once((report: Report): readonly MisspeltForm[] =>
  report.vocabulary.languages.has(report.language)
    ? report.prose.blocks.flatMap((block, index) =>
        block.quoted || isCitation(report, index)
          ? []
          : misspeltIn(block, report.facts).map((each) => ({ ...each, block: index })),
      )
    : [],
);

const misspeltIn = onceABlockWith((block, facts: Facts): readonly Misspelling[] => {
  const isNamed = (at: Span) => mentionsOf(block, facts).some((mention) => overlaps(mention.at, at));
  return [...find(block.text, tokensIn(block), facts.vocabulary)].filter(
    ({ at, slip }) => !isQuoted(block, at) && !isNamed(slip),
  );
});

const englishOf = once(({ entries, index }: Vocabulary) => new EnglishMisspellings(entries, index));
const hanOf = once(({ entries }: Vocabulary) => new HanMisspellings(entries));
const han = /\p{Script=Han}/u;

/** What is not written in a script has no slip in it, and asks for no index of that script. */
function* find(text: string, tokens: Tokens, vocabulary: Vocabulary): Iterable<Misspelling> {
  if (tokens.folded.some(isLongWord)) yield* englishOf(vocabulary).find(text, tokens);
  if (han.test(text)) yield* hanOf(vocabulary).find(text, tokens);
}
