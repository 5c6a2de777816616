import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  allRules,
  applyEdits,
  findingMessage,
  lintReport,
  type ReportSettings,
  readReport,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { languageOf } from '../core/claims.js';
import { pagesFolder as folder, readRulePage, vocabularyOf } from './rule-page.js';
import { filesBelow, textOf } from './source-files.js';

const headings = ['What', 'Why', 'Examples', 'When to turn it off'];

function lint(text: string, vocabulary: Vocabulary, settings: ReportSettings) {
  return lintReport(readReport(text, vocabulary, settings));
}

describe('pages of the rules', () => {
  it('every rule has one and every page has a rule', () => {
    const pages = filesBelow(folder, ['.md']).map((path) => path.slice(folder.length + 1, -'.md'.length));
    assert.deepEqual(pages, allRules.map(({ id }) => id).sort());
  });

  for (const { id } of allRules) {
    describe(id, () => {
      const page = () => readRulePage(id);

      it(`is called so and says ${headings.join(', ')}`, () => {
        assert.equal(page().title, id);
        assert.deepEqual(page().headings, headings);
      });

      it('shows wrong and right in English and Chinese', () => {
        for (const kind of ['wrong', 'right']) {
          const languages = page()
            .examples.filter((example) => example.kind === kind)
            .map(languageOf);
          assert.deepEqual([...new Set(languages)].sort(), ['en', 'zh'], kind);
        }
      });

      it('has examples that hold', () => {
        const { examples } = page();
        const vocabulary = vocabularyOf(page());
        for (const { kind, line, text, settings } of examples) {
          const findings = lint(text, vocabulary, settings);
          const shown = findings.map((finding) => `${finding.rule}: ${findingMessage(finding, 'en')}`).join('\n');
          const place = `${folder}/${id}.md:${line}\n${shown}`;
          if (kind === 'right') assert.equal(findings.length, 0, place);
          else
            assert.deepEqual(
              findings.map(({ rule }) => rule),
              [id],
              place,
            );
        }
      });

      it('offers fixes that leave no finding of its own, and are as safe as it says', () => {
        const { examples } = page();
        const vocabulary = vocabularyOf(page());
        const fixes = examples
          .filter(({ kind }) => kind === 'wrong')
          .flatMap(({ line, text, settings }) => {
            const [fix] = lint(text, vocabulary, settings)[0]?.fixes ?? [];
            if (fix === undefined) return [];
            const left = lint(applyEdits(text, fix.edits), vocabulary, settings).filter(({ rule }) => rule === id);
            assert.equal(left.length, 0, `${folder}/${id}.md:${line}`);
            return [fix];
          });
        const safe = fixes.filter((fix) => fix.safe).length;
        const expected = fixes.length === 0 ? 'There is no fix' : safe === 0 ? 'never applied in bulk' : 'It is safe';
        const says = ['There is no fix', 'never applied in bulk', 'It is safe'].filter((words) =>
          textOf(`${folder}/${id}.md`).includes(words),
        );
        assert.deepEqual(says, [expected]);
      });
    });
  }
});
