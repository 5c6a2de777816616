import { normalizeUri } from './from-lsp.js';
import type { Reading } from './protocol.js';

/** Does something with a document that may last; nothing else is done or answered meanwhile. */
export type WorkOn = <T>(document: string, first: boolean, work: () => T) => T;

/**
 * Tells a client that watches over the server which document it has in hand, so that one that ends a silent server
 * knows which one to leave alone. A client that does not watch is told nothing.
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

  readonly on: WorkOn = (document, first, work) => {
    if (!this.#isWatched) return work();
    this.tell({ uri: document, first });
    try {
      return work();
    } finally {
      this.tell({ first });
    }
  };

  /** Whether the server was ended over this document, and it has not been closed since. */
  leavesAlone(document: string): boolean {
    return this.#leftAlone.has(normalizeUri(document));
  }

  closed(document: string): void {
    this.#leftAlone.delete(normalizeUri(document));
  }
}
