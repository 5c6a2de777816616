import assert from 'node:assert/strict';
import { diffPacks } from '../../server/src/core/index.js';

const before = `name: health
version: 1.0.0
languages: [en]
terms:
  ward: {preferred: ward, deprecated: [sick room]}
  clinic: {preferred: {en: clinic, zh: 诊所}, admitted: {en: [practice]}, note: {en: Old.}}
  old: {preferred: old term}
  gone: {preferred: gone term}
metrics:
  beds:
    preferred: beds
    measure: {kind: count}
    observations:
      - {period: 2022, value: 4.10e6, source: a}
      - {period: 2023, value: 5e3, source: a}
  visits: {preferred: visits, measure: {kind: count}, observations: series/visits.csv}
people:
  lin: {preferred: Lin, roles: [{title: director, from: 2020-01-01}]}
`;
const after = `name: health
version: 1.1.0
languages: [en]
region: CN
metrics:
  visits: {preferred: visits, measure: {kind: count}, observations: series/visits.csv}
  beds:
    preferred: beds
    measure: {kind: count}
    observations:
      - {period: 2023, value: 5.2e3, source: a}
      - {period: 2022, value: 4.10e6, source: a}
      - {period: 2024, value: 6e3, source: b}
terms:
  ward: {preferred: ward, deprecated: [{form: sick room, level: error}]}
  clinic: {preferred: {en: clinic, zh: 诊所}, admitted: {en: [practice, surgery]}}
  old: {preferred: old term, validTo: 2024-05-01, replacedBy: terms/ward}
  fresh: {preferred: {en: fresh term}}
people:
  lin: {preferred: Lin, roles: [{title: director, from: 2020-01-01, to: 2024-01-31}]}
`;

describe('the difference of two versions of a pack', () => {
  const texts = (pack: string, visits: string, act = 'The act.') =>
    new Map([
      ['pack.yaml', pack],
      ['series/visits.csv', visits],
      ['sources/act.md', act],
    ]);

  it('is by entry and field, as the pack writes them, whatever the order and the file', () => {
    const diff = diffPacks(
      texts(before, 'period,value\n2023,1\n'),
      texts(after, 'period;value\n2022;7\n2023;2\n', 'The new act.'),
    );
    assert.deepEqual(diff.added, [{ entry: 'terms/fresh', name: 'fresh term', changes: [] }]);
    assert.deepEqual(diff.removed, [{ entry: 'terms/gone', name: 'gone term', changes: [] }]);
    assert.deepEqual(
      diff.ended.map(({ entry, on }) => [entry, on]),
      [['terms/old', '2024-05-01']],
    );
    const changes = diff.changed.map(({ entry, changes }) => [
      entry,
      ...changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`),
    ]);
    assert.deepEqual(changes, [
      ['metrics/visits', 'observations[2023].value: 1 → 2', 'observations[2022]: undefined → value: 7'],
      [
        'metrics/beds',
        'observations[2023].value: 5e3 → 5.2e3',
        'observations[2024]: undefined → value: 6e3, source: b',
      ],
      ['terms/ward', 'deprecated[sick room].level: undefined → error'],
      ['terms/clinic', 'note.en: Old. → undefined', 'admitted.en[surgery]: undefined → '],
      ['people/lin', 'roles[director].to: undefined → 2024-01-31'],
    ]);
    assert.deepEqual(diff.pack, [
      { field: 'region', before: undefined, after: 'CN' },
      { field: 'sources/act.md', before: '', after: '' },
    ]);
  });

  it('is none of a pack and itself, in other files and another style', () => {
    const split = new Map([
      ['a.yaml', before.slice(before.indexOf('metrics:'), before.indexOf('people:'))],
      ['pack.yaml', before.slice(0, before.indexOf('metrics:')) + before.slice(before.indexOf('people:'))],
      ['series/visits.csv', 'period,value\n2023,1\n'],
    ]);
    const same = diffPacks(
      texts(before, 'period,value\n2023,1\n'),
      new Map([...split, ['sources/act.md', 'The act.']]),
    );
    assert.deepEqual(same, { added: [], changed: [], ended: [], removed: [], pack: [] });
  });

  it('has an end for what it does with broken and hostile texts', () => {
    const broken = new Map([['pack.yaml', 'terms:\n  __proto__: {constructor: [1, [2]]}\n  a: [\n']]);
    assert.doesNotThrow(() => diffPacks(broken, texts(after, '')));
    assert.doesNotThrow(() => diffPacks(texts(after, 'x'), broken));
    const twins = 'terms:\n  a: {examples: {flag: [{text: x}, {text: x}, x]}}\n';
    assert.deepEqual(diffPacks(new Map([['a.yaml', twins]]), new Map([['a.yaml', twins]])).changed, []);
  });
});
