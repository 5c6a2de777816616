import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import {
  completionsAt,
  describeEntry,
  findingMessage,
  fixTitle,
  hoverAt,
  lintReport,
  readReport,
} from '../../server/src/core/index.js';
import { vocabularyFrom } from '../core/packs.js';
import { makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';

const escapeCharacter = String.fromCharCode(27);
const turned = '\u202e';

/** What somebody may write where a pack or a report wants text. */
const hostile: readonly string[] = [
  '![a](https://example.invalid/a.png)',
  'x](https://example.invalid) ![b](https://example.invalid/b.png) [y',
  '<img src="https://example.invalid/c.png"> <script>a</script>',
  '[a](command:workbench.action.quit) <command:x>',
  '\n\n# Heading\n\n![d](https://example.invalid/d.png)',
  '[^1]: note\n[a]: https://example.invalid "t"',
  '`code` **bold** ~~gone~~ | cell | http://example.invalid www.example.invalid a@example.invalid',
  `${escapeCharacter}]0;title${String.fromCharCode(7)}${escapeCharacter}[2J${escapeCharacter}[31mred`,
  `${turned}txet \u2066x\u2069 \u009b31m \u2028 y`,
  "=cmd|' /C calc'!A0",
  '@SUM(1+1), "q"',
  '+1+1\t-2',
  '$`{x}` {process.exit()} {{< include a >}} }$0',
  '&lt;b&gt; &#60;i&#62; \\',
];
const word = (i: number) => `quay${'abcdefghijklmnop'[i]}`;

function packOf(text: string, i: number): string {
  const said = JSON.stringify(text);
  const url = JSON.stringify(`https://example.invalid/a) ![x](https://example.invalid/x.png ${text}`);
  return `{schema: 1, name: harbour, version: ${said}, title: ${said}, languages: [en],
"sources": {${said}: {title: ${said}, publisher: ${said}, date: "2024-01-15", url: ${url}}},
"terms": {${said}: {preferred: ${JSON.stringify(`port ${text}`)}, admitted: [${JSON.stringify(`${word(i)} right ${text}`)}], deprecated: [{form: ${word(i)}, reason: ${said}}], definition: ${said}, note: ${said}, basis: [{source: ${said}, at: ${said}}],
  "examples": {flag: [${said}]}}},
"units": {${said}: {forms: [bundles]}},
"metrics": {traffic: {preferred: harbour traffic, measure: {kind: amount, unit: ${said}}, observations: [{period: 2023, value: 37, source: ${said}, note: ${said}}]}},
"people": {p: {preferred: Ann Lee, roles: [{title: [${said}], from: 2020, source: ${said}}]}},
"formulations": {f: {preferred: three lights, members: [red lamp, ${said}, white lamp]}},
"reports": {bulletin: {preferred: ${said}, sections: [{id: s, heading: [${said}], required: true}]}}
}`;
}

const report = (text: string, i: number) =>
  `---\nreport: bulletin\ndate: 2024-02-01\n---\n\n# Note\n\nThe ${word(i)} and Ann Lee. In 2023, harbour traffic was 38 bundles. The three lights are red lamp and white lamp.\n\n${text.replace(/\s+/g, ' ')} and a ${word(i)}\n`;

const control = /[^\P{Cc}\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

function allNodes(markdown: string): Nodes[] {
  const nodes: Nodes[] = [fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes;
}

/** Markdown that a hover or a list of suggestions shows. */
function assertHarmless(markdown: string, what: string) {
  assert.doesNotMatch(markdown, control, what);
  for (const node of allNodes(markdown)) {
    assert.ok(
      ![
        'image',
        'imageReference',
        'html',
        'heading',
        'definition',
        'code',
        'inlineCode',
        'footnoteDefinition',
      ].includes(node.type),
      `${what}: ${node.type} in ${markdown}`,
    );
    // The source's own address; and what the parser itself takes for the address of a mail or a page.
    if (node.type === 'link') assert.match(node.url, /^https?:\/\/|^mailto:/, what);
  }
}

/** Fields of RFC 4180, read by a reader of its own. */
function readCsv(text: string): string[][] {
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? ''),
    );
}

describe('what packs and reports say', () => {
  for (const [i, text] of hostile.entries()) {
    it(`is text in hovers, suggestions, messages and fixes: ${JSON.stringify(text)}`, () => {
      const vocabulary = vocabularyFrom({ 'pack.yaml': packOf(text, i) });
      assert.equal(vocabulary.entries.length, 6);
      const source = report(text, i);
      const read = readReport(source, vocabulary, { date: '2024-02-01' });
      for (const entry of vocabulary.entries)
        for (const locale of ['en', 'zh'] as const)
          assertHarmless(describeEntry(entry, 'en', vocabulary, locale), entry.id);
      const body = source.indexOf('# Note');
      for (let offset = body; offset < source.length; offset += 2) {
        assertHarmless(hoverAt(read, offset, 'en')?.markdown ?? '', 'hover');
        if (offset % 3 > 0) continue;
        for (const { label, detail, documentation } of completionsAt(read, offset, 'en')) {
          assert.doesNotMatch(label + detail, control);
          assertHarmless(documentation, 'suggestion');
        }
      }
      const images = (markdown: string) =>
        allNodes(markdown).filter(({ type }) => ['image', 'html', 'definition', 'link'].includes(type)).length;
      const findings = lintReport(read);
      assert.ok(findings.length > 0);
      for (const finding of findings) {
        assert.doesNotMatch(findingMessage(finding, 'en'), control);
        for (const fix of finding.fixes) {
          assert.doesNotMatch(fixTitle(fix, 'en'), control);
          const put = fix.edits.map((edit) => edit.text).join('\n');
          assert.doesNotMatch(put, control, finding.rule);
          const without = source.slice(source.indexOf('# Note'));
          assert.ok(
            images(`${without}\n\nx ${put.trim()}\n`) <= images(without) + (/https?:|www\.|@/.test(put) ? 3 : 0),
            put,
          );
          assert.ok(!allNodes(`x ${put.trim()}`).some(({ type }) => type === 'image' || type === 'html'), put);
        }
      }
    });
  }

  it('is text on a terminal, in JSON and in CSV, whatever asks', async () => {
    for (const [i, text] of hostile.entries()) {
      const folder = makeFolder({
        'plumbline.yaml': 'packs: [./p]\n',
        'p/pack.yaml': packOf(text, i),
        'r.md': report(text, i),
      });
      try {
        const runs = [
          ['check', 'r.md'],
          ['claims', 'r.md'],
          ['explain', 'r.md:8'],
          ['explain', 'terms/'.concat(text)],
          ['list', 'entries'],
          ['list', 'sources'],
          ['pack', 'check', 'p'],
          ['pack', 'test', 'p'],
          ['check', `${text}.md`],
        ];
        for (const args of i % 3 === 0 || text.includes(escapeCharacter) || text.includes(turned)
          ? runs
          : runs.slice(0, 2)) {
          const { stdout, stderr } = await plumbline(args, { cwd: folder.path });
          assert.doesNotMatch(stdout + stderr, control, args.join(' '));
          assert.doesNotMatch(stderr, /fault of plumbline/, args.join(' '));
        }
        const { stdout: json } = await plumbline(['check', '--format', 'json', 'r.md'], { cwd: folder.path });
        assert.doesNotMatch(json, control);
        assert.ok(JSON.parse(json).files[0].findings.length > 0);
        const { stdout: csv } = await plumbline(['claims', '--format', 'csv', 'r.md'], { cwd: folder.path });
        const [head, ...rows] = readCsv(csv);
        assert.ok(rows.length > 0);
        for (const row of rows) {
          assert.equal(row.length, head?.length, csv);
          for (const cell of row) assert.doesNotMatch(cell, /^\s*[=@]|^\s*[+-](?![\d.])|[\r\n\t]/, cell);
        }
      } finally {
        folder.remove();
      }
    }
  }).timeout(300_000);
});
