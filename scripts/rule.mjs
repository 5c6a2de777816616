// npm run rule -- <id>: runs the examples of the rule's pages and its lines of test/fixtures/claims, in seconds.
// npm run rule -- --new <id>: writes a new rule to be filled in, from the files in scripts/new-rule/.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { newRule } from './new-rule.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

new Command('npm run rule --')
  .description('Runs the page examples and the lines of one rule, or begins a new one.')
  .argument('<id>', 'the rule: <subject>-<aspect>, in small letters')
  .option('--new', 'write its files, to be filled in')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action((id, options) => {
    const isThere = existsSync(`server/src/core/rules/${id}.md`);
    if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) fail(`“${id}” is not of the form <subject>-<aspect>`);
    if (options.new && isThere) fail(`the rule ${id} is there`);
    if (!options.new && !isThere) fail(`no rule is called ${id}; to begin one: npm run rule -- --new ${id}`);
    if (options.new) begin(id);
    else process.exitCode = run(id);
  })
  .parse();

/** The same tests as those of every rule, found by their titles. */
function run(id) {
  const titles = `^(?:claims about \\S+ ${id}, |pages of the rules (?:${id} |nothing is left)|every rule by .*\\b${id}\\b(?!-))`;
  const files = ['core/claims', 'repository/rule-pages', 'core/rule-coverage'];
  const paths = files.map((name) => `test/${name}.test.ts`);
  const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'dot', '--grep', titles, ...paths];
  return spawnSync(process.execPath, mocha, { stdio: 'inherit' }).status ?? 1;
}

function begin(id) {
  for (const [path, text] of newRule(id, (path) => readFileSync(path, 'utf8'))) {
    writeFileSync(path, text);
    console.log(path);
  }
  console.log(
    '\nReplace each TO FILL IN, and put the rule at its place in server/src/core/rules/all-rules.ts. Until then this fails:',
  );
  console.log(`  npm run rule -- ${id}`);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
