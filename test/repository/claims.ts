import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type Finding,
  type Level,
  lintReport,
  mergePacks,
  type ReportSettings,
  readReport,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { packFolders, readFolder } from './packs.js';
import { root, textOf } from './source-files.js';

/** A line of test/fixtures/claims; the top comment of each file is the contract. */
export type Line = string | ({ readonly text: string } & ReportSettings);

interface Example {
  readonly rule: string;
  readonly wrong: readonly Line[];
  readonly right: readonly Line[];
}

/** The claims about one pack. */
export interface Claims {
  readonly pack: string;
  readonly languages: readonly string[];
  readonly examples: readonly Example[];
  findingsIn(line: Line, rules?: Readonly<Record<string, Level>>): readonly Finding[];
}

/** The day of a report that names none, by the top comment of each file. */
const dates: Readonly<Record<string, string>> = {
  'new-industrialization': '2023-10-10',
  'uk-clean-power': '2025-05-31',
};

export const allClaims: readonly Claims[] = readdirSync(join(root, 'test/fixtures/claims')).map((file) => {
  const name = file.replace(/\.yml$/, '');
  const pack = readFolder(packFolders.get(name) as string);
  const { examples } = parse(textOf(`test/fixtures/claims/${file}`)) as { examples: Example[] };
  const { vocabulary } = mergePacks([pack]);
  const date = dates[name];
  if (date === undefined) throw new Error(`no date for the reports of test/fixtures/claims/${file}`);
  return {
    pack: name,
    languages: pack.languages,
    examples,
    findingsIn: (line, rules = {}) => findingsIn(line, vocabulary, { date, rules }),
  };
});

function findingsIn(line: Line, vocabulary: Vocabulary, settings: ReportSettings): readonly Finding[] {
  const { text, ...own } = typeof line === 'string' ? { text: line } : line;
  return lintReport(readReport(text, vocabulary, { ...settings, ...own }));
}

/** The language that a line is for: that of its words. */
export function languageOf(line: Line): string {
  return /\p{Script=Han}/u.test(typeof line === 'string' ? line : line.text) ? 'zh' : 'en';
}
