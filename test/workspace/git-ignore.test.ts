import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { gitIgnore } from '../../server/src/workspace/git-ignore.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { LibraryFolder } from './library-folder.js';

describe('what git ignores', () => {
  let folder: LibraryFolder;
  const ignores = (path: string, from = '.') => {
    const uri = (each: string) => URI.file(join(folder.path, each)).toString();
    return gitIgnore(nodeFiles(1000), uri(from)).ignores(uri(path));
  };

  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(() => folder.remove());

  it('agrees with git, list below list', async function () {
    try {
      execFileSync('git', ['init', '-q', folder.path]);
    } catch {
      this.skip();
    }
    folder.write('.gitignore', 'out/\n*.tmp.md\n/top.md\ndeep/*\n!deep/kept.md\n');
    folder.write('reports/.gitignore', '!good.tmp.md\ndraft-*\n');
    folder.write('out/.gitignore', '!a.md\n');
    const paths = [
      'a.md',
      'top.md',
      'reports/top.md',
      'reports/a.tmp.md',
      'reports/good.tmp.md',
      'reports/draft-1.md',
      'draft-1.md',
      'out/a.md',
      'reports/out/a.md',
      'deep/kept.md',
      'deep/other.md',
      'deep/er/kept.md',
    ];
    for (const path of paths) folder.write(path, '');
    const output = execFileSync('git', ['ls-files', '--others', '--ignored', '--exclude-standard', '*.md'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    const expected = new Set(output.trim().split('\n'));
    assert.ok(expected.size > 4);
    for (const path of paths) assert.equal(await ignores(path), expected.has(path), path);
  });

  it('reads the lists above the config, up to the repository’s root and no further', async () => {
    folder.write('.gitignore', 'north/reports/old.md\nsouth\n');
    mkdirSync(join(folder.path, '.git'));
    mkdirSync(join(folder.path, 'south/.git'), { recursive: true });
    assert.equal(await ignores('north/reports/old.md', 'north'), true);
    assert.equal(await ignores('north/reports/new.md', 'north'), false);
    assert.equal(await ignores('south/a.md', 'south'), false);
  });

  it('reads the config’s folder where there is no repository', async () => {
    folder.write('.gitignore', 'a.md\n');
    folder.write('north/.gitignore', 'b.md\n');
    assert.equal(await ignores('north/a.md', 'north'), false);
    assert.equal(await ignores('north/b.md', 'north'), true);
  });

  it('passes over lines that would take hours, and paths that nobody has', async () => {
    const name = 'a'.repeat(200);
    folder.write('.gitignore', `${'*a'.repeat(8)}*b\n${'**/a/'.repeat(9)}b\n*.tmp.md\n`);
    const start = performance.now();
    assert.equal(await ignores(`${name}.md`), false);
    assert.equal(await ignores(Array(1500).fill('a').join('/')), false);
    assert.equal(await ignores(`deep/${name}.tmp.md`), true);
    assert.ok(performance.now() - start < 2000);
  });

  it('ignores nothing outside the root', async () => {
    folder.write('north/.gitignore', '*\n');
    assert.equal(await ignores('a.md', 'north'), false);
  });
});
