import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Locale } from '../core/index.js';
import type { Workspace } from '../workspace/workspace.js';
import { problemToDiagnostic } from './to-lsp.js';

/** Keeps the problems of packs and configs shown under their files, and takes them back when they are mended. */
export class Problems {
  #published = new Map<string, string>();

  constructor(private readonly publish: (params: PublishDiagnosticsParams) => void) {}

  /** `workspaces`: all in force. A problem that two of them have is shown once. */
  update(workspaces: readonly Workspace[], locale: Locale): void {
    const byFile = new Map<string, Map<string, Diagnostic>>();
    for (const { problems } of workspaces) {
      for (const problem of problems) {
        const diagnostic = problemToDiagnostic(problem, locale);
        const ofFile = byFile.get(problem.uri) ?? new Map<string, Diagnostic>();
        ofFile.set(JSON.stringify(diagnostic), diagnostic);
        byFile.set(problem.uri, ofFile);
      }
    }
    const published = new Map<string, string>();
    for (const [uri, ofFile] of byFile) {
      const key = [...ofFile.keys()].join('\n');
      published.set(uri, key);
      if (this.#published.get(uri) !== key) this.publish({ uri, diagnostics: [...ofFile.values()] });
    }
    for (const uri of this.#published.keys()) if (!published.has(uri)) this.publish({ uri, diagnostics: [] });
    this.#published = published;
  }
}
