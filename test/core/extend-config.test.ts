import assert from 'node:assert/strict';
import { extendConfig, readConfig, settingsFor, withoutPaths } from '../../server/src/core/index.js';

const base = readConfig(
  'packs: [a]\nfiles: [x]\nlanguage: zh\nreport: brief\nrules: {__proto__: error, r-one: "off"}\ndependencies: {a: "npm:a", b: "npm:b"}\noverrides: [{files: x, rules: {r-one: error}, region: GB}]\n',
  'base.yaml',
  undefined,
  'file:///base.yaml',
).config;
const own = (text: string) => readConfig(text, 'plumbline.yaml').config;

describe('a config and its base, merged', () => {
  it('is the base where nothing is named, and says which file has what', () => {
    const merged = extendConfig(base, own('region: CN\n'));
    const { packs, files, language, region, report, homes } = merged;
    assert.deepEqual([packs, files, language, region, report], [['a'], ['x'], 'zh', 'CN', 'brief']);
    assert.deepEqual(
      [homes.get('packs'), homes.get('region'), homes.get('exclude')],
      ['file:///base.yaml', undefined, undefined],
    );
    assert.ok(homes.has('region') && !homes.has('exclude'));
  });

  it('merges maps by key, and replaces lists, by an empty one too', () => {
    const merged = extendConfig(
      base,
      own('files: []\npacks: [c]\nrules: {r-two: warning}\ndependencies: {b: "npm:c"}\n'),
    );
    assert.deepEqual([merged.packs, merged.files], [['c'], []]);
    assert.deepEqual(Object.entries(merged.rules).sort(), [
      ['__proto__', 'error'],
      ['r-one', 'off'],
      ['r-two', 'warning'],
    ]);
    assert.deepEqual(
      [...merged.dependencies].map(([name, { written, home }]) => [name, written, home]),
      [
        ['a', 'npm:a', 'file:///base.yaml'],
        ['b', 'npm:c', undefined],
      ],
    );
  });

  it('has the overrides of the base before its own, and each once where two bases rest on one', () => {
    const merged = extendConfig(extendConfig(base, base), own('overrides: [{files: [y], region: CN}]\n'));
    assert.deepEqual(
      merged.overrides.map(({ files, home }) => [files, home]),
      [
        [['x'], 'file:///base.yaml'],
        [['y'], undefined],
      ],
    );
    assert.equal(settingsFor(merged, () => true).region, 'CN');
    assert.equal(settingsFor(merged, ({ home }) => home !== undefined).region, 'GB');
  });

  it('leaves a broken key to the base, and the name that it replaces to nobody', () => {
    assert.deepEqual(extendConfig(base, own('files: 7\n')).files, ['x']);
    const named = extendConfig(base, own('report: bulletin\n')).names.filter(({ kind }) => kind === 'report');
    assert.deepEqual(
      named.map(({ name }) => name),
      ['bulletin'],
    );
  });

  it('takes from that of a pack nothing that has a path', () => {
    const { packs, files, dependencies, overrides, names, language, report, rules } = withoutPaths(base);
    assert.deepEqual([packs, files, dependencies.size, overrides], [undefined, [], 0, []]);
    assert.deepEqual([language, report, rules['r-one']], ['zh', 'brief', 'off']);
    assert.deepEqual(
      names.map(({ name }) => name),
      ['brief', 'zh', '__proto__', 'r-one'],
    );
  });
});
