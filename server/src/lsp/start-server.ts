import type { Connection } from 'vscode-languageserver';
import type { Runtime } from './runtime.js';
import { Server } from './server.js';

/** Serves one client, over a connection that does not listen yet. */
export function startServer(connection: Connection, runtime: Runtime): void {
  new Server(connection, runtime).listen();
}
