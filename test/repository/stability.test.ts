import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { exitCodes } from '../../server/src/cli/exit-codes.js';
import { allRules } from '../../server/src/core/index.js';
import { textOf } from './source-files.js';

/** Who changes one of these changes a promise, and says so there and in the changelog. */
describe('docs/stability.md', () => {
  const page = textOf('docs/stability.md');
  const schema = (name: string) => JSON.parse(textOf(`server/schemas/${name}.schema.json`));
  const row = (what: string) => page.split('\n').find((line) => line.startsWith(`| ${what} `)) ?? '';

  it('lists the rules that there are', () => {
    const listed = [...(page.split('\n## The rules\n')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, id]) => id);
    assert.deepEqual(listed, allRules.map(({ id }) => id).sort());
  });

  it('says every exit code', () => {
    const said = [...row('exit codes').matchAll(/(?<=[|;] )\d(?= )/g)].map(([code]) => Number(code));
    assert.deepEqual(said, Object.values(exitCodes));
  });

  it('says the versions of the JSON and of packs', () => {
    const { version } = schema('output').properties;
    assert.ok(row('JSON of `check`').includes(`version ${version.const}, by`));
    assert.ok(row('packs').includes(`\`schema: ${schema('pack').properties.schema.const}\``));
  });
});
