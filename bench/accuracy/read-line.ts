import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEvents } from '../../server/src/core/events/event-dates.js';
import {
  claimsOf,
  type Finding,
  findingMessage,
  lintReport,
  mergePacks,
  problemMessage,
  type Report,
  type ReportSettings,
  readReport,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { postsOf } from '../../server/src/core/people/posts-in-text.js';
import { readTargetRows } from '../../server/src/core/targets/target-rows.js';
import { readTargetStatements } from '../../server/src/core/targets/target-statements.js';
import { readTargetValues } from '../../server/src/core/targets/target-values.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { defaultPackBounds, readPackFolder } from '../../server/src/workspace/read-pack-folder.js';

/** A pack alone, with the day as of which its facts are told. */
export interface PackAlone {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly settings: ReportSettings;
}

/** A pack's folder, read as every host reads it. @throws {Error} with what is left out of it, if anything is */
export async function packAlone(folder: string): Promise<PackAlone> {
  const uri = pathToFileURL(resolve(folder)).toString();
  const { reading, problems: unread } = await readPackFolder(nodeFiles(), uri, defaultPackBounds);
  const problems = [...unread, ...reading.problems].filter(({ severity }) => severity === 'error');
  const { pack } = reading;
  if (pack === undefined || problems.length > 0) {
    const told = problems.map(
      (problem) => `${problem.path}:${problem.range.start.line + 1} ${problemMessage(problem, 'en')}`,
    );
    throw new Error(`${folder} is no pack that can be read\n${told.join('\n')}`);
  }
  const { vocabulary } = mergePacks([pack]);
  return { name: pack.name, vocabulary, settings: settingsOf(pack) };
}

/** The day of reading is the last of which the pack knows anything: all of its records are public on it. */
function settingsOf({ factsAsOf, region, entries }: Vocabulary['packs'][number]): ReportSettings {
  const days = entries.flatMap((entry) =>
    entry.kind === 'sources'
      ? [entry.date]
      : entry.kind === 'metrics'
        ? entry.observations.flatMap(({ vintage, period }) => [
            vintage,
            /\d{4}/.exec(period) ? lastYear(period) : undefined,
          ])
        : [],
  );
  const last = [factsAsOf, ...days].flatMap((day) => (day === undefined ? [] : [wholeDay(day)])).sort();
  const date = last.at(-1) ?? '2024-12-31';
  return { date, ...(region !== undefined && { region }) };
}

const wholeDay = (date: string) => `${date}-12-31`.slice(0, 10);

/** The last year that a period has to do with: 2023 for `2022/23`. */
function lastYear(period: string): string {
  const [, first, end] = /^(\d{4})(?:\/(\d\d)$)?/.exec(period) ?? [];
  const later = /\/(\d{4})/.exec(period)?.[1];
  return later ?? (end === undefined ? (first as string) : String(Number(first) + 1));
}

export interface LineReading {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

export function readLine(text: string, vocabulary: Vocabulary, settings: ReportSettings): LineReading {
  const report = readReport(text, vocabulary, settings);
  return { report, findings: lintReport(report) };
}

/** Rules that hold what is stated against what is on record, or against the rest of the report. */
const ofStatements = /^(?:metric|target|event|person|count|formulation)-/;
/** Asks for a source, whatever is stated. */
const asks = new Set(['metric-unsourced']);

/** The findings that call a statement wrong: error or warning. */
export function alarmsIn({ findings }: LineReading): readonly Finding[] {
  return findings.filter(
    ({ rule, severity }) => ofStatements.test(rule) && !asks.has(rule) && severity !== 'information',
  );
}

/** The rules that a budget of false alarms in whole texts is for; without them no statement is read. */
export const rulesOfClaims = /^(?:metric|target|event|person|quote|summary|task-unsupported)(?:-|$)/;

/** The same of the rules of claims, in a text of which nothing is known to be wrong. */
export function claimAlarmsIn({ findings }: LineReading): readonly Finding[] {
  return findings.filter(
    ({ rule, severity }) => rulesOfClaims.test(rule) && !asks.has(rule) && severity !== 'information',
  );
}

/** What is stated, by the first word of the rule that judges it. */
const readers: Readonly<Record<string, (report: Report) => boolean>> = {
  metric: (report) => claimsOf(report, 'en').some(({ verdict }) => verdict === 'holds' || verdict === 'stale'),
  target: (report) =>
    readTargetValues(report).some(({ holds }) => holds) ||
    readTargetRows(report).some(({ values }) => values.some(({ holds }) => holds)) ||
    readTargetStatements(report).some(({ periods }) => periods.length > 0),
  event: (report) => readEvents(report).some(({ dates, place }) => dates.length > 0 || place !== undefined),
  person: (report) =>
    report.mentions.some((mention) => mention.entry.kind === 'people' && postsOf(report, mention).length > 0),
};

/**
 * Whether what a right line states was read: a figure or a rank that is borne out, a target's value or year, the date or
 * place of an event, a post. Which of these it is, is said by a rule of its kind; without one any will do.
 */
export function isRead({ report }: LineReading, rule?: string): boolean {
  const reader = readers[rule?.split('-')[0] ?? ''];
  return reader === undefined ? Object.values(readers).some((each) => each(report)) : reader(report);
}

/** Whether a rule judges a statement of something on record, as against a word or the members of a set. */
export function isOfRecord(rule: string): boolean {
  return /^(?:metric|target|event|person)-/.test(rule);
}

/** What was found, for a list of misses. */
export function foundText({ findings }: Pick<LineReading, 'findings'>): string {
  if (findings.length === 0) return 'nothing';
  return findings.map((finding) => `${finding.rule}: ${findingMessage(finding, 'en').split('\n')[0]}`).join(' | ');
}

/** A word of English is about 1.6 characters of Chinese. */
export function wordsIn({ report }: Pick<LineReading, 'report'>): number {
  return report.prose.blocks.reduce((sum, { text }) => {
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    return sum + han / 1.6 + (text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0);
  }, 0);
}
