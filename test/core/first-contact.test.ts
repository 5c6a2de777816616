import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import {
  findingDetails,
  findingVerdict,
  type Locale,
  lintReport,
  readReport,
  type Severity,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { vocabularyFrom, vocabularyOf } from './packs.js';

const read = (file: string) => parse(readFileSync(join(import.meta.dirname, '../fixtures/first-sight', file), 'utf8'));

interface Minute {
  readonly id: string;
  readonly pack: string;
  /** A place outside `files`, where no host judges a text. */
  readonly where?: string;
  readonly text: string;
  readonly says?: string;
  readonly why: string;
  readonly expect: { readonly count: number; readonly rules: readonly string[]; readonly severity?: Severity };
}

describe('first minutes written without sight of the code', () => {
  const { packs, documents }: { packs: Record<string, string>; documents: readonly Minute[] } =
    read('first-minute.yml');
  const vocabularies = new Map<string, Vocabulary>([['shipped', vocabularyOf('new-industrialization')]]);
  for (const [name, pack] of Object.entries(packs)) vocabularies.set(name, vocabularyFrom({ 'pack.yaml': pack }));
  for (const { id, pack, where, text, says, why, expect } of documents) {
    if (where !== undefined) continue;
    it(`${id}: ${why}`, () => {
      const findings = lintReport(readReport(text, vocabularies.get(pack) as Vocabulary, {}));
      const rules = findings.map(({ rule }) => (rule === 'placeholder-unfilled' ? 'placeholder' : rule));
      assert.deepEqual(rules.toSorted(), [...expect.rules].sort());
      assert.equal(findings.length, expect.count);
      if (expect.severity !== undefined)
        for (const { rule, severity } of findings)
          if (rule === 'placeholder-unfilled') assert.equal(severity, expect.severity);
      const told = findings.map((finding) => findingVerdict(finding, 'en')).join('\n');
      if (says !== undefined) assert.match(told, new RegExp(says, 'i'));
    });
  }
});

interface Told {
  readonly id: string;
  readonly locale: Locale;
  readonly text: string;
  /** The id of the rule, as an expression. */
  readonly rule: string;
  readonly has?: readonly string[];
  readonly not?: readonly string[];
  readonly then?: readonly string[];
  /** This wording is not read yet: silent, or right. */
  readonly unread?: boolean;
}

describe('messages marked without sight of the code', () => {
  const {
    pack,
    sentences,
    max,
    never,
    never_zh: neverInChinese,
  }: {
    readonly pack: string;
    readonly sentences: readonly Told[];
    readonly max: number;
    readonly never: readonly string[];
    readonly never_zh: readonly string[];
  } = read('messages.yml');
  const vocabulary = vocabularyFrom({ 'pack.yaml': pack });
  for (const { id, locale, text, rule, has = [], not = [], then = [], unread } of sentences) {
    /** What of a finding is not as it was marked. */
    const amiss = (verdict: string, details: string) => [
      ...has.filter((each) => !new RegExp(each).test(verdict)).map((each) => `lacks ${each}: ${verdict}`),
      ...[...not, ...never, ...(locale === 'zh' ? neverInChinese : [])]
        .filter((each) => new RegExp(each).test(verdict))
        .map((each) => `has ${each}: ${verdict}`),
      ...then.filter((each) => !new RegExp(each).test(details)).map((each) => `lacks ${each}: ${details}`),
      ...([...verdict].length > max ? [`${[...verdict].length} characters: ${verdict}`] : []),
    ];
    it(`${id}: ${text.trim().split('\n')[0]}`, () => {
      const all = lintReport(readReport(text, vocabulary, {}));
      const findings = all.filter((each) => new RegExp(rule).test(each.rule));
      if (unread) assert.equal(all.length, findings.length, 'speaks of something else');
      else assert.notEqual(findings.length, 0, `no ${rule}`);
      const tries = findings.map((each) =>
        amiss(findingVerdict(each, locale), findingDetails(each, locale).join('\n')),
      );
      if (tries.length > 0)
        assert.ok(
          tries.some((each) => each.length === 0),
          JSON.stringify(tries),
        );
    });
  }
});
