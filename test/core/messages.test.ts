import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  allRules,
  type Finding,
  findingMessage,
  findingVerdict,
  fixTitle,
  lintReport,
  readReport,
  type Values,
} from '../../server/src/core/index.js';
import { en } from '../../server/src/core/messages/en.js';
import { zh } from '../../server/src/core/messages/zh.js';
import { workspaceProblems } from '../../server/src/workspace/problem-message.js';
import { readRulePage, vocabularyOf } from '../repository/rule-page.js';
import { filesBelow, textOf } from '../repository/source-files.js';
import { allClaims } from './claims.js';

const english: Readonly<Record<string, string>> = en;
const chinese: Readonly<Record<string, string>> = zh;

const placeholdersOf = (template: string) => [...new Set(template.match(/\{[\w-]+(?:, \w+)?\}/g))].sort();

/** Braces of a report's own words are no placeholders. */
function withoutBraces(values: Values): Values {
  return mapWords(values, (text) => text.replace(/[{}]/g, ''));
}

function mapWords(values: Values, change: (text: string) => string): Values {
  return JSON.parse(JSON.stringify(values, (_, value) => (typeof value === 'string' ? change(value) : value)));
}

/** Quoted words of every `messageId: …` in a file; those in a template are parts of ids. */
function messageIdsIn(path: string): { readonly whole: readonly string[]; readonly endings: readonly string[] } {
  const expressions = [...textOf(path).matchAll(/\bmessageId:([^,;]*)/g)].map(([, expression]) => expression ?? '');
  const quoted = (expression: string) => [...expression.matchAll(/'([\w.-]+)'/g)].map(([, id]) => id as string);
  return {
    whole: expressions.filter((expression) => !expression.includes('`')).flatMap(quoted),
    endings: expressions.filter((expression) => expression.includes('`')).flatMap(quoted),
  };
}

const idsOfRules = Object.keys(english).filter((key) =>
  allRules.some(({ id }) => key === id || key.startsWith(`${id}.`)),
);

/** A verdict that quotes all that is missing, the first of it first. */
const namesAll = /^(?:\d+ (?:key tasks|sections) are missing|缺少\d+|Out of order|次序有误)/;

let sampled: readonly Finding[] | undefined;

/** Every finding of the claims and of the pages of rules. */
function samples(): readonly Finding[] {
  sampled ??= [
    ...allClaims.flatMap(({ examples }) =>
      examples.flatMap(({ wrong, findingsIn }) => wrong.flatMap((line) => findingsIn(line))),
    ),
    ...allRules.flatMap(({ id }) => {
      const page = readRulePage(id);
      const vocabulary = vocabularyOf(page);
      return page.examples.flatMap(({ text, settings }) => lintReport(readReport(text, vocabulary, settings)));
    }),
  ];
  return sampled;
}

describe('messages', function () {
  // Whichever test asks first reads every line of the claims.
  this.timeout(240_000);

  it('stand in both languages with the same placeholders', () => {
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
    for (const [id, template] of Object.entries(english)) {
      assert.deepEqual(placeholdersOf(chinese[id] as string), placeholdersOf(template), id);
    }
  });

  it('every message that a rule can give has its words', () => {
    const files = [...filesBelow('server/src/core/rules', ['.ts']), ...filesBelow('server/src/core/lint', ['.ts'])];
    const ids = files.map(messageIdsIn);
    const whole = new Set(ids.flatMap((each) => each.whole));
    assert.ok(whole.size > allRules.length / 2, `only ${whole.size} ids were read`);
    for (const id of whole) assert.ok(id in english, `${id} has no words`);
    for (const ending of ids.flatMap((each) => each.endings)) {
      assert.ok(
        Object.keys(english).some((id) => id.endsWith(`.${ending}`)),
        `no message ends in .${ending}`,
      );
    }
    for (const { id } of allRules) {
      assert.ok(
        Object.keys(english).some((key) => key === id || key.startsWith(`${id}.`)),
        `the rule ${id} has no words`,
      );
    }
  });

  it('every message of a rule is given by a line of the claims or of its page', () => {
    const given = new Set(samples().map(({ messageId }) => messageId));
    // What is said where no pack, or none with report types, is in force is in test/core/unknown-names.test.ts.
    for (const id of ['front-matter-invalid.none', 'front-matter-invalid.no-pack']) given.add(id);
    assert.deepEqual(
      idsOfRules.filter((id) => !given.has(id)),
      [],
    );
  });

  // Trial 5.8: a list of problems cuts what is longer.
  it('a message begins with its verdict, at most 100 characters with the samples’ values', () => {
    const shortened = (text: string) => (text.length > 28 ? `${text.slice(0, 27)}…` : text);
    const tooLong: string[] = [];
    for (const locale of ['en', 'zh'] as const) {
      const lengths = new Map<string, number[]>();
      for (const finding of samples()) {
        const { messageId } = finding;
        const verdict = findingVerdict(finding, locale);
        lengths.set(messageId, [...(lengths.get(messageId) ?? []), verdict.length]);
        const ordinary = findingVerdict({ ...finding, values: mapWords(finding.values, shortened) }, locale);
        if (ordinary.length > 100 && !namesAll.test(verdict)) tooLong.push(ordinary);
      }
      for (const [messageId, each] of lengths) {
        if (Math.min(...each) > 100) tooLong.push(`${messageId} (${locale}): never below ${Math.min(...each)}`);
      }
    }
    assert.deepEqual([...new Set(tooLong)], []);
  });

  it('a verdict has no filler before it and no full stop behind, and every further line is a sentence', () => {
    const ofHosts = Object.entries(workspaceProblems).flatMap(([id, { en, zh }]) => [en, zh].map((text) => [id, text]));
    const ofCore = [...Object.entries(english), ...Object.entries(chinese)];
    const ofPacks = ofCore.filter(([id]) => /^(?:pack|config|file|yaml|unknown)\./.test(id));
    const ofRules = ofCore.filter(([id]) => idsOfRules.includes(id));
    for (const [id, template = ''] of [...ofRules, ...ofHosts, ...ofPacks]) {
      const [verdict = '', ...details] = template.split('\n');
      assert.doesNotMatch(verdict, /[.。]$/, id);
      for (const line of details) assert.match(line, /[.?。？]$/, `${id}: ${line}`);
    }
    for (const [id, template = ''] of [...ofRules, ...ofHosts])
      assert.doesNotMatch(template, /^(?:(?:The|This|These|There|It|Please|Note)\b|请|您|这|注意)/, id);
  });

  for (const { pack, examples } of allClaims) {
    it(`every finding of the claims about ${pack} is put in words`, () => {
      const findings = examples.flatMap(({ wrong, right, findingsIn }) =>
        [...wrong, ...right].flatMap((line) => findingsIn(line)),
      );
      assert.ok(findings.length > 0);
      for (const each of findings) assertInWords({ ...each, values: withoutBraces(each.values) });
    });
  }
});

function assertInWords(finding: Finding): void {
  assert.ok(finding.messageId in english, `${finding.messageId} of ${finding.rule} has no words`);
  for (const locale of ['en', 'zh'] as const) {
    const words = [findingMessage(finding, locale)];
    for (const fix of finding.fixes) {
      assert.ok(fix.messageId in english, `${fix.messageId} of ${finding.rule} has no words`);
      words.push(fixTitle({ ...fix, values: withoutBraces(fix.values) }, locale));
    }
    for (const text of words) assert.doesNotMatch(text, /\{[\w-]+\}|undefined|\[object/, finding.messageId);
  }
}
