import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tokenize } from '../../../server/src/core/language/tokens.js';
import type { Notion } from '../../../server/src/core/language/words/notions.js';
import { phrasesOf } from '../../../server/src/core/language/words/phrases.js';
import { WordTree } from '../../../server/src/core/language/words/word-tree.js';
import { says, tables } from '../../../server/src/core/language/words/words.js';
import { isNotOnRecord, isOfAnotherMake } from '../../../server/src/core/sentences/another-make.js';
import { isAsserted } from '../../../server/src/core/sentences/assertion.js';
import { committedLines, linesOfTables, toText } from './lines.js';

const command = 'npm run words';

const unasserted: readonly Notion[] = [
  'denies',
  'doubts',
  'supposes',
  'mayBe',
  'expects',
  'toCome',
  'plans',
  'demands',
  'hearsay',
];

/** What the readers of claims do with a sentence because of a word of a notion. */
const blocks: Readonly<Partial<Record<Notion, (text: string, language: string) => boolean>>> = {
  ...Object.fromEntries(unasserted.map((notion) => [notion, (text, language) => !isAsserted(text, language)])),
  revised: (text, language) => isNotOnRecord(text, language, true),
  superseded: (text, language) => isNotOnRecord(text, language, true),
  otherPrices: (text, language) => isNotOnRecord(text, language, false),
  provisional: isOfAnotherMake,
  adjusted: isOfAnotherMake,
};

describe('words of the tables', () => {
  const committed = committedLines();
  const lines = linesOfTables();

  it(`have each a line: ${command} writes them, where a word is new or is to go`, () => {
    assert.deepEqual([...committed.keys()].sort(), [...lines.keys()].sort(), `run ${command}`);
    for (const [name, each] of lines) assert.equal(toText(each), toText(committed.get(name) ?? []), `run ${command}`);
  });

  for (const [name, each] of committed) {
    const [language, notion] = name.split('/') as [string, Notion];
    it(`${name}: each says it in its line, and no other phrase does`, () => {
      const block = blocks[notion];
      for (const line of each) {
        assert.equal(says(line.text, language, notion), line.says, line.text);
        if (line.says && block !== undefined) assert.ok(block(line.text, language), line.text);
      }
    });
  }

  for (const [language, table] of Object.entries(tables)) {
    it(`${language}: each phrase of a \`but\` keeps a word from being said`, () => {
      for (const [notion, { says: list, but = '' }] of Object.entries(table)) {
        const bare = new WordTree({ [notion]: { says: list } });
        const idle = phrasesOf(but).filter((phrase) => bare.find(phrase, tokenize(phrase)).length === 0);
        assert.deepEqual(idle, [], notion);
      }
    });

    it(`${language}: no word stands twice in a list`, () => {
      for (const [notion, { says: list, but = '' }] of Object.entries(table)) {
        const phrases = [...phrasesOf(list), ...phrasesOf(but)];
        assert.deepEqual(
          phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i),
          [],
          notion,
        );
      }
    });
  }
});
