import { confusableHan, confusableHanWords } from '../language/confusable-han.js';
import { editDistance } from '../language/edit-distance.js';
import { inflections, nounForms } from '../language/english-inflection.js';
import { foldedTokens, type Tokens } from '../language/tokens.js';
import { tokensIn } from '../markdown/block-words.js';
import type { Block } from '../markdown/blocks.js';
import { once, onceWith } from '../text/once.js';
import { overlaps, type Span } from '../text/span.js';
import { kindTraits } from '../vocabulary/kinds.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, Form } from '../vocabulary/model.js';
import { mentionsOf } from './block-mentions.js';
import type { Facts } from './facts.js';
import { isCitation, isQuoted, type Report } from './report.js';

interface Named {
  readonly entry: Entry;
  readonly form: Form;
}

/** A Han form, or a stretch of one, with a slip in it. */
interface HanSlip extends Named {
  readonly expected: string;
  /** Where the slip is in it. */
  readonly slip: Span;
  /** A stretch of a form is shown by its slip alone. */
  readonly isWhole: boolean;
}

/** A near-miss of a form in a block's text. */
interface Misspelling extends Named {
  /** What is meant, in the number that stands there: "community health workers". */
  readonly expected: string;
  readonly at: Span;
  /** What of it is wrong. */
  readonly slip: Span;
}

/** A shorter Han form with another character in it may be any word. */
const leastLength = 4;
/** As many characters of a form beside a word tell that this word is meant. */
const leastBeside = 3;

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

const misspeltIn = onceWith((block: Block, facts: Facts): readonly Misspelling[] => {
  const index = indexOf(facts.vocabulary);
  const isNamed = (at: Span) => mentionsOf(block, facts).some((mention) => overlaps(mention.at, at));
  const tokens = tokensIn(block);
  return [...index.english(block.text, tokens), ...index.chinese(block.text, tokens)].filter(
    ({ at, slip }) => !isQuoted(block, at) && !isNamed(slip),
  );
});

interface NamedWords {
  readonly named: Named;
  /** The folded words of the form. */
  readonly words: readonly string[];
}

class MisspellingIndex {
  /** Forms by each of their folded words. */
  readonly #byWord = new Map<string, NamedWords[]>();
  /** Words of five letters or more by their first letter, for the search of near ones. */
  readonly #byInitial = new Map<string, string[]>();
  readonly #words = new Set<string>();
  readonly #near = new Map<string, readonly string[]>();
  readonly #slips = new Set<string>();
  readonly #variants = new MentionIndex<HanSlip>();

  constructor(vocabulary: Vocabulary) {
    const inflected = new Set<string>();
    for (const entry of vocabulary.entries) {
      for (const form of entry.forms) {
        const words = foldedTokens(form.text);
        for (const word of words) {
          if (inflected.has(word)) continue;
          inflected.add(word);
          for (const form of inflections(word, true)) this.#words.add(form);
        }
        if ((form.role !== 'preferred' && form.role !== 'admitted') || form.class === 'short') continue;
        const { isMisspelt } = kindTraits[entry.kind];
        if (form.language === 'en' && isMisspelt === 'in-any') this.#addEnglish({ entry, form }, words);
        else if (form.language === 'zh' && isMisspelt !== 'never') this.#addChinese({ entry, form });
      }
    }
    for (const entry of vocabulary.entries) {
      for (const { text, language } of entry.exceptions) this.#variants.addException(text, language);
    }
  }

  *english(text: string, { folded, starts, ends }: Tokens): Iterable<Misspelling> {
    for (const [at, word] of folded.entries()) {
      if (word.length < 5 || this.#words.has(word) || !/^[a-z]+$/.test(word)) continue;
      const neighbour = this.#words.has(folded[at - 1] ?? '') || this.#words.has(folded[at + 1] ?? '');
      if (!neighbour) continue;
      for (const near of this.#nearWords(word)) {
        const hit = this.#formAt(folded, at, near);
        if (hit === undefined) continue;
        const { named, words, position } = hit;
        const first = at - position;
        const last = first + words.length - 1;
        const [start, end] = [starts[first] as number, ends[last] as number];
        // What stands there with the slip mended: its number and its capitals are the writer's, but those of a name.
        const { text: known } = named.form;
        const own = last === at ? near : folded[last];
        const isName = known !== known.toLowerCase() || !known.includes(near);
        const cased = /\p{Lu}/u.test(text[starts[at] as number] as string)
          ? near.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
          : near;
        yield {
          ...named,
          expected:
            isName && own === foldedTokens(known).at(-1)
              ? known
              : (text.slice(start, starts[at]) + cased + text.slice(ends[at], end)).replace(/\s+/g, ' '),
          at: { start, end },
          slip: { start, end },
        };
        break;
      }
    }
  }

  /** A form that stands at a place if the word there is taken for another of its words, and the position of that. */
  #formAt(folded: readonly string[], at: number, near: string): (NamedWords & { position: number }) | undefined {
    for (const { named, words } of this.#byWord.get(near) ?? []) {
      for (let position = words.indexOf(near); position !== -1; position = words.indexOf(near, position + 1)) {
        const stands = words.every((expected, i) => {
          const word = folded[at - position + i] ?? '';
          return i === position || word === expected || (i === words.length - 1 && nounForms(expected).includes(word));
        });
        if (stands) return { named, words, position };
      }
    }
    return undefined;
  }

  *chinese(text: string, tokens: Tokens): Iterable<Misspelling> {
    for (const { span, target } of this.#variants.find(text, false, tokens)) {
      const { entry, form, expected, isWhole } = target;
      const slip = { start: span.start + target.slip.start, end: span.start + target.slip.end };
      yield { entry, form, expected, at: isWhole ? span : slip, slip };
    }
  }

  #addEnglish(named: Named, words: readonly string[]): void {
    if (words.length < 2) return;
    for (const word of words) this.#addWord(word, { named, words });
    // A slip may stand in the plural itself: "level crosings".
    const [last = '', plural = last] = nounForms(words.at(-1) as string);
    if (plural !== last) this.#addWord(plural, { named, words: [...words.slice(0, -1), plural] });
  }

  #addWord(word: string, namedWords: NamedWords): void {
    if (word.length < 5) return;
    const known = this.#byWord.get(word);
    if (known !== undefined) {
      known.push(namedWords);
      return;
    }
    this.#byWord.set(word, [namedWords]);
    const initial = this.#byInitial.get(word[0] as string);
    if (initial === undefined) this.#byInitial.set(word[0] as string, [word]);
    else initial.push(word);
  }

  /** Every form of four characters or more, with one of them changed for one that is typed for it. */
  #addChinese(named: Named): void {
    const characters = [...named.form.text];
    if (characters.length < leastLength) return;
    for (const [i, character] of characters.entries()) {
      for (const set of confusableHan) {
        if (!set.includes(character)) continue;
        for (const other of set) {
          if (other === character) continue;
          this.#addSlip(named, characters.with(i, other).join(''), { start: i, end: i + 1 }, named.form.text, true);
        }
      }
    }
    this.#addWords(named, named.form.text);
  }

  /** Each word of a form that is typed for another, with that other, between as much of the form as tells it. */
  #addWords(named: Named, text: string): void {
    for (const words of confusableHanWords) {
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          const slip = { start: at, end: at + word.length };
          for (const other of words)
            if (other !== word && text.length >= leastLength)
              this.#addSlip(named, text.slice(0, at) + other + text.slice(slip.end), slip, text, true);
          for (let before = 0; before <= leastBeside; before++) {
            const [start, end] = [at - before, at + word.length + leastBeside - before];
            if (start < 0 || end > text.length) continue;
            const [head, tail] = [text.slice(start, at), text.slice(at + word.length, end)];
            // A comma parts it from what follows.
            if (!/^\p{Script=Han}*$/u.test(head + tail)) continue;
            for (const other of words)
              if (other !== word)
                this.#addSlip(named, head + other + tail, { start: before, end: before + other.length }, word, false);
          }
        }
      }
    }
  }

  #addSlip(named: Named, text: string, slip: Span, expected: string, isWhole: boolean): void {
    // The whole form may be reached by a character and by a word: 融合 is both.
    const key = isWhole ? text : `${text}\u0000${slip.start}`;
    if (this.#slips.has(key)) return;
    this.#slips.add(key);
    this.#variants.add({ ...named.form, text, near: [] }, { ...named, slip, expected, isWhole });
  }

  /** Words of the vocabulary that a word may stand for: the same first letter, a letter or two off, no other ending. */
  #nearWords(word: string): readonly string[] {
    let near = this.#near.get(word);
    if (near === undefined) {
      near = (this.#byInitial.get(word[0] as string) ?? []).filter((known) => {
        const limit = known.length >= 9 ? 2 : 1;
        if (editDistance(word, known, limit) > limit) return false;
        // "pricer" of price.
        if (word.startsWith(known) && /^[rsd]+$/.test(word.slice(known.length))) return false;
        return (stem(word) !== stem(known) || sameButVowel(word, known)) && spelling(word) !== spelling(known);
      });
      this.#near.set(word, near);
    }
    return near;
  }
}

/** The word without an ending that makes another word of it: industrialized, industrialist, industries. */
function stem(word: string): string {
  return word.replace(
    /(?:s|es|ed|d|ing|er|ers|or|ors|ly|al|ally|ic|ics|ist|ists|ism|ive|ity|y|ies|ion|ions|ment|ments|ance|ence|ant|ent|able|ible)$/,
    '',
  );
}

/** "resistence" for resistance, "permanant", "docter", "responsable", "abatd" for abated: no other ending, a slip. */
function sameButVowel(word: string, known: string): boolean {
  if (/[bcdfgkpstvxz]d$/.test(word) && known.endsWith('ed')) return true;
  return word !== known && !/^(?:depend|a?scend|descend|confid|pend)/.test(known) && bare(word) === bare(known);
}

/** A word without the vowel of its ending, where one alone is right: not "converter" and "convertor". */
function bare(word: string): string {
  return word.replace(/[ae](?=n(?:ce|cy|t)s?$)|(?<=[aci]t)[eo](?=rs?$)|(?<![cnrs]t|nd|rn)[ai](?=ble$)/, '');
}

/** -ise for -ize, -our for -or, -re for -er, -ense for -ence, -ogue for -og: spellings that are right somewhere. */
function spelling(word: string): string {
  return word
    .replace(/(?<=en|acti)s(?=es?$)/, 'c')
    .replace(/is(?=e|a|i)/g, 'iz')
    .replace(/ys(?=e|i)/g, 'yz')
    .replace(/our/g, 'or')
    .replace(/re(?=s?$)/, 'er')
    .replace(/ll(?=ed|ing|er|or|ment|ful|ation|ous|i[sz]|ity|en$|i$)|(?<=[io])ll$/g, 'l')
    .replace(/ae|oe/g, 'e')
    .replace(
      /(?<=n)i(?=um$)|(?<=m)me(?=s?$)|(?<=og)ue(?=s?$)|(?<=dg)e(?=ment)|(?<=^ag)e(?=ing)|(?<=iz|k|v)e(?=able)|(?<=cus|ias)s(?=ed|ing)|(?<=efit|[rd]get)t(?=ed|ing)/g,
      '',
    )
    .replace(/ph/g, 'f');
}

const indexOf = once((vocabulary: Vocabulary) => new MisspellingIndex(vocabulary));
