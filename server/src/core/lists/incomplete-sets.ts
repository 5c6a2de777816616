import { englishNumeral, smallNumber } from '../language/numerals.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import type { Block } from '../markdown/blocks.js';
import { isOwnWords } from '../report/own-words.js';
import { blockOf, type Mention, type Report } from '../report/report.js';
import { once } from '../text/once.js';
import type { EntryOf } from '../vocabulary/model.js';
import { type AnnouncedList, readAnnouncedList } from './announced-list.js';
import { memberIndex } from './members.js';

/** A closed set that is named with a list of its own members, some of which are left out. */
export interface IncompleteSet {
  readonly mention: Mention;
  readonly formulation: EntryOf<'formulations'>;
  readonly list: AnnouncedList;
  /** Indexes of the members. */
  readonly missing: readonly number[];
}

/** The closed sets of a report that are listed in part; read once. */
export const readIncompleteSets = once((report: Report): readonly IncompleteSet[] =>
  report.mentions.flatMap((mention) => incompleteAt(report, mention) ?? []),
);

function incompleteAt(report: Report, mention: Mention): IncompleteSet | undefined {
  const formulation = mention.entry;
  if (formulation.kind !== 'formulations' || !formulation.closed || !isOwnWords(report, mention)) return undefined;
  const list = readAnnouncedList(report.prose, mention.block, mention.at, memberIndex(formulation));
  if (list === undefined || list.partial || list.items.some(({ member }) => member === undefined)) return undefined;
  const listed = new Set(list.items.map(({ member }) => member));
  const all = formulation.members.map((_, i) => i);
  const missing = all.filter((member) => !listed.has(member));
  if (missing.length === 0 || listed.size < 2) return undefined;
  const { text } = blockOf(report, mention);
  // "Three pillars are …" of a set of four.
  const counted = countBefore.exec(text.slice(Math.max(0, mention.at.start - 16), mention.at.start))?.[1];
  if (counted !== undefined && smallNumber(counted) !== all.length) return undefined;
  return namesAny(report, mention, list, formulation, missing) ? undefined : { mention, formulation, list, missing };
}

const countBefore = new RegExp(`(?<![\\p{L}\\p{N}])(${englishNumeral})\\s+["“‘]?$`, 'iu');

/** Whether one that is missing stands apart from the list: "apart from …", 除…外, and bullets behind a picture. */
function namesAny(
  { prose }: Report,
  { block: index, at }: Mention,
  { style, items }: AnnouncedList,
  formulation: EntryOf<'formulations'>,
  missing: readonly number[],
): boolean {
  const members = memberIndex(formulation);
  const names = (text: string) => members.find(text).some(({ target }) => missing.includes(target));
  const block = prose.blocks[index] as Block;
  const sentence = sentenceAt(block, at.start);
  if (
    sentence === undefined ||
    names(block.text.slice(Math.max(sentence.start, at.start - reach), Math.min(sentence.end, at.end + 2 * reach)))
  )
    return true;
  if (style === 'inline') return false;
  const last = items.at(-1)?.block ?? index;
  for (const { kind, text } of prose.blocks.slice(last + 1, last + 1 + blocksBelow)) {
    if (kind === 'heading') return false;
    if (names(text)) return true;
  }
  return false;
}

/** Further than this from a name no apart member is looked for, in UTF-16 units. */
const reach = 800;
/** So many blocks below a list are searched for what it leaves out. */
const blocksBelow = 12;
