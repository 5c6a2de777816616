import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse, stringify } from 'yaml';
import { readPack } from '../../server/src/core/index.js';
import { filesIn } from '../packs/pack-files.js';

const escapeCharacter = String.fromCharCode(27);
const root = join(import.meta.dirname, '../..');

/** What somebody may write where a pack, a config or a report wants text. */
export const hostile: readonly string[] = [
  '![a](https://example.invalid/a.png)',
  'x](https://example.invalid) ![b](https://example.invalid/b.png) [y',
  '<img src="https://example.invalid/c.png"> <img src=x> <script>a</script>',
  '[a](command:workbench.action.quit) <command:x> command:workbench.action.quit',
  '\n\n# Heading\n\n![d](https://example.invalid/d.png)',
  '[^1]: note\n[a]: https://example.invalid "t"',
  '`code` **bold** ~~gone~~ | cell | http://example.invalid www.example.invalid a@example.invalid',
  `${escapeCharacter}]0;title${String.fromCharCode(7)}${escapeCharacter}[2J${escapeCharacter}[31mred`,
  '\u202etxet \u2066x\u2069 \u009b31m \u2028 y',
  "=cmd|' /C calc'!A0",
  "=cmd|'x'!A1",
  '@SUM(1+1), "q"',
  '+1+1\t-2',
  '$`{x}` {process.exit()} {{< include a >}} }$0 \u0024{1:x} \u0024{2|a,b|} $TM_FILENAME',
  '&lt;b&gt; &#60;i&#62; \\',
  '$(command:x) $(alert) \u0024{{ secrets.A }}',
  '__proto__',
  'constructor',
  '\r::error file=a,line=1::x\r\n',
];

/** No terminal, editor or program that reads line by line may obey it. */
export const control = /[^\P{Cc}\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

export function allNodes(markdown: string): Nodes[] {
  const nodes: Nodes[] = [fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes;
}

const markup = ['image', 'imageReference', 'html', 'heading', 'definition', 'code', 'inlineCode', 'footnoteDefinition'];

/** Markdown that a hover or a list of suggestions shows. */
export function assertHarmless(markdown: string, what: string): void {
  assert.doesNotMatch(markdown, control, what);
  for (const node of allNodes(markdown)) {
    assert.ok(!markup.includes(node.type), `${what}: ${node.type} in ${markdown}`);
    // The source's own address; and what the parser itself takes for the address of a mail or a page.
    if (node.type === 'link') assert.match(node.url, /^https?:\/\/|^mailto:/, what);
  }
}

/** Text for one row of a list, a title or a message. */
export function assertPlain(text: string, what: string): void {
  assert.doesNotMatch(text, control, what);
  // No line of somebody else's.
  assert.doesNotMatch(text, /^# Heading|^::error|^\[a\]: /m, what);
}

/** All strings in a value, names of properties too. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}

type Path = readonly (string | number)[];
/** A file of a pack as a value. */
type Files = Readonly<Record<string, unknown>>;

/** Every field of the format, in every shape that it may have; `test/packs/schemas.test.ts` holds it to the schema. */
const everyField = filesIn(join(root, 'test/fixtures/packs/every-field'));
const plain: Files = Object.fromEntries(
  [...everyField].map(([path, text]) => [path, /\.ya?ml$/.test(path) ? parse(text) : text]),
);
/** Of the manifest and the entries, what others name them by. */
const kinds = new Set(
  Object.values(plain).flatMap((file) => (typeof file === 'object' ? Object.keys(file ?? {}) : [])),
);

function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  const keys: Path = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => leavesOf((value as Record<string | number, unknown>)[key], [...path, key]));
}

/** A list that takes the place of an item of a list goes into it. */
function withLeaf(value: unknown, [key, ...rest]: Path, change: (text: string) => unknown): unknown {
  if (key === undefined) return change(value as string);
  const inner = withLeaf((value as Record<string | number, unknown>)[key], rest, change);
  if (Array.isArray(value)) return value.toSpliced(key as number, 1, ...(rest.length === 0 ? [inner].flat() : [inner]));
  return Object.fromEntries(Object.entries(value as object).map(([name, own]) => [name, name === key ? inner : own]));
}

export function textsOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, value]) => [path, typeof value === 'string' ? value : stringify(value)]),
  );
}

/** Where the format takes any text: alone (`false`), or as the first of a list (`true`), so that the plain form is found too. */
interface Field {
  readonly path: Path;
  readonly asList: boolean;
}

function fieldsForText(text: string): readonly Field[] {
  const isRead = (path: Path, change: (plain: string) => unknown) => {
    const { pack, problems } = readPack(new Map(Object.entries(textsOf(withLeaf(plain, path, change) as Files))));
    return pack !== undefined && problems.length === 0;
  };
  // In another language, of another place, nothing is found.
  const leaves = leavesOf(plain).filter((path) => !path.includes('languages') && path.at(-1) !== 'region');
  // From the last on, so that the places of lists stay.
  return leaves.toReversed().flatMap((path): readonly Field[] => {
    if (isRead(path, (was) => [`${was} ${text}`, was])) return [{ path, asList: true }];
    return isRead(path, (was) => `${was} ${text}`) ? [{ path, asList: false }] : [];
  });
}

let fields: readonly Field[] | undefined;

/** A pack with a text in every field that takes any, and in every id; forms, titles and names stand beside it as they were. */
export function hostilePack(text: string, at: 'before' | 'behind'): Readonly<Record<string, string>> {
  fields ??= fieldsForText('](x)');
  const put = (was: string) => (at === 'before' && !/^https?:/.test(was) ? `${text} ${was}` : `${was} ${text}`);
  const changed = fields.reduce<unknown>(
    (files, { path, asList }) => withLeaf(files, path, (was) => (asList ? [put(was), was] : put(was))),
    plain,
  );
  return textsOf(withIds(changed as Files, (id) => `${id}${text}`));
}

/** How many fields of a pack take any text. */
export function fieldCount(): number {
  fields ??= fieldsForText('](x)');
  return fields.length;
}

/** A pack with a text where it is wrong: for every field of every shape one file with it. */
export function* brokenPacks(text: string): Iterable<Readonly<Record<string, string>>> {
  const files = Object.entries(plain).filter(([, value]) => typeof value === 'object');
  const changed = files.map(([path, value]) => [
    path,
    leavesOf(value).reduce<unknown>((done, leaf) => withLeaf(done, leaf, (was) => `${text}${was}`), value),
  ]);
  yield textsOf({ ...plain, ...Object.fromEntries(changed) });
  yield textsOf({ ...plain, 'entries.yml': { [text]: { [text]: text }, terms: { [text]: { [text]: text } } } });
  yield {
    ...textsOf(plain),
    'broken.yaml': `terms: {a: ${text}`,
    'series/capacity.csv': `period,value,${text}\n${text},${text},1\n`,
  };
}

/** Entries and their fields under other ids, wherever they are named. */
function withIds(files: Files, rename: (id: string) => string): Files {
  const ids = new Set(
    Object.values(files).flatMap((file) =>
      typeof file !== 'object' || file === null
        ? []
        : Object.entries(file).flatMap(([kind, entries]) =>
            kind !== 'regions' && kind !== 'dependencies' && isMap(entries) && Object.values(entries).every(isMap)
              ? Object.keys(entries)
              : [],
          ),
    ),
  );
  const named = (text: string) => {
    const [kind, id] = text.split('/', 2) as [string, string?];
    if (ids.has(text)) return rename(text);
    return id !== undefined && kinds.has(kind) && ids.has(id) ? `${kind}/${rename(id)}` : text;
  };
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return named(value);
    if (Array.isArray(value)) return value.map(renamed);
    return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, renamed(own)])) : value;
  };
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [
      path,
      !isMap(file)
        ? file
        : Object.fromEntries(
            Object.entries(file).map(([kind, entries]) => [
              kind,
              isMap(entries) && Object.keys(entries).some((id) => ids.has(id))
                ? Object.fromEntries(Object.entries(entries).map(([id, own]) => [rename(id), renamed(own)]))
                : renamed(entries),
            ]),
          ),
    ]),
  );
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Schema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly if?: Schema;
  readonly else?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}
const configSchema: Schema = JSON.parse(readFileSync(join(root, 'server/schemas/config.schema.json'), 'utf8'));

/** For each field of plumbline.yaml a config with a text in it, and one with the text in all. */
export function hostileConfigs(text: string): readonly string[] {
  const filledBy = (of: Schema): unknown => {
    if (of.$ref !== undefined) return filledBy(configSchema.definitions?.[of.$ref.split('/').at(-1) as string] ?? {});
    if (of.type === 'array') return [filledBy(of.items ?? {})];
    if (of.properties !== undefined)
      return Object.fromEntries(Object.entries(of.properties).map(([key, each]) => [key, filledBy(each)]));
    if (typeof of.additionalProperties === 'object') return { [text]: text, 'term-deprecated': text };
    return text;
  };
  const all = filledBy(configSchema) as Record<string, unknown>;
  assert.ok(Object.keys(all).length > 7);
  const each = Object.entries(all).map(([key, value]) => ({ packs: ['./p'], [key]: value }));
  return [...each, all, { packs: ['./p'], [text]: text }].map((config) => stringify(config)).concat(`packs: [${text}`);
}

/** A report that names what the pack has, rightly and wrongly, with a text in its own places too. */
export function hostileReport(text: string): string {
  const type = JSON.stringify(`briefing${text}`);
  const line = text.replace(/\s+/g, ' ').trim();
  const words = [...new Set([...everyField.values()].join('\n').match(/[A-Za-z]+ (?:[a-z]+ )?[a-z]+/g) ?? [])];
  return `---
report: ${type}
date: 2024-02-01
---

# Note

The parking place, the mooring place and the landing of a large model. 停船位与泊位。 Port Bureau and NQX met.

In 2021, throughput was 99 thousand TEU. In 2021 fill was 12%, and capacity was 20 thousand TEU. There were 9 cranes. Throughput was ${line} 99 thousand TEU in 2021.
The place among ports was third in 2015. The harbour meeting was held on 2 May 2023 in Southport. A wide quay by 2041 is basically 12 percent wide.
Ada Quay, admiral of the Port Office, said: “The quay was narrowed in the year of the flood.” Master Ada Quai met Wang Gang.

The three quays are north quay and south quay. The three quays are south quay, west quay and north quay ${line}.

${line} and a parking place

| Year | Throughput (thousand TEU) | ${line.replaceAll('|', '')} |
| --- | --- | --- |
| 2021 | 99 | ${line.replaceAll('|', '')} |

## ${line}

- widen the quays ${line}
- ${words.slice(0, 60).join(', ')}

> ${line} TBD [insert ${line.replaceAll(']', '')}]

<!-- plumbline-disable ${line} -- ${line} -->

<!-- plumbline-disable-next-line term-deprecated, ${line} -->

The parking place[^1].

[^1]: Handbook, ${line}, 2024-03-01.
`;
}

/** Front matter with a text in every field that is read, and as a field. */
export function hostileFrontMatter(text: string): readonly string[] {
  const said = JSON.stringify(text);
  const keys = ['report', 'language', 'region', 'tasks', 'date'];
  return [
    ...keys.map((key) => `---\n${key}: ${said}\n---\n\nA parking place.\n`),
    `---\n${said}: ${said}\nreport: [${said}]\ndate: {${said}: ${said}}\n---\n\nA parking place.\n`,
    `---\nreport: briefing ${text.replace(/\s+/g, ' ')}\nlanguage: "${text}\n---\n\nA parking place.\n`,
    `+++\nreport = ${said}\nlanguage = ${said}\n${said} = ${said}\n+++\n\nA parking place.\n`,
  ];
}
