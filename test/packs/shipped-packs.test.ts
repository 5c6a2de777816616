import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import {
  checkPack,
  type Entry,
  type Form,
  findingMessage,
  lintReport,
  mergePacks,
  problemMessage,
  readReport,
  testPack,
} from '../../server/src/core/index.js';
import { type AnyPackName, allPackFolders, packFromDisk, vocabularyOf } from '../core/packs.js';
import { filesIn, placed } from './pack-files.js';

/** A sentence for a form by itself; what its `near` asks for stands in it too. */
function sentenceOf(form: Form): string {
  const [near] = form.near;
  if (form.language === 'zh')
    return near === undefined ? `这里写着“${form.text}”。` : `${near}，这里写着${form.text}。`;
  return near === undefined ? `Here we read ${form.text} and go on.` : `Here ${near} stands, and ${form.text} follows.`;
}

const kept = (form: Form): boolean => form.level !== 'off';

for (const name of Object.keys(allPackFolders) as AnyPackName[]) {
  const files = filesIn(allPackFolders[name]);
  const pack = packFromDisk(name);
  const date = pack.factsAsOf as string;

  describe(`the pack ${name}`, () => {
    it('has nothing for the checks to say', () => {
      const { problems } = checkPack(files, { date });
      assert.deepEqual(
        problems.map((problem) => `${placed(problem)} ${problemMessage(problem, 'en')}`),
        [],
      );
    });

    it('gives the reason of a form in English and in Chinese, where it ships (issue 12)', () => {
      if (!allPackFolders[name].startsWith(join(import.meta.dirname, '../../packs'))) return;
      const reasons = pack.entries.flatMap(({ forms }) => forms.flatMap(({ reason }) => (reason ? [reason] : [])));
      assert.ok(reasons.length > 10);
      for (const { en, zh } of reasons) {
        assert.doesNotMatch(en ?? '', /^$|"/);
        assert.match(zh ?? '', /\p{Script=Han}/u);
      }
    });

    it('holds its own examples', () => {
      const results = testPack(vocabularyOf(name), name, { date });
      assert.ok(results.length > 30, `only ${results.length} examples`);
      for (const expected of ['flag', 'allow']) assert.ok(results.some((result) => result.expected === expected));
      assert.deepEqual(
        results
          .filter(({ passed }) => !passed)
          .map(({ example, expected }) => {
            const { path, range } = example.location;
            return `${path}:${range.start.line + 1} ${expected} ${example.text}`;
          }),
        [],
      );
    });

    it('every form is found in a sentence of its own, as its own entry’s and no other’s of the kind', () => {
      const vocabulary = vocabularyOf(name);
      const lost: string[] = [];
      let count = 0;
      for (const entry of vocabulary.entries) {
        for (const form of entry.forms.filter(kept)) {
          count += 1;
          const text = sentenceOf(form);
          const report = readReport(text, vocabulary, { date: form.validFrom ?? date, language: form.language });
          const start = text.indexOf(form.text);
          const found = vocabulary.index.find(text).filter(({ span }) => span.start <= start && span.end > start);
          const ofKind = found.map(({ target }) => target).filter(({ kind }) => kind === entry.kind);
          if (ofKind.length === 0) lost.push(`${entry.fullName}: “${form.text}” is not found`);
          for (const other of ofKind) {
            if (other !== entry) lost.push(`${entry.fullName}: “${form.text}” is taken for ${other.fullName}`);
          }
          assert.equal(report.language, form.language);
        }
      }
      assert.ok(count > 120, `only ${count} forms`);
      assert.deepEqual(lost, []);
    });

    it('what is unverified or provisional never gives an error', () => {
      const vocabulary = vocabularyOf(name);
      const unsure: [Entry, Form][] = vocabulary.entries.flatMap((entry) =>
        entry.forms
          .filter((form) => entry.status !== 'verified' || form.status !== 'verified')
          .map((form): [Entry, Form] => [entry, form]),
      );
      assert.ok(unsure.length > 0);
      for (const [entry, form] of unsure) {
        const report = readReport(sentenceOf(form), vocabulary, { date, language: form.language });
        for (const finding of lintReport(report).filter((each) => each.entry === entry.fullName)) {
          assert.equal(finding.severity, 'information', findingMessage(finding, 'en'));
        }
      }
    });
  });
}

describe('the packs that ship', () => {
  const shipped = readdirSync(join(import.meta.dirname, '../../packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name as AnyPackName);
  for (const name of shipped)
    it(`${name} has every name, note, definition, title and publisher in each of its languages (trial 7)`, () => {
      const { entries, languages } = packFromDisk(name);
      const lacking = (texts: Readonly<Record<string, unknown>> | undefined) =>
        texts === undefined || Object.keys(texts).length === 0
          ? []
          : languages.filter((language) => !(language in texts));
      const namesOf = (forms: readonly Form[]) =>
        Object.fromEntries(
          forms.filter(({ role }) => role === 'preferred').map(({ language, text }) => [language, text]),
        );
      assert.deepEqual(
        entries.flatMap((entry) => {
          const texts: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> = {
            note: entry.note,
            definition: entry.definition,
            ...(entry.kind === 'sources'
              ? { title: entry.title, publisher: entry.publisher }
              : { preferred: namesOf(entry.forms) }),
            ...(entry.kind === 'formulations' &&
              Object.fromEntries(entry.members.map(({ forms }, index) => [`members ${index}`, namesOf(forms)]))),
            ...(entry.kind === 'metrics' &&
              Object.fromEntries(entry.observations.map(({ period, note }) => [`observation of ${period}`, note]))),
            ...(entry.kind === 'people' &&
              Object.fromEntries(entry.roles.map(({ title }, index) => [`roles ${index}`, title]))),
          };
          return Object.entries(texts).flatMap(([field, each]) =>
            lacking(each).map((language) => `${entry.kind}/${entry.id} ${field}: ${language}`),
          );
        }),
        [],
      );
    });
});

describe('what is unverified', () => {
  it('gives information where the same entry verified gives more', () => {
    const severitiesOf = (status: string) => {
      const pack = `name: harbour\nlanguages: [en]\nterms: {berth: {preferred: berth, deprecated: parking place${status}}}`;
      const { vocabulary } = mergePacks([checkPack(new Map([['pack.yaml', pack]])).pack].filter((each) => !!each));
      const report = readReport('The parking place is free.', vocabulary, { date: '2024-05-01' });
      return lintReport(report).map(({ severity }) => severity);
    };
    assert.deepEqual(severitiesOf(', level: error'), ['error']);
    assert.deepEqual(severitiesOf(', level: error, status: provisional'), ['information']);
    assert.deepEqual(severitiesOf(', level: error, status: unverified'), ['information']);
  });
});

describe('the facts that the shipped pack was made from', () => {
  const facts = parse(
    readFileSync(join(import.meta.dirname, '../fixtures/facts/new-industrialization.yml'), 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const vocabulary = vocabularyOf('new-industrialization');

  for (const [group, ids] of Object.entries(facts)) {
    describe(group, () => {
      for (const [id, place] of Object.entries(ids)) {
        it(`${id} is ${place}`, () => {
          assert.ok(vocabulary.entry(`new-industrialization/${place}`), `the pack has no ${place}`);
        });
      }
    });
  }
});
