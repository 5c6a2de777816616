import { fold } from '../language/characters.js';
import { wordClassOf } from '../language/english-word-class.js';
import { foldedTokens } from '../language/tokens.js';
import { isWord } from '../language/words/words.js';
import { blankOut } from '../text/blank-out.js';
import type { Span } from '../text/span.js';
import type { RegionMention } from './regions.js';

/** 江苏省, 杭州市: the word for what a place is makes any name one. */
const hanPlace = /\p{Script=Han}{1,6}(?:省|市(?!场|值|价|面|民|政)|自治区|州|县|区域|开发区|地区)(?!间|委|政府工作)/u;
const onlyHanPlace = new RegExp(`^(?:${hanPlace.source})$`, 'u');

/** Who speaks for a part of a country. */
const localOffice =
  /\b(?:governor|mayor|provincial|municipal|prefectural)\b|[省市州县区](?:长(?![期远年])|政府|统计局)/i;

/** What a capital begins after "in" and is no place: months, currencies, "Table 3", "the World Bank". */
const noPlace =
  'January|February|March|April|May|June|July|August|September|October|November|December|RMB|CNY|USD|EUR|GBP|GDP|Q[1-4]|H[12]|FY|Table|Figure|Chart|Box|Section|Chapter|Annex|Appendix|Part|Article|Paragraph|Panel';

/** "People's Daily", "the National People's Congress": no place, but "Guangdong People's Government" is of one. */
const ofThePeople = "(?<!\\b(?!National|Chinese|The)\\p{Lu}\\p{L}{0,30}\\s)People(?:'s|’s)\\s";

const unknownPlace = new RegExp(
  `\\b(?:of|[Ii]n|for|[Aa]cross|at)\\s+(?:the\\s+)?(?!(?:${noPlace}))\\p{Lu}\\p{Ll}+|(?!Today|Yesterday|Tomorrow|Here|There|What|That|${ofThePeople})\\p{Lu}\\p{Ll}+(?:'s|’s)\\s|\\b(?:the|this|that)\\s+(?:province|state|city|region|county|prefecture|municipality|borough|district|company|group|firm|continent|bloc)(?:'s|’s)?\\b`,
  'gu',
);

/**
 * A possessor or place in a sentence that no table knows: "of Guangdong", "Bavaria's", "in London alone", 江苏省.
 * Names of months, of sources ("according to the Bureau") and the start of the sentence are none.
 */
export function namesUnknownPlace(
  text: string,
  known: readonly RegionMention[],
  ignore: readonly Span[],
  /** Whether a place where something is said is meant too. */
  anyhow = false,
  /** Whether it is told of a part of a country, whose offices are its own. */
  isLocal = false,
): boolean {
  const spans = [...known.map(({ at }) => at), ...ignore];
  // "The National Bureau of Statistics": a name of several capitals that joins them by "of" is no place.
  const rest = blankOut(text, 0, spans, '_').replace(
    /(?<!\p{L})(?:\p{Lu}\p{L}+\s+){1,8}(?:of|for)\s+(?:the\s+)?\p{Lu}\p{L}+/gu,
    (name) => '_'.repeat(name.length),
  );
  if (hanPlace.test(rest) || (!isLocal && localOffice.test(rest))) return true;
  return [...rest.matchAll(unknownPlace)].some(({ index, 0: { length } }) => {
    // "The Board's bulletin": whose word it is.
    const told = /^\p{L}+/u.exec(rest.slice(index + length))?.[0];
    if (told !== undefined && /['’]s\s$/.test(rest.slice(index, index + length)) && isWord(fold(told), 'en', 'vouches'))
      return false;
    // "In the Annual Report": where it is written.
    const last = /^(?:\s\p{Lu}\p{L}+)*\s(\p{Lu}\p{L}+)/u.exec(rest.slice(index + length))?.[1];
    if (last !== undefined && isWord(fold(last), 'en', 'vouches')) return false;
    const name = /\p{Lu}\p{Ll}+$/u.exec(rest.slice(index, index + length))?.index ?? length;
    return anyhow || !isMerelyNamed(rest, { start: index + name, end: index + length });
  });
}

const before =
  /(?:\b(?:(?:compared|relative)\s+(?:with|to)|(?:contrast|comparison)\s+(?:with|to)|unlike|than|ahead\s+of|behind|outside|(?:bank|university|academy|institute)\s+of|(?:conference|briefing|meeting|forum|summit|speech|reporters|ceremony|(?:announced|released|published|issued|unveiled|said|held|speaking))\s+(?:in|at))\s+(?:the\s+)?|[与同和跟较比]|超过|[高低多少]于|领先|相较于|相比于|不同于)$/i;
/** The day, or what is held there: "in Beijing on Tuesday", 在北京举行的…. */
const dayBehind =
  /^\s+(?:said|say|told|announced|reported|on\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]\w+\s+\d|\d)|yesterday|today|last\s+\w+day)/;
const heldBehind =
  /^市?(?:举行|召开|举办|发布|公布|表示|宣布|主持|开幕|闭幕|会见|考察|调研|出席)|^市?[^，。；]{0,8}(?:发布会|会议|论坛|峰会|大会|座谈会|博览会)/;

/** Whether a place is where something was said, or what another is held against, and nothing is told of it. */
export function isMerelyNamed(text: string, { start, end }: Span): boolean {
  const lead = text.slice(Math.max(0, start - 40), start);
  const behind = text.slice(end, end + 40);
  if (/\bin\s+$/i.test(lead) && dayBehind.test(behind)) return true;
  if (/在$/.test(lead)) return heldBehind.test(behind);
  return before.test(lead) && !/^(?:['’]s|的)?[^,，]{0,30}\d|^\s*,\s*(?:wh|with)/.test(behind);
}

/** What may stand before the place that a sentence is about: "Meanwhile, in …", "The economy of …". */
const toLead =
  /^[^\p{L}\p{N}]*(?:\p{L}+,\s+)?(?:(?:and|but|while|only|even|also|by\s+contrast,?)\s+)?(?:(?:in|by|during|for)?\s*(?:the\s+)?0+\s*,?\s*)?(?:(?:in|across|for|throughout|take|consider|look\s+at|as\s+for)\s+(?:the\s+)?|(?:the\s+)?(?:\p{L}+\s+){1,3}(?:of|in)\s+(?:the\s+)?|the\s+)?$|^[^\p{L}\p{N}]*(?:0+，?)?(?:在|从|再?看|走进|聚焦|作为|其中|例如|比如|以|而|但|同期)?[，：]?$/iu;
/** A place that no table knows, at the start: "In Bavaria, …", "Bavaria: …", "The city …", 某某市…. */
const unknownLead = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:[Ii]n|[Aa]cross)\\s+(?:the\\s+)?(?!(?:${noPlace}))\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}\\p{Ll}+)*(?:,|['’]s\\s)|^[^\\p{L}\\p{N}]*在?${hanPlace.source}`,
  'u',
);

/** The place that a sentence is about; no code for a name that no table knows. */
export interface LeadingPlace {
  readonly code: string | undefined;
}

/** The place that a sentence begins with. */
export function leadingPlace(
  words: string,
  places: readonly RegionMention[],
  dates: readonly Span[],
): LeadingPlace | undefined {
  const [first] = places;
  if (first !== undefined && first.at.start < 80) {
    const lead = blankOut(words.slice(0, first.at.start), 0, dates, '0');
    if (toLead.test(lead) && !isMerelyNamed(words, first.at)) return { code: first.code };
  }
  return unknownLead.test(words.slice(0, 80)) && first === undefined ? { code: undefined } : undefined;
}

const commonHeading =
  /^(?:Introduction|Overview|Output|Industry|Manufacturing|Economy|Growth|Results|Figures|Data|Findings|Analysis|Discussion|Conclusion|Conclusions|Outlook|Annex|Appendix|Notes?|Method|Methods|Methodology|Scope|Trade|Energy|Employment|Prices|Investment|Production|Services|Agriculture|Context|Progress|Highlights|Statistics|Indicators?|Performance|Situation|Developments|Trends|Total|General|Correction|Summary|Update)$/;
const adverb =
  /(?:ly|wise|more|less|wide|ever|while|day)$|^(?:Overall|Also|Then|Thus|Hence|Indeed|Instead|Besides|Today|Now|Here|Still|Yet|Again|Next|Further|First|Second|Third|Last|Therefore|Together|Yesterday|Abroad|True|Worse|Better|Yes|No|So|And|But|Or)$/;

/** Whether a heading is a name and nothing else: one capital word, or one with a word for what it is, 杭州市. */
export function isPlaceHeading(heading: string): boolean {
  const words = heading.replace(/^[\d.、．（）()一二三四五六七八九十\s]+/, '');
  if (onlyHanPlace.test(words)) return true;
  return (
    /^(?:(?:North|South|East|West|Inner|Upper|Lower|Greater)(?:ern)?\s)?\p{Lu}\p{Ll}+(?:\s(?:Province|State|City|Region|County|Prefecture|Municipality|District|Valley|Delta|Midlands))?$/u.test(
      words,
    ) && !commonHeading.test(words)
  );
}

/** Whether a name leads to a metric or stands in brackets behind it: "Bavaria: …", "Bavaria, …", "… (Bavaria)". */
export function isLabelled(words: string, { start, end }: Span): boolean {
  const label = /^[^\p{L}\p{N}]*(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)(?:[,:：]|\s[–—-])\s/u.exec(
    words.slice(0, start),
  )?.[1];
  // "Key Figures: …", "Tuesday, …"
  // "Mr Speaker, in 2023 we raised …": a clause goes on behind it.
  const isAddressed =
    label !== undefined && words[words.indexOf(label) + label.length] === ',' && hasVerb(words.slice(0, start));
  if (
    label !== undefined &&
    !isAddressed &&
    !label.split(/\s/).some((word) => adverb.test(word) || commonHeading.test(word))
  )
    return true;
  const named = /^\s*[(（](\p{Lu}\p{Ll}+)(?:\s\p{Lu}\p{Ll}+)*[)）]/u.exec(words.slice(end))?.[1];
  return named !== undefined && !/^(?:Total|National|Nationwide)$/.test(named);
}

/** Whether a clause of its own stands in words, and not one that tells of what stands before. */
function hasVerb(words: string): boolean {
  const classes = foldedTokens(words).map(wordClassOf);
  return classes.some((each) => each === 'auxiliary' || each === 'verb') && !classes.includes('relative');
}

/** A sentence with its places blanked, and with them the words that tie them ("of China"); its numbers are noughts. */
export function withoutPlaces(words: string, places: readonly Span[], numbers: readonly Span[]): string {
  const tied = places.map(({ start, end }) => {
    const tie = /\b(?:of|in|for)\s+(?:the\s+)?$/i.exec(words.slice(Math.max(0, start - 10), start))?.[0].length ?? 0;
    return { start: start - tie, end };
  });
  return blankOut(blankOut(words, 0, tied), 0, numbers, '0').replace(/(?<=^|\s)(?:'s|’s)(?=\s)/g, '  ');
}
