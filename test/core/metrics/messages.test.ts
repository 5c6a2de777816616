import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findingMessage, type Locale, lintReport, readReport } from '../../../server/src/core/index.js';
import { vocabularyOf } from '../packs.js';

const messages = (rule: string, text: string, locale: Locale): readonly string[] =>
  lintReport(readReport(text, vocabularyOf('new-industrialization'), { date: '2024-08-10', region: 'CN' }))
    .filter((finding) => finding.rule === rule)
    .map((finding) => findingMessage(finding, locale));

const table = (unit: string) => `| | 2019 |\n|---|---:|\n| Industrial added value (${unit} yuan) | 37.3 |\n\n`;

describe('messages about figures', () => {
  it('give the units of the same digits in two tables', () => {
    const text = table('trillion') + table('billion');
    assert.match(
      messages('metric-inconsistent', text, 'en').join(),
      /^“37\.3 billion yuan” contradicts “37\.3 trillion yuan”/,
    );
    assert.match(messages('metric-inconsistent', text, 'zh').join(), /“37\.3 billion yuan”.*“37\.3 trillion yuan”/);
  });

  it('give figures as they are written where these differ', () => {
    const text = '2019年工业增加值为37.3万亿元。2019年工业增加值为33.7万亿元。';
    assert.match(messages('metric-inconsistent', text, 'zh').join(), /“33\.7万亿元”.*“37\.3万亿元”/);
  });
});
