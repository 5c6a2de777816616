import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/index.js';
import { writeSeries } from '../../server/src/core/vocabulary/write-series.js';

describe('a record in a CSV file', () => {
  const record = { period: '2023', value: '42.5', source: 'accounts-2023', note: '初步数, 待核实' };
  const after = (text: string, row = record) => {
    const writing = writeSeries(text, row);
    assert.ok('edits' in writing, JSON.stringify(writing));
    return applyEdits(text, writing.edits);
  };

  it('is a row in the order of columns and periods', () => {
    const text = 'period,value,note,source\n2022,41,,accounts-2022\n';
    assert.equal(after(text), `${text}2023,42.5,"初步数, 待核实",accounts-2023\n`);
    const later = 'period,value\n2022,41\n2024,43\n';
    assert.equal(after(later), 'period,value\n2022,41\n2023,42.5\n2024,43\n');
  });

  it('keeps semicolons, Windows line ends, comments and the newest first', () => {
    const text = '# 参观人次\r\n年份;数值;备注\r\n2024;43;\r\n2022;41;"a;b"\r\n';
    assert.equal(
      after(text),
      '# 参观人次\r\n年份;数值;备注\r\n2024;43;\r\n2023;42.5;初步数, 待核实\r\n2022;41;"a;b"\r\n',
    );
  });

  it('goes below a header alone, without a final line end where there was none', () => {
    assert.equal(after('period\tvalue'), 'period\tvalue\n2023\t42.5');
  });

  it('says what the file has no column for', () => {
    const writing = writeSeries('period,value\n2022,41\n', record);
    assert.deepEqual('unwritten' in writing && writing.unwritten, ['source', 'note']);
  });

  it('leaves a publisher’s file alone, and one that is broken', () => {
    assert.deepEqual(writeSeries('TIME_PERIOD,OBS_VALUE\n2022,41\n', record), { refused: 'unusual' });
    assert.deepEqual(writeSeries('period,value\n2022,"41\n', record), { refused: 'unparsable' });
    assert.deepEqual(writeSeries('', record), { refused: 'unparsable' });
  });
});
