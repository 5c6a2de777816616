import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import {
  type Finding,
  findingMessage,
  lintReport,
  type Report,
  type ReportSettings,
  readReport,
  type Span,
} from '../../server/src/core/index.js';
import { allClaims } from './claims.js';
import { readMarked, showSpans } from './marked.js';
import { contexts, type PackName, packFolders, vocabularyFrom, vocabularyOf } from './packs.js';

type MarkedLine = ReportSettings & { readonly title: string; readonly pack: PackName; readonly text: string };

const lines = parse(
  readFileSync(join(import.meta.dirname, '../fixtures/one-mistake.yml'), 'utf8'),
) as readonly MarkedLine[];

/** Where something is missing, a finding stands at a heading, and others may miss something there too. */
const ofPlaces = new Set(['section-missing', 'section-order', 'section-empty', 'task-missing']);

/** Rules that may speak of the same words of two mistakes. */
const ofTwoMistakes = new Map([
  // A body without its full name in a title that is another's.
  ['acronym-undefined', 'person-title'],
  // A word of an old form in a list out of order.
  ['formulation-order', 'term-deprecated'],
  // Four tasks are announced and three listed, in other words than the list's.
  ['count-mismatch', 'task-paraphrased'],
]);

describe('one rule speaks of one mistake', () => {
  for (const { title, pack, text, ...settings } of lines) {
    it(title, () => {
      const marked = readMarked(text);
      const findings = lintReport(readReport(marked.text, vocabularyOf(pack), { ...contexts[pack], ...settings }));
      const spans = findings.map(({ span }) => span);
      assert.equal(showSpans(marked.text, spans), text, findings.map(({ rule }) => rule).join(', '));
    });
  }

  it('and where that rule is off, another is heard', () => {
    const text = 'GDP was 121.0 trillion yuan in 2022. In 2022 GDP was 131.0 trillion yuan.';
    const rules = { 'metric-value': 'off' } as const;
    const context = { ...contexts['new-industrialization'], rules };
    const findings = lintReport(readReport(text, vocabularyOf('new-industrialization'), context));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['metric-unsourced', 'metric-inconsistent'],
    );
  });

  for (const { pack, examples, neverFlag, findingsIn } of allClaims) {
    it(`in every line about ${pack}: no two rules speak of the same words`, () => {
      const all = [
        ...examples.flatMap((example) =>
          [...example.wrong, ...example.right].map((line) => ({ line, found: example.findingsIn(line) })),
        ),
        ...neverFlag.map((line) => ({ line, found: findingsIn(line) })),
      ];
      const doubled = all.flatMap(({ line, found }) => {
        const text = typeof line === 'string' ? line : line.text;
        return pairsOf(found).map(([a, b]) => `${a.rule} and ${b.rule} in ${text}`);
      });
      assert.deepEqual(doubled, []);
    }).timeout(120_000);
  }
});

interface HeldText {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** Every text that the project holds: lines of fixtures, pages of rules, samples, files of dialects. */
function* allTexts(): Iterable<HeldText> {
  const held = (pack: PackName, text: string, settings: ReportSettings): HeldText => {
    const report = readReport(text, vocabularyOf(pack), { ...contexts[pack], ...settings });
    return { report, findings: lintReport(report) };
  };
  for (const { pack, examples, neverFlag, findingsIn } of allClaims) {
    for (const line of [...examples.flatMap(({ wrong, right }) => [...wrong, ...right]), ...neverFlag]) {
      const { text, ...settings }: ReportSettings & { readonly text: string } =
        typeof line === 'string' ? { text: line } : line;
      const report = readReport(text, vocabularyOf(pack), { ...contexts[pack], ...settings });
      yield { report, findings: findingsIn(line) };
    }
  }
  for (const { title: _, pack, text, ...settings } of lines) yield held(pack, readMarked(text).text, settings);
  const root = join(import.meta.dirname, '../..');
  for (const folder of [
    'examples',
    'docs',
    'server/src/core/rules',
    'test/fixtures/dialects',
    'test/fixtures/first-sight',
  ]) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:md|mdx|qmd|Rmd|yml)$/.test(path)) continue;
      const text = readFileSync(join(root, folder, path), 'utf8');
      const packs = Object.keys(packFolders) as PackName[];
      // Fixtures in YAML are long and no prose: one of the packs will do.
      for (const pack of path.endsWith('.yml') ? packs.slice(0, 1) : packs) yield held(pack, text, {});
    }
  }
}

describe('what is said once', () => {
  it('one mention a place and entry, and no two equal findings, in any text that the project holds', () => {
    const doubled: string[] = [];
    let read = 0;
    for (const { report, findings } of allTexts()) {
      read++;
      doubled.push(...doubledIn(report, findings).map((what) => `${what} in ${report.text.slice(0, 200)}`));
    }
    assert.deepEqual(doubled, []);
    assert.ok(read > 3_000, String(read));
  }).timeout(240_000);

  it('no two equal findings of a name that two entries of the shipped pack share words with', () => {
    const text = 'The first Department of Equipment Industry said so.';
    const report = readReport(text, vocabularyOf('new-industrialization'), contexts['new-industrialization']);
    const findings = lintReport(report);
    assert.deepEqual(doubledIn(report, findings), []);
    assert.equal(findings.length, 1);
  });

  const pack = `
name: doubles
languages: [en, zh]
terms:
  ground:
    preferred: {en: ground, zh: 地基}
    deprecated: {en: [base, basis, {form: Base, caseSensitive: true, reason: a}], zh: [底座, {form: 底座, reason: b}]}
  name:
    preferred: {en: leaf}
    deprecated: {en: [{form: old-name, validFrom: 2020-01-01}, {form: old-name, validFrom: 2021}, old name, oldname]}
  again: {preferred: {en: leaf, zh: 地基}, deprecated: {en: [old name], zh: [底座]}}
  shown: {preferred: {en: [axe, axis]}, hidden: {en: [axes]}}
`;
  const wrong = [
    'The ⟦bases⟧ are here.',
    'The ⟦Base⟧ is here.',
    'The ⟦old-names⟧ are here.',
    '- an ⟦old name⟧',
    '| ⟦Base⟧ |\n| --- |\n| ⟦old name⟧ |',
    '⟦底座⟧很稳。',
    '## ⟦底座⟧',
  ];
  for (const marked of [...wrong, 'The axes and the axe are here.', '地基很稳。']) {
    it(`one finding and one mention of a word that several forms or entries hold: ${marked}`, () => {
      const { text } = readMarked(marked);
      const report = readReport(text, vocabularyFrom({ 'pack.yaml': pack }), { date: '2024-01-01' });
      const findings = lintReport(report).filter(({ rule }) => rule === 'term-deprecated');
      assert.deepEqual(doubledIn(report, findings), []);
      const spans = findings.map(({ span }) => span);
      assert.equal(showSpans(text, spans), marked);
    });
  }
});

function doubledIn({ text, mentions }: Report, findings: readonly Finding[]): readonly string[] {
  const words = ({ start, end }: Span) => `${start}–${end} “${text.slice(start, end)}”`;
  return repeated([
    ...mentions.map(({ entry, span }) => `${entry.kind}/${entry.fullName} at ${words(span)}`),
    ...findings.map((finding) => `${finding.rule} at ${words(finding.span)}: ${findingMessage(finding, 'en')}`),
  ]);
}

function repeated(all: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return all.filter((each) => seen.size === seen.add(each).size);
}

function pairsOf(findings: readonly Finding[]): readonly (readonly [Finding, Finding])[] {
  const inWords = findings.filter(({ rule }) => !ofPlaces.has(rule));
  return inWords.flatMap((a, i) =>
    inWords
      .slice(i + 1)
      .filter((b) => a.rule !== b.rule && a.span.start < b.span.end && b.span.start < a.span.end)
      .filter((b) => ofTwoMistakes.get(a.rule) !== b.rule && ofTwoMistakes.get(b.rule) !== a.rule)
      .map((b) => [a, b] as const),
  );
}
