// A line for each word of the tables, in the template of its notion: what it says there is what the test asks.
//
//   npm run words    writes test/fixtures/words/<language>/<notion>.txt anew
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Notion } from '../../../server/src/core/language/words/notions.js';
import { phrasesOf } from '../../../server/src/core/language/words/phrases.js';
import { tables } from '../../../server/src/core/language/words/words.js';

export const folder = join(import.meta.dirname, '../../fixtures/words');

/** A sentence for each language, with `{}` for the word; a notion may have one of its own. */
const templates: Readonly<Record<string, Readonly<Partial<Record<Notion | 'any', string>>>>> = parse(
  readFileSync(join(folder, 'templates.yml'), 'utf8'),
);

export interface Line {
  /** Whether it says the notion: false for a phrase of `but`. */
  readonly says: boolean;
  readonly text: string;
}

/** A phrase as it may stand in a text: a stem with an ending, a number. */
function written(phrase: string): string {
  return phrase
    .replace(/#/g, '2015')
    .replace(/=(?=\S)/g, '')
    .replace(/\*/g, 'ing');
}

/** The lines of the tables, by `<language>/<notion>`. */
export function linesOfTables(): ReadonlyMap<string, readonly Line[]> {
  const all = new Map<string, readonly Line[]>();
  for (const [language, table] of Object.entries(tables)) {
    const own = templates[language] ?? {};
    for (const [notion, { says, but = '' }] of Object.entries(table)) {
      const template = own[notion as Notion] ?? own.any ?? '{}';
      const lines = (list: string, isSaid: boolean) =>
        phrasesOf(list).map((phrase) => ({ says: isSaid, text: template.replace('{}', written(phrase)) }));
      const each = [...lines(says, true), ...lines(but, false)];
      if (each.length > 0) all.set(`${language}/${notion}`, each);
    }
  }
  return all;
}

const marks = { says: '+ ', but: '- ' } as const;

export function toText(lines: readonly Line[]): string {
  return lines.map(({ says, text }) => `${says ? marks.says : marks.but}${text}\n`).join('');
}

/** The committed lines, by `<language>/<notion>`. */
export function committedLines(): ReadonlyMap<string, readonly Line[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  return new Map(
    files.sort().map((file) => {
      const lines = readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '');
      const name = file.replaceAll('\\', '/').replace(/\.txt$/, '');
      return [name, lines.map((line) => ({ says: line.startsWith(marks.says), text: line.slice(2) }))];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = linesOfTables();
  for (const name of committedLines().keys()) if (!lines.has(name)) rmSync(join(folder, `${name}.txt`));
  for (const [name, each] of lines) {
    const path = join(folder, `${name}.txt`);
    if (!existsSync(join(path, '..'))) mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, toText(each));
  }
  console.log(`${[...lines.values()].flat().length} lines of ${lines.size} lists`);
}
