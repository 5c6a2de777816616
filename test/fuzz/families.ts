import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import {
  checkPack,
  emptyConfig,
  lintReport,
  mergePacks,
  type Pack,
  readConfig,
  readPack,
  readReport,
  testPack,
  type Vocabulary,
} from '../../server/src/core/index.js';
import type { Files } from '../../server/src/workspace/files.js';
import { loadWorkspace } from '../../server/src/workspace/load-workspace.js';
import { workspaceProblemMessage } from '../../server/src/workspace/problem-message.js';
import { isListedReport, reportSettings } from '../../server/src/workspace/report-files.js';
import { harbourPack } from '../cli/folder.js';
import { everydayWords, vocabularyOf } from '../core/packs.js';
import { filesIn } from '../packs/pack-files.js';
import { holdEdits, holdHosts } from './hosts.js';
import { holdEncodings, holdFixes, holdGrowth, holdProblems, holdReport, inTime } from './oracles.js';
import { configTexts, mutatedPacks, type PackTexts, packsWithSeries } from './pack-texts.js';
import { packsOfValues } from './pack-values.js';
import { phrases, plainTexts, reportTexts } from './report-texts.js';

/** Inputs of one kind and what must hold of each. */
export interface Family {
  /** How many of a hundred inputs are of this kind. */
  readonly share: number;
  /** Inputs that a property takes at once, where a host starts up for all of them. */
  readonly batch?: number;
  readonly property: () => { beforeEach(hook: () => void): unknown };
}

const root = join(import.meta.dirname, '../..');

const everyField = readPack(filesIn(join(root, 'test/fixtures/packs/every-field'))).pack as Pack;
/** By a name that a failure can print. */
const vocabularies: Readonly<Record<string, Vocabulary>> = {
  'new-industrialization': vocabularyOf('new-industrialization'),
  'uk-clean-power': vocabularyOf('uk-clean-power'),
  'everyday-words': everydayWords(),
  'every-field': mergePacks([everyField]).vocabulary,
};
const vocabularyName = fc.constantFrom(...Object.keys(vocabularies));
const named = (name: string) => vocabularies[name] as Vocabulary;
const settings = fc.record(
  {
    date: fc.constantFrom('2023-10-10', '2025-05-31', '2023', '2023-02-30', ''),
    region: fc.constantFrom('CN', 'GB', 'constructor'),
    report: fc.constantFrom('briefing', 'progress-report', '__proto__'),
    language: fc.constantFrom('en', 'zh', 'fr', 'constructor'),
  },
  { requiredKeys: ['date'] },
);
const filesOf = (texts: PackTexts) => new Map(Object.entries(texts));
const lengthOf = (texts: PackTexts) => Object.values(texts).join('').length;

/** Reads and checks a pack, in any order of its files, and a report with it. */
function holdPack(texts: PackTexts, report: string): void {
  const files = filesOf(texts);
  const { pack, problems } = inTime(lengthOf(texts), () => readPack(files));
  holdProblems(problems, files);
  const checked = inTime(lengthOf(texts), () => checkPack(files, { date: '2024-05-01', others: [everyField] }));
  holdProblems(checked.problems, files);
  const turned = readPack(new Map([...files].reverse()));
  assert.deepEqual(turned.problems, problems, 'the order of the files changes the problems');
  if (pack === undefined) return;
  const vocabulary = findingsWith(pack, report);
  assert.deepEqual(
    findingsWith(turned.pack as Pack, report).findings,
    vocabulary.findings,
    'the order of the files changes the findings',
  );
  holdReport(report, vocabulary.vocabulary, { date: '2024-05-01' }, [report.length >> 1, report.length >> 2]);
  const examples = vocabulary.vocabulary.entries.slice(0, 20).flatMap((entry) => entry.examples.flag);
  if (examples.length < 20) inTime(lengthOf(texts), () => testPack(vocabulary.vocabulary, pack.name));
}

function findingsWith(pack: Pack, report: string) {
  const { vocabulary } = mergePacks([pack]);
  return { vocabulary, findings: lintReport(readReport(report, vocabulary, { date: '2024-05-01' })) };
}

/** With other line endings the files of a pack give the same problems and findings. */
function holdPackEncodings(texts: PackTexts, report: string): void {
  const files = filesOf(texts);
  const plain = readPack(files);
  const withReturns = readPack(new Map([...files].map(([path, text]) => [path, text.replace(/\r\n?|\n/g, '\r\n')])));
  const idsOf = ({ pack }: typeof plain) => pack?.entries.map(({ fullName }) => fullName);
  assert.deepEqual(idsOf(withReturns), idsOf(plain), 'CRLF changes the entries');
  const placesOf = ({ problems }: typeof plain) =>
    problems.map(({ messageId, path, range }) => [messageId, path, range]);
  assert.deepEqual(placesOf(withReturns), placesOf(plain), 'CRLF changes the problems');
  if (plain.pack === undefined || withReturns.pack === undefined) return;
  const told = (pack: Pack) => findingsWith(pack, report).findings.map(({ rule, span, entry }) => [rule, span, entry]);
  assert.deepEqual(told(withReturns.pack), told(plain.pack), 'CRLF changes the findings');
}

/** A disk in memory. */
function filesInMemory(texts: ReadonlyMap<string, string>): Files {
  return {
    read: async (uri) => {
      const text = texts.get(uri);
      return text === undefined ? { unread: 'missing' } : { text };
    },
    list: async () => [],
    stamp: async () => undefined,
    integrity: async () => undefined,
    real: async (uri) => uri,
  };
}

async function holdConfig(text: string): Promise<void> {
  const { config, problems } = inTime(text.length, () => readConfig(text, 'plumbline.yaml'));
  holdProblems(problems, new Map([['plumbline.yaml', text]]));
  const configUri = 'file:///work/plumbline.yaml';
  const files = filesInMemory(
    new Map([
      [configUri, text],
      ['file:///work/packs/harbour/pack.yaml', harbourPack],
    ]),
  );
  const workspace = await loadWorkspace({ files, configUri, shippedPacks: URI.file('/shipped').toString() });
  for (const problem of workspace.problems) assert.ok(workspaceProblemMessage(problem, 'en') !== '');
  inTime(text.length, () => {
    for (const path of ['reports/2023/a.md', 'b', 'a/b.md', 'x.txt', `${'a/'.repeat(40)}b.md`]) {
      isListedReport(config, workspace.folder, `file:///work/${path}`);
      reportSettings(workspace.config, workspace.folder, `file:///work/${path}`);
    }
  });
  const settings = reportSettings(config, 'file:///work', 'file:///work/reports/2023/a.md');
  holdReport('We use quay current.\n\n码头电。', workspace.vocabulary, settings, [5]);
  assert.ok(config === emptyConfig || Array.isArray(config.files));
}

const cursors = fc.array(fc.nat(), { maxLength: 3 });

export const families: Readonly<Record<string, Family>> = {
  report: {
    share: 46,
    property: () =>
      fc.property(reportTexts, vocabularyName, settings, cursors, (text, name, settings, cursors) => {
        holdReport(text, named(name), settings, cursors);
      }),
  },
  encodings: {
    share: 14,
    property: () =>
      fc.property(plainTexts, vocabularyName, settings, (text, name, settings) =>
        holdEncodings(text, named(name), settings),
      ),
  },
  fixes: {
    share: 14,
    property: () =>
      fc.property(reportTexts, vocabularyName, settings, (text, name, settings) =>
        holdFixes(text, named(name), settings),
      ),
  },
  growth: {
    share: 1,
    property: () =>
      fc.property(phrases, vocabularyName, settings, (text, name, settings) => holdGrowth(text, named(name), settings)),
  },
  'pack-texts': {
    share: 7,
    property: () =>
      fc.property(mutatedPacks, plainTexts, (texts, report) => {
        holdPack(texts, report);
        holdPackEncodings(texts, report);
      }),
  },
  'pack-values': {
    share: 4,
    property: () =>
      fc.property(packsOfValues, ({ files, report }) => {
        holdPack(files, report);
        holdPackEncodings(files, report);
      }),
  },
  series: {
    share: 5,
    property: () =>
      fc.property(packsWithSeries, (texts) => {
        const report = 'Steel output was 12 percent in 2021, and 12.0 t in 2020.\n\n2021年钢产量为12万吨。\n';
        holdPack(texts, report);
        holdPackEncodings(texts, report);
      }),
  },
  config: {
    share: 5,
    property: () => fc.asyncProperty(configTexts, holdConfig),
  },
  hosts: {
    share: 2,
    batch: 20,
    property: () => fc.asyncProperty(fc.array(plainTexts, { minLength: 20, maxLength: 20 }), holdHosts),
  },
  edits: {
    share: 2,
    batch: 5,
    property: () =>
      fc.asyncProperty(
        fc.array(
          fc.record({
            text: reportTexts,
            edits: fc.array(
              fc.record({ from: fc.nat(), length: fc.nat({ max: 20 }), text: phrases, alone: fc.boolean() }),
              { minLength: 1, maxLength: 6 },
            ),
          }),
          { minLength: 5, maxLength: 5 },
        ),
        holdEdits,
      ),
  },
};
