import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sentenceLanguage } from '../../../server/src/core/language/sentence-language.js';
import { phrasesOf } from '../../../server/src/core/language/words/phrases.js';
import { hasWords, readWords, says } from '../../../server/src/core/language/words/words.js';

describe('words of a language', () => {
  it('are written with choices in brackets, which may be empty', () => {
    assert.deepEqual(phrasesOf('(is|are) to|plan(|s) to|no'), ['is to', 'are to', 'plan to', 'plans to', 'no']);
    assert.deepEqual(phrasesOf('误(称|传)|升至'), ['误称', '误传', '升至']);
    assert.deepEqual(phrasesOf('(the|) (a|b(c|d))'), ['the a', 'the bc', 'the bd', 'a', 'bc', 'bd']);
    assert.deepEqual(phrasesOf(''), []);
  });

  it('are found whole, in any case, width and line', () => {
    assert.ok(says('GDP did NOT reach it', 'en', 'denies'));
    assert.ok(says('It didn’t reach it', 'en', 'denies'));
    assert.ok(says('by no\nmeans', 'en', 'denies'));
    assert.ok(!says('the knot', 'en', 'denies'));
    assert.ok(says('产值没有达到', 'zh', 'denies'));
    assert.ok(says('产值没\n有达到', 'zh', 'denies'));
  });

  it('mean nothing within a longer phrase that means something else', () => {
    assert.ok(!says('not less than 40', 'en', 'denies'));
    assert.ok(says('not less than 40 and not more', 'en', 'denies'));
    assert.ok(!says('将近5000亿元', 'zh', 'toCome'));
    assert.ok(says('将达到将近5000亿元', 'zh', 'toCome'));
  });

  it('may be stems, or keep their case', () => {
    assert.ok(says('the forecasters', 'en', 'expects'));
    assert.ok(says('it may be', 'en', 'mayBe'));
    assert.ok(!says('May 2023', 'en', 'mayBe'));
  });

  it('stand at their places, at the beginning or the end, or alone', () => {
    const words = readWords('Not so: it was expected, reportedly', 'en');
    assert.deepEqual(words.of('denies', 'expects'), [
      { notion: 'denies', start: 0, end: 3 },
      { notion: 'expects', start: 15, end: 23 },
    ]);
    assert.equal(words.first('denies')?.end, 3);
    assert.equal(words.first('expects'), undefined);
    assert.equal(words.last('hearsay', 'denies')?.start, 25);
    assert.ok(!words.only('denies', 'expects', 'hearsay'));
    assert.ok(readWords('is to', 'en').only('plans'));
    assert.ok(!readWords('', 'en').only('plans'));
  });

  it('are those of the language alone; one without a table says nothing', () => {
    assert.ok(!says('未能 not', 'en', 'toCome', 'doubts') && !says('will', 'zh', 'toCome'));
    assert.ok(!hasWords('xx') && !hasWords('constructor') && !says('not', 'xx', 'denies'));
    assert.equal(sentenceLanguage('GDP达到126万亿元', 'en'), 'zh');
    assert.equal(sentenceLanguage('The gross domestic product (国内生产总值) stands', 'zh'), 'en');
    assert.equal(sentenceLanguage('Le produit intérieur', 'fr'), 'fr');
    assert.equal(sentenceLanguage('126', 'zh'), 'zh');
  });
});
