import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { sentencesOf } from '../../../server/src/core/language/sentences.js';
import { statementDate } from '../../../server/src/core/language/statement-date.js';

/** Texts with `|` where one sentence ends and the next begins. */
const texts = [
  'It rose. |Then it fell.',
  'Mr. Smith met Dr. J. Li. |They spoke.',
  'It rose 4.5 percent. |In 2022 it fell.',
  'The U.S. Department of Energy spoke. |It was brief.',
  'The talks were held in the U.S. |The end came later.',
  'He said "Go." |Then he left.',
  '“Go.” |Then he left.',
  'Wait... what? |Yes... |Maybe.',
  'Wait… |Then go.',
  'See No. 5 and Art. 6. |Next.',
  'He said no. |The reason is plain.',
  'Use steel, e.g. plates, i.e. sheets. |Done.',
  'It ended in Jan. 2022 and began in Dec. |The rest is known.',
  'Acme Inc. of Ohio and Widget Co. Ltd. signed. |They left.',
  '1. First. |2. Second.',
  '(See above.) |Next one.',
  'A line\nbreak. |Next\nline.',
  'Version 2.0 is out.',
  '工业增长4.5%。|其中，制造业增长。',
  '“好！”|他说。',
  '他说：“走。”|然后走了。',
  '什么？！|好。',
  '一是稳增长；|二是调结构。',
  '中国GDP增长. |下一句',
  '3.5万亿元，占33.2%。|2022年GDP增长3%。',
  'Really?! |Yes.',
] as const;

describe('sentences', () => {
  for (const marked of texts) {
    it(`are those of ${marked.replaceAll('\n', ' ')}`, () => {
      const text = marked.replaceAll('|', '');
      const found = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(
        found,
        marked.split('|').map((sentence) => sentence.trim()),
      );
    });
  }

  it('hold every character but white space, once and in order', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      ' ',
      '\n',
      '.',
      '!',
      '。',
      '；',
      '"',
      '”',
      '…',
      '5',
      '工',
      'Mr',
      'U.S',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        let left = '';
        for (const { start, end } of sentencesOf(text)) {
          assert.ok(start >= at && end > start);
          left += text.slice(at, start);
          at = end;
        }
        assert.equal((left + text.slice(at)).trim(), '');
      }),
    );
  });
});

describe('the date of a statement', () => {
  const sentenceAround = (text: string, offset: number) => {
    const span = sentencesOf(text).find(({ start, end }) => start <= offset && offset < end);
    return span === undefined ? '' : text.slice(span.start, span.end);
  };
  const dateAt = (marked: string, date?: string) =>
    statementDate(sentenceAround(marked.replace('$0', ''), marked.indexOf('$0')), date);

  it('is the year of its sentence, if that is past', () => {
    assert.equal(dateAt('In 2003 the $0ministry met. It met in 2015 too.', '2023-10-10'), '2003');
    assert.equal(dateAt('In 2003 it met. The $0ministry met in 2015 too.', '2023-10-10'), '2015');
    assert.equal(dateAt('2008年，$0信息产业部撤销。', '2023-10-10'), '2008');
    assert.equal(dateAt('In 2003 and 2015 the $0board met.', '2023-10-10'), '2015');
  });

  it('is the date of the report otherwise', () => {
    for (const text of [
      'The $0board meets.',
      'By 2035 the $0board will meet.',
      'The $0board has 2,003 members.',
      'The $0share was 2003.5.',
      'In 2023 the $0board met.',
    ]) {
      assert.equal(dateAt(text, '2023-10-10'), '2023-10-10', text);
    }
    assert.equal(dateAt('The $0board meets.'), undefined);
  });
});
