import assert from 'node:assert/strict';
import { readConfig } from '../../server/src/core/index.js';
import { isListedReport, matchesGlobs, relativePath, reportSettings } from '../../server/src/workspace/report-files.js';

describe('which file is a report', () => {
  const cases: readonly [globs: string[], matching: string[], other: string[]][] = [
    [['reports/**/*.md'], ['reports/a.md', 'reports/deep/a.md'], ['a.md', 'reports/a.txt', 'old/reports/a.md']],
    [['reports'], ['reports/a.md', 'reports/deep/.hidden/a.md'], ['reports-old/a.md']],
    [['./reports/'], ['reports/a.md'], ['a.md']],
    [['*.md'], ['a.md', '.a.md'], ['deep/a.md']],
    [['**/*.md', '!drafts'], ['a.md', 'b/drafts/a.md'], ['drafts/a.md']],
    [['{north,south}/*.md'], ['north/a.md', 'south/a.md'], ['west/a.md']],
    [['报告/**'], ['报告/春.md'], ['春.md']],
    [[], [], ['a.md']],
    [[''], [], ['a.md']],
  ];
  for (const [globs, matching, other] of cases) {
    it(`${JSON.stringify(globs)} is met`, () => {
      for (const path of matching) assert.ok(matchesGlobs(globs, path), path);
      for (const path of other) assert.ok(!matchesGlobs(globs, path), path);
    });
  }

  it('takes what `files` lists and `exclude` does not, in the config’s folder', () => {
    const { config } = readConfig('files: [reports]\nexclude: [reports/old]\n', 'plumbline.yaml');
    const isListed = (uri: string) => isListedReport(config, 'file:///work/north', uri);
    assert.ok(isListed('file:///work/north/reports/a.md'));
    assert.ok(!isListed('file:///work/north/reports/old/a.md'));
    assert.ok(!isListed('file:///work/north/README.md'));
    assert.ok(!isListed('file:///work/south/reports/a.md'));
    assert.ok(!isListedReport(config, undefined, 'file:///work/north/reports/a.md'));
  });

  it('takes Markdown of any dialect, and another ending where `files` says it (trial 4.3)', () => {
    const listed = (globs: string, ...paths: string[]) => {
      const { config } = readConfig(`files: ${globs}\n`, 'plumbline.yaml');
      return paths.filter((path) => isListedReport(config, 'file:///work', `file:///work/${path}`));
    };
    const folder = ['r/a.md', 'r/a.markdown', 'r/a.qmd', 'r/a.Rmd', 'r/a.mdx', 'r/a.QMD'];
    for (const glob of ['[r]', '["r/**"]', '["**/*"]', '["r/*.*"]', '["r/a*"]']) {
      assert.deepEqual(listed(glob, ...folder, 'r/a.txt', 'r/a', 'r/.env'), folder, glob);
    }
    assert.deepEqual(listed('["**/*.qmd"]', ...folder), ['r/a.qmd']);
    assert.deepEqual(listed('["r/*.txt"]', 'r/a.txt', 'r/deep/a.txt', 'r/a.md'), ['r/a.txt']);
    assert.deepEqual(listed('["**/*.{md,txt}"]', 'r/a.txt', 'r/a.md', 'r/a.csv'), ['r/a.txt', 'r/a.md']);
    assert.deepEqual(listed('["r/*", "*.text"]', 'r/a.text', 'a.text', 'r/a.txt'), ['a.text']);
    assert.deepEqual(listed('[r/NOTICE, r/v1.2/notes]', 'r/NOTICE', 'r/v1.2/notes', 'r/v1.2/a'), [
      'r/NOTICE',
      'r/v1.2/notes',
    ]);
    assert.deepEqual(listed('["*.txt", "!old*"]', 'a.txt', 'old.txt'), ['a.txt']);
    assert.deepEqual(listed('["r/*.html.md", "报告/*.文本"]', 'r/a.html.md', '报告/春.文本'), [
      'r/a.html.md',
      '报告/春.文本',
    ]);
  });

  it('gives the path of a file in a folder', () => {
    assert.equal(relativePath('file:///a', 'file:///a/b%20b/%E6%98%A5.md'), 'b b/春.md');
    assert.equal(relativePath('file:///a/', 'file:///a/b.md'), 'b.md');
    assert.equal(relativePath('file:///a', 'file:///ab/b.md'), undefined);
    assert.equal(relativePath('file:///a', 'untitled:/a/b.md'), undefined);
  });

  it('applies the overrides that hold the file', () => {
    const yaml =
      'region: CN\nrules: {term-deprecated: error}\noverrides:\n  - files: [north]\n    rules: {term-deprecated: off}\n';
    const { config } = readConfig(yaml, 'plumbline.yaml');
    const settings = (path: string) => reportSettings(config, 'file:///work', `file:///work/${path}`);
    assert.equal(settings('north/a.md').rules?.['term-deprecated'], 'off');
    assert.equal(settings('south/a.md').rules?.['term-deprecated'], 'error');
    assert.equal(settings('north/a.md').region, 'CN');
  });
});
