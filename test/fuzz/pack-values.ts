import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { entryKinds } from '../../server/src/core/index.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly not?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../server/schemas/pack.schema.json'), 'utf8'),
);

/** Words of entries, ids among them, so that entries name one another and their forms overlap. */
const words = [
  'steel',
  'steel output',
  'green steel',
  'crude steel',
  'the steel plan',
  'Ministry of Steel',
  'Ann Miller',
  'Miller',
  'minister of steel',
  'a',
  'c0',
  'a-b',
  'harbour/terms/a',
  'sources/a',
  'events/a',
  'documents/b',
  'metrics/a',
  '钢',
  '钢产量',
  '绿色钢铁',
  '钢铁部',
  '王伟明',
  '部长',
  'percent',
  't',
  'GBP',
  'en',
  'zh',
  'GB',
  'CN',
  'constructor',
  '__proto__',
  'toString',
  '2023',
  '12.0',
  'https://example.org/a',
  'steel, iron and coal',
  'x'.repeat(300),
  ' ',
  '',
  '*',
  '](http://a.b) ![x](y)',
  '=1+1',
  '\u202Eabc',
  '\u001B[31m',
  '\uD83D',
  '😀',
  'É',
  'naïve',
  'U.S.',
  'steel\noutput',
] as const;
const word = fc.constantFrom(...words);
const id = fc.constantFrom('a', 'b', 'c0', 'a-b', 'steel', '__proto__', 'constructor', '钢', 'A B', '1');
const junk = fc.oneof(
  word,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 2 }),
  fc.dictionary(id, word, { maxKeys: 2 }),
);

/** Values that mostly hold to a schema; what it says by other keywords than those above is not looked at. */
function valuesOf(of: Schema, depth = 0): fc.Arbitrary<unknown> {
  const holds = validOf(of, depth);
  return fc.oneof({ arbitrary: holds, weight: 40 }, { arbitrary: junk, weight: 1 });
}

function validOf(of: Schema, depth: number): fc.Arbitrary<unknown> {
  if (of.$ref !== undefined) {
    return valuesOf(schema.definitions?.[of.$ref.replace('#/definitions/', '')] as Schema, depth);
  }
  if (of.const !== undefined) return fc.constant(of.const);
  if (of.enum !== undefined) return fc.constantFrom(...of.enum);
  const own = Object.keys(of).some((key) => ['type', 'properties', 'items', 'additionalProperties'].includes(key));
  const ways: fc.Arbitrary<unknown>[] = [];
  if (of.if !== undefined && (of.then !== undefined || of.else !== undefined)) {
    const { if: condition, then, else: otherwise, ...rest } = of;
    if (!own) {
      ways.push(valuesOf({ ...rest, ...condition, ...then }, depth));
      if (otherwise !== undefined) ways.push(valuesOf({ ...rest, ...otherwise }, depth));
      return fc.oneof(...ways);
    }
    // "extends" makes a field optional.
    return ofType({ ...rest, ...otherwise }, depth);
  }
  return ofType(of, depth);
}

function ofType(of: Schema, depth: number): fc.Arbitrary<unknown> {
  const types = [
    of.type ?? (of.properties || of.additionalProperties ? 'object' : of.items ? 'array' : 'string'),
  ].flat();
  return fc.oneof(...types.map((type) => ofOneType(of, type as string, depth)));
}

function ofOneType(of: Schema, type: string, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return of.pattern === undefined || of.pattern === '\\S'
        ? word
        : fc.stringMatching(new RegExp(of.pattern.replace(/\(\?!\$\)/, '')));
    case 'integer':
      return fc.integer({ min: of.minimum ?? -5, max: of.maximum ?? 3_000 });
    case 'number':
      return fc.oneof(fc.integer({ min: -5, max: 3_000 }), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valuesOf(of.items ?? {}, depth + 1), {
        minLength: of.minItems ?? 0,
        maxLength: of.maxItems ?? Math.max(of.minItems ?? 0, 3),
      });
    case 'object': {
      const fields = Object.entries(of.properties ?? {});
      const required = new Set(of.required);
      const record = fc.record(Object.fromEntries(fields.map(([key, field]) => [key, valuesOf(field, depth + 1)])), {
        requiredKeys: [...required].filter((key) => fields.some(([field]) => field === key)),
      });
      const { additionalProperties: more } = of;
      if (typeof more !== 'object') return record;
      const key = of.propertyNames === undefined ? id : fc.constantFrom('en', 'zh', 'en-GB', 'fr', 'constructor');
      return fc
        .tuple(record, fc.dictionary(key, valuesOf(more, depth + 1), { maxKeys: 3 }))
        .map(([a, b]) => ({ ...b, ...a }));
    }
    default:
      return junk;
  }
}

const definition = (name: string) => schema.definitions?.[name] as Schema;
const entryOf = (kind: string) =>
  fc
    .tuple(validOf(definition('shared'), 0), validOf(definition(kind), 0))
    .map(([shared, own]) => Object.assign(Object.create(null), shared, own));

const entries = fc.record(
  Object.fromEntries(
    entryKinds.map((kind) => [kind, fc.dictionary(id, entryOf(kind), { maxKeys: 2, noNullPrototype: true })]),
  ),
  { requiredKeys: [] },
);
const manifestFields = Object.entries(schema.properties ?? {}).filter(
  ([key]) =>
    !(entryKinds as readonly string[]).includes(key) && !['schema', 'name', 'languages', 'engine'].includes(key),
);
const manifest = fc.record(Object.fromEntries(manifestFields.map(([key, field]) => [key, valuesOf(field)])), {
  requiredKeys: [],
});

export interface PackOfValues {
  readonly files: Readonly<Record<string, string>>;
  /** Its own texts as sentences. */
  readonly report: string;
}

/** Packs of random entries, each kind as the schema has it, and a report of their words. */
export const packsOfValues: fc.Arbitrary<PackOfValues> = fc
  .record({
    name: fc.constantFrom('harbour', 'harbour', 'a'),
    languages: fc.constantFrom(['en', 'zh'], ['zh', 'en'], ['en'], ['zh'], ['fr', 'en']),
    manifest,
    entries,
    more: entries,
    said: fc.array(
      fc.constantFrom(
        ' was 12.0 percent in 2023. ',
        ' said on 2 May 2023 that ',
        ', ',
        '\n\n- ',
        '为12万元。',
        ' by 2030 ',
        ' and ',
        '\n\n| a | b |\n| --- | --- |\n| ',
        '\n\n## ',
      ),
      { minLength: 8, maxLength: 8 },
    ),
  })
  .map(({ name, languages, manifest, entries, more, said }) => {
    const texts = textsIn([manifest, entries, more])
      .filter((text) => text.trim() !== '')
      .slice(0, 60);
    return {
      files: {
        'pack.yaml': stringify(
          { ...manifest, schema: 1, name, languages, ...entries },
          { aliasDuplicateObjects: false },
        ),
        'more.yaml': stringify(more, { aliasDuplicateObjects: false }),
      },
      report: texts.map((text, i) => text + said[i % said.length]).join(''),
    };
  });

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
