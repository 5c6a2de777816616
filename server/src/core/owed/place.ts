import { type Block, toSource } from '../markdown/blocks.js';
import type { Section } from '../markdown/sections.js';
import { sectionsAround } from '../markdown/sections.js';
import type { Locale } from '../messages/message.js';
import { datedLike, type Report, readReport } from '../report/report.js';
import { indexHolding } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Language } from '../vocabulary/model.js';
import type { ReportSettings } from '../vocabulary/report-settings.js';

/** The line that a cursor stands in. */
export interface Place {
  readonly report: Report;
  readonly offset: number;
  readonly line: Span;
  /** The line before the cursor, and behind it; of a long one the nearest characters. */
  readonly before: string;
  readonly after: string;
  /** Of the report, or where it has no words yet, one that its packs speak; undefined for a language that none speaks. */
  readonly language: Language | undefined;
}

/** UTF-16 units of a line on either side of the cursor. */
const longest = 400;

export function placeAt(report: Report, offset: number, locale: Locale): Place {
  const { start, end } = report.lines.lineSpan(report.lines.positionAt(offset).line);
  const line = { start, end: start + report.text.slice(start, end).replace(/(?:\r\n|\r|\n)$/, '').length };
  return {
    report,
    offset,
    line,
    before:
      offset - line.start > longest
        ? `…${report.text.slice(offset - longest, offset)}`
        : report.text.slice(line.start, offset),
    after: report.text.slice(offset, Math.min(line.end, offset + longest)),
    language: languageOf(report, locale),
  };
}

function languageOf({ language, vocabulary, unread, frontMatter }: Report, locale: Locale): Language | undefined {
  const { languages } = vocabulary;
  if (languages.has(language)) return language;
  if (frontMatter.language !== undefined || unread.some(({ reason }) => /^foreign/.test(reason))) return undefined;
  return languages.has(locale) ? locale : [...languages][0];
}

/** Stands where words are to go: it is text to Markdown, and no word of any language. */
const mark = '\uE000';

/** A report as it would be with words at a place. */
export interface Reading {
  readonly report: Report;
  readonly block: Block;
  /** Its index. */
  readonly index: number;
  /** The sections that it stands in, the innermost first. */
  readonly around: readonly Section[];
}

/**
 * The report with words in place of a part of the cursor's line, and `lead` before them; undefined where they would be no
 * prose: in code, in an equation, in a comment, in a footnote, or somebody else's words.
 */
export function readingWith({ report, language }: Place, { start, end }: Span, lead = ''): Reading | undefined {
  const reading = reread(report, `${report.text.slice(0, start)}${lead}${mark}${report.text.slice(end)}`, language);
  const offset = start + lead.length;
  const index = reading.prose.blocks.findIndex(({ span }) => span.start <= offset && offset < span.end);
  const block = reading.prose.blocks[index];
  const at = block?.text.indexOf(mark) ?? -1;
  if (block === undefined || at < 0 || block.quoted || block.footnote !== undefined) return undefined;
  if (indexHolding(block.quotations, at) >= 0) return undefined;
  if (toSource(block, { start: at, end: at + 1 }).start !== offset) return undefined;
  return { report: reading, block, index, around: sectionsAround(reading.sections, { start: offset, end: offset }) };
}

/** Another text of a report, held to the same. */
export function reread(report: Report, text: string, language = report.language): Report {
  const { vocabulary, rules, region, type, tasks } = report;
  const settings: ReportSettings = {
    rules,
    ...datedLike(report),
    ...(vocabulary.languages.has(language) && { language }),
    ...(region !== undefined && { region }),
    ...(type !== undefined && { report: type.id }),
    ...(tasks !== undefined && { tasks: tasks.id }),
  };
  return readReport(text, vocabulary, settings, report);
}
