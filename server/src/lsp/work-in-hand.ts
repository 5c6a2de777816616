import { normalizeUri } from './from-lsp.js';
import type { Reading } from './protocol.js';

/** Does something with a document, or with the folders of packs, that may last; nothing else is done or answered meanwhile. */
export type WorkOn = <T>(uris: readonly string[], first: boolean, work: () => T) => T;

/**
 * Tells a client that watches over the server which document or packs it has in hand, so that one that ends a silent
 * server knows what to leave alone. A client that does not watch is told nothing.
 */
export class WorkInHand {
  readonly #leftAlone = new Set<string>();
  readonly #isWatched: boolean;

  /** `initializationOptions`: a client that watches sends `leaveAlone`, URIs; none at first. */
  constructor(
    initializationOptions: unknown,
    private readonly tell: (reading: Reading) => void,
  ) {
    const { leaveAlone } = (initializationOptions ?? {}) as { readonly leaveAlone?: unknown };
    this.#isWatched = Array.isArray(leaveAlone);
    if (!Array.isArray(leaveAlone)) return;
    for (const uri of leaveAlone) if (typeof uri === 'string') this.#leftAlone.add(normalizeUri(uri));
  }

  readonly on: WorkOn = (uris, first, work) => {
    if (!this.#isWatched) return work();
    this.tell({ uris, first });
    try {
      return work();
    } finally {
      this.tell({ uris: [], first });
    }
  };

  /** Whether a server was ended over this document, and it has not been closed since; or over this pack's folder. */
  leavesAlone(uri: string): boolean {
    return this.#leftAlone.has(normalizeUri(uri));
  }

  closed(document: string): void {
    this.#leftAlone.delete(normalizeUri(document));
  }
}
