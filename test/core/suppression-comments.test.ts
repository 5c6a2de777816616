import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Finding,
  findingMessage,
  lintReport,
  type Report,
  type ReportSettings,
  readReport,
  suppressionComment,
} from '../../server/src/core/index.js';
import { allClaims } from './claims.js';
import { vocabularyFrom, vocabularyOf } from './packs.js';

/** Values name lines, which move. */
const keyOf = ({ rule, messageId }: Finding) => `${rule} ${messageId}`;

/** The report with a comment that keeps a finding back. */
function commented(report: Report, finding: Finding, where: 'line' | 'file', braces = false): string | undefined {
  const comment = suppressionComment(report, finding, where, braces);
  if (comment === undefined) return undefined;
  const { at, before, reason, behind } = comment;
  return report.text.slice(0, at) + before + reason + behind + report.text.slice(at);
}

describe('the comment that keeps a finding back', () => {
  for (const { pack, examples } of allClaims) {
    for (const where of ['line', 'file'] as const) {
      it(`keeps back what was found, and brings nothing, in all lines of ${pack} (${where})`, () => {
        const vocabulary = vocabularyOf(pack);
        let tried = 0;
        for (const { wrong } of examples) {
          for (const line of wrong.filter((_, i) => i % (where === 'line' ? 3 : 9) === 0)) {
            const { text, ...settings }: { text: string } & ReportSettings =
              typeof line === 'string' ? { text: line } : line;
            const read = (source: string) => readReport(source, vocabulary, { date: '2025-05-31', ...settings });
            const report = read(text);
            const findings = lintReport(report);
            for (const finding of findings.slice(0, 1)) {
              const changed = commented(report, finding, where);
              if (changed === undefined) {
                assert.ok(where === 'line' && text.startsWith('---'), `${finding.rule}: ${text}`);
                continue;
              }
              tried++;
              const left = lintReport(read(changed));
              const shown = `${finding.rule}: ${changed}`;
              assert.ok(left.length < findings.length, shown);
              const there = new Set(findings.map(keyOf));
              const fresh = left.filter((each) => !there.has(keyOf(each)));
              assert.deepEqual(
                fresh.map((each) => findingMessage(each, 'en')),
                [],
                shown,
              );
            }
          }
        }
        assert.ok(tried > 30, `only ${tried} were tried`);
      });
    }
  }

  const vocabulary = vocabularyFrom({
    'pack.yaml': 'name: p\nlanguages: [en]\nterms: {berth: {preferred: berth, deprecated: [slot]}}\n',
  });
  const places: Readonly<Record<string, readonly [string, string]>> = {
    'a paragraph over lines': ['One.\nA slot is\nfree.\n', 'One.\nA slot is {}\nfree.\n'],
    'a heading': ['Text.\n## A slot ##\n', 'Text.\n{}\n## A slot ##\n'],
    'a heading with a line below': ['A slot\n======\n', '{}\nA slot\n======\n'],
    'a list in a list': ['- a\n  - a slot\\\n    b\n', '- a\n  - a slot {}\\\n    b\n'],
    'a block quote': ['> [!NOTE]\n> A slot.\n', '> [!NOTE]\n> A slot. {}\n'],
    'a cell': ['| a | b |\n| - | - |\n| x | slot |\n', '| a | b |\n| - | - |\n| x | slot {} |\n'],
    'a cell without an edge': ['a | b\n--|--\nslot | x\n', 'a | b\n--|--\nslot | x {}\n'],
    'a hard break': ['A slot.  \nB.\n', '{}\nA slot.  \nB.\n'],
    'Windows lines': ['A.\r\n\r\nA slot.\r\n', 'A.\r\n\r\n{}\r\nA slot.\r\n'],
    'a last line': ['- a slot', '- a slot {}'],
  };
  for (const [place, [text, expected]] of Object.entries(places)) {
    it(`stands where it parts nothing: ${place}`, () => {
      const read = (source: string) => readReport(source, vocabulary, { language: 'en' });
      const report = read(text);
      const [finding] = lintReport(report);
      assert.ok(finding);
      const changed = commented(report, finding, 'line') ?? '';
      assert.equal(
        changed.replace(/<!-- plumbline-disable-(?:next-)?line term-deprecated -- \[why\] -->/, '{}'),
        expected,
      );
      assert.deepEqual(lintReport(read(changed)), []);
    });
  }
});
