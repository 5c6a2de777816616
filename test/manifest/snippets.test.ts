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
const snippets: Record<string, Snippet> = JSON.parse(read('snippets/briefing.code-snippets'));

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
  for (const [name, snippet] of Object.entries(snippets)) {
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
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
  });

  it('have every required section of a briefing, in the order required', () => {
    const { reports } = parse(read('packs/new-industrialization/reports.yaml'));
    const sections: { required?: boolean; heading: Record<string, string[]> }[] = reports.briefing.sections;
    const bodies = Object.entries(snippets).filter(([name]) => /briefing|简报/i.test(name));
    assert.equal(bodies.length, 2);
    for (const [language, [, { body }]] of [
      ['en', bodies[0]],
      ['zh', bodies[1]],
    ] as [string, [string, Snippet]][]) {
      const headings = body.filter((line) => line.startsWith('## ')).map((line) => line.slice(3));
      const required = sections.filter((section) => section.required).map(({ heading }) => heading[language]?.[0]);
      assert.deepEqual(headings, required);
    }
  });
});
