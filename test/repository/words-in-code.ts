// Words of a language in the code outside their tables, counted for each file: the ratchet that lets them only shrink.
//
//   tsx test/repository/words-in-code.ts               prints how many there are
//   tsx test/repository/words-in-code.ts --write       writes the table, test/repository/words-in-code.json
//   tsx test/repository/words-in-code.ts --list        prints the files, the fullest first
//   tsx test/repository/words-in-code.ts --of <file>   prints the words of a file
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Expression,
  type Node,
  type PropertyAssignment,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API, type Checker } from 'typescript/unstable/sync';
import { root } from './source-files.js';

/** Where words of languages belong, and where words are written for people to read. */
const tables = /^server\/src\/core\/(?:language|messages|quantities\/tables)\//;

/** Folders of core whose strings are keys of packs, names of nodes and dialects, or words to be written: only their expressions read prose. */
const keepers = /^server\/src\/core\/(?:vocabulary|packs|snippets|markdown|lint|assist|owed)\//;

/** Where the dialects of Markdown are told: what stands there in Latin letters is the name of an element, a directive or a command. */
const markup = /^server\/src\/core\/markdown\/dialects\//;

/** Files that the reading of statements replaces: they are listed apart, and left as they are. */
export const replacedLater =
  /^server\/src\/core\/(?:claims\/(?:linking|subject|bound-quantities|whose-metric|changes|arithmetic|dating|read-rank-claims|place-roles)|sentences\/place-roles|events\/event-dates|targets\/[\w-]+)\.ts$/;

const project = 'server/src/core';

const path = `${root}test/repository/words-in-code.json`;

/** Runs of two or more Han, or three or more Latin letters, in what is written in a file's expressions and lists. */
export function wordsIn(written: string): readonly string[] {
  const runs = written.match(/\p{Script=Han}{2,}|\p{Script=Latin}{3,}/gu) ?? [];
  // USD, TODO: a code is of no language.
  return runs.filter((run) => !/^[A-Z]+$/.test(run));
}

/** What an expression matches, without its own syntax: names of groups, properties, escapes. */
const ofExpression = (source: string) =>
  source
    .replace(/\/[a-z]*$/, '')
    .replace(/\(\?<(?![=!])[^>]*>|\\k<[^>]*>|\\[pP]\{[^}]*\}|\\u\{?[\da-fA-F]+\}?|\\[a-zA-Z]/g, ' ');

/** A kind, a key or the id of a message, as against a word. */
const isId = (text: string) =>
  /^[a-z]+(?:[.-][a-z]+)*\.[a-z.-]+$|^[a-z]+[A-Z]\w*$|^[\w./-]+\.(?:md|yaml|yml|json)$/.test(text);

/** Nodes that hold strings which may be matched against a text: lists, sets, tables. */
const holders: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.PropertyAssignment,
  SyntaxKind.NewExpression,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.AsExpression,
  SyntaxKind.SatisfiesExpression,
  SyntaxKind.SpreadElement,
  SyntaxKind.BinaryExpression,
  SyntaxKind.CallExpression,
  SyntaxKind.PropertyAccessExpression,
  SyntaxKind.TaggedTemplateExpression,
  SyntaxKind.TemplateExpression,
  SyntaxKind.TemplateSpan,
]);

const strings: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]);

/** The words of each file, as written, by its path from the root. */
export function collectWords(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  const api = new API({ cwd: root });
  try {
    const config = `${root}${project}/tsconfig.json`;
    const opened = api.updateSnapshot({ openProject: config }).getProject(config);
    if (opened === undefined) throw new Error(config);
    const { program, checker } = opened;
    for (const name of program.getSourceFileNames()) {
      const at = name.startsWith(root) ? name.slice(root.length) : '';
      if (!/^server\/src\/core\/.*\.ts$/.test(at) || tables.test(at) || at.includes('.generated.')) continue;
      const file = program.getSourceFile(name);
      if (file === undefined) continue;
      const found = wordsOfFile(file, checker, keepers.test(at));
      words.set(at, markup.test(at) ? found.filter((word) => /\p{Script=Han}/u.test(word)) : found);
    }
  } finally {
    api.close();
  }
  return words;
}

function wordsOfFile(file: SourceFile, checker: Checker, keepsStrings: boolean): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node, ancestors: readonly Node[]): void => {
    const text = () => node.getText(file);
    if (node.kind === SyntaxKind.RegularExpressionLiteral) found.push(...wordsIn(ofExpression(text())));
    else if (strings.has(node.kind) && !keepsStrings && isMatched(node, ancestors, file, checker))
      found.push(...wordsIn(ofExpression(`${text().replace(/^['"`}]|(?:['"`]|\$\{)$/g, '')} `)));
    node.forEachChild((child) => visit(child, [...ancestors, node]));
  };
  visit(file, []);
  return found;
}

/** Whether a string stands in a list, set or table, or makes an expression, at the top of a file; its Latin is a word if any string may stand there. */
function isMatched(node: Node, ancestors: readonly Node[], file: SourceFile, checker: Checker): boolean {
  const text = node.getText(file).slice(1, -1);
  if (wordsIn(text).length === 0) return false;
  let at = ancestors.length - 1;
  while (at >= 0 && holders.has((ancestors[at] as Node).kind)) at--;
  if (ancestors[at]?.kind !== SyntaxKind.VariableDeclaration) return false;
  const parent = ancestors.at(-1) as Node;
  // A key is no word, unless it stands for one.
  if (parent.kind === SyntaxKind.PropertyAssignment) {
    const { name } = parent as PropertyAssignment;
    if (name === node) return /\p{Script=Han}{2}/u.test(text);
    if (/^(?:id|messageId|kind|severity|reads|rule)$/.test(name.getText(file))) return false;
  }
  if (/\p{Script=Han}/u.test(text)) return true;
  if (isId(text)) return false;
  const type = node.kind === SyntaxKind.StringLiteral ? checker.getContextualType(node as Expression) : undefined;
  return type === undefined || !(type.isUnionType() || type.isLiteralType());
}

export interface Counts {
  /** By path from the root. */
  readonly files: Readonly<Record<string, number>>;
  /** The files that the reading of statements replaces. */
  readonly later: Readonly<Record<string, number>>;
}

export function readTable(): Counts {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** How many words each file holds: those that hold any, in order. */
export function countWords(): Counts {
  const counted: { files: Record<string, number>; later: Record<string, number> } = { files: {}, later: {} };
  const all = [...collectWords()].filter(([, { length }]) => length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [at, { length }] of all) counted[replacedLater.test(at) ? 'later' : 'files'][at] = length;
  return counted;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, argument] = process.argv.slice(2);
  if (option === '--of') console.log((collectWords().get(argument ?? '') ?? []).join(' '));
  else {
    const counted = countWords();
    if (option === '--write') writeFileSync(path, `${JSON.stringify(counted, null, 2)}\n`);
    for (const [part, what] of [
      ['files', 'files'],
      ['later', 'files that are replaced later'],
    ] as const) {
      const counts = Object.entries(counted[part]).sort(([, a], [, b]) => b - a);
      if (option === '--list') for (const [at, count] of counts) console.log(count, at);
      console.log(`${counts.reduce((sum, [, count]) => sum + count, 0)} words in ${counts.length} ${what}`);
    }
  }
}
