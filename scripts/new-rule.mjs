// @ts-check
// What a new rule begins with: its file, its pages, its line, its words and lines of fixtures, all to be filled in.
import { readFileSync } from 'node:fs';

const rules = 'server/src/core/rules';

/**
 * The texts of the files that a new rule makes or changes, by their paths from the root.
 * @param {string} id
 * @param {(path: string) => string} read of a file as it is now
 * @returns {ReadonlyMap<string, string>}
 * @throws {Error} where a file is not what it was when this was written
 */
export function newRule(id, read) {
  const name = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  /** @param {string} file */
  const template = (file) =>
    readFileSync(new URL(`new-rule/${file}`, import.meta.url), 'utf8')
      .replaceAll('«id»', id)
      .replaceAll('«name»', name);
  const texts = new Map([
    [`${rules}/${id}.ts`, template('rule.ts.txt')],
    [`${rules}/${id}.md`, template('page.md.txt')],
    [`${rules}/${id}.zh.md`, template('page.zh.md.txt')],
  ]);
  /** @type {(path: string, edit: (text: string) => string) => void} */
  const change = (path, edit) => {
    texts.set(path, edit(read(path)));
  };

  change(`${rules}/all-rules.ts`, (text) => {
    const line = `import { ${name} } from './${id}.js';\n`;
    const before = text.match(/^import .*\n/gm)?.find((other) => fileOf(other) > fileOf(line));
    return putBefore(putBefore(text, before ?? '\n', line), '  suppressionUnused,\n', `  ${name},\n`);
  });
  const firstOfLast = "  'suppression-invalid.directive':";
  change('server/src/core/messages/en.ts', (text) =>
    putBefore(text, firstOfLast, `  '${id}': 'TO FILL IN: what is wrong with “{found}”',\n`),
  );
  change('server/src/core/messages/zh.ts', (text) =>
    putBefore(text, firstOfLast, `  '${id}': 'TO FILL IN：“{found}”有何问题',\n`),
  );
  for (const file of ['new-industrialization-further', 'uk-clean-power']) {
    const lines = template('lines.yml.txt');
    change(`test/fixtures/claims/${file}.yml`, (text) =>
      text.includes('\nneverFlag:') ? putBefore(text, 'neverFlag:\n', lines) : text + lines,
    );
  }
  for (const [page, comma, stop] of [
    ['docs/stability.md', ', ', '.'],
    ['docs/zh/stability.md', '、', '。'],
  ]) {
    change(/** @type {string} */ (page), (text) =>
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
  }
  return texts;
}

/** @param {string} line */
function fileOf(line) {
  return line.match(/'(.*)\.js'/)?.[1] ?? '';
}

/** @type {(text: string, start: string, added: string) => string} `start`: of a line */
function putBefore(text, start, added) {
  const at = text.indexOf(`\n${start}`) + 1;
  if (at === 0) throw new Error(`“${start.trim()}” is not where scripts/new-rule.mjs looks for it`);
  return text.slice(0, at) + added + text.slice(at);
}
