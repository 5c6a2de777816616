import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../workspace/node-files.js';
import { rulePages, shippedPacks } from '../workspace/shipped-folders.js';
import { today } from '../workspace/today.js';
import { FrameCheck } from './frame-check.js';
import { startServer } from './start-server.js';

// Reads from the command line how the client talks: --stdio, --node-ipc, --socket or --pipe.
const connection = createConnection(ProposedFeatures.all);

// A writer's editor is better off with a server that has logged an error than with none.
process.on('uncaughtException', (error) => connection.console.error(`uncaught: ${error.stack ?? error.message}`));
process.on('unhandledRejection', (reason) => connection.console.error(`unhandled: ${String(reason)}`));
process.on('disconnect', () => process.exit());

startServer(connection, { files: nodeFiles(), shippedPacks: shippedPacks(), rulePages: rulePages(), today });

// A client starts a server anew that has ended with 1; one that no longer follows it would leave it waiting.
if (process.argv.includes('--stdio')) {
  const frames = new FrameCheck();
  process.stdin.on('data', (chunk: Buffer) => {
    if (frames.accepts(chunk)) return;
    process.stderr.write(
      'plumbline: this is no frame of LSP: a header is Content-Length: <bytes>, then an empty line\n',
    );
    process.exit(1);
  });
}
