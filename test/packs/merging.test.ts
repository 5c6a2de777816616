import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  findingMessage,
  lintReport,
  mergePacks,
  type Pack,
  readPack,
  readReport,
} from '../../server/src/core/index.js';
import { placed } from './pack-files.js';

function packNamed(name: string, entries: string): Pack {
  const text = `schema: 1\nname: ${name}\nversion: 1.0.0\nlanguages: [en, zh]\n${entries}`;
  const { pack, problems } = readPack(new Map([['pack.yaml', text]]));
  assert.deepEqual(problems.map(placed), []);
  assert.ok(pack);
  return pack;
}

/** `rule: message` of each finding. */
function found(packs: readonly Pack[], text: string, settings = {}): readonly string[] {
  const report = readReport(text, mergePacks(packs).vocabulary, { date: '2024-05-01', ...settings });
  return lintReport(report).map((finding) => `${finding.rule} ${finding.severity} ${findingMessage(finding, 'en')}`);
}

const team = packNamed('team', 'terms:\n  berth: {preferred: berth, deprecated: [parking place]}\n');
const office = packNamed('office', 'terms:\n  stand: {preferred: stand, deprecated: [parking place, bay]}\n');

describe('merging packs', () => {
  it('gives a form that two packs hold within a kind to the first, and reports the other at its place', () => {
    const { problems } = mergePacks([team, office]);
    assert.deepEqual(
      problems.map((problem) => `${problem.pack} ${placed(problem)} ${problem.values.form} ${problem.values.entry}`),
      ['office pack.yaml:6:3 warning pack.duplicate-form parking place team/terms/berth'],
    );
    assert.match(found([team, office], 'A parking place.').join(), /write “berth”/);
    assert.match(found([team, office], 'A bay.').join(), /write “stand”/);
  });

  it('turns the other way round with the order of the packs', () => {
    assert.deepEqual(
      mergePacks([office, team]).problems.map(({ pack }) => pack),
      ['team'],
    );
    assert.match(found([office, team], 'A parking place.').join(), /write “stand”/);
  });

  it('lets kinds share a form', () => {
    const both = packNamed(
      'both',
      'terms: {gdp: {preferred: output}}\nmetrics: {gdp: {preferred: output, measure: {kind: count}}}\n',
    );
    assert.deepEqual(mergePacks([both]).problems, []);
  });

  it('keeps the first of two units or regions with one id', () => {
    const of = (name: string, form: string) =>
      packNamed(name, `units: {TEU: {forms: ${form}}}\nregions: {GB-NTH: {forms: ${form}}}\n`);
    const { vocabulary } = mergePacks([of('one', 'first'), of('two', 'second')]);
    assert.deepEqual({ ...vocabulary.units.TEU?.forms }, { en: ['first'] });
    assert.deepEqual({ ...vocabulary.regions['GB-NTH']?.forms }, { en: ['first'] });
    assert.equal(vocabulary.units['constructor' as string], undefined);
  });
});

describe('an entry that extends another', () => {
  const base = packNamed(
    'base',
    `sources: {handbook: {title: Handbook, publisher: Port Office, date: 2024-03-01}}
terms:
  berth:
    preferred: {en: berth, zh: 泊位}
    deprecated: {en: [parking place], zh: [停船位]}
    basis: handbook
    level: error
    definition: A place for one ship.
`,
  );
  const extension = (fields: string) => packNamed('local', `terms:\n  own: {extends: base/terms/berth, ${fields}}\n`);

  it('changes the fields that it names and no other', () => {
    const { vocabulary, problems } = mergePacks([base, extension('level: warning')]);
    assert.deepEqual(problems, []);
    const before = mergePacks([base]).vocabulary.entry('base/terms/berth');
    assert.deepEqual(vocabulary.entry('base/terms/berth'), { ...before, level: 'warning' });
    assert.equal(vocabulary.entry('local/terms/own'), undefined);
    assert.match(
      found([base, extension('level: warning')], 'A parking place.').join(),
      /^term-deprecated warning .*“berth”.*\n.*Port Office/,
    );
  });

  it('replaces the forms of a role in its own languages only', () => {
    const packs = [base, extension('deprecated: {en: [bay]}')];
    assert.deepEqual(found(packs, 'A parking place.'), []);
    assert.match(found(packs, 'A bay.').join(), /“bay”/);
    assert.match(found(packs, '新码头有十二个停船位。').join(), /停船位/);
  });

  it('may turn the entry off', () => {
    assert.deepEqual(found([base, extension('level: off')], 'A parking place.'), []);
  });

  it('is reported where it extends nothing, or an entry of another kind', () => {
    const nothing = packNamed('local', 'terms:\n  own: {extends: base/terms/quay, level: off}\n');
    const kind = packNamed('local', 'tasks:\n  own: {extends: base/terms/berth, level: off}\n');
    for (const pack of [nothing, kind]) {
      assert.deepEqual(mergePacks([base, pack]).problems.map(placed), ['pack.yaml:6:3 error pack.dangling']);
    }
  });
});

describe('an entry’s exceptions, validity and region', () => {
  it('shields a form inside a longer phrase, and nowhere else', () => {
    const pack = packNamed(
      'harbour',
      'terms: {berth: {preferred: {en: berth, zh: 泊位}, deprecated: {en: [landing], zh: [船位]}, exceptions: {en: [landing strip], zh: [停船位费]}}}\n',
    );
    assert.deepEqual(found([pack], 'The landing strip is closed.'), []);
    assert.equal(found([pack], 'The landing is closed.').length, 1);
    assert.deepEqual(found([pack], '今年的停船位费已经下调。'), []);
    assert.equal(found([pack], '今年的船位已经用完。').length, 1);
  });

  it('leaves a deprecated form alone before the day from which it is one', () => {
    const pack = packNamed(
      'harbour',
      'terms: {berth: {preferred: berth, deprecated: [{form: parking place, validFrom: 2020-07}]}}\n',
    );
    assert.deepEqual(found([pack], 'A parking place.', { date: '2019-05-01' }), []);
    assert.equal(found([pack], 'A parking place.', { date: '2021-05-01' }).length, 1);
  });
});
