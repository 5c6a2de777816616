// Compiles the schemas into one module without dependencies, so that core checks packs with no code made at run time.
import { readFile, writeFile } from 'node:fs/promises';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const here = (path) => new URL(path, import.meta.url);
const read = async (path) => JSON.parse(await readFile(here(path), 'utf8'));

const ajv = new Ajv.default({
  allErrors: true,
  strict: false,
  messages: false,
  // A definition is one function, and not written out wherever it is used.
  inlineRefs: false,
  // Texts are as long as they are everywhere here, in UTF-16 units; the logger would only warn of that.
  logger: false,
  unicode: false,
  code: { source: true, esm: true },
});
const text = await readFile(here('pack.schema.json'), 'utf8');
const { language, formText } = JSON.parse(text).definitions;
// An error of a key knows that it is one only where the schema of keys is written out. Every key is a string.
const pack = JSON.parse(text, (key, value) => (key === 'propertyNames' ? { pattern: language.pattern } : value));
ajv.addSchema(pack, 'pack');
const config = await read('config.schema.json');
ajv.addSchema(config, 'config');

const kinds = Object.keys(pack.properties).filter(
  (key) => pack.properties[key].additionalProperties?.allOf?.[1].$ref === `#/definitions/${key}`,
);
const shared = Object.keys(pack.definitions.shared.properties);
const exportsOf = {
  validateConfig: 'config',
  validateShared: 'pack#/definitions/shared',
  validateObservation: 'pack#/definitions/observation',
};
for (const kind of kinds) exportsOf[`validate_${kind}`] = `pack#/definitions/${kind}`;

// The manifest is the schema without the kinds.
const manifest = {
  ...pack,
  $id: undefined,
  properties: Object.fromEntries(Object.entries(pack.properties).filter(([key]) => !kinds.includes(key))),
  additionalProperties: true,
  required: ['name', 'languages'],
};
delete manifest.$id;
ajv.addSchema(manifest, 'manifest');
exportsOf.validateManifest = 'manifest';

const fields = {
  manifest: Object.keys(manifest.properties),
  shared,
  kinds: Object.fromEntries(kinds.map((kind) => [kind, Object.keys(pack.definitions[kind].properties)])),
  observation: Object.keys(pack.definitions.observation.properties),
  below: {},
  within: {},
};
/** The fields that hold a map of fields, as far as they were noted. */
let noted = new Set();
/** Notes the fields of each map that takes no others, under the name of the field that it stands in. */
function noteFields(root, schema, name) {
  if (typeof schema !== 'object' || schema === null) return;
  const { $ref, properties = {}, additionalProperties } = schema;
  if ($ref !== undefined) {
    noteFields(root, root.definitions[$ref.split('/').at(-1)], name);
    return;
  }
  if (additionalProperties === false) {
    noted.add(name);
    fields.below[name] = [...new Set([...(fields.below[name] ?? []), ...Object.keys(properties)])];
  }
  for (const [field, inner] of Object.entries(properties)) noteFields(root, inner, field);
  noteFields(root, additionalProperties, name);
  for (const key of ['items', 'if', 'then', 'else']) noteFields(root, schema[key], name);
}
// What an entry adds to another's lists is of the other's kind.
const { add, ...own } = pack.definitions.shared.properties;
noteFields(pack, { properties: own }, '');
const inAll = [...noted];
noteFields(pack, { properties: { add } }, '');
for (const kind of kinds) {
  noted = new Set(inAll);
  noteFields(pack, pack.definitions[kind], kind);
  fields.within[kind] = [...noted];
}
noteFields(pack, { properties: manifest.properties }, '');
noteFields(config, config, 'plumbline.yaml');
// The messages have words for each definition with a pattern: by the parameters of the error of the pattern.
const worded = new Map(
  Object.entries(pack.definitions).flatMap(([name, { pattern }]) =>
    pattern === undefined ? [] : [[`{pattern: ${JSON.stringify(pattern)}}`, name]],
  ),
);
// The one parameter of an error; addError gives it its name.
const paramOf = {
  type: 'type',
  required: 'missingProperty',
  additionalProperties: 'additionalProperty',
  enum: 'allowedValues',
};
/** Of a schema the checks keep what they ask of it: the values of an enumeration, the types, which keys there are. */
function withoutSchemas(source) {
  const schemas = new Map();
  for (const { 0: lead, 1: name, index } of source.matchAll(/const (schema\d+) = (?=\{)/g)) {
    const start = index + lead.length;
    for (let end = start; !schemas.has(name); ) {
      end = source.indexOf('};', end) + 1;
      try {
        schemas.set(name, JSON.parse(source.slice(start, end)));
      } catch {
        // The brace of an inner one.
      }
    }
  }
  const kept = [];
  const checks = source.replace(/\b(schema\d+)((?:\.\w+)+)/g, (_, name, path) => {
    const asked = path
      .slice(1)
      .split('.')
      .reduce((value, key) => value[key], schemas.get(name));
    const keys = Object.fromEntries(Object.keys(asked).map((key) => [key, 0]));
    const json = JSON.stringify(Array.isArray(asked) ? asked : keys);
    if (!kept.includes(json)) kept.push(json);
    return `asked${kept.indexOf(json)}`;
  });
  return `${checks}\n${kept.map((json, i) => `const asked${i} = ${json};`).join('\n')}`;
}
// Every check adds its error in a line of its own; one function does it for all. None asks for what it stands in.
const checks = standaloneCode(ajv, exportsOf)
  .replace(
    /,\s*parentData(?::\s*\w+)?,\s*parentDataProperty(?::\s*(?:"[^"]*"|\w+))?,\s*rootData(?:\s*=\s*data)?(?=\s*\})/g,
    '',
  )
  .replace(
    /const (err\d+) = (\{.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}\s*errors\+\+;/gs,
    (_, _name, error) => {
      const plain = /^\{instancePath(?::\s*(.*?))?,schemaPath:"[^"]*",keyword:("[^"]*"),params:(\{.*\})\}$/s.exec(
        error,
      );
      const [, at = 'instancePath', keyword, params] = plain ?? [];
      const name = paramOf[JSON.parse(keyword ?? '""')];
      const param = name === undefined ? params : params.slice(1, -1).replace(new RegExp(`^${name}:`), '');
      const definition = worded.get(params);
      const given =
        plain === null
          ? error.replace(/^\{\}$/, 'discarded').replace(/^\{.*\bpropertyName:.*\}$/s, 'ofKey')
          : [at, keyword, param, ...(definition ? [`"${definition}"`] : [])].join(',');
      return `vErrors = addError(vErrors, ${given});errors++;`;
    },
  )
  .replace(/\b([\w.[\]]+) && typeof \1 == "object" && !Array\.isArray\(\1\)/g, 'isMap($1)')
  .replace(/(\w+)\.replace\(\/~\/g, ?"~0"\)\.replace\(\/\\\/\/g, ?"~1"\)/g, 'escaped($1)')
  // The place is all that one check tells another.
  .replace(/\{\s*instancePath\s*=\s*""\s*\}\s*=\s*\{\}/g, 'instancePath = ""')
  .replace(/(validate\d+\([\w.[\]]+,\s*)\{(?:instancePath:)?\s*([^{}]*)\}/g, '$1$2')
  .replace(/vErrors === null \? (validate\d+)\.errors : vErrors\.concat\(\1\.errors\)/g, 'joined(vErrors, $1)');
const source = `${withoutSchemas(checks)}
const paramOf = ${JSON.stringify(paramOf)};
function addError(known, given, keyword, param, definition) {
  const name = paramOf[keyword];
  const params = name === undefined ? param : { [name]: param };
  const error = keyword === undefined ? given : { instancePath: given, keyword, params, definition };
  if (known === null) return [error];
  known.push(error);
  return known;
}
/** What a condition has against a value is no error. */
const discarded = Object.freeze({});
/** What a key has against it is said once, under \`propertyNames\`. */
const ofKey = Object.freeze({ instancePath: '', keyword: 'pattern', params: { propertyName: '' } });
function isMap(value) {
  return Boolean(value) && typeof value == 'object' && !Array.isArray(value);
}
function escaped(key) {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}
function joined(known, { errors }) {
  return known === null ? errors : known.concat(errors);
}
export const validateKind = { ${kinds.map((kind) => `${kind}: validate_${kind}`).join(', ')} };
export const fields = ${JSON.stringify(fields)};
export const formText = { maxLength: ${formText.maxLength}, pattern: ${new RegExp(formText.pattern)} };
export const languageTag = { pattern: ${new RegExp(language.pattern)} };
`;
const { outputFiles } = await build({
  stdin: { contents: source, resolveDir: here('.').pathname, loader: 'js' },
  bundle: true,
  format: 'esm',
  target: 'es2022',
  write: false,
  minifySyntax: true,
  legalComments: 'none',
});
const target = here('../src/core/vocabulary/schemas.generated.js');
await writeFile(target, outputFiles[0].text);
const names = Object.keys(exportsOf).filter((name) => !name.startsWith('validate_'));
const declared = names.map((name) => `export declare const ${name}: Validate;`);
await writeFile(
  here('../src/core/vocabulary/schemas.generated.d.ts'),
  `export interface SchemaError {
  readonly instancePath: string;
  /** The definition that is not met, if the messages have words for it. */
  readonly definition?: string | undefined;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
${declared.join('\n')}
export declare const validateKind: Readonly<Record<${kinds.map((kind) => `'${kind}'`).join(' | ')}, Validate>>;
export declare const fields: {
  readonly manifest: readonly string[];
  readonly shared: readonly string[];
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly observation: readonly string[];
  /** Of maps in a field that take no others, by the name of the field; of the config, under its own. */
  readonly below: Readonly<Record<string, readonly string[]>>;
  /** By kind: the fields in an entry, at any depth, that hold such maps. */
  readonly within: Readonly<Record<string, readonly string[]>>;
};
/** What the text of a form holds to. */
export declare const formText: { readonly maxLength: number; readonly pattern: RegExp };
/** What a key of a language holds to. */
export declare const languageTag: { readonly pattern: RegExp };
`,
);
