import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { fixText, lintReport, type Report, readReport, type Vocabulary } from '../../server/src/core/index.js';
import { vocabularyFrom, vocabularyOf } from './packs.js';

interface Found {
  readonly rule: string;
  readonly words?: string;
  readonly line?: number;
}
interface Outcome {
  readonly findings?: readonly Found[];
  readonly unread?: readonly { readonly from: number; readonly to: number }[];
}
interface Item {
  readonly id: string;
  readonly pack: 'toy' | 'new-industrialization' | 'uk-clean-power';
  readonly text: string;
  readonly why: string;
  readonly expect: Outcome & {
    readonly only?: readonly string[];
    readonly any_of?: readonly Outcome[];
    readonly may?: readonly Found[];
    readonly fixed?: string;
    readonly fixed_any?: readonly string[];
    readonly unchanged?: boolean;
    readonly twice?: boolean;
  };
}

const folder = join(import.meta.dirname, '../fixtures/first-sight');
const toy = vocabularyFrom(
  Object.fromEntries(
    readdirSync(join(folder, 'toy')).map((file) => [file, readFileSync(join(folder, 'toy', file), 'utf8')]),
  ),
);
const items: readonly Item[] = parse(readFileSync(join(folder, 'nothing-lost.yml'), 'utf8'));

const matches = (pattern: string, rule: string) =>
  pattern === '*' || (pattern.endsWith('*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern);

/** The same words, part of them, or a figure with a number in common. */
function overlap(expected: string, found: string): boolean {
  const words = found.replace(/\s+/g, ' ');
  const numbers = (text: string): readonly string[] => text.match(/\d[\d.,]*/g) ?? [];
  return (
    words.includes(expected) ||
    expected.includes(words) ||
    numbers(expected).some((number) => numbers(words).includes(number)) ||
    expected.split(' ').some((word) => word.length > 3 && words.includes(word))
  );
}

/** What differs from an outcome: findings that are missing or too many, stretches that are not said to be unread. */
function differences({ findings, unread }: Outcome, item: Item, report: Report): readonly string[] {
  const { only, may = [] } = item.expect;
  const lineOf = (offset: number) => report.lines.positionAt(offset).line + 1;
  const found = lintReport(report)
    .filter(({ rule }) => only === undefined || only.some((pattern) => matches(pattern, rule)))
    .map(({ rule, span }) => ({ rule, line: lineOf(span.start), words: report.text.slice(span.start, span.end) }));
  const meets = (wanted: Found, { rule, line, words }: (typeof found)[number]) =>
    matches(wanted.rule, rule) &&
    (wanted.line === undefined || Math.abs(wanted.line - line) <= (words.includes('\n') ? 1 : 0)) &&
    (wanted.words === undefined || words === '' || overlap(wanted.words, words));
  const rest = [...found];
  const missed: string[] = [];
  for (const wanted of findings ?? []) {
    const index = rest.findIndex((each) => meets(wanted, each));
    if (index < 0) missed.push(`missed ${JSON.stringify(wanted)}`);
    else rest.splice(index, 1);
  }
  const extra = rest.filter((each) => !may.some((allowed) => meets(allowed, each)));
  const unsaid = (unread ?? []).filter(
    ({ from, to }) =>
      !report.unread.some(({ span }) => lineOf(span.start) <= from + 1 && lineOf(Math.max(0, span.end - 1)) >= to - 1),
  );
  return [
    ...missed,
    ...(findings === undefined ? [] : extra.map((each) => `false ${JSON.stringify(each)}`)),
    ...unsaid.map(({ from, to }) => `lines ${from} to ${to} are not said to be unread`),
  ];
}

describe('inputs written without sight of the code', () => {
  for (const item of items) {
    it(`${item.id}: ${item.why}`, () => {
      const { expect, pack, text } = item;
      const vocabulary: Vocabulary = pack === 'toy' ? toy : vocabularyOf(pack);
      const read = (version: string) =>
        readReport(version, vocabulary, { date: '2023-10-10', region: pack === 'uk-clean-power' ? 'GB' : 'CN' });
      const report = read(text);
      if (expect.any_of !== undefined) {
        const tries = expect.any_of.map((outcome) => differences(outcome, item, report));
        assert.ok(
          tries.some((each) => each.length === 0),
          JSON.stringify(tries),
        );
      } else {
        assert.deepEqual(differences(expect, item, report), []);
      }
      const wanted = expect.fixed_any ?? (expect.unchanged ? [text] : expect.fixed === undefined ? [] : [expect.fixed]);
      if (wanted.length === 0 && !expect.twice) return;
      const findingsIn = (version: string) => lintReport(read(version));
      const fixed = fixText(text, findingsIn);
      if (wanted.length > 0 && !wanted.includes(fixed.text)) assert.equal(fixed.text, wanted[0]);
      assert.equal(fixText(fixed.text, findingsIn).text, fixed.text);
    });
  }
});
