import assert from 'node:assert/strict';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

const report = '---\nreport: bulletin\n---\n\nThe quay current.\n';

describe('--rule', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeHarbour({ 'a.md': report });
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => plumbline(args, { cwd: folder.path });
  const rules = async (...args: string[]) => {
    const { stdout } = await run('check', '--format', 'json', ...args, 'a.md');
    return JSON.parse(stdout).files[0].findings.map(({ rule }: { rule: string }) => rule);
  };

  it('leaves the findings of the rules that it names', async () => {
    assert.deepEqual(await rules(), ['section-missing', 'term-deprecated']);
    assert.deepEqual(await rules('--rule', 'term-deprecated'), ['term-deprecated']);
    assert.deepEqual(await rules('--rule', 'section-missing'), ['section-missing']);
    assert.deepEqual(await rules('--rule', 'section-missing', '--rule', 'term-deprecated'), [
      'section-missing',
      'term-deprecated',
    ]);
  });

  it('counts those alone for the exit code', async () => {
    assert.equal((await run('check', 'a.md')).code, 1);
    assert.equal((await run('check', '--rule', 'section-missing', 'a.md')).code, 0);
  });

  it('takes no comment for idle because of it', async () => {
    folder.write('a.md', '<!-- plumbline-disable-next-line term-deprecated -->\nThe quay current.\n');
    assert.deepEqual(await rules('--rule', 'suppression-unused'), []);
    folder.write('a.md', '<!-- plumbline-disable-next-line term-deprecated -->\nThe berth.\n');
    assert.deepEqual(await rules('--rule', 'suppression-unused'), ['suppression-unused']);
  });

  it('leaves the other fixes undone', async () => {
    assert.equal((await run('fix', '--rule', 'section-missing', 'a.md')).stdout, 'Nothing to fix\n');
    assert.equal(folder.read('a.md'), report);
    assert.match((await run('fix', '--rule', 'term-deprecated', 'a.md')).stdout, /1 change made/);
  });

  for (const command of ['check', 'fix']) {
    it(`is refused by ${command} where there is no such rule, with the nearest one`, async () => {
      const near = await run(command, '--rule', 'term-deprecatd', 'a.md');
      assert.deepEqual(near, {
        code: 2,
        stdout: '',
        stderr: 'plumbline: --rule term-deprecatd: No such rule (Did you mean term-deprecated?)\n',
      });
      const far = await run(command, '--rule', 'x', '--locale', 'zh', 'a.md');
      assert.deepEqual(far, {
        code: 2,
        stdout: '',
        stderr: 'plumbline: --rule x: 没有这条规则；全部规则见“plumbline list rules”\n',
      });
      assert.equal(folder.read('a.md'), report);
    });
  }
});
