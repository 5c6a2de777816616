import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** It can be called with `new` too. */
function callable() {
  return undefined;
}

/** Whatever is asked of it, it is: a function, an object, a class. */
const anything: object = new Proxy(callable, {
  get: (_, key) =>
    key === 'then' || key === Symbol.iterator ? undefined : key === Symbol.toPrimitive ? () => '' : anything,
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});
const withAnything = (own: object) =>
  new Proxy(own, { get: (target, key) => (key in target ? Reflect.get(target, key) : anything) });

/** The client's own code, with an editor made up around it. */
async function loadClient(vscode: object): Promise<typeof import('../../client/src/client.js')> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'client/src/client.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'vscode-languageclient'],
  });
  const module = { exports: {} };
  const require = createRequire(import.meta.url);
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, (name: string) =>
    name === 'vscode' || name === 'vscode-languageclient' ? vscode : require(name),
  );
  return module.exports as typeof import('../../client/src/client.js');
}

describe('the client in a folder that is not trusted', () => {
  it('tells the server so, and starts it anew once it is trusted', async () => {
    let grant: () => void = assert.fail;
    const workspace = {
      isTrusted: false,
      workspaceFolders: undefined,
      getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }),
      onDidGrantWorkspaceTrust(listener: () => void) {
        grant = listener;
        return { dispose() {} };
      },
    };
    const { activateClient } = await loadClient(withAnything({ workspace: withAnything(workspace) }));
    const done: string[] = [];
    const settled: (() => void)[] = [];
    const context = { subscriptions: [] as { dispose(): unknown }[], extensionUri: anything };
    let runs = false;
    activateClient(context as never, (options) => {
      const { initializationOptions } = options;
      assert.ok(typeof initializationOptions === 'function');
      return withAnything({
        start: async () => {
          runs = true;
          done.push(`start, trusted: ${(initializationOptions() as { trusted: boolean }).trusted}`);
          settled.shift()?.();
        },
        stop: async () => {
          runs = false;
          done.push('stop');
        },
        needsStop: () => runs,
        isRunning: () => false,
      }) as never;
    });
    try {
      const next = () => new Promise<void>((resolve) => settled.push(resolve));
      if (done.length === 0) await next();
      assert.deepEqual(done, ['start, trusted: false']);
      workspace.isTrusted = true;
      const again = next();
      grant();
      await again;
      assert.deepEqual(done, ['start, trusted: false', 'stop', 'start, trusted: true']);
    } finally {
      for (const each of context.subscriptions) each.dispose();
    }
  });
});
