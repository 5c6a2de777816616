import type { Span } from '../text/span.js';
import { isIdeograph } from './characters.js';

/** What a name follows. */
const title = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Gov|Sen|Rep|Col|Lt|vs|cf|e\.g|i\.e|viz|approx)$/;
/** What a number follows. */
const beforeNumber =
  /(?:^|[\s(])(?:[Nn]os?|[Vv]ols?|pp?|[Ff]igs?|Eqs?|[Ss]ecs?|[Aa]rts?|Chs?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;
/** What may end a sentence and may not: initials, "U.S.", "Inc.". */
const initials = /(?:^|[\s(."“])(?:\p{Lu}|Inc|Ltd|Co|Corp|Bros|Jr|Sr)$/u;
/** How sentences begin, and names do not. */
const opener =
  /^\s*["“‘]?(?:The|This|That|These|Those|It|Its|In|On|At|As|By|For|From|With|If|But|And|However|Meanwhile|He|She|They|We|You|There|Then|When|While|Our|Their|An)\b/;
/** The number of a list's item. */
const itemNumber = /^\s*(?:\d{1,3}|\p{L})$/u;

/** Marks that end a sentence wherever they stand, and those that need white space after them. */
const fullStops = '。！？；';
const halfStops = '.!?…';
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
  const skip = (isPart: (character: string) => boolean) => {
    while (i < text.length && isPart(text[i] as string)) i++;
  };
  while (i < text.length) {
    const mark = text[i] as string;
    const markAt = i;
    i++;
    if (fullStops.includes(mark)) {
      skip((character) => fullStops.includes(character) || closing.test(character));
      cut(i);
    } else if (halfStops.includes(mark)) {
      skip((character) => halfStops.includes(character));
      skip((character) => closing.test(character));
      if (i >= text.length) break;
      if (isIdeograph(text, i)) {
        if ('!?'.includes(mark)) cut(i);
      } else if (/\s/.test(text[i] as string)) {
        let next = i;
        while (next < text.length && /\s/.test(text[next] as string)) next++;
        if (/\p{Ll}/u.test(text[next] ?? '')) continue;
        if (mark === '.' && isInside(text, start, markAt, next)) continue;
        cut(i);
      }
    }
  }
  cut(text.length);
  return sentences;
}

/** Whether a full stop stands inside the sentence from `start`, which goes on at `next`. */
function isInside(text: string, start: number, stop: number, next: number): boolean {
  const before = text.slice(Math.max(start, stop - 12), stop);
  if (title.test(before) || (stop - start < 8 && itemNumber.test(text.slice(start, stop)))) return true;
  if (beforeNumber.test(before)) return /\d/.test(text[next] ?? '');
  return initials.test(before) && !opener.test(text.slice(next, next + 16));
}
