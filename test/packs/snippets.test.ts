// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type EntryOf, mergePacks, type Pack, problemMessage, readPack } from '../../server/src/core/index.js';
import { manifest, packFiles, placed, reading } from './pack-files.js';

const snippetsOf = (pack: Pack | undefined) =>
  (pack?.entries ?? []).filter((entry): entry is EntryOf<'snippets'> => entry.kind === 'snippets');

const json = (value: unknown) => JSON.stringify(value, undefined, 2);

describe('snippets in a pack (issue 13, section 1)', () => {
  it('stand in YAML, a body as text, as lines, or per language', () => {
    const { pack, problems } = reading(
      `snippets:
  a: {prefix: out, body: 'Output ${'${1:[by how much]}'}.'}
  b: {prefix: [out, 产出], body: {en: [one, '  two'], zh: 产出}, description: {en: Output, zh: 产出}, report: briefing, section: metrics}
reports: {briefing: {sections: []}}
`,
    );
    assert.deepEqual(problems, []);
    const [a, b] = snippetsOf(pack);
    assert.deepEqual([{ ...a?.body }, a?.prefix, a?.report], [{ en: 'Output ${1:[by how much]}.' }, ['out'], []]);
    assert.deepEqual({ ...b?.body }, { en: 'one\n  two', zh: '产出' });
    assert.deepEqual([b?.prefix, b?.report, b?.section], [['out', '产出'], ['briefing'], 'metrics']);
  });

  it('have what every entry may have, and no forms', () => {
    const { problems, pack } = reading(
      'snippets:\n  a: {body: x, owner: desk, status: provisional, validTo: 2024-05-01, preferred: y}\n  b: {prefix: x}\n  c: {body: 5}\n',
    );
    assert.deepEqual(problems, [
      'pack.yaml:6:71 warning pack.unknown-field',
      'pack.yaml:7:3 error pack.missing-field',
      'pack.yaml:8:13 error pack.wrong-type',
    ]);
    const [a, ...others] = snippetsOf(pack);
    assert.deepEqual(
      [a?.owner, a?.status, a?.validTo, a?.forms, others],
      ['desk', 'provisional', '2024-05-01', [], []],
    );
  });

  it('are changed by another pack that extends them', () => {
    const first = readPack(packFiles('snippets:\n  a: {prefix: out, body: {en: x, zh: y}}\n')).pack as Pack;
    const second = readPack(
      new Map([
        [
          'pack.yaml',
          'name: desk\nlanguages: [en]\nsnippets:\n  a: {extends: harbour/snippets/a, body: z, status: provisional}\n',
        ],
      ]),
    );
    assert.deepEqual(second.problems, []);
    const { vocabulary, problems } = mergePacks([first, second.pack as Pack]);
    assert.deepEqual(problems, []);
    const [changed] = vocabulary.ofKind('snippets');
    assert.deepEqual([changed?.prefix, { ...changed?.body }, changed?.status], [['out'], { en: 'z' }, 'provisional']);
  });
});

describe('a .code-snippets file in a pack (issue 13, section 1)', () => {
  const files = (texts: Readonly<Record<string, string>>, entries = '') =>
    packFiles(
      entries,
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [`snippets/${name}.code-snippets`, text])),
    );

  it('is read as VS Code reads it: comments, commas at the end, a body of lines', () => {
    const text =
      '// ours\n{\n  "Output line": {\n    "prefix": ["out", "产出"], /* both */\n    "body": ["a", "\\tb"],\n    "description": "Output",\n    "report": "briefing", "section": "metrics",\n  },\n}\n';
    const { pack, problems } = readPack(files({ old: text }, 'reports: {briefing: {sections: []}}\n'));
    assert.deepEqual(problems, []);
    const [entry] = snippetsOf(pack);
    assert.equal(entry?.fullName, 'harbour/snippets/Output line');
    // Without a language in the file's name, it is for all of the pack's.
    assert.deepEqual({ ...entry?.body }, { en: 'a\n\tb', zh: 'a\n\tb' });
    assert.deepEqual([entry?.prefix, entry?.report, entry?.section], [['out', '产出'], ['briefing'], 'metrics']);
    assert.deepEqual(entry?.location.range.start, { line: 2, character: 2 });
  });

  it('is in the language that its name says; one snippet may stand in a file for each', () => {
    const { pack, problems } = readPack(
      files({
        'briefing.zh-Hans': json({ line: { prefix: '产出', body: '产出' } }),
        'briefing.en': json({ line: { prefix: 'out', body: 'output' }, other: { prefix: 'oth', body: 'other' } }),
      }),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      snippetsOf(pack).map(({ id, body, prefix }) => [id, { ...body }, prefix]),
      [
        ['line', { en: 'output', zh: '产出' }, ['out', '产出']],
        ['other', { en: 'other' }, ['oth']],
      ],
    );
  });

  it('comes behind the same key in YAML', () => {
    const { pack, problems } = readPack(
      files({ old: json({ line: { prefix: 'old', body: 'old' } }) }, 'snippets: {line: {prefix: new, body: new}}\n'),
    );
    assert.deepEqual([problems, snippetsOf(pack).map(({ prefix }) => prefix)], [[], [['new']]]);
  });

  it('may hold snippets for other languages, which are none of a report’s', () => {
    const item = (scope?: string) => ({ prefix: 'abc', body: 'x', ...(scope !== undefined && { scope }) });
    const text = json({
      a: item(),
      b: item(''),
      c: item('markdown'),
      d: item('latex, markdown'),
      e: item('python'),
      f: { scope: 'css', body: 5 },
    });
    const { pack, problems } = readPack(files({ old: text }));
    assert.deepEqual([problems, snippetsOf(pack).map(({ id }) => id)], [[], ['a', 'b', 'c', 'd']]);
  });

  const broken: readonly [what: string, text: string, at: string][] = [
    ['is no JSON', 'Dear reader, this is no JSON.\n', '1:1'],
    ['ends too early', '{\n  "a": {"prefix": "abc", "body": "x"\n', '3:1'],
    ['lacks a comma', '{\n  "a": {"prefix": "abc" "body": "x"}\n}\n', '2:25'],
    ['has an open quotation mark', '{\n  "a": {"prefix": "abc, "body": "x"}\n}\n', '2:26'],
    ['is nested without end', `{"a": ${'['.repeat(200_000)}`, '1:106'],
  ];
  for (const [what, text, at] of broken) {
    it(`that ${what} is one problem at its place, and the rest loads`, () => {
      const { pack, problems } = readPack(
        files({ bad: text, good: json({ line: { prefix: 'out', body: 'x' } }) }, 'terms: {t: {preferred: quay}}\n'),
      );
      assert.deepEqual(problems.map(placed), [`snippets/bad.code-snippets:${at} error pack.json-invalid`]);
      assert.deepEqual(
        pack?.entries.map(({ fullName }) => fullName),
        ['harbour/terms/t', 'harbour/snippets/line'],
      );
      for (const locale of ['en', 'zh'] as const) {
        const message = problemMessage(problems[0] as (typeof problems)[0], locale);
        assert.match(message, locale === 'en' ? /^Not valid JSON: \S/ : /^JSON有误：\S/);
        assert.doesNotMatch(message, /json\.|\{/);
      }
    });
  }

  it('that is empty has nothing, and one that is no table is said to be none', () => {
    for (const text of ['', '  \n', '// nothing yet\n', '{}'])
      assert.deepEqual(readPack(files({ e: text })).problems, []);
    assert.deepEqual(readPack(files({ e: '["a"]' })).problems.map(placed), [
      'snippets/e.code-snippets:1:1 error pack.wrong-type',
    ]);
    assert.deepEqual(readPack(files({ e: json({ a: 'x' }) })).problems.map(placed), [
      'snippets/e.code-snippets:2:3 error pack.wrong-type',
    ]);
  });

  it('keeps what it had while it is broken', () => {
    const before = readPack(files({ old: json({ line: { prefix: 'out', body: 'x' } }) })).pack as Pack;
    const { pack, kept } = readPack(files({ old: '{"line": {' }), before);
    assert.deepEqual([snippetsOf(pack).map(({ id }) => id), kept], [['line'], ['snippets/old.code-snippets']]);
  });

  it('takes a name that every object has for a name', () => {
    const text =
      '{"__proto__": {"prefix": "abc", "body": "x"}, "constructor": {"prefix": "abd", "body": "y", "toString": 1}}';
    const { pack, problems } = readPack(files({ old: text }));
    assert.deepEqual(
      snippetsOf(pack).map(({ id }) => id),
      ['__proto__', 'constructor'],
    );
    assert.deepEqual(problems.map(placed), ['snippets/old.code-snippets:1:93 warning pack.unknown-field']);
  });

  it('elsewhere in a pack is none of its business', () => {
    const text = json({ line: { prefix: 'out', body: 'x' } });
    const { pack } = readPack(
      new Map([
        ['pack.yaml', manifest],
        ['old.code-snippets', text],
        ['snippets/deep/old.code-snippets', text],
        ['snippets/old.json', text],
      ]),
    );
    assert.deepEqual(snippetsOf(pack), []);
  });
});
