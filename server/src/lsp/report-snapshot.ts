import { type Finding, lintReport, type Report } from '../core/index.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Places } from './to-lsp.js';

/** What is known of one version of a document: read once, for every request on it. */
export class ReportSnapshot {
  #findings: readonly Finding[] | undefined;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly report: Report,
    readonly workspace: Workspace,
    /** Whether it is judged; other Markdown gets completion and hover only. */
    readonly isReport: boolean,
    /** The length of the document's byte order mark. */
    readonly mark: number,
    /** Does something with the report that may last. */
    readonly work: <T>(work: () => T) => T,
    /** Another one whenever text, vocabulary, config, settings, day or the writer's wish differ. */
    readonly resultId: string,
  ) {}

  get places(): Places {
    return { lines: this.report.lines, mark: this.mark };
  }

  /** None for a document that is not judged. */
  get findings(): readonly Finding[] {
    if (!this.isReport) return [];
    this.#findings ??= this.work(() => lintReport(this.report));
    return this.#findings;
  }
}
