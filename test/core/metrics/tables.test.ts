import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { lintReport, readReport } from '../../../server/src/core/index.js';
import { readMarked, showSpans } from '../marked.js';
import { type PackName, vocabularyOf } from '../packs.js';

interface TableLine {
  readonly pack: PackName;
  readonly title: string;
  readonly text: string;
  readonly date?: string;
}

const { values, left } = parse(readFileSync(join(import.meta.dirname, '../../fixtures/tables.yml'), 'utf8')) as {
  readonly values: readonly TableLine[];
  readonly left: readonly TableLine[];
};

const contexts = {
  'new-industrialization': { date: '2023-10-10', region: 'CN' },
  'uk-clean-power': { date: '2025-05-31', region: 'GB' },
} as const;

function found({ pack, text, date }: TableLine) {
  const marked = readMarked(text);
  const report = readReport(marked.text, vocabularyOf(pack), { ...contexts[pack], ...(date && { date }) });
  return { marked, findings: lintReport(report) };
}

describe('a table', () => {
  for (const line of values) {
    it(`has one finding at its one wrong value, trial 3.1: ${line.title}`, () => {
      const { marked, findings } = found(line);
      assert.equal(
        showSpans(
          marked.text,
          findings.map(({ span }) => span),
        ),
        line.text,
      );
    });
  }

  for (const line of left) {
    it(`of other figures is left alone: ${line.title}`, () => {
      const { findings } = found(line);
      assert.deepEqual(
        findings.filter(({ rule }) => rule !== 'metric-unsourced').map(({ rule, values: { found } }) => [rule, found]),
        [],
      );
    });
  }
});
