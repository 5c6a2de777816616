import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { english as englishHelp } from '../../server/src/cli/help/en.js';
import { chinese as chineseHelp } from '../../server/src/cli/help/zh.js';
import { en } from '../../server/src/core/messages/en.js';
import { zh } from '../../server/src/core/messages/zh.js';
import { filesBelow, textOf } from './source-files.js';

interface HouseWord {
  readonly english: readonly string[];
  readonly chinese: readonly string[];
  readonly notEnglish: readonly string[];
  readonly notChinese: readonly string[];
}

/** The rows of the table in CONTRIBUTING.md. */
function houseWords(): readonly HouseWord[] {
  const section = /^## House words\n([\s\S]*?)^## /m.exec(textOf('CONTRIBUTING.md'))?.[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const [, , ...cells] = row.split('|').map((cell) => cell.trim().split(', '));
    const [english = [], chinese = [], notEnglish = [], notChinese = []] = cells;
    return { english, chinese, notEnglish, notChinese };
  });
}

/** Every text in what JSON or a module holds. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The texts that stand in the code of the hosts: `…`, '…' and "…". */
const inCode = ['cli', 'explain', 'lsp', 'workspace']
  .flatMap((folder) => filesBelow(`server/src/${folder}`, ['.ts']))
  .filter((path) => /wording|message|unread-file|first-|action-titles/.test(path))
  .flatMap((path) => {
    const code = textOf(path).replace(/^import .*|\/\*\*[\s\S]*?\*\/|^\s*\/\/.*/gm, '');
    return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|"((?:[^"\\\n]|\\.)*)"/g)].map(
      ([, a, b, c]) => (a ?? b ?? c) as string,
    );
  });
const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
const json = (path: string) => JSON.parse(textOf(path)) as Record<string, string>;
const bundle = json('l10n/bundle.l10n.zh-cn.json');

const messages = {
  english: [
    ...Object.values(en),
    ...textsIn(englishHelp),
    ...Object.values(json('package.nls.json')),
    ...Object.keys(bundle),
    ...inCode.filter((text) => !isChinese(text)),
  ],
  chinese: [
    ...Object.values(zh),
    ...textsIn(chineseHelp),
    ...Object.values(json('package.nls.zh-cn.json')),
    ...Object.values(bundle),
    ...inCode.filter(isChinese),
  ],
};

describe('house words', () => {
  const words = houseWords();
  /** An English word by itself or in the plural; placeholders are no words. */
  const asWord = (word: string) => new RegExp(`(?<![\\w.{-])${word}(?:s|ed)?(?![\\w}.-]*[\\w}]|,\\w)`, 'i');

  it('are a table of twenty or more', () => assert.ok(words.length >= 20, `${words.length} rows were read`));

  it('are what the messages say', () => {
    for (const { english, chinese } of words) {
      for (const word of english)
        assert.ok(
          messages.english.some((text) => asWord(word).test(text)),
          word,
        );
      for (const word of chinese)
        assert.ok(
          messages.chinese.some((text) => text.includes(word)),
          word,
        );
    }
  });

  it('have no other word beside them in any message', () => {
    const found: string[] = [];
    for (const { notEnglish, notChinese } of words) {
      for (const word of notEnglish) {
        found.push(...messages.english.filter((text) => asWord(word).test(text)).map((text) => `${word}: ${text}`));
      }
      for (const word of notChinese) {
        found.push(...messages.chinese.filter((text) => text.includes(word)).map((text) => `${word}: ${text}`));
      }
    }
    assert.deepEqual(found, []);
  });

  it('are used by both languages of a message', () => {
    const found: string[] = [];
    for (const { english, chinese } of words) {
      // A vocabulary and a pack are one word in Chinese, and verbs are free.
      if (english.length > 1 || ['fix', 'form', 'record', 'finding', 'entry', 'section'].includes(english[0] ?? ''))
        continue;
      for (const [id, text] of Object.entries(en)) {
        const inChinese = zh[id as keyof typeof zh];
        const names = asWord(english[0] ?? '').test(text.replace(/\{[^}]*\}/g, ''));
        if (names && !chinese.some((word) => inChinese.includes(word))) found.push(`${english}: ${text} ${inChinese}`);
      }
    }
    assert.deepEqual(found, []);
  });
});
