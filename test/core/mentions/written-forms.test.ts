import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { applyEdits, lintReport, readReport, type Vocabulary } from '../../../server/src/core/index.js';
import { vocabularyFrom } from '../packs.js';

const packOf = (terms: string, rest = '') =>
  vocabularyFrom({ 'pack.yaml': `name: style\nlanguages: [en, zh]\nterms:\n${terms}${rest}` });

function lint(text: string, vocabulary: Vocabulary) {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return lintReport(readReport(text, vocabulary, { language, date: '2024-05-01' })).filter(
    ({ rule }) => rule === 'term-deprecated' || rule === 'term-inconsistent',
  );
}

interface Case {
  readonly name: string;
  readonly terms: string;
  readonly rest?: string;
  /** A line with one finding, and what its first fix makes of it. */
  readonly wrong: readonly (readonly [text: string, fixed: string])[];
  readonly right: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'trial 9.1: a hyphen',
    terms: '  t: {preferred: long-term, deprecated: [long term]}\n',
    wrong: [
      ['A long term plan.', 'A long-term plan.'],
      ['Long term plans.', 'Long-term plans.'],
      ['LONG TERM PLANS', 'LONG-TERM PLANS'],
      ['## Long Term Plans', '## Long-Term Plans'],
      ['The long\nterm plan.', 'The long-term plan.'],
      ['| a |\n|---|\n| long term |', '| a |\n|---|\n| long-term |'],
      ['A long&nbsp;term plan.', 'A long-term plan.'],
    ],
    right: ['A long-term plan.', 'A long‑term plan.', 'LONG-TERM PLANS', '## Long-Term Plans', '> A long term plan.'],
  },
  {
    name: 'trial 9.1: capitals',
    terms: '  t: {preferred: Cabinet, deprecated: [cabinet]}\n',
    wrong: [['The cabinet met.', 'The Cabinet met.']],
    right: ['The Cabinet met.', 'Cabinet met.', 'THE CABINET MET', 'The Cabinet’s view.'],
  },
  {
    name: 'trial 9.1: spaces, hyphens and none',
    terms:
      '  t: {preferred: healthcare, deprecated: [health care, health-care]}\n  u: {preferred: lifelong, deprecated: [life-long]}\n',
    wrong: [
      ['The health care budget.', 'The healthcare budget.'],
      ['The health-care budget.', 'The healthcare budget.'],
      ['HEALTH CARE BUDGET', 'HEALTHCARE BUDGET'],
      ['## Health Care in Towns', '## Healthcare in Towns'],
      ['A life-long friend.', 'A lifelong friend.'],
    ],
    right: [
      'The healthcare budget.',
      'In a life long and full.',
      'The Health Care Authority met.',
      'The NHP Health Care of 2020 was a firm.',
    ],
  },
  {
    name: 'trial 9.1: inflections keep their hyphens',
    terms: '  t: {preferred: spin-off, deprecated: [spinoff]}\n  u: {preferred: proofread, deprecated: [proof-read]}\n',
    wrong: [
      ['Two spinoffs grew.', 'Two spin-offs grew.'],
      ['Spinoffs grew.', 'Spin-offs grew.'],
      ['They are proof-reading it.', 'They are proofreading it.'],
    ],
    right: ['Two spin-offs grew.', 'They were proofreading it.', 'They spin off firms.'],
  },
  {
    name: 'trial 9.1: width, spaces and capitals in Chinese',
    terms:
      '  t: {preferred: {zh: B股}, deprecated: {zh: [Ｂ股, b股]}}\n  u: {preferred: {zh: 3D打印}, deprecated: {zh: [3D 打印, ３D打印]}}\n',
    wrong: [
      ['Ｂ股下跌。', 'B股下跌。'],
      ['今年b股下跌。', '今年B股下跌。'],
      ['发展3D 打印。', '发展3D打印。'],
      ['发展３D打印。', '发展3D打印。'],
      ['| 项目 |\n|---|\n| Ｂ股 |', '| 项目 |\n|---|\n| B股 |'],
    ],
    right: ['B股下跌。', '发展3D打印。', '发展3D\n打印。', '> Ｂ股下跌。'],
  },
  {
    name: 'trial 9.1: by two entries',
    terms:
      '  a: {preferred: Parliament}\n  b: {preferred: assembly, deprecated: [parliament]}\n  c: {preferred: set-aside, admitted: [set aside]}\n',
    wrong: [
      ['The parliament met.', 'The assembly met.'],
      ['The set-aside is large, and a set aside too.', 'The set-aside is large, and a set-aside too.'],
    ],
    right: ['Parliament met.', 'The Parliament met.', 'The set-aside is large.'],
  },
  {
    name: 'trial 9.1: a form that differs in more is found in any writing',
    terms: '  t: {preferred: landing stage, deprecated: [boat dock]}\n',
    wrong: [
      ['A Boat-Dock is here.', 'A Landing Stage is here.'],
      ['BOAT DOCKS', 'LANDING STAGES'],
    ],
    right: ['A landing-stage is here.'],
  },
  {
    name: 'trial 9.2: capitals count both ways',
    terms:
      '  t: {preferred: command paper, deprecated: [{form: White Paper, caseSensitive: true}]}\n  u: {preferred: nation, deprecated: [{form: state, caseSensitive: true}]}\n  v: {preferred: computing, deprecated: [{form: IT, caseSensitive: true}]}\n',
    wrong: [
      ['The White Paper was late.', 'The command paper was late.'],
      ['The state is small.', 'The nation is small.'],
      ['The IT sector grew.', 'The computing sector grew.'],
      ['White Papers were late.', 'Command papers were late.'],
    ],
    right: [
      'The white paper was late.',
      'The WHITE PAPER was late.',
      'White paper was used.',
      'The State is small.',
      'State schools are small.',
      'It grew, and it shrank.',
      'THE WHITE PAPER',
      '## The White Paper',
    ],
  },
  {
    name: 'trial 9.3: a noun with a hyphen is no verb',
    terms:
      '  t: {preferred: new firm, deprecated: [start-up]}\n  u: {preferred: closure, deprecated: [shut-down]}\n  v: {preferred: list, deprecated: [line-up]}\n',
    wrong: [
      ['Two start-ups were sold.', 'Two new firms were sold.'],
      ['A start up was sold.', 'A new firm was sold.'],
      ['The shut-down was long.', 'The closure was long.'],
    ],
    right: [
      'Firms are starting up.',
      'Firms start up.',
      'A firm that starts up.',
      'It started up late.',
      'They may shut down.',
      'They shut down the plant.',
      'It was shutting down.',
      'People line up for it.',
      '- Start up new firms',
    ],
  },
  {
    name: 'a form of the class attributive is wrong before a noun only',
    terms: '  t: {preferred: open-air, deprecated: [{form: open air, class: attributive}]}\n',
    wrong: [
      ['An open air market.', 'An open-air market.'],
      ['Open air markets grew.', 'Open-air markets grew.'],
      ['The open air market is full.', 'The open-air market is full.'],
    ],
    right: [
      'They met in the open air.',
      'In the open air markets grew.',
      'They eat open air and all.',
      'Open air, they say.',
      'They eat open air whenever they can.',
      'They worked open air painting the hull.',
    ],
  },
];

describe('forms that differ in writing alone', () => {
  for (const { name, terms, rest, wrong, right } of cases) {
    it(name, () => {
      const vocabulary = packOf(terms, rest);
      for (const [text, fixed] of wrong) {
        const findings = lint(text, vocabulary);
        assert.equal(findings.length, 1, `${findings.length} findings: ${text}`);
        const edits = findings[0]?.fixes[0]?.edits ?? [];
        assert.equal(applyEdits(text, edits), fixed);
        if (fixed !== text) assert.deepEqual(lint(fixed, vocabulary), [], fixed);
      }
      for (const text of right) {
        assert.deepEqual(
          lint(text, vocabulary).map(({ span }) => text.slice(span.start, span.end)),
          [],
          text,
        );
      }
    });
  }

  it('are found as they are written and fixed to the right one, in any pair of writings', () => {
    const word = fc.constantFrom('harbour', 'tide', 'quay', 'mole');
    const writing = fc.record({
      gaps: fc.array(fc.constantFrom(' ', '-'), { minLength: 2, maxLength: 2 }),
      capitals: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    });
    const written = (words: readonly string[], { gaps, capitals }: { gaps: string[]; capitals: boolean[] }) =>
      words
        .map((each, i) => {
          const cased = capitals[i] === true ? each.charAt(0).toUpperCase() + each.slice(1) : each;
          return i === 0 ? cased : `${gaps[i - 1]}${cased}`;
        })
        .join('');
    let told = 0;
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 3 }), writing, writing, (words, a, b) => {
        const [right, wrong] = [written(words, a), written(words, b)];
        if (right === wrong) return;
        const vocabulary = packOf(`  t: {preferred: ${right}, deprecated: [${wrong}]}\n`);
        const text = (form: string) => `They say that ${form} is there.`;
        assert.deepEqual(lint(text(right), vocabulary), []);
        const findings = lint(text(wrong), vocabulary);
        assert.equal(findings.length, 1, `${wrong}, not ${right}`);
        assert.equal(applyEdits(text(wrong), findings[0]?.fixes[0]?.edits ?? []), text(right));
        told++;
      }),
      { numRuns: 200 },
    );
    assert.ok(told > 50);
  });
});
