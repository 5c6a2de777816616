import {
  type CanonicalSentence,
  canonicalSentences,
  claimsOf,
  type ReportSettings,
  unboundOf,
} from '../../server/src/core/index.js';
import { alarmsIn, foundText, isRead, type LineReading, type PackAlone, readLine } from './read-line.js';
import { type Measured, Tally } from './tally.js';

/** The first word of the rules that judge a kind of statement. */
const rulesOf = { figure: 'metric', rank: 'metric', target: 'target', post: 'person', event: 'event' } as const;

/** (c) All that a pack has on record in the plainest sentences of each language: read, silent, and found when altered. */
export function measureCanonical(packs: readonly PackAlone[]): Measured {
  const tally = new Tally('canonical');
  for (const { name: set, vocabulary, settings } of packs) {
    for (const language of [...vocabulary.languages].sort()) {
      for (const entry of vocabulary.entries) {
        const region = entry.region ?? settings.region;
        for (const sentence of canonicalSentences(entry, language, vocabulary)) {
          const { kind, form, text, facts, altered, date } = sentence;
          const own: ReportSettings = {
            ...settings,
            language,
            ...(region !== undefined && { region }),
            ...(date !== undefined && { date, isDateTold: true }),
          };
          const reading = readLine(text, vocabulary, own);
          const id = `${entry.id} ${form}`;
          const isClaim = kind === 'figure' || kind === 'rank';
          const read = isClaim ? areHeld(facts, entry.fullName, reading) : isRead(reading, rulesOf[kind]);
          for (const row of [`${kind}s read`, `${kind}s read: ${form}`]) tally.add(set, row, language, read);
          if (!read) tally.miss({ set, id, text, expected: 'read, and borne out', found: claimsText(reading) });
          const alarms = alarmsIn(reading);
          tally.add(set, 'alarms', language, alarms.length > 0);
          if (alarms.length > 0)
            tally.miss({ set, id, text, expected: 'nothing', found: foundText({ findings: alarms }) });
          for (const { alteration, text, rules } of altered) {
            const { findings } = readLine(text, vocabulary, own);
            const isRight = findings.some(({ rule }) => rules.includes(rule));
            for (const row of [`altered ${kind}s found`, `altered ${kind}s found: ${alteration}`])
              tally.add(set, row, language, isRight);
            if (isRight) continue;
            const expected = rules.join(' or ');
            tally.miss({ set, id: `${id} ${alteration}`, text, expected, found: foundText({ findings }) });
          }
        }
      }
    }
  }
  return tally.measured;
}

/** Whether each figure of a metric is a claim that the record bears out; without a list of figures, any is. */
export function areHeld(
  figures: CanonicalSentence['facts'] | undefined,
  metric: string,
  { report }: LineReading,
): boolean {
  const claims = claimsOf(report, 'en').filter(
    (claim) => claim.metric === metric && (claim.verdict === 'holds' || claim.verdict === 'stale'),
  );
  if (figures === undefined) return claims.length > 0;
  return figures.every(({ span }) =>
    claims.some((claim) => claim.span.start < span.end && span.start < claim.span.end),
  );
}

/** What was read instead, or why nothing was. */
export function claimsText({ report }: LineReading): string {
  const claims = claimsOf(report, 'en');
  if (claims.length > 0)
    return claims
      .map(({ metric, found, period, verdict }) => `${metric} ${found} ${period ?? 'undated'} ${verdict}`)
      .join(' | ');
  const reasons = unboundOf(report).map(({ name, reason }) => `${name}: ${reason}`);
  return ['no claim', ...new Set(reasons)].join(' | ');
}
