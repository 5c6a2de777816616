import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { type Finding, lintReport, type Report, type ReportSettings, readReport } from '../../server/src/core/index.js';
import { vocabularyOf } from '../core/packs.js';

const vocabulary = vocabularyOf('gb-clean-power');

function read(text: string, settings: ReportSettings = {}): Report {
  return readReport(text, vocabulary, { date: '2026-02-10', region: 'GB', ...settings });
}
const found = (text: string, settings?: ReportSettings): readonly Finding[] => lintReport(read(text, settings));

describe('sentences on clean power, written before the pack was run', () => {
  const wrong: readonly (readonly [rule: string, text: string, words: string])[] = [
    [
      'organization-name',
      'The Department of Energy Security and Net Zero published the results on 14 January 2026.',
      'Department of Energy Security and Net Zero',
    ],
    ['metric-value', 'NESO put the de-rated margin for winter 2025/26 at 8.1%.', '8.1%'],
    ['metric-value', 'The buy-out price for 2025/26 is £69.06 per ROC.', '£69.06'],
    ['metric-value', 'Capacity awarded in Allocation Round 5 came to 5.7 GW.', '5.7 GW'],
    ['target-date', 'The government wants at least 95% clean generation by 2035.', '2035'],
    [
      'organization-superseded',
      'National Grid ESO will publish its next outlook in October 2026.',
      'National Grid ESO',
    ],
    ['organization-name', '英国能源安全部于2026年1月14日公布了第七轮分配结果。', '能源安全部'],
    ['metric-value', '第六个碳预算（2033—2037年）为9.56亿吨二氧化碳当量。', '9.56亿吨二氧化碳当量'],
    ['target-date', '政府的目标是到2035年清洁发电占比至少达到95%。', '2035'],
    ['term-deprecated', '长期储能是补足风光间歇性的关键。', '长期储能'],
  ];
  for (const [rule, text, words] of wrong)
    it(`finds ${text}`, () =>
      assert.deepEqual(
        found(text)
          .filter((finding) => finding.rule === rule)
          .map(({ span }) => text.slice(span.start, span.end)),
        [words],
      ));

  const right = [
    'The Department for Energy Security and Net Zero published the results on 14 January 2026.',
    'In January 2024 National Grid ESO still ran the electricity system.',
    'Capacity awarded in Allocation Round 5 came to 3.7 GW, none of it offshore wind.',
    'NESO expects a margin of 6.1 GW, a de-rated margin of 10%, for winter 2025/26.',
    'The mutualisation ceiling for 2025/26 is £404 million, against a buy-out price of £67.06 per ROC.',
    'By 2030 clean sources are to provide at least 95% of generation, and unabated gas no more than 5%.',
    '能源安全与净零排放部于2026年1月14日公布了第七轮分配结果。',
    '第五轮分配的中标容量为3.7吉瓦，海上风电无一中标。',
    '第六个碳预算为9.65亿吨二氧化碳当量，涵盖2033年至2037年。',
    '政府要求到2030年清洁发电占比至少达到95%，天然气发电占比不超过5%。',
    '各部门加强能源安全部署，确保冬季供应。',
    '2024年1月，国家电网ESO仍负责电力系统运行。',
  ];
  // A sentence alone gives no source and writes out no acronym.
  const rules = { 'metric-unsourced': 'off', 'acronym-undefined': 'off' } as const;
  for (const text of right)
    it(`leaves ${text}`, () =>
      assert.deepEqual(
        found(text, { rules }).map(({ rule }) => rule),
        [],
      ));
});

describe('the sample reports on clean power', () => {
  const root = join(import.meta.dirname, '../..');
  const folder = 'examples/clean-power';
  const planted = JSON.parse(readFileSync(join(root, 'examples/expected.json'), 'utf8')) as readonly {
    readonly path: string;
  }[];

  for (const name of readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'))) {
    const path = `${folder}/${name}`;
    const expected = planted.filter((each) => each.path === path);
    it(`${name} has ${expected.length === 0 ? 'no findings' : `the ${expected.length} that are planted in it`}`, () => {
      const report = read(readFileSync(join(root, path), 'utf8'));
      assert.deepEqual(
        lintReport(report).map(({ rule, span }) => ({
          path,
          line: report.lines.positionAt(span.start).line + 1,
          rule,
          text: report.text.slice(span.start, span.end),
        })),
        expected,
      );
    });
  }
});
