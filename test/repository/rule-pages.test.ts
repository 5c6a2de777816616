import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  allRules,
  applyEdits,
  findingMessage,
  type Locale,
  lintReport,
  type ReportSettings,
  readReport,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { languageOf } from '../core/claims.js';
import { pagesFolder as folder, readRulePage, rulePagePath, vocabularyOf } from './rule-page.js';
import { filesBelow, textOf } from './source-files.js';

/** What a page says of each language in the same words: its headings, and one of three lines on its fix. */
const words: Readonly<Record<Locale, { readonly headings: readonly string[]; readonly fix: readonly string[] }>> = {
  en: {
    headings: ['What', 'Why', 'Examples', 'When to turn it off'],
    fix: ['There is no fix', 'never applied in bulk', 'It is safe'],
  },
  zh: {
    headings: ['检查内容', '理由', '示例', '何时关闭'],
    fix: ['不提供修正', '不会批量进行', '可以安全修正'],
  },
};
const locales = Object.keys(words) as readonly Locale[];

function lint(text: string, vocabulary: Vocabulary, settings: ReportSettings) {
  return lintReport(readReport(text, vocabulary, settings));
}

describe('pages of the rules', () => {
  it('every rule has one in each language and every page has a rule', () => {
    const pages = allRules.flatMap(({ id }) => locales.map((locale) => rulePagePath(id, locale)));
    assert.deepEqual(filesBelow(folder, ['.md']), pages.sort());
  });

  it('nothing is left of what npm run rule -- --new wrote to be filled in', () => {
    const files = [...filesBelow('server/src/core', ['.ts', '.md']), ...filesBelow('test/fixtures/claims', ['.yml'])];
    const left = files.flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, i) => (line.includes('TO FILL IN') ? [`${path}:${i + 1} ${line.trim()}`] : [])),
    );
    if (left.length > 0) assert.fail(`still to be filled in:\n${left.join('\n')}`);
  });

  for (const { id } of allRules) {
    describe(id, () => {
      it('is the same page in each language: as many examples, wrong and right, under the same settings', () => {
        const [first, ...others] = locales.map((locale) =>
          readRulePage(id, locale).examples.map(({ kind, settings }) => ({ kind, ...settings })),
        );
        for (const other of others) assert.deepEqual(other, first);
      });

      it('has the same entries in the packs of its examples', () => {
        const [first, ...others] = locales.map((locale) =>
          vocabularyOf(readRulePage(id, locale)).entries.map(({ fullName }) => fullName),
        );
        for (const other of others) assert.deepEqual(other, first);
      });

      for (const locale of locales) {
        const page = () => readRulePage(id, locale);
        const { headings, fix: fixWords } = words[locale];

        it(`in ${locale} is called so and says ${headings.join(', ')}`, () => {
          assert.equal(page().title, id);
          assert.deepEqual(page().headings, headings);
        });

        it(`in ${locale} shows wrong and right in English and Chinese, most of them in its own language`, () => {
          const { examples } = page();
          for (const kind of ['wrong', 'right']) {
            const languages = examples.filter((example) => example.kind === kind).map(languageOf);
            assert.deepEqual([...new Set(languages)].sort(), ['en', 'zh'], kind);
          }
          // The English page may have more in Chinese where the rule is about a matter of Chinese.
          const own = examples.filter((example) => languageOf(example) === locale);
          if (locale !== 'en') assert.ok(own.length >= examples.length / 2, `${own.length} of ${examples.length}`);
        });

        it(`in ${locale} has examples that hold`, () => {
          const { examples, path } = page();
          const vocabulary = vocabularyOf(page());
          for (const { kind, line, text, settings } of examples) {
            const findings = lint(text, vocabulary, settings);
            const shown = findings.map((finding) => `${finding.rule}: ${findingMessage(finding, locale)}`).join('\n');
            const place = `${path}:${line}\n${shown}`;
            if (kind === 'right') assert.equal(findings.length, 0, place);
            else
              assert.deepEqual(
                findings.map(({ rule }) => rule),
                [id],
                place,
              );
          }
        });

        it(`in ${locale} offers fixes that leave no finding of its own, and are as safe as it says`, () => {
          const { examples, path } = page();
          const vocabulary = vocabularyOf(page());
          const fixes = examples
            .filter(({ kind }) => kind === 'wrong')
            .flatMap(({ line, text, settings }) => {
              const [fix] = lint(text, vocabulary, settings)[0]?.fixes ?? [];
              if (fix === undefined) return [];
              const left = lint(applyEdits(text, fix.edits), vocabulary, settings).filter(({ rule }) => rule === id);
              assert.equal(left.length, 0, `${path}:${line}`);
              return [fix];
            });
          const safe = fixes.filter((fix) => fix.safe).length;
          const expected = fixWords[fixes.length === 0 ? 0 : safe === 0 ? 1 : 2];
          assert.deepEqual(
            fixWords.filter((said) => textOf(path).includes(said)),
            [expected],
          );
        });

        it(`in ${locale} leads to pages that are there, in its own language`, () => {
          const pages = new Set(allRules.map((rule) => rulePagePath(rule.id, locale)));
          // Not those of examples, which are of the examples' own world.
          const prose = textOf(page().path).replace(/^```[\s\S]*?^```/gm, '');
          const links = [...prose.matchAll(/\]\(([\w.-]+\.md)\)/g)].map(([, to]) => `${folder}/${to}`);
          assert.deepEqual(
            links.filter((link) => !pages.has(link)),
            [],
          );
        });
      }
    });
  }
});
