import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  inflections,
  inflectVerb,
  isPlural,
  nounForms,
  pluralOf,
  verbFormOf,
} from '../../../server/src/core/language/english-inflection.js';

/** Base, third person, past, participle, gerund. */
const verbs = [
  'strengthen strengthens strengthened strengthened strengthening',
  'plan plans planned planned planning',
  'stop stops stopped stopped stopping',
  'commit commits committed committed committing',
  'limit limits limited limited limiting',
  'control controls controlled controlled controlling',
  'equip equips equipped equipped equipping',
  'quit quits quit quit quitting',
  'refer refers referred referred referring',
  'offer offers offered offered offering',
  'occur occurs occurred occurred occurring',
  'recur recurs recurred recurred recurring',
  'develop develops developed developed developing',
  'target targets targeted targeted targeting',
  'offset offsets offset offset offsetting',
  'reset resets reset reset resetting',
  'fulfil fulfils fulfilled fulfilled fulfilling',
  'patrol patrols patrolled patrolled patrolling',
  'be is was been being',
  'see sees saw seen seeing',
  'agree agrees agreed agreed agreeing',
  'dye dyes dyed dyed dyeing',
  'die dies died died dying',
  'pursue pursues pursued pursued pursuing',
  'create creates created created creating',
  'study studies studied studied studying',
  'play plays played played playing',
  'fix fixes fixed fixed fixing',
  'show shows showed showed showing',
  'veto vetoes vetoed vetoed vetoing',
  'go goes went gone going',
  'undergo undergoes underwent undergone undergoing',
  'understand understands understood understood understanding',
  'rebuild rebuilds rebuilt rebuilt rebuilding',
  'relay relays relayed relayed relaying',
  'withdraw withdraws withdrew withdrawn withdrawing',
  'overcome overcomes overcame overcome overcoming',
  'uphold upholds upheld upheld upholding',
  'respond responds responded responded responding',
  'panic panics panicked panicked panicking',
  'have has had had having',
];

/** Singular and plural. */
const nouns = [
  'policy policies',
  'key keys',
  'analysis analyses',
  'basis bases',
  'crisis crises',
  'oasis oases',
  'criterion criteria',
  'process processes',
  'status statuses',
  'business businesses',
  'box boxes',
  'church churches',
  'hero heroes',
  'photo photos',
  'leaf leaves',
  'life lives',
  'chairman chairmen',
  'human humans',
  'person people',
  'topic topics',
  'house houses',
  'cause causes',
  'cache caches',
  'movie movies',
  'tie ties',
  'tax taxes',
  'shoe shoes',
];

describe('English inflection', () => {
  for (const row of verbs) {
    const [base, third, past, participle, gerund] = row.split(' ') as [string, string, string, string, string];
    it(`inflects to ${base}`, () => {
      assert.deepEqual(
        (['third', 'past', 'participle', 'gerund'] as const).map((form) => inflectVerb(base, form)),
        [third, past, participle, gerund],
      );
      assert.equal(verbFormOf(third, base), 'third');
      assert.equal(verbFormOf(gerund, base), 'gerund');
      for (const form of [third, past, participle, gerund]) assert.ok(inflections(base, true).includes(form), form);
    });
  }

  for (const row of nouns) {
    const [singular, plural] = row.split(' ') as [string, string];
    it(`inflects ${singular} both ways`, () => {
      assert.equal(pluralOf(singular), plural);
      assert.deepEqual(nounForms(singular), [singular, plural]);
      assert.equal(isPlural(singular), false);
      // "bases" is as often of base.
      assert.deepEqual(nounForms(plural), [plural, plural === 'bases' ? 'base' : singular]);
    });
  }

  it('knows both spellings of an l', () => {
    for (const word of ['modelled', 'modeled', 'modelling', 'modeling']) {
      assert.ok(inflections('model', true).includes(word), word);
    }
    assert.equal(verbFormOf('travelled', 'travel'), 'past');
    assert.equal(verbFormOf('cancelled', 'cancel'), 'past');
    assert.equal(verbFormOf('canceled', 'cancel'), 'past');
  });

  it('makes no other word of one in -s', () => {
    const words = ['news', 'goods', 'means', 'customs', 'economics', 'series', 'process', 'status', 'always', 'this'];
    assert.deepEqual(words.filter(isPlural), []);
    assert.ok(!inflections('news', true).includes('new'));
    assert.ok(!inflections('goods', false).includes('good'));
  });

  it('makes no other word of a short one', () => {
    // "the" gave "thing", "be" gave "bing", "it" gave "its".
    assert.deepEqual(inflections('the', true), ['the']);
    assert.deepEqual(inflections('it', true), ['it']);
    assert.ok(!inflections('be', true).includes('bing'));
    assert.deepEqual(inflections('5g', true), ['5g']);
    assert.deepEqual(inflections('工业', true), ['工业']);
  });

  it('takes any word', () => {
    for (const word of ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'aa', 's', '']) {
      assert.equal(inflections(word, true)[0], word);
    }
  });
});
