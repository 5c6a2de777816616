import { join } from 'node:path';
import fc from 'fast-check';
import { filesIn } from '../packs/pack-files.js';
import { mutate, mutations } from './mutations.js';

const root = join(import.meta.dirname, '../..');

/** The files of a pack by path. */
export type PackTexts = Readonly<Record<string, string>>;

export const packNames = ['every-field', 'house-style', 'uk-clean-power', 'new-industrialization'] as const;
const packs: readonly PackTexts[] = packNames.map((name) =>
  Object.fromEntries(filesIn(join(root, name === 'new-industrialization' ? 'packs' : 'test/fixtures/packs', name))),
);

const yamlPieces = [
  ': ',
  ':',
  '- ',
  '? ',
  '|',
  '|-\n',
  '>-\n',
  '&a ',
  '*a',
  '<<: *a',
  '!!str ',
  '!!binary ',
  '!x ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '\\',
  '#',
  ' #',
  '%YAML 1.1\n---\n',
  '---\n',
  '...\n',
  '  ',
  '\t',
  '~',
  'null',
  'true',
  'no',
  '0x1F',
  '1e999',
  '-0',
  '.nan',
  '2023-09-27',
  '12:30:45',
  '__proto__',
  'constructor: ',
  'hasOwnProperty: 1\n',
  'extends: ',
  'preferred: ',
  'deprecated: ',
  'language: constructor',
  'form: ',
  'en: ',
  'zh: ',
  'level: off\n',
  'status: unverified\n',
  'A'.repeat(1_001),
  '工业',
] as const;
const yamlStarts = ['  ', '    ', '- ', '# ', '\t', '"', 'terms:\n', 'sources: {}\n', 'schema: 2\n'] as const;
const csvPieces = [
  ',',
  ',,',
  '"',
  '""',
  '"a\nb"',
  ';',
  '\t',
  '\n',
  '\n\n',
  '2023',
  '2023-Q5',
  '2022-10-01/..',
  '2022/23',
  '-',
  '1e400',
  '12,5',
  'NaN',
  '=1+1',
  'period,value\n',
  'TIME_PERIOD',
  'OBS_VALUE',
  'UNIT_MULT',
  'REF_AREA',
  'GBR',
  '6',
  '1000000000000',
  '__proto__',
  'about',
  'provisional',
] as const;

/** A pack from the disk, some of its files changed as texts, some missing; the manifest stays, and is changed less. */
export const mutatedPacks: fc.Arbitrary<PackTexts> = fc
  .record({
    pack: fc.constantFrom(...packs),
    changes: fc.array(
      fc.record({
        file: fc.nat(),
        yaml: mutations(yamlPieces, yamlStarts, 6),
        csv: mutations(csvPieces, csvPieces, 6),
      }),
      { maxLength: 3 },
    ),
    kept: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    lineEnding: fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
  })
  .map(({ pack, changes, kept, lineEnding }) => {
    const paths = Object.keys(pack);
    const taken = new Set(['pack.yaml', ...kept.map((each) => paths[each % paths.length] as string)]);
    // A pack with data keeps the file that names them.
    if (paths.some((path) => path.endsWith('.csv') && taken.has(path)))
      for (const path of paths) if (/^(?:entries|figures)\./.test(path)) taken.add(path);
    const texts = new Map([...taken].map((path) => [path, pack[path] as string]));
    for (const { file, yaml, csv } of changes) {
      const path = [...texts.keys()][file % texts.size] as string;
      texts.set(path, mutate(texts.get(path) as string, path.endsWith('.csv') ? csv : yaml));
    }
    return Object.fromEntries([...texts].map(([path, text]) => [path, text.replaceAll('\n', lineEnding)]));
  });

const period = fc.oneof(
  fc.constantFrom('2019', '2020', '2021', '2021-Q2', '2021-05', '2022/23', '2022-10-01/..', '21', 'x', ''),
  fc.integer({ min: 1900, max: 2100 }).map(String),
);
const value = fc.oneof(
  fc.constantFrom('12', '12.0', '-3', '1e3', '1e400', '', '"1,000"', '.5', '٣', 'NaN'),
  fc.double().map(String),
);

/** A pack of one metric whose figures are a file of their own: under the fields' names, or as SDMX-CSV is published. */
export const packsWithSeries: fc.Arbitrary<PackTexts> = fc
  .record({
    isSdmx: fc.boolean(),
    rows: fc.array(
      fc.record({
        period,
        value,
        area: fc.constantFrom('GBR', 'GB', 'FRA', '', '__proto__'),
        unit: fc.constantFrom('PT', 'GBP', 'T', ''),
        scale: fc.constantFrom('0', '6', '-2', '400', ''),
        status: fc.constantFrom('A', 'P', 'M', 'provisional', 'verified', ''),
        comparator: fc.constantFrom('', 'about', 'at-least', 'x'),
        label: fc.constantFrom('', 'first half', '"first, half"', '上半年', '=1+1'),
      }),
      { maxLength: 12 },
    ),
    changes: mutations(csvPieces, csvPieces, 4),
    unit: fc.constantFrom('percent', 'GBP', 't', 'constructor'),
    kind: fc.constantFrom('amount', 'share', 'growth', 'count', 'rank'),
  })
  .map(({ isSdmx, rows, changes, unit, kind }) => {
    const lines = rows.map(({ period, value, area, unit, scale, status, comparator, label }) =>
      isSdmx ? ['I', area, period, value, unit, scale, status, label] : [period, value, comparator, status, label],
    );
    const header = isSdmx
      ? ['ACTION', 'REF_AREA', 'TIME_PERIOD', 'OBS_VALUE', 'UNIT_MEASURE', 'UNIT_MULT', 'OBS_STATUS', 'OBS_COMMENT']
      : ['period', 'value', 'comparator', 'status', 'label'];
    return {
      'pack.yaml': `schema: 1
name: figures
languages: [en, zh]
region: GB
metrics:
  steel-output:
    preferred: {en: steel output, zh: 钢产量}
    measure: {kind: ${kind}, unit: ${unit}}
    observations: series/steel.csv
`,
      'series/steel.csv': mutate([header, ...lines].map((cells) => cells.join(',')).join('\n'), changes),
    };
  });

const configText = `packs: [new-industrialization, ./packs/harbour]
files: ['reports/**', '*.txt', '!reports/old']
exclude: [reports/drafts]
language: en
region: GB
report: briefing
rules:
  term-deprecated: error
  metric-value: off
overrides:
  - files: reports/2023/**
    language: zh
    rules: {source-missing: information}
  - files: ['a/*.md', b]
    region: CN
    report: note
`;
const configPieces = [
  ...yamlPieces,
  "'//host/share'",
  '\\\\host\\share',
  '../../..',
  '/etc/passwd',
  'http://a.b/c',
  '**/**/**/',
  '*'.repeat(40),
  '!(a|b)',
  '+(a|+(a|b))',
  '{a,b,{c,d}}',
  '[!a-z',
  '{1..9999999}',
  'packs: ',
  'files: ',
  'rules: ',
  'overrides: ',
  'language: ',
] as const;

/** Texts of plumbline.yaml. */
export const configTexts: fc.Arbitrary<string> = mutations(configPieces, yamlStarts, 8).map((changes) =>
  mutate(configText, changes),
);
