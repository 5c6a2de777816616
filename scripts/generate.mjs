// What the sources need before they compile: every generator of the tree, in order.
// A generator is a script that writes its `*.generated.*` files beside their readers and prints nothing when all is well.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const generators = ['server/schemas/compile.mjs'];

export function generate() {
  for (const generator of generators) {
    const { status } = spawnSync(process.execPath, [generator], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
