import type { CheckedFile, ReportedProblem, Summary } from './checked-file.js';

/** Takes the files of a run one at a time, so that a long run holds one file at most. */
export interface Reporter {
  file(file: CheckedFile): Promise<void>;
  end(summary: Summary, problems: readonly ReportedProblem[]): Promise<void>;
}
