import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { makeFolder } from './folder.js';
import { type Outcome, plumbline } from './plumbline.js';

interface Case {
  readonly id: string;
  readonly files?: Readonly<Record<string, string | { readonly base64: string } | { readonly hex: string }>>;
  /** Commands that come first. */
  readonly before?: readonly (readonly string[])[];
  readonly command: readonly string[];
  readonly cwd?: string;
  readonly stdin?: string;
}
interface SettingsCase extends Case {
  readonly why: string;
  readonly expect: {
    readonly exit?: number;
    readonly exitNot?: number;
    readonly says?: readonly string[];
    readonly not?: readonly string[];
  };
  /** Expressions for files after the run, one or several. */
  readonly wrote?: Readonly<Record<string, { readonly has?: string | string[]; readonly not?: string | string[] }>>;
  readonly absent?: readonly string[];
}
interface BrokenCase extends Case {
  readonly what: string;
  readonly expect: {
    readonly exit: number;
    readonly file: string;
    readonly line: number;
    /** Other lines that are as right. */
    readonly or?: number | number[];
    readonly problems: number;
    /** What must be told all the same. */
    readonly still?: readonly string[];
  };
}

const read = (file: string) =>
  parse(readFileSync(join(import.meta.dirname, '../fixtures/first-sight', file), 'utf8'), { maxAliasCount: 1000 });
const expressions = (sources: string | readonly string[] = []) =>
  [sources].flat().map((each) => new RegExp(each, 'im'));

/** Runs a case in a folder of its own, and looks before the folder goes. */
async function run(
  { files = {}, before = [], command, cwd = '', stdin }: Case,
  look: (outcome: Outcome & { readonly all: string }, path: (below: string) => string) => void,
) {
  const folder = makeFolder();
  try {
    for (const [name, text] of Object.entries(files)) {
      if (typeof text === 'string') folder.write(name.endsWith('/') ? `${name}.keep` : name, text);
      else folder.write(name, 'hex' in text ? Buffer.from(text.hex, 'hex') : Buffer.from(text.base64, 'base64'));
    }
    const options = {
      cwd: join(folder.path, cwd),
      env: { LC_ALL: 'en_US.UTF-8', LANG: 'en_US.UTF-8' },
      ...(stdin !== undefined && { stdin }),
    };
    for (const each of before) await plumbline(each, options);
    const outcome = await plumbline(command, options);
    look({ ...outcome, all: `${outcome.stdout}\n${outcome.stderr}` }, (below) => join(folder.path, below));
  } finally {
    folder.remove();
  }
}

for (const [file, what] of [
  ['settings.yml', 'settings and files'],
  ['further.yml', 'stretches of time, settings, dialects and messages'],
  ['snippets-and-packs.yml', 'slips, snippets, new reports and packs from elsewhere'],
] as const)
  describe(`${what} marked without sight of the code`, () => {
    const { never, cases }: { readonly never: readonly string[]; readonly cases: readonly SettingsCase[] } = read(file);
    for (const each of cases)
      it(`${each.id}: ${each.why}`, () =>
        run(each, ({ code, all }, path) => {
          const { exit, exitNot, says, not = [] } = each.expect;
          if (exit !== undefined) assert.equal(code, exit, all);
          if (exitNot !== undefined) assert.notEqual(code, exitNot, all);
          for (const expression of expressions(says)) assert.match(all, expression);
          for (const expression of expressions([...not, ...never])) assert.doesNotMatch(all, expression);
          for (const [file, { has, not }] of Object.entries(each.wrote ?? {})) {
            const text = readFileSync(path(file), 'utf8');
            for (const expression of expressions(has)) assert.match(text, expression);
            for (const expression of expressions(not)) assert.doesNotMatch(text, expression);
          }
          for (const file of each.absent ?? []) assert.ok(!existsSync(path(file)), file);
        }));
  });

describe('broken YAML marked without sight of the code', () => {
  const { jargon, cases }: { readonly jargon: readonly string[]; readonly cases: readonly BrokenCase[] } =
    read('broken.yml');
  for (const each of cases)
    it(`${each.id}: ${each.what}`, () =>
      run(each, ({ code, all }) => {
        const { exit, file, line, or = [], problems, still } = each.expect;
        assert.equal(code, exit, all);
        const lines = all.split('\n');
        const own = lines.filter((one) => one.startsWith(`${file}:`)).map((one) => one.slice(file.length + 1));
        // Findings stand below the name of their report.
        const below = lines.slice(lines.indexOf(file) + 1).filter((one) => /^\s+\d+:\d+/.test(one));
        const told = own.length === 0 && lines.includes(file) ? below.map((one) => one.trim()) : own;
        assert.equal(told.length, problems, all);
        const at = Number.parseInt(told[0] ?? '', 10);
        if (problems > 0) assert.ok([line, or].flat().includes(at), `line ${at}`);
        for (const expression of expressions(jargon))
          for (const one of told) assert.doesNotMatch(one.replace(/“[^”]*”/g, ''), expression);
        for (const expression of expressions(still)) assert.match(all, expression);
      }));
});

describe('Markdown that is no report, marked without sight of the code', () => {
  const {
    packs,
    documents,
  }: {
    readonly packs: Readonly<Record<string, string>>;
    readonly documents: readonly {
      readonly id: string;
      readonly pack: string;
      readonly where?: string;
      readonly text: string;
      readonly why: string;
    }[];
  } = read('first-minute.yml');
  for (const { id, pack, where, text, why } of documents) {
    if (where === undefined) continue;
    const files = {
      'plumbline.yaml': `packs: [${pack}]\nfiles: ["reports/*.md"]\n`,
      [`packs/${pack}/pack.yaml`]: packs[pack] as string,
      [where]: text,
    };
    it(`${id}: ${why}`, () =>
      run({ id, files, command: ['check', '--format', 'json'] }, ({ stdout }) =>
        assert.deepEqual(JSON.parse(stdout).files, []),
      ));
  }
});
