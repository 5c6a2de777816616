import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  checkPack,
  mergePacks,
  type Pack,
  type Problem,
  problemMessage,
  testPack,
} from '../../server/src/core/index.js';
import { checking, packFiles, placed } from './pack-files.js';

/** Entries that the checks should leave alone, beside those that they should find: `wrong` at `place`, `right` silent. */
interface Case {
  readonly name: string;
  readonly wrong: string;
  readonly found: readonly string[];
  readonly right: string;
}

const metric = (observations: string) =>
  `metrics:\n  m:\n    preferred: m\n    measure: {kind: amount, unit: GBP}\n    observations:\n${observations}`;
const person = (roles: string) =>
  `organizations: {office: {preferred: Port Office}}\nsources: {gazette: {title: Gazette}}\npeople:\n${roles}`;

const cases: readonly Case[] = [
  {
    name: 'a series out of order',
    wrong: metric('      - {period: 2022-Q3, value: 1}\n      - {period: 2022-06, value: 2}\n'),
    found: ['pack.yaml:11:9 warning pack.series-order'],
    right: metric(
      '      - {period: 2022, value: 1}\n      - {period: 2022-Q3, value: 1}\n      - {period: 2022-08, value: 2}\n',
    ),
  },
  {
    name: 'two values for one period without vintages',
    wrong: metric('      - {period: 2022, value: 1}\n      - {period: 2022, value: 2}\n'),
    found: ['pack.yaml:11:9 warning pack.series-twice'],
    right: metric(
      '      - {period: 2022, value: 1, vintage: 2023-01}\n      - {period: 2022, value: 2, vintage: 2023-06}\n      - {period: 2022, value: 1, comparator: above}\n',
    ),
  },
  {
    name: 'an event that ends before it begins',
    wrong: 'events:\n  t: {preferred: regatta, date: 2032-05-04/2032-05-02}\n',
    found: ['pack.yaml:6:33 error pack.dates-reversed'],
    right:
      'events:\n  t: {preferred: regatta, date: 2032-05-02/2032-05-04}\n  u: {preferred: sail-past, date: 2032-05/..}\n',
  },
  {
    name: 'a form that is both right and deprecated',
    wrong: 'terms:\n  t: {preferred: quay, admitted: [wharf], deprecated: [wharf, pier]}\n',
    found: ['pack.yaml:6:55 error pack.form-both'],
    right:
      'terms:\n  t: {preferred: quay, admitted: [wharf], deprecated: [Wharf, {form: quay, near: [ship], replacement: dock}]}\n',
  },
  {
    // trial 9.1
    name: 'a form that is found again in what is written for it',
    wrong:
      'terms:\n  t: {preferred: far off, deprecated: [{form: long term, replacement: long-term}]}\n  u: {preferred: quay, deprecated: [{form: pier, replacement: old pier}]}\n',
    found: ['pack.yaml:6:39 error pack.form-itself', 'pack.yaml:7:36 error pack.form-itself'],
    right:
      'terms:\n  t: {preferred: long-term, deprecated: [long term, {form: White Paper, replacement: white paper, caseSensitive: true}], admitted: white paper}\n  u: {preferred: old pier, deprecated: [pier]}\n',
  },
  {
    name: 'a form that can never be found',
    wrong:
      'terms:\n  t: {preferred: quay, deprecated: ["--"]}\n  u: {preferred: berth, deprecated: [pier], hidden: [pier]}\n',
    found: ['pack.yaml:6:36 warning pack.form-never', 'pack.yaml:7:53 warning pack.form-never'],
    right:
      'terms:\n  t: {preferred: per cent, deprecated: [percent, per-cent], admitted: ["%"]}\n  u: {preferred: start-up, deprecated: [start up, {form: set up, class: attributive}]}\n  v: {preferred: { zh: A股 }, deprecated: { zh: [Ａ股, A 股] }}\n',
  },
  {
    name: 'a form with a control character',
    wrong: 'terms:\n  t: {preferred: "quay\\0side"}\n',
    found: ['pack.yaml:6:18 error pack.form-control'],
    right: 'terms:\n  t: {preferred: "quay\\nside"}\n',
  },
  {
    name: 'an unknown unit',
    wrong: 'metrics:\n  m: {preferred: m, measure: {kind: amount, unit: boxes}}\n',
    found: ['pack.yaml:6:51 warning pack.unit-unknown'],
    right:
      'units: {boxes: {forms: boxes}}\nmetrics:\n  a: {preferred: a, measure: {kind: amount, unit: boxes}}\n  b: {preferred: b, measure: {kind: amount, unit: GBP/MWh}}\n  c: {preferred: c, measure: {kind: amount, unit: Mt}}\n',
  },
  {
    // trial 9.4
    name: 'a word in place of a unit, and a count with a unit',
    wrong:
      'metrics:\n  a: {preferred: a, measure: {kind: amount, unit: tonne}}\n  b: {preferred: b, measure: {kind: amount, unit: 万吨}}\n  c: {preferred: c, measure: {kind: share, unit: per cent}}\n  d: {preferred: d, measure: {kind: count, unit: t}}\n',
    found: [
      'pack.yaml:6:51 warning pack.unit-meant',
      'pack.yaml:7:51 warning pack.unit-scaled',
      'pack.yaml:8:50 warning pack.unit-meant',
      'pack.yaml:9:50 warning pack.unit-count',
    ],
    right:
      'metrics:\n  a: {preferred: a, measure: {kind: amount, unit: t}}\n  b: {preferred: b, measure: {kind: amount, unit: year}}\n  c: {preferred: c, measure: {kind: share, unit: pp}}\n  d: {preferred: d, measure: {kind: count, noun: tonne}}\n',
  },
  {
    name: 'an amount without a unit, and a share in another than percent',
    wrong:
      'metrics:\n  a: {preferred: a, measure: {kind: amount}}\n  b: {preferred: b, measure: {kind: share, unit: GBP}}\n',
    found: ['pack.yaml:6:30 warning pack.unit-missing', 'pack.yaml:7:50 warning pack.unit-kind'],
    right:
      'metrics:\n  a: {preferred: a, measure: {kind: count}}\n  b: {preferred: b, measure: {kind: share, unit: percent}}\n',
  },
  {
    name: 'a share of which nobody can tell whether it is percent (trial 3.14)',
    wrong:
      'metrics:\n  m:\n    preferred: m\n    measure: {kind: share}\n    observations: [{period: 2022, value: 0.41}]\n',
    found: ['pack.yaml:8:14 warning pack.unit-missing.share'],
    right:
      'metrics:\n  a:\n    preferred: a\n    measure: {kind: share, unit: percent}\n    observations: [{period: 2022, value: 0.41}]\n  b:\n    preferred: b\n    measure: {kind: growth}\n    observations: [{period: 2022, value: 4.1}]\n',
  },
  {
    name: 'milestones in different units',
    wrong:
      'targets:\n  t: {preferred: t, milestones: [{due: 2030, value: 1, unit: GW}, {due: 2035, value: 2, unit: GWh}]}\n',
    found: ['pack.yaml:6:33 warning pack.units-differ'],
    right:
      'targets:\n  t: {preferred: t, milestones: [{due: 2030, value: 1, unit: GW}, {due: 2035, value: 2, unit: GW}]}\n',
  },
  {
    name: 'an unknown region',
    wrong: 'terms:\n  t: {preferred: t, region: XY}\n',
    found: ['pack.yaml:6:29 warning pack.region-unknown'],
    right:
      'regions: {GB-NTH: {forms: Northport, parent: GB}}\nterms:\n  t: {preferred: t, region: GB-NTH}\n  u: {preferred: u, region: FRA}\n',
  },
  {
    name: 'two people in one post at one time',
    wrong: person(
      '  ada: {preferred: Ada, roles: [{title: master, organization: office, from: 2019-05, to: 2022}]}\n  bob: {preferred: Bob, roles: [{title: Master, organization: office, seen: 2021-07-01}]}\n',
    ),
    found: ['pack.yaml:9:33 warning pack.roles-overlap'],
    right: person(
      '  ada: {preferred: Ada, roles: [{title: master, organization: office, from: 2019-05-01, to: 2021-07-01}]}\n  bob: {preferred: Bob, roles: [{title: master, organization: office, from: 2021-07-01}]}\n  cy: {preferred: Cy, roles: [{title: pilot, organization: office, seen: 2020-01-01}]}\n',
    ),
  },
  {
    name: 'dates the wrong way round',
    wrong: 'terms:\n  t: {preferred: t, validFrom: 2032-05, validTo: 2031}\n',
    found: ['pack.yaml:6:32 error pack.dates-reversed'],
    right: 'terms:\n  t: {preferred: t, validFrom: 2031-05, validTo: 2031}\n',
  },
  {
    name: 'a term that has run out, with nothing in its place',
    wrong: 'terms:\n  t: {preferred: t, validTo: 2023}\n',
    found: ['pack.yaml:6:30 warning pack.expired'],
    right:
      'terms:\n  t: {preferred: t, validTo: 2023, replacedBy: terms/u}\n  u: {preferred: u, validTo: 2024}\norganizations: {o: {preferred: O, validTo: 2001}}\n',
  },
  {
    name: 'a near that can never match',
    wrong:
      'terms:\n  a: {preferred: a1, deprecated: {en: [{form: landing, near: 模型}]}}\n  b: {preferred: b1, deprecated: {en: [{form: scene, near: [use*]}]}}\n',
    found: ['pack.yaml:6:34 warning pack.near-never', 'pack.yaml:7:34 warning pack.near-never'],
    right:
      'terms:\n  a: {preferred: a1, deprecated: {en: [{form: landing, near: model}], zh: [{form: 落地, near: 模型}]}}\n',
  },
  {
    name: 'a head that is no word of its form',
    wrong: 'terms:\n  t: {preferred: {form: Contract for Difference, head: Contracts}}\n',
    found: ['pack.yaml:6:18 warning pack.head-missing'],
    right: 'terms:\n  t: {preferred: {form: Contract for Difference, head: contract}}\n',
  },
  {
    name: 'a deprecated form that is the preferred one of another kind',
    wrong:
      'terms:\n  t: {preferred: berth, deprecated: landing place}\nmetrics: {m: {preferred: landing place, measure: {kind: count}}}\n',
    found: ['pack.yaml:6:37 warning pack.deprecated-preferred'],
    right:
      'terms:\n  t: {preferred: berth, deprecated: {form: landing place, near: ship}}\nmetrics: {m: {preferred: landing place, measure: {kind: count}}}\n',
  },
  {
    name: 'a form that two entries of a kind claim',
    wrong: 'terms:\n  a: {preferred: berth}\n  b: {preferred: quay, admitted: [Berth]}\n',
    found: ['pack.yaml:7:3 error pack.duplicate-form'],
    right: 'terms:\n  a: {preferred: berth}\n  b: {preferred: quay, admitted: [berthing]}\n',
  },
  {
    name: 'sections that share a heading or an id',
    wrong:
      'reports:\n  r: {sections: [{id: a, heading: [Aims, Goals]}, {id: b, heading: goals}, {id: a, heading: Sources}]}\n',
    found: ['pack.yaml:6:68 error pack.heading-twice', 'pack.yaml:6:81 error pack.section-twice'],
    right: 'reports:\n  r: {sections: [{id: a, heading: [Aims, Goals]}, {id: b, heading: Sources}]}\n',
  },
  {
    name: 'what a new report begins with, where it does not go in',
    wrong:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's.
      "reports:\n  r:\n    title: 'Of ${term:none}'\n    frontMatter: {author: '${1:[name]'}\n    sections: [{id: a, heading: Aims, body: '${metric:none}'}]\n",
    found: [
      'pack.yaml:7:12 error snippet.entry-unknown',
      'pack.yaml:8:27 error snippet.unclosed',
      'pack.yaml:9:45 error snippet.entry-unknown',
    ],
    right:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's.
      "terms: {t: {preferred: quay}}\nreports:\n  r:\n    title: 'Of ${term:t} and ${1:[what else]}'\n    frontMatter: {author: '${1:[name]}'}\n    sections: [{id: a, heading: Aims, body: 'We want ${1:[what]}.'}]\n",
  },
  {
    name: 'a new report that has findings of its own',
    wrong:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's.
      "terms: {t: {preferred: quay, deprecated: {en: [landing place]}}}\nreports:\n  r: {title: 'At the landing place: ${1:[what]}', sections: []}\n",
    found: ['pack.yaml:7:3 warning pack.new-report-finding'],
    right:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's.
      "terms: {t: {preferred: quay, deprecated: {en: [landing place]}}}\nreports:\n  r: {title: 'At the quay: ${1:[what]}', sections: []}\n",
  },
  {
    name: 'circles of what replaces, holds or scales another',
    wrong:
      'units:\n  u: {of: v, forms: u}\n  v: {of: u, forms: v}\nterms:\n  a: {preferred: a1, replacedBy: terms/b}\n  b: {preferred: b1, replacedBy: terms/a}\norganizations:\n  o: {preferred: O, parent: o}\n',
    found: ['pack.yaml:6:3 error pack.cycle', 'pack.yaml:9:34 error pack.cycle', 'pack.yaml:12:29 error pack.cycle'],
    right:
      'units:\n  u: {of: v, forms: u}\n  v: {of: t, forms: v}\nterms:\n  a: {preferred: a1, replacedBy: terms/b}\n  b: {preferred: b1}\norganizations:\n  o: {preferred: O, parent: p}\n  p: {preferred: P}\n',
  },
  {
    name: 'forms of one entry that differ in capitals only',
    wrong: 'terms:\n  a: {preferred: a1, deprecated: [quay current, Quay Current]}\n',
    found: ['pack.yaml:6:34 warning pack.form-capitals'],
    right:
      'terms:\n  a: {preferred: a1, deprecated: [{form: quay current, caseSensitive: true}, {form: QUAY current, caseSensitive: true}]}\n',
  },
  {
    name: 'a circle of parents once, whichever lead into it',
    wrong:
      'organizations:\n  x: {preferred: X, parent: a}\n  a: {preferred: A, parent: b}\n  b: {preferred: B, parent: c}\n  c: {preferred: C, parent: a}\n  y: {preferred: Y, parent: x}\nregions:\n  r: {forms: R, parent: s}\n  s: {forms: S, parent: r}\n  t: {forms: T, parent: r}\n',
    found: ['pack.yaml:6:29 error pack.cycle', 'pack.yaml:12:3 error pack.cycle'],
    right: 'organizations:\n  x: {preferred: X, parent: a}\n  a: {preferred: A}\nregions:\n  r: {forms: R}\n',
  },
  {
    name: 'an engine that the pack does not run on, and nothing else of it',
    wrong: "engine: '>=99'\nterms: {a: {}}\nheadings: {}\n",
    found: ['pack.yaml:5:1 error pack.engine'],
    right: "engine: '>=0.1'\nterms: {}\n",
  },
  {
    name: 'a range of versions that is none',
    wrong: 'engine: newest\n',
    found: ['pack.yaml:5:1 error pack.range-invalid'],
    right: "engine: '^0.1.0'\n",
  },
  {
    name: 'facts that nobody has looked at for long',
    wrong: 'factsAsOf: 2022-03\nstaleAfter: P18M\n',
    found: ['pack.yaml:5:1 warning pack.stale'],
    right: 'factsAsOf: 2023-03\nstaleAfter: P18M\n',
  },
];

/** Every field that names an entry, with nothing behind it. */
const dangling: readonly [field: string, entries: string][] = [
  ['basis', 'terms:\n  t: {preferred: t, basis: none}\n'],
  ['replacedBy', 'terms:\n  t: {preferred: t, replacedBy: terms/none}\n'],
  ['tasks', 'taskLists:\n  l: {preferred: l, tasks: [none]}\n'],
  ['setBy', 'tasks: {a: {preferred: a}}\ntaskLists:\n  l: {preferred: l, tasks: [a], setBy: none}\n'],
  ['setAt', 'tasks: {a: {preferred: a}}\ntaskLists:\n  l: {preferred: l, tasks: [a], setAt: events/none}\n'],
  ['base', 'metrics:\n  m: {preferred: m, measure: {kind: share, base: none}}\n'],
  ['distinctFrom', 'metrics:\n  m: {preferred: m, measure: {kind: count}, distinctFrom: none}\n'],
  [
    'source of an observation',
    'metrics:\n  m: {preferred: m, measure: {kind: count}, observations: [{period: 2020, value: 1, source: none}]}\n',
  ],
  ['source of a run', 'metrics:\n  m: {preferred: m, measure: {kind: rank}, runs: [{rank: 1, source: none}]}\n'],
  ['holder', 'statements:\n  s: {preferred: s, holder: organizations/none}\n'],
  ['attributedTo', 'statements:\n  s: {preferred: s, attributedTo: [people/none]}\n'],
  ['goal', 'targets:\n  t: {preferred: t, goal: terms/none}\n'],
  ['baseline', 'targets:\n  t: {preferred: t, milestones: [{due: 2030, baseline: none}]}\n'],
  ['organization of a role', 'people:\n  p: {preferred: P, roles: [{title: x, organization: none}]}\n'],
  ['source of a role', 'people:\n  p: {preferred: P, roles: [{title: x, source: [none]}]}\n'],
  ['parent', 'organizations:\n  o: {preferred: O, parent: none}\n'],
  ['by of an event', 'events:\n  e: {preferred: e, by: none}\n'],
  ['by of a programme', 'programmes:\n  p: {preferred: P, by: none}\n'],
  ['publisher of a document', 'documents:\n  d: {preferred: D, publisher: none}\n'],
  ['conflicts', 'formulations:\n  f: {preferred: f, members: [a, b], conflicts: [formulations/none]}\n'],
  ['tasks of a report', 'reports:\n  r: {sections: [], tasks: none}\n'],
  ['metrics of a report', 'reports:\n  r: {sections: [], metrics: [none]}\n'],
  ['targets of a report', 'reports:\n  r: {sections: [], targets: none}\n'],
];

const surroundings = { date: '2024-05-01' };

describe('checking a pack', () => {
  for (const { name, wrong, found, right } of cases) {
    it(`finds ${name}`, () => {
      assert.deepEqual(checking(wrong, surroundings), found);
      assert.deepEqual(checking(right, surroundings), []);
    });
  }

  for (const [field, entries] of dangling) {
    it(`finds the ${field} that nothing has`, () => {
      const { problems } = checkPack(packFiles(entries));
      assert.deepEqual(
        problems.map(({ messageId, values }) => [messageId, String(values.reference).replace(/^.*\//, '')]),
        [['pack.dangling', 'none']],
      );
      const line = entries.split('\n').findIndex((each) => each.includes('none')) + 5;
      const [problem] = problems;
      assert.equal((problem?.range.start.line ?? 0) + 1, line);
      assert.equal(
        entries
          .split('\n')
          [line - 5]?.slice(problem?.range.start.character)
          .match(/^\[?(?:\w+\/)?none/)?.length,
        1,
      );
    });
  }

  it('takes an id, kind/id and pack/kind/id in every field that names an entry (issue 13, format 9)', () => {
    const pack = (name: (kind: string, id: string) => string) => `
sources: {yearbook: {title: Yearbook}}
terms: {berth: {preferred: berth, basis: ${name('sources', 'yearbook')}, replacedBy: ${name('terms', 'quay')}}, quay: {preferred: quay}}
tasks: {a: {preferred: a}}
taskLists: {l: {preferred: l, tasks: [${name('tasks', 'a')}], setBy: ${name('organizations', 'o')}, setAt: ${name('events', 'e')}}}
metrics:
  m: {preferred: m, measure: {kind: share, unit: percent, base: ${name('metrics', 'n')}}, observations: [{period: 2020, value: 1, source: ${name('sources', 'yearbook')}}]}
  n: {preferred: n, measure: {kind: count}, distinctFrom: ${name('metrics', 'm')}}
targets: {t: {preferred: t, goal: ${name('terms', 'quay')}, setBy: ${name('organizations', 'o')}, milestones: [{due: 2030, baseline: ${name('metrics', 'm')}}]}}
people: {p: {preferred: P, roles: [{title: x, organization: ${name('organizations', 'o')}, source: [${name('sources', 'yearbook')}]}]}}
organizations: {o: {preferred: O, parent: ${name('organizations', 'q')}}, q: {preferred: Q}}
events: {e: {preferred: e, by: ${name('organizations', 'o')}}}
formulations: {f: {preferred: f, members: [b, c], attributedTo: ${name('people', 'p')}, conflicts: [${name('taskLists', 'l')}]}}
reports: {r: {sections: [], tasks: ${name('taskLists', 'l')}, metrics: [${name('metrics', 'm')}], targets: [${name('targets', 't')}]}}
`;
    const models = [
      (_: string, id: string) => id,
      (kind: string, id: string) => `${kind}/${id}`,
      (kind: string, id: string) => `harbour/${kind}/${id}`,
    ].map((name) => {
      const { pack: read, problems } = checkPack(packFiles(pack(name)));
      assert.deepEqual(problems.map(placed), []);
      // All but the places.
      return JSON.stringify(read?.entries, (key, value) => (key === 'location' ? undefined : value));
    });
    assert.equal(models[1], models[0]);
    assert.equal(models[2], models[0]);
  });

  it('names both entries where an id is of two kinds (issue 13, format 9)', () => {
    const entries =
      'targets:\n  t: {preferred: t, goal: gdp}\nterms: {gdp: {preferred: gross}}\ntasks: {gdp: {preferred: a}}\n';
    const { problems } = checkPack(packFiles(entries));
    assert.deepEqual(problems.map(placed), ['pack.yaml:6:27 error pack.reference-two']);
    assert.match(problemMessage(problems[0] as Problem, 'en'), /terms\/gdp and tasks\/gdp/);
    assert.match(problemMessage(problems[0] as Problem, 'zh'), /terms\/gdp[和、]tasks\/gdp/);
    assert.deepEqual(checking(entries.replace('goal: gdp', 'goal: tasks/gdp')), []);
  });

  it('finds a name of a kind that cannot stand there', () => {
    assert.deepEqual(checking('organizations:\n  o: {preferred: O, parent: terms/t}\nterms: {t: {preferred: t}}\n'), [
      'pack.yaml:6:29 error pack.reference-kind',
    ]);
  });

  it('names records that nothing can date (issue 13, format 12)', () => {
    const open = (source: string) =>
      `sources: {s: {title: Tariff${source}}}\n${metric('      - {period: 2024-04-01/.., value: 1, source: s}\n')}`;
    assert.deepEqual(checking(open('')), ['pack.yaml:11:9 warning pack.record-undated']);
    const isTold = (entries: string) => checking(entries).some((problem) => problem.includes('undated'));
    for (const day of [', date: 2024-03-01', ', accessed: 2024-03-02']) assert.ok(!isTold(open(day)));
    assert.ok(!isTold(open('').replace('source: s', 'vintage: 2024-03-01')));
  });

  it('puts every problem in words of both languages', () => {
    for (const { wrong } of cases) {
      for (const problem of checkPack(packFiles(wrong), surroundings).problems) {
        for (const locale of ['en', 'zh'] as const) {
          const text = problemMessage(problem, locale);
          assert.doesNotMatch(text, /^pack\.|\{\w+\}|undefined/, `${problem.messageId} in ${locale}: ${text}`);
        }
      }
    }
  });
});

describe('checking what a pack rests on', () => {
  const pack = (name: string, version: string, rest = ''): Pack =>
    checkPack(new Map([['pack.yaml', `name: ${name}\nversion: ${version}\nlanguages: [en]\n${rest}`]])).pack as Pack;
  const base = pack('base', '1.2.0', 'terms: {berth: {preferred: berth}}\n');
  const needs = (range: string) => `dependencies:\n  base: '${range}'\n`;

  it('finds a dependency that is missing, of another version, of no version, deep or in a circle', () => {
    assert.deepEqual(checking(needs('^1.0.0'), { others: [base] }), []);
    assert.deepEqual(checking(needs('^1.0.0')), ['pack.yaml:6:3 error pack.dependency-missing']);
    assert.deepEqual(checking(needs('^2.0.0'), { others: [base] }), ['pack.yaml:6:3 error pack.dependency-version']);
    assert.deepEqual(checking(needs('new'), { others: [base] }), ['pack.yaml:6:3 error pack.range-invalid']);
    assert.deepEqual(checking(needs('1'), { others: [pack('base', '1.0.0', "dependencies: {further: '1'}\n")] }), [
      'pack.yaml:6:3 error pack.dependency-deep',
    ]);
    assert.deepEqual(checking(needs('1'), { others: [pack('base', '1.0.0', "dependencies: {harbour: '1'}\n")] }), [
      'pack.yaml:6:3 error pack.dependency-cycle',
    ]);
    assert.deepEqual(checking("dependencies:\n  harbour: '1'\n"), ['pack.yaml:6:3 error pack.dependency-cycle']);
  });

  it('does not hold a pack against itself', () => {
    assert.deepEqual(
      checking('terms: {berth: {preferred: berth}}\n', {
        others: [pack('harbour', '1.0.0', 'terms: {berth: {preferred: berth}}\n')],
      }),
      [],
    );
  });

  it('finds an id that neither the pack nor those it depends on have', () => {
    const entries = (id: string) => `${needs('1')}targets:\n  t: {preferred: t, goal: terms/${id}}\n`;
    assert.deepEqual(checking(entries('berth'), { others: [base] }), []);
    assert.deepEqual(checking(entries('quay'), { others: [base] }), ['pack.yaml:8:27 error pack.dangling']);
    for (const [from, to] of [
      ['terms/berth', 'berth'],
      ['terms/berth', 'base/terms/berth'],
    ] as const)
      assert.deepEqual(checking(entries('berth').replace(from, to), { others: [base] }), []);
    assert.deepEqual(checking(entries('quay').replace('terms/quay', 'base/terms/quay'), { others: [base] }), [
      'pack.yaml:8:27 error pack.dangling',
    ]);
  });

  it('finds what extends nothing, its own pack or another kind', () => {
    const extending = (target: string) => `terms:\n  t: {extends: ${target}, level: off}\n`;
    const others = [base];
    assert.deepEqual(checking(extending('base/terms/berth'), { others }), []);
    const kind = 'tasks:\n  t: {extends: base/terms/berth, level: off}\n';
    assert.deepEqual(checking(extending('base/terms/quay'), { others }), ['pack.yaml:6:16 error pack.extends-nothing']);
    assert.deepEqual(checking(extending('harbour/terms/t'), { others }), ['pack.yaml:6:16 error pack.extends-own']);
    assert.deepEqual(checking(kind, { others }), ['pack.yaml:6:16 error pack.extends-kind']);
  });
});

describe('running the examples of a pack', () => {
  const run = (examples: string) => {
    const entries = `terms:\n  berth:\n    preferred: {en: berth, zh: 泊位}\n    deprecated: {en: [{form: bay, validFrom: 2020}], zh: 船位}\n    examples:\n${examples}`;
    const { pack, problems } = checkPack(packFiles(entries));
    assert.deepEqual(problems, []);
    const { vocabulary } = mergePacks([pack as Pack]);
    return testPack(vocabulary, 'harbour', { date: '2024-05-01' }).map(
      ({ passed, expected, example, findings }) =>
        `${example.location.range.start.line + 1} ${expected} ${passed ? 'passed' : 'failed'} ${findings.length}`,
    );
  };

  it('passes a line to flag with a finding of the entry and a line to allow without one', () => {
    assert.deepEqual(
      run('      flag:\n        - The bay is free.\n        - 今年的船位已经用完。\n      allow: The berth is free.\n'),
      ['11 flag passed 1', '12 flag passed 1', '13 allow passed 0'],
    );
  });

  it('fails the others, each at its own place', () => {
    assert.deepEqual(run('      flag: The berth is free.\n      allow: [The bay is free.]\n'), [
      '10 flag failed 0',
      '11 allow failed 1',
    ]);
  });

  it('takes the date that an example gives itself', () => {
    assert.deepEqual(run('      allow:\n        - {text: The bay is free., date: 2019-05-01}\n'), [
      '11 allow passed 0',
    ]);
  });
});
