import { sentenceLanguage } from '../language/sentence-language.js';
import { statementDate } from '../language/statement-date.js';
import { type SentenceSpan, sentencesIn } from '../markdown/block-sentences.js';
import { tokensIn } from '../markdown/block-words.js';
import { type BlockContent, onceABlockWith } from '../markdown/blocks.js';
import { type Period, type Quantity, type QuantityReading, readQuantities } from '../quantities/index.js';
import { type BlockMention, mentionsOf } from '../report/block-mentions.js';
import type { Facts } from '../report/facts.js';
import { isQuoted } from '../report/report.js';
import { itemHolding, lowerBound, startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { isAsserted } from './assertion.js';
import { type LeadingPlace, leadingPlace } from './place-roles.js';
import { quantityOptions } from './quantity-options.js';
import { type RegionMention, regionsIn } from './regions.js';
import { isSourcedSentence } from './sourcing.js';

/** What blocks are read with: a report, or whatever else has its facts. */
interface WithFacts {
  readonly facts: Facts;
}

/** What has been read of a sentence so far. */
interface Known {
  text?: string;
  words?: readonly string[];
  joined?: string;
  language?: string;
  quantities?: readonly Quantity[];
  periods?: readonly Period[];
  isMisdated?: boolean;
  mentions?: readonly BlockMention[];
  places?: readonly RegionMention[];
  lead?: { readonly place: LeadingPlace | undefined };
  isAsserted?: boolean;
}

/**
 * A sentence of a block, with what is read of it and the block alone: each when it is first asked for, and once. Spans
 * are of the block's text.
 */
export class Sentence {
  readonly block: BlockContent;
  readonly span: Span;
  /** Cut out of a longer stretch without an end, which is no sentence: no number is read in it. */
  readonly isEndless: boolean;
  readonly #read: BlockReading;
  readonly #position: number;
  readonly #known: Known = {};

  /** `position` is that among the sentences of its block. */
  constructor(read: BlockReading, { start, end, isEndless }: SentenceSpan, position = 0) {
    this.#read = read;
    this.#position = position;
    this.block = read.block;
    this.span = { start, end };
    this.isEndless = isEndless;
  }

  get text(): string {
    this.#known.text ??= this.block.text.slice(this.span.start, this.span.end);
    return this.#known.text;
  }

  /** The sentence before it in its block. */
  get before(): Sentence | undefined {
    return this.#position === 0 ? undefined : this.#read.sentences[this.#position - 1];
  }

  /** Its folded words and marks. */
  get words(): readonly string[] {
    if (this.#known.words === undefined) {
      const { folded, starts } = tokensIn(this.block);
      const first = lowerBound(starts, (start) => start, this.span.start);
      this.#known.words = folded.slice(
        first,
        lowerBound(starts, (start) => start, this.span.end, first),
      );
    }
    return this.#known.words;
  }

  /** The same in one text, each between spaces: what `holdsKey` looks in. */
  get joined(): string {
    this.#known.joined ??= ` ${this.words.join(' ')} `;
    return this.#known.joined;
  }

  /** What its words are looked up in. */
  get language(): string {
    this.#known.language ??= sentenceLanguage(this.text, this.#read.facts.language);
    return this.#known.language;
  }

  /** It has a date that does not exist, so that nobody knows of which it speaks: no number is read in it. */
  get isMisdated(): boolean {
    this.#known.isMisdated ??= this.#starting(this.#read.quantities.unreadable).some(
      ({ reason }) => reason === 'no-such-date',
    );
    return this.#known.isMisdated;
  }

  get quantities(): readonly Quantity[] {
    this.#known.quantities ??= this.#isUnread ? [] : this.#starting(this.#read.quantities.quantities);
    return this.#known.quantities;
  }

  get periods(): readonly Period[] {
    this.#known.periods ??= this.#isUnread ? [] : this.#starting(this.#read.quantities.periods);
    return this.#known.periods;
  }

  get mentions(): readonly BlockMention[] {
    this.#known.mentions ??= startingIn(mentionsOf(this.block, this.#read.facts), ({ at }) => at.start, this.span);
    return this.#known.mentions;
  }

  get places(): readonly RegionMention[] {
    this.#known.places ??= startingIn(this.#read.places, ({ at }) => at.start, this.span);
    return this.#known.places;
  }

  /** The same as spans of `text`. */
  get placesInText(): readonly RegionMention[] {
    return this.places.map(({ at, code }) => ({ at: this.inText(at), code }));
  }

  /** The place that it begins with, and so is about. */
  get lead(): LeadingPlace | undefined {
    this.#known.lead ??= {
      place: leadingPlace(
        this.text,
        this.placesInText,
        this.periods.map(({ span }) => this.inText(span)),
      ),
    };
    return this.#known.lead.place;
  }

  /** Whether it says that what it tells of is so. */
  get isAsserted(): boolean {
    this.#known.isAsserted ??= isAsserted(this.text, this.language);
    return this.#known.isAsserted;
  }

  /** The words are somebody else's. */
  get isQuoted(): boolean {
    return isQuoted(this.block, this.span);
  }

  get isSourced(): boolean {
    return isSourcedSentence(this.block, this.span, this.language);
  }

  /** The day as of which it speaks; see `statementDate`. */
  get date(): string | undefined {
    return statementDate(this.text, this.#read.facts.date?.day);
  }

  /** A span of the block's text as one of `text`. */
  inText({ start, end }: Span): Span {
    return { start: start - this.span.start, end: end - this.span.start };
  }

  get #isUnread(): boolean {
    return this.isEndless || this.isMisdated;
  }

  #starting<T extends { readonly span: Span }>(items: readonly T[]): readonly T[] {
    return items.length === 0 ? items : startingIn(items, ({ span }) => span.start, this.span);
  }
}

/** What is read of a block alone. */
class BlockReading {
  readonly block: BlockContent;
  readonly facts: Facts;
  #sentences: readonly Sentence[] | undefined;
  #whole: Sentence | undefined;
  #quantities: QuantityReading | undefined;
  #places: readonly RegionMention[] | undefined;
  #lastLead: { readonly place: LeadingPlace | undefined } | undefined;

  constructor(block: BlockContent, facts: Facts) {
    this.block = block;
    this.facts = facts;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= sentencesIn(this.block).map((span, position) => new Sentence(this, span, position));
    return this.#sentences;
  }

  get whole(): Sentence {
    this.#whole ??= new Sentence(this, { start: 0, end: this.block.text.length, isEndless: false });
    return this.#whole;
  }

  get quantities(): QuantityReading {
    if (this.#quantities === undefined) {
      const read = readQuantities(this.block.text, quantityOptions(this));
      this.#quantities = { ...read, quantities: read.quantities.map(withRate) };
    }
    return this.#quantities;
  }

  get places(): readonly RegionMention[] {
    this.#places ??= regionsIn(this.block.text, this.facts.vocabulary, tokensIn(this.block));
    return this.#places;
  }

  get lastLead(): LeadingPlace | undefined {
    this.#lastLead ??= { place: this.sentences.findLast(({ lead }) => lead !== undefined)?.lead };
    return this.#lastLead.place;
  }
}

const readingOf = onceABlockWith((block, facts: Facts) => new BlockReading(block, facts));

/** The sentences of a block, cut and read once. */
export function sentencesOf({ facts }: WithFacts, block: BlockContent): readonly Sentence[] {
  return readingOf(block, facts).sentences;
}

/** The sentence of a block that holds an offset of its text; undefined between two. */
export function sentenceHolding(report: WithFacts, block: BlockContent, offset: number): Sentence | undefined {
  return itemHolding(sentencesOf(report, block), offset);
}

/** The day as of which a block speaks at an offset of its text: its sentence's, else the report's. */
export function dateAt(report: WithFacts, block: BlockContent, offset: number): string | undefined {
  const sentence = sentenceHolding(report, block, offset);
  return sentence === undefined ? report.facts.date?.day : sentence.date;
}

/** All the words of a block as one sentence: of a heading, a cell, a caption. */
export function wholeOf({ facts }: WithFacts, block: BlockContent): Sentence {
  return readingOf(block, facts).whole;
}

/** The quantities and periods of a block, with what could not be read. */
export function quantitiesOf({ facts }: WithFacts, block: BlockContent): QuantityReading {
  return readingOf(block, facts).quantities;
}

/** The places of a block. */
export function placesOf({ facts }: WithFacts, block: BlockContent): readonly RegionMention[] {
  return readingOf(block, facts).places;
}

/** The last place that a sentence of a block is about. */
export function lastLeadOf({ facts }: WithFacts, block: BlockContent): LeadingPlace | undefined {
  return readingOf(block, facts).lastLead;
}

/** A claim of a rate begins at its denominator: 每兆瓦时50英镑 is in GBP/MWh. */
function withRate(quantity: Quantity): Quantity {
  const { rate, span } = quantity;
  if (rate === undefined) return quantity;
  const whole: Quantity = { ...quantity, span: { start: Math.min(rate.start, span.start), end: span.end } };
  return rate.unit === undefined ? whole : { ...whole, kind: 'quantity', unit: rate.unit };
}
