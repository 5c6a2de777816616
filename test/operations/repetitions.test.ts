import assert from 'node:assert/strict';
import vm from 'node:vm';
import { before, describe, it } from 'mocha';
import { packTexts } from '../core/packs.js';
import { bundleCore } from '../repository/bundled-core.js';

const commas = ' ,'.repeat(40);
/** Lines that an expression with two ways to read one word, one in the other, takes years for. */
const lines: Readonly<Record<string, string>> = {
  'commas between a title and the next': `The chairman${commas} x director general Wang Weiming said so.`,
  'joints between a title and the next': `The chairman${' and ,'.repeat(40)} x director general Wang Weiming said so.`,
  'commas between titles in Chinese': `董事长${'、 '.repeat(60)}某主任王卫明表示。`,
  'adverbs between a verb and its goal': `The country will realize ${'only,'.repeat(17)}x new industrialization by 2035.`,
  'adverbs behind a goal': `New industrialization is ${'early '.repeat(14)}x realized by 2030.`,
  'white space in a cell': `工业增加值${'\u00a0'.repeat(2_000)}45.3${'\u00a0'.repeat(2_000)}`,
  'white space between a name and a post': `Wang Weiming${'\u00a0'.repeat(2_000)}, ${'\u00a0'.repeat(2_000)} chairman of x.`,
};

/** More than any machine takes, and less than anybody waits; the host ends an expression at work as well. */
const timeout = 20_000;

describe('repetitions', () => {
  let context: vm.Context;
  before(async () => {
    context = vm.createContext({ texts: packTexts('new-industrialization') });
    vm.runInContext(await bundleCore(), context);
    vm.runInContext(
      'vocabulary = plumbline.mergePacks([plumbline.readPack(new Map(Object.entries(texts))).pack]).vocabulary',
      context,
    );
  });

  for (const [name, line] of Object.entries(lines)) {
    it(`end: ${name}`, () => {
      context.text = `# Report\n\n${line}\n\n- ${line}\n\n| a |\n| --- |\n| ${line} |\n`;
      const read = 'plumbline.lintReport(plumbline.readReport(text, vocabulary, { date: "2025-10-10", region: "CN" }))';
      assert.doesNotThrow(() => vm.runInContext(read, context, { timeout }));
    });
  }
});
