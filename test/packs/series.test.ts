import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkPack, problemMessage } from '../../server/src/core/index.js';
import type { Observation } from '../../server/src/core/vocabulary/model.js';
import { readSeries } from '../../server/src/core/vocabulary/read-series.js';
import { packFiles, reading } from './pack-files.js';

const metric = (name: string) =>
  `metrics:\n  fill: {preferred: fill, measure: {kind: share, unit: percent}, region: GB, observations: ${name}}\n`;

function seriesOf(csv: string) {
  const { pack, problems } = reading(metric('series/fill.csv'), { 'series/fill.csv': csv });
  const observations = (pack?.entries ?? []).flatMap((entry) => (entry.kind === 'metrics' ? entry.observations : []));
  return { observations, problems };
}

describe('observations in CSV', () => {
  it('are read under the names of their fields, with their digits and rows', () => {
    const { observations, problems } = seriesOf(
      '\uFEFFperiod,value,comparator,vintage,status,source,label,note\r\n' +
        '2021,61.50,about,2022-01-31,provisional,,"first count, early","a ""rough"" one"\r\n\r\n2022/23,7e1\r\n',
    );
    assert.deepEqual(problems, []);
    const [first, second] = observations;
    assert.equal(observations.length, 2);
    assert.deepEqual(
      [first?.period, first?.value, first?.written, first?.comparator, first?.vintage, first?.status],
      ['2021', 61.5, '61.50', 'about', '2022-01-31', 'provisional'],
    );
    assert.deepEqual([first?.label[0]?.text, { ...first?.note }], ['first count, early', { en: 'a "rough" one' }]);
    assert.deepEqual(
      [second?.period, second?.value, second?.written, second?.status],
      ['2022/23', 70, '7e1', 'verified'],
    );
    assert.deepEqual(
      observations.map(({ location }) => [location?.path, location?.range.start.line]),
      [
        ['series/fill.csv', 1],
        ['series/fill.csv', 3],
      ],
    );
  });

  it('may have capitals and spaces round their cells', () => {
    const { observations, problems } = seriesOf('Period, Value ,Note\n2021, 5.0 ,rough\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      observations.map(({ period, written, note }) => [period, written, { ...note }]),
      [['2021', '5.0', { en: 'rough' }]],
    );
  });

  it('name a column as it is written, and the one that was likely meant (issue 12)', () => {
    const { problems } = readSeries('series/fill.csv', 'Year,Value,Sorce,Mood\n2021,5,x,fine\n', { language: 'en' });
    assert.deepEqual(
      problems.map((problem) => problemMessage(problem, 'en').split('\n')),
      [
        ['Unknown field “Sorce”', 'It is ignored.', 'Did you mean “source”?'],
        ['Unknown field “Mood”', 'It is ignored.'],
      ],
    );
  });

  it('leave a broken row out, with a problem at its cell', () => {
    const { observations, problems } = seriesOf(
      'period,value,comparator,mood\n2020,1\nlast year,2\n2021,much\n2022,3,roughly\n2023\n2024,"1,5"\n2025,5,,fine\n',
    );
    assert.deepEqual(
      observations.map(({ period }) => period),
      ['2020', '2025'],
    );
    assert.deepEqual(problems, [
      'series/fill.csv:1:25 warning pack.unknown-field',
      'series/fill.csv:3:1 error pack.wrong-type',
      'series/fill.csv:4:6 error pack.number-alone',
      'series/fill.csv:5:8 error pack.wrong-type',
      'series/fill.csv:7:6 error pack.number-comma',
    ]);
  });

  it('count a row’s line past line breaks in quotes', () => {
    assert.deepEqual(seriesOf('period,value,note\n2020,1,"two\nlines"\n2021,much,\n').problems, [
      'series/fill.csv:4:6 error pack.number-alone',
    ]);
  });

  it('need their columns, and quotes that close', () => {
    assert.deepEqual(seriesOf('who,value\n2020,1\n').problems, ['series/fill.csv:1:1 error pack.column-missing']);
    assert.deepEqual(seriesOf('year|value\n2020|1\n').problems, ['series/fill.csv:1:1 error pack.column-missing']);
    assert.deepEqual(seriesOf('').problems, ['series/fill.csv:1:1 error pack.column-missing']);
    const { observations, problems } = seriesOf('period,value,note\n2020,1,\n2021,2,"open\n2022,3,\n');
    assert.deepEqual(problems, ['series/fill.csv:3:8 error pack.csv-invalid']);
    assert.equal(observations.length, 1);
  });

  it('come from a file inside the pack', () => {
    for (const [name, problem] of [
      ['series/none.csv', 'pack.file-missing'],
      ['../fill.csv', 'pack.file-outside'],
      ['/etc/fill.csv', 'pack.file-outside'],
      ['https://example.org/fill.csv', 'pack.file-outside'],
    ]) {
      const { ids, problems } = reading(metric(name as string));
      assert.deepEqual([ids, problems], [[], [`pack.yaml:6:92 error ${problem}`]]);
    }
  });
});

/** `period value written` of each. */
const shown = (observations: readonly Observation[]) =>
  observations.map(({ period, value, written }) => `${period} ${value} ${written}`);

/** What is wrong with entries, in words, on one line each. */
function said(entries: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  return checkPack(packFiles(entries, others)).problems.map((problem) =>
    problemMessage(problem, 'en').replaceAll('\n', ' | '),
  );
}

describe('what is plain in CSV and YAML is read, and what is not is said with what is meant (trial 4.5)', () => {
  const right: readonly (readonly [csv: string, observations: readonly string[]])[] = [
    ['period,value\n2021,"1,940,000"\n2022,"12,345.60"\n', ['2021 1940000 1940000', '2022 12345.6 12345.60']],
    ['Year,Value\n2021,5.0\n', ['2021 5 5.0']],
    ['年份,数值,备注\n2021,5.0,初步\n', ['2021 5 5.0']],
    ['Quarter,Amount\n2021-Q3,1 940 000\n', ['2021-Q3 1940000 1940000']],
    ['period,value\n2021,1\u00A0234\u00A0567\n', ['2021 1234567 1234567']],
    ['Month , Figure\n2021-03,7\n', ['2021-03 7 7']],
    ['period,value\n2020,n/a\n2021,\n2022\n2023,..\n2024,–\n2025,无\n2026,3\n', ['2026 3 3']],
    ['period,value,year\n2021,5,7\n', ['2021 5 5']],
    ['period,value,note\n2021,5,,,\n', ['2021 5 5']],
    ['\uFEFFperiod;value\n\n2021;1940000\n\n2022;2,070,000\n', ['2021 1940000 1940000', '2022 2070000 2070000']],
    ['# table 4, in tonnes\nperiod\tvalue\n2021\t5.0\n# revised\n2022\t6\n', ['2021 5 5.0', '2022 6 6']],
    ['时间;数值\n2021;5\n', ['2021 5 5']],
    ['年份,数值\n2021年,5\n2022年3月,6\n', ['2021 5 5', '2022-03 6 6']],
  ];
  for (const [csv, observations] of right) {
    it(`reads ${JSON.stringify(csv)}`, () => assert.deepEqual(shown(seriesOf(csv).observations), observations));
  }

  it('reads the same in YAML', () => {
    const { pack, problems } = reading(
      metric(
        '[{period: 2019, value: n/a}, {period: 2020, value:}, {period: 2021, value: "1,940,000"}, {period: 2022, value: 1 250 000.5}]',
      ),
    );
    assert.deepEqual(problems, []);
    const [entry] = pack?.entries ?? [];
    assert.ok(entry?.kind === 'metrics');
    assert.deepEqual(shown(entry.observations), ['2021 1940000 1940000', '2022 1250000.5 1250000.5']);
    const target = reading('targets:\n  fill: {preferred: fill, milestones: [{due: 2030, value: "1,500", unit: t}]}\n')
      .pack?.entries[0];
    assert.ok(target?.kind === 'targets');
    assert.equal(target.milestones[0]?.value, 1500);
  });

  const wrong: readonly (readonly [csv: string, start: string])[] = [
    ['period,value\n2021,£2.07m\n', '“£2.07m” is not a number alone | Write digits, with a power of ten'],
    ['period,value\n2021,40.2万亿元\n', '“40.2万亿元” is not a number alone | Write digits'],
    [
      'period,value\n2021,1,940,000\n',
      'More cells than the 2 columns of the first row | Put a number or a text with commas',
    ],
    ['period,value\nFY2024-25,5\n', '“period” should be a period such as 2022'],
    ['period;value\n2021;1,940\n', '“1,940” may be 1.940 or 1940: its comma says neither | Write one of the two.'],
    ['period;value\n2021;1,88e6\n', '“1,88e6” has a comma for its decimal point | Write 1.88e6.'],
    ['period;value\n2021;"1.940.000,5"\n', '“1.940.000,5” has a comma for its decimal point | Write 1940000.5.'],
    ['period\tvalue\n2021\t-61,5\n', '“-61,5” has a comma for its decimal point | Write -61.5.'],
    ['period;value\n2021;40，2万亿元\n', '“40，2万亿元” is not a number alone'],
    ['period,value\n2021,£5\n', '“£5” is not a number alone'],
    ['period|value\n2021|5\n', 'No column “period” in the first row, which has: period|value | Write the names'],
  ];
  for (const [csv, start] of wrong) {
    it(`says what is meant by ${JSON.stringify(csv)}`, () => {
      const [first = ''] = said(metric('fill.csv'), { 'fill.csv': csv });
      assert.ok(first.startsWith(start), first);
    });
  }

  it('reads the sign of the metric’s own unit', () => {
    const values = (unit: string, csv: string) =>
      shown(readSeries('fill.csv', csv, { language: 'en', unit }).observations);
    assert.deepEqual(values('GBP', 'period,value\n2021,"£1,940,000"\n2022,GBP 5\n'), [
      '2021 1940000 1940000',
      '2022 5 5',
    ]);
    assert.deepEqual(values('CNY', 'period,value\n2021,¥5\n2022,$6\n'), ['2021 5 5']);
    assert.deepEqual(values('percent', 'period,value\n2021,61.5%\n2022,58％\n'), ['2021 61.5 61.5', '2022 58 58']);
  });

  it('takes no part of a number that a comma cuts in two for the whole', () => {
    assert.deepEqual(said(metric('[{period: 2024, value: 23,000}]')), [
      'A comma cuts this number in two | Write it in quotes, "23,000", or without the comma.',
    ]);
  });

  it('says how a period is written (trial 4.8)', () => {
    for (const [written, meant] of [
      ['FY2024-25', '2024/25'],
      ['Q3 2022', '2022-Q3'],
      ['2022年', '2022'],
      ['2022年上半年', '2022-01/2022-06'],
      ['July 2022', '2022-07'],
      ['2018-2022', '2018/2022'],
    ]) {
      const inYaml = said(metric(`[{period: ${written}, value: 5}]`));
      const inCsv = said(metric('fill.csv'), { 'fill.csv': `period,value\n${written},5\n` });
      // What begins with a year and 年 is read in a table.
      if (/^\d{4}年/.test(String(written))) assert.deepEqual(inCsv, []);
      for (const [problem] of inCsv.length === 0 ? [inYaml] : [inYaml, inCsv]) {
        assert.ok(problem?.endsWith(` | Did you mean “${meant}”?`), problem);
      }
    }
    assert.deepEqual(said('terms: {quay: {preferred: quay, validTo: 27 September 2023}}\n'), [
      '“validTo” should be a date such as 2023-09-27, 2023-09 or 2023, not “27 September 2023” | Did you mean “2023-09-27”?',
    ]);
  });

  it('says that a table of another kind is to be saved as CSV', () => {
    for (const name of ['series/d.xlsx', 'd.ods', 'd.numbers', 'd.tsv', 'series/d']) {
      const stem = name.replace(/\.\w+$/, '');
      const [problem = ''] = said(metric(name));
      assert.ok(
        problem.startsWith(
          `“${name}” is not CSV, and observations are read from nothing else | Save the table as CSV (UTF-8) and write observations: ${stem}.csv.`,
        ),
        problem,
      );
    }
    assert.deepEqual(said('sources: {speech: {title: Speech, text: speech.docx}}\n'), [
      '“speech.docx” is not text | Save it as Markdown or plain text and write text: speech.md.',
    ]);
  });

  it('says that a unit holds no scale', () => {
    for (const [unit, meant, power] of [
      ['GBP million', 'GBP', 6],
      ['£bn', 'GBP', 9],
      ['USD thousands', 'USD', 3],
      ['million tonnes', 't', 6],
      ['亿元', 'CNY', 8],
      ['万吨', 't', 4],
      ['千亿元', 'CNY', 11],
      ['百万吨', 't', 6],
      ['十万吨', 't', 5],
      ['EUR (millions)', 'EUR', 6],
      ['US$m', 'USD', 6],
      ['RMB 100 million', 'CNY', 8],
      ['10 thousand tonnes', 't', 4],
    ] as const) {
      assert.deepEqual(said(metric('[]').replace('share, unit: percent', `amount, unit: "${unit}"`)), [
        `“${unit}” is a unit and a scale in one | Write unit: ${meant}, and each value with its power of ten: 2.07e${power} for 2.07 of “${unit}”.`,
      ]);
    }
    for (const unit of ['GBP', 't', 'MtCO2e', 'ppm', 'kWh', 'GBP/MWh']) {
      assert.deepEqual(said(metric('[]').replace('share, unit: percent', `amount, unit: ${unit}`)), [], unit);
    }
  });
});

describe('observations in SDMX-CSV', () => {
  const header = 'STRUCTURE,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,OBS_COMMENT';

  it('are read as published: this region and unit, values scaled, statuses understood', () => {
    const { observations, problems } = seriesOf(
      [
        header,
        'x,GB,2020,6.10,PT,0,A,',
        'x,GBR,2021,62,PERCENT,0,E,"estimated, still"',
        'x,FRA,2021,70,PT,0,A,',
        'x,GBR,2021,9,TEU,0,A,',
        'x,GBR,2022,,PT,0,M,',
        'x,GBR,2022,NaN,PT,0,M,',
        'x,GBR,2023-Q2,0.6310,PT,2,P,',
      ].join('\n'),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      observations.map(({ period, value, written, status }) => [period, value, written, status]),
      [
        ['2020', 6.1, '6.10', 'verified'],
        ['2021', 62, '62', 'provisional'],
        ['2023-Q2', 63.1, '0.6310e2', 'provisional'],
      ],
    );
    assert.deepEqual({ ...observations[1]?.note }, { en: 'estimated, still' });
  });

  it('are read as Eurostat publishes them: its columns, codes, flags and units', () => {
    const { observations, problems } = seriesOf(
      '\uFEFFDATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\r\n' +
        'X,23/01/24 11:00:00,A,PC_GDP,FR,2022,70.1,\r\nX,23/01/24 11:00:00,A,PC_GDP,UK,2022,62.5,p\r\n' +
        'X,23/01/24 11:00:00,A,MIO_EUR,UK,2022,9000,\r\nX,23/01/24 11:00:00,A,PC_GDP,UK,2021,61.0,b\r\nX,23/01/24 11:00:00,A,PC_GDP,UK,2023,: c,\r\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      observations.map(({ period, value, status }) => [period, value, status]),
      [
        ['2021', 61, 'verified'],
        ['2022', 62.5, 'provisional'],
      ],
    );
  });

  it('take amounts in millions, the currency of the place, alpha-3 codes and every way to write a period', () => {
    const amount = metric('series/fill.csv').replace('share, unit: percent', 'amount, unit: DKK').replace('GB', 'DK');
    const { pack, problems } = reading(amount, {
      'series/fill.csv':
        'REF_AREA,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\nDNK,M,2022-M03,3.5,DKK,6\nDNK,Q,2022Q2,4 e,XDC,9\n' +
        'DNK,S,2022-S2,5.1,CP_MDKK,0\nDNK,A,2021-A1,6,THS_DKK,3\nDNK,A,2021,7,MIO_EUR,0\n',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      pack?.entries.flatMap((entry) =>
        entry.kind === 'metrics'
          ? entry.observations.map(({ period, written, status }) => [period, written, status])
          : [],
      ),
      [
        ['2021', '6e3', 'verified'],
        ['2022-03', '3.5e6', 'verified'],
        ['2022-07/2022-12', '5.1e6', 'verified'],
        ['2022-Q2', '4e9', 'provisional'],
      ],
    );
  });

  it('may carry labels beside their codes', () => {
    const { observations, problems } = seriesOf(
      'REF_AREA: Reference area,TIME_PERIOD: Year,OBS_VALUE: Value,OBS_STATUS: Status\nGBR: United Kingdom,2020,61,P: Provisional\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      observations.map(({ period, status }) => [period, status]),
      [['2020', 'provisional']],
    );
  });

  it('are reported where no row is the metric’s, or a period is none', () => {
    assert.deepEqual(seriesOf(`${header}\nx,FRA,2021,70,PT,0,A,\n`).problems, [
      'series/fill.csv:1:1 warning pack.series-empty',
    ]);
    assert.deepEqual(seriesOf(`${header}\nx,GBR,2021-W03,70,PT,0,A,\n`).problems, [
      'series/fill.csv:2:7 error pack.wrong-type',
    ]);
  });
});
