// npm run build: generate, check types, bundle, and lay the data beside the bundles.
//
//   server/dist/   what the npm package ships: cli and the thread that reads for it, lsp, index (the façade) and remark, with their shared chunks,
//                  types/, packs/, schemas/, docs/ and rules/ (the page of each rule)
//   server/        LICENSE, SECURITY.md and THIRD-PARTY-NOTICES.txt of the npm package
//   dist/client.js the extension's client
//   THIRD-PARTY-NOTICES.txt of the .vsix
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { clientBundle, requireInModules, serverBundles } from './scripts/bundles.mjs';
import { generate } from './scripts/generate.mjs';
import { bundledFolders, copiedFrom, noticesFile, thirdPartyNotices } from './scripts/third-party-notices.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
process.chdir(root);

function checkTypes() {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'server', 'client'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

async function bundleServer() {
  rmSync('server/dist', { recursive: true, force: true });
  const { outputFiles, metafile } = await build(serverBundles);
  mkdirSync('server/dist', { recursive: true });
  for (const { path, text } of outputFiles) {
    const body = text.replace(requireInModules, '');
    const callsRequire = /\brequire\b/.test(body);
    writeFileSync(path, callsRequire ? text : body.trimStart());
  }
  return metafile;
}

async function bundleClient() {
  const { outputFiles, metafile } = await build(clientBundle);
  mkdirSync('dist', { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, text);
  return metafile;
}

/** The licence of the package, and the notices of the package and of the .vsix. */
function writeLegalFiles(server, client) {
  cpSync('LICENSE', 'server/LICENSE');
  cpSync('SECURITY.md', 'server/SECURITY.md');
  const ofServer = [...bundledFolders([server]), ...copiedFrom];
  writeFileSync(`server/${noticesFile}`, thirdPartyNotices(root, ofServer));
  writeFileSync(noticesFile, thirdPartyNotices(root, [...ofServer, ...bundledFolders([client])]));
}

/** Packs, schemas, rule pages and declarations go beside the bundles, where the package and the .vsix find them. */
function copyData() {
  const only = (extension) => (from) => statSync(from).isDirectory() || from.endsWith(extension);
  cpSync('packs', 'server/dist/packs', { recursive: true });
  cpSync('server/schemas', 'server/dist/schemas', { recursive: true, filter: only('.json') });
  cpSync('server/src/core/rules', 'server/dist/rules', { recursive: true, filter: only('.md') });
  copyDocs();
  for (const exported of ['core', 'remark', 'workspace']) {
    cpSync(`server/out/${exported}`, `server/dist/types/${exported}`, { recursive: true, filter: only('.d.ts') });
  }
  // Generated, and so not among what tsc declares.
  const generated = 'core/vocabulary/schemas.generated.d.ts';
  cpSync(`server/src/${generated}`, `server/dist/types/${generated}`);
  bringTypesOfLibraries('server/dist/types', ['mdast', 'unist']);
}

/** What the pages say of other places of the repository they say of those in the package. */
function copyDocs() {
  for (const name of readdirSync('docs', { recursive: true }).filter((name) => name.endsWith('.md'))) {
    const page = readFileSync(`docs/${name}`, 'utf8');
    mkdirSync(dirname(`server/dist/docs/${name}`), { recursive: true });
    writeFileSync(`server/dist/docs/${name}`, page.replaceAll('../server/src/core/rules', '../rules'));
  }
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
writeLegalFiles(...(await Promise.all([bundleServer(), bundleClient()])));
copyData();
printSizes();
