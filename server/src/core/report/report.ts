import type { HanScript } from '../language/han-scripts.js';
import { isStatement } from '../language/statement.js';
import { type Block, type BlockContent, type List, type Prose, toSource } from '../markdown/blocks.js';
import { type FrontMatter, readFrontMatter } from '../markdown/front-matter.js';
import { type KeptReading, parseMarkdown } from '../markdown/parse-markdown.js';
import { type Piece, readPiece } from '../markdown/piece.js';
import { readProse } from '../markdown/prose.js';
import { readSections, type Section } from '../markdown/sections.js';
import { readSuppressions, type Suppression } from '../markdown/suppressions.js';
import type { Unread as UnreadMarkdown } from '../markdown/unread.js';
import { blankOut } from '../text/blank-out.js';
import { LineMap } from '../text/line-map.js';
import { indexHolding, lowerBound } from '../text/ordered-spans.js';
import { isSameData } from '../text/same-data.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Language, Level } from '../vocabulary/model.js';
import { languageSubtag } from '../vocabulary/read-forms.js';
import type { ReportSettings } from '../vocabulary/report-settings.js';
import { type BlockMention, mentionsOf } from './block-mentions.js';
import type { Facts, ReportDate } from './facts.js';
import { foreignScript } from './foreign-script.js';
import { seenLanguage } from './seen-language.js';

/** A part of a report that was left unread, and why; `maxLength` is in UTF-16 units. */
export type Unread =
  | UnreadMarkdown
  | { readonly span: Span; readonly reason: 'too-long'; readonly maxLength: number }
  | { readonly span: Span; readonly reason: 'foreign-script'; readonly script: HanScript }
  /** No pack in force speaks the report's language; \`und\` where that is not known. */
  | { readonly span: Span; readonly reason: 'foreign-language'; readonly language: Language };

/** A place in a report that names an entry. */
export interface Mention extends BlockMention {
  /** Index of the block. */
  readonly block: number;
  /** Place in the report. */
  readonly span: Span;
}

/** A report read once: all that rules and requests share. */
export interface Report extends Facts {
  /** The object that what is read of its blocks is remembered with. */
  readonly facts: Facts;
  /** Without a byte order mark; all offsets are into it. */
  readonly text: string;
  readonly lines: LineMap;
  readonly rules: Readonly<Record<string, Level>>;
  readonly frontMatter: FrontMatter;
  /** The host's. */
  readonly today: string | undefined;
  readonly type: EntryOf<'reports'> | undefined;
  /** The task list that the front matter, or else the host, holds it to. */
  readonly tasks: EntryOf<'taskLists'> | undefined;
  /** What a later reading of the report is spared. */
  readonly kept: KeptReading<Piece>;
  readonly prose: Prose;
  readonly sections: readonly Section[];
  /** Indexes of the blocks that give sources. */
  readonly citations: ReadonlySet<number>;
  /** In order; empty in a language that no pack in force speaks. */
  readonly mentions: readonly Mention[];
  /** The same by the block, in the order of the blocks. */
  readonly mentionsByBlock: readonly (readonly Mention[])[];
  readonly suppressions: readonly Suppression[];
  readonly unread: readonly Unread[];
}

const defaultMaxLength = 1_000_000;

/**
 * Parses a report and finds all that it names; everything else of the core works on the result. `before` is the report as
 * it was before an edit: what stayed the same is not read again, and the result is what it is without.
 */
export function readReport(text: string, vocabulary: Vocabulary, settings: ReportSettings, before?: Report): Report {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const maxLength = settings.maxLength ?? defaultMaxLength;
  const tooLong = source.length > maxLength;
  const reading = parseMarkdown(tooLong ? '' : source, readPiece, { before: before?.kept });
  const lines = new LineMap(source);
  const prose = readProse(reading);
  const frontMatter = readFrontMatter(prose);
  const named = frontMatter.language ?? settings.language;
  const seen = () => seenLanguage(prose.blocks);
  const told = named === undefined ? languageOf(seen(), settings, vocabulary) : languageSubtag(named);
  const script = told === 'zh' && !tooLong ? foreignScript(prose, vocabulary, named) : undefined;
  const language = script === undefined ? told : 'und';
  const isForeign = script === undefined && !isSpoken(told, vocabulary) && seen().letters >= fewestLetters;
  const whole = { start: 0, end: source.length };
  const type = findType(vocabulary, frontMatter.report ?? settings.report);
  const sections = readSections(prose.blocks, source.length, type, vocabulary.ofKind('reports'));
  const listId = frontMatter.tasks ?? settings.tasks;
  const read: Facts = {
    vocabulary,
    language,
    region: frontMatter.region ?? settings.region ?? vocabulary.packs[0]?.region,
    date: dateOf(frontMatter, settings),
  };
  const facts = before !== undefined && isSame(before.facts, read) ? before.facts : read;
  const mentionsByBlock = prose.blocks.map((block, index) =>
    mentionsOf(block, facts).map((mention): Mention => placed(mention, block, index)),
  );
  return {
    ...facts,
    facts,
    text: source,
    lines,
    rules: settings.rules ?? {},
    frontMatter,
    today: settings.date,
    type,
    tasks: listId === undefined ? undefined : vocabulary.find('taskLists', listId),
    kept: { pieces: reading.pieces, dialects: reading.dialects },
    prose,
    sections,
    citations: findCitations(prose.blocks, sections),
    mentions: mentionsByBlock.flat(),
    mentionsByBlock,
    suppressions: readSuppressions(source, prose.comments, lines),
    unread: [
      ...(tooLong ? [{ span: whole, reason: 'too-long' as const, maxLength }] : []),
      ...(script === undefined ? [] : [{ span: whole, reason: 'foreign-script' as const, script }]),
      ...(isForeign ? [{ span: whole, reason: 'foreign-language' as const, language }] : []),
      ...reading.unread,
    ],
  };
}

/** Whether what was read of a block with the one is true with the other. */
function isSame(one: Facts, other: Facts): boolean {
  const { vocabulary, ...rest } = one;
  const { vocabulary: same, ...others } = other;
  return vocabulary === same && isSameData(rest, others);
}

function dateOf({ date: own }: FrontMatter, { date, isDateTold = false }: ReportSettings): ReportDate | undefined {
  if (own !== undefined) return { day: own, isTold: true };
  return date === undefined ? undefined : { day: date, isTold: isDateTold };
}

/** The settings by which another text is judged as of the same day. */
export function datedLike({ date }: Report): Pick<ReportSettings, 'date' | 'isDateTold'> {
  return date === undefined ? {} : { date: date.day, isDateTold: date.isTold };
}

/** A text with fewer letters is in no language: a table of numbers, a list of codes. */
const fewestLetters = 12;

function isSpoken(language: Language, { languages }: Vocabulary): boolean {
  return languages.size === 0 || languages.has(language);
}

/** Whether a Markdown file says of itself that it is a report: its front matter has `report:`, or `report =` in TOML. */
export function isReport(text: string): boolean {
  const start = text.slice(0, 20_000);
  const yaml = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(start)?.[1];
  if (yaml !== undefined) return /^report[ \t]*:/m.test(yaml);
  const toml = /^\uFEFF?\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/.exec(start)?.[1];
  // Below the head of a table (`[params]`) a key is that table's.
  return toml !== undefined && /^(["']?)report\1[ \t]*=/m.test(toml.split(/^\[/m, 1)[0] as string);
}

function findType(vocabulary: Vocabulary, id: string | undefined): EntryOf<'reports'> | undefined {
  return id === undefined ? undefined : vocabulary.find('reports', id);
}

function languageOf(
  { language, letters }: ReturnType<typeof seenLanguage>,
  { likelyLanguage }: ReportSettings,
  { languages }: Vocabulary,
): Language {
  return letters === 0 && likelyLanguage !== undefined && languages.has(likelyLanguage) ? likelyLanguage : language;
}

function placed({ entry, form, at, inflected }: BlockMention, block: Block, index: number): Mention {
  return { entry, form, block: index, at, span: toSource(block, at), inflected };
}

/** What a block names, where a place of the report has it. */
export function mentionAt(report: Report, { entry, form }: BlockMention, { start }: Span): Mention | undefined {
  const { mentions } = report;
  for (let i = lowerBound(mentions, ({ span }) => span.start, start); mentions[i]?.span.start === start; i++)
    if (mentions[i]?.entry === entry && mentions[i]?.form === form) return mentions[i];
  return undefined;
}

export function blockOf(report: Report, mention: Mention): Block {
  return report.prose.blocks[mention.block] as Block;
}

/** Whether words at a place of a block are somebody else's: a block quote, a quotation, a title in marks. */
export function isQuoted(block: BlockContent, at: Span): boolean {
  const quotation = block.quotations[indexHolding(block.quotations, at.start)];
  return block.quoted || (quotation !== undefined && contains(quotation, at));
}

/** Whether a block gives sources: it stands in a section that holds them, or in a footnote that cites. */
export function isCitation(report: Report, index: number): boolean {
  return report.citations.has(index);
}

function findCitations(blocks: readonly Block[], sections: readonly Section[]): ReadonlySet<number> {
  const spans = sections.filter(({ holds }) => holds === 'sources').map(({ span }) => span);
  const found = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    if (block.footnote === undefined ? spans.some((span) => overlaps(span, block.span)) : isCitingNote(block))
      found.add(index);
  }
  return found;
}

/** "Port Office, What has been built, 2024-06-30.": a title may say something. */
const endsInDay = /[,，]\s?\d{4}-\d\d(?:-\d\d)?[.。]?\s?$/;

/** A footnote with a link, emphasis, a title in marks or a year, which says nothing in a sentence of its own. */
function isCitingNote({ text, titles, quotations }: Block): boolean {
  if (endsInDay.test(text)) return true;
  const cites = titles.length > 0 || quotations.length > 0 || /\b(?:1[5-9]|20)\d\d\b|\d{4}年|\uFFFC/.test(text);
  return cites && !isStatement(blankOut(text, 0, [...titles, ...quotations]));
}

export type { Block, List, ReportDate };
