import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  checkPack,
  findingMessage,
  lintReport,
  mergePacks,
  type Pack,
  problemMessage,
  readPack,
  readReport,
} from '../../server/src/core/index.js';
import { checking, manifest, packFiles, placed, reading } from './pack-files.js';

/** An entry that holds, beside whatever is broken. */
const good = 'terms:\n  berth: {preferred: berth}\n';

interface BadInput {
  readonly name: string;
  readonly entries: string;
  readonly problems: readonly string[];
  /** All that holds; without it, the one good entry. */
  readonly ids?: readonly string[];
}

const bad: readonly BadInput[] = [
  {
    name: 'an unclosed bracket',
    entries: `${good}  quay: {preferred: [quay\n  pier: {preferred: pier}\n`,
    problems: ['pack.yaml:7:21 error pack.yaml-invalid'],
    ids: ['terms/berth', 'terms/pier'],
  },
  {
    name: 'a tab for indentation',
    entries: `${good}  quay:\n\tpreferred: quay\n`,
    problems: ['pack.yaml:8:1 error pack.yaml-invalid'],
  },
  {
    name: 'a wrong type of a field',
    entries: `${good}  quay: {preferred: quay, exempt: perhaps}\n`,
    problems: ['pack.yaml:7:35 error pack.wrong-type'],
  },
  {
    name: 'a wrong type of a kind and of an entry',
    entries: `${good}  quay: 7\ntasks: [widen]\n`,
    problems: ['pack.yaml:7:3 error pack.wrong-type', 'pack.yaml:8:1 error pack.wrong-type'],
  },
  {
    name: 'a missing field',
    entries: `${good}  quay: {note: The long one.}\n`,
    problems: ['pack.yaml:7:3 error pack.missing-field'],
  },
  {
    name: 'an unknown field, and the entry stays',
    entries: `${good}  quay: {preferred: quay, colour: grey}\n`,
    problems: ['pack.yaml:7:27 warning pack.unknown-field'],
    ids: ['terms/berth', 'terms/quay'],
  },
  {
    name: 'a field misspelt, and so missing',
    entries: `${good}  quay: {prefered: quay}\n`,
    problems: ['pack.yaml:7:3 error pack.missing-field', 'pack.yaml:7:10 warning pack.unknown-field'],
  },
  {
    name: 'an unknown kind',
    entries: `${good}ships: {mary: {preferred: Mary}}\n`,
    problems: ['pack.yaml:7:1 warning pack.unknown-kind'],
  },
  {
    name: 'an id that nothing has, and the entry stays',
    entries: 'terms:\n  berth:\n    preferred: berth\n    basis: [{source: handbok, at: page 3}]\n',
    problems: ['pack.yaml:8:22 error pack.dangling'],
  },
  {
    name: 'one id twice: the first holds',
    entries: `${good}  berth: {preferred: quay}\n`,
    problems: ['pack.yaml:7:3 error pack.yaml-invalid'],
  },
  {
    name: 'an alias bomb',
    entries: `description: &a0 lol\n${bomb()}${good}  quay: {preferred: *a9}\n`,
    problems: [
      ...Array.from({ length: 9 }, (_, i) => `pack.yaml:${i + 6}:1 warning pack.unknown-kind`),
      'pack.yaml:17:9 error pack.alias-abuse',
    ],
  },
  {
    name: 'an alias that nothing has',
    entries: `${good}  quay: {preferred: *none}\n`,
    problems: ['pack.yaml:7:9 error pack.yaml-invalid'],
  },
  {
    name: 'a form of 10,000 characters',
    entries: `${good}  quay: {preferred: ${'q'.repeat(10_000)}}\n  pier: {preferred: pier, admitted: [{form: "${'码'.repeat(10_000)}"}]}\n`,
    problems: ['pack.yaml:7:21 error pack.wrong-type', 'pack.yaml:8:45 error pack.wrong-type'],
  },
  {
    name: 'an empty form',
    entries: `${good}  quay: {preferred: ""}\n  pier: {preferred: " "}\n`,
    problems: ['pack.yaml:7:21 error pack.wrong-type', 'pack.yaml:8:21 error pack.wrong-type'],
  },
  {
    name: 'a date, a period, a value and a level that are none',
    entries: `${good}  quay: {preferred: quay, validFrom: 2023-13, level: fatal}\nmetrics:\n  m: {preferred: m, measure: {kind: count}, observations: [{period: 2022-Q5, value: 1}, {period: 2022, value: many}]}\n`,
    problems: [
      'pack.yaml:7:38 error pack.wrong-type',
      'pack.yaml:7:54 error pack.wrong-type',
      'pack.yaml:9:69 error pack.wrong-type',
      'pack.yaml:9:111 error pack.number-alone',
    ],
  },
  {
    name: 'a language that is none',
    entries: `${good}  quay: {preferred: {english: quay}}\n`,
    problems: ['pack.yaml:7:22 error pack.wrong-type'],
  },
];

/** Nine lists, each of ten times the one before. */
function bomb(): string {
  return Array.from({ length: 9 }, (_, i) => `b${i}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`).join('');
}

describe('bad input in a pack', () => {
  for (const { name, entries, problems, ids = ['terms/berth'] } of bad) {
    it(`${name} is a problem at its place, and what is good works`, () => {
      const found = reading(entries);
      assert.deepEqual(found.problems, problems);
      assert.deepEqual(found.ids, ids);
    });
  }

  it('a form that two entries claim is reported at the second', () => {
    assert.deepEqual(checking(`${good}  stand: {preferred: stand, admitted: [berth]}\n`), [
      'pack.yaml:7:3 error pack.duplicate-form',
    ]);
  });

  it('the message about a form says how long it may be', () => {
    const entries = `terms:\n  quay: {preferred: ${'q'.repeat(1001)}}\n  pier: {preferred: " "}\n`;
    const { problems } = readPack(packFiles(entries));
    assert.deepEqual(
      problems.map((problem) => problemMessage(problem, 'en')),
      Array(2).fill('“preferred” should be text of 1 to 1,000 characters'),
    );
  });

  it('a second document in a file is said to be one', () => {
    const { problems } = readPack(packFiles(`${good}---\nterms: {pier: {preferred: pier}}\n`));
    assert.deepEqual(
      problems.map((problem) => `${problem.range.start.line + 1} ${problemMessage(problem, 'en')}`),
      ['7 Not valid YAML: a second document; a file holds one'],
    );
  });

  it('a broken file leaves the others whole', () => {
    const { ids, problems } = reading(good, {
      'other.yaml': 'tasks: {widen: {preferred: widen}\n',
      'more.yml': 'tasks:\n  dredge: {preferred: dredge}\n',
    });
    assert.ok(ids?.includes('terms/berth') && ids.includes('tasks/dredge'));
    assert.ok(problems.length > 0 && problems.every((problem) => problem.startsWith('other.yaml:')), problems.join());
  });

  it('a file that is no map, or is empty, is a problem or nothing', () => {
    assert.deepEqual(reading(good, { 'list.yaml': '- a\n' }).problems, ['list.yaml:1:1 error pack.wrong-type']);
    assert.deepEqual(reading(good, { 'empty.yaml': '# Nothing yet.\n' }).problems, []);
  });

  it('a day that does not exist is no date', () => {
    const problems = (day: string) => reading(`${good}events:\n  e: {preferred: feast, date: ${day}}\n`).problems;
    for (const day of ['2026-06-31', '2026-02-30', '2026-11-31', '2026-06-30/2026-09-31']) {
      assert.equal(problems(day).length, 1, day);
    }
    for (const day of ['2026-06-30', '2024-02-29', '2026-12-31', '2026-06-30/2026-07-31', '2026-02']) {
      assert.deepEqual(problems(day), [], day);
    }
  });

  it('and none that was likely meant', () => {
    const meant = (day: string) =>
      readPack(packFiles(`events:\n  e: {preferred: feast, date: ${day}}\n`)).problems.map(
        ({ values }) => values['meant'],
      );
    assert.deepEqual(meant('28 February 2023'), ['2023-02-28']);
    assert.deepEqual(meant('2024年2月29日'), ['2024-02-29']);
    for (const day of ['30 February 2023', '29 Feb 2023', '2023/4/31', '2023年2月29日', '2023年13月'])
      assert.deepEqual(meant(day), [undefined], day);
  });

  it('a manifest that cannot be used refuses the pack, and says why at its place', () => {
    const refused = (text: string) => {
      const { pack, problems } = readPack(new Map([['pack.yaml', text]]));
      assert.equal(pack, undefined);
      return problems.map(placed);
    };
    assert.deepEqual(refused('name: harbour\n'), ['pack.yaml:1:1 error pack.missing-field']);
    assert.deepEqual(refused('name: 7\nlanguages: [en]\n'), ['pack.yaml:1:7 error pack.wrong-type']);
    assert.deepEqual(refused('name: harbour\nlanguages: []\n'), ['pack.yaml:2:12 error pack.wrong-type']);
    assert.deepEqual(refused('name: harbour\nlanguages: [xq9]\n'), ['pack.yaml:2:13 error pack.unknown-language']);
    assert.deepEqual(refused('schema: 2\nname: harbour\nlanguages: [en]\n'), ['pack.yaml:1:9 error pack.wrong-type']);
    assert.deepEqual(refused('- harbour\n'), ['pack.yaml:1:1 error pack.wrong-type']);
    assert.deepEqual(readPack(new Map()).problems.map(placed), ['pack.yaml:1:1 error pack.no-manifest']);
  });

  it('a broken field of the manifest is left out alone', () => {
    const { pack, problems } = reading(
      'staleAfter: soon\nunits: {TEU: {scale: ten}, kTEU: {of: TEU}}\ndependencies: {base: 1}\n',
    );
    assert.deepEqual(problems, [
      'pack.yaml:5:13 error pack.wrong-type',
      'pack.yaml:6:22 error pack.wrong-type',
      'pack.yaml:7:22 error pack.wrong-type',
    ]);
    assert.equal(pack?.staleAfter, undefined);
    assert.deepEqual([Object.keys(pack?.units ?? {}), { ...pack?.dependencies }], [['kTEU'], {}]);
  });

  it('a file of 50 MB is refused in a moment', () => {
    const long = `terms:\n${'# a comment without end\n'.repeat(2_100_000)}`;
    assert.ok(long.length > 50_000_000);
    const start = performance.now();
    const { ids, problems } = reading(good, { 'long.yaml': long, 'series.csv': long });
    assert.ok(performance.now() - start < 2000);
    assert.deepEqual(ids, ['terms/berth']);
    assert.deepEqual(problems, ['long.yaml:1:1 error pack.file-too-long']);
  });

  it('nesting deeper than the stack is a problem', () => {
    const { ids, problems } = reading(good, { 'deep.yaml': `tasks: ${'['.repeat(50_000)}` });
    assert.deepEqual(ids, ['terms/berth']);
    assert.ok(problems.length > 0 && problems.every((problem) => problem.startsWith('deep.yaml:1:')));
  });

  it('a form that begins every other is no trouble: the longest match wins', () => {
    const count = 2000;
    const entries = Array.from(
      { length: count },
      (_, i) => `  t${i}: {preferred: port ${i}, deprecated: [harbour ${i}]}\n`,
    );
    const files = packFiles(`terms:\n  all: {preferred: port, deprecated: [harbour]}\n${entries.join('')}`);
    const { pack, problems } = checkPack(files);
    assert.deepEqual(problems, []);
    const { vocabulary } = mergePacks([pack as Pack]);
    const text = `The harbour 7 and the harbour, ${'harbour '.repeat(500)}and the harbour 1999.`;
    const found = readReport(text, vocabulary, { language: 'en' }).mentions.map(({ entry }) => entry.id);
    assert.deepEqual([found[0], found[1], found.at(-1), found.length], ['t7', 'all', 't1999', 503]);
  });

  it('ids that are words of JavaScript are ids', () => {
    const { ids, problems } = reading(
      'terms:\n  constructor: {preferred: builder}\n  __proto__: {preferred: ancestor}\n',
    );
    assert.deepEqual([ids, problems], [['terms/constructor', 'terms/__proto__'], []]);
  });

  const count = 5000;
  const inEach = (entry: (i: number) => string) => Array.from({ length: count }, (_, i) => `  e${i}: ${entry(i)}\n`);
  const mistakes: readonly (readonly [what: string, files: ReadonlyMap<string, string>, problems: number])[] = [
    ['language', packFiles(`terms:\n${inEach((i) => `{preferred: {english: quay ${i}}}`).join('')}`), count],
    ['region', packFiles(`terms:\n${inEach((i) => `{preferred: quay ${i}, region: Chinna}`).join('')}`), count],
    [
      'reference',
      packFiles(
        `sources:\n${inEach((i) => `{title: T${i}}`).join('')}terms:\n${inEach((i) => `{preferred: quay ${i}, basis: ee${i}}`).join('')}`,
      ),
      count,
    ],
    ['flow collection', packFiles(`terms:\n${inEach(() => '[b,\n\tc, d\n'.repeat(8)).join('')}`), 1],
    [
      'comment of a series',
      packFiles('metrics: {m: {preferred: m, measure: {kind: count}, observations: a.csv}}\n', {
        'a.csv': `period,value\n${'# a note\n'.repeat(100 * count)}2022,1\n`,
      }),
      0,
    ],
  ];
  for (const [what, files, problems] of mistakes)
    it(`the same mistake everywhere is read in good time: a ${what}`, () => {
      const start = performance.now();
      assert.equal(checkPack(files).problems.length, problems);
      assert.ok(performance.now() - start < 5000);
    });

  it('an alias that stands everywhere is looked for once', () => {
    const terms = Array.from({ length: 2000 }, (_, i) => `  t${i}: {preferred: quay ${i}, definition: *d}\n`);
    const start = performance.now();
    const { pack, problems } = readPack(
      packFiles(`terms:\n  all: {preferred: port, definition: &d A harbour.}\n${terms.join('')}`),
    );
    assert.deepEqual(
      [pack?.entries.length, problems.length, pack?.entries.at(-1)?.definition['en']],
      [2001, 0, 'A harbour.'],
    );
    assert.ok(performance.now() - start < 4000);
    // Each is the last that was named so before it.
    const again = readPack(
      packFiles(
        'terms:\n  a: {preferred: a, note: &n one}\n  b: {preferred: b, note: *n}\n  c: {preferred: c, note: &n two}\n  d: {preferred: d, note: *n}\n',
      ),
    );
    assert.deepEqual(
      again.pack?.entries.map(({ note }) => note['en']),
      ['one', 'one', 'two', 'two'],
    );
  });

  it('a key that is a map is no warning on the console', async () => {
    const warnings: string[] = [];
    const listen = ({ message }: Error) => warnings.push(message);
    process.on('warning', listen);
    readPack(packFiles(`${good}  quay: {preferred: quay, note: {? {a: b} : c}}\n  pier: {? [x] : y}\n`));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    assert.deepEqual(warnings, []);
  });

  it('a duration that leads out of the calendar is the longest there is', () => {
    for (const duration of ['P9999Y', 'P999999Y', `P${'9'.repeat(400)}D`]) {
      const { problems } = checkPack(packFiles(`factsAsOf: 2023-03\nstaleAfter: ${duration}\n${good}`), {
        date: '2024-05-01',
      });
      assert.deepEqual(problems, [], duration);
    }
  });

  it('a file whose lines end in \\r, or in \\r\\n, is read as any other, broken or not', () => {
    const wrong: Readonly<Record<string, readonly string[]>> = {
      '# More\nterms:\n  quay: {preferred: quay}\n  pier: 7\n': ['more.yaml:4:3 error pack.wrong-type'],
      // The library reads it as two keys with \r\n, and as one with \n.
      'terms:\n  quay: {preferred: quay}\n\n墙\nsources:\n  style: {title: Style}\n': [
        'more.yaml:4:1 error pack.yaml-invalid',
      ],
      'terms:\n  码头:\n    preferred: "码头\n  pier: {preferred: pier}\n': [],
      'terms:\n  quay:\n    note: >\n      long\n\n      text\n    preferred: [quay\n': [],
    };
    for (const [more, expected] of Object.entries(wrong)) {
      const files = packFiles(good, { 'more.yaml': more });
      const plain = readPack(files);
      if (expected.length > 0) assert.deepEqual(plain.problems.map(placed), expected);
      assert.notDeepEqual(plain.problems, []);
      for (const ending of ['\r', '\r\n']) {
        const returns = new Map([...files].map(([path, text]) => [path, text.replaceAll('\n', ending)]));
        assert.deepEqual(readPack(returns), plain, JSON.stringify(more + ending));
      }
    }
  });

  it('what may be of several types says all of them', () => {
    const { problems } = readPack(packFiles(`${good}  quay: {preferred: true, near: 3, note: [x]}\n`));
    const ofType = problems.filter(({ messageId }) => messageId === 'pack.wrong-type');
    assert.deepEqual(
      ofType.map((each) => problemMessage(each, 'en')),
      ['“preferred” should be text or a map, not “true”', '“note” should be text or a map'],
    );
    assert.match(
      problemMessage(ofType[0] as (typeof ofType)[0], 'zh'),
      /^“preferred”应为[^、，,]+或[^、，,]+，不是“true”$/,
    );
  });

  it('every problem is put in words of both languages', () => {
    for (const { entries } of bad) {
      const { problems } = readPack(packFiles(entries));
      for (const problem of problems) {
        for (const locale of ['en', 'zh'] as const) {
          const text = problemMessage(problem, locale);
          assert.doesNotMatch(text, /^pack\.|\{\w+\}|undefined|must NOT/, `${problem.messageId} in ${locale}: ${text}`);
        }
      }
    }
  });
});

describe('a pack of 50,000 terms', () => {
  it('loads whole and finds its forms', () => {
    const terms = Array.from({ length: 50_000 }, (_, i) => `  t-${i}: {preferred: quay ${i}}\n`);
    const { pack, problems } = readPack(new Map([['pack.yaml', `${manifest}terms:\n${terms.join('')}`]]));
    assert.deepEqual([pack?.entries.length, problems.length], [50_000, 0]);
    const merge = mergePacks([pack as Pack]);
    assert.deepEqual(merge.problems, []);
    const { mentions } = readReport('From quay 0 to quay 49999.', merge.vocabulary, { date: '2024-05-01' });
    assert.deepEqual(
      mentions.map(({ entry }) => entry.id),
      ['t-0', 't-49999'],
    );
  });
});

describe('a YAML file that cannot be parsed', () => {
  const said = (text: string, locale: 'en' | 'zh' = 'en') =>
    readPack(
      new Map([
        ['pack.yaml', manifest],
        ['words.yaml', text],
      ]),
    ).problems.map((problem) => {
      const { line, character } = problem.range.start;
      return `${line + 1}:${character + 1} ${problemMessage(problem, locale)}`;
    });
  const cases: readonly (readonly [text: string, problem: string, chinese?: string])[] = [
    [
      'terms:\n  quay: {preferred: {en: quay, zh: 码头}\n  pier: {preferred: pier}\nreports:\n  x: {preferred: y}\n',
      '2:9 Not valid YAML: a “{” that is not closed',
      '2:9 YAML有误：“{”没有闭合',
    ],
    ['terms:\n  quay: {preferred: [quay\n', '2:21 Not valid YAML: a “[” that is not closed'],
    ['terms:\n  quay: {preferred: quay}}\n  pier: {prefered: pier}\n', '2:26 Not valid YAML: a “}” that nothing opens'],
    [
      "terms:\n  quay: {preferred: 'quay}\n  pier: {preferred: pier}\n",
      '2:21 Not valid YAML: a quotation mark that is not closed',
    ],
    [
      'terms:\n\tquay: {preferred: quay}\n',
      '2:1 Not valid YAML: a tab at the beginning of a line; only spaces may stand there',
    ],
    [
      'terms:\n  quay:\n    note: Berth: the long one\n',
      '3:11 Not valid YAML: a second colon in the line; a text with a colon needs quotes',
    ],
    [
      'terms:\n  quay:\n    preferred: quay\n   note: x\n',
      '4:1 Not valid YAML: a line that is not indented like those that it belongs with',
    ],
    ['terms:\n  quay: {preferred: @quay}\n', '2:21 Not valid YAML: a text that begins with “@” needs quotes'],
    [
      'terms:\n  quay\n  pier: {preferred: pier}\n',
      '2:3 Not valid YAML: a line without a colon, where a name and its value are expected',
    ],
    [
      'terms:\n  quay: {preferred: "a\\q"}\n',
      '2:23 Not valid YAML: “\\q” has no meaning in double quotes; use single quotes',
    ],
  ];
  for (const [text, problem, chinese] of cases) {
    it(`is one problem in plain words: ${problem} (trial 5.7)`, () => {
      assert.deepEqual(said(text), [problem]);
      if (chinese !== undefined) assert.deepEqual(said(text, 'zh'), [chinese]);
    });
  }

  it('is said in plain words of front matter too (trial 5.7)', () => {
    const { vocabulary } = mergePacks([]);
    const [finding] = lintReport(readReport('---\ntitle: "The harbour\n---\n\nFog.\n', vocabulary, {}));
    assert.ok(finding);
    assert.equal(findingMessage(finding, 'en'), 'Front matter cannot be read: a quotation mark that is not closed');
    assert.equal(findingMessage(finding, 'zh'), '文首元数据无法读取：引号没有闭合');
  });
});
