import { type CompletionList, type CompletionParams, CompletionTriggerKind } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { type Completion, completionsAt, type Locale } from '../core/index.js';
import type { ClientFeatures } from './client-features.js';
import type { Documents } from './documents.js';
import { positionToOffset } from './from-lsp.js';
import { completionToItem } from './to-lsp.js';

const ofReports: ReadonlySet<Completion['kind']> = new Set<Completion['kind']>(['reports', 'snippets', 'key', 'value']);

/** Answers `textDocument/completion`. */
export async function completion(
  documents: Documents,
  { textDocument: { uri }, position, context }: CompletionParams,
  locale: Locale,
  features: ClientFeatures,
): Promise<CompletionList | null> {
  const snapshot = await documents.snapshotAsAsked(uri);
  if (snapshot === undefined) return null;
  const { places, report } = snapshot;
  const trigger = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? 'typed' : 'invoked';
  const completions = snapshot
    .work(() => completionsAt(report, positionToOffset(places, position), locale, trigger, URI.parse(uri).path))
    // Nobody who writes another file is offered a report, the keys of one or a snippet unasked.
    .filter(({ kind }) => !ofReports.has(kind) || trigger === 'invoked' || snapshot.isReport);
  // Asked again with every character: a form of several words, or of Han, is no word to the editor's own filter.
  return { isIncomplete: true, items: completions.map((item, rank) => completionToItem(places, item, rank, features)) };
}
