import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/index.js';
import { writeYaml, type YamlChange, type YamlRefusal } from '../../server/src/core/vocabulary/write-yaml.js';
import { yamlStyles } from './yaml-styles.js';

describe('writing into a YAML file', () => {
  for (const { style, change, lines, eol = '\n', noFinalNewline } of yamlStyles) {
    it(`goes by ${style}`, () => {
      const marked = lines.slice(1, -1).split('\n');
      const text = (marks: string) => {
        const kept = marked.filter((line) => marks.includes(line[0] ?? ' ')).map((line) => `${line.slice(1)}${eol}`);
        return noFinalNewline ? kept.join('').slice(0, -eol.length) : kept.join('');
      };
      const before = text(' -');
      const writing = writeYaml(before, change);
      assert.ok('edits' in writing, JSON.stringify(writing));
      assert.equal(applyEdits(before, writing.edits), text(' +'));
    });
  }

  describe('says why it cannot', () => {
    const admit: YamlChange = { path: ['terms', 'desk', 'admitted', 'en'], item: 'help point' };
    const refused: readonly (readonly [string, string, YamlRefusal])[] = [
      ['in a file that is broken', 'terms:\n  desk: {preferred: desk\n', 'unparsable'],
      ['in two documents', 'terms: {}\n---\nterms: {}\n', 'unparsable'],
      ['where an alias stands', 'terms:\n  desk: {admitted: &a {en: [y]}}\n  room: {admitted: *a}\n', 'shared'],
      ['behind an alias', 'x: &a {en: [y]}\nterms:\n  desk:\n    admitted: *a\n', 'shared'],
      ['where a merge key may have it', 'x: &a {y: z}\nterms:\n  desk:\n    <<: *a\n', 'shared'],
      ['where another thing stands', 'terms:\n  desk:\n    admitted: [desk]\n', 'other-value'],
      ['where a key stands twice', 'terms:\n  desk: {admitted: {en: x}}\n  desk: {admitted: {en: y}}\n', 'unusual'],
      ['behind a key with a question mark', 'terms:\n  desk:\n    ? admitted\n', 'unusual'],
    ];
    for (const [where, text, why] of refused) {
      it(where, () => assert.deepEqual(writeYaml(text, admit), { refused: why }));
    }
  });

  it('takes an anchor that nothing else stands for', () => {
    const text = 'terms:\n  desk: &d\n    admitted: &f [desk]\n';
    const writing = writeYaml(text, { path: ['terms', 'desk', 'admitted'], item: 'counter' });
    assert.ok('edits' in writing);
    assert.equal(applyEdits(text, writing.edits), text.replace('[desk]', '[desk, counter]'));
  });

  it('is done in good time in a large file', () => {
    const entries = Array.from({ length: 20_000 }, (_, i) => `  t${i}: {preferred: word ${i}}\n`).join('');
    const start = performance.now();
    assert.ok('edits' in writeYaml(`terms:\n${entries}`, { path: ['terms', 'new'], value: { preferred: 'x' } }));
    assert.ok(performance.now() - start < 10_000);
  });
});
