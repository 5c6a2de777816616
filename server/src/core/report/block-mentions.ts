import { statementDate } from '../language/statement-date.js';
import { foldedTokens } from '../language/tokens.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import { tokensIn } from '../markdown/block-words.js';
import { type BlockContent, onceABlockWith } from '../markdown/blocks.js';
import type { Span } from '../text/span.js';
import type { Match } from '../vocabulary/mention-index.js';
import type { Entry, Form } from '../vocabulary/model.js';
import { isValidOn } from '../vocabulary/validity.js';
import type { Facts } from './facts.js';

/** A place in a block that names an entry. */
export interface BlockMention {
  readonly entry: Entry;
  readonly form: Form;
  /** Place in the block's text. */
  readonly at: Span;
  /** Whether the text inflects the form ("strengthening"). */
  readonly inflected: boolean;
}

const none: readonly BlockMention[] = [];

/** What a block names, in order; nothing in a language that no pack in force speaks. */
export const mentionsOf = onceABlockWith((block, { vocabulary, language, date }: Facts): readonly BlockMention[] => {
  if (!vocabulary.languages.has(language)) return none;
  const isHeading = block.depth > 0;
  const matches = vocabulary.index
    .find(block.text, isHeading, tokensIn(block))
    .filter(
      ({ form, span, target }) =>
        form !== undefined &&
        isInUse(form, block, span.start, date?.day) &&
        !isCutShort(form, target, block.text, span.end),
    );
  return matches.length === 0
    ? none
    : onceAnEntry(matches).map(({ target, form, span, inflected }) => ({
        entry: target,
        form: form as Form,
        at: span,
        inflected,
      }));
});

/** One match a place and entry, a wrong form before a right one: "bases" may be of "basis" and of "base". In order. */
function onceAnEntry(matches: readonly Match<Entry>[]): readonly Match<Entry>[] {
  const kept: Match<Entry>[] = [];
  const known = new Map<Entry, number>();
  matches.forEach((match, i) => {
    if (match.span.start !== matches[i - 1]?.span.start) known.clear();
    const at = known.get(match.target);
    if (at === undefined) known.set(match.target, kept.push(match) - 1);
    else if (match.form?.role === 'deprecated' && kept[at]?.form?.role !== 'deprecated') kept[at] = match;
  });
  return kept;
}

/**
 * Whether a wrong short form is the head of the right name, and the name goes on with a capital: the slip is in
 * its last word, as in "Port and Harbour Autority".
 */
function isCutShort(form: Form, entry: Entry, text: string, end: number): boolean {
  if (form.role !== 'deprecated' || !/^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))) return false;
  const words = foldedTokens(form.text);
  return entry.forms.some((other) => {
    if (other.role === 'deprecated' || other.language !== form.language) return false;
    const longer = foldedTokens(other.text);
    return longer.length > words.length && words.every((word, i) => longer[i] === word);
  });
}

function isInUse(form: Form, block: BlockContent, offset: number, date: string | undefined): boolean {
  if (form.validFrom === undefined && form.validTo === undefined) return true;
  const sentence = sentenceAt(block, offset);
  return isValidOn(
    form,
    sentence === undefined ? date : statementDate(block.text.slice(sentence.start, sentence.end), date),
  );
}
