import assert from 'node:assert/strict';
import {
  applyEdits,
  claimsOf,
  completionsAt,
  completionTriggers,
  lintReport,
  owedAt,
  readReport,
  type Vocabulary,
} from '../../../server/src/core/index.js';
import { type PackName, vocabularyOf } from '../packs.js';
import { schoolMeals, streetTrees } from './packs.js';

const date = '2024-05-02';
const letter = '---\nreport: kitchen-letter\n---\n\n# Kitchens\n\n';
const monthly = '---\nreport: monthly\n---\n\n# 行道树月报\n\n';

/** A report with a bar where the cursor stands. */
function at(marked: string, vocabulary: Vocabulary, on = date) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return { text, offset, report: readReport(text, vocabulary, { date: on }) };
}

/** What is offered to one who types. */
function typing(marked: string, vocabulary = schoolMeals): readonly string[] {
  const { report, offset } = at(marked, vocabulary);
  return completionsAt(report, offset, 'en', 'typed').map(({ label }) => label);
}

function asking(marked: string, vocabulary = schoolMeals): readonly string[] {
  const { report, offset } = at(marked, vocabulary);
  return completionsAt(report, offset, 'en', 'invoked').map(({ label }) => label);
}

/** The report once the offer with this label is taken. */
function taking(marked: string, label: string, vocabulary = schoolMeals): string {
  const { report, text, offset } = at(marked, vocabulary);
  const offer = completionsAt(report, offset, 'en', 'invoked').find((each) => each.label === label);
  assert.ok(offer, `${label} is not offered`);
  assert.ok(offer.filterText.toLowerCase().startsWith(text.slice(offer.span.start, offset).toLowerCase()));
  return applyEdits(text, [{ span: offer.span, text: offer.text + offer.behind }, ...offer.additionalEdits]);
}

const all = [
  'Cut the salt in soups',
  'Buy vegetables from local growers',
  'Weigh plate waste',
  'Renew the school kitchens',
];

describe('what is owed', () => {
  describe('of key tasks', () => {
    const work = `${letter}## Kitchen work\n\n`;
    for (const begun of [
      '-‸',
      '- ‸',
      '- [ ] ‸',
      '+ ‸',
      '1. ‸',
      '1) ‸',
      'First, ‸',
      '一是‸',
      '> [!NOTE]\n> - ‸',
      '### Soups\n\n- ‸',
      '- Done.\n\n## Kitchen work\n\n- ‸',
    ])
      it(`is offered at ${JSON.stringify(begun)}`, () => {
        for (const end of ['', '\n', '\n\n## Guests\n'])
          assert.deepEqual(typing((work + begun + end).replaceAll('\n', end === '\n' ? '\r\n' : '\n')), all);
      });
    for (const begun of [
      '--‸',
      '- ‸ text behind',
      '- a dash - ‸',
      '> - ‸',
      '`- ‸`',
      '$$\n- ‸\n$$',
      '- salt in the soup ‸',
      '[^a]: ‸\n',
      'Second, ‸ and more',
      '<!-- - ‸ -->',
    ])
      it(`is not offered at ${JSON.stringify(begun)}`, () => assert.deepEqual(typing(`${work}${begun}\n`), []));

    it('goes in with a place to fill, in the emphasis that was begun', () => {
      assert.equal(
        taking(`${work}-‸\n`, 'Weigh plate waste'),
        `${work}- Weigh plate waste: [measures, bodies, dates]\n`,
      );
      assert.equal(
        taking(`${work}* **we‸**\n`, 'Weigh plate waste'),
        `${work}* **Weigh plate waste**: [measures, bodies, dates]\n`,
      );
      const todo = `${monthly}## 本月工作\n\n一是补植缺株；二是`;
      assert.equal(taking(`${todo}‸\n`, '修剪枯枝', streetTrees), `${todo}修剪枯枝：【待补充】\n`);
      assert.equal(
        taking(`${work}‸\n`, 'Weigh plate waste'),
        `${work}- Weigh plate waste: [measures, bodies, dates]\n`,
      );
    });

    it('goes as words alone into a heading and a cell', () => {
      const todo = `${monthly}## 本月工作\n\n`;
      assert.equal(taking(`${todo}###‸\n`, '补植缺株', streetTrees), `${todo}### 补植缺株\n`);
      const table = `${todo}| 序号 | 工作 | 进展 |\n| --- | --- | --- |\n| 1 | `;
      assert.equal(taking(`${table}‸ | |\n`, '扩大树池', streetTrees), `${table}扩大树池 | |\n`);
      assert.deepEqual(typing(`${todo}| 序号 | 工作 | 进展 |\n| --- | --- | --- |\n| ‸ | | |\n`, streetTrees), []);
    });

    it('comes before those that only the section lacks, which is offered to who asks', () => {
      const text = `${letter}## In short\n\nWe weigh plate waste.\n\n## Kitchen work\n\n- ‸\n`;
      assert.deepEqual(asking(text), [all[0], all[1], all[3], all[2]]);
    });

    it('is nothing in a report without a type, unless a list is named; then what fits, for who asks', () => {
      const text = '# Kitchens\n\n## Kitchen work\n\n- ‸\n';
      assert.deepEqual(typing(text), []);
      assert.deepEqual(asking(text), all);
      assert.deepEqual(typing(`---\ntasks: plan-2024\n---\n\n${text}`), all);
    });

    it('is nothing in a report of a language that no pack speaks', () => {
      assert.deepEqual(asking('---\nlanguage: fr\nreport: kitchen-letter\n---\n\n## Kitchen work\n\n- ‸\n'), []);
    });
  });

  describe('of headings', () => {
    it('keeps the order of the type, and what belongs elsewhere to the end', () => {
      assert.deepEqual(typing(`${letter}#‸\n`), [
        'In short',
        'Work on the menu',
        'The year in figures',
        'Further reading',
        'Guests',
        'Aims',
      ]);
      assert.deepEqual(typing(`${letter}## In short\n\n## ‸\n\n## The year in figures\n`), [
        'Work on the menu',
        'Further reading',
        'Guests',
        'Aims',
      ]);
    });
    it('has the depth of the sections that stand', () => {
      assert.equal(taking(`${letter}#‸\n`, 'In short'), `${letter}## In short\n`);
      assert.deepEqual(typing('---\nreport: kitchen-letter\n---\n\n# In short\n\n##‸\n'), []);
      assert.ok(
        taking('---\nreport: kitchen-letter\n---\n\n# In short\n\n#‸\n\n', 'Work on the menu').includes(
          '\n# Work on the menu\n',
        ),
      );
    });
    it('takes the letters typed in any form of the heading', () => {
      assert.deepEqual(typing(`${letter}## kit‸\n`), ['Kitchen work']);
      assert.deepEqual(typing(`${monthly}## 本月‸\n`, streetTrees), ['本月工作']);
    });
    it('begins with the title of the front matter where there is none', () => {
      assert.equal(typing('---\nreport: kitchen-letter\ntitle: Soup\n---\n\n# ‸\n')[0], 'Soup');
    });
    for (const text of [`${letter}\`\`\`\n# ‸\n\`\`\`\n`, `${letter}> ## ‸\n`, `${letter}#In‸\n`, '# T\n\n## ‸\n'])
      it(`is nothing in ${JSON.stringify(text.slice(-14))}`, () => assert.deepEqual(typing(text), []));
  });

  describe('of metrics', () => {
    const figures = `${letter}## The year in figures\n\n`;
    it('is one step: value, period and footnote', () => {
      assert.equal(
        taking(`${figures}- ‸\n`, 'Spending on food'),
        `${figures}- Spending on food: 12.6 million euros in 2023.[^meals-2023]\n\n[^meals-2023]: Office of Nutrition, School Meals in 2023, 2024-03-12.\n`,
      );
      assert.equal(
        taking(`${monthly}## 数据\n\n行道‸`, '行道树数量', streetTrees).includes(
          '\n2023年，行道树数量为86.2万。[^survey]\n',
        ),
        true,
      );
    });
    it('fills the row of a table by its heads, in their order', () => {
      const table = `${figures}| Figure | Source | Year | Amount | Unit | Remarks |\n| - | - | - | - | - | - |\n| `;
      assert.ok(
        taking(`${table}‸ | | |\n`, 'Spending on food').startsWith(
          `${table}Spending on food | [^meals-2023] | 2023 | 12.6 million | euros |  |\n`,
        ),
      );
      const years = `${figures}| Figure | 2022 | 2023 |\n| - | - | - |\n| `;
      assert.ok(taking(`${years}‸`, 'Meals served').startsWith(`${years}Meals served`));
    });
    it('has what was public on the day', () => {
      const { report, offset } = at(`${figures}- ‸\n`, schoolMeals, '2023-06-01');
      const [first, second] = owedAt(report, offset).offers;
      assert.equal(first?.text, 'Meals served: 4.1 million in 2022.[^meals-2022]');
      assert.equal(second?.text, 'Spending on food: [value, period and source]');
    });
    it('asks for four letters at the head of a paragraph', () => {
      assert.deepEqual(typing(`${figures}Spe‸\n`), []);
      assert.deepEqual(typing(`${figures}Spen‸\n`), ['Spending on food', 'spending on food'].slice(0, 1));
    });

    for (const name of ['new-industrialization', 'uk-clean-power'] as const satisfies readonly PackName[])
      for (const language of ['en', 'zh'] as const)
        it(`holds, and gives no finding, for every metric of ${name} in ${language}`, () => {
          const vocabulary = vocabularyOf(name);
          const types = vocabulary.ofKind('reports');
          const section = types.flatMap(({ sections }) => sections).find(({ holds }) => holds === 'metrics');
          const head = language === 'en' ? '| Metric | Period | Value | Source |' : '| 指标 | 时期 | 数值 | 来源 |';
          const begun = ['- ', `${head}\n| --- | --- | --- | --- |\n| `];
          let tried = 0;
          for (const start of begun) {
            const text = `---\nlanguage: ${language}\nreport: ${types[0]?.id}\n---\n\n## ${section?.heading[language]?.[0]}\n\n${start}`;
            const { offers } = owedAt(readReport(text, vocabulary, { date: '2026-01-01' }), text.length);
            for (const offer of offers.filter(({ stops }) => stops.length === 0)) {
              const written = `${text}${offer.text}\n${offer.edits.map((edit) => edit.text).join('')}`;
              const report = readReport(written, vocabulary, { date: '2026-01-01' });
              const findings = lintReport(report).filter(({ rule }) => rule !== 'section-missing');
              assert.deepEqual(
                findings.map(({ rule }) => rule),
                [],
                offer.text,
              );
              assert.deepEqual(
                claimsOf(report, 'en').map(({ verdict }) => verdict),
                ['holds'],
                offer.text,
              );
              tried++;
            }
          }
          assert.ok(tried > 8, `${tried} were tried`);
        });
  });

  describe('of sources', () => {
    const short = `${letter}## In short\n\n`;
    it('puts those of the paragraph’s metrics first, and knows none of tomorrow', () => {
      assert.deepEqual(typing(`${short}According to the ‸, meals served were 4.1 million.\n`), [
        'Office of Nutrition: School Meals in 2023',
        'Office of Nutrition: School Meals in 2022',
        'Audit of Kitchens',
      ]);
    });
    it('goes in with its footnote, and an article that it lacks', () => {
      assert.ok(
        taking(`${short}According to ‸\n`, 'Office of Nutrition: School Meals in 2022').includes(
          'According to the Office of Nutrition[^meals-2022]\n',
        ),
      );
      assert.ok(
        taking(`${short}according to the off‸\n`, 'Office of Nutrition: School Meals in 2022').includes(
          'according to the Office of Nutrition[^meals-2022]\n',
        ),
      );
      assert.ok(
        taking(`${short}Source: ‸\n`, 'Audit of Kitchens').includes('Source: *Audit of Kitchens*[^audit-2023]\n'),
      );
    });
    const survey = ['市园林局：2023年行道树普查公报'];
    for (const words of ['据‸', '根据‸', '这是根据‸', '好，据市园‸', '来源：‸', '据‸，行道树数量为86.2万株。'])
      it(`is offered at ${words}`, () => assert.deepEqual(typing(`${monthly}${words}\n`, streetTrees), survey));
    for (const words of ['数据‸', '证据‸', '“据‸”', '收据‸', '> 据‸', '`据‸`', '## 据‸'])
      it(`is not offered at ${words}`, () => assert.deepEqual(typing(`${monthly}${words}\n`, streetTrees), []));
    for (const words of ['as planned according to pl‸', '> According to ‸', '“according to ‸”'])
      it(`is not offered at ${words}`, () => assert.deepEqual(typing(`${short}${words}\n`), []));
  });

  describe('of front matter', () => {
    it('is its keys, those that it owes first', () => {
      assert.deepEqual(asking('---\n‸\n---\n'), ['title', 'date', 'language', 'report', 'region', 'tasks']);
      assert.deepEqual(asking('+++\nreport = "menu-note"\n‸\n+++\n'), ['title', 'date', 'language', 'region', 'tasks']);
      assert.equal(taking('+++\nrep‸\n+++\n', 'report'), '+++\nreport = \n+++\n');
      assert.equal(taking('---\ndate: 2024-05-02\nrep‸', 'report'), '---\ndate: 2024-05-02\nreport: ');
    });
    const values: readonly (readonly [string, readonly string[]])[] = [
      ['---\nreport: ‸\n---\n', ['kitchen-letter', 'menu-note']],
      ['---\r\nreport:‸\r\n---\r\n', ['kitchen-letter', 'menu-note']],
      ['---\nreport: "kit‸"\n---\n', ['kitchen-letter']],
      ['---\nreport: ‸', ['kitchen-letter', 'menu-note']],
      ['+++\nreport =‸\n+++\n', ['kitchen-letter', 'menu-note']],
      ['---\ntasks: ‸\n---\n', ['plan-2024']],
      ['---\nregion: ‸\n---\n', ['FI', 'FI-18']],
      ['---\nregion: Swe‸\n---\n', ['SE']],
      ['---\nlanguage: ‸\n---\n\n# 厨房\n', ['zh', 'en']],
      ['---\ndate: ‸\n---\n', [date]],
      ['---\ndate: 2024-‸\n---\n', [date]],
      ['---\ntitle: ‸\n---\n\n# Soup\n', ['Soup']],
      ['---\nauthor: ‸\n---\n', []],
      ['---\nparams:\n  report: ‸\n---\n', []],
      ['+++\n[params]\nreport = ‸\n+++\n', []],
      ['# T\n\n---\nreport: ‸\n', []],
      ['---\nText: of a rule.\n\nreport: ‸\n', []],
    ];
    for (const [text, labels] of values)
      it(`is ${labels.join(', ') || 'nothing'} at ${JSON.stringify(text)}`, () =>
        assert.deepEqual(typing(text), labels));
    it('is written as its format has it', () => {
      assert.equal(taking('+++\nreport =‸\n+++\n', 'menu-note'), '+++\nreport = "menu-note"\n+++\n');
      assert.equal(taking('+++\ndate = ‸\n+++\n', date), `+++\ndate = ${date}\n+++\n`);
      assert.equal(taking('---\nreport: "k‸"\n---\n', 'kitchen-letter'), '---\nreport: kitchen-letter\n---\n');
    });
  });

  describe('of a suppression', () => {
    const wrong = '\nMeals served: 9.9 million in 2023.\n';
    for (const [open, close] of [
      ['<!--', '-->'],
      ['{/*', '*/}'],
      ['%%', '%%'],
    ] as const)
      it(`is the rule that finds something there, then all others: ${open}`, () => {
        for (const end of [` ${close}`, ''])
          assert.deepEqual(typing(`${letter}${open} plumbline-disable-next-line ‸${end}${wrong}`).slice(0, 2), [
            'metric-value',
            'acronym-undefined',
          ]);
      });
    it('is none that it has, and none in its reason or in code', () => {
      assert.equal(
        typing(`${letter}<!-- plumbline-disable-next-line metric-value, ‸ -->${wrong}`).includes('metric-value'),
        false,
      );
      assert.deepEqual(typing(`${letter}<!-- plumbline-disable metric-value -- ‸ -->${wrong}`), []);
      assert.deepEqual(typing(`${letter}\`\`\`\n<!-- plumbline-disable ‸ -->\n\`\`\`\n`), []);
    });
    it('ends first what was disabled', () => {
      const [first] = typing(
        `${letter}<!-- plumbline-disable term-misspelt -->\n\nText.\n\n<!-- plumbline-enable ‸ -->\n`,
      );
      assert.equal(first, 'term-misspelt');
    });
  });

  it('opens nothing where nobody wants it', () => {
    for (const text of [
      `${letter}The ‸`,
      `${letter}Time: ‸`,
      `${letter}a - ‸`,
      `${letter}C# ‸`,
      `${letter}a | ‸`,
      'one two ‸',
      '- ‸',
      '#‸',
    ])
      assert.deepEqual(typing(text), [], text);
  });

  it('has the characters after which an editor asks', () => {
    const triggers = new Set(completionTriggers(schoolMeals));
    for (const character of ['#', '-', ' ', ':', '是', '据']) assert.ok(triggers.has(character), character);
  });
});
