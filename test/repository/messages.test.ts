import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  allRules,
  type Finding,
  findingMessage,
  fixTitle,
  lintReport,
  readReport,
  type Values,
} from '../../server/src/core/index.js';
import { en } from '../../server/src/core/messages/en.js';
import { zh } from '../../server/src/core/messages/zh.js';
import { allClaims } from '../core/claims.js';
import { readRulePage, vocabularyOf } from './rule-page.js';
import { filesBelow, textOf } from './source-files.js';

const english: Readonly<Record<string, string>> = en;
const chinese: Readonly<Record<string, string>> = zh;

const placeholdersOf = (template: string) =>
  [...new Set(template.match(/\{[\w-]+(?:, (?:period|quoted|message))?\}/g))].sort();

/** Braces of a report's own words are no placeholders. */
function withoutBraces(values: Values): Values {
  return JSON.parse(
    JSON.stringify(values, (_, value) => (typeof value === 'string' ? value.replace(/[{}]/g, '') : value)),
  );
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

describe('messages', () => {
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
    const given = new Set<string>();
    for (const { examples } of allClaims) {
      for (const { wrong, findingsIn } of examples) for (const line of wrong) add(findingsIn(line));
    }
    for (const { id } of allRules) {
      const page = readRulePage(id);
      const vocabulary = vocabularyOf(page);
      for (const { text, settings } of page.examples) add(lintReport(readReport(text, vocabulary, settings)));
    }
    const ofRules = Object.keys(english).filter((key) =>
      allRules.some(({ id }) => key === id || key.startsWith(`${id}.`)),
    );
    // What is said where no pack, or none with report types, is in force is in test/core/unknown-names.test.ts.
    for (const id of ['front-matter-invalid.none', 'front-matter-invalid.no-pack']) given.add(id);
    assert.deepEqual(
      ofRules.filter((id) => !given.has(id)),
      [],
    );

    function add(findings: readonly Finding[]): void {
      for (const { messageId } of findings) given.add(messageId);
    }
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
