import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { lintReport, mergePacks, readReport } from '../../server/src/core/index.js';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const contributed: { path: string }[] = JSON.parse(read('package.json')).contributes.snippets;
const snippets = contributed.flatMap(({ path }) => Object.entries<Snippet>(JSON.parse(read(path))));

const vocabulary = mergePacks([]).vocabulary;

/** The body as it stands once the snippet is accepted, each stop with its default, or as it is filled in. */
function accepted({ body }: Snippet, fill: (value: string) => string): string {
  return body
    .join('\n')
    .replace(/\$\{\d+:([^}]*)\}/g, (_, value: string) => fill(value))
    .replace(/\$CURRENT_(YEAR|MONTH|DATE)/g, (_, part: string) => (part === 'YEAR' ? '2023' : '10'))
    .replace(/\$0/g, '');
}

function unfilled(text: string): string[] {
  const findings = lintReport(readReport(text, vocabulary, {}));
  return findings
    .filter(({ rule }) => rule === 'placeholder-unfilled')
    .map(({ span }) => text.slice(span.start, span.end));
}

/** The bracketed defaults below the front matter, in order. */
function gaps(text: string): string[] {
  return [...text.replace(/^---\n[\s\S]*?\n---\n/, '').matchAll(/\[[^[\]^]{2,}\]/g)].map(([gap]) => gap);
}

describe('the snippets', () => {
  for (const [name, snippet] of snippets) {
    it(`are found where left untouched: ${name}`, () => {
      const text = accepted(snippet, (value) => value);
      assert.ok(gaps(text).length > 2);
      assert.deepEqual(unfilled(text), gaps(text));
    });

    it(`are not found where filled in: ${name}`, () => {
      assert.deepEqual(unfilled(accepted(snippet, (value) => (value.startsWith('[') ? '1' : value))), []);
    });
  }

  it('answer to one prefix each', () => {
    const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
  });

  const reports: Record<string, { sections: { heading: Record<string, string[]> }[] }> = parse(
    read('packs/new-industrialization/reports.yaml'),
  ).reports;
  for (const [type, { sections }] of Object.entries(reports))
    for (const language of ['en', 'zh'])
      it(`have every section of a ${type}, in order, in ${language}`, () => {
        const skeletons = snippets.filter(
          ([, { body }]) => body.includes(`report: ${type}`) && body.includes(`language: ${language}`),
        );
        assert.equal(skeletons.length, 1);
        const headings = skeletons[0]?.[1].body.filter((line) => line.startsWith('## ')).map((line) => line.slice(3));
        assert.deepEqual(
          headings,
          sections.map(({ heading }) => heading[language]?.[0]),
        );
      });
});
