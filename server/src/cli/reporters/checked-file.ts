import {
  citationIn,
  type Finding,
  findingBasis,
  findingDetails,
  findingNotes,
  findingReason,
  findingVerdict,
  fixTitle,
  type LineMap,
  type Locale,
  type PlainValue,
  type Severity,
  valuesIn,
} from '../../core/index.js';

/** A place in a text: line and column from 1, offset from 0, columns and offsets in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** A finding as `--format json` writes it, but for `notes`, which people read. */
export interface CheckedFinding {
  readonly rule: string;
  readonly messageId: string;
  readonly values: Readonly<Record<string, PlainValue>>;
  readonly severity: Severity;
  /** The verdict, on one line. */
  readonly message: string;
  /** What the message says beyond it, a sentence each: what was expected, and the way out. */
  readonly details: readonly string[];
  /** Why, in the words of the pack. */
  readonly reason: string | null;
  /** Details, reason and basis, a line each. */
  readonly notes: readonly string[];
  readonly range: PlaceRange;
  /** Further places that it speaks of. */
  readonly related: readonly PlaceRange[];
  readonly entry: string | null;
  readonly basis: readonly CheckedCitation[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  }[];
}

export interface CheckedCitation {
  readonly source: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly at: string | null;
}

/** Why a file, or a part of it, was not read; without a range, the whole of it. JSON does without `why`. */
export interface CheckedUnread {
  readonly range: PlaceRange | null;
  readonly reason: string;
  /** "Not read: an equation that never closes." */
  readonly message: string;
  /** "an equation that never closes" */
  readonly why: string;
}

/** What is wrong with a pack, a config or a path. */
export interface ReportedProblem {
  readonly path: string;
  readonly severity: Severity;
  readonly message: string;
  /** From 1; none where the file as a whole is meant. */
  readonly line?: number;
  readonly column?: number;
}

/** One file of a run, as every reporter takes it. */
export interface CheckedFile {
  /** With `/`, relative to the working directory where below it. */
  readonly path: string;
  readonly findings: readonly CheckedFinding[];
  readonly unread: readonly CheckedUnread[];
  /** Nothing of it was read. */
  readonly leftAlone: boolean;
}

export interface Summary {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  /** Files and parts of files. */
  readonly unread: number;
}

/** The range of a span, `start` and `end` being UTF-16 offsets. */
export function placeRange(span: { readonly start: number; readonly end: number }, lines: LineMap): PlaceRange {
  const place = (offset: number): Place => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1, offset };
  };
  return { start: place(span.start), end: place(span.end) };
}

export function checkedFinding(finding: Finding, lines: LineMap, locale: Locale): CheckedFinding {
  const basis = findingBasis(finding, locale);
  return {
    rule: finding.rule,
    messageId: finding.messageId,
    values: valuesIn(finding.values, locale),
    severity: finding.severity,
    message: findingVerdict(finding, locale),
    details: findingDetails(finding, locale),
    reason: findingReason(finding, locale) ?? null,
    notes: [...findingNotes(finding, locale), ...(basis === undefined ? [] : [basis])],
    range: placeRange(finding.span, lines),
    related: finding.related.map((span) => placeRange(span, lines)),
    entry: finding.entry ?? null,
    basis: finding.basis
      .map((source) => citationIn(source, locale))
      .map(({ source, title, publisher, date, url, at }) => ({
        source,
        title,
        publisher: publisher ?? null,
        date: date ?? null,
        url: url ?? null,
        at: at ?? null,
      })),
    fixes: finding.fixes.map((fix) => ({
      title: fixTitle(fix, locale),
      safe: fix.safe,
      edits: fix.edits.map(({ span, text }) => ({ start: span.start, end: span.end, text })),
    })),
  };
}
