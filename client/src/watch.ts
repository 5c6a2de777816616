import { type Disposable, EventEmitter, type LogOutputChannel, l10n, type Uri, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { pingRequest, type Reading, readingNotification, type WatchOptions } from '../../server/src/lsp/protocol.js';
import { SignOfLife } from './sign-of-life.js';

/** A client whose server is a process, where one runs. */
export type WatchedClient = BaseLanguageClient & {
  readonly serverProcess?: { kill(signal: 'SIGKILL'): unknown } | undefined;
};

/**
 * The documents and the folders of packs over which a server was ended: a document is not read until it is closed,
 * either not until the writer restarts the server.
 */
export class LeftAlone {
  readonly #uris = new Map<string, string>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** For `initialize`. */
  get options(): WatchOptions {
    return { leaveAlone: [...this.#uris.values()] };
  }

  has(document: Uri): boolean {
    return this.#uris.has(document.toString());
  }

  /** `written`: as the server has it. */
  add(uri: Uri, written: string): void {
    this.#uris.set(uri.toString(), written);
    this.#changed.fire();
  }

  forget(document: Uri): void {
    if (this.#uris.delete(document.toString())) this.#changed.fire();
  }

  clear(): void {
    this.#uris.clear();
    this.#changed.fire();
  }
}

/** Ends a server that gives no sign of life; its end is then borne as any other, and it is started without what it had in hand. */
export function watchOver(client: WatchedClient, leftAlone: LeftAlone, output: LogOutputChannel): Disposable[] {
  const signs = new SignOfLife({
    ping: () => client.sendRequest(pingRequest),
    silent(written, seconds) {
      const uris = written.map((uri) => client.protocol2CodeConverter.asUri(uri));
      for (const [i, uri] of uris.entries()) leftAlone.add(uri, written[i] as string);
      output.warn(
        uris.length === 0
          ? l10n.t('The server gave no sign of life for {0} seconds and is restarted.', seconds)
          : l10n.t(
              'The server gave no sign of life for {0} seconds over {1}. It is restarted without it.',
              seconds,
              uris.map((uri) => uri.toString(true)).join(', '),
            ),
      );
      client.serverProcess?.kill('SIGKILL');
    },
  });
  const timer = setInterval(() => {
    if (client.isRunning()) signs.tick();
  }, 1000);
  return [
    { dispose: () => clearInterval(timer) },
    client.onNotification(readingNotification, (reading: Reading) => signs.reads(reading)),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) signs.reset();
    }),
    workspace.onDidCloseTextDocument((document) => leftAlone.forget(document.uri)),
  ];
}
