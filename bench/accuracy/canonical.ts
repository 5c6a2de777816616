import {
  type CanonicalSentence,
  canonicalSentences,
  claimsOf,
  type ReportSettings,
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
          const { form, text, altered } = sentence;
          const reading = readLine(text, vocabulary, own);
          const id = `${metric.id} ${form}`;
          const read = areRead(sentence, metric.fullName, reading);
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

function areRead({ figures }: CanonicalSentence, metric: string, { report }: LineReading): boolean {
  const claims = claimsOf(report, 'en').filter(
    (claim) => claim.metric === metric && (claim.verdict === 'holds' || claim.verdict === 'stale'),
  );
  return figures.every(({ span }) =>
    claims.some((claim) => claim.span.start < span.end && span.start < claim.span.end),
  );
}

function claimsText({ report }: LineReading): string {
  const claims = claimsOf(report, 'en');
  if (claims.length === 0) return 'no claim';
  return claims
    .map(({ metric, found, period, verdict }) => `${metric} ${found} ${period ?? 'undated'} ${verdict}`)
    .join(' | ');
}
