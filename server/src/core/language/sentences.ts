import type { Span } from '../text/span.js';
import { isIdeograph } from './characters.js';

const abbreviations =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vol|pp?|cf|vs|e\.g|i\.e|etc|approx|Fig|figs|Eq|Sec|Ch|Inc|Ltd|Co|Corp|Gen|Gov|Sen|Rep|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])$/i;
const closing = /["'”’»」』）)\]]/;

/**
 * The sentences of a block's text, without the white space between them; together they hold every other character.
 * A full stop ends a sentence before white space and a capital, a digit, a mark or Han; 。！？； end one anywhere.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let i = 0;
  const cut = (end: number) => {
    let from = start;
    while (from < end && /\s/.test(text[from] as string)) from++;
    if (from < end) sentences.push({ start: from, end });
    start = end;
  };
  while (i < text.length) {
    const character = text[i] as string;
    i++;
    if ('。！？；'.includes(character)) {
      while (i < text.length && closing.test(text[i] as string)) i++;
      cut(i);
    } else if ('.!?'.includes(character)) {
      while (i < text.length && closing.test(text[i] as string)) i++;
      if (i >= text.length) break;
      if (isIdeograph(text, i)) {
        if (character !== '.') cut(i);
        continue;
      }
      if (!/\s/.test(text[i] as string)) continue;
      if (character === '.' && abbreviations.test(text.slice(Math.max(0, i - 12), i - 1))) continue;
      let next = i;
      while (next < text.length && /\s/.test(text[next] as string)) next++;
      if (next < text.length && /\p{Ll}/u.test(text[next] as string)) continue;
      cut(i);
    }
  }
  cut(text.length);
  return sentences;
}
