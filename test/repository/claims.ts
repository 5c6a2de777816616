import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type Finding,
  type Level,
  lintReport,
  mergePacks,
  type ReportSettings,
  readReport,
} from '../../server/src/core/index.js';
import {
  claimsFiles,
  type MadeUpSource,
  madeUpFor,
  type PackName,
  packFolders,
  packFromDisk,
  packOfSources,
  readPackFrom,
} from '../core/packs.js';

/** A line of test/fixtures/claims; the top comment of each file is the contract. */
export type Line = string | ({ readonly text: string } & ReportSettings);

interface Example {
  readonly rule: string;
  readonly wrong: readonly Line[];
  readonly right: readonly Line[];
  readonly sources?: unknown;
}

/** The claims about one pack. */
export interface Claims {
  readonly pack: PackName;
  readonly languages: readonly string[];
  readonly examples: readonly Example[];
  findingsIn(line: Line, rules?: Readonly<Record<string, Level>>): readonly Finding[];
}

/** The day of a report that names none, by the top comment of each file. */
const dates: Readonly<Record<PackName, string>> = {
  'new-industrialization': '2023-10-10',
  'uk-clean-power': '2025-05-31',
};

export const allClaims: readonly Claims[] = (Object.keys(packFolders) as PackName[]).map((name) => {
  const pack = packFromDisk(name);
  const examples = claimsFiles(name).flatMap(
    (path) => (parse(readFileSync(path, 'utf8')) as { examples: Example[] }).examples,
  );
  const made = examples.flatMap(({ sources }) => (Array.isArray(sources) ? (sources as MadeUpSource[]) : []));
  const { vocabulary } = mergePacks([
    pack,
    ...(name === 'new-industrialization' ? Object.values(madeUpFor) : []).map((text) =>
      readPackFrom({ 'pack.yaml': text }),
    ),
    packOfSources(made),
  ]);
  return {
    pack: name,
    languages: pack.languages,
    examples,
    findingsIn: (line, rules = {}) => {
      const { text, ...own } = typeof line === 'string' ? { text: line } : line;
      return lintReport(readReport(text, vocabulary, { date: dates[name], rules, ...own }));
    },
  };
});

/** The language that a line is for: that of its words. */
export function languageOf(line: Line): string {
  return /\p{Script=Han}/u.test(typeof line === 'string' ? line : line.text) ? 'zh' : 'en';
}
