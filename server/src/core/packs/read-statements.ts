import { readEvents } from '../events/event-dates.js';
import { lintReport } from '../lint/lint.js';
import type { Values } from '../messages/message.js';
import { postsOf } from '../people/posts-in-text.js';
import { blockOf, isQuoted, type Report, readReport } from '../report/report.js';
import { readTargetRows } from '../targets/target-rows.js';
import { readTargetStatements } from '../targets/target-statements.js';
import { readTargetValues } from '../targets/target-values.js';
import { overlaps } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, Language, Pack } from '../vocabulary/model.js';
import type { ReportSettings } from '../vocabulary/report-settings.js';
import type { AlteredSentence, CanonicalSentence } from '../wording/canonical-sentence.js';
import { canonicalSentences } from '../wording/canonical-sentences.js';
import { claimsOf, type ListedClaim } from '../wording/listed-claims.js';
import { unboundNumbers, unboundWhy } from '../wording/unbound-numbers.js';

/** What becomes of a plain sentence that states what an entry has on record. */
export interface StatementReading {
  readonly sentence: CanonicalSentence;
  readonly isRead: boolean;
  /** The message that says why it is not read. */
  readonly why?: { readonly messageId: string; readonly values: Values } | undefined;
}

/** The plain sentences of an entry in a language, and what becomes of them when they are altered. */
export interface EntryRecall {
  /** `pack/kind/id`. */
  readonly entry: string;
  readonly language: Language;
  /** How many are read, of how many. */
  readonly read: number;
  readonly stated: number;
  /** How many alterations are found by a right rule, of how many. */
  readonly found: number;
  readonly altered: number;
  readonly missed: readonly AlteredSentence[];
}

/** The plain sentences of an entry, the newest record first, read with the packs that it is checked with. */
export function* readStatements(
  entry: Entry,
  language: Language,
  vocabulary: Vocabulary,
  settings: ReportSettings,
): Iterable<StatementReading> {
  for (const sentence of canonicalSentences(entry, language, vocabulary))
    yield readStatement(sentence, entry, language, vocabulary, settings);
}

function readStatement(
  sentence: CanonicalSentence,
  entry: Entry,
  language: Language,
  vocabulary: Vocabulary,
  settings: ReportSettings,
): StatementReading {
  const report = reportOf(sentence.text, sentence, entry, language, vocabulary, settings);
  const isRead = isReadIn(report, sentence, entry);
  return { sentence, isRead, why: isRead ? undefined : whyUnread(report, sentence, entry) };
}

/** The same, one of each form. */
export function* readForms(
  entry: Entry,
  language: Language,
  vocabulary: Vocabulary,
  settings: ReportSettings,
): Iterable<StatementReading> {
  const forms = new Set<string>();
  for (const sentence of canonicalSentences(entry, language, vocabulary)) {
    const form = `${sentence.kind} ${sentence.form}`;
    if (!forms.has(form)) yield readStatement(sentence, entry, language, vocabulary, settings);
    forms.add(form);
  }
}

/** How many of the mistakes that can be made in the plain sentences of a pack's entries are found. */
export function recallOf(vocabulary: Vocabulary, pack: Pack): readonly EntryRecall[] {
  const settings = settingsOfPack(pack);
  return vocabulary.entries
    .filter((entry) => entry.pack === pack.name)
    .flatMap((entry) =>
      pack.languages.flatMap((language): EntryRecall[] => {
        const readings = [...readForms(entry, language, vocabulary, settings)];
        const altered = readings.flatMap(({ sentence }) =>
          sentence.altered.map((alteration) => ({ sentence, alteration })),
        );
        if (readings.length === 0) return [];
        const missed = altered.filter(({ sentence, alteration: { text, rules } }) => {
          const report = reportOf(text, sentence, entry, language, vocabulary, settings);
          return !lintReport(report).some(({ rule }) => rules.includes(rule));
        });
        return [
          {
            entry: entry.fullName,
            language,
            read: readings.filter(({ isRead }) => isRead).length,
            stated: readings.length,
            found: altered.length - missed.length,
            altered: altered.length,
            missed: missed.map(({ alteration }) => alteration),
          },
        ];
      }),
    );
}

/** A report is read on the last day of which a pack knows anything: all of its records are public on it. */
export function settingsOfPack({ factsAsOf, region, entries }: Pack): ReportSettings {
  const days = entries.flatMap((entry) => {
    if (entry.kind === 'sources') return [entry.date];
    if (entry.kind !== 'metrics') return [];
    return entry.observations.flatMap(({ vintage, period }) => [vintage, lastYearOf(period)]);
  });
  const known = [factsAsOf, ...days].flatMap((day) => (day === undefined ? [] : [`${day}-12-31`.slice(0, 10)]));
  const date = known.sort().at(-1);
  return { ...(date !== undefined && { date }), ...(region !== undefined && { region }) };
}

/** The last year that a period has to do with: 2023 for `2022/23`. */
function lastYearOf(period: string): string | undefined {
  const [, first, end] = /^(\d{4})(?:\/(\d\d)$)?/.exec(period) ?? [];
  if (first === undefined) return undefined;
  return /\/(\d{4})/.exec(period)?.[1] ?? (end === undefined ? first : String(Number(first) + 1));
}

function reportOf(
  text: string,
  { date }: CanonicalSentence,
  { region }: Entry,
  language: Language,
  vocabulary: Vocabulary,
  settings: ReportSettings,
): Report {
  return readReport(text, vocabulary, {
    ...settings,
    language,
    ...(region !== undefined && { region }),
    ...(date !== undefined && { date, isDateTold: true }),
  });
}

function isReadIn(report: Report, { kind, facts }: CanonicalSentence, entry: Entry): boolean {
  switch (kind) {
    case 'figure':
    case 'rank': {
      const held = claimsOf(report, 'en').filter(
        ({ metric, verdict }) => metric === entry.fullName && (verdict === 'holds' || verdict === 'stale'),
      );
      return facts.every(({ span }) => held.some((claim) => overlaps(claim.span, span)));
    }
    case 'target':
      return (
        readTargetValues(report).some(({ holds }) => holds) ||
        readTargetRows(report).some(({ values }) => values.some(({ holds }) => holds)) ||
        readTargetStatements(report).some(({ periods }) => periods.length > 0)
      );
    case 'event':
      return readEvents(report).some(({ dates }) => dates.length > 0);
    case 'post':
      return report.mentions.some((mention) => mention.entry === entry && postsOf(report, mention).length > 0);
  }
}

function whyUnread(report: Report, { kind, facts }: CanonicalSentence, entry: Entry): StatementReading['why'] {
  const because = (messageId: string, values: Values = {}) => ({ messageId, values });
  const own = report.mentions.filter((mention) => mention.entry.fullName === entry.fullName);
  if (own.length === 0) {
    const other = report.mentions.find((mention) => mention.entry.kind === entry.kind) ?? report.mentions[0];
    if (other === undefined) return because('pack.never-read.unnamed');
    return because('pack.never-read.shadowed', { other: other.entry.fullName });
  }
  if (kind !== 'figure' && kind !== 'rank') return because('pack.never-read.unread');
  const isStated = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    facts.some((fact) => overlaps(fact.span, span));
  const isHeld = ({ verdict }: ListedClaim) => verdict === 'holds' || verdict === 'stale';
  const claim = claimsOf(report, 'en').find(
    (each) => isStated(each) && !(each.metric === entry.fullName && isHeld(each)),
  );
  if (claim !== undefined && claim.metric !== entry.fullName)
    return because('pack.never-read.shadowed', { other: claim.metric });
  if (claim !== undefined)
    return because(`pack.never-read.${claim.period === undefined ? 'undated' : claim.verdict}`, {
      period: claim.period ?? '',
    });
  const number = unboundNumbers(report).find(isStated);
  if (own.every((mention) => isQuoted(blockOf(report, mention), mention.at))) return because('pack.never-read.quoted');
  if (kind === 'rank') return because('pack.never-read.unread');
  if (number === undefined) return because('pack.never-read.no-number');
  // "How many cows?"
  if (number.reason === 'no-metric') return because('pack.never-read.cut');
  return unboundWhy(number, report.language);
}
