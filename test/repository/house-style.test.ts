import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { filesBelow, textOf } from './source-files.js';

/** Code that holds words: wording.ts, first-pack.ts, … */
const withWords = [
  'server/src/cli',
  'server/src/explain',
  'server/src/workspace',
  'server/src/lsp',
  'server/src/core/messages',
]
  .flatMap((folder) => filesBelow(folder, ['.ts']))
  .filter((path) => /wording|message|unread-file|first-|help|copy-entry|check-file|system-reason/.test(path));

/** What is said in a language: strings of code and of JSON, prose of pages, comments of examples, each with its file. */
function* said(): Iterable<readonly [path: string, text: string]> {
  for (const path of withWords) {
    const code = textOf(path).replace(/^import .*|\/\*\*[\s\S]*?\*\/|^\s*\/\/.*/gm, '');
    for (const [text] of code.matchAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"/g)) {
      for (const line of text.slice(1, -1).split(/\n|\\n/)) yield [path, line];
    }
  }
  for (const path of ['package.nls.json', 'package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json']) {
    for (const text of Object.values(JSON.parse(textOf(path)) as Record<string, string>)) {
      for (const line of text.split('\n')) yield [path, line];
    }
  }
  for (const path of pages) for (const line of proseOf(textOf(path))) yield [path, line];
}

const pages = [
  ...filesBelow('docs', ['.md']),
  ...filesBelow('walkthrough', ['.md']),
  ...filesBelow('server/src/core/rules', ['.md']),
  ...['README.md', 'README.zh-CN.md', 'client/README.md', 'server/README.md'],
];

/** The lines of a page without code, and the comments of its YAML and shell examples. */
function* proseOf(page: string): Iterable<string> {
  let fence: string | undefined;
  for (const line of page.split('\n')) {
    const [, mark] = /^\s*```(.*)/.exec(line) ?? [];
    if (mark !== undefined) fence = fence === undefined ? mark : undefined;
    else if (fence === undefined) yield line;
    else if (/^(?:yaml|sh|js|toml)/.test(fence)) {
      const [, comment] = /(?:^|\s)(?:#|\/\/) (.*)/.exec(line) ?? [];
      if (comment !== undefined) yield comment;
    }
  }
}

/** Code in a line, or what is typed word for word, is one letter, so that what stands around it counts. */
const withoutCode = (line: string) =>
  line.replace(/(`+)(?:(?!\1).)+?\1|\]\([^)\s]*\)|\$\{[^}]*\}|“文件:行(?::列)?”/g, 'x');

const han = '[\\p{Script=Han}，。；：、！？（）《》]';
const chinese = /\p{Script=Han}/u;
const isChinesePage = (path: string) => /zh/.test(path);

const finds = (mistake: RegExp, isOf: (path: string, line: string) => boolean): readonly string[] =>
  [...said()]
    .filter(([path, line]) => isOf(path, line) && mistake.test(withoutCode(line)))
    .map(([path, line]) => `${path}: ${line}`);

describe('the house style of Chinese', () => {
  // A command may have a word of Chinese in it.
  const isOf = (path: string, line: string) =>
    !/^plumbline /.test(line) && chinese.test(line) && (isChinesePage(path) || !path.endsWith('.md'));

  it('has full-width marks between Han characters', () => {
    assert.deepEqual(
      finds(/(?<=\p{Script=Han})[,;:?!()](?=\p{Script=Han})|(?<=\p{Script=Han}) ?\(|\)(?=\p{Script=Han})/u, isOf),
      [],
    );
  });

  it('has no space beside a Han character', () => {
    assert.deepEqual(
      finds(new RegExp(`(?<=${han}) +(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}%)]) +(?=${han})`, 'u'), isOf),
      [],
    );
  });
});

describe('the house style of English', () => {
  const isOf = (path: string, line: string) =>
    !chinese.test(line) && !isChinesePage(path) && / [a-z]+ /.test(line) && !/^plumbline |^ *- \{text:/.test(line);

  it('has typographic quotation marks and apostrophes', () => {
    assert.deepEqual(finds(/[A-Za-z]'[a-z]|\w'(?= [a-z])|(?<![=\w])"(?=[A-Za-z])/, isOf), []);
  });

  it('has no contractions, no Latin abbreviations, no exclamation marks and no double spaces', () => {
    assert.deepEqual(finds(/\w(?:n|’)[’']t\b|\b(?:e\.g\.|i\.e\.|etc\.)|!(?= |$)|[a-z,;] {2}[a-z]/, isOf), []);
  });

  it('is spelt as British English is, with -ize', () => {
    assert.deepEqual(
      finds(
        /\b(?:colors?|behavior|favor|gr[ae]yed|license[sd]? of|catalog|center|meter|labeled|organis|recognis|normalis|initialis|summaris|capitalis)\w*/i,
        isOf,
      ),
      [],
    );
  });
});
