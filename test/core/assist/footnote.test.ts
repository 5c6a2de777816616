import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completionsAt, readReport } from '../../../server/src/core/index.js';
import { vocabularyFrom } from '../packs.js';

const pack = (source: string) => `
name: tram
languages: [en, zh]
sources:
  tariff: {title: {en: Tariff, zh: 票价表}, publisher: {en: Tram Office, zh: 电车局}${source}}
metrics:
  fare:
    preferred: {en: tram fare, zh: 电车票价}
    measure: {kind: amount, unit: EUR}
    observations: [{period: 2022, value: 3.2, source: tariff}]
`;

/** What goes in at the end of a report with the value that is offered at its end. */
function footnotes(source: string, text: string, date: string): readonly string[] {
  const report = readReport(`${text}\n\nEnd.\n`, vocabularyFrom({ 'pack.yaml': pack(source) }), { date });
  return completionsAt(report, text.length, 'en').flatMap(({ additionalEdits }) =>
    additionalEdits.map((edit) => edit.text.trim()),
  );
}

describe('the footnote that comes with a value', () => {
  const seen = ', url: https://example.org/tariff, accessed: 2023-03-02';

  it('says behind the address when the source was seen there (issue 13, format 12)', () => {
    assert.deepEqual(footnotes(seen, 'In 2022 the tram fare was ', '2023-05-01'), [
      '[^tariff]: Tram Office, Tariff, <https://example.org/tariff> (accessed 2023-03-02).',
    ]);
    assert.deepEqual(footnotes(seen, '2022年，电车票价为', '2023-05-01'), [
      '[^tariff]: 电车局，票价表，<https://example.org/tariff>（2023-03-02访问）。',
    ]);
    assert.deepEqual(footnotes(', url: https://example.org/tariff', 'In 2022 the tram fare was ', '2023-05-01'), [
      '[^tariff]: Tram Office, Tariff.',
    ]);
  });

  it('comes with a record from the day on which its source was seen, where it has no date (issue 13, format 12)', () => {
    assert.deepEqual(footnotes(seen, 'In 2022 the tram fare was ', '2023-03-01'), []);
    assert.equal(footnotes(seen, 'In 2022 the tram fare was ', '2023-03-02').length, 1);
    assert.deepEqual(footnotes(`${seen}, date: 2023-04-01`, 'In 2022 the tram fare was ', '2023-03-02'), []);
  });
});
