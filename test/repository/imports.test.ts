import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { filesBelow, type Import, importsOf, textOf } from './source-files.js';

const core = 'server/src/core';
/** `start` is the part of it that loads without the rest. */
const facade = [`${core}/index`, `${core}/start`];

/** The folders of core, from the one that knows nothing to the one that knows all: a file imports upward in this list. */
const coreFolders = [
  'text',
  'language',
  'messages',
  'vocabulary',
  'quantities',
  'markdown',
  'report',
  'sentences',
  'lists',
  'claims',
  'people',
  'quotes',
  'events',
  'targets',
  'wording',
  'rules',
  'lint',
  'snippets',
  'owed',
  'assist',
  'packs',
];

/** All that core has from npm: Markdown's parser and tree, YAML, TOML, JSON with comments and version ranges. `mdast` is types alone. */
const coreLibraries = [
  'decode-named-character-reference',
  'jsonc-parser/lib/esm/main.js',
  'mdast',
  'mdast-util-from-markdown',
  'micromark',
  'remark-cjk-friendly',
  'remark-frontmatter',
  'remark-gfm',
  'remark-parse',
  'semver/functions/satisfies.js',
  'semver/ranges/valid.js',
  'smol-toml',
  'unified',
  'yaml',
];

const isOurs = ({ to }: Import) => to.startsWith('server/') || to.startsWith('client/');
const isIn = (folder: string) => (edge: Import) => edge.to.startsWith(`${folder}/`);

function edgesOf(folder: string): readonly Import[] {
  const edges = filesBelow(folder, ['.ts']).flatMap(importsOf);
  assert.ok(edges.length > 0, `no import was read in ${folder}`);
  return edges;
}

/** Fails with every edge that is not allowed, as `file:line imports what`. */
function assertOnly(edges: readonly Import[], isAllowed: (edge: Import) => boolean): void {
  const offending = edges.filter((edge) => !isAllowed(edge));
  assert.equal(offending.map(({ from, line, to }) => `${from}:${line} imports ${to}`).join('\n'), '');
}

describe('imports', () => {
  it('core imports nothing from outside but its libraries', () => {
    const outside = edgesOf(core).filter((edge) => !isIn(core)(edge));
    assertOnly(outside, ({ to }) => coreLibraries.includes(to));
    const used = new Set(outside.map(({ to }) => to));
    assert.deepEqual(
      coreLibraries.filter((library) => !used.has(library)),
      [],
      'libraries that core no longer uses',
    );
  });

  it('inside core, a folder imports only those before it', () => {
    const place = (path: string) => {
      const folder = path.slice(core.length + 1).split('/')[0] as string;
      return /^(?:index|start)(?:\.|$)/.test(folder) ? coreFolders.length : coreFolders.indexOf(folder);
    };
    for (const file of filesBelow(core, ['.ts'])) {
      assert.notEqual(place(file), -1, `${file} is in a folder whose place among coreFolders is not decided`);
    }
    assertOnly(edgesOf(core).filter(isIn(core)), ({ from, to }) => place(to) <= place(from));
  });

  it('no file imports itself by way of others, types included', () => {
    const files = [...filesBelow('server/src', ['.ts']), ...filesBelow('client/src', ['.ts'])];
    const edges = new Map(files.map((file) => [file.slice(0, -'.ts'.length), importsOf(file).map(({ to }) => to)]));
    assert.ok([...edges.values()].flat().filter((to) => edges.has(to)).length > 2_000, 'the imports were read');
    const settled = new Set<string>();
    const circles: string[] = [];
    const follow = (file: string, way: readonly string[]): void => {
      if (settled.has(file)) return;
      const before = way.indexOf(file);
      if (before >= 0) circles.push([...way.slice(before), file].join(' → '));
      else {
        for (const to of edges.get(file) ?? []) follow(to, [...way, file]);
        settled.add(file);
      }
    };
    for (const file of edges.keys()) follow(file, []);
    assert.deepEqual(circles, []);
  });

  it('ARCHITECTURE.md draws the folders of core, and lists them, in the same order', () => {
    const page = textOf('ARCHITECTURE.md');
    const [, picture = ''] = /^(┌[\s\S]*?)^└/m.exec(page) ?? [];
    assert.deepEqual(
      [...picture.matchAll(/\b(\w+)\/(?=\s)/g)].map(([, folder]) => folder),
      coreFolders,
    );
    const section = page.split('### server/src/core')[1]?.split('###')[0] ?? '';
    assert.deepEqual(
      [...section.matchAll(/^\| `(\w+)\/`/gm)].map(([, folder]) => folder),
      coreFolders,
    );
  });

  it('workspace imports only the façade of core', () => {
    const folder = 'server/src/workspace';
    assertOnly(edgesOf(folder).filter(isOurs), (edge) => isIn(folder)(edge) || facade.includes(edge.to));
  });

  const layout = 'server/src/layout';
  it('layout imports nothing of ours', () => {
    assertOnly(edgesOf(layout).filter(isOurs), isIn(layout));
  });

  const explain = 'server/src/explain';
  it('explain imports only the façade of core, workspace, and layout', () => {
    const allowed = [explain, 'server/src/workspace', layout];
    assertOnly(
      edgesOf(explain).filter(isOurs),
      (edge) => allowed.some((folder) => isIn(folder)(edge)) || facade.includes(edge.to),
    );
  });

  for (const host of ['lsp', 'cli', 'remark']) {
    it(`${host} imports only the façade of core, workspace, layout, and explain`, () => {
      const folder = `server/src/${host}`;
      // `plumbline lsp` starts the language server.
      const startsServer = ({ from, to }: Import) =>
        from === 'server/src/cli/program.ts' && to === 'server/src/lsp/main';
      assertOnly(
        edgesOf(folder).filter(isOurs),
        (edge) =>
          [folder, 'server/src/workspace', layout, explain].some((allowed) => isIn(allowed)(edge)) ||
          facade.includes(edge.to) ||
          startsServer(edge),
      );
    });
  }

  it('the client imports nothing of the server but the names of its protocol', () => {
    const protocol = 'server/src/lsp/protocol';
    assertOnly(edgesOf('client/src').filter(isOurs), (edge) => isIn('client/src')(edge) || edge.to === protocol);
    assert.deepEqual(importsOf(`${protocol}.ts`), [], 'the protocol names no other file');
  });
});
