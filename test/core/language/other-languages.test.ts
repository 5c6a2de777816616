import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse, stringify } from 'yaml';
import { lintReport, readReport } from '../../../server/src/core/index.js';
import { says } from '../../../server/src/core/language/words/words.js';
import { type Quantity, readQuantities } from '../../../server/src/core/quantities/index.js';
import { vocabularyFrom } from '../packs.js';
import { markedLine, score } from '../quantities/marked-lines.js';

interface Line {
  readonly text: string;
  readonly mentions?: readonly string[];
  readonly denies?: boolean;
  readonly negates?: boolean;
  readonly hedges?: Readonly<Record<string, string>>;
  readonly changes?: Readonly<Record<string, string>>;
}

interface Fixture {
  readonly terms: readonly string[];
  readonly lines: readonly Line[];
  readonly later: readonly Line[];
}

const folder = join(import.meta.dirname, '../../fixtures/languages');

/** Languages that the readers know and the rules do not speak yet, each with its lines. */
for (const file of readdirSync(folder)) {
  const language = file.replace('.yml', '');
  const { terms, lines, later = [] }: Fixture = parse(readFileSync(join(folder, file), 'utf8'));
  const vocabulary = vocabularyFrom({
    'pack.yaml': stringify({
      schema: 1,
      name: 'test',
      version: '1.0.0',
      title: { [language]: 'Test' },
      languages: [language],
      license: 'MIT',
    }),
    'terms.yaml': stringify({
      terms: Object.fromEntries(terms.map((form, index) => [`term-${index}`, { preferred: { [language]: form } }])),
    }),
  });

  describe(`the readers of a language: ${language}`, () => {
    for (const { text: marked, mentions = [], denies = false, negates = false, hedges, changes } of [
      ...lines,
      ...later,
    ]) {
      const line = markedLine('', marked);
      const { text } = line;
      it(text, () => {
        assert.deepEqual(score([line], { language, reportDate: '2023-10-10' }).faults, []);
        const { quantities } = readQuantities(text, { language });
        const of = (pick: (quantity: Quantity) => string | undefined) =>
          Object.fromEntries(
            quantities.flatMap((quantity) => {
              const said = pick(quantity);
              return said === undefined ? [] : [[text.slice(quantity.span.start, quantity.span.end), said]];
            }),
          );
        assert.deepEqual(
          of(({ comparator }) => comparator),
          hedges ?? {},
        );
        assert.deepEqual(
          of(({ direction }) => direction),
          changes ?? {},
        );
        const report = readReport(text, vocabulary, { date: '2023-10-10', language });
        assert.deepEqual(
          report.mentions.map(({ span }) => text.slice(span.start, span.end)),
          mentions,
        );
        assert.equal(says(text, language, 'denies'), denies, 'denies');
        assert.equal(says(text, language, 'negates'), negates, 'negates');
      });
    }
  });
}

describe('a French report', () => {
  const vocabulary = vocabularyFrom({
    'pack.yaml': 'schema: 1\nname: test\nversion: 1.0.0\ntitle: {fr: Test}\nlanguages: [fr]\nlicense: MIT\n',
    'terms.yaml':
      'terms:\n  renewable:\n    preferred: {fr: énergie renouvelable}\n    deprecated: {fr: [énergie verte]}\n' +
      'metrics:\n  share:\n    preferred: {fr: taux de chômage}\n    measure: {kind: share, unit: percent}\n' +
      '    observations: [{period: 2022, value: 7.3}]\n',
  });
  const found = (text: string) => {
    const report = readReport(text, vocabulary, { date: '2023-10-10', language: 'fr' });
    return lintReport(report).map(({ rule, span, fixes }) => ({
      rule,
      words: text.slice(span.start, span.end),
      safe: fixes.some(({ safe }) => safe),
    }));
  };

  it('has its deprecated forms found in the plural, and nothing written into it unasked', () => {
    assert.deepEqual(found("Les énergies vertes et l'énergie verte progressent."), [
      { rule: 'term-deprecated', words: 'énergies vertes', safe: false },
      { rule: 'term-deprecated', words: 'énergie verte', safe: false },
    ]);
    assert.deepEqual(found("L'énergie s'est reverdie ; les énergies renouvelables progressent."), []);
  });

  it('has none of its figures judged', () => {
    assert.deepEqual(found('Le taux de chômage était de 8,3 % en 2022. Le 31 juin 2023, il a baissé.'), []);
    assert.deepEqual(found('| Année | Taux de chômage (%) |\n| --- | --- |\n| 2022 | 8,3 |\n'), []);
  });
});
