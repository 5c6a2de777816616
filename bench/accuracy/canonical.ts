import {
  type CanonicalSentence,
  canonicalSentences,
  claimsOf,
  type ReportSettings,
  unboundOf,
} from '../../server/src/core/index.js';
import { alarmsIn, foundText, type LineReading, type PackAlone, readLine } from './read-line.js';
import { type Measured, Tally } from './tally.js';

/** (c) Every metric with a record in the plainest sentences of each language: read, silent, and found when altered. */
export function measureCanonical(packs: readonly PackAlone[]): Measured {
  const tally = new Tally('canonical');
  for (const { name: set, vocabulary, settings } of packs) {
    for (const language of [...vocabulary.languages].sort()) {
      for (const metric of vocabulary.ofKind('metrics')) {
        const region = metric.region ?? settings.region;
        const own: ReportSettings = { ...settings, language, ...(region !== undefined && { region }) };
        for (const sentence of canonicalSentences(metric, language, vocabulary)) {
          const { form, text, figures, altered } = sentence;
          const reading = readLine(text, vocabulary, own);
          const id = `${metric.id} ${form}`;
          const read = areHeld(figures, metric.fullName, reading);
          for (const row of ['read', `read: ${form}`]) tally.add(set, row, language, read);
          if (!read) tally.miss({ set, id, text, expected: 'claims that hold', found: claimsText(reading) });
          const alarms = alarmsIn(reading);
          tally.add(set, 'alarms', language, alarms.length > 0);
          if (alarms.length > 0)
            tally.miss({ set, id, text, expected: 'nothing', found: foundText({ findings: alarms }) });
          for (const { alteration, text, rules } of altered) {
            const findings = alarmsIn(readLine(text, vocabulary, own));
            const isRight = findings.some(({ rule }) => rules.includes(rule));
            for (const row of ['found', `found: ${alteration}`]) tally.add(set, row, language, isRight);
            tally.add(set, 'found by any rule', language, findings.length > 0);
            if (!isRight)
              tally.miss({
                set,
                id: `${id} ${alteration}`,
                text,
                expected: rules.join(' or '),
                found: foundText({ findings }),
              });
          }
        }
      }
    }
  }
  return tally.measured;
}

/** Whether each figure of a metric is a claim that the record bears out; without a list of figures, any is. */
export function areHeld(
  figures: CanonicalSentence['figures'] | undefined,
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
