import { editDistance } from '../language/edit-distance.js';
import { areHomophones, lookAlike } from '../language/han-homophones.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Form } from '../vocabulary/model.js';

type Person = EntryOf<'people'>;

/** A name of a known person, as it stands in a text. */
export interface NameInText {
  readonly person: Person;
  readonly form: Form;
  readonly at: Span;
  /** `recorded`: as the pack has it; `order`: turned round; `spelling`: the same name in other letters. */
  readonly as: 'recorded' | 'order' | 'spelling';
  /** Two characters that may be any word, unless a post tells that they are the name. */
  readonly isDoubtful?: boolean;
}

interface LatinName {
  readonly person: Person;
  readonly form: Form;
  readonly words: readonly string[];
  /** The one word that is the family name, and all others as one. */
  readonly family: string;
  readonly given: string;
}

/** A foreign name in Han characters, two parts with a dot between them. */
interface DottedName {
  readonly person: Person;
  readonly form: Form;
  readonly first: string;
  readonly last: string;
}

const dots = /[·•‧・]/g;
const isDot = (character: string | undefined) => character !== undefined && '·•‧・'.includes(character);

/** Chinese names of this many characters are looked for; of two, a sound alike is a word as often as a name. */
const hanLength = { least: 2, most: 4 };

const isHan = (text: string) => /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u.test(text);
/** 安娜·鲁伊斯: a foreign name, given name first. */
const isForeign = (text: string) => text.includes('·');

/** Names of people by what may be written for them; one for each vocabulary. */
export class NameIndex {
  readonly #recorded = new Map<string, LatinName>();
  readonly #inOrder = new Map<string, LatinName>();
  readonly #turned = new Map<string, LatinName>();
  readonly #byGiven = new Map<string, LatinName[]>();
  readonly #han: { readonly person: Person; readonly form: Form }[] = [];
  /** By the character before the dot, and turned round by that before it. */
  readonly #dotted = new Map<string, DottedName[]>();
  readonly #dottedTurned = new Map<string, DottedName[]>();

  constructor(people: readonly Person[]) {
    for (const person of people) {
      for (const form of person.forms) {
        if (form.role === 'deprecated') continue;
        const [first, last, ...more] = form.text.split(dots);
        if (isHan(form.text)) this.#han.push({ person, form });
        else if (first !== undefined && last !== undefined && more.length === 0 && isHan(first + last))
          this.#addDotted({ person, form, first, last });
        else if (person.nameOrder !== undefined) this.#addLatin(person, form, person.nameOrder);
      }
    }
  }

  #addLatin(person: Person, form: Form, order: 'family-first' | 'given-first'): void {
    const words = wordsOf(form.text).map((word) => foldedWord(form.text, word));
    if (words.length < 2) return;
    const family = (order === 'family-first' ? words[0] : words.at(-1)) as string;
    const given = (order === 'family-first' ? words.slice(1) : words.slice(0, -1)).join('');
    const name: LatinName = { person, form, words, family, given };
    this.#recorded.set(words.join(' '), name);
    this.#inOrder.set(words.join(''), name);
    this.#turned.set(order === 'family-first' ? given + family : family + given, name);
    if (order === 'given-first') this.#byGiven.set(given, [...(this.#byGiven.get(given) ?? []), name]);
  }

  #addDotted(name: DottedName): void {
    const { first, last } = name;
    for (const [map, key] of [
      [this.#dotted, first.at(-1) as string],
      [this.#dottedTurned, last.at(-1) as string],
    ] as const)
      map.set(key, [...(map.get(key) ?? []), name]);
  }

  /** The names of a text, as recorded or nearly so. */
  find(text: string): readonly NameInText[] {
    return [...this.#findLatin(text), ...this.#findHan(text), ...this.#findDotted(text)];
  }

  /** Names of two parts with a dot between them: turned round, or the second with another character in it. */
  *#findDotted(text: string): Iterable<NameInText> {
    if (this.#dotted.size === 0) return;
    for (const { index: dot } of text.matchAll(dots)) {
      const before = text[dot - 1] ?? '';
      for (const { person, form, first, last } of this.#dotted.get(before) ?? []) {
        const off = text.startsWith(first, dot - first.length) ? differenceAt(text, dot + 1, last) : undefined;
        const end = dot + 1 + last.length;
        if (off === undefined || isDot(text[end]) || !isHan(text.slice(dot + 1, end))) continue;
        // Of two characters, one off is somebody else.
        if (off >= 0 && last.length < 3) continue;
        yield { person, form, at: { start: dot - first.length, end }, as: off < 0 ? 'recorded' : 'spelling' };
      }
      for (const { person, form, first, last } of this.#dottedTurned.get(before) ?? []) {
        const end = dot + 1 + first.length;
        if (!text.startsWith(last, dot - last.length) || !text.startsWith(first, dot + 1)) continue;
        if (!isDot(text[end])) yield { person, form, at: { start: dot - last.length, end }, as: 'order' };
      }
    }
  }

  *#findLatin(text: string): Iterable<NameInText> {
    if (this.#recorded.size === 0) return;
    const words = wordsOf(text);
    let i = 0;
    while (i < words.length) {
      const found = this.#latinAt(text, words, i);
      if (found !== undefined) yield found.name;
      i += found?.length ?? 1;
    }
  }

  /** The longest name from a word on: of two to four words, each with a capital, with a space or hyphen between them. */
  #latinAt(text: string, words: readonly Word[], from: number): { name: NameInText; length: number } | undefined {
    const first = words[from] as Word;
    if (!first.isCapitalized) return undefined;
    let best: { name: NameInText; length: number } | undefined;
    const run: string[] = [];
    for (let end = from + 1; end < Math.min(words.length, from + 4); end++) {
      const word = words[end] as Word;
      const between = text.slice((words[end - 1] as Word).end, word.start);
      if (!/^(?:\s+|[-‐‑])$/.test(between) || !(word.isCapitalized || /^[-‐‑]$/.test(between))) break;
      if (run.length === 0) run.push(foldedWord(text, first));
      run.push(foldedWord(text, word));
      const at = { start: first.start, end: word.end };
      const read = this.#read(run, text.slice(at.start, at.end));
      if (read === undefined) continue;
      // Capitals mark the family name wherever it stands: Hongwei LI.
      const last = text.slice(word.start, word.end);
      if (
        read.as === 'order' &&
        last.length > 1 &&
        last === last.toUpperCase() &&
        !isUpper(text.slice(first.start, first.end))
      )
        continue;
      best = { name: { ...read, at }, length: end - from + 1 };
    }
    return best;
  }

  #read(run: readonly string[], written: string): Pick<NameInText, 'person' | 'form' | 'as'> | undefined {
    const recorded = this.#recorded.get(run.join(' '));
    // "Tan Wei-Ming" is "Tan Wei Ming" too.
    if (recorded !== undefined) {
      const as = /[-‐‑]/.test(written) && !recorded.form.text.includes('-') ? 'spelling' : 'recorded';
      return { person: recorded.person, form: recorded.form, as };
    }
    const joined = run.join('');
    const inOrder = this.#inOrder.get(joined);
    // "Chen Shu Lan" is "Chen Shulan"; "Chenshu Lan" is somebody else.
    if (inOrder !== undefined && (run[0] === inOrder.words[0] || run.at(-1) === inOrder.words.at(-1)))
      return { person: inOrder.person, form: inOrder.form, as: 'spelling' };
    const turned = this.#turned.get(joined);
    if (turned !== undefined && (run.at(-1) === turned.family || run[0] === turned.family))
      return { person: turned.person, form: turned.form, as: 'order' };
    const near = this.#nearIn(run);
    return near === undefined ? undefined : { person: near.person, form: near.form, as: 'spelling' };
  }

  /** A family name one letter off, behind the given name: "Milliband". In pinyin one letter makes another name. */
  #nearIn(run: readonly string[]): LatinName | undefined {
    const family = run.at(-1) as string;
    if (family.length < 5) return undefined;
    return this.#byGiven
      .get(run.slice(0, -1).join(''))
      ?.find((name) => name.family.length >= 5 && editDistance(family, name.family, 1) === 1);
  }

  *#findHan(text: string): Iterable<NameInText> {
    if (this.#han.length === 0 || !/\p{Script=Han}/u.test(text)) return;
    for (const { person, form } of this.#han) {
      const name = form.text;
      if (name.length < hanLength.least || (name.length > hanLength.most && !isForeign(name))) continue;
      const turned = name.split('·').reverse().join('·');
      if (turned !== name)
        for (let at = text.indexOf(turned); at >= 0; at = text.indexOf(turned, at + turned.length))
          yield { person, form, at: { start: at, end: at + turned.length }, as: 'order' };
      for (let at = 0; at + name.length <= text.length; at++) {
        const off = differenceAt(text, at, name);
        if (off === undefined) continue;
        const span = { start: at, end: at + name.length };
        if (off < 0) yield { person, form, at: span, as: 'recorded' };
        else if (isVariant(text, span, name, off))
          yield { person, form, at: span, as: 'spelling', isDoubtful: name.length === 2 && !isAlone(text, span) };
      }
    }
  }
}

/** −1 where a name stands at a place, the index of its one character that differs, or undefined. */
function differenceAt(text: string, at: number, name: string): number | undefined {
  let off = -1;
  for (let i = 0; i < name.length; i++) {
    if (text[at + i] === name[i]) continue;
    if (off >= 0) return undefined;
    off = i;
  }
  return off;
}

/** Characters that are family names, of those that sound like another. */
const familyNames = new Set(
  '安柏博毕蔡曹常陈程成崔戴邓丁董杜段范方冯傅符甘高葛龚顾郭韩何贺洪侯胡黄霍纪季贾江姜蒋金靳景康柯孔赖兰雷黎李厉廉梁廖林凌刘龙卢鲁陆路吕罗骆马毛孟莫穆倪宁牛欧潘盘庞裴彭齐祁戚钱乔秦邱丘裘全任荣阮邵沈盛施石时史宋苏孙谭汤唐陶田佟童涂万汪王韦魏卫温文翁邬吴伍武席夏项向肖萧谢辛邢熊徐许薛严颜阎晏杨阳羊姚叶易殷尹应于余俞喻虞袁元岳臧曾翟詹张章赵甄郑钟周朱祝竺庄卓邹',
);
const speaks =
  /^(?:还|也|则|又|随后)?(?:说|表示|指出|认为|介绍|告诉|回答|强调|坦言|透露|建议|称|指|先生|女士|院长|所长|主任|教授|司长|部长|总理|董事长)/;

function isVariant(text: string, at: Span, name: string, off: number): boolean {
  const written = text[at.start + off] as string;
  // A long foreign name with one character off is meant, whatever it sounds like.
  if (isForeign(name) && name.length > 6 && /\p{Script=Han}/u.test(written)) return true;
  const isSound = areHomophones(written, name[off] as string);
  // Of two characters, one that only looks alike is another's.
  if (!isSound && (name.length < 3 || !lookAlike(written, name[off] as string))) return false;
  return isForeign(name) || off > 0 || familyNames.has(written);
}

/** Whether two characters are a name by what stands around them: 局长陈兰说. */
function isAlone(text: string, at: Span): boolean {
  return speaks.test(text.slice(at.end)) && /(?:^|[，。；：、“”\s]|[长任授理士生员])$/.test(text.slice(0, at.start));
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly isCapitalized: boolean;
}

const isUpper = (word: string) => word === word.toUpperCase();

/** Words of Latin letters, with the apostrophes that part them elsewhere: O'Brien. */
function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu)].map((match) => {
    const word = match[0].replace(/['’]s?$/u, '');
    return { start: match.index, end: match.index + word.length, isCapitalized: /^\p{Lu}/u.test(word) };
  });
}

/** A word's letters; accents and apostrophes count for nothing. */
function foldedWord(text: string, { start, end }: Word): string {
  return text
    .slice(start, end)
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}

export const nameIndex = once((vocabulary: Vocabulary) => new NameIndex(vocabulary.ofKind('people')));
