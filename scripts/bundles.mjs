// @ts-check
// What esbuild makes of the sources: the options of the two builds, and nothing written.

// The libraries that the language server brings are CommonJS and call `require` for Node's own modules.
export const requireInModules = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  platform: 'node',
  target: 'node20.9',
  // The notices are a file of their own: THIRD-PARTY-NOTICES.txt.
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
export const serverBundles = {
  ...common,
  entryPoints: {
    cli: 'server/src/cli/main.ts',
    reader: 'server/src/cli/thread/reader.ts',
    lsp: 'server/src/lsp/main.ts',
    index: 'server/src/core/index.ts',
    remark: 'server/src/remark/index.ts',
  },
  outdir: 'server/dist',
  splitting: true,
  format: 'esm',
  // `worker` is the build of the Markdown libraries that does without a `document`, so that core needs none.
  conditions: ['worker'],
  // Its build for browsers is of modules, so that what is not called is left out.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  banner: { js: requireInModules },
};

/** @type {import('esbuild').BuildOptions} */
export const clientBundle = {
  ...common,
  entryPoints: { client: 'client/src/desktop.ts' },
  outdir: 'dist',
  format: 'cjs',
  external: ['vscode'],
};
