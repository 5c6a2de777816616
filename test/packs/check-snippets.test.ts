// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkPack, mergePacks, type Pack, problemMessage, testPack } from '../../server/src/core/index.js';
import { packFiles } from './pack-files.js';

const entries = `region: GB
sources:
  accounts: {title: {en: Accounts, zh: 决算}, publisher: {en: Town Treasury, zh: 市财政局}, date: 2024-02-20}
terms:
  reader: {preferred: {en: reader, zh: 读者}, deprecated: {en: [customer], zh: [顾客]}}
metrics:
  spending:
    preferred: {en: library spending, zh: 图书馆支出}
    measure: {kind: amount, unit: GBP}
    observations: [{period: 2022, value: 1.94e6, source: accounts}, {period: 2023, value: 2.07e6, source: accounts}]
people:
  roe: {preferred: {en: Jane Roe}, roles: [{title: librarian, from: 2020-01, to: 2022-12}]}
reports:
  briefing:
    sections: [{id: figures, heading: {en: [Figures], zh: [数据]}, required: true, holds: metrics}]
    metrics: [spending]
snippets:
`;

function check(snippets: string, day = '2024-05-01') {
  const { problems, pack } = checkPack(packFiles(entries + snippets), { date: day });
  for (const problem of problems) {
    for (const locale of ['en', 'zh'] as const)
      assert.doesNotMatch(problemMessage(problem, locale), /^(?:pack|snippet)\.|(?<!\$)\{\w+\}|undefined/);
  }
  return {
    problems: problems.map(({ messageId, severity }) => `${severity} ${messageId}`),
    pack: pack as Pack,
    all: problems,
  };
}

const one = (body: string, rest = '') => `  a: {prefix: line, body: ${JSON.stringify(body)}${rest}}\n`;

interface Case {
  readonly name: string;
  readonly wrong: string;
  readonly found: readonly string[];
  readonly right: string;
}

const cases: readonly Case[] = [
  {
    name: 'a body that cannot be read to its end',
    wrong: one('It was ${1:[what]'),
    found: ['error snippet.unclosed'],
    right: one('It was ${1:[what]}.'),
  },
  {
    name: 'a choice that is written in another way, behind which the stops still count',
    wrong: one('It was ${1|up|down|} by ${2:[how much]}.'),
    found: ['error snippet.choice'],
    right: one('It was ${1|up,down|} by ${2:[how much]}.'),
  },
  {
    name: 'two ends',
    wrong: one('$0 and ${0:[date]}'),
    found: ['error snippet.end-twice'],
    right: one('so ${1:[date]} and $0'),
  },
  {
    name: 'an amount that is a tab stop',
    wrong: one('It cost $40 million in ${1:[year]}.'),
    found: ['warning snippet.stop-stray'],
    right: one('It cost \\$40 million in ${1:[year]}.'),
  },
  {
    name: 'an entry that nothing has',
    wrong: one('${term:none}'),
    found: ['error snippet.entry-unknown'],
    right: one('${term:reader}'),
  },
  {
    name: 'a part that an entry has not',
    wrong: one('${metric:spending.worth}'),
    found: ['error snippet.part-unknown'],
    right: one('${metric:spending.value}${metric:spending.source}'),
  },
  {
    name: 'a record that a metric has not',
    wrong: one('${metric:spending.value@2019}'),
    found: ['error snippet.no-record'],
    right: one('${metric:spending@2022}'),
  },
  {
    name: 'a post that nobody holds that day',
    wrong: one('${person:roe.title}'),
    found: ['error snippet.no-post'],
    right: one('${person:roe.title@2021-05}'),
  },
  {
    name: 'a variable that neither packs nor editors have',
    wrong: one('${phrase:reader} and $TM_FILENAM'),
    found: ['error snippet.variable-unknown', 'error snippet.variable-unknown'],
    right: one('${term:reader} and $TM_FILENAME'),
  },
  {
    name: 'a form that the language lacks',
    wrong: '  a: {prefix: line, body: {zh: "${person:roe.name}"}}\n',
    found: ['error snippet.no-form'],
    right: '  a: {prefix: line, body: {en: "${person:roe.name}"}}\n',
  },
  {
    name: 'a default that nobody would be reminded of',
    wrong: one('${1:The council} wrote ${2:so much}.'),
    found: ['warning snippet.gap-unseen', 'warning snippet.gap-unseen'],
    right: one('${1:[name]} wrote ${2:[how much]}. $1 read it, by ${1/(.*)/${1:/upcase}/}.'),
  },
  {
    name: 'a Chinese default that nobody would be reminded of',
    wrong: '  a: {prefix: line, body: {zh: "由${1:市政府}负责。"}}\n',
    found: ['warning snippet.gap-unseen'],
    right: '  a: {prefix: line, body: {zh: "由${1:[填写单位]}负责，${2:【待补充】}。"}}\n',
  },
  {
    name: 'a form that the pack itself deprecates',
    wrong: one('Every customer has ${1:[number]} books.'),
    found: ['warning snippet.finding'],
    right: one('Every reader has ${1:[number]} books.'),
  },
  {
    name: 'a figure that the pack calls wrong',
    wrong: one('In 2023 library spending was £3.5 million (Town Treasury, 2024).'),
    found: ['warning snippet.finding'],
    right: one('In 2023 library spending was ${metric:spending.value}${metric:spending.source}.'),
  },
  {
    name: 'a report type that is not there',
    wrong: one('x', ', report: note'),
    found: ['error pack.dangling'],
    right: one('x', ', report: briefing'),
  },
  {
    name: 'a section that no type has',
    wrong: one('x', ', section: aims'),
    found: ['error snippet.section-unknown'],
    right: `${one('x', ', section: figures')}  b: {prefix: other, body: x, section: metrics, report: briefing}\n`,
  },
  {
    name: 'two snippets that cannot be told apart',
    wrong: `${one('x')}  b: {prefix: [other, Line], body: y}\n`,
    found: ['warning snippet.prefix-twice'],
    right: `${one('x')}  b: {prefix: line, body: y, report: briefing}\n  c: {prefix: line, body: y, section: figures}\n  d: {prefix: line, body: {zh: 如此}}\n`,
  },
  {
    name: 'a prefix that ordinary words begin',
    wrong: '  a: {prefix: [so, 数], body: x}\n',
    found: ['warning snippet.prefix-short', 'warning snippet.prefix-short'],
    right: '  a: {prefix: [sos, 数据], body: x}\n',
  },
];

describe('checking snippets (issue 13, section 1)', () => {
  for (const { name, wrong, found, right } of cases) {
    it(`finds ${name}`, () => {
      assert.deepEqual(check(wrong).problems, found);
      assert.deepEqual(check(right).problems, []);
    });
  }

  it('leaves those for other languages than Markdown alone', () => {
    assert.deepEqual(check(one('${1:x', ', scope: python')).problems, []);
  });

  it('names the words, at the body', () => {
    const { all } = check('  a:\n    prefix: line\n    body:\n      en: Every customer.\n      zh: 顾客很多。\n');
    assert.deepEqual(
      all.map((problem) => [problem.range.start.line, problemMessage(problem, 'en').split('\n')[0]]),
      [
        [24, 'What it puts in has a finding: “customer” is a deprecated form; write “reader”'],
        [25, 'What it puts in has a finding: “顾客” is a deprecated form; write “读者”'],
      ],
    );
  });

  it('holds a pack against those that it is in force with', () => {
    const base = checkPack(packFiles('snippets: {line: {prefix: line, body: x}}\n')).pack as Pack;
    const files = new Map([
      ['pack.yaml', 'name: desk\nlanguages: [en, zh]\nsnippets: {ours: {prefix: line, body: y}}\n'],
    ]);
    assert.deepEqual(
      checkPack(files, { others: [base] }).problems.map(({ messageId }) => messageId),
      ['snippet.prefix-twice'],
    );
  });
});

describe('trying snippets (issue 13, section 1)', () => {
  const tried = (snippets: string) => {
    const { pack } = check(snippets);
    return testPack(mergePacks([pack]).vocabulary, 'harbour', { date: '2024-05-01' }).map(
      ({ expected, passed, findings, example }) =>
        `${example.language} ${expected} ${passed ? 'holds' : findings.map(({ rule }) => rule).join(' ')}`,
    );
  };

  it('leaves findings of what is to be filled alone, and none once it is filled', () => {
    assert.deepEqual(
      tried(
        '  a: {prefix: line, body: {en: "Spending: ${metric:spending}, ${1:[why]}.", zh: "支出：${1:[填写数额]}。"}}\n',
      ),
      ['en untouched holds', 'en filled holds', 'zh untouched holds', 'zh filled holds'],
    );
  });

  it('fails one with a finding, either way', () => {
    assert.deepEqual(tried(one('Every customer has ${1:[number]} books.')), [
      // In a sentence that is to be filled nothing else is said yet.
      'en untouched holds',
      'en filled term-deprecated',
    ]);
  });

  it('has the skeleton of a report, too', () => {
    const body = [
      '---',
      'date: ${date}',
      'language: en',
      'report: briefing',
      '---',
      '',
      '# ${1:[title]}',
      '',
      '## Figures',
      '',
      '${metrics}',
      '',
      '${2:[what they mean]}',
      '',
    ];
    assert.deepEqual(
      tried(`  a: {prefix: line, isFileTemplate: true, report: briefing, body: ${JSON.stringify(body)}}\n`),
      ['en untouched holds', 'en filled holds'],
    );
  });

  it('tells once what a file for all languages has', () => {
    const others = {
      'snippets/desk.code-snippets': '{"Desk": {"prefix": "desk", "body": ["The desk wrote ${1:so much}."]}}',
    };
    const { problems } = checkPack(packFiles('', others));
    assert.deepEqual(
      problems.map(({ messageId }) => messageId),
      ['snippet.gap-unseen'],
    );
  });
});
