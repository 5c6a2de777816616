import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vsix = `${root}dist/plumbline.vsix`;

/** Files below a folder of the tree, as paths within the folder that they are shipped in. */
function shipped(from: string, to: string, extension = ''): string[] {
  const files = readdirSync(root + from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length + from.length + 1).replaceAll('\\', '/'))
    .filter((path) => path.endsWith(extension))
    .map((path) => `${to}/${path}`);
}

describe('the .vsix', () => {
  it('holds what runs and nothing else', () => {
    const names = Object.keys(unzipSync(readFileSync(vsix), { filter: () => true }))
      .filter((name) => name.startsWith('extension/'))
      .map((name) => name.slice('extension/'.length))
      // The parts that the bundles share are named by their content.
      .map((name) => name.replace(/^(server\/dist\/(?:chunk|install-packs|yauzl|web))-[A-Z0-9]+\.js$/, '$1-*.js'));
    const expected = [
      'changelog.md',
      'dist/client.js',
      'docs/images/finding.png',
      'docs/images/finding-zh.png',
      'examples/sample.md',
      'images/icon.png',
      'l10n/bundle.l10n.zh-cn.json',
      'LICENSE.txt',
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'readme.md',
      'server/bin/plumbline.js',
      'server/dist/chunk-*.js',
      'server/dist/cli.js',
      // `plumbline pack install` and its readers of archives.
      'server/dist/install-packs-*.js',
      'server/dist/web-*.js',
      'server/dist/yauzl-*.js',
      'server/dist/lsp.js',
      'server/package.json',
      ...shipped('snippets', 'snippets', '.code-snippets'),
      'syntaxes/entries.injection.json',
      'syntaxes/plumbline.injection.json',
      'SECURITY.md',
      'THIRD-PARTY-NOTICES.txt',
      ...shipped('walkthrough', 'walkthrough', '.md'),
      ...shipped('docs', 'server/dist/docs', '.md'),
      ...shipped('packs', 'server/dist/packs'),
      ...shipped('server/schemas', 'server/dist/schemas', '.json'),
      ...shipped('server/src/core/rules', 'server/dist/rules', '.md'),
    ];
    assert.deepEqual([...new Set(names)].sort(), expected.sort());
  });

  it('shows the page of the extension', () => {
    const page = unzipSync(readFileSync(vsix))['extension/readme.md'];
    assert.equal(new TextDecoder().decode(page), readFileSync(`${root}client/README.md`, 'utf8'));
  });

  it('stays under 3 MB', () => {
    const { size } = statSync(vsix);
    console.log(`      dist/plumbline.vsix: ${(size / 1000).toFixed(0)} KB`);
    assert.ok(size < 3_000_000, `${size} bytes`);
  });
});
