// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completionsAt, completionTriggers, mergePacks, readReport } from '../../../server/src/core/index.js';
import { readPackFrom } from '../packs.js';

const pack = `
name: tram
languages: [en, zh]
terms: {output: {preferred: {en: output of the depot, zh: 产出总量}}}
reports:
  briefing:
    sections:
      - {id: work, heading: {en: [Work], zh: [工作]}, holds: tasks}
      - {id: figures, heading: {en: [Figures], zh: [数据]}, holds: metrics}
  letter: {sections: []}
snippets:
  anywhere: {prefix: [output, 产出], description: {en: Anywhere, zh: 处处}, body: {en: 'any ${'${1:[what]}'}', zh: '任何${'${1:[填写内容]}'}'}}
  in-briefings: {prefix: outline, body: {en: briefing, zh: 简报}, report: briefing}
  in-figures: {prefix: [outcome, 产出率], body: {en: figures, zh: 数据}, section: metrics}
  in-work: {prefix: outing, body: work, section: work, report: [briefing, letter]}
  letters: {prefix: outgoing, body: letter, report: letter}
  english: {prefix: outfit, body: {en: fit}}
  ended: {prefix: outdated, body: ended, validTo: 2020-12-31}
  files: {prefix: outfile, body: file, include: ['notes-*.md', 'desk/**'], exclude: '*draft*'}
  short: {prefix: abc, body: abc}
  python: {prefix: outpython, body: x, scope: python}
  template: {prefix: outtemplate, body: x, isFileTemplate: true}
  'Two words': {prefix: [sign-off, to whom], body: x}
`;
const { vocabulary } = mergePacks([readPackFrom({ 'pack.yaml': pack })]);

interface Place {
  readonly report?: string;
  readonly language?: string;
  readonly path?: string;
  readonly by?: 'typed' | 'invoked';
}

/** What is offered at `|`: ids of snippets, in order. */
function offered(marked: string, { report, language, path, by = 'typed' }: Place = {}): readonly string[] {
  const offset = marked.indexOf('|');
  const read = readReport(marked.replace('|', ''), vocabulary, {
    date: '2024-05-01',
    ...(report !== undefined && { report }),
    ...(language !== undefined && { language }),
  });
  return completionsAt(read, offset, 'en', by, path)
    .filter(({ kind }) => kind === 'snippets')
    .map(({ entry }) => entry?.replace('tram/snippets/', '') ?? '');
}

const briefing = { report: 'briefing', language: 'en' };

describe('snippets that are offered (issue 13, section 1)', () => {
  it('are those whose prefix the words begin, at any place of prose', () => {
    for (const text of ['The outp|', '- outp|', '# outp|', 'It is outp| here.', 'a outp| `code`'])
      assert.deepEqual(offered(text, { language: 'en' }), ['anywhere'], text);
    assert.deepEqual(offered('今年产出|', { language: 'zh' }), ['anywhere']);
    assert.deepEqual(offered('Yours, sign-o|', { language: 'en' }), ['Two words']);
    assert.deepEqual(offered('Yours, to who|', { language: 'en' }), ['Two words']);
  });

  it('are offered once each, however many of their prefixes and words fit', () => {
    assert.deepEqual(offered('产出 outp|', { language: 'zh' }), ['anywhere']);
    assert.deepEqual(offered('## 数据\n\n产出|', { report: 'briefing', language: 'zh' }), ['in-figures', 'anywhere']);
  });

  it('are for the report’s type, section and language, first those for the place', () => {
    const all = { ...briefing, by: 'invoked' } as const;
    assert.deepEqual(offered('## Figures\n\nout|', all), ['in-figures', 'in-briefings', 'english', 'anywhere']);
    assert.deepEqual(offered('## Work\n\nout|', all), ['in-work', 'in-briefings', 'english', 'anywhere']);
    assert.deepEqual(offered('## Other\n\nout|', all), ['in-briefings', 'english', 'anywhere']);
    assert.deepEqual(offered('out|', { report: 'letter', language: 'en', by: 'invoked' }), [
      'letters',
      'english',
      'anywhere',
      'template',
    ]);
    assert.deepEqual(offered('产出，out|', { language: 'zh', by: 'invoked' }), ['anywhere']);
    // A section is known by what it holds without a report type, too.
    assert.deepEqual(offered('## Figures\n\noutco|', { language: 'en' }), ['in-figures']);
  });

  it('are for the files that they name', () => {
    for (const [path, is] of [
      ['/home/desk/a.md', true],
      ['/home/notes-1.md', true],
      ['/home/notes-draft.md', false],
      ['/home/other.md', false],
      [undefined, false],
    ] as const)
      assert.deepEqual(offered('outfil|', { language: 'en', ...(path && { path }) }), is ? ['files'] : [], path);
  });

  it('wait while one types for four letters, two ideographs or the whole prefix', () => {
    const types = (text: string) => offered(text, { language: 'en' });
    assert.deepEqual([types('ou|'), types('out|'), types('ab|'), types('abc|')], [[], [], [], ['short']]);
    assert.deepEqual(offered('产|', { language: 'zh' }), []);
    assert.deepEqual(offered('ab|', { language: 'en', by: 'invoked' }), ['short']);
  });

  it('are all that fit where a writer asks on an empty line', () => {
    assert.deepEqual(offered('## Work\n\n- |\n', { ...briefing, by: 'invoked' }), [
      'in-work',
      'in-briefings',
      'short',
      'english',
      'anywhere',
      'Two words',
    ]);
    assert.deepEqual(offered('## Work\n\n|\n', { ...briefing, by: 'typed' }), []);
  });

  it('are not offered in code, equations, addresses, comments and front matter', () => {
    for (const text of [
      '```\noutp|\n```\n',
      'a `outp|` b',
      '    outp|\n',
      '$$\noutp|\n$$\n',
      'see https://example.org/outp|',
      '[a](outp|)',
      '<!-- outp| -->',
      '---\ntitle: outp|\n---\n',
      '---\ntitle: x\noutp|\n---\n',
      '```\n|\n```\n',
      '---\n|\n---\n',
    ])
      for (const by of ['typed', 'invoked'] as const) assert.deepEqual(offered(text, { language: 'en', by }), [], text);
  });

  it('say what they are, and go in as a snippet or as plain text', () => {
    const report = readReport('The output', vocabulary, { language: 'en' });
    const [item] = completionsAt(report, 10, 'zh', 'typed');
    assert.deepEqual(
      [item?.label, item?.detail, item?.text, item?.snippet, item?.filterText, item?.span],
      ['output', '处处（片段）', 'any [what]', 'any ${1:[what]}', 'output', { start: 4, end: 10 }],
    );
    assert.match(item?.documentation ?? '', /any \\\[what\\\]/);
  });

  it('are asked for after the letters of their prefixes', () => {
    const triggers = completionTriggers(vocabulary);
    for (const letter of 'abcswhfABC出率') assert.ok(triggers.includes(letter), letter);
  });
});
