import { languagesOfType } from '../assist/new-report.js';
import { lintReport } from '../lint/lint.js';
import type { Finding } from '../report/finding.js';
import { readReport } from '../report/report.js';
import { trySnippet } from '../snippets/try-snippet.js';
import { isMarkdownScope } from '../vocabulary/code-snippets.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, EntryOf, Example } from '../vocabulary/model.js';
import type { ReportSettings } from '../vocabulary/report-settings.js';
import { hasOwnBodies, tryReportType } from './try-report-type.js';

/** An example of an entry, run, or a snippet put into an empty report. */
export interface ExampleResult {
  /** `pack/kind/id`. */
  readonly entry: string;
  readonly example: Example;
  /**
   * What the pack's author expects: a finding of this entry, or none; of a snippet left as it goes in, findings of what is
   * to be filled alone, and of one that is filled in, none.
   */
  readonly expected: 'flag' | 'allow' | 'untouched' | 'filled';
  readonly passed: boolean;
  /** The findings of this entry on the example; of a snippet, those that should not be. */
  readonly findings: readonly Finding[];
}

/**
 * Runs the examples of a pack's entries against the merged vocabulary. A line to flag passes with at least one finding
 * of its entry, a line to allow with none; snippets are tried in each of their languages. `date` goes for examples without
 * one of their own.
 */
export function testPack(
  vocabulary: Vocabulary,
  pack: string,
  settings: ReportSettings = {},
): readonly ExampleResult[] {
  return vocabulary.entries
    .filter((entry) => entry.pack === pack)
    .flatMap((entry) => [
      ...entry.examples.flag.map((example) => run(entry, example, 'flag', vocabulary, settings)),
      ...entry.examples.allow.map((example) => run(entry, example, 'allow', vocabulary, settings)),
      ...(entry.kind === 'snippets' ? tryInLanguages(entry, vocabulary, settings) : []),
      ...(entry.kind === 'reports' && hasOwnBodies(entry) ? tryNewReports(entry, vocabulary, settings) : []),
    ]);
}

function run(
  entry: Entry,
  example: Example,
  expected: ExampleResult['expected'],
  vocabulary: Vocabulary,
  settings: ReportSettings,
): ExampleResult {
  const { text, location: _, ...own } = example;
  const report = readReport(text, vocabulary, { ...settings, ...own });
  const findings = lintReport(report).filter((finding) => finding.entry === entry.fullName);
  return {
    entry: entry.fullName,
    example,
    expected,
    passed: findings.length > 0 === (expected === 'flag'),
    findings,
  };
}

/** What is found in text that a snippet leaves to fill. */
const reminder = 'placeholder-unfilled';

/** New reports of a type whose pack says what is in them. */
function tryNewReports(
  type: EntryOf<'reports'>,
  vocabulary: Vocabulary,
  settings: ReportSettings,
): readonly ExampleResult[] {
  return languagesOfType(type, vocabulary).flatMap((language) => {
    const { untouched, completed } = tryReportType(type, language, vocabulary, settings);
    return [
      { ...untouched, expected: 'untouched' as const },
      { ...completed, expected: 'filled' as const },
    ].map(({ text, expected, findings }) => ({
      entry: type.fullName,
      example: { text, language, location: type.location },
      expected,
      passed: findings.length === 0,
      findings,
    }));
  });
}

function tryInLanguages(
  snippet: EntryOf<'snippets'>,
  vocabulary: Vocabulary,
  settings: ReportSettings,
): readonly ExampleResult[] {
  if (snippet.scope !== undefined && !isMarkdownScope(snippet.scope)) return [];
  const region = settings.region ?? vocabulary.packs.find(({ name }) => name === snippet.pack)?.region;
  return Object.keys(snippet.body).flatMap((language) => {
    const { untouched, completed } = trySnippet(snippet, language, vocabulary, {
      ...settings,
      ...(region !== undefined && { region }),
    });
    return [
      {
        ...untouched,
        expected: 'untouched' as const,
        findings: untouched.findings.filter(({ rule }) => rule !== reminder),
      },
      { ...completed, expected: 'filled' as const },
    ].map(({ text, expected, findings }) => ({
      entry: snippet.fullName,
      example: { text, language, location: snippet.location },
      expected,
      passed: findings.length === 0,
      findings,
    }));
  });
}
