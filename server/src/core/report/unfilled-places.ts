import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords } from '../language/words/words.js';
import { sentenceAt, sentencesIn } from '../markdown/block-sentences.js';
import { type Block, type BlockContent, onceABlockWith, rowWith, tableAt, toSource } from '../markdown/blocks.js';
import { sectionsAround } from '../markdown/sections.js';
import { once } from '../text/once.js';
import { lastStartingBy, lowerBound, startingIn } from '../text/ordered-spans.js';
import { contains, type Span } from '../text/span.js';
import type { Facts } from './facts.js';
import { isPlaceholderTag, isVariable, placeholdersIn } from './placeholders.js';
import { isQuoted, type Report } from './report.js';

/** Whether a bracket is for the reader to fill: "You can have parcels sent to [your name], Quay 5". */
function isReaders(block: BlockContent, { found, at }: Placeholder, language: string): boolean {
  const sentence = addresses(found, language) ? sentenceAt(block, at.start) : undefined;
  if (sentence === undefined || sentence.isEndless) return false;
  return addresses(block.text.slice(sentence.start, at.start) + block.text.slice(at.end, sentence.end), language);
}

/** Whether it is a key of the keyboard: "press [enter] or [esc]". */
function isKey({ text }: BlockContent, { at }: Placeholder, language: string): boolean {
  const before = text.slice(Math.max(0, at.start - 20), at.start).replace(/\[\w+\]\s+\w+\s+$/, '');
  return /\s$/.test(before) && wordsOf(before, language).last('presses') !== undefined;
}

const wordsOf = (text: string, language: string) => readWords(text, sentenceLanguage(text, language));
const addresses = (text: string, language: string) => wordsOf(text, language).says('addresses');
const isForm = (text: string, language: string) => wordsOf(text, language).says('form', 'template');

/** Whether a block is called a form. */
const namesForm = onceABlockWith(({ text }, { language }: Facts) => isForm(text, language));

/** Whether a paragraph says that what follows is a form to fill in: "You can use this template", 请参照以下模板. */
const announcesForm = onceABlockWith((block, facts: Facts): boolean => {
  if (block.kind !== 'paragraph' || block.quoted || !namesForm(block, facts)) return false;
  return sentencesIn(block).some(({ start, end, isEndless }) => {
    if (isEndless) return false;
    const sentence = block.text.slice(start, end);
    const words = wordsOf(sentence, facts.language);
    const template = words.of('template').at(-1);
    if (template === undefined) return false;
    const first = words.after(sentence.search(/\w/), 'adapts');
    return first !== undefined || words.of('addresses', 'permits').some(({ start }) => start < template.start);
  });
});

type Placeholder = ReturnType<typeof placeholdersIn>[number];

/** The places of a block that may be left to fill, and whether what stands there is an example. */
const placeholdersOf = onceABlockWith((block, { language }: Facts) => {
  const places = placeholdersIn(block.text, language).filter((place) => {
    const { found, at } = place;
    // "the change [to electric cranes]" inside a quotation is the quoting writer's; a “TBD” in marks is spoken of.
    if (/^(?:\[|TB|TODO|FIXME)/.test(found) && isQuoted(block, at)) return false;
    return !found.startsWith('[') || !(isReaders(block, place, language) || isKey(block, place, language));
  });
  const examples = places.length === 0 ? undefined : wordsOf(block.text, language).of('forExample')[0]?.start;
  return places.map((place) => ({ ...place, isExample: examples !== undefined && examples < place.at.start }));
});

/** Where in the report's text forms stand that are to stay unfilled, in order, no two over one another. */
function formsIn(report: Report): readonly Span[] {
  const { prose, sections, text, frontMatter, facts } = report;
  if (isForm(frontMatter.title ?? '', facts.language)) return [{ start: 0, end: text.length }];
  const forms = sections.flatMap(({ heading, span }) =>
    namesForm(prose.blocks[heading] as Block, facts) ? [span] : [],
  );
  for (const block of prose.blocks) {
    if (announcesForm(block, facts))
      forms.push({
        start: block.span.end,
        end: sectionsAround(sections, block.span)[0]?.span.end ?? text.length,
      });
  }
  const apart: Span[] = [];
  for (const form of forms.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || last.end <= form.start) apart.push(form);
    else if (last.end < form.end) apart[apart.length - 1] = { start: last.start, end: form.end };
  }
  return apart;
}

/** The labels of definitions whose address the parser does not take for one: `[label]: {% link page.md %}`. */
function labelsOf(report: Report): ReadonlySet<string> {
  return new Set(
    [...report.text.matchAll(/^ {0,3}\[([^[\]\n]{1,200})\]:/gm)].map(([, label = '']) => label.trim().toLowerCase()),
  );
}

/** A place that was left to fill. */
export interface UnfilledPlace {
  /** As a reader sees it. */
  readonly found: string;
  /** Place in the report. */
  readonly span: Span;
}

/** The places of a report that were left to fill, in order; of filler text the first. Read once. */
export const readUnfilledPlaces = once((report: Report): readonly UnfilledPlace[] =>
  [...findPlaces(report)].sort((a, b) => a.span.start - b.span.start),
);

/** For spans, the paragraphs, headings and rows of tables that hold them, as indexes of their blocks. */
export function blocksHolding({ prose }: Report, spans: readonly Span[]): ReadonlySet<number> {
  const { blocks } = prose;
  const held = new Set<number>();
  for (const { start } of spans) {
    const index = lastStartingBy(blocks, ({ span }) => span.start, start);
    const block = blocks[index];
    if (block === undefined || block.span.end <= start) continue;
    const table = block.kind === 'cell' ? tableAt(prose, block.span) : undefined;
    for (const each of (table && rowWith(table, index)) ?? [index]) held.add(each);
  }
  return held;
}

/** Whether a stretch of the report says anything: a paragraph without a place left to fill, or a row below a table's head. */
export function hasOwnText(report: Report, within: Span): boolean {
  const { blocks, tables } = report.prose;
  const places = startingIn(readUnfilledPlaces(report), ({ span }) => span.start, within);
  const unfilled = blocksHolding(
    report,
    places.map(({ span }) => span),
  );
  const heads = new Set(tables.flatMap(({ rows }) => rows[0] ?? []));
  const first = lowerBound(blocks, ({ span }) => span.start, within.start);
  for (let index = first; index < blocks.length; index++) {
    const { kind, text, span } = blocks[index] as Block;
    if (span.start >= within.end) return false;
    if (kind !== 'heading' && !heads.has(index) && !unfilled.has(index) && /[\p{L}\p{N}]/u.test(text)) return true;
  }
  return false;
}

function* findPlaces(report: Report): Iterable<UnfilledPlace> {
  const { prose, text: source, language, facts } = report;
  for (const { value, span } of prose.html) if (isPlaceholderTag(value, language)) yield { found: value, span };
  let forms: readonly Span[] | undefined;
  let labels: ReadonlySet<string> | undefined;
  let hasFiller = false;
  for (const block of prose.blocks) {
    // {{name}} shows as what a program puts there, where one does.
    // A block that is nothing else is a part that is put in, as an include is.
    const isPart = block.text.trim() === '\uFFFC';
    for (const { index } of prose.isTemplate || isPart ? [] : block.text.matchAll(/\uFFFC/g)) {
      const span = toSource(block, { start: index, end: index + 1 });
      const found = source.slice(span.start, span.end);
      if (isVariable(found)) yield { found, span };
    }
    let end = -1;
    for (const { found, at, isFiller, isExample } of placeholdersOf(block, facts)) {
      if (at.start < end || (isFiller && hasFiller)) continue;
      const isBracket = found.startsWith('[');
      const span = toSource(block, at);
      labels ??= labelsOf(report);
      if (isBracket && labels.has(found.slice(1, -1).trim().toLowerCase())) continue;
      forms ??= formsIn(report);
      const form = forms[lastStartingBy(forms, ({ start }) => start, span.start)];
      if (!isFiller && (isExample || (form !== undefined && contains(form, span)))) continue;
      hasFiller ||= isFiller;
      end = at.end;
      yield { found, span };
    }
  }
}
