// npm run rule -- <id>: runs the examples of the rule's pages and its lines of test/fixtures/claims, in seconds.
// npm run rule -- --new <id>: writes a new rule to be filled in, from the files in scripts/new-rule/.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const rules = 'server/src/core/rules';

new Command('npm run rule --')
  .description('Runs the page examples and the lines of one rule, or begins a new one.')
  .argument('<id>', 'the rule: <subject>-<aspect>, in small letters')
  .option('--new', 'write its files, to be filled in')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action((id, options) => {
    const isThere = existsSync(`${rules}/${id}.ts`);
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
  const name = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const template = (file) =>
    readFileSync(`scripts/new-rule/${file}`, 'utf8').replaceAll('«id»', id).replaceAll('«name»', name);
  /** @type {Map<string, string>} */
  const texts = new Map([
    [`${rules}/${id}.ts`, template('rule.ts.txt')],
    [`${rules}/${id}.md`, template('page.md.txt')],
    [`${rules}/${id}.zh.md`, template('page.zh.md.txt')],
  ]);
  const change = (path, edit) => texts.set(path, edit(readFileSync(path, 'utf8')));

  change(`${rules}/all-rules.ts`, (text) => {
    const line = `import { ${name} } from './${id}.js';\n`;
    const before = text.match(/^import .*\n/gm).find((other) => fileOf(other) > fileOf(line));
    return putBefore(putBefore(text, before ?? '\n', line), '  suppressionUnused,\n', `  ${name},\n`);
  });
  change('server/src/core/messages/en.ts', (text) =>
    putBefore(text, "  'suppression-invalid.directive':", `  '${id}': 'TO FILL IN: what is wrong with “{found}”',\n`),
  );
  change('server/src/core/messages/zh.ts', (text) =>
    putBefore(text, "  'suppression-invalid.directive':", `  '${id}': 'TO FILL IN：“{found}”有何问题',\n`),
  );
  for (const file of ['new-industrialization-further', 'uk-clean-power'])
    change(`test/fixtures/claims/${file}.yml`, (text) =>
      text.includes('\nneverFlag:')
        ? putBefore(text, 'neverFlag:\n', template('lines.yml.txt'))
        : text + template('lines.yml.txt'),
    );
  for (const [page, comma, stop] of [
    ['docs/stability.md', ', ', '.'],
    ['docs/zh/stability.md', '、', '。'],
  ])
    change(page, (text) =>
      text.replace(/^`acronym-undefined`.*$/m, (list) => {
        const listed = [...list.matchAll(/`([a-z-]+)`/g)].map(([, rule]) => rule);
        return (
          [...listed, id]
            .sort()
            .map((rule) => `\`${rule}\``)
            .join(comma) + stop
        );
      }),
    );

  for (const [path, text] of texts) {
    writeFileSync(path, text);
    console.log(path);
  }
  console.log(
    `\nReplace each TO FILL IN, and put the rule at its place in ${rules}/all-rules.ts. Until then this fails:`,
  );
  console.log(`  npm run rule -- ${id}`);
}

function fileOf(line) {
  return line.match(/'(.*)\.js'/)?.[1] ?? '';
}

function putBefore(text, anchor, added) {
  const at = text.search(new RegExp(`^${anchor.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'm'));
  if (at < 0) fail(`“${anchor.trim()}” is not where scripts/rule.mjs looks for it`);
  return text.slice(0, at) + added + text.slice(at);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
