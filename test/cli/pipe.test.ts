import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Folder, makeHarbour } from './folder.js';
import { startPlumbline } from './plumbline.js';

describe('a reader that stops reading', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour();
    // More than a pipe holds, so that the command is still writing when the reader goes.
    for (let i = 0; i < 40; i++) folder.write(`${i}.md`, 'The quay current.\n\n'.repeat(500));
  });
  after(() => folder.remove());

  const runs: [string, string[], number][] = [
    ['text', ['.'], 1],
    ['json', ['.'], 1],
    // What the run could not do weighs more than what it found after.
    ['text', ['none.md', '.'], 2],
  ];
  for (const [format, paths, expected] of runs) {
    it(`ends ${format} of ${paths.join(' ')} quietly, with the exit code so far`, async () => {
      const child = startPlumbline(['check', '--format', format, ...paths], { cwd: folder.path });
      const errors = text(child.stderr);
      await once(child.stdout, 'data');
      child.stdout.destroy();
      const [code, signal] = await once(child, 'close');
      assert.equal((await errors).replace(/^none\.md: error .*\n/, ''), '');
      assert.deepEqual([code, signal], [expected, null]);
    });
  }
});

// Windows has none in a folder.
(process.platform === 'win32' ? describe.skip : describe)('a named pipe', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour({ 'a.md': 'The quay current.\n' });
    execFileSync('mkfifo', [join(folder.path, 'pipe.md')]);
  });
  after(() => folder.remove());
  /** Ended after half a minute: what waits for a writer would wait for good. */
  const run = async (...args: string[]) => {
    const child = startPlumbline(args, { cwd: folder.path });
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    clearTimeout(timer);
    return { code, stdout, stderr };
  };

  it('is one of many, and none takes a descriptor of the thread after it along', async () => {
    const pipes = Array.from({ length: 25 }, (_, i) => `pipe-${i}.md`);
    execFileSync(
      'mkfifo',
      pipes.map((name) => join(folder.path, name)),
    );
    // A descriptor that is closed twice aborts the process in one of ten of these.
    const { code, stdout, stderr } = await run('check', '--timeout', '0.05', ...pipes);
    assert.equal(stderr.match(/took longer than 0\.05 seconds/g)?.length, pipes.length);
    assert.equal(stdout, 'Nothing was checked; 25 files not read\n');
    assert.equal(code, 2);
  });

  for (const command of ['check', 'fix', 'claims']) {
    it(`without a writer ends ${command} after --timeout, and what stands behind it is read`, async () => {
      const { code, stdout, stderr } = await run(command, '--timeout', '3', 'pipe.md', 'a.md');
      assert.match(stderr, /^pipe\.md: error Not read: it took longer than 3 seconds \(--timeout\)\.\n/);
      assert.match(stdout, /; 1 file not read\n$/);
      assert.equal(code, 2);
    });
  }

  it('is no file whose lines are explained', async () => {
    const { code, stderr } = await run('explain', 'pipe.md:1');
    assert.equal(stderr, 'plumbline: pipe.md: It is a folder, a pipe or a device. Name a file.\n');
    assert.equal(code, 2);
  });

  for (const [command, options, code, said] of [
    ['check', ['--fail-on', 'information'], 1, /quay current/],
    // Written where it came from, its reader would be another.
    ['fix', [], 2, /^pipe\.md: error Not written: it is a pipe or a device, not a file\./m],
  ] as const) {
    it(`with a writer is read by ${command}, and waited for`, async () => {
      const ended = run(command, ...options, 'pipe.md').then(({ stdout, stderr, ...rest }) => ({
        ...rest,
        said: stdout + stderr,
      }));
      await appendFile(join(folder.path, 'pipe.md'), 'The quay current.\n');
      const outcome = await ended;
      assert.match(outcome.said, said);
      assert.equal(outcome.code, code);
      assert.ok(lstatSync(join(folder.path, 'pipe.md')).isFIFO());
    });
  }

  it('is neither a config nor a pack nor a file of one', async () => {
    folder.write('r/a.md', 'The quay current.\n');
    folder.write('packs/piped/pack.yaml', 'schema: 1\nname: piped\nversion: 1.0.0\nlanguages: [en]\n');
    for (const path of ['r/plumbline.yaml', 'packs/piped/terms.yaml', 'pipe-pack']) {
      execFileSync('mkfifo', [join(folder.path, path)]);
    }
    const runs: [string[], RegExp, number][] = [
      [['check', 'r/a.md'], /plumbline\.yaml.* is not a file\n +It was not read\.\n/, 2],
      [['explain', 'r/a.md:1'], /plumbline\.yaml.* is not a file\n +It was not read\.\n/, 2],
      [['check', '--pack', 'pipe-pack', 'a.md'], /pipe-pack/, 2],
      [['pack', 'check', 'pipe-pack'], /pipe-pack/, 2],
      [['pack', 'check', 'packs/piped'], /terms\.yaml.* is not a file\n +It was not read\.\n/, 1],
      [['check', '--config', 'pipe.md', 'a.md'], /pipe\.md.* is not a file\n +It was not read\.\n/, 2],
    ];
    const outcomes = await Promise.all(runs.map(([args]) => run(...args)));
    for (const [i, { code, stdout, stderr }] of outcomes.entries()) {
      const [args, said, expected] = runs[i] as (typeof runs)[0];
      assert.match(stdout + stderr, said, args.join(' '));
      assert.equal(code, expected, args.join(' '));
    }
  });
});
