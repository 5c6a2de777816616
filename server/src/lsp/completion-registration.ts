import { CompletionRequest, type Connection, type Disposable } from 'vscode-languageserver';
import { completionTriggers } from '../core/index.js';
import type { Workspace } from '../workspace/workspace.js';
import { reportSelector } from './capabilities.js';

/** The characters after which the editor is to ask, of all workspaces in force. */
export function triggersOf(workspaces: readonly Workspace[]): string[] {
  return [...new Set(workspaces.flatMap(({ vocabulary }) => completionTriggers(vocabulary)))].sort();
}

/** Registers completion anew when a vocabulary brings other trigger characters. */
export class CompletionRegistration {
  #registered: Disposable | undefined;
  #triggers: string | undefined;
  #changing: Promise<void> = Promise.resolve();

  constructor(private readonly connection: Connection) {}

  update(workspaces: readonly Workspace[]): Promise<void> {
    const triggerCharacters = triggersOf(workspaces);
    const key = triggerCharacters.join('');
    if (key === this.#triggers) return this.#changing;
    this.#triggers = key;
    const before = this.#changing.catch(() => undefined);
    this.#changing = before.then(async () => {
      const earlier = this.#registered;
      this.#registered = await this.connection.client.register(CompletionRequest.type, {
        documentSelector: reportSelector,
        triggerCharacters,
      });
      // Last, since an editor without a provider closes the list that a writer is looking at.
      earlier?.dispose();
    });
    return this.#changing;
  }
}
