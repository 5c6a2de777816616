import { type Locale, progressText, visible } from '../core/index.js';
import type { DocumentSession } from './documents.js';
import type { PackDocuments } from './pack-documents.js';
import type { VocabularyStatus } from './protocol.js';
import type { DocumentContext } from './workspaces.js';

/** The vocabulary in force for a document, for the client's status item. */
export function statusOf(
  session: DocumentSession,
  context: DocumentContext,
  locale: Locale,
  packDocuments: PackDocuments,
): VocabularyStatus {
  const progress = session.progress && progressText(session.progress, locale);
  const { vocabulary, packFolders, leftAlone, problems, configUri, kept, shippedBeside } = context.workspace;
  return {
    uri: session.document.uri,
    packs: vocabulary.packs.map(({ name, version, title }) => ({
      name,
      version: visible(version),
      title: visible(title[locale] ?? Object.values(title)[0] ?? name),
      folder: packDocuments.uriOf(packFolders.get(name) ?? ''),
    })),
    problems: problems.length,
    kept: [...kept],
    ...(shippedBeside && { shippedBeside }),
    configUri,
    leftAlone,
    isReport: session.isReport(context),
    ...(progress && { progress }),
  };
}

/** Sends a status when it differs from the last one of its document. */
export class StatusSender {
  readonly #sent = new Map<string, string>();

  constructor(private readonly send: (status: VocabularyStatus) => void) {}

  update(status: VocabularyStatus): void {
    const key = JSON.stringify(status);
    if (this.#sent.get(status.uri) === key) return;
    this.#sent.set(status.uri, key);
    this.send(status);
  }

  forget(uri: string): void {
    this.#sent.delete(uri);
  }
}
