import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { exitCodes } from '../../server/src/cli/exit-codes.js';
import { allRules } from '../../server/src/core/index.js';
import { textOf } from './source-files.js';

/** A page in a language, with what its rows are called. */
const pages = [
  {
    path: 'docs/stability.md',
    rules: 'The rules',
    exitCodes: 'exit codes',
    json: 'JSON of `check`',
    packs: 'packs',
    version: (number: number) => `version ${number}, by`,
  },
  {
    path: 'docs/zh/stability.md',
    rules: '规则',
    exitCodes: '退出码',
    json: '`check`的JSON',
    packs: '词库',
    version: (number: number) => `第${number}版，格式`,
  },
];

/** Who changes one of these changes a promise, and says so there and in the changelog. */
for (const { path, version, ...names } of pages) {
  describe(path, () => {
    const page = textOf(path);
    const schema = (name: string) => JSON.parse(textOf(`server/schemas/${name}.schema.json`));
    const row = (what: string) => page.split('\n').find((line) => line.startsWith(`| ${what} `)) ?? '';

    it('lists the rules that there are', () => {
      const listed = [...(page.split(`\n## ${names.rules}\n`)[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, id]) => id);
      assert.deepEqual(listed, allRules.map(({ id }) => id).sort());
    });

    it('says every exit code', () => {
      const said = [...row(names.exitCodes).matchAll(/(?<=[|;；] ?)\d(?=表示| means)/g)].map(([code]) => Number(code));
      assert.deepEqual(said, Object.values(exitCodes));
    });

    it('says the versions of the JSON and of packs', () => {
      const { properties } = schema('output');
      assert.ok(row(names.json).includes(version(properties.version.const)));
      assert.ok(row(names.packs).includes(`\`schema: ${schema('pack').properties.schema.const}\``));
    });
  });
}
