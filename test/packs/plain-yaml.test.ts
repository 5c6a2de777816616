import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readAnyYaml } from '../../server/src/core/vocabulary/any-yaml.js';
import { readPlainYaml } from '../../server/src/core/vocabulary/plain-yaml.js';
import type { YamlPath, YamlTree } from '../../server/src/core/vocabulary/yaml-tree.js';

/** Everything that a tree says of a path and of all below it. */
function everything(tree: YamlTree, path: YamlPath = []): unknown[] {
  const keys = tree.keys(path);
  const value = tree.value(path);
  const below: YamlPath = keys ?? (Array.isArray(value) ? [...value.keys()] : []);
  const own = [path.join('/'), value, keys, tree.written(path), tree.span(path), tree.keySpan(path)];
  return [own, ...below.flatMap((step) => everything(tree, [...path, step]))];
}

/** Whether the plain reader took the text; then the library says the same of it and finds nothing wrong. */
function agrees(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const wrong: string[] = [];
  const any = readAnyYaml(text, ({ values }) => void wrong.push(values.detail)) as YamlTree;
  assert.deepEqual(wrong, [], text);
  assert.deepEqual(everything(plain), everything(any), JSON.stringify(text));
  return true;
}

/** What packs are written in; a large pack of it loads fast. */
const shapes = {
  blocks:
    'terms:\n  quay:\n    preferred:\n      en: quay\n    admitted:\n      en:\n        - wharf\n        - form: dock\n          near: [ship]\n',
  'blocks with lists at the column of their key': 'terms:\n  quay:\n    admitted:\n    - wharf\n    - dock\n',
  'entries on a line': 'terms:\n  quay: {preferred: {en: quay wall, zh: 码头}, deprecated: {en: [wharf, "dock"]}}\n',
  'brackets over lines':
    'terms:\n  quay:\n    admitted: [\n      wharf, # old\n      dock,\n     ]\n    note:\n      {en: It is long.}\n',
  'quoted scalars': 'terms:\n  "quay": {preferred: \'the ship\'\'s quay\', note: "a \\"wall\\" \\u4e00"}\n',
  comments:
    '# Terms.\n\nterms: # all\n  # The first.\n  quay: {exempt: true} # yes\n\n  pier: {exempt: false}\n# The end.\n',
  JSON: '{"terms": {"quay": {"preferred":"quay", "admitted":["wharf"]}}}',
  numbers: 'a: [1, -2.50, 37.3e12, 0x1F, 2023-09-27, 2022/23, .inf, ~, null, True]\n2022: 1\n',
} as const;

const others = {
  'a scalar over lines': 'note: a\n  b\n',
  'a quoted one': 'note: "a\n  b"\n',
  'a block of text': 'note: |\n  a\n',
  'an anchor': 'a: &x 1\nb: *x\n',
  'a tag': 'a: !!str 1\n',
  'a key twice': 'a: 1\na: 2\n',
  'a key that every object has': 'constructor: 1\n',
  'a key without a value': 'a:\nb: 1\n',
  'a tab': 'a:\t1\n',
  'a return, which none is given': 'a: 1\r\nb: 2\r\n',
  'two documents': 'a: 1\n---\nb: 1\n',
  'a bracket that is not closed': 'a: [1\nb: 2\n',
  'brackets within brackets without end': `a: ${'['.repeat(5000)}`,
  nothing: '# nothing\n',
} as const;

const word = fc.constantFrom(
  ...['port', 'R&D', 'a-b', '-7', '- 7', '1.50', '0x1F', '0o17', '.5', '1e3', '+3', '2023-09-27', '2022/23', '1_000'],
  ...['true', 'False', 'NULL', '~', 'null', 'yes', 'no', '.inf', '.NaN', 'a: b', 'a:b', 'http://x.y/z', 'a #b', 'a#b'],
  ...[
    '新型工业化',
    '数字，经济',
    '“x”',
    'x, y',
    '[x]',
    '{x}',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '? a',
    ':',
  ],
  ...['-', '--- ', '---', '...', '', ' ', 'it’s', "it's", '"', '\\', 'a\\n', '<<', '__proto__', 'constructor', '😀'],
  ...['a\tb', 'a  b', 'b ', 'c:', '#', 'x\u00A0', '\u2028', '\uFEFF', '07', '1.', '-.5', '+.inf', '0.0', '1e400'],
);
/** A word as YAML may write it, and also as it may not. */
const scalar = fc.oneof(
  {
    weight: 40,
    arbitrary: fc
      .tuple(fc.constantFrom('port', 'quay wall', '码头', 'x-', '2022', 'a.b', 'berth (deep)'), fc.nat(99))
      .map(([text, number]) => text + number),
  },
  { weight: 1, arbitrary: word },
  { weight: 4, arbitrary: word.map((text) => JSON.stringify(text)) },
  { weight: 4, arbitrary: word.map((text) => `'${text.replaceAll("'", "''")}'`) },
);
/** What stands after things; wrong in places, since the reader must see that. */
const often = (times: number, usual: string, ...others: string[]) =>
  fc.constantFrom(...Array<string>(times).fill(usual), ...others);
const gap = often(40, '', ' ', '  # a comment', ' #', '\n', '\n# at the margin', '\n  # deep', '\n      # deeper');
const deep = `\n${' '.repeat(24)}`;
const inFlow = often(60, '', ' ', deep, `${deep} `, ` # c${deep}`, '\n   ');

const { flow } = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc
      .tuple(fc.array(fc.tuple(tie('flow'), inFlow), { maxLength: 3 }), inFlow, fc.constantFrom('', ','))
      .map(
        ([items, space, end]) =>
          `[${space}${items.map(([item, after]) => item + after).join(`,${space}`)}${items.length > 0 ? end : ''}]`,
      ),
    fc
      .tuple(fc.array(fc.tuple(scalar, tie('flow'), inFlow), { maxLength: 3 }), inFlow)
      .map(([items, s]) => `{${s}${items.map(([key, item, after]) => `${key}: ${item}${after}`).join(`,${s}`)}}`),
  ),
}));

type Block =
  | { inline: string }
  | { map: [string, string, Block][]; step: number }
  | { list: [string, Block][]; step: number };
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    flow.map((inline) => ({ inline })),
    fc.record({
      map: fc.array(fc.tuple(scalar, gap, tie('block')), { minLength: 1, maxLength: 4 }),
      step: fc.constantFrom(2, 2, 2, 4, 1),
    }) as fc.Arbitrary<Block>,
    fc.record({
      list: fc.array(fc.tuple(gap, tie('block')), { minLength: 1, maxLength: 3 }),
      step: fc.constantFrom(2, 2, 0),
    }) as fc.Arbitrary<Block>,
  ),
}));

function written(node: Block, column: number): string {
  const indent = ' '.repeat(column);
  if ('inline' in node) return ` ${node.inline}`;
  if ('map' in node) {
    return node.map
      .map(([key, after, value]) => {
        const inner = 'list' in value ? column + value.step : column + node.step;
        const text = written(value, inner);
        return `\n${indent}${key}:${'inline' in value ? text + after : after + text}`;
      })
      .join('');
  }
  return node.list
    .map(([after, value]) => `\n${indent}- ${written(value, column + 2).trimStart()}${'inline' in value ? after : ''}`)
    .join('');
}

const yaml = fc
  .tuple(block, often(6, '\n', '', '\n\n', '\n# end\n', '\n  # end'))
  .map(([node, end]) => written(node, 0).trimStart() + end);

const pieces = [
  ' ',
  '  ',
  '\n',
  '\n  ',
  ':',
  ': ',
  '- ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '#',
  ' # x',
  '"',
  "'",
  '\t',
  '&a ',
  '*a',
  '!t ',
  '|',
  '\r',
  '? ',
  'a',
  '---\n',
  '\\',
];
const mutated = fc
  .tuple(yaml, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', ...pieces)), { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) =>
    edits.reduce((now, [place, length, piece]) => {
      const at = place % (now.length + 1);
      return now.slice(0, at) + piece + now.slice(at + length);
    }, text),
  );

/** A map of up to 60 keys in a few notations: now and then one comes twice. */
const manyKeys = fc
  .array(
    fc
      .tuple(fc.constantFrom('port', 'to', 'quay wall ', '码头', ''), fc.nat(300), often(4, '', '"', "'"))
      .map(([text, number, quote]) => `  ${quote}${text}${number}${quote}: ${number}\n`),
    { minLength: 10, maxLength: 60 },
  )
  .map((lines) => `quays:\n${lines.join('')}`);

describe('plain YAML', () => {
  const numRuns = 600;

  /** At least so many of a hundred texts must be taken: a reader that leaves all to the library agrees with it always. */
  function holds(texts: fc.Arbitrary<string>, percent: number): void {
    let taken = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (agrees(text)) taken++;
      }),
      { numRuns },
    );
    assert.ok(taken >= (numRuns * percent) / 100, `${taken} of ${numRuns}`);
  }

  it('is read as the library reads it', () => holds(yaml, 15));

  it('is read as the library reads it, or not at all, where something is changed in it', () => holds(mutated, 3));

  it('is read as the library reads it where a map has many keys', () => holds(manyKeys, 30));

  it('is what packs are written in', () => {
    const packs = fileURLToPath(new URL('../../packs/', import.meta.url));
    const paths = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
    assert.ok(paths.length > 0);
    for (const path of paths) assert.ok(agrees(readFileSync(join(packs, path), 'utf8')), path);
  });

  for (const [name, text] of Object.entries(shapes)) {
    it(`may be ${name}`, () => assert.ok(agrees(text)));
  }

  for (const [name, text] of Object.entries(others)) {
    it(`is not ${name}`, () => assert.ok(!agrees(text)));
  }
});
