import { confusableHan, confusableHanWords } from '../language/confusable-han.js';
import type { Tokens } from '../language/tokens.js';
import type { Span } from '../text/span.js';
import { kindTraits } from './kinds.js';
import { MentionIndex } from './mention-index.js';
import { type Misspelling, mayBeMisspelt } from './misspelling.js';
import type { Entry, Form } from './model.js';

interface Named {
  readonly entry: Entry;
  readonly form: Form;
}

/** A form, or a stretch of one, with a slip in it. */
interface Slip extends Named {
  readonly expected: string;
  /** Where the slip is in it. */
  readonly slip: Span;
  /** A stretch of a form is shown by its slip alone. */
  readonly isWhole: boolean;
}

/** A shorter form with another character in it may be any word. */
const leastLength = 4;
/** As many characters of a form beside a word tell that this word is meant. */
const leastBeside = 3;

/** Finds Han forms in which a character, or a word, is one that is typed for it. */
export class HanMisspellings {
  readonly #slips = new Set<string>();
  readonly #variants = new MentionIndex<Slip>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      const isNear = kindTraits[entry.kind].isMisspelt !== 'never';
      for (const form of entry.forms) {
        if (isNear && form.language === 'zh' && mayBeMisspelt(form)) this.#add({ entry, form });
      }
    }
    for (const entry of entries) {
      for (const { text, language } of entry.exceptions) this.#variants.addException(text, language);
    }
  }

  /** In a text of these words. */
  *find(text: string, tokens: Tokens): Iterable<Misspelling> {
    for (const { span, target } of this.#variants.find(text, false, tokens)) {
      const { entry, form, expected, isWhole } = target;
      const slip = { start: span.start + target.slip.start, end: span.start + target.slip.end };
      yield { entry, form, expected, at: isWhole ? span : slip, slip };
    }
  }

  /** Every form of four characters or more, with one of them changed for one that is typed for it. */
  #add(named: Named): void {
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
}
