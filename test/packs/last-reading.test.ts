import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readConfig, readPack } from '../../server/src/core/index.js';
import { manifest } from './pack-files.js';

const words = 'terms:\n  quay: {preferred: quay}\n  pier: {preferred: pier}\n';
const metrics =
  'metrics:\n  fill: {preferred: fill, measure: {kind: share, unit: percent}, observations: fill.csv}\n  trade: {preferred: trade, measure: {kind: count}}\n';
const whole: Readonly<Record<string, string>> = {
  'pack.yaml': `${manifest}region: NZ\n`,
  'words.yaml': words,
  'metrics.yaml': metrics,
  'fill.csv': 'period,value\n2021,5\n2022,6\n',
};

/** What stands after the files were changed, the files that are kept, and the problems. */
function after(changes: Readonly<Record<string, string | undefined>>) {
  const { pack: before } = readPack(new Map(Object.entries(whole)));
  assert.ok(before);
  const changed = Object.entries({ ...whole, ...changes }).filter(([, text]) => text !== undefined);
  const { pack, problems, kept } = readPack(new Map(changed as [string, string][]), before);
  const fill = pack?.entries.find(({ id }) => id === 'fill');
  return {
    region: pack?.region,
    ids: pack?.entries.map(({ id }) => id).sort(),
    fill: fill?.kind === 'metrics' ? fill.observations.map(({ value }) => value) : undefined,
    kept,
    problems: problems.length,
  };
}

const all = { region: 'NZ', ids: ['fill', 'pier', 'quay', 'trade'], fill: [5, 6], kept: [] as string[], problems: 0 };

describe('the last good reading of a pack (trial 5.7)', () => {
  const broken: readonly (readonly [what: string, changes: Readonly<Record<string, string>>, kept: string])[] = [
    ['a bracket too many', { 'words.yaml': words.replace('quay}', 'quay}}') }, 'words.yaml'],
    ['an open quote', { 'words.yaml': words.replace('preferred: quay', "preferred: 'quay") }, 'words.yaml'],
    ['an entry half typed', { 'words.yaml': 'terms:\n  quay:\n  pier: {preferred: pier}\n' }, 'words.yaml'],
    ['a field half typed', { 'words.yaml': words.replace('preferred: quay', 'prefer') }, 'words.yaml'],
    ['a broken value', { 'metrics.yaml': metrics.replace('kind: count', 'kind: cou') }, 'metrics.yaml'],
    ['a kind that is no map', { 'words.yaml': 'terms: q\n' }, 'words.yaml'],
    ['a broken manifest', { 'pack.yaml': `${manifest}region: {NZ\n` }, 'pack.yaml'],
    ['a manifest without its name', { 'pack.yaml': 'languages: [en, zh]\n' }, 'pack.yaml'],
    ['a table with an open quote', { 'fill.csv': 'period,value\n2021,"5\n2022,6\n' }, 'metrics.yaml'],
    ['a table without its columns', { 'fill.csv': 'perod,value\n2021,5\n2022,6\n' }, 'metrics.yaml'],
  ];
  for (const [what, changes, kept] of broken) {
    it(`stands through ${what}`, () => {
      const { problems, ...rest } = after(changes);
      const { problems: _, ...intact } = all;
      assert.deepEqual(rest, { ...intact, kept: [kept] });
      assert.ok(problems > 0);
    });
  }

  it('stands for no more than what is broken', () => {
    assert.deepEqual(after({}), all);
    assert.deepEqual(after({ 'words.yaml': 'terms:\n  quay: {preferred: quay}\n' }).ids, ['fill', 'quay', 'trade']);
    assert.deepEqual(after({ 'words.yaml': undefined }).ids, ['fill', 'trade']);
    const moved = after({
      'words.yaml': 'terms:\n  quay: {preferred: quay}}\n',
      'more.yaml': 'terms:\n  pier: {preferred: jetty}\n',
    });
    assert.deepEqual([moved.ids, moved.kept], [all.ids, ['words.yaml']]);
    const beside = after({ 'words.yaml': 'terms:\n  quay: {preferred: 7}\n  jetty: {preferred: jetty}\n' });
    assert.deepEqual([beside.ids, beside.kept], [['fill', 'jetty', 'quay', 'trade'], ['words.yaml']]);
  });

  it('stands for a config too', () => {
    const { config: before } = readConfig(
      'packs: [harbour]\nfiles: [reports]\nrules: {task-missing: off}\n',
      'plumbline.yaml',
    );
    for (const text of ['packs: [harbour\nfiles: [reports]\n', 'packs: [harbour]\nfiles: [reports]]\n', 'pack']) {
      const reading = readConfig(text, 'plumbline.yaml', before);
      assert.deepEqual([reading.config, reading.isKept, reading.problems.length], [before, true, 1], text);
    }
    const { config, isKept } = readConfig('packs: harbour\nfiles: [notes]\n', 'plumbline.yaml', before);
    assert.deepEqual(
      [config.packs, config.files, Object.keys(config.rules), isKept],
      [['harbour'], ['notes'], [], true],
    );
    assert.deepEqual(readConfig('files: [notes]\n', 'plumbline.yaml', before).config.packs, undefined);
  });
});
