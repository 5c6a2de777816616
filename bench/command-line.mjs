import { fileURLToPath } from 'node:url';
import { startNode, usageOf } from './measured-process.mjs';

const textlint = fileURLToPath(new URL('node_modules/textlint/bin/textlint.js', import.meta.url));
const markdown = '**/*.{md,markdown}';

/** @typedef {{ wall: number, cpu: number, memory: number, files: number, findings: number }} CommandRun */

/** `plumbline check` on all reports, from the start of its process to the end. @returns {Promise<CommandRun>} */
export function runPlumbline(places) {
  return run(places, places.command, ['check', '--format', 'json', markdown], (output) => {
    const { files } = JSON.parse(output);
    return { files: files.length, findings: sum(files.map(({ findings }) => findings.filter(isOfTerms).length)) };
  });
}

/** `textlint` on the same. @returns {Promise<CommandRun>} */
export function runTextlint(places) {
  return run(places, textlint, ['--config', places.textlintConfig, '--format', 'json', markdown], (output) => {
    const files = JSON.parse(output);
    return { files: files.length, findings: sum(files.map(({ messages }) => messages.length)) };
  });
}

async function run(places, script, args, read) {
  const start = performance.now();
  const child = startNode(script, args, {
    cwd: places.reports,
    usageFile: places.usage,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const wall = performance.now() - start;
  // 1 is what both end with when there are findings.
  if (code !== 0 && code !== 1) throw new Error(`${script} ended with ${code}\n${errors}`);
  return { wall, ...usageOf(places.usage), ...read(output) };
}

/** What the reports' own front matter and comments give rise to is nothing that textlint could find. */
function isOfTerms({ rule }) {
  return rule === 'term-deprecated';
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
