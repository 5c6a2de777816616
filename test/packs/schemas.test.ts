import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { checkPack, problemMessage, readPack } from '../../server/src/core/index.js';
import { en } from '../../server/src/core/messages/en.js';
import { entryKinds } from '../../server/src/core/vocabulary/model.js';
import { allPackFolders } from '../core/packs.js';
import { filesIn, packFiles, placed } from './pack-files.js';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'test/fixtures/packs');

interface Schema {
  readonly pattern?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

function schemaOf(name: 'pack' | 'config'): Schema {
  return JSON.parse(readFileSync(join(root, `server/schemas/${name}.schema.json`), 'utf8')) as Schema;
}

/** As an editor has it: the whole file against the whole schema. */
function errorsOf(schema: Schema, text: string): readonly string[] {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  validate(parse(text, { uniqueKeys: false }));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the schema of packs', () => {
  const schema = schemaOf('pack');
  const every = filesIn(join(fixtures, 'every-field'));

  it('passes a pack with every field of the format, and so does the reader', () => {
    const { pack, problems } = checkPack(every, { date: '2024-05-01' });
    assert.deepEqual(
      problems.map((problem) => `${placed(problem)} ${problemMessage(problem, 'en')}`),
      [],
    );
    assert.ok((pack?.entries.length ?? 0) > 30);
  });

  it('has words in every language for what each pattern wants (issue 12)', () => {
    const messages: Readonly<Record<string, string>> = en;
    for (const name of ['pack', 'config'] as const) {
      const { definitions = {}, ...rest } = schemaOf(name);
      const nameless = JSON.stringify(rest).includes('"pattern"');
      assert.ok(!nameless, `a pattern of ${name} outside its definitions is shown as it is`);
      for (const [definition, { pattern, ...inside }] of Object.entries(definitions)) {
        assert.ok(pattern === undefined || messages[`expected.${definition}`], definition);
        assert.doesNotMatch(JSON.stringify(inside), /"pattern"/, definition);
      }
    }
    const { problems } = readPack(
      packFiles('', {
        'pack.yaml': 'name: Our Pack\nlanguages: [en]\nfiscalYear: April\n',
        'more.yaml': 'sources: {s: {title: S, url: example.org}}\n',
      }),
    );
    assert.deepEqual(
      problems.map((problem) => problemMessage(problem, 'zh')),
      [
        '“name”应为小写拉丁字母、数字和连字符，如town-library，不是“Our Pack”',
        '“fiscalYear”应为加引号的月和日，如"04-01"，不是“April”',
      ],
    );
    const { problems: ofEntries } = readPack(packFiles('sources: {s: {title: S, url: example.org}}\n'));
    assert.deepEqual(
      ofEntries.map((problem) => problemMessage(problem, 'en')),
      ['“url” should be a web address such as https://example.org/report, not “example.org”'],
    );
  });

  it('knows no field that this pack leaves out', () => {
    const written = [...every].filter(([path]) => /\.ya?ml$/.test(path)).map(([, text]) => parse(text) as unknown);
    const used = new Set(written.flatMap(keysOf));
    const known = new Set(fieldsOf(schema));
    assert.ok(known.size > 90, `only ${known.size} fields were read`);
    assert.deepEqual(
      [...known].filter((field) => !used.has(field)),
      // A pack that extends another needs that other; merging has its own test.
      ['extends', 'add'],
    );
  });

  it('knows no field of a kind that no entry of that kind has in this pack', () => {
    const written = [...every].filter(([path]) => /\.ya?ml$/.test(path)).map(([, text]) => parse(text) as object);
    for (const kind of entryKinds) {
      const entries = written.flatMap((file) => Object.values((file as Record<string, object>)[kind] ?? {}));
      const used = new Set(entries.flatMap((entry) => Object.keys((entry as object | null) ?? {})));
      assert.deepEqual(
        Object.keys(schema.definitions?.[kind]?.properties ?? {}).filter((field) => !used.has(field)),
        [],
        kind,
      );
    }
  });

  for (const folder of [...Object.values(allPackFolders), join(fixtures, 'every-field'), join(fixtures, 'our-power')]) {
    for (const [path, text] of filesIn(folder)) {
      if (!/\.ya?ml$/.test(path)) continue;
      it(`passes ${folder.slice(root.length + 1)}/${path} in an editor`, () => {
        assert.deepEqual(errorsOf(schema, text), []);
      });
    }
  }

  it('finds wrong types and missing fields in an editor, which an entry that extends another may leave out', () => {
    const found = (text: string) =>
      errorsOf(schema, text).filter((error) => !/must match "(?:then|else)" schema$/.test(error));
    assert.deepEqual(found('languages: en'), ['/languages must be array']);
    assert.deepEqual(found('ships: {}'), [' must NOT have additional properties']);
    assert.deepEqual(found('terms: {berth: {status: sure, exempt: 1}}').toSorted(), [
      "/terms/berth must have required property 'preferred'",
      '/terms/berth/exempt must be boolean',
      '/terms/berth/status must be equal to one of the allowed values',
    ]);
    assert.deepEqual(found('terms: {berth: {extends: other/terms/berth, level: off}}'), []);
    assert.deepEqual(found('metrics: {m: {preferred: m, measure: {kind: weight}}}'), [
      '/metrics/m/measure/kind must be equal to one of the allowed values',
    ]);
  });
});

describe('the schema of plumbline.yaml', () => {
  it('passes the config of the examples, and finds a level that is none', () => {
    const config = readFileSync(join(root, 'examples/plumbline.yaml'), 'utf8');
    assert.deepEqual(errorsOf(schemaOf('config'), config), []);
    assert.notDeepEqual(errorsOf(schemaOf('config'), 'rules: {term-deprecated: fatal}'), []);
  });
});

function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

/** Every name of a property anywhere in a schema. */
function fieldsOf(schema: Schema): readonly string[] {
  const inner = [schema.items, schema.if, schema.then, schema.else].filter((each) => each !== undefined);
  if (typeof schema.additionalProperties === 'object') inner.push(schema.additionalProperties);
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, each]) => [key, ...fieldsOf(each)]),
    ...Object.values(schema.definitions ?? {}).flatMap(fieldsOf),
    ...inner.flatMap(fieldsOf),
  ];
}
