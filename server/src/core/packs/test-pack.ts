import { lintReport } from '../lint/lint.js';
import type { Finding } from '../report/finding.js';
import { readReport } from '../report/report.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, Example } from '../vocabulary/model.js';
import type { ReportSettings } from '../vocabulary/report-settings.js';

/** An example of an entry, run. */
export interface ExampleResult {
  /** `pack/kind/id`. */
  readonly entry: string;
  readonly example: Example;
  /** What the pack's author expects: a finding of this entry, or none. */
  readonly expected: 'flag' | 'allow';
  readonly passed: boolean;
  /** The findings of this entry on the example. */
  readonly findings: readonly Finding[];
}

/**
 * Runs the examples of a pack's entries against the merged vocabulary. A line to flag passes with at least one finding
 * of its entry, a line to allow with none. `date` goes for examples without one of their own.
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
