import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
  checkPack,
  type EntryKind,
  type EntryOf,
  findingMessage,
  lintReport,
  mergePacks,
  type Pack,
  readPack,
  readReport,
} from '../../server/src/core/index.js';
import { filesIn, placed } from './pack-files.js';

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
    assert.deepEqual(mergePacks([base, nothing]).problems.map(placed), ['pack.yaml:6:18 error pack.extends-nothing']);
    assert.deepEqual(mergePacks([base, kind]).problems.map(placed), ['pack.yaml:6:18 error pack.extends-kind']);
  });
});

describe('an entry that adds to another', () => {
  const fixture = (name: string) => filesIn(join(import.meta.dirname, '../fixtures/packs', name));
  const read = (name: string) => {
    const { pack, problems } = readPack(fixture(name));
    assert.deepEqual(problems, []);
    return pack as Pack;
  };
  const theirs = read('uk-clean-power');
  const merged = mergePacks([theirs, read('our-power')]);
  const entry = <K extends EntryKind>(kind: K, id: string, { vocabulary } = merged) =>
    vocabulary.entry(`uk-clean-power/${kind}/${id}`) as EntryOf<K>;

  it('appends to the lists of every kind, and replaces what stands beside', () => {
    assert.deepEqual(merged.problems, []);
    const { problems } = checkPack(fixture('our-power'), { others: [theirs], date: '2025-06-01' });
    assert.deepEqual(problems.map(placed), []);
    const before = mergePacks([theirs]);
    const grown = (list: (which: typeof merged) => readonly unknown[]) => list(merged).length - list(before).length;
    const desnz = entry('organizations', 'desnz');
    assert.equal(desnz.level, 'warning');
    assert.deepEqual(
      desnz.forms.slice(-3).map(({ text, role }) => `${role} ${text}`),
      ['admitted the energy department', 'deprecated Ministry of Energy', 'hidden 英国能源部门'],
    );
    assert.equal(
      grown((which) => entry('organizations', 'desnz', which).exceptions),
      1,
    );
    assert.equal(
      grown((which) => entry('organizations', 'desnz', which).examples.flag),
      1,
    );
    assert.equal(
      grown((which) => entry('organizations', 'desnz', which).examples.allow),
      1,
    );
    assert.equal(
      grown((which) => entry('organizations', 'desnz', which).basis),
      1,
    );
    assert.equal(
      grown((which) => entry('targets', 'clean-2030', which).milestones),
      1,
    );
    assert.equal(
      grown((which) => entry('people', 'ed-miliband', which).roles),
      1,
    );
    assert.equal(
      grown((which) => entry('taskLists', 'gbe-functions', which).tasks),
      1,
    );
    assert.equal(
      grown((which) => entry('reports', 'delivery-note', which).sections),
      1,
    );
    assert.deepEqual(found([theirs, read('our-power')], 'The Ministry of Energy wrote it.').length, 1);
    assert.deepEqual(found([theirs, read('our-power')], 'The Ministry of Energy of Ghana wrote it.'), []);
  });

  it('puts records among those that are there, each with its own pack’s source', () => {
    const { observations } = entry('metrics', 'gas-share');
    assert.deepEqual(
      observations.map(({ period, value, source }) => `${period} ${value} ${source}`),
      ['2022 41 our-power/sources/action-plan', '2023 32 action-plan', '2024 30 outturn-2024'],
    );
    const said = 'In 2024 the gas share of generation was 38%.';
    assert.match(
      found([theirs, read('our-power')], said, { date: '2025-06-01' }).join(),
      /metric-value error .*30.*\n.*\n.*Our team/,
    );
    assert.match(
      found([theirs, read('our-power')], said.replace('2024', '2022'), { date: '2025-06-01' }).join(),
      /Our team, Our notes on the plan, 1 February 2025/,
    );
  });

  const base = packNamed(
    'base',
    'metrics: {visits: {preferred: visits, measure: {kind: count, noun: visit}, observations: [{period: 2022, value: 41}]}}\n' +
      'terms: {berth: {preferred: berth, deprecated: [slot]}}\n',
  );
  const adding = (name: string, fields: string, of = 'metrics/visits') =>
    packNamed(name, `${of.split('/')[0]}:\n  own: {extends: base/${of}, add: {${fields}}}\n`);

  it('is the same from two packs as from one', () => {
    const add = 'observations: [{period: 2023, value: 42}]';
    const both = mergePacks([base, adding('one', add), adding('two', add)]);
    assert.deepEqual(both.problems, []);
    assert.deepEqual(both.vocabulary.entries, mergePacks([base, adding('one', add)]).vocabulary.entries);
  });

  it('keeps the record that is there where another contradicts it, and tells', () => {
    const other = adding(
      'one',
      'observations: [{period: 2022, value: 43}, {period: 2022, value: 44, vintage: 2023-05-01}]',
    );
    const { vocabulary, problems } = mergePacks([base, other]);
    assert.deepEqual(
      problems.map((problem) => `${problem.pack} ${placed(problem)} ${problem.values.values}`),
      ['one pack.yaml:6:60 warning pack.series-twice 41,43'],
    );
    const [metric] = vocabulary.ofKind('metrics');
    assert.deepEqual(
      metric?.observations.map(({ value }) => value),
      [41, 44],
    );
  });

  it('gives a form the role that it is added in, but never takes away the preferred one', () => {
    const admitted = adding('one', 'admitted: [slot]', 'terms/berth');
    assert.deepEqual(found([base, admitted], 'A slot is free.'), []);
    const { problems, vocabulary } = mergePacks([base, adding('one', 'deprecated: [berth]', 'terms/berth')]);
    assert.deepEqual(problems.map(placed), ['pack.yaml:6:54 warning pack.duplicate-form']);
    assert.equal(vocabulary.entry('base/terms/berth')?.forms[0]?.role, 'preferred');
  });

  it('is held to what there is, as all that a pack names', () => {
    const text =
      'name: ours\nlanguages: [en]\nmetrics:\n  v:\n    extends: base/metrics/visits\n    add: {observations: [{period: 2023, value: 42, source: nothing}]}\n';
    const { problems } = checkPack(new Map([['pack.yaml', text]]), { others: [base], date: '2024-05-01' });
    assert.deepEqual(
      problems.map((problem) => `${placed(problem)} ${problem.values.reference}`),
      ['pack.yaml:6:60 error pack.dangling sources/nothing'],
    );
  });

  it('is told where it stands alone, or names a list that the kind has not', () => {
    const problemsOf = (entries: string) =>
      readPack(new Map([['pack.yaml', `name: x\nlanguages: [en]\n${entries}`]])).problems.map(
        (problem) => `${placed(problem)} ${problem.values.field}`,
      );
    assert.deepEqual(problemsOf('terms: {a: {preferred: a, add: {admitted: [b]}}}\n'), [
      'pack.yaml:3:9 error pack.missing-field extends',
    ]);
    assert.deepEqual(problemsOf('terms: {a: {extends: b/terms/a, add: {observations: []}}}\n'), [
      'pack.yaml:3:39 warning pack.unknown-field observations',
    ]);
    assert.deepEqual(problemsOf('terms: {a: {extends: b/terms/a, add: {preferred: c}}}\n'), [
      'pack.yaml:3:39 warning pack.misplaced-field.beside preferred',
    ]);
    assert.deepEqual(problemsOf('metrics: {a: {extends: b/metrics/a, add: {observations: [{period: 2023}]}}}\n'), [
      'pack.yaml:3:58 error pack.missing-field value',
    ]);
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
