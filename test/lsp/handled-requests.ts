import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = readFileSync(join(import.meta.dirname, '../../server/src/lsp/server.ts'), 'utf8');

/** The methods of LSP that the server answers, as its source has them. */
export const handledRequests: readonly string[] = [
  ...source.matchAll(/#guard\.request\(\s*'((?:textDocument|workspace)\/\w+)'/g),
].map(([, method]) => method as string);
