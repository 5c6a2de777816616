import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { CountedCore } from './counted-core.js';

/** Pieces that a text of nothing else repeats, so that whatever looks ahead or back finds more of the same. */
const repeated: Readonly<Record<string, string>> = {
  'the same digit': '9',
  'digits and commas': '1,',
  'digits and points': '1.',
  'digits and hyphens': '1-',
  numbers: '1 ',
  'Han digits': '三',
  'Han scales': '百万',
  'mixed numerals': '1万',
  'number words': 'two hundred ',
  'scale words': 'million ',
  'hyphenated words': 'twenty-',
  ratios: 'one in ',
  ranges: 'between 1 and ',
  years: '2022 to ',
  'Chinese years': '2022年至',
  hedges: 'more than ',
  labels: 'table 4, ',
  brackets: '(',
  'nested numbers': '[1',
  backticks: '`a ',
  titles: '《',
  'quotation marks': '“三',
  addresses: 'http://',
  'currency signs': '$',
  percent: '百分之',
  units: '1 tonnes of ',
  spaces: ' ',
  powers: '10^',
  'raised powers': '10⁶',
  products: '1×',
  'products of powers': '2.5×10^6',
  'mixed fractions': '1 1/2 ',
  'points first': '.5 ',
  'signs behind': '1 $ ',
  'signs behind, glued': '1€',
  'codes with signs': 'AUD$1 ',
  'rests of digits': '1万2345',
  'scales in turn': '1亿2万3千',
  'numerals with digits': '三万4000',
  'parts in Han': '3分之',
  'scales of parts': '百万千',
  'hours and minutes': '1 hour ',
  'hours and minutes in Han': '1小时2分',
  'feet and inches': '5 ft 2 in ',
  'hundreds and more': '1 hundred and ',
  'bounds that may be equal': 'equal to or more than ',
  'points in words': 'two point ',
  'years and quarters': '2019-Q',
  'units in brackets': '20 (kg) ',
  'traditional numerals': '萬兩',
  'one word': 'a',
  'scripts in turn': '1 元 x 三 Ж ',
  'digits and dots of a version': '1.2 ',
  'pairs of digits and commas': '11,',
  'grouped digits': '1,111',
  'digits apart': '1 ',
  'digits apart with points': '1 . ',
  zeros: '0',
  'slashed numbers': '2016/',
  'dates in numbers': '24/',
  'millions and metres': '1m to ',
  'money in a range': '£1-',
  'named numbers': 'Junctions 1, ',
  'joined names': 'Boeing 7-',
  'units in a row': '1 GW/',
  'products of units': 'tonne-',
  signs: '−',
  'words for signs': 'minus 1 ',
  'below zero': '零下',
  halves: 'two and a half ',
  'articles and halves': 'a year and a half ',
  'parts of points': 'a quarter of a ',
  'authors and years': 'et al. (',
  ampersands: '& A (2019 ',
  'file numbers': '(2022)京1',
  'days that do not exist': '28 to 31 September 2022, ',
  'ranges to days that do not exist': '31 September to ',
  'quarters that do not exist': 'in Q5 2022 ',
  'Han days that do not exist': '2月30日至',
  'numbers too long': `${'7'.repeat(400)} GW `,
  'Han numerals too long': `${'七'.repeat(50)}吨，`,
  'fiscal years': '2022/23',
  'Han fiscal years': '2022-23学年',
  centuries: '上世纪',
  'half months': '3月上',
  'Han ranges': '二至',
  tenths: '三成',
  'half units': '一个半',
  'old points': '1·1',
  'full-width digits': '１，１１１',
  yen: '¥1 yen. ',
};

/** Twice the text costs twice as much; four times is quadratic. */
const mostGrowth = 2.2;
/** What a file does less often than this is lost in what is done once for a text. */
const noise = 2_000;
const length = 6_000;

describe('operations of reading quantities', () => {
  let core: CountedCore;
  before(async () => {
    core = await CountedCore.load('server/src/core/quantities/index.ts');
    core.run('plumbline.readQuantities("1 GW")');
  });
  after(() => core.close());

  async function growingTooFast(piece: string): Promise<readonly string[]> {
    const count = Math.ceil(length / piece.length);
    const read = 'plumbline.readQuantities(text)';
    core.run('', { text: piece.repeat(count) });
    const once = await core.count(read);
    core.run('', { text: piece.repeat(2 * count) });
    const twice = await core.count(read);
    return [...twice].flatMap(([place, times]) => {
      const before = once.get(place) ?? 1;
      return times > noise && times > mostGrowth * before ? [`${place}: ${before}, then ${times}`] : [];
    });
  }

  for (const [name, piece] of Object.entries(repeated)) {
    it(`grow as the text does: ${name}`, async () => {
      const first = await growingTooFast(piece);
      // The engine counts a function in fewer blocks once it is warm: what grows does so again.
      const again = first.length === 0 ? [] : await growingTooFast(piece);
      assert.deepEqual(again, []);
    });
  }
});
