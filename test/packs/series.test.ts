import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reading } from './pack-files.js';

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
      'series/fill.csv:4:6 error pack.wrong-type',
      'series/fill.csv:5:8 error pack.wrong-type',
      'series/fill.csv:6:1 error pack.missing-field',
      'series/fill.csv:7:6 error pack.wrong-type',
    ]);
  });

  it('count a row’s line past line breaks in quotes', () => {
    assert.deepEqual(seriesOf('period,value,note\n2020,1,"two\nlines"\n2021,much,\n').problems, [
      'series/fill.csv:4:6 error pack.wrong-type',
    ]);
  });

  it('need their columns, and quotes that close', () => {
    assert.deepEqual(seriesOf('year,value\n2020,1\n').problems, ['series/fill.csv:1:1 error pack.column-missing']);
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
