// npm run build: generate, check types, bundle, and lay the data beside the bundles.
//
//   server/dist/   what the npm package ships: cli, lsp, index (the façade) and remark, with their shared chunks,
//                  types/, packs/, schemas/ and rules/ (the page of each rule)
//   dist/client.js the extension's client
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generate } from './scripts/generate.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
process.chdir(root);

/** The bundles of the server, by name: the file that each starts from. */
const serverEntries = {
  cli: 'server/src/cli/main.ts',
  lsp: 'server/src/lsp/main.ts',
  index: 'server/src/core/index.ts',
  remark: 'server/src/remark/index.ts',
};

// The libraries that the language server brings are CommonJS and call `require` for Node's own modules.
const requireInModules = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

function checkTypes() {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'server', 'client'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

async function bundleServer() {
  rmSync('server/dist', { recursive: true, force: true });
  const { outputFiles } = await build({
    entryPoints: serverEntries,
    outdir: 'server/dist',
    bundle: true,
    splitting: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'node',
    target: 'node20.9',
    // `worker` is the build of the Markdown libraries that does without a `document`, so that core needs none.
    conditions: ['worker'],
    // Its build for browsers is of modules, so that what is not called is left out.
    alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
    banner: { js: requireInModules },
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  mkdirSync('server/dist', { recursive: true });
  for (const { path, text } of outputFiles) {
    const body = text.replace(requireInModules, '');
    const callsRequire = /\brequire\b/.test(body);
    writeFileSync(path, callsRequire ? text : body.trimStart());
  }
}

async function bundleClient() {
  await build({
    entryPoints: { client: 'client/src/desktop.ts' },
    outdir: 'dist',
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'cjs',
    platform: 'node',
    target: 'node20.9',
    external: ['vscode'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** Packs, schemas, rule pages and declarations go beside the bundles, where the package and the .vsix find them. */
function copyData() {
  const only = (extension) => (from) => statSync(from).isDirectory() || from.endsWith(extension);
  cpSync('packs', 'server/dist/packs', { recursive: true });
  cpSync('server/schemas', 'server/dist/schemas', { recursive: true, filter: only('.json') });
  cpSync('server/src/core/rules', 'server/dist/rules', { recursive: true, filter: only('.md') });
  for (const exported of ['core', 'remark', 'workspace']) {
    cpSync(`server/out/${exported}`, `server/dist/types/${exported}`, { recursive: true, filter: only('.d.ts') });
  }
  // Generated, and so not among what tsc declares.
  const generated = 'core/vocabulary/schemas.generated.d.ts';
  cpSync(`server/src/${generated}`, `server/dist/types/${generated}`);
  bringTypesOfLibraries('server/dist/types', ['mdast', 'unist']);
}

/** The package depends on nothing, so the declarations of libraries that its own ones name go with it. */
function bringTypesOfLibraries(types, libraries) {
  for (const library of libraries)
    cpSync(`node_modules/@types/${library}/index.d.ts`, `${types}/libraries/${library}.d.ts`);
  for (const name of readdirSync(types, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(types, name);
    const declarations = readFileSync(file, 'utf8');
    const bound = libraries.reduce((text, library) => {
      const path = relative(dirname(file), `${types}/libraries/${library}.js`).replaceAll('\\', '/');
      return text.replace(
        new RegExp(`(from\\s+)(['"])${library}\\2`, 'g'),
        `$1$2${path.startsWith('.') ? path : `./${path}`}$2`,
      );
    }, declarations);
    if (bound !== declarations) writeFileSync(file, bound);
  }
}

function printSizes() {
  const bytes = (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
      .map((entry) => ({ name: join(folder, entry.name), size: statSync(join(folder, entry.name)).size }));
  const client = bytes('dist');
  const server = bytes('server/dist');
  const kilobytes = (size) => `${(size / 1000).toFixed(0).padStart(6)} KB`;
  for (const { name, size } of [...client, ...server]) console.log(`${kilobytes(size)}  ${name}`);
  console.log(`${kilobytes(server.reduce((sum, { size }) => sum + size, 0))}  server/dist/*.js together`);
}

generate();
checkTypes();
await Promise.all([bundleServer(), bundleClient()]);
copyData();
printSizes();
