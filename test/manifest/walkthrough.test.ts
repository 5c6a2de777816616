import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const { commands, walkthroughs } = JSON.parse(read('package.json')).contributes;
const [walkthrough] = walkthroughs;
const words: Record<string, Record<string, string>> = {
  en: JSON.parse(read('package.nls.json')),
  zh: JSON.parse(read('package.nls.zh-cn.json')),
};

/** The links to commands in a step's words. */
const linksIn = (text = '') => [...text.matchAll(/\(command:([\w.-]+)\)/g)].map(([, command]) => command);

describe('the walkthrough', () => {
  it('has four steps, and a command to click on in each', () => {
    assert.equal(walkthrough.steps.length, 4);
    const own = commands.map(({ command }: { command: string }) => command);
    for (const { description } of walkthrough.steps) {
      const [inEnglish, inChinese] = ['en', 'zh'].map((locale) => linksIn(words[locale]?.[description.slice(1, -1)]));
      assert.equal(inEnglish?.length, 1, description);
      assert.deepEqual(inEnglish, inChinese, description);
      const [command = ''] = inEnglish ?? [];
      assert.ok(own.includes(command) || command.startsWith('workbench.'), command);
    }
  });

  it('shows the same code in both languages', () => {
    const codeOf = (page: string) => page.match(/^```[\s\S]*?^```$/gm) ?? [];
    for (const { media } of walkthrough.steps) {
      const english = read(media.markdown);
      const chinese = read(media.markdown.replace(/\.md$/, '.nls.zh-cn.md'));
      assert.deepEqual(codeOf(chinese), codeOf(english), media.markdown);
      assert.match(chinese, /\p{Script=Han}/u);
      for (const [, image = ''] of (english + chinese).matchAll(/!\[[^\]]*\]\(\.\.\/([^)]+)\)/g)) {
        assert.match(read('.vscodeignore'), new RegExp(`^!${image.replace('.', '\\.')}$`, 'm'));
      }
    }
  });
});
