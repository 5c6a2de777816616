import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type Finding,
  type Level,
  lintReport,
  mergePacks,
  type ReportSettings,
  readReport,
  type Severity,
  type Vocabulary,
} from '../../server/src/core/index.js';
import {
  claimsFiles,
  contexts,
  type MadeUpSource,
  madeUpFor,
  type PackName,
  packFolders,
  packFromDisk,
  packOfSources,
  readPackFrom,
  vocabularyOf,
} from './packs.js';

/** A line of test/fixtures/claims; the top comment of each file is the contract. */
export type Line = string | ({ readonly text: string } & ReportSettings);

/** What a rule must find, and what it must leave alone. */
export interface Example {
  readonly rule: string;
  readonly severity: Severity;
  readonly wrong: readonly Line[];
  readonly right: readonly Line[];
  findingsIn(line: Line, rules?: Readonly<Record<string, Level>>): readonly Finding[];
}

/** The claims about one pack. */
export interface Claims {
  readonly pack: PackName;
  readonly languages: readonly string[];
  readonly examples: readonly Example[];
  /** Lines that no rule may speak of. */
  readonly neverFlag: readonly Line[];
  findingsIn(line: Line): readonly Finding[];
}

interface ClaimsFile {
  readonly examples?: readonly (Omit<Example, 'findingsIn'> & {
    /** Texts made up for the entry, which are added to the pack for it alone; a note where it is no list. */
    readonly sources?: unknown;
  })[];
  readonly neverFlag?: readonly Line[];
}

export const allClaims: readonly Claims[] = (Object.keys(packFolders) as PackName[]).map((name) => {
  const files = claimsFiles(name).map((path) => parse(readFileSync(path, 'utf8')) as ClaimsFile);
  const ofPack = reader(name, () => vocabularyOf(name));
  return {
    pack: name,
    languages: packFromDisk(name).languages,
    examples: files.flatMap(({ examples = [] }) =>
      examples.map(({ sources, ...example }) => ({
        ...example,
        findingsIn: readerWith(name, example.rule, sources) ?? ofPack,
      })),
    ),
    neverFlag: files.flatMap(({ neverFlag = [] }) => neverFlag),
    findingsIn: ofPack,
  };
});

/** For an example that adds to the pack; undefined where it adds nothing. */
function readerWith(pack: PackName, rule: string, sources: unknown): Example['findingsIn'] | undefined {
  const addition = pack === 'new-industrialization' ? madeUpFor[rule] : undefined;
  if (addition === undefined && !Array.isArray(sources)) return undefined;
  return reader(pack, () => {
    const added = [
      ...(addition === undefined ? [] : [readPackFrom({ 'pack.yaml': addition })]),
      ...(Array.isArray(sources) ? [packOfSources(sources as MadeUpSource[])] : []),
    ];
    return mergePacks([packFromDisk(pack), ...added]).vocabulary;
  });
}

/** Several tests ask for the findings in the same lines: they are worked out once, and packs merged where a line is asked of. */
function reader(pack: PackName, vocabularyIn: () => Vocabulary): Example['findingsIn'] {
  const known = new Map<Line, readonly Finding[]>();
  let vocabulary: Vocabulary | undefined;
  return (line, rules) => {
    vocabulary ??= vocabularyIn();
    const { text, ...settings } = typeof line === 'string' ? { text: line } : line;
    const found =
      (rules === undefined ? known.get(line) : undefined) ??
      lintReport(readReport(text, vocabulary, { ...contexts[pack], ...(rules && { rules }), ...settings }));
    if (rules === undefined) known.set(line, found);
    return found;
  };
}

/** The language that a line is for: that of its words. */
export function languageOf(line: Line): string {
  return /\p{Script=Han}/u.test(typeof line === 'string' ? line : line.text) ? 'zh' : 'en';
}
