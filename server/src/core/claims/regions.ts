import { countryForms, normalizeRegion } from '../language/countries.js';
import { blankOut } from '../text/blank-out.js';
import type { Span } from '../text/span.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Form } from '../vocabulary/model.js';

/** What a region is called in a language: as its pack calls it, else as everybody does; its code at last. */
export function regionName(code: string, vocabulary: Vocabulary, language: string): string {
  const own = vocabulary.regions[code]?.forms[language]?.[0];
  if (own !== undefined) return own;
  const isCountry = /^[A-Z]{2}$/.test(code);
  return (isCountry ? new Intl.DisplayNames(language, { type: 'region' }).of(code) : undefined) ?? code;
}

/** A place named in a text; `code` is undefined for a name that nobody knows to be a place in force. */
export interface RegionMention {
  readonly at: Span;
  readonly code: string;
}

const indexes = new WeakMap<Vocabulary, MentionIndex<string>>();

function regionIndex(vocabulary: Vocabulary): MentionIndex<string> {
  let index = indexes.get(vocabulary);
  if (index === undefined) {
    index = new MentionIndex<string>();
    const add = (text: string, code: string) => {
      const language = /\p{Script=Han}/u.test(text) ? 'zh' : '';
      const form: Form = {
        text,
        language,
        role: 'admitted',
        class: 'rival',
        status: 'verified',
        near: [],
        caseSensitive: language === '',
      };
      index?.add(form, code);
    };
    for (const { code, forms } of countryForms()) for (const form of forms) if (form.length > 1) add(form, code);
    // A pack writes of its own country.
    const home = vocabulary.packs.find(({ region }) => region !== undefined)?.region;
    if (home !== undefined) add('我国', home);
    for (const pack of vocabulary.packs) {
      for (const [code, region] of Object.entries(pack.regions ?? {})) {
        for (const form of Object.values(region.forms).flat()) add(form, code);
      }
    }
    indexes.set(vocabulary, index);
  }
  return index;
}

/** The places of a text that the core's countries and the packs' regions know. */
export function regionsIn(text: string, vocabulary: Vocabulary): readonly RegionMention[] {
  return regionIndex(vocabulary)
    .find(text)
    .map(({ span, target }) => ({ at: span, code: target }));
}

/** Whether a region holds, or is, the metric's: CN-GD is in CN. */
export function isWithin(inner: string, outer: string): boolean {
  const a = normalizeRegion(inner);
  const b = normalizeRegion(outer);
  return a === b || a.startsWith(`${b}-`);
}

/**
 * A possessor or place in a sentence that no table knows: "of Guangdong", "Bavaria's", "in London alone", 江苏省.
 * Names of months, of sources ("according to the Bureau") and the start of the sentence are none.
 */
export function namesUnknownPlace(text: string, known: readonly RegionMention[], ignore: readonly Span[]): boolean {
  const spans = [...known.map(({ at }) => at), ...ignore];
  // "The National Bureau of Statistics": a name of several capitals that joins them by "of" is no place.
  const rest = blankOut(text, 0, spans, '_').replace(
    /(?:\p{Lu}[\p{L}]+\s+)+(?:of|for)\s+(?:the\s+)?\p{Lu}[\p{L}]+/gu,
    (name) => '_'.repeat(name.length),
  );
  if (/[\p{Script=Han}]{1,6}(?:省|市(?!场|值|价|面|民|政)|自治区|州|县|区域|开发区|地区)(?!间|委|政府工作)/u.test(rest))
    return true;
  return /\b(?:of|[Ii]n|for|[Aa]cross|at)\s+(?:the\s+)?(?!January|February|March|April|May|June|July|August|September|October|November|December|RMB|CNY|USD|EUR|GBP|GDP|Q[1-4]|H[12]|FY)\p{Lu}[\p{Ll}]+|(?!Today|Yesterday|Tomorrow|Here|There|What|That)\p{Lu}\p{Ll}+(?:'s|’s)\s|\b(?:the|this|that)\s+(?:province|state|city|region|county|prefecture|municipality|borough|district|company|group|firm|continent|bloc)(?:'s|’s)?\b/u.test(
    rest,
  );
}

/** A sentence with its places blanked, and with them the words that tie them ("of China"); its numbers are noughts. */
export function withoutPlaces(words: string, places: readonly Span[], numbers: readonly Span[]): string {
  const tied = places.map(({ start, end }) => {
    const tie = /\b(?:of|in|for)\s+(?:the\s+)?$/i.exec(words.slice(Math.max(0, start - 10), start))?.[0].length ?? 0;
    return { start: start - tie, end };
  });
  return blankOut(blankOut(words, 0, tied), 0, numbers, '0').replace(/(?<=^|\s)(?:'s|’s)(?=\s)/g, '  ');
}
