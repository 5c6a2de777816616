import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { readSteps } from './read-steps.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Schema = { readonly [keyword: string]: unknown };

const pack: Schema = JSON.parse(readFileSync(join(root, 'server/schemas/pack.schema.json'), 'utf8'));

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema that a `$ref` leads to, and those that hold of the same value. */
function alternativesOf(schema: Schema, pointer: string): readonly (readonly [Schema, string])[] {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.slice('#/definitions/'.length);
    return alternativesOf((pack.definitions as Record<string, Schema>)[name] as Schema, name);
  }
  const inner = ['if', 'then', 'else'].flatMap((key) => (isSchema(schema[key]) ? [schema[key]] : []));
  const all = Array.isArray(schema.allOf) ? (schema.allOf as Schema[]) : [];
  return [[schema, pointer], ...[...inner, ...all].flatMap((each) => alternativesOf(each, pointer))];
}

/** Every field of the format and every word that a field may be, as `observation.vintage` and `comparator = above`. */
function wordsOf(schema: Schema, pointer: string, found = new Set<string>(), seen = new Set<Schema>()): Set<string> {
  for (const [each, at] of alternativesOf(schema, pointer)) {
    if (seen.has(each)) continue;
    seen.add(each);
    for (const value of (each.enum as unknown[] | undefined) ?? []) found.add(`${at} = ${value}`);
    for (const [name, inner] of Object.entries((each.properties as Record<string, Schema> | undefined) ?? {})) {
      found.add(`${at}.${name}`);
      wordsOf(inner, `${at}.${name}`, found, seen);
    }
    for (const inner of [each.items, each.additionalProperties]) if (isSchema(inner)) wordsOf(inner, at, found, seen);
  }
  return found;
}

/** Of those, the ones that a value uses. */
function usedIn(value: unknown, schema: Schema, pointer: string, used: Set<string>): void {
  for (const [each, at] of alternativesOf(schema, pointer)) {
    if (Array.isArray(each.enum)) used.add(`${at} = ${value}`);
    if (Array.isArray(value)) {
      for (const item of value) if (isSchema(each.items)) usedIn(item, each.items, at, used);
    } else if (isSchema(value)) {
      const properties = (each.properties as Record<string, Schema> | undefined) ?? {};
      for (const [name, inner] of Object.entries(value)) {
        const known = properties[name];
        if (known !== undefined) {
          used.add(`${at}.${name}`);
          usedIn(inner, known, `${at}.${name}`, used);
        } else if (isSchema(each.additionalProperties)) usedIn(inner, each.additionalProperties, at, used);
      }
    }
  }
}

for (const document of ['docs/packs.md', 'docs/zh/packs.md']) {
  describe(`the fields of packs in ${document}`, () => {
    const text = readFileSync(join(root, document), 'utf8');
    const used = new Set<string>();
    for (const step of readSteps(join(root, document)))
      if (step.do === 'write' && /packs\/.*\.yaml$/.test(step.path)) usedIn(parse(step.text), pack, 'pack', used);

    it('are all used in an example that is checked and tested (trial 8)', () => {
      const words = [...wordsOf(pack, 'pack')];
      const fields = words.filter((word) => !word.includes(' = '));
      assert.ok(fields.length > 120, `only ${fields.length} fields were read`);
      assert.deepEqual(
        fields.filter((field) => !used.has(field)),
        [],
      );
      // `level: false` is YAML's reading of a bare `off`.
      const values = words.filter((word) => word.includes(' = ') && !word.endsWith(' = false'));
      assert.deepEqual(
        values.filter((word) => !used.has(word) && !new RegExp(`\\b${word.split(' = ')[1]}\\b`).test(text)),
        [],
      );
    });

    it('have a period, a unit and a region of every shape (trial 8)', () => {
      const periods = ['2022', '2022-Q3', '2022-07', '2022-10-01/2023-03-31', '2022-10-01/..', '2023/2027', '2022/23'];
      const units = ['GBP', 'percent', 'pp', 'GW', 'Mt', 'GBP/MWh', 't/week'];
      for (const word of [...periods, ...units, 'parent']) assert.ok(text.includes(`\`${word}\``), word);
    });
  });
}
