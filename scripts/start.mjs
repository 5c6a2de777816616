// npm start: builds, checks the sample reports with the packs that ship and says whether what is found is what was
// planted in them (examples/expected.json), and leaves the extension to install.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageExtension, vsix } from './package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** @typedef {{path: string, line: number, rule: string, text: string}} Planted */

/** Lines count from 1, columns too, as the command line prints them. */
function checkExamples() {
  const reports = readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `examples/${path.replaceAll('\\', '/')}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['server/bin/plumbline.js', 'check', '--format', 'json', ...reports],
    { encoding: 'utf8' },
  );
  // 1 is what a check ends with when it has findings.
  if (status !== 0 && status !== 1) throw new Error(`plumbline check failed\n${stderr}`);
  return JSON.parse(stdout).files;
}

/** @returns {Planted[]} */
function findingsOf({ path, findings }) {
  const text = readFileSync(path, 'utf8');
  return findings.map(({ rule, range: { start, end } }) => ({
    path,
    line: start.line,
    rule,
    text: text.slice(start.offset, end.offset),
  }));
}

function print({ path, findings }) {
  console.log(`\n${path}`);
  for (const { severity, rule, message, range } of findings) {
    const place = `${range.start.line}:${range.start.column}`.padEnd(8);
    console.log(`  ${place}${severity.padEnd(12)}${message}  ${rule}`);
  }
}

/**
 * @param {Planted[]} found
 * @param {Planted[]} planted
 */
function compare(found, planted) {
  const keys = (findings) => findings.map(({ path, line, rule, text }) => JSON.stringify([path, line, rule, text]));
  const left = keys(planted);
  const unexpected = [];
  for (const key of keys(found)) {
    const at = left.indexOf(key);
    if (at < 0) unexpected.push(key);
    else left.splice(at, 1);
  }
  return { unexpected, missing: left };
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run(process.execPath, ['esbuild.mjs']);
packageExtension();

const files = checkExamples();
for (const file of files) print(file);
const found = files.flatMap(findingsOf);
const { unexpected, missing } = compare(found, JSON.parse(readFileSync('examples/expected.json', 'utf8')));
for (const key of unexpected) console.log(`\nNot planted: ${key}`);
for (const key of missing) console.log(`\nPlanted, not found: ${key}`);
const same = unexpected.length + missing.length === 0;
console.log(`\n${found.length} findings, ${same ? 'as planted' : 'not as planted in examples/expected.json'}`);

console.log(`\nInstall the extension:  code --install-extension ${vsix}`);
console.log('Or try it as it is:     npm run editor');
process.exit(same ? 0 : 1);
