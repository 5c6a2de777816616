import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { startNode, usageOf } from './measured-process.mjs';

// What VS Code says that it can, as far as the server asks.
const capabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    completion: { dynamicRegistration: true },
    definition: { linkSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
  },
};

const serverCancelled = -32802;

/** An editor with one report open, talking to a server of its own over stdio. */
export class EditorSession {
  #places;
  #server;
  #ended;
  #connection;
  #uri;
  #version = 1;
  #resultId;

  /**
   * Starts the server and opens a report.
   * @param {import('./reports.mjs').Report} report
   * @returns {Promise<{ session: EditorSession, milliseconds: number, diagnostics: number }>} from the start of the
   *   process to the first diagnostics
   */
  static async start(places, report) {
    const start = performance.now();
    const session = new EditorSession(places, report);
    await session.#open(report.text);
    const diagnostics = await session.#pull();
    return { session, milliseconds: performance.now() - start, diagnostics };
  }

  constructor(places, report) {
    this.#places = places;
    this.#uri = pathToFileURL(join(places.reports, report.path)).href;
    this.#server = startNode(places.languageServer, ['--stdio'], {
      cwd: places.reports,
      usageFile: places.usage,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#ended = new Promise((resolve) => this.#server.on('close', resolve));
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#server.stdout),
      new StreamMessageWriter(this.#server.stdin),
    );
    this.#connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('client/unregisterCapability', () => null);
    this.#connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.#connection.listen();
  }

  /**
   * Types one character.
   * @param {{ line: number, character: number }} position
   * @returns {Promise<number>} milliseconds from sending the change to the diagnostics of the changed text
   */
  async type(position, character) {
    const start = performance.now();
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [{ range: { start: position, end: position }, text: character }],
    });
    await this.#pull();
    return performance.now() - start;
  }

  /** Ends the server. @returns {Promise<{ cpu: number, memory: number }>} what it used */
  async end() {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await this.#ended;
    this.#connection.dispose();
    return usageOf(this.#places.usage);
  }

  async #open(text) {
    const folder = pathToFileURL(this.#places.reports).href;
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'reports' }],
      capabilities,
    });
    await this.#connection.sendNotification('initialized', {});
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId: 'markdown', version: this.#version, text },
    });
  }

  /** Asks for diagnostics as an editor does: again when the server says that the text has changed meanwhile. */
  async #pull() {
    for (;;) {
      try {
        const report = await this.#connection.sendRequest('textDocument/diagnostic', {
          textDocument: { uri: this.#uri },
          ...(this.#resultId !== undefined && { previousResultId: this.#resultId }),
        });
        this.#resultId = report.resultId;
        return report.items?.length ?? 0;
      } catch (error) {
        if (error.code !== serverCancelled || error.data?.retriggerRequest === false) throw error;
      }
    }
  }
}

/** @returns {{ line: number, character: number }} from 0 */
export function positionAt(text, offset) {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1).length };
}
