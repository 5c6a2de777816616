import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
    .flatMap(({ span, related }) => [span, ...related])
    .map(({ start, end }) => text.slice(start, end));
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

  it('name no report type: a skeleton comes from the packs in force (trial 5.4)', () => {
    for (const [name, { body }] of snippets) assert.equal(/^(?:---|report:)/m.test(body.join('\n')), false, name);
  });
});
