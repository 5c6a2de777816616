import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const snippets: Record<string, Snippet> = JSON.parse(read('snippets/briefing.code-snippets'));

/** The stops of a snippet's body that hold a default, each once, with the text of that default. */
function defaults(body: string): Map<string, string> {
  return new Map([...body.matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, stop, text]) => [stop ?? '', text ?? '']));
}

describe('the snippets', () => {
  for (const [name, { body }] of Object.entries(snippets)) {
    it(`leave something to find where "${name}" is accepted and not filled in`, () => {
      for (const [stop, text] of defaults(body.join('\n'))) {
        // A footnote's number is a value, not a gap.
        if (/^\[\^\$\{1:/.test(body[0] ?? '') && stop === '1') assert.equal(text, '1');
        else assert.match(text, /^\[[^[\]]+\]$/, `stop ${stop} of "${name}"`);
      }
      assert.match(body.join('\n'), /\$0/);
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
