import { nearest } from './edit-distance.js';

let english: Intl.DisplayNames | undefined;

/** Made when a name is first asked for: to read them takes the runtime longer than a short report. */
function inEnglish(tag: string): string | undefined {
  english ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return english.of(tag);
}

/** Those of most packs: of these the runtime is not asked. */
const commonest: ReadonlySet<string> = new Set(['en', 'zh']);

/** Whether a text is the tag of a language that there is, under its shortest name: `en`, `zh-Hant`, `pt-BR`; not `eng`. */
export function isLanguageTag(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(text)) return false;
  const subtag = (text.split('-', 1)[0] as string).toLowerCase();
  if (commonest.has(subtag)) return true;
  return inEnglish(subtag) !== undefined && new Intl.Locale(subtag).language === subtag;
}

/**
 * The tag that was likely meant by a text that is none: `english`, 英文 and `en_GB`, or `cn`, the country for its
 * language. `spoken`: languages that go before others.
 */
export function meantLanguage(text: string, spoken: Iterable<string> = []): string | undefined {
  const written = text.trim();
  const joined = written.replaceAll('_', '-');
  if (joined !== written && isLanguageTag(joined)) return joined;
  if (/^[a-z]{2}$/i.test(written)) {
    const language = new Intl.Locale(`und-${written}`).maximize().language;
    // "en" is what it says of a country that there is not.
    if (language !== undefined && language !== 'en') return language;
    return ['gb', 'uk', 'us', 'au', 'nz', 'ie'].includes(written.toLowerCase()) ? 'en' : undefined;
  }
  if (/^[a-z]{3}$/i.test(written) && inEnglish(written) !== undefined) return new Intl.Locale(written).language;
  const own = tagsByName(spoken);
  const others = allTagsByName();
  const tag = (name: string | undefined) => (name === undefined ? undefined : (own.get(name) ?? others.get(name)));
  const known = tag(written.toLowerCase()) ?? tag(written === '汉语' ? '中文' : written.replace(/文$/, '语'));
  if (known !== undefined || !/^[a-z]{4}/i.test(written)) return known;
  return tag(nearest(written.toLowerCase(), [...own.keys(), ...others.keys()]));
}

/** Tags by the names of their languages, in English, in Chinese and their own. */
function tagsByName(tags: Iterable<string>): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const inChinese = new Intl.DisplayNames('zh', { type: 'language', fallback: 'none' });
  for (const tag of tags) {
    const own = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' });
    for (const name of [inEnglish(tag), inChinese.of(tag), own.of(tag)]) {
      if (name !== undefined && !named.has(name.toLowerCase())) named.set(name.toLowerCase(), tag);
    }
  }
  return named;
}

let all: ReadonlyMap<string, string> | undefined;

/** Of every language that has two letters; English and Chinese go before others. Made when first asked for. */
function allTagsByName(): ReadonlyMap<string, string> {
  all ??= tagsByName(['en', 'zh', ...twoLetterTags()]);
  return all;
}

function twoLetterTags(): readonly string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((a) => letters.map((b) => a + b)).filter((tag) => inEnglish(tag) !== undefined);
}
