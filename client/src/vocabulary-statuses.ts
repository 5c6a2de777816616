import { EventEmitter, type Uri } from 'vscode';
import type { VocabularyStatus } from '../../server/src/lsp/protocol.js';

/** What the server last said of each document. Empty while no server runs. */
export class VocabularyStatuses {
  readonly #byUri = new Map<string, VocabularyStatus>();
  readonly #changed = new EventEmitter<void>();

  readonly onDidChange = this.#changed.event;

  of(document: Uri): VocabularyStatus | undefined {
    return this.#byUri.get(document.toString());
  }

  /** @param uri as VS Code writes it, which is not always as the server does */
  set(uri: Uri, status: VocabularyStatus) {
    this.#byUri.set(uri.toString(), status);
    this.#changed.fire();
  }

  forget(document: Uri) {
    this.#byUri.delete(document.toString());
  }

  clear() {
    this.#byUri.clear();
    this.#changed.fire();
  }

  dispose() {
    this.#changed.dispose();
  }
}
