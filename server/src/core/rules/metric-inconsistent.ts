import type { Claim } from '../claims/claim.js';
import { type Interval, intersects } from '../claims/interval.js';
import { readUnknownSubjectClaims } from '../claims/unknown-subject-claims.js';
import { readUnknownSubjectTableClaims } from '../claims/unknown-subject-table-claims.js';
import { isFoundWrong, readVerdicts } from '../claims/verdicts.js';
import { sentenceLanguage } from '../language/sentence-language.js';
import { says } from '../language/words/words.js';
import type { Report } from '../report/report.js';
import { isOfAnotherMake } from '../sentences/another-make.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import { shownAmount } from '../wording/shown-value.js';
import type { ReportRule } from './rule.js';

/** Different values of one thing that are kept to compare with, so that a long table stays linear. */
const mostKept = 16;

/** The heading over each block, where it names a part: what has no entry is another thing under each. */
function partsOf({ prose: { blocks }, language }: Report): readonly (string | undefined)[] {
  let part: string | undefined;
  return blocks.map(({ kind, text }) => {
    if (kind === 'heading') part = says(text, sentenceLanguage(text, language), 'wholeReport') ? undefined : text;
    return part;
  });
}

const inWords = ({ value, step, unit, language }: Claim) => shownAmount(value, step, unit, language);

const isSame = (a: Interval, b: Interval) => a.low === b.low && a.high === b.high;

/** Two values that cannot both hold for one subject, period and region of one report, whether a pack knows it or not. */
export const metricInconsistent: ReportRule<undefined> = {
  id: 'metric-inconsistent',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const first = new Map<string, Claim[]>();
    const unknownSubject = readUnknownSubjectClaims(report);
    // Of a value that is called wrong its own rule speaks, and the other may well be the right one.
    const unjudged = readVerdicts(report).filter((judged) => !isFoundWrong(judged, report));
    const held = new Set(unjudged.flatMap(({ claim, verdict }) => (verdict.verdict === 'holds' ? [claim] : [])));
    const claims = [
      ...unjudged.map(({ claim }) => claim),
      ...unknownSubject,
      ...readUnknownSubjectTableClaims(report, unknownSubject),
    ].sort((a, b) => a.span.start - b.span.start);
    const parts = partsOf(report);
    const isOtherPart = (a: Claim, b: Claim) =>
      a.metric === undefined &&
      parts[a.block] !== undefined &&
      parts[b.block] !== undefined &&
      parts[a.block] !== parts[b.block];
    for (const claim of claims) {
      const { block, sentence } = claim;
      const words = report.prose.blocks[block]?.text.slice(sentence.start, sentence.end) ?? '';
      if (claim.period === undefined || isOfAnotherMake(words, claim.language)) continue;
      const key = [claim.subject, claim.period, claim.unit, claim.quantity.per].join('\u0000');
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, [claim]);
        continue;
      }
      const other = earlier.find(
        (each) =>
          !intersects(each.interval, claim.interval) &&
          !isOtherPart(each, claim) &&
          !(held.has(each) && held.has(claim)),
      );
      if (earlier.length < mostKept && !earlier.some(({ interval }) => isSame(interval, claim.interval)))
        earlier.push(claim);
      if (other === undefined) continue;
      const text = ({ block, at }: Claim) => (report.prose.blocks[block]?.text ?? '').slice(at.start, at.end);
      // The cells of two tables may have the same digits, and units in their headers.
      const isAlike = text(claim) === text(other);
      const line = report.lines.positionAt(other.span.start).line + 1;
      yield {
        messageId: 'metric-inconsistent',
        values: {
          found: isAlike ? inWords(claim) : text(claim),
          other: isAlike ? inWords(other) : text(other),
          metric: claim.metric === undefined ? claim.subject : namesOf([claim.metric]),
          period: claim.period,
          line: String(line),
        },
        span: claim.span,
        related: [other.span],
        ...(claim.metric !== undefined && { entry: claim.metric, basis: [] }),
        detail: undefined,
      };
    }
  },
};
