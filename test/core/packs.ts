import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  mergePacks,
  type Pack,
  problemMessage,
  type ReportSettings,
  readPack,
  type Vocabulary,
} from '../../server/src/core/index.js';

/** The two packs that every rule is held to: the one that serves without a config and one of another country and subject. */
export const packFolders = {
  'new-industrialization': join(import.meta.dirname, '../../packs/new-industrialization'),
  'uk-clean-power': join(import.meta.dirname, '../fixtures/packs/uk-clean-power'),
} as const;

export type PackName = keyof typeof packFolders;

/** Every pack that ships, and the one of the tests. */
export const allPackFolders = {
  ...packFolders,
  'gb-clean-power': join(import.meta.dirname, '../../packs/gb-clean-power'),
} as const;

export type AnyPackName = keyof typeof allPackFolders;

/** The texts of a pack's folder on disk, by path. */
export function packTexts(name: AnyPackName): Readonly<Record<string, string>> {
  const folder = allPackFolders[name];
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ya?ml|csv|md|txt|code-snippets)$/.test(path))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** A pack from its folder on disk; a problem fails the test. */
export function packFromDisk(name: AnyPackName): Pack {
  return readPackFrom(packTexts(name));
}

/** A pack from texts by their paths; a problem fails the test. */
export function readPackFrom(files: Readonly<Record<string, string>>): Pack {
  const { pack, problems } = readPack(new Map(Object.entries(files)));
  assert.deepEqual(
    problems.map((problem) => `${problem.path}:${problem.range.start.line + 1} ${problemMessage(problem, 'en')}`),
    [],
  );
  assert.ok(pack);
  return pack;
}

/** What the claims about the shipped pack ask for and it does not hold, by rule. */
export const madeUpFor: Readonly<Record<string, string>> = {
  'organization-superseded': `
name: bodies-that-ended
languages: [en, zh]
organizations:
  machine-building:
    preferred: {en: Ministry of Machine-Building Industry, zh: 机械工业部}
    region: CN
    validTo: 1998-03-10
`,
  'target-value': `
name: targets-with-values
languages: [en, zh]
region: CN
targets:
  tidal-2030:
    preferred: {en: 40 to 45 GW of tidal power by 2030, zh: 到2030年潮汐发电装机达到40至45GW}
    milestones: [{due: 2030, range: [40, 45], unit: GW}]
`,
};

/** The default context of the lines about each pack, as the top comment of its file gives it. */
export const contexts: Readonly<Record<PackName, ReportSettings>> = {
  'new-industrialization': { date: '2023-10-10', region: 'CN' },
  'uk-clean-power': { date: '2025-05-31', region: 'GB' },
};

/** The files of test/fixtures/claims about a pack. */
export function claimsFiles(pack: PackName): readonly string[] {
  const folder = join(import.meta.dirname, '../fixtures/claims');
  return readdirSync(folder)
    .filter((file) => file === `${pack}.yml` || file === `${pack}-further.yml`)
    .sort((a, b) => a.length - b.length)
    .map((file) => join(folder, file));
}

/** A source made up for one line of test/fixtures/claims; the other fields are those of a pack. */
export interface MadeUpSource {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
}

/** A pack of nothing but sources made up for a test. */
export function packOfSources(made: readonly MadeUpSource[]): Pack {
  return readPackFrom({ 'pack.yaml': madeUpSources(made) });
}

/** The text of such a pack. */
export function madeUpSources(made: readonly MadeUpSource[]): string {
  const sources = Object.fromEntries(made.map(({ id, ...fields }) => [id, fields]));
  return stringify({ name: 'made-up-sources', languages: ['en', 'zh'], sources });
}

const vocabularies = new Map<AnyPackName, Vocabulary>();

export function vocabularyOf(name: AnyPackName): Vocabulary {
  let vocabulary = vocabularies.get(name);
  if (vocabulary === undefined) {
    const merge = mergePacks([packFromDisk(name)]);
    assert.deepEqual(
      merge.problems.map((problem) => problemMessage(problem, 'en')),
      [],
    );
    vocabulary = merge.vocabulary;
    vocabularies.set(name, vocabulary);
  }
  return vocabulary;
}

/** A pack of words that stand in every text, so that there is much to fix. */
export function everydayWords(): Vocabulary {
  const pack = readFileSync(join(import.meta.dirname, '../fixtures/packs/everyday-words/pack.yaml'), 'utf8');
  return vocabularyFrom({ 'pack.yaml': pack });
}

/** A vocabulary of packs written in a test: each a map of paths to texts. */
export function vocabularyFrom(...packs: readonly Readonly<Record<string, string>>[]): Vocabulary {
  const read = packs.map((files) => readPack(new Map(Object.entries(files))));
  return mergePacks(read.flatMap(({ pack }) => (pack === undefined ? [] : [pack]))).vocabulary;
}
