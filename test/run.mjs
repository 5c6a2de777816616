// @ts-check
// npm test: builds, then runs every suite in order, and ends with a line "N passed, N failed".
// `node test/run.mjs core repository` runs those suites alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/**
 * A command of the list either writes its counts to PLUMBLINE_RESULTS, or is one test itself.
 * @typedef {{name: string, command: string[], counts?: boolean}} Suite
 */

/**
 * @param {string} name
 * @param {readonly string[]} options
 */
const mocha = (name, ...options) => ({
  name,
  command: [
    'node_modules/mocha/bin/mocha.js',
    ...['--reporter', 'test/count-reporter.mjs', ...options],
    `test/${name}/**/*.test.ts`,
  ],
  counts: true,
});
// Where no test depends on the clock or on another: files in turn to as many processes as there are processors.
const inParallel = ['--parallel', '--jobs', String(availableParallelism())];

/** @type {Suite[]} */
const suites = [
  { name: 'check', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  mocha('core', ...inParallel),
  mocha('properties', ...inParallel),
  mocha('operations'),
  mocha('packs'),
  mocha('repository', ...inParallel),
  mocha('docs'),
  mocha('workspace'),
  mocha('cli'),
  mocha('lsp'),
  mocha('remark'),
  mocha('parity'),
  mocha('fuzz'),
  mocha('client'),
  mocha('grammar'),
  mocha('manifest'),
  { name: 'vsix', command: ['scripts/package.mjs'] },
  mocha('package'),
  { name: 'vscode', command: ['test/vscode/run.mjs'], counts: true },
  mocha('workbench'),
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const results = mkdtempSync(join(tmpdir(), 'plumbline-results-'));
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failedSuites = [];

/** @param {Suite} suite */
function run({ name, command, counts }) {
  console.log(`\n── ${name} ──`);
  const file = join(results, `${name}.json`);
  const began = performance.now();
  const { status } = spawnSync(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, PLUMBLINE_RESULTS: file },
  });
  const { passed, failed } = counts
    ? readCounts(file, status)
    : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failedSuites.push(name);
  console.log(`${name}: ${passed} passed, ${failed} failed, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return failed === 0;
}

/**
 * A suite that crashed, skipped a test or ran none has failed, whatever it counted.
 * @param {string} file
 * @param {number | null} status
 */
function readCounts(file, status) {
  try {
    const { passes, failures, pending } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = failures + pending;
    if (passes + failed === 0) console.log('No test ran.');
    const crashed = failed === 0 && (status !== 0 || passes === 0);
    return { passed: passes, failed: crashed ? 1 : failed };
  } catch {
    console.log('The suite ended without a result.');
    return { passed: 0, failed: 1 };
  }
}

const built = run({ name: 'build', command: ['esbuild.mjs'] });
if (built) for (const suite of suites) if (asked.length === 0 || asked.includes(suite.name)) run(suite);
rmSync(results, { recursive: true });

if (failedSuites.length > 0) console.log(`\nFailed: ${failedSuites.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
