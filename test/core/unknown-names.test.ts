import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  applyEdits,
  checkConfig,
  findingMessage,
  lintReport,
  mergePacks,
  problemMessage,
  readConfig,
  readPack,
  readReport,
} from '../../server/src/core/index.js';
import { readPackFrom } from './packs.js';

const harbour = readPackFrom({
  'pack.yaml': `name: harbour
languages: [en, zh]
regions: {northhaven: {forms: {en: Northhaven, zh: 北港}, parent: NZ}}
tasks: {dredge: {preferred: {en: dredge the fairway, zh: 疏浚航道}}}
taskLists: {spring: {preferred: {en: tasks of the spring, zh: 春季清单}, tasks: [dredge]}}
reports: {bulletin: {preferred: {en: bulletin, zh: 通报}, sections: []}}
`,
});
const { vocabulary } = mergePacks([harbour]);
const nothing = mergePacks([]).vocabulary;

/** `line:column what | what was meant` of each problem, from 1. */
function problemsOfConfig(text: string, locale: 'en' | 'zh' = 'en'): readonly string[] {
  const { config, problems } = readConfig(text, 'plumbline.yaml');
  return [...problems, ...checkConfig(config, 'plumbline.yaml', vocabulary)].map((problem) => {
    const { line, character } = problem.range.start;
    return `${line + 1}:${character + 1} ${problemMessage(problem, locale).replaceAll('\n', ' | ')}`;
  });
}

function findingsOf(frontMatter: string, packs = vocabulary): readonly string[] {
  const report = readReport(`---\n${frontMatter}\n---\n\nFog until noon.\n`, packs, {});
  return lintReport(report)
    .filter(({ rule }) => rule === 'front-matter-invalid')
    .map((finding) => findingMessage(finding, 'en').replaceAll('\n', ' | '));
}

describe('names that nobody knows', () => {
  it('in plumbline.yaml are told at their place, with what was likely meant (trial 4.1)', () => {
    const wrong: readonly (readonly [config: string, problem: string])[] = [
      ['rules: {task-missng: error}', '1:9 Unknown rule “task-missng” | Did you mean “task-missing”?'],
      ['report: buletin', '1:9 Unknown report type “buletin” | Did you mean “bulletin”?'],
      ['report: minutes', '1:9 Unknown report type “minutes” | The packs in force have bulletin.'],
      ['region: Chna', '1:9 Unknown region “Chna” | Did you mean “CN”?'],
      ['region: northaven', '1:9 Unknown region “northaven” | Did you mean “northhaven”?'],
      ['region: 广东省', '1:9 Unknown region “广东省” | Did you mean “CN-GD”?'],
      ['language: english', '1:11 “english” is not a language tag | Did you mean “en”?'],
      ['language: cn', '1:11 “cn” is not a language tag | Did you mean “zh”?'],
      ['language: zh_CN', '1:11 “zh_CN” is not a language tag | Did you mean “zh-CN”?'],
      ['reprot: bulletin', '1:1 Unknown field “reprot” | It was passed over. | Did you mean “report”?'],
      [
        'rules: {task-missing: warn}',
        '1:23 “rules.task-missing” should be off, information, warning or error, not “warn” | Did you mean “warning”?',
      ],
      [
        'overrides:\n  - files: ["a/**"]\n    rules: {term-depricated: off}',
        '3:13 Unknown rule “term-depricated” | Did you mean “term-deprecated”?',
      ],
      [
        'overrides:\n  - file: ["a/**"]\n    files: [b]',
        '2:5 Unknown field “file” | It was passed over. | Did you mean “files”?',
      ],
      ['overrides: [{files: [b], region: Germny}]', '1:34 Unknown region “Germny” | Did you mean “DE”?'],
    ];
    for (const [config, problem] of wrong) assert.deepEqual(problemsOfConfig(config), [problem], config);
    assert.deepEqual(problemsOfConfig('rules: {task-missng: error}', 'zh'), [
      '1:9 未知规则“task-missng” | 是否应为“task-missing”？',
    ]);
  });

  it('and those that are known are nothing to say (trial 4.1)', () => {
    for (const config of [
      'rules: {task-missing: error, term-deprecated: off}',
      'report: bulletin\nregion: northhaven\nlanguage: en-GB',
      'region: CN-GD\nlanguage: zh-Hans',
      'region: UK\nlanguage: fr',
    ]) {
      assert.deepEqual(problemsOfConfig(config), [], config);
    }
  });

  it('a path in files with backslashes is said to match nothing (trial 4.6)', () => {
    assert.deepEqual(problemsOfConfig('files: ["reports\\\\*.md"]'), [
      '1:9 “reports\\*.md” matches nothing | Write / between folders. | Did you mean “reports/*.md”?',
    ]);
    assert.deepEqual(problemsOfConfig("exclude: ['old\\drafts\\**']"), [
      '1:11 “old\\drafts\\**” matches nothing | Write / between folders. | Did you mean “old/drafts/**”?',
    ]);
    assert.deepEqual(problemsOfConfig("files: ['notes/\\[draft\\]*.md', '报告/**/*.md']"), []);
  });

  it('in front matter are told with what was likely meant; other keys are nobody’s business (trial 4.1)', () => {
    const wrong: readonly (readonly [frontMatter: string, finding: string])[] = [
      ['report: buletin', 'Unknown report type “buletin” | Did you mean “bulletin”?'],
      ['tasks: sprnig', 'Unknown task list “sprnig” | Did you mean “spring”?'],
      ['region: Chna', 'Unknown region “Chna” | Did you mean “CN”?'],
      ['region: china', 'Unknown region “china” | Did you mean “CN”?'],
      ['language: English', '“English” is not a language tag | Did you mean “en”?'],
      ['language: 中文', '“中文” is not a language tag | Did you mean “zh”?'],
      [
        'date: 27 September 2023',
        '“27 September 2023” is not a date in the form that is read here | Did you mean 2023-09-27?',
      ],
      ['date: 2023年9月', '“2023年9月” is not a date in the form that is read here | Did you mean 2023-09?'],
    ];
    for (const [frontMatter, finding] of wrong) assert.deepEqual(findingsOf(frontMatter), [finding], frontMatter);
    for (const right of [
      'report: bulletin\ntasks: spring\nregion: northhaven\nlanguage: en\ndate: 2023-09',
      'repotr: x\nregoin: Chna\nlangauge: english\nauthor: A',
    ]) {
      assert.deepEqual(findingsOf(right), [], right);
    }
  });

  it('in front matter are mended by a fix that its format can be read with again', () => {
    for (const frontMatter of [
      '---\nreport: "buletin"\n---\n',
      '---\nregion: Chna # where\n---\n',
      '+++\nreport = "buletin"\n+++\n',
      "+++\nregion = 'Chna' # where\n+++\n",
      '+++\ndate = "27 September 2023"\n+++\n',
    ]) {
      const text = `${frontMatter}\nFog until noon.\n`;
      const [finding] = lintReport(readReport(text, vocabulary, {}));
      const fixed = applyEdits(text, finding?.fixes[0]?.edits ?? []);
      assert.notEqual(fixed, text);
      assert.equal(fixed.includes('# where'), text.includes('# where'), fixed);
      assert.deepEqual(lintReport(readReport(fixed, vocabulary, {})), [], fixed);
    }
  });

  it('where no pack is in force, or none has report types, that is said once (trial 5.6)', () => {
    assert.deepEqual(findingsOf('report: x\ntasks: y', nothing), [
      'No pack is in force | The packs that are named could not be read.',
    ]);
    const words = mergePacks([readPackFrom({ 'pack.yaml': 'name: words\nlanguages: [en]\n' })]).vocabulary;
    assert.deepEqual(findingsOf('report: x', words), [
      'Unknown: “x” | No pack in force has report types or task lists.',
    ]);
  });

  it('in a pack are told with what was likely meant (trial 4.1)', () => {
    const problems = (entries: string) =>
      readPack(new Map([['pack.yaml', `name: harbour\nlanguages: [en, zh]\n${entries}`]])).problems.map((problem) =>
        problemMessage(problem, 'en').replaceAll('\n', ' | '),
      );
    const wrong: readonly (readonly [entries: string, problem: string])[] = [
      ['term: {}', 'Unknown kind of entry “term” | It was passed over. | Did you mean “terms”?'],
      ['titel: Harbours', 'Unknown kind of entry “titel” | It was passed over. | Did you mean “title”?'],
      [
        'terms: {quay: {preferred: quay, deprcated: [pier]}}',
        'Unknown field “deprcated” | It was passed over. | Did you mean “deprecated”?',
      ],
      [
        'terms: {quay: {preferred: quay, deprecated: [{form: pier, raeson: old}]}}',
        'Unknown field “raeson” | It was passed over. | Did you mean “reason”?',
      ],
      [
        'metrics: {trade: {preferred: trade, measure: {kind: amount, unti: t}}}',
        'Unknown field “unti” | It was passed over. | Did you mean “unit”?',
      ],
      [
        'metrics: {trade: {preferred: trade, measure: {kind: amont, unit: t}}}',
        '“measure.kind” should be amount, share, growth, count or rank, not “amont” | Did you mean “amount”?',
      ],
      [
        'terms: {quay: {preferred: {english: quay}}}',
        '“preferred.english” should be a language tag such as en or zh | Did you mean “en”?',
      ],
      [
        'sources: {gazette: {title: G}}\nterms: {quay: {preferred: quay, basis: gazete}}',
        'Nothing has the id “sources/gazete” | Did you mean “gazette”?',
      ],
    ];
    for (const [entries, problem] of wrong) assert.deepEqual(problems(entries), [problem], entries);
  });
});
