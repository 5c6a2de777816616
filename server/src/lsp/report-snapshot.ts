import {
  type Finding,
  fixText,
  type LintOptions,
  lintReport,
  type Progress,
  progressOf,
  type Report,
  type Span,
  type Unread,
  unreadToTell,
} from '../core/index.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Places } from './to-lsp.js';

/** What is known of one version of a document: read once, for every request on it. */
export class ReportSnapshot {
  #findings: readonly Finding[] | undefined;
  #progress: Progress | undefined;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly report: Report,
    readonly workspace: Workspace,
    /** Whether it is judged; other Markdown gets completion and hover only. */
    readonly isReport: boolean,
    /** The length of the document's byte order mark. */
    readonly mark: number,
    /** What the last edit wrote, in the document. */
    private readonly edited: Span | undefined,
    /** Does something with the report that may last. */
    readonly work: <T>(work: () => T) => T,
    /** Reads another text as this one was read. */
    private readonly read: (text: string) => Report,
    /** Another one whenever text, its last edit, vocabulary, config, settings, day or the writer's wish differ. */
    readonly resultId: string,
  ) {}

  get places(): Places {
    return { lines: this.report.lines, mark: this.mark };
  }

  /** None for a document that is not judged. */
  get findings(): readonly Finding[] {
    if (!this.isReport) return [];
    this.#findings ??= this.work(() => lintReport(this.report, this.#options));
    return this.#findings;
  }

  /** The report with every safe fix made, or those of one rule. */
  fixed(rule?: string): string {
    const findingsIn = (text: string) => {
      const findings = lintReport(text === this.report.text ? this.report : this.read(text));
      return rule === undefined
        ? findings
        : findings.map((finding) => (finding.rule === rule ? finding : { ...finding, fixes: [] }));
    };
    return this.isReport ? this.work(() => fixText(this.report.text, findingsIn).text) : this.report.text;
  }

  /** The parts that were not read, but for what is being typed. */
  get unread(): readonly Unread[] {
    return unreadToTell(this.report, this.#options);
  }

  /** Whether a finding or a part that was not read is held back, for it is being typed. */
  get holdsBack(): boolean {
    if (!this.isReport || this.edited === undefined) return false;
    const { findings, unread, report } = this;
    return unread.length < report.unread.length || findings.length < this.work(() => lintReport(report)).length;
  }

  /** How far the report is; of a document that is not judged, nothing is said. */
  get progress(): Progress | undefined {
    if (!this.isReport) return undefined;
    this.#progress ??= this.work(() => progressOf(this.report));
    return this.#progress;
  }

  get #options(): LintOptions {
    const { edited, mark } = this;
    return edited === undefined ? {} : { edited: { start: edited.start - mark, end: edited.end - mark } };
  }
}
