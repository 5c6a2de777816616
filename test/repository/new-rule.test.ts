import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { serverBundles } from '../../scripts/bundles.mjs';
import { newRule } from '../../scripts/new-rule.mjs';
import type * as Core from '../../server/src/core/index.js';
import { root, textOf } from './source-files.js';

const id = 'harbour-fog';
const made = newRule(id, textOf);
const madeText = (path: string) => made.get(path) ?? '';

/** The core with the files of the new rule in the place of those on disk. */
async function coreWithRule(): Promise<typeof Core> {
  const texts = new Map([...made].map(([path, text]) => [resolve(root, path), text]));
  const { outputFiles } = await build({
    ...serverBundles,
    entryPoints: { index: 'server/src/core/index.ts' },
    splitting: false,
    minify: false,
    plugins: [
      {
        name: 'made',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: new RegExp(`${id}\\.js$`) }, () => ({
            path: resolve(root, `server/src/core/rules/${id}.ts`),
          }));
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = texts.get(path);
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  const text = outputFiles?.[0]?.text ?? '';
  return import(
    `data:text/javascript;base64,${Buffer.from(text.replace(/^import\{createRequire.*;$/m, '')).toString('base64')}`
  );
}

describe('npm run rule -- --new', () => {
  it('makes a rule that finds its wrong examples and lines alone, and has its words in both languages', async () => {
    const core = await coreWithRule();
    assert.ok(core.allRules.some((rule) => rule.id === id));
    const { vocabulary } = core.mergePacks([]);
    const findingsIn = (text: string) =>
      core.lintReport(core.readReport(text, vocabulary, { date: '2024-05-01' })).filter(({ rule }) => rule === id);
    for (const page of [`server/src/core/rules/${id}.md`, `server/src/core/rules/${id}.zh.md`]) {
      const examples = fromMarkdown(madeText(page)).children.flatMap((node) =>
        node.type === 'code' && node.lang === 'markdown' ? [node] : [],
      );
      assert.equal(examples.length, 4);
      for (const { meta, value } of examples)
        assert.equal(findingsIn(`${value}\n`).length, meta === 'wrong' ? 1 : 0, `${page}: ${value}`);
    }
    for (const path of [...made.keys()].filter((path) => path.endsWith('.yml'))) {
      const example = parse(madeText(path)).examples.at(-1);
      assert.equal(example.rule, id);
      for (const line of example.wrong) assert.equal(findingsIn(line).length, 1, line);
      for (const line of example.right) assert.equal(findingsIn(line).length, 0, line);
    }
    const [finding] = findingsIn('TO FILL IN\n');
    assert.ok(finding);
    assert.match(core.findingMessage(finding, 'en'), /^TO FILL IN: .*“TO FILL IN”/);
    assert.match(core.findingMessage(finding, 'zh'), /^TO FILL IN：“TO FILL IN”/);
  });

  it('leaves something to fill in in each file that is the rule’s own, which a test of the pages finds', () => {
    for (const [path, text] of made) assert.equal(text.includes('TO FILL IN'), !/all-rules|stability/.test(path), path);
  });

  it('puts it among the rules in order, and into the list of docs/stability.md', () => {
    const imports = [...madeText('server/src/core/rules/all-rules.ts').matchAll(/from '(.*)\.js'/g)].map(
      ([, path]) => path,
    );
    const at = imports.indexOf(`./${id}`);
    assert.ok(at > 0 && (imports[at - 1] as string) < (imports[at] as string));
    for (const path of ['docs/stability.md', 'docs/zh/stability.md'])
      assert.ok(/`front-matter-invalid`.{1,2}`harbour-fog`.{1,2}`metric-arithmetic`/.test(madeText(path)), path);
  });
});
