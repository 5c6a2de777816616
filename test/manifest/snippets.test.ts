// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  lintReport,
  mergePacks,
  type Pack,
  plainSnippetText,
  readPack,
  readReport,
  readSnippetBody,
  type SnippetPart,
} from '../../server/src/core/index.js';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const contributed: { path: string; language: string }[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .contributes.snippets;
const snippets = contributed.flatMap(({ path }) =>
  Object.entries<Snippet>(JSON.parse(readFileSync(join(root, path), 'utf8'))),
);

const none = mergePacks([]).vocabulary;

/** Every pack that ships. */
function shipped(): readonly Pack[] {
  return readdirSync(join(root, 'packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const files = readdirSync(join(root, 'packs', name), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.[a-z-]+$/.test(path))
        .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, 'packs', name, path), 'utf8')] as const);
      return readPack(new Map(files)).pack as Pack;
    });
}

/** The body as it stands once the snippet is accepted, each stop with its default, or as it is filled in. */
function accepted({ body }: Snippet, fill: (value: string) => string = (value) => value): string {
  const filled = (part: SnippetPart): SnippetPart => {
    if (part.kind === 'variable') {
      return { kind: 'text', text: part.name === 'CURRENT_YEAR' ? '2023' : '10', span: part.span };
    }
    if (part.kind !== 'stop' || part.inner.length === 0) return part;
    return { ...part, inner: [{ kind: 'text', text: fill(plainSnippetText(part.inner)), span: part.span }] };
  };
  const { parts, problems } = readSnippetBody(body.join('\n'));
  assert.deepEqual(problems, []);
  return plainSnippetText(parts.map(filled));
}

function unfilled(text: string): string[] {
  const findings = lintReport(readReport(text, none, {}));
  return findings
    .filter(({ rule }) => rule === 'placeholder-unfilled')
    .flatMap(({ span, related }) => [span, ...related])
    .map(({ start, end }) => text.slice(start, end));
}

/** The bracketed defaults below the front matter and outside comments, in order. */
function gaps(text: string): string[] {
  const prose = text.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/<!--[\s\S]*?-->/g, '');
  return [...prose.matchAll(/\[[^[\]^]{2,}\]/g)].map(([gap]) => gap);
}

describe('the snippets that the extension brings', () => {
  it('are four, in English and in Chinese (issue 13, section 1)', () => {
    assert.equal(snippets.length, 8);
    assert.equal(snippets.filter(([name]) => /\p{Script=Han}/u.test(name)).length, 4);
    for (const [name, { description }] of snippets)
      assert.equal(/\p{Script=Han}/u.test(name), /\p{Script=Han}/u.test(description), name);
  });

  it('answer to one prefix each, which begins with plumbline- (issue 13, section 1)', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
    for (const prefix of prefixes) assert.match(prefix, /^plumbline-./);
  });

  it('hold no report type and no word of a pack (issue 13, section 1)', () => {
    const packs = shipped();
    assert.ok(packs.length > 0);
    const { vocabulary } = mergePacks(packs);
    const types = vocabulary.ofKind('reports').flatMap(({ id, forms }) => [id, ...forms.map(({ text }) => text)]);
    for (const [name, snippet] of snippets) {
      const text = [name, snippet.description, accepted(snippet).replace(/^---$/gm, ''), snippet.prefix].join('\n\n');
      for (const language of ['en', 'zh']) {
        const named = readReport(text, vocabulary, { language }).mentions.map(({ entry }) => entry.fullName);
        assert.deepEqual(named, [], name);
      }
      assert.doesNotMatch(text, /^report:[ \t]*\S/m, name);
      const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
      for (const type of types) assert.ok(!words.includes(` ${type.toLowerCase()} `), `${name} names ${type}`);
    }
  });

  for (const [name, snippet] of snippets) {
    it(`are found where left untouched: ${name}`, () => {
      const text = accepted(snippet);
      assert.deepEqual(unfilled(text), gaps(text));
      const other = lintReport(readReport(text, none, {})).filter(({ rule }) => rule !== 'placeholder-unfilled');
      // A suppression is nothing to fill; it says itself that it hides nothing yet.
      assert.deepEqual(
        other.map(({ rule }) => rule),
        text.includes('plumbline-disable') ? ['suppression-invalid'] : [],
      );
    });

    it(`are not found where filled in: ${name}`, () => {
      assert.deepEqual(unfilled(accepted(snippet, (value) => (value.startsWith('[') ? '1' : value))), []);
    });
  }
});
