import { lintReport } from '../lint/lint.js';
import type { Finding } from '../report/finding.js';
import { type Report, readReport } from '../report/report.js';
import { readUnfilledPlaces } from '../report/unfilled-places.js';
import { overlapping } from '../text/ordered-spans.js';
import { contains, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Language } from '../vocabulary/model.js';
import type { ReportSettings } from '../vocabulary/report-settings.js';
import { type FilledSnippet, fillSnippet } from './fill-snippet.js';
import type { SnippetPart } from './snippet-body.js';
import { readSnippetBody } from './snippet-body.js';
import { plainSnippetText } from './write-snippet.js';

/** A snippet as it goes into an empty report of its type. */
export interface TriedSnippet {
  readonly filled: FilledSnippet;
  /** As it goes in, with its footnotes. */
  readonly untouched: Trial;
  /** With words in every place to fill. */
  readonly completed: Trial;
  /** The placeholders that nobody would be reminded of. */
  readonly unseen: readonly string[];
}

interface Trial {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * Puts the body of a snippet in a language into an empty report and judges what is there then. `settings`: the day and
 * the region as of which.
 */
export function trySnippet(
  snippet: EntryOf<'snippets'>,
  language: Language,
  vocabulary: Vocabulary,
  settings: ReportSettings,
): TriedSnippet {
  const [report] = snippet.report;
  const into = readReport('', vocabulary, { ...settings, language, ...(report !== undefined && { report }) });
  const { parts } = readSnippetBody(snippet.body[language] ?? '');
  const filled = fillSnippet(parts, { report: into, language, pack: snippet.pack });
  const notes = filled.edits.map(({ text }) => `\n\n${text}`).join('');
  // A fragment is none of a report of the type, which asks for all of its sections.
  const reading = (text: string) => readReport(text, vocabulary, { ...settings, language });
  const judged = (text: string): Trial => ({ text, findings: lintReport(reading(text)) });
  const untouched = plainSnippetText(filled.parts);
  const completed = plainSnippetText(filled.parts.map((part) => withWords(part, language)));
  return {
    filled,
    untouched: judged(untouched + notes),
    completed: judged(completed + notes),
    unseen: unseenIn(filled.parts, reading(untouched)),
  };
}

/** What a writer may put into a place to fill: words that say nothing. */
export function withWords(part: SnippetPart, language: Language): SnippetPart {
  if (part.kind === 'text' || part.kind === 'choice') return part;
  if (part.kind === 'variable') {
    return part.inner === undefined ? part : { ...part, inner: part.inner.map((each) => withWords(each, language)) };
  }
  if (part.inner.length === 0) return part;
  return { ...part, inner: [{ kind: 'text', text: language === 'zh' ? '如此' : 'so', span: part.span }] };
}

/** The texts of placeholders that hold no place that is left to fill. */
function unseenIn(parts: readonly SnippetPart[], report: Report): readonly string[] {
  const places = readUnfilledPlaces(report).map(({ span }) => span);
  const unseen = new Set<string>();
  const words = new Map<number, string>();
  let at = 0;
  for (const part of parts) {
    const own = plainSnippetText([part]);
    const isStop = part.kind === 'stop';
    // A stop without words repeats another.
    const text = isStop && own === '' ? (words.get(part.index) ?? '') : own;
    if (isStop && own !== '') {
      words.set(part.index, own);
      const span: Span = { start: at, end: at + own.length };
      const isSeen = overlapping(places, (place) => place, span).some(
        (place) => contains(span, place) || contains(place, span),
      );
      // Where it repeats one behind it, the places are others than they seem.
      if (!isSeen && report.text.slice(span.start, span.end) === own) unseen.add(own);
    }
    at += text.length;
  }
  return [...unseen];
}
