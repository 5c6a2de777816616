import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { installServer } from '../vscode/install-server.mjs';
import {
  installExtension,
  launchChromium,
  removeFolder,
  startServer,
  temporaryFolder,
  writeSettings,
} from '../vscode/server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const artifacts = join(root, 'test/artifacts');

/** A pack of another field than those that ship. */
const pack = `name: school-meals
version: 1.0.0
languages: [en, zh]
region: FI
sources:
  meals-2023: {title: {en: School Meals in 2023, zh: 2023年学校供餐统计}, publisher: {en: Office of Nutrition, zh: 营养办公室}, date: 2024-03-12}
tasks:
  salt: {preferred: {en: cut the salt in soups, zh: 降低汤品含盐量}}
  waste: {preferred: {en: weigh plate waste, zh: 称量剩饭}}
taskLists:
  plan: {preferred: {en: meals plan, zh: 供餐计划}, tasks: [salt, waste]}
metrics:
  food-spending:
    preferred: {en: spending on food, zh: 食材支出}
    measure: {kind: amount, unit: EUR, of: flow}
    observations: [{period: 2023, value: 12.6e6, source: meals-2023}]
reports:
  kitchen-letter:
    preferred: {en: kitchen letter, zh: 厨房通讯}
    title: {en: 'Kitchens in \${1:[month]}', zh: '\${1:【填写月份】}厨房通讯'}
    sections:
      - {id: work, heading: {en: [Work on the menu], zh: [供餐工作]}, required: true, holds: tasks}
      - {id: figures, heading: {en: [The year in figures], zh: [年度数据]}, required: true, holds: metrics}
      - {id: read, heading: {en: [Further reading], zh: [延伸阅读]}, required: true, holds: sources}
    tasks: plan
    metrics: [food-spending]
`;

interface Words {
  /** What is typed into a report at its end, and what is offered then. */
  readonly places: readonly (readonly [at: string, typed: string, offered: string])[];
  readonly head: string;
  readonly type: string;
  readonly language: string;
  readonly command: string;
  readonly made: readonly string[];
  readonly progress: string;
}

const words: Readonly<Record<'en' | 'zh', Words>> = {
  en: {
    head: '---\nreport: kitchen-letter\nlanguage: en\n---\n\n# Kitchens in May\n\n',
    places: [
      ['a bullet of the key tasks', '## Work on the menu\n\n- ', 'Weigh plate waste'],
      ['behind #', '#', 'The year in figures'],
      ['the section of metrics', '## The year in figures\n\n- ', 'Spending on food'],
      ['behind “according to”', '## The year in figures\n\nAccording to ', 'Office of Nutrition: School Meals in 2023'],
      ['a suppression', '<!-- plumbline-disable-line ', 'acronym-undefined'],
      ['front matter', '---\nreport: ', 'kitchen-letter'],
    ],
    type: 'kitchen letter',
    language: 'English',
    command: 'Plumbline: New Report',
    made: ['# Kitchens in [month]', '- Cut the salt in soups: [measures, bodies, dates]', '12.6 million euros'],
    progress: '0 of 2 key tasks',
  },
  zh: {
    head: '---\nreport: kitchen-letter\nlanguage: zh\n---\n\n# 五月厨房通讯\n\n',
    places: [
      ['一是', '## 供餐工作\n\n一是', '称量剩饭'],
      ['behind #', '#', '年度数据'],
      ['the section of metrics', '## 年度数据\n\n- ', '食材支出'],
      ['behind 据', '## 年度数据\n\n据', '营养办公室：2023年学校供餐统计'],
      ['a suppression', '<!-- plumbline-disable-line ', 'acronym-undefined'],
      ['front matter', '---\nreport: ', 'kitchen-letter'],
    ],
    type: '厨房通讯',
    language: '中文',
    command: 'Plumbline: New Report',
    made: ['# 【填写月份】厨房通讯', '- 降低汤品含盐量：【待补充】', '1260万欧元'],
    progress: '重点任务0/2',
  },
};

/** What a report owes, and new reports, in the real workbench with the installed .vsix. */
describe('reports in the workbench', function () {
  this.timeout(90_000);
  const temporary = temporaryFolder('reports');
  const folder = join(temporary, 'meals');
  const profile = { userData: join(temporary, 'user-data'), extensions: join(temporary, 'extensions') };
  let stopServer: () => Promise<void>;
  let browser: Browser;
  let page: Page;

  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const picture = async (name: string) => {
    mkdirSync(artifacts, { recursive: true });
    await page.screenshot({ path: join(artifacts, `${name}.png`), animations: 'disabled' });
  };
  const suggestion = (text: string) =>
    page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first();
  const choice = (text: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const line = (text: string) => page.locator('.editor-instance .view-line', { hasText: text }).first();
  const status = (text: string) => page.locator('.statusbar-item', { hasText: text }).first();

  /** Presses a key again until it is answered: a window or an editor that was just opened takes keys a moment later. */
  async function pressUntil(key: string, answer: Locator) {
    const end = Date.now() + 40_000;
    const isAnswered = () =>
      answer.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      );
    for (let answered = false; !answered; answered = await isAnswered()) {
      assert.ok(Date.now() < end, `${key} was not answered`);
      await page.keyboard.press(key);
    }
  }
  const input = () => page.locator('.quick-input-widget input');

  async function open(name: string) {
    await pressUntil('Control+p', input());
    await input().fill(name);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).waitFor();
  }

  async function toEnd(line: number) {
    await page.locator('.editor-instance .view-lines').first().click();
    await pressUntil('Control+End', status(`Ln ${line}, Col 1`));
  }

  before(async function () {
    this.timeout(300_000);
    const vsix = join(root, 'dist/plumbline.vsix');
    assert.ok(existsSync(vsix), 'dist/plumbline.vsix is missing: npm run package');
    write('plumbline.yaml', 'packs: [school-meals]\nfiles: ["*.md"]\n');
    write('packs/school-meals/pack.yaml', pack);
    for (const locale of ['en', 'zh'] as const)
      words[locale].places.forEach(([, typed], i) => {
        write(`${locale}-${i}.md`, typed.startsWith('---') ? '' : words[locale].head);
      });
    writeSettings(profile.userData, { 'editor.minimap.enabled': false, 'editor.fontSize': 14 });
    const installed = await installServer();
    installExtension(installed, profile, vsix);
    const server = await startServer(installed, profile);
    stopServer = server.stop;
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1240, height: 620 } });
    page = await context.newPage();
    page.setDefaultTimeout(40_000);
    await page.goto(`http://${server.address}/?folder=${encodeURI(folder)}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await page.keyboard.press('Control+b');
    await open('en-0.md');
    await status('Plumbline: school-meals').waitFor({ timeout: 200_000 });
  });

  after(async function () {
    if (this.test?.parent?.suites.some(({ tests }) => tests.some(({ state }) => state === 'failed')))
      await picture('reports-failed');
    await browser?.close();
    await stopServer?.();
    removeFolder(temporary);
  });

  for (const locale of ['en', 'zh'] as const) {
    const { places, type, language, command, made, progress } = words[locale];
    describe(locale, () => {
      before(async () => {
        write('.vscode/settings.json', JSON.stringify({ 'plumbline.locale': locale, 'editor.autoIndent': 'none' }));
        await open(`${locale}-0.md`);
      });

      it('says in the status item how far a report is', async () => {
        await status(progress).waitFor();
      });

      for (const [i, [at, typed, offered]] of places.entries())
        it(`offers what is owed at ${at}`, async () => {
          await open(`${locale}-${i}.md`);
          await toEnd(typed.startsWith('---') ? 1 : 8);
          // As from the keyboard, so that the editor asks by itself.
          const last = typed.at(-1) as string;
          await page.keyboard.insertText(typed.slice(0, -1));
          if (/[\x20-\x7e]/.test(last)) await page.keyboard.type(last);
          else await page.keyboard.insertText(last);
          await suggestion(offered).waitFor();
          await picture(`owed-${locale}-${i}`);
          await page.keyboard.press('Escape');
        });

      it('takes a task with its place to fill', async () => {
        await open(`${locale}-0.md`);
        const task = suggestion(places[0]?.[2] as string);
        await pressUntil('Control+Space', task);
        await task.click();
        await line(locale === 'en' ? 'Weigh plate waste: [measures' : '称量剩饭：【待补充】').waitFor();
      });

      it('makes a new report', async () => {
        await pressUntil('F1', input());
        await input().fill(`>${command}`);
        await choice(command).click();
        await choice(type).waitFor();
        await picture(`new-report-${locale}-type`);
        await choice(type).click();
        await choice(language).click();
        for (const text of made) await line(text).waitFor();
        await status(progress).waitFor();
        await picture(`new-report-${locale}`);
      });
    });
  }

  // After the others: VS Code knows its own command before it knows what to answer it with.
  describe('File › New File', () => {
    it('has a report', async () => {
      await pressUntil('F1', input());
      await input().fill('>Create: New File...');
      // Before the list is narrowed, others are called so too.
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Create: New File' }).waitFor();
      await page.keyboard.press('Enter');
      await choice('Plumbline Report').waitFor();
      await picture('new-file');
      await page.keyboard.press('Escape');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    });
  });
});
