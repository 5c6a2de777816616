// @ts-check
/**
 * A process of one revision. Reads a `Batch` as JSON from standard input and writes an `Answer` to standard output:
 * the CPU time of each stage, and with `rows` as the last argument all that the revision says of each report.
 * Reads them again until so many milliseconds of CPU time have gone into it, with the first reading.
 * Usage: node read.mjs <URL of a built core> <milliseconds> [rows]
 *
 * It stands outside what it measures: it may call only what every revision that is compared has.
 */
import { text } from 'node:stream/consumers';

const [url = '', milliseconds, wanted] = process.argv.slice(2);
/** @type {import('./batch.js').Batch} */
const { vocabularies, reports } = JSON.parse(await text(process.stdin));

let last = process.cpuUsage();
function lap() {
  const { user, system } = process.cpuUsage(last);
  last = process.cpuUsage();
  return (user + system) / 1000;
}

const core = await import(url);
const start = lap();
const merged = vocabularies.map((packs) => {
  const read = packs.map((texts) => core.readPack(new Map(texts)).pack);
  return core.mergePacks(read.filter((pack) => pack !== undefined)).vocabulary;
});
const packs = lap();
const readAll = () => {
  for (const report of reports) {
    try {
      read(report);
    } catch {
      // Told with the rows.
    }
  }
  return lap();
};
const first = readAll();
let again = 0;
let passes = 0;
while (first + again < Number(milliseconds)) {
  again += readAll();
  passes++;
}
const cpu = { start, packs, first, ...(passes > 0 && { again: again / passes }) };
process.stdout.write(JSON.stringify({ cpu, rows: wanted === 'rows' ? reports.map(rowsOf) : [] }));

/** @param {import('./batch.js').BatchReport} report */
function read({ text, vocabulary, settings }) {
  const report = core.readReport(text, merged[vocabulary], settings);
  return { report, findings: core.lintReport(report) };
}

/**
 * @param {import('./batch.js').BatchReport} batchReport
 * @returns {import('./batch.js').Row[]}
 */
function rowsOf(batchReport) {
  try {
    const { report, findings } = read(batchReport);
    const lines = new core.LineMap(report.text);
    /** @param {{start: number, end: number}} span */
    const placeOf = (span) => {
      const { start, end } = lines.rangeOf(span);
      return {
        at: [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
      };
    };
    return [
      ...findings.map((/** @type {any} */ finding) => ({
        ...placeOf(finding.span),
        says: [
          finding.severity,
          `${finding.rule}:`,
          core.findingMessage(finding, 'en'),
          ...(finding.fixes ?? []).map(
            (/** @type {any} */ { safe, edits }) => `[${safe ? 'safe ' : ''}fix ${JSON.stringify(edits)}]`,
          ),
        ].join(' '),
        kind: 'finding',
      })),
      ...report.unread.map((/** @type {any} */ unread) => ({
        ...placeOf(unread.span ?? { start: 0, end: 0 }),
        says: core.unreadMessage(unread, 'en'),
        kind: 'unread',
      })),
      ...core.claimsOf(report, 'en').map((/** @type {any} */ claim) => ({
        ...placeOf(claim.span),
        says: [
          claim.metric,
          JSON.stringify(claim.found),
          `= ${claim.low}…${claim.high}`,
          claim.unit,
          claim.period ?? 'undated',
          claim.region,
          claim.verdict,
          claim.record && `(${claim.record})`,
        ]
          .filter((part) => part !== undefined)
          .join(' '),
        kind: 'claim',
      })),
    ];
  } catch (error) {
    return [{ at: [1, 1, 1, 1], says: `throws ${error}`, kind: 'finding' }];
  }
}
