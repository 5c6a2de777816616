import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { claimsOf, type Finding, type ReportSettings } from '../../server/src/core/index.js';
import { alarmsIn, claimAlarmsIn, foundText, type LineReading, packAlone, readLine, wordsIn } from './read-line.js';
import { type Measured, Tally } from './tally.js';

/** A fact of a text that the pack knows, as its author lists it. */
interface Fact {
  /** A file of the folder of texts. */
  readonly text: string;
  /** The words that are altered, as the text has them, and what stands before them there. */
  readonly quote: string;
  readonly before?: string;
  /** `kind/id` of the entry that knows it. */
  readonly entry: string;
  readonly kind: FactKind;
  /** What each alteration puts in place of the quote. */
  readonly wrong: readonly string[];
}

export type FactKind = keyof typeof rightRules;

/**
 * A place of a text that is altered, without a word of it, and what each alteration puts there. Offsets are UTF-16 units of
 * the file, its byte order mark left out.
 */
export interface AlteredPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly entry: string;
  readonly kind: FactKind;
  readonly wrong: readonly string[];
}

/** One alteration of a text. */
interface Alteration extends Omit<AlteredPlace, 'wrong'> {
  readonly replacement: string;
}

/** By what is altered, the rules of which any one is right: a figure with its year changed is another year's figure. */
const rightRules = {
  figure: /^metric-(?:value|unit|period|comparator|confused|points)$/,
  year: /^(?:metric-(?:value|period)|event-date|target-date)$/,
  rank: /^metric-rank$/,
  post: /^person-/,
  event: /^event-date$/,
  target: /^target-/,
  member: /^(?:formulation-|count-mismatch$|task-)/,
} as const;

const right = 'found by the right rule';

/** What is to be altered where a folder has a pack and texts that it knows, and which of the texts. */
export interface AlterationSet {
  /** With `pack/`, and the list of alterations. */
  readonly folder: string;
  readonly texts: string;
  /** The texts of even or of odd years; where names have no year, every second. */
  readonly years?: 'even' | 'odd';
}

/**
 * (d) Official reports with a pack that knows them: what is wrongly flagged in them as they are, and, with one fact altered
 * at a time and the whole text read anew, how many alterations are found.
 */
export async function measureAlterations(
  { folder, texts, years }: AlterationSet,
  progress: (step: string) => void = () => {},
): Promise<Measured> {
  const set = basename(resolve(folder));
  const { vocabulary, settings } = await packAlone(join(folder, 'pack'));
  const tally = new Tally('alterations');
  const places: readonly AlteredPlace[] = JSON.parse(readFileSync(join(folder, list), 'utf8'));
  const all = places.flatMap(({ wrong, ...place }) =>
    wrong.map((replacement): Alteration => ({ ...place, replacement })),
  );
  const files = [...new Set(all.map(({ text }) => text))].filter((_, i, names) => isOf(years, names, i));
  for (const file of files) {
    const text = textOf(join(texts, file));
    const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
    const own: ReportSettings = { ...settings, language };
    const truth = readLine(text, vocabulary, own);
    for (const alarm of claimAlarmsIn(truth)) {
      const { line } = truth.report.lines.positionAt(alarm.span.start);
      tally.miss({
        set,
        id: `${file}:${line + 1}`,
        text: '',
        expected: 'nothing',
        found: foundText({ findings: [alarm] }),
      });
    }
    const add = (what: string, isHit: boolean) => tally.add(set, what, language, isHit);
    tally.count(
      set,
      'false alarms per 1,000 words',
      language,
      alarmsIn(truth).length,
      Math.round(wordsIn(truth)),
      1000,
    );
    for (const what of ['figures read in the true text', right, 'found by any rule'])
      tally.count(set, what, language, 0, 0);
    const altered = all.filter((each) => each.text === file);
    for (const [i, alteration] of altered.entries()) {
      progress(`${file} ${i + 1} of ${altered.length}`);
      const { kind, start, end, replacement, entry } = alteration;
      if (kind === 'figure' && altered.findIndex((each) => each.start === start) === i)
        add('figures read in the true text', holdsAt(truth, alteration));
      const reading = readLine(text.slice(0, start) + replacement + text.slice(end), vocabulary, own);
      const found = newFindings(truth, reading, alteration);
      const isRight = found.some(({ rule }) => rightRules[kind].test(rule));
      for (const row of ['found by the right rule', `found by the right rule: ${kind}`])
        tally.add(set, row, language, isRight);
      add('found by any rule', isRight || alarmsIn({ ...reading, findings: found }).length > 0);
      if (!isRight) {
        const { line } = truth.report.lines.positionAt(start);
        const id = `${file}:${line + 1} ${kind} ${entry}`;
        const shown = `${text.slice(Math.max(0, start - 30), start)}⟦${text.slice(start, end)} → ${replacement}⟧${text.slice(end, end + 20)}`;
        tally.miss({
          set,
          id,
          text: shown.replace(/\s+/g, ' '),
          expected: rightRules[kind].source,
          found: foundText({ findings: found }),
        });
      }
    }
  }
  return tally.measured;
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
}

function isOf(years: 'even' | 'odd' | undefined, names: readonly string[], i: number): boolean {
  if (years === undefined) return true;
  const year = /(?:19|20)\d\d/.exec(names[i] as string)?.[0];
  return (Number(year ?? i) % 2 === 0) === (years === 'even');
}

const list = 'alterations.json';

/**
 * Makes the list of alterations of a folder from the facts that its author has listed.
 * @returns how many there are
 * @throws {Error} for a quotation that its text does not have
 */
export function listAlterations({ folder, texts }: AlterationSet, facts: string): number {
  const made = (parse(readFileSync(facts, 'utf8')) as readonly Fact[]).map((fact) => placeOf(fact, texts));
  made.sort((a, b) => (a.text === b.text ? a.start - b.start : a.text < b.text ? -1 : 1));
  writeFileSync(join(folder, list), `[\n${made.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`);
  return made.reduce((sum, { wrong }) => sum + wrong.length, 0);
}

function placeOf({ text, quote, before = '', entry, kind, wrong }: Fact, texts: string): AlteredPlace {
  const found = textOf(join(texts, text)).indexOf(before + quote);
  if (found < 0) throw new Error(`${text} does not have ${before}${quote}`);
  const start = found + before.length;
  return { text, start, end: start + quote.length, entry, kind, wrong };
}

/** Findings of an altered text that its true text does not have, in the block that was altered. */
function newFindings(
  truth: LineReading,
  altered: LineReading,
  { start, end, replacement }: Alteration,
): readonly Finding[] {
  const shift = replacement.length - (end - start);
  const key = ({ rule, span }: Finding, by: number) => `${rule} ${span.start >= end ? span.start + by : span.start}`;
  const known = new Set(truth.findings.map((finding) => key(finding, shift)));
  const { text } = altered.report;
  const from = text.lastIndexOf('\n\n', start) + 1;
  const next = text.indexOf('\n\n', start);
  const to = next < 0 ? text.length : next;
  return altered.findings.filter(
    (finding) => !known.has(key(finding, 0)) && finding.span.end >= from && finding.span.start <= to,
  );
}

function holdsAt({ report }: LineReading, { start, end }: Alteration): boolean {
  return claimsOf(report, 'en').some(
    ({ span, verdict }) => (verdict === 'holds' || verdict === 'stale') && span.start < end && start < span.end,
  );
}
