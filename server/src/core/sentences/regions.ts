import { countryForms, normalizeRegion, partForms } from '../language/countries.js';
import { houseKinds } from '../language/house-kinds.js';
import type { Tokens } from '../language/tokens.js';
import { phrasesOf } from '../language/words/phrases.js';
import { isWord, tables } from '../language/words/words.js';
import { once } from '../text/once.js';
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

/** A place named in a text. */
export interface RegionMention {
  readonly at: Span;
  readonly code: string;
}

const regionIndex = once((vocabulary: Vocabulary): MentionIndex<string> => {
  const index = new MentionIndex<string>();
  const add = (text: string, code: string) => index.add(formOf(text), code);
  for (const { code, forms } of [...countryForms(), ...partForms()])
    for (const form of forms) if (form.length > 1) add(form, code);
  // A pack writes of its own country.
  const home = vocabulary.packs.find(({ region }) => region !== undefined)?.region;
  if (home !== undefined && /^[A-Z]{2}$/.test(home)) add('我国', home);
  else if (home !== undefined)
    for (const [language, { self }] of Object.entries(tables))
      for (const text of phrasesOf(self?.says ?? '').filter((words) => isNamed(words, home, vocabulary)))
        index.add({ ...formOf(text), language, caseSensitive: false }, home);
  for (const pack of vocabulary.packs) {
    for (const [code, region] of Object.entries(pack.regions ?? {})) {
      for (const form of Object.values(region.forms).flat()) add(form, code);
    }
  }
  return index;
});

/** Whether a word for one's own house is of the kind that it is by its name: 本市 of a 市, “the company” of a Company. */
function isNamed(words: string, home: string, { packs }: Vocabulary): boolean {
  const names = packs.flatMap(({ regions }) => Object.values(regions?.[home]?.forms ?? {}).flat());
  const kind = words.split(' ').at(-1) as string;
  const sign = houseKinds[kind];
  // 全校 of a 大学, 本司 of a 公司.
  const signs = sign === undefined ? [(kind.at(-1) as string).replace('校', '学')] : [kind, sign];
  return names.some((name) => signs.some((each) => name.toLowerCase().includes(each)));
}

/** 海卓公司: a bare word for a house is that of the name before it. */
function isEndOfName(text: string, { start, end }: Span): boolean {
  return (
    isWord(text.slice(start, end), 'zh', 'house') &&
    /(?![年月日季度期内末底初的在据由对使])\p{Script=Han}$/u.test(text.slice(Math.max(0, start - 1), start))
  );
}

/** Names of places have capitals. */
function formOf(text: string): Form {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : '';
  return {
    text,
    language,
    role: 'admitted',
    class: 'rival',
    status: 'verified',
    near: [],
    caseSensitive: language === '' && 'capitals',
  };
}

/** The places of a text that the core's countries and the packs' regions know; `tokens` are the text's, for who has them. */
export function regionsIn(text: string, vocabulary: Vocabulary, tokens?: Tokens): readonly RegionMention[] {
  return regionIndex(vocabulary)
    .find(text, false, tokens)
    .filter(({ span }) => !isEndOfName(text, span))
    .map(({ span, target }) => ({ at: span, code: target }));
}

/** Whether a region holds, or is, the metric's: CN-GD is in CN. */
export function isWithin(inner: string, outer: string): boolean {
  const a = normalizeRegion(inner);
  const b = normalizeRegion(outer);
  return a === b || a.startsWith(`${b}-`);
}
