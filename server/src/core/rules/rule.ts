import type { BlockContent } from '../markdown/blocks.js';
import type { Values } from '../messages/message.js';
import type { Facts } from '../report/facts.js';
import type { Fix } from '../report/finding.js';
import type { Report } from '../report/report.js';
import type { Surroundings } from '../sentences/surroundings.js';
import type { Span } from '../text/span.js';
import type { Basis, Entry, Form, Severity, Status } from '../vocabulary/model.js';

/** What a rule has seen; `detail` is for its own `fix`. */
export interface Detection<Detail = unknown> {
  /** A key of the message templates. */
  readonly messageId: string;
  readonly values: Values;
  /** Place in the report; empty where something is missing. */
  readonly span: Span;
  /** Further places that it speaks of. */
  readonly related?: readonly Span[];
  /** The entry behind it, with the form that was found: their level and status bear on the severity. */
  readonly entry?: Entry;
  readonly form?: Form;
  /** Where the case is less certain, or surer, than the rule's usual one. */
  readonly severity?: Severity;
  /** The sources of what was found, where they are not all of the entry's; with the record's own status. */
  readonly basis?: readonly Basis[];
  readonly status?: Status;
  readonly detail: Detail;
}

/** The same in a block that does not know where it stands: places are of its text. */
export interface BlockDetection<Detail = unknown> extends Omit<Detection<Detail>, 'span' | 'related'> {
  /** Place in the block's text. */
  readonly at: Span;
}

/** What was read of one block of a report, with that block's index. */
export interface Placed<Fact> {
  readonly fact: Fact;
  readonly block: number;
}

/** What every rule says of itself, whatever it looks at. */
interface RuleTraits<Detail> {
  readonly id: string;
  /** Where neither the entry nor the config says otherwise. */
  readonly severity: Severity;
  /**
   * It asks for more about words that need not be wrong: a source, a date, an explanation. Where another rule speaks of
   * those words, it is not heard; of two that ask, the first is.
   */
  readonly asks?: true;
  /** It misses what is nowhere in the report: its place stands for the report or a section, and is not what is wrong. */
  readonly misses?: true;
  /** What is written next may answer it: the rest of a list, a section's text. */
  readonly awaits?: true;
  /** What it finds is not written yet: of the paragraph, heading or row with it no other rule speaks. */
  readonly excuses?: true;
  /** What it finds are words for its entry that no pack has: a pack may take them as a form. */
  readonly names?: true;
  /** How much of a report one finding depends on: the words that it marks, their block, or more. */
  readonly reads: 'words' | 'block' | 'document';
  /** Makes fewer findings of those of a report that are not suppressed, in their order. */
  gather?(detections: readonly Detection<Detail>[], report: Report): readonly Detection<Detail>[];
  /** The likeliest first; none without it. Asked for where a finding is to be shown with its fixes. */
  fix?(detection: Detection<Detail>, report: Report): readonly Fix[];
}

/** What a rule that looks at one block at a time says beside. */
interface OfBlocks {
  /**
   * It judges what the report says itself: blocks that give sources are not shown to it, and what it sees in words that
   * are somebody else's is left out.
   */
  readonly ownWords: true;
}

/**
 * Judges a block by the block alone. What it sees is remembered with the block for as long as the facts are the same
 * object, so nothing else may bear on it.
 */
export interface BlockRule<Detail = unknown> extends RuleTraits<Detail>, OfBlocks {
  readonly reads: 'words' | 'block';
  checkBlock(block: BlockContent, facts: Facts): Iterable<BlockDetection<Detail>>;
}

/** Judges a block by the block and by what it asks of the blocks around it. */
export interface AroundRule<Detail = unknown> extends RuleTraits<Detail>, OfBlocks {
  checkAround(block: BlockContent, surroundings: Surroundings, facts: Facts): Iterable<BlockDetection<Detail>>;
}

/** Judges the report as a whole, and sees no text: it folds what was read of its blocks, in their order. */
export interface DocumentRule<Detail = unknown, Fact = unknown> extends RuleTraits<Detail> {
  readonly reads: 'document';
  factsOf(block: BlockContent, surroundings: Surroundings, facts: Facts): Iterable<Fact>;
  fold(facts: Iterable<Placed<Fact>>): Iterable<Placed<BlockDetection<Detail>>>;
}

/** Judges the report as it likes: a rule that has not been given one of the shapes above yet. */
export interface ReportRule<Detail = unknown> extends RuleTraits<Detail> {
  check(report: Report): Iterable<Detection<Detail>>;
}

/**
 * A rule: data and a function that detects. Words are in the message templates, and fixing is apart from detecting.
 * Its manual is the page beside it, `<id>.md`; the page's examples are run by the tests. Which function it has says what
 * its findings depend on: a block, what stands around it, or what all blocks hold.
 */
export type Rule<Detail = unknown> = BlockRule<Detail> | AroundRule<Detail> | DocumentRule<Detail> | ReportRule<Detail>;
