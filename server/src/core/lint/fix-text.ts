import { structureOf } from '../markdown/structure.js';
import type { Finding } from '../report/finding.js';
import { LineMap } from '../text/line-map.js';
import { lowerBound } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { applyEdits, type TextEdit } from '../text/text-edit.js';

/** One replacement that was made. */
export interface Change {
  readonly rule: string;
  /** From 1, in the text as it was when the change was made. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

export interface FixedText {
  readonly text: string;
  readonly changes: readonly Change[];
  /** How many safe fixes were not made, for each would have brought a new finding, changed more than words, or gone on for ever. */
  readonly takenBack: number;
}

/** A fix may bring out what it hid; what is not done by then is never done. */
const mostPasses = 10;
/** How often a text is read before all fixes are taken back: each reading of a long one takes a second. */
const mostReadings = 120;

/**
 * Applies the safe fixes of a text until none is left, and reads the result again: a fix that brings a finding which the
 * text did not have, or changes anything but words that show, is taken back. Fixing the result changes nothing.
 */
export function fixText(original: string, findingsIn: (text: string) => readonly Finding[]): FixedText {
  const lineEnding = original.includes('\r\n') ? '\r\n' : '\n';
  const first = findingsIn(original);
  let readings = 0;
  const judge = (text: string) => {
    if (text === original) return first;
    readings++;
    return findingsIn(text);
  };
  const run = (banned: ReadonlySet<string>, most = Number.POSITIVE_INFINITY) =>
    applyFixes(original, judge, lineEnding, banned, most);
  let structure: readonly string[] | undefined;
  const harmOf = (fixing: Fixing): readonly Span[] | 'somewhere' | undefined => {
    if (fixing.made.length === 0) return undefined;
    if (fixing.unsettled.length > 0) return fixing.unsettled;
    const added = newFindings(original, first, fixing);
    if (added.length > 0) return added.map(({ span }) => span);
    structure ??= structureOf(original);
    const now = structureOf(fixing.text);
    return now.length === structure.length && now.every((each, i) => each === structure?.[i]) ? undefined : 'somewhere';
  };

  const banned = new Set<string>();
  while (readings < mostReadings) {
    const fixing = run(banned);
    const harm = harmOf(fixing);
    if (harm === undefined)
      return { text: fixing.text, changes: fixing.made.map(({ change }) => change), takenBack: fixing.skipped.size };
    const culprits =
      harm === 'somewhere'
        ? []
        : fixing.made.filter(({ spans }) => spans.some((span) => harm.some((other) => touches(span, other))));
    if (culprits.length > 0) for (const { key } of culprits) banned.add(key);
    else banned.add(firstHarmful(fixing.made, (most) => harmOf(run(banned, most)) !== undefined).key);
  }
  return { text: original, changes: [], takenBack: first.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length };
}

/** A fix that was made. */
interface Made {
  /** Tells it from others, in any run over the same text: its rule, place in the original, and words. */
  readonly key: string;
  readonly change: Change;
  /** What it wrote, in the text as it is now. */
  spans: readonly Span[];
}

interface Fixing {
  readonly text: string;
  readonly made: readonly Made[];
  /** The fixes that were banned. */
  readonly skipped: ReadonlySet<string>;
  /** The findings of the text as it is now. */
  readonly findings: readonly Finding[];
  /** Where the last pass still wrote something. */
  readonly unsettled: readonly Span[];
  /** Where an offset of the text as it was stands now. */
  moved(offset: number): number;
}

/** The first `most` safe fixes that are not banned, in passes: of two that overlap, the later waits. */
function applyFixes(
  original: string,
  findingsIn: (text: string) => readonly Finding[],
  lineEnding: string,
  banned: ReadonlySet<string>,
  most: number,
): Fixing {
  const made: Made[] = [];
  const skipped = new Set<string>();
  const passes: Pass[] = [];
  const moved = (offset: number) => passes.reduce((at, pass) => movedBy(pass, at), offset);
  const was = (offset: number) => passes.reduceRight((at, pass) => unmovedBy(pass, at), offset);
  let text = original;
  let findings = findingsIn(text);
  for (let pass = 0; pass < mostPasses; pass++) {
    const lines = new LineMap(text);
    /** By place. */
    const edits: TextEdit[] = [];
    const now: { made: Made; wanted: readonly TextEdit[] }[] = [];
    for (const { rule, fixes } of findings) {
      const wanted = (fixes.find(({ safe }) => safe)?.edits ?? [])
        .map((edit) => ({ span: edit.span, text: edit.text.replace(/\r?\n/g, lineEnding) }))
        .filter(({ span, text: after }) => text.slice(span.start, span.end) !== after);
      const [head] = wanted;
      if (head === undefined) continue;
      const key = [rule, was(head.span.start), text.slice(head.span.start, head.span.end), head.text].join('\u0000');
      if (banned.has(key)) {
        skipped.add(key);
        continue;
      }
      // All edits of a fix or none; what overlaps an earlier fix waits for the next pass.
      if (made.length + now.length >= most || wanted.some(({ span }) => collides(edits, span))) continue;
      for (const edit of wanted) edits.splice(indexFrom(edits, edit.span.start), 0, edit);
      const { line, character } = lines.positionAt(head.span.start);
      const before = text.slice(head.span.start, head.span.end);
      const change = { rule, line: line + 1, column: character + 1, before, after: head.text };
      now.push({ made: { key, change, spans: [] }, wanted });
    }
    if (edits.length === 0) break;
    const done = passOf(edits);
    for (const each of made) {
      each.spans = each.spans.map(({ start, end }) => ({ start: movedBy(done, start), end: movedBy(done, end) }));
    }
    for (const { made: each, wanted } of now) {
      each.spans = wanted.map(({ span, text: after }) => {
        const start = movedBy(done, span.start);
        return { start, end: start + after.length };
      });
      made.push(each);
    }
    passes.push(done);
    text = applyEdits(text, edits);
    findings = findingsIn(text);
    if (pass === mostPasses - 1)
      return { text, made, skipped, findings, unsettled: now.flatMap(({ made: { spans } }) => spans), moved };
  }
  return { text, made, skipped, findings, unsettled: [], moved };
}

/** Of fixes, the first with which harm is done; found by halves. */
function firstHarmful(made: readonly Made[], isHarmful: (most: number) => boolean): Made {
  let low = 1;
  let high = made.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isHarmful(middle)) high = middle;
    else low = middle + 1;
  }
  return made[low - 1] as Made;
}

/** The findings of a fixed text that it had neither at their place nor, of the same entry and words, anywhere. */
function newFindings(
  original: string,
  before: readonly Finding[],
  { text, findings, moved }: Fixing,
): readonly Finding[] {
  const known = new Map<string, number>();
  const count = (key: string, by: number) => known.set(key, (known.get(key) ?? 0) + by);
  const placeKey = ({ rule, entry }: Finding, start: number) => [rule, entry, start].join('\u0000');
  const wordsKey = ({ rule, entry, span }: Finding, of: string) =>
    [rule, entry, of.slice(span.start, Math.min(span.end, span.start + 200)).replace(/\s+/g, ' ')].join('\u0000');
  const byPlace = new Map<string, Finding[]>();
  for (const finding of before) {
    const key = placeKey(finding, moved(finding.span.start));
    const same = byPlace.get(key);
    if (same === undefined) byPlace.set(key, [finding]);
    else same.push(finding);
    count(wordsKey(finding, original), 1);
  }
  const elsewhere = findings.filter((finding) => {
    const same = byPlace.get(placeKey(finding, finding.span.start))?.pop();
    if (same !== undefined) count(wordsKey(same, original), -1);
    return same === undefined;
  });
  return elsewhere.filter((finding) => {
    const key = wordsKey(finding, text);
    count(key, -1);
    return (known.get(key) ?? 0) < 0;
  });
}

/** The edits of a pass, by place and free of collisions, and how far each moves what stands behind it. */
interface Pass {
  readonly edits: readonly TextEdit[];
  readonly shifts: readonly number[];
}

function passOf(edits: readonly TextEdit[]): Pass {
  let shift = 0;
  return {
    edits,
    shifts: edits.map(({ span, text }) => {
      shift += text.length - (span.end - span.start);
      return shift;
    }),
  };
}

/** Where an offset stands after a pass; one inside what was replaced, at its end. */
function movedBy({ edits, shifts }: Pass, offset: number): number {
  const last = indexFrom(edits, offset) - 1;
  const edit = edits[last];
  return edit === undefined ? offset : Math.max(offset, edit.span.end) + (shifts[last] as number);
}

/** Where an offset stood before a pass. */
function unmovedBy({ edits, shifts }: Pass, offset: number): number {
  let low = 0;
  let high = edits.length;
  const startOf = (index: number) => (edits[index] as TextEdit).span.start + (shifts[index - 1] ?? 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  return edit === undefined ? offset : Math.max(edit.span.start, offset - (shifts[low - 1] as number));
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Two edits at one place have no order, so they collide even where both insert. `edits` is sorted and free of collisions. */
function collides(edits: readonly TextEdit[], { start, end }: Span): boolean {
  const index = indexFrom(edits, start);
  const before = edits[index - 1]?.span;
  const after = edits[index]?.span;
  return (
    (before !== undefined && before.end > start) ||
    (after !== undefined && (after.start === start || after.start < end))
  );
}

/** The index of the first edit at or after an offset. */
function indexFrom(edits: readonly TextEdit[], offset: number): number {
  return lowerBound(edits, ({ span }) => span.start, offset);
}
