import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits, fixText, lintReport, readReport, type Vocabulary } from '../../server/src/core/index.js';
import { vocabularyFrom, vocabularyOf } from './packs.js';

const toy = vocabularyFrom({
  'pack.yaml': `name: toy
languages: [en, zh]
terms:
  link: {preferred: {en: weak link, zh: 薄弱环节}, deprecated: {en: [weak board], zh: [短板]}}
  port: {preferred: {en: port}, deprecated: {en: [old harbour]}}
  states: {preferred: {en: United States}, deprecated: {en: [U.S.]}}
  rest: {preferred: {en: and so on}, deprecated: {en: [etc.]}}
  professor: {preferred: {en: professor}, deprecated: {en: [Prof.]}}
  company: {preferred: {en: Ltd.}, deprecated: {en: [Limited]}}
  industrialization: {preferred: {en: new industrialization}, admitted: {en: [new type of industrialization]}}
  rollout: {preferred: {en: roll-out to all}, deprecated: {en: [inclusive landing]}}
  advice: {preferred: {en: guidance}, deprecated: {en: [advice note]}}
  smes: {preferred: {en: small and medium-sized enterprises}, deprecated: {en: [SME sector]}}
  hub: {preferred: {en: hub}, deprecated: {en: [exchange point]}}
  startup: {preferred: {en: startup}, deprecated: {en: [start-up]}}
  undertake: {preferred: {en: undertake}, deprecated: {en: [carry out]}}
  co2: {preferred: {en: carbon dioxide}, deprecated: {en: [CO2]}}
  round: {preferred: {en: latest round}, deprecated: {en: [round 5]}}
  next: {preferred: {en: 5G network, zh: 5G网络}, deprecated: {en: [next network], zh: [下一代网络]}}
  star: {preferred: {en: 'star*rated'}, deprecated: {en: [star marked]}}
  either: {preferred: {en: 'road|rail'}, deprecated: {en: [bimodal way]}}
  sharp: {preferred: {en: '#1 choice'}, deprecated: {en: [top choice]}}
  bracket: {preferred: {en: '_draft_ bill'}, deprecated: {en: [bill in draft]}}
  tag: {preferred: {en: '<18 group'}, deprecated: {en: [under-age group]}}
  technology: {preferred: {en: clean technology}, deprecated: {en: [clean tech thing]}}
  ai: {preferred: {zh: 人工智能}, deprecated: {zh: [AI]}}
  gdp: {preferred: {zh: GDP}, deprecated: {zh: [国内生产总值]}}
  nev: {preferred: {en: NEV}, deprecated: {en: [new-energy car]}}
  hourly: {preferred: {en: hourly rate}, deprecated: {en: [per-hour rate]}}
  unit: {preferred: {en: unit price}, deprecated: {en: [item price]}}
  us: {preferred: {en: United Nations}, deprecated: {en: [UN, US]}}
  model: {preferred: {en: simulation}, deprecated: {en: [model]}}
  deploy: {preferred: {en: roll out}, deprecated: {en: [deploy]}}
  doubled: {preferred: {en: port office}, deprecated: {en: [harbour bureau]}}
`,
});

/** A text, and what the safe fixes make of it; the same where there is none. */
type Row = readonly [text: string, fixed: string];
const stays = (text: string): Row => [text, text];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'keeps the full stop of a sentence (trial 2.1)': [
    ['It was made in the U.S. The rest was not.', 'It was made in the United States. The rest was not.'],
    ['It was made in the U.S.', 'It was made in the United States.'],
    ['In the U.S., it was made.', 'In the United States, it was made.'],
    ['The U.S. economy grew.', 'The United States economy grew.'],
    ['It sold apples etc. Next came pears.', 'It sold apples and so on. Next came pears.'],
    ['It sold apples (pears etc.) in May.', 'It sold apples (pears and so on) in May.'],
    ['Was it made in the U.S.? It was.', 'Was it made in the United States? It was.'],
    stays('In the U.S. Senate it was said.'),
    stays("The U.S.'s ports grew."),
    stays('They asked Prof. Smith.'),
    stays('- Made in the U.S.\n- Made here'),
    stays('# Made in the U.S.'),
    ['It was Ports Limited. The rest was not.', 'It was Ports Ltd. The rest was not.'],
    ['It was Ports Limited of Hull.', 'It was Ports Ltd. of Hull.'],
  ],
  'keeps the article, or changes nothing (trial 2.2)': [
    stays('New industrialization is told.\n\nIt is a new type of industrialization is said.'),
    [
      'New industrialization is told.\n\nThe new type of industrialization is.',
      'New industrialization is told.\n\nThe new industrialization is.',
    ],
    ['An old harbour and the old harbour.', 'A port and the port.'],
    ['AN OLD HARBOUR', 'A PORT'],
    ['It has an **old harbour** too.', 'It has a **port** too.'],
    ['A weak board is weak.', 'A weak link is weak.'],
    ['Each weak board is weak.', 'Each weak link is weak.'],
    ['A per-hour rate is paid.', 'An hourly rate is paid.'],
    ['An item price is paid.', 'A unit price is paid.'],
    stays('It is an advice note.'),
    stays('It is a very long advice note.'),
    ['The advice note is long.', 'The guidance is long.'],
    stays('Two advice notes are long.'),
    stays('He bought a new-energy car.'),
    ['He sold the new-energy car.', 'He sold the NEV.'],
  ],
  'leaves words alone that no longer fit (trial 2.3)': [
    stays('We want large-scale and inclusive landing.'),
    stays('We want fast, inclusive landing projects.'),
    ['The inclusive landing in time.', 'The roll-out to all in time.'],
    stays('It is weak-boards-based.'),
    stays('A non-weak board.'),
    ['The weak-board plan and the WEAK-BOARD PLAN.', 'The weak-link plan and the WEAK-LINK PLAN.'],
    ['The weak-board is one.', 'The weak link is one.'],
    stays('The old-harbour plan.'),
    ['They deployed five.', 'They rolled out five.'],
    stays('They deployed it.'),
    stays('The SME sector is large.'),
    stays('We want inclusive landing to all.'),
    stays('It was given to us in the EU.'),
    stays('They aim to model it. Model your port.'),
    ["The weak board's end, the weak boards' end.", "The weak link's end, the weak links' end."],
    ['Weak boards are many. WEAK BOARDS ARE.', 'Weak links are many. WEAK LINKS ARE.'],
    ['Firms had an exchange point.', 'Firms had a hub.'],
    stays('The Weak Board Fund pays out.'),
    stays('The clean tech thing Technology is new.'),
    stays('The clean tech thing technolgy is new.'),
    stays('The harbour bureau office is open.'),
  ],
  'writes words alone (trial 9.3)': [
    stays('Firms are starting up.'),
    ['They are carrying out tests.', 'They are undertaking tests.'],
    stays('Tests were carried out.'),
  ],
  'loses no digit': [
    stays('The CO2 falls.'),
    stays('In round 5 it fell.'),
    ['The next network is here.', 'The 5G network is here.'],
    stays('In 2022下一代网络到来。'.replace('In ', '')),
  ],
  'keeps a reference link (trial 1.6)': [
    ['See [weak board].\n\n[weak board]: notes.md', 'See [weak link][weak board].\n\n[weak board]: notes.md'],
    ['See [weak board][].\n\n[weak board]: notes.md', 'See [weak link][weak board].\n\n[weak board]: notes.md'],
    [
      'See [the weak board, an old harbour].\n\n[the weak board, an old harbour]: n.md',
      'See [the weak link, a port][the weak board, an old harbour].\n\n[the weak board, an old harbour]: n.md',
    ],
    ['See [weak board][n].\n\n[n]: notes.md', 'See [weak link][n].\n\n[n]: notes.md'],
    ['See [weak board](weak-board.md "weak board").', 'See [weak link](weak-board.md "weak board").'],
    ['见[短板]。\n\n[短板]: notes.md', '见[薄弱环节][短板]。\n\n[短板]: notes.md'],
  ],
  'leaves headings alone that a link leads to': [
    stays('# Weak boards\n\nSee [below](#weak-boards).'),
    stays('# 1. Weak boards!\n\nSee [below](#1-weak-boards).'),
    stays('# 短板\n\n见[下文](#%E7%9F%AD%E6%9D%BF)。'),
    stays('# Weak boards\n\n# Weak links\n\nSee [below](#weak-links).'),
    ['# Weak boards\n\nSee [below](#ports).', '# Weak links\n\nSee [below](#ports).'],
  ],
  'touches only what shows as itself': [
    ['The **weak board** and *weak boards*.', 'The **weak link** and *weak links*.'],
    stays('The **weak** board.'),
    stays('The weak\\-board.'),
    stays('The weak&nbsp;board.'),
    ['The weak\nboard is.', 'The weak\nlink is.'],
    ['- The weak\n  board is.', '- The weak\n  link is.'],
    stays('The old\nharbour is.'),
    [
      'The `weak board` of ![weak board](x.png) <a title="weak board">is</a> a weak board.',
      'The `weak board` of ![weak board](x.png) <a title="weak board">is</a> a weak link.',
    ],
  ],
  'writes Markdown that shows as the words': [
    ['The star marked list.', 'The star\\*rated list.'],
    [
      '| The bimodal way | x |\n| --- | --- |\n| The bimodal way | y |',
      '| The road\\|rail | x |\n| --- | --- |\n| The road\\|rail | y |',
    ],
    stays('The (top choice) is.'),
    ['Our top choice is.', 'Our #1 choice is.'],
    ['The bill in draft is.', 'The \\_draft\\_ bill is.'],
    ['The under-age group is.', 'The \\<18 group is.'],
  ],
  'fits Han': [
    ['补短板，强弱项。', '补薄弱环节，强弱项。'],
    stays('补短板环节。'),
    ['发展 AI 产业，用AI。', '发展人工智能产业，用人工智能。'],
    ['国内生产总值增长。', 'GDP增长。'],
    ['全年国内生产总值增长 5 个点。', '全年 GDP 增长 5 个点。'],
    ['全年国内生产总值增长5个点。', '全年GDP增长5个点。'],
    stays('5下一代网络到来。'),
  ],
};

const fix = (text: string, vocabulary: Vocabulary) =>
  fixText(text, (version) => lintReport(readReport(version, vocabulary, { date: '2023-10-10' })));

describe('a safe fix', () => {
  for (const [title, cases] of Object.entries(rows)) {
    describe(title, () => {
      for (const [text, fixed] of cases) {
        it(text.replaceAll('\n', '⏎'), () => {
          const result = fix(text, toy);
          assert.deepEqual([result.text, result.takenBack], [fixed, 0]);
          assert.equal(fix(fixed, toy).text, fixed);
        });
      }
    });
  }

  it('leaves the slip of a longer name to term-misspelt (trial 2.4)', () => {
    const ofShort = (text: string) =>
      lintReport(readReport(text, vocabularyOf('new-industrialization'), { date: '2023-10-10' })).map(
        ({ rule }) => rule,
      );
    assert.deepEqual(ofShort('The Ministry of Industry and Information Techology was there.'), ['term-misspelt']);
    assert.deepEqual(ofShort('The Ministry of Industry and Information was there.'), ['organization-name']);
    assert.deepEqual(ofShort('The Ministry of Industry and Information. Technology is there.'), ['organization-name']);
  });

  it('makes no link of brackets', () => {
    const text = 'Read [weak board].\n\n[weak link]: notes.md';
    const { text: fixed, takenBack } = fix(text, toy);
    assert.deepEqual([fixed, takenBack], [text, 1]);
  });

  it('is offered still where it does not fit', () => {
    const texts = (text: string) =>
      lintReport(readReport(text, toy, {})).flatMap(({ fixes }) =>
        fixes.map(({ safe, edits }) => [safe, applyEdits(text, edits)]),
      );
    assert.deepEqual(texts('It is weak-boards-based.'), [[false, 'It is weak-links-based.']]);
    assert.deepEqual(texts('The weak\\-board.'), [[false, 'The weak link.']]);
    assert.deepEqual(texts('The **weak** board.'), []);
  });
});
