import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { applyEdits } from '../../server/src/core/index.js';
import { writeYaml, type YamlChange, type YamlValue } from '../../server/src/core/vocabulary/write-yaml.js';
import { YamlFile } from '../../server/src/core/vocabulary/yaml-file.js';

/** Draws, always the same for a seed. */
class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }
}

const words = [
  'desk',
  'help point',
  '服务台',
  '“服务”台：总台',
  "it's a desk",
  'desk: big',
  'a, b',
  '[x]',
  '{y}',
  '#1',
  'desk #2',
  '- dash',
  'yes',
  'null',
  '~',
  '2023',
  '2022-03',
  '1e3',
  '',
  ' padded ',
  'said "so"',
  '*star',
  '&and',
  '!bang',
  '%x',
  '@at',
  '`tick`',
  'a\nb',
  '\t',
  '\\',
  '<<',
  'x'.repeat(120),
];
const numbers = [0, 1, -2, 2023, 42.5, 2.2e12, 1e21];

type Plain = string | number | Plain[] | { [field: string]: Plain };

function scalar(draws: Draws): Plain {
  return draws.chance(25) ? draws.of(numbers) : draws.of(words);
}

function leaf(draws: Draws): Plain {
  const kind = draws.below(4);
  if (kind === 0) return scalar(draws);
  if (kind === 1) return Array.from({ length: 1 + draws.below(3) }, () => scalar(draws));
  if (kind === 2) return { en: [scalar(draws)], zh: scalar(draws) };
  return Array.from({ length: 1 + draws.below(3) }, () => ({ period: draws.of(numbers), value: scalar(draws) }));
}

const fields = ['preferred', 'admitted', 'exceptions', 'observations', 'note'];
const kinds = ['terms', 'metrics', 'people'];

function pack(draws: Draws): { [kind: string]: { [id: string]: { [field: string]: Plain } } } {
  return Object.fromEntries(
    kinds
      .filter(() => draws.chance(70))
      .map((kind) => [
        kind,
        Object.fromEntries(
          ['a', 'b', 'c-d']
            .filter((_, i) => i === 0 || draws.chance(50))
            .map((id) => [
              id,
              Object.fromEntries(
                fields.filter((_, i) => i === 0 || draws.chance(40)).map((field) => [field, leaf(draws)]),
              ),
            ]),
        ),
      ]),
  );
}

/** Writes a value as some author may, each node in a way of its own. */
class Author {
  readonly #draws: Draws;
  readonly #step: number;
  readonly #dash: number;
  readonly #pad: string;
  readonly #empty: boolean;
  readonly #comments: boolean;

  constructor(draws: Draws) {
    this.#draws = draws;
    this.#step = draws.of([2, 2, 3, 4]);
    this.#dash = draws.of([0, 2, 4]);
    this.#pad = draws.chance(30) ? ' ' : '';
    this.#empty = draws.chance(30);
    this.#comments = draws.chance(50);
  }

  write(value: Plain): string {
    return this.#lines(value, 0, 0).join('\n');
  }

  #comment(): string {
    return this.#comments && this.#draws.chance(20) ? this.#draws.of(['  # why', ' # 说明: [x', ' #']) : '';
  }

  #scalar(value: string | number, inFlow: boolean): string {
    const options = { lineWidth: 0, singleQuote: this.#draws.chance(50), collectionStyle: 'flow' } as const;
    const isDouble = this.#draws.chance(20) || /[\n\t]/.test(String(value));
    if (typeof value === 'string' && isDouble) return JSON.stringify(value);
    const written = stringify([value], { ...options, blockQuote: false, flowCollectionPadding: false }).trimEnd();
    if (inFlow) return written.slice(1, -1);
    return stringify([value], { ...options, collectionStyle: 'block', blockQuote: false })
      .trimEnd()
      .slice(2);
  }

  #flow(value: Plain): string {
    if (Array.isArray(value)) return `[${value.map((each) => this.#flow(each)).join(', ')}]`;
    if (typeof value !== 'object') return this.#scalar(value, true);
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${this.#flow(inner)}`);
    return `{${this.#pad}${pairs.join(', ')}${this.#pad}}`;
  }

  #lines(value: Plain, column: number, depth: number): string[] {
    const margin = ' '.repeat(column);
    if (Array.isArray(value)) {
      return value.flatMap((item) => {
        const note = this.#comments && this.#draws.chance(10) ? [`${margin}# note`] : [];
        if (typeof item !== 'object' || this.#draws.chance(60))
          return [...note, `${margin}- ${typeof item === 'object' ? this.#flow(item) : this.#scalar(item, false)}`];
        const [first = '', ...rest] = this.#lines(item, column + 2, 9);
        return [...note, `${margin}- ${first.trimStart()}`, ...rest];
      });
    }
    return Object.entries(value as object).flatMap(([key, inner], i) => {
      const gap = this.#empty && depth < 2 && i > 0 ? [''] : [];
      if (typeof inner !== 'object')
        return [...gap, `${margin}${key}: ${this.#scalar(inner, false)}${this.#comment()}`];
      if (depth > 0 && this.#draws.chance(45))
        return [...gap, `${margin}${key}: ${this.#flow(inner)}${this.#comment()}`];
      const inside = this.#lines(inner, column + (Array.isArray(inner) ? this.#dash : this.#step), depth + 1);
      return [...gap, `${margin}${key}:${this.#comment()}`, ...inside];
    });
  }
}

const records: readonly YamlValue[] = [
  { period: 2023, value: 42.5, source: 'accounts-2023' },
  'help point',
  '服务台',
  'a: b',
  '2023',
];

function change(value: ReturnType<typeof pack>, draws: Draws): Exclude<YamlChange, { readonly removes: true }> {
  const kind = draws.of(kinds);
  const entries = value[kind];
  if (entries === undefined || draws.chance(15)) {
    return { path: [kind, 'new'], value: { preferred: draws.of(words), admitted: { en: [draws.of(words)] } } };
  }
  const id = draws.of(Object.keys(entries));
  const entry = entries[id] as { [field: string]: Plain };
  const field = draws.of(fields);
  const there = entry[field];
  const item = draws.of(records);
  if (there === undefined) {
    return draws.chance(50)
      ? { path: [kind, id, field], item }
      : { path: [kind, id, field, draws.of(['en', 'zh'])], item };
  }
  if (Array.isArray(there)) {
    return { path: [kind, id, field], item, ...(draws.chance(50) && { before: draws.below(there.length + 1) }) };
  }
  if (typeof there === 'object') return { path: [kind, id, field, draws.of(['en', 'zh', 'fr'])], item };
  return draws.chance(50) ? { path: [kind, id, field], item } : { path: [kind, id, field], value: draws.of(words) };
}

/** Whether the lines of a list all stand in another, in their order. */
function isWithin(lines: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const line of others) if (line === lines[at]) at++;
  return at === lines.length;
}

function isAllButOneWithin(lines: readonly string[], others: readonly string[]): boolean {
  return isWithin(lines, others) || lines.some((_, i) => isWithin(lines.toSpliced(i, 1), others));
}

describe('writing into any YAML file', () => {
  it('leaves the old value and the new one, and every other line as it was', () => {
    const endings = fc.record({ eol: fc.constantFrom('\n', '\r\n'), last: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), endings, (seed, { eol, last }) => {
        const draws = new Draws(seed);
        const value = pack(draws);
        const made = change(value, draws);
        const lines = new Author(draws).write(value).split('\n');
        if (draws.chance(30)) lines.unshift('# 词库', '');
        const before = lines.join(eol) + (last ? eol : '');
        const isEmpty = Object.keys(value).length === 0;
        if (!isEmpty) assert.deepEqual(new YamlFile('before.yaml', before).value([]), value, before);
        const writing = writeYaml(before, made);
        assert.ok('edits' in writing, `${JSON.stringify(writing)} ${JSON.stringify(made)}\n${before}`);
        const after = applyEdits(before, writing.edits);
        const shown = `${JSON.stringify(made)}\n${before}\n=>\n${after}`;
        // The reader of packs, which is not the library, takes it for the same.
        const file = new YamlFile('after.yaml', after);
        assert.deepEqual(file.problems, [], shown);
        const there = file.value(made.path);
        if ('value' in made) assert.deepEqual(there, made.value, shown);
        else
          assert.ok(
            [there].flat().some((each) => isDeepStrictEqual(each, made.item)),
            shown,
          );
        if (before.includes(eol)) assert.ok(eol === '\n' || !/(?<!\r)\n/.test(after), shown);
        if (!isEmpty) assert.equal(after.endsWith(eol), before.endsWith(eol), shown);
        assert.ok(isAllButOneWithin(before.split(eol), after.split(eol)), shown);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes out what stands at a path, and leaves every other line as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.constantFrom('\n', '\r\n'), (seed, eol) => {
        const draws = new Draws(seed);
        const value = pack(draws);
        const before = new Author(draws).write(value).replaceAll('\n', eol) + (draws.chance(50) ? eol : '');
        const places = Object.entries(value).flatMap(([kind, entries]) =>
          Object.entries(entries).flatMap(([id, entry]) =>
            Object.keys(entry).length < 2 ? [] : Object.keys(entry).map((field) => ({ kind, id, entry, field })),
          ),
        );
        if (places.length === 0) return;
        const { kind, id, entry, field } = draws.of(places);
        const list = entry[field];
        const isItem = Array.isArray(list) && draws.chance(60);
        const path = [kind, id, field, ...(isItem ? [draws.below(list.length)] : [])];
        const writing = writeYaml(before, { path, removes: true });
        const shown = `${JSON.stringify(path)} ${JSON.stringify(writing)}\n${before}`;
        assert.ok('edits' in writing, shown);
        const after = applyEdits(before, writing.edits);
        const { [field]: _, ...others } = entry;
        const left = isItem && list.length > 1 ? { ...entry, [field]: list.toSpliced(Number(path[3]), 1) } : others;
        const expected = { ...value, [kind]: { ...value[kind], [id]: left } };
        assert.deepEqual(new YamlFile('after.yaml', after).value([]), expected, `${shown}\n=>\n${after}`);
        assert.ok(isAllButOneWithin(after.split(eol), before.split(eol)), `${shown}\n=>\n${after}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('says why it cannot, of any text', () => {
    const pieces = ['terms:', '  a:', '\n', '- ', '[', ']', '{', '}', ': ', '&x ', '*x', '<<', '|', '"', '# '];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
    );
    const paths = fc.array(fc.constantFrom('terms', 'a', 'admitted', '__proto__', 0, 7), { maxLength: 4 });
    fc.assert(
      fc.property(text, paths, (before, path) => {
        const removes = path.length % 2 === 0;
        const writing = writeYaml(before, removes ? { path, removes } : { path, item: 'desk' });
        if ('refused' in writing) return;
        // What is there may be wrong already, such as two keys of one name: nothing else is wrong behind it.
        const problemsIn = (yaml: string) =>
          new YamlFile('x.yaml', yaml).problems.map(({ messageId, values }) => JSON.stringify([messageId, values]));
        const left = problemsIn(before);
        for (const problem of problemsIn(applyEdits(before, writing.edits))) {
          const at = left.indexOf(problem);
          assert.ok(at >= 0, problem);
          left.splice(at, 1);
        }
      }),
      { numRuns: 2000, examples: [[': \n: ', ['terms']]] },
    );
  });
});
