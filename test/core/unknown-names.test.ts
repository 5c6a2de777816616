import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  applyEdits,
  checkConfig,
  checkPack,
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
      ['report: 通报', '1:9 Unknown report type “通报” | Did you mean “bulletin”?'],
      ['report: minutes', '1:9 Unknown report type “minutes” | The packs in force have bulletin.'],
      ['region: Chna', '1:9 Unknown region “Chna” | Did you mean “CN”?'],
      ['region: northaven', '1:9 Unknown region “northaven” | Did you mean “northhaven”?'],
      ['region: 广东省', '1:9 Unknown region “广东省” | Did you mean “CN-GD”?'],
      ['language: english', '1:11 “english” is not a language tag | Did you mean “en”?'],
      ['language: cn', '1:11 “cn” is not a language tag | Did you mean “zh”?'],
      ['language: zh_CN', '1:11 “zh_CN” is not a language tag | Did you mean “zh-CN”?'],
      ['reprot: bulletin', '1:1 Unknown field “reprot” | It is ignored. | Did you mean “report”?'],
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
        '2:5 Unknown field “file” | It is ignored. | Did you mean “files”?',
      ],
      ['task-missing: off', '1:1 “task-missing” does not belong here | It is ignored. Write it under rules.'],
      [
        'overrides: [{files: [b], term-deprecated: error}]',
        '1:26 “term-deprecated” does not belong here | It is ignored. Write it under rules.',
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
      ['report: 通报', 'Unknown report type “通报” | Did you mean “bulletin”?'],
      ['tasks: 春季清单', 'Unknown task list “春季清单” | Did you mean “spring”?'],
      ['tasks: Tasks of the spring', 'Unknown task list “Tasks of the spring” | Did you mean “spring”?'],
      ['tasks: sprnig', 'Unknown task list “sprnig” | Did you mean “spring”?'],
      ['region: Chna', 'Unknown region “Chna” | Did you mean “CN”?'],
      ['region: china', 'Unknown region “china” | Did you mean “CN”?'],
      ['language: English', '“English” is not a language tag | Did you mean “en”?'],
      ['language: 中文', '“中文” is not a language tag | Did you mean “zh”?'],
      [
        'date: 27 September 2023',
        '“27 September 2023” is not a date in a form that can be read | Did you mean 2023-09-27?',
      ],
      ['date: 2023年9月', '“2023年9月” is not a date in a form that can be read | Did you mean 2023-09?'],
    ];
    for (const [frontMatter, finding] of wrong) assert.deepEqual(findingsOf(frontMatter), [finding], frontMatter);
    for (const right of [
      'report: bulletin\ntasks: spring\nregion: northhaven\nlanguage: en\ndate: 2023-09',
      // Keys of other tools, words, and what stands beside the right one.
      'data: 2023-10-10\ndates: 2023-10-10\nudate: 2023-10-10\nlang: en\nlangs: en\nlanguages: en\nregions: GB',
      'reports: bulletin\nreporter: bulletin\ntask: spring\ntags: spring\ntalks: spring\nmasks: spring\nreason: GB\nlegion: GB',
      'language: en\nlangauge: zh\nDate: 2023-10-10\nLanguage: en\nRegion: GB\nsubtitle: Fog\nlayout: report',
      'reprot: a text of the tower\nlangauge: [en, zh]\nregoin: {a: b}\nrapport: Wetterlage im Hafen\nauthor: A',
    ]) {
      assert.deepEqual(findingsOf(right), [], right);
    }
  });

  it('keys of front matter with a slip are told, where their value shows what was meant (issue 12)', () => {
    const wrong: readonly (readonly [frontMatter: string, finding: string])[] = [
      ['reprot: bulletin', 'Unknown key “reprot”, so its value is not read | Did you mean “report”?'],
      ['Report: 通报', 'Unknown key “Report”, so its value is not read | Did you mean “report”?'],
      ['title: 雾\nlangauge: zh', 'Unknown key “langauge”, so its value is not read | Did you mean “language”?'],
      ['langage: english', 'Unknown key “langage”, so its value is not read | Did you mean “language”?'],
      ['regoin: Chna', 'Unknown key “regoin”, so its value is not read | Did you mean “region”?'],
      ['dtae: 2023-10', 'Unknown key “dtae”, so its value is not read | Did you mean “date”?'],
      ['datee: 10 October 2023', 'Unknown key “datee”, so its value is not read | Did you mean “date”?'],
      ['taskss: spring', 'Unknown key “taskss”, so its value is not read | Did you mean “tasks”?'],
      ['taks: sprnig', 'Unknown key “taks”, so its value is not read | Did you mean “tasks”?'],
    ];
    for (const [frontMatter, finding] of wrong) assert.deepEqual(findingsOf(frontMatter), [finding], frontMatter);
  });

  it('in front matter are mended by a fix that its format can be read with again', () => {
    for (const frontMatter of [
      '---\nreport: "buletin"\n---\n',
      '---\nreport: 通报\n---\n',
      '---\nregion: Chna # where\n---\n',
      '+++\nreport = "buletin"\n+++\n',
      "+++\nregion = 'Chna' # where\n+++\n",
      '+++\nreprot = "bulletin" # which\n+++\n',
      '---\ntitle: Fog\n"langauge": zh\n---\n',
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
      ['term: {}', 'Unknown kind of entry “term” | It is ignored. | Did you mean “terms”?'],
      ['titel: Harbours', 'Unknown kind of entry “titel” | It is ignored. | Did you mean “title”?'],
      [
        'terms: {quay: {preferred: quay, deprcated: [pier]}}',
        'Unknown field “deprcated” | It is ignored. | Did you mean “deprecated”?',
      ],
      [
        'terms: {quay: {preferred: quay, deprecated: [{form: pier, raeson: old}]}}',
        'Unknown field “raeson” | It is ignored. | Did you mean “reason”?',
      ],
      [
        'metrics: {trade: {preferred: trade, measure: {kind: amount, unti: t}}}',
        'Unknown field “unti” | It is ignored. | Did you mean “unit”?',
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

  it('a field of a pack or a config in the wrong place is told with where it belongs (issue 12)', () => {
    const problems = (entries: string, file = 'pack.yaml') => {
      const manifest = 'name: harbour\nlanguages: [en, zh]\n';
      const files =
        file === 'pack.yaml'
          ? [[file, manifest + entries]]
          : [
              ['pack.yaml', manifest],
              [file, entries],
            ];
      return readPack(new Map(files as [string, string][])).problems.map(({ messageId, values }) =>
        problemMessage({ messageId, values }, 'en').split('\n').at(-1)?.replace('It is ignored. ', ''),
      );
    };
    const metric = (beside: string, measure = '') =>
      `metrics: {trade: {preferred: trade, measure: {kind: amount, unit: t${measure}}${beside}}}`;
    const wrong: readonly (readonly [entries: string, home: string])[] = [
      [metric(', unit: GBP'), 'Write it under measure.'],
      [metric('', ', observations: []'), 'Write it beside measure, not under it.'],
      [metric(', period: 2022'), 'Write it under observations.'],
      [metric('', ', source: gazette'), 'It is a field of basis, observations and runs.'],
      [metric(', observations: [{period: 2022, value: 1, unit: t}]'), 'Write it under measure.'],
      ['terms: {quay: {preferred: quay, deprecated: [pier], reason: old}}', 'Write it under deprecated.'],
      [
        'terms: {quay: {preferred: quay, deprecated: [{form: pier, note: old}]}}',
        'Write it beside deprecated, not under it.',
      ],
      ['terms: {码头: {preferred: {zh: 码头}, flag: [埠头]}}', 'Write it under examples.'],
      ['terms: {quay: {preferred: quay, measure: {kind: count}}}', 'It is a field of metrics.'],
      ['people: {lee: {preferred: Lee, title: Mayor}}', 'Write it under roles.'],
      ['targets: {t: {preferred: calm, due: 2030}}', 'Write it under milestones.'],
      [
        'reports: {r: {preferred: r, sections: [{id: w, heading: W, tasks: spring}]}}',
        'Write it beside sections, not under it.',
      ],
      ['preferred: quay', 'Write it in an entry, as under terms.'],
      ['observations: x.csv', 'Write it in an entry, as under metrics.'],
      ['reports: {r: {preferred: r, sections: [], task: spring}}', 'Did you mean “tasks”?'],
      ['unit: {boxes: {forms: boxes}}', 'Did you mean “units”?'],
    ];
    for (const [entries, home] of wrong) assert.deepEqual(problems(entries), [home], entries);
    assert.deepEqual(problems('fiscalYear: 04-01\nterms: {}\n', 'words.yaml'), ['Write it in pack.yaml.']);
    assert.deepEqual(problemsOfConfig('overrides: [{files: [b], exclude: [c]}]', 'zh'), [
      '1:26 “exclude”不应写在此处 | 已忽略。请与overrides并列，不要写在其下。',
    ]);
  });

  it('a pack or an entry that nothing has is told with what was likely meant (issue 12)', () => {
    const told = (entries: string, around: readonly string[] = []) =>
      checkPack(new Map([['pack.yaml', `name: words\nlanguages: [en, zh]\n${entries}`]]), {
        others: [harbour],
        around,
      }).problems.map((problem) => {
        const { line, character } = problem.range.start;
        return `${line + 1}:${character + 1} ${problemMessage(problem, 'en').replaceAll('\n', ' | ')}`;
      });
    const wrong: readonly (readonly [entries: string, problem: string])[] = [
      [
        'harbour/tasks/dregde',
        '3:22 Nothing to extend: no pack here has harbour/tasks/dregde | Did you mean “harbour/tasks/dredge”?',
      ],
      [
        'habour/tasks/dredge',
        '3:22 Nothing to extend: no pack here has habour/tasks/dredge | Did you mean “harbour/tasks/dredge”?',
      ],
      [
        'harbour/task/dredge',
        '3:22 Nothing to extend: no pack here has harbour/task/dredge | Did you mean “harbour/tasks/dredge”?',
      ],
      [
        'harbour/reports/bulletin',
        '3:22 harbour/reports/bulletin is of another kind | An entry extends one of its own kind.',
      ],
      ['harbour/tasks/fishing-in-autumn', '3:22 Nothing to extend: no pack here has harbour/tasks/fishing-in-autumn'],
      ['dredge', '3:22 “extends” should be the name of an entry of another pack: pack/kind/id, not “dredge”'],
    ];
    for (const [target, problem] of wrong)
      assert.deepEqual(told(`tasks: {d: {extends: ${target}}}`), [problem], target);
    assert.deepEqual(told('dependencies: {habour: ^1.0.0}', ['harbour', 'quays']), [
      '3:16 The pack habour, which this one depends on, was not found | Did you mean “harbour”?',
    ]);
  });
});
