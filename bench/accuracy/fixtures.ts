import { writtenRecord } from '../../server/src/core/claims/interval.js';
import { quantitiesIn, type ReportSettings } from '../../server/src/core/index.js';
import { allClaims, type Line, languageOf } from '../../test/core/claims.js';
import { contexts, vocabularyOf } from '../../test/core/packs.js';
import { alarmsIn, foundText, isRead, type LineReading, readLine } from './read-line.js';
import { type Measured, Tally } from './tally.js';

const ofStatements = /^(?:metric|target|event|person|count|formulation)-/;
/** Rules for which a right line states what is on record. */
const ofFigures = /^metric-(?:value|unit|period|comparator|confused)$/;

/** (a) The lines that every rule is held to: wrong ones found by their rule, right ones silent, and read. */
export function measureFixtures(): Measured {
  const tally = new Tally('fixtures');
  for (const { pack, examples } of allClaims) {
    for (const { rule, wrong, right, findingsIn } of examples) {
      if (!ofStatements.test(rule)) continue;
      for (const line of wrong) {
        const findings = findingsIn(line);
        const isFound = findings.some((finding) => finding.rule === rule);
        tally.add(pack, 'wrong lines found by their rule', languageOf(line), isFound);
        if (!isFound) tally.miss({ set: pack, ...shown(line), expected: rule, found: foundText({ findings }) });
      }
      for (const line of right) {
        const findings = findingsIn(line);
        const isSilent = findings.every((finding) => finding.rule !== rule);
        tally.add(pack, 'right lines silent', languageOf(line), isSilent);
        if (!isSilent) tally.miss({ set: pack, ...shown(line), expected: 'nothing', found: foundText({ findings }) });
        if (!ofFigures.test(rule)) continue;
        const { text, ...settings }: { text: string } & ReportSettings =
          typeof line === 'string' ? { text: line } : line;
        const reading = readLine(text, vocabularyOf(pack), { ...contexts[pack], ...settings });
        if (alarmsIn(reading).length > 0 || !hasRecordedFigure(reading)) continue;
        const read = isRead(reading, rule);
        tally.add(pack, 'right lines with a record’s figure read', languageOf(line), read);
        if (!read) tally.miss({ set: pack, ...shown(line), expected: 'a claim that holds', found: 'none' });
      }
    }
  }
  return tally.measured;
}

function shown(line: Line): { readonly id: string; readonly text: string } {
  return { id: '', text: typeof line === 'string' ? line : line.text };
}

/** Whether a line has the very figure of a record of a metric that it names. Some of these deny it, or say it of another. */
function hasRecordedFigure({ report }: LineReading): boolean {
  const metrics = report.mentions.flatMap(({ entry }) => (entry.kind === 'metrics' ? [entry] : []));
  const quantities = report.prose.blocks.flatMap((_, i) => quantitiesIn(report, i).quantities);
  return metrics.some(({ measure, observations }) =>
    observations.some((record) =>
      quantities.some(
        ({ value, unit, step }) =>
          (unit ?? measure.unit) === measure.unit &&
          Math.abs(value - record.value) <= Math.max(step, writtenRecord(record).step) / 2,
      ),
    ),
  );
}
