import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { installServer } from '../vscode/install-server.mjs';
import {
  installExtension,
  launchChromium,
  removeFolder,
  startServer,
  temporaryFolder,
  writeSettings,
} from '../vscode/server.mjs';
import { Film } from './film.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const artifacts = join(root, 'test/artifacts');
/** `npm run pictures` renews the pictures of the README; a test run takes none. */
const pictures = process.env.PLUMBLINE_PICTURES ? join(root, 'docs/images') : undefined;

/** A note in which the sentence before the footnote is still to be written. */
const note = `---
report: note
date: 2024-08-05
language: en
---

# Industry in figures

[^daily]

[^daily]: People’s Daily, September 2021.
`;

const chineseNote = `---
report: note
date: 2024-08-05
language: zh
---

# 工业数据札记

[^daily]

[^daily]: 人民日报，2021年9月。
`;

/** What is typed into a note, and what the workbench then shows. */
interface Slip {
  readonly note: string;
  /** Of the moving picture. */
  readonly film: string;
  readonly typed: readonly string[];
  readonly hover: string;
  readonly fix: string;
  readonly fixed: string;
}

const slips: Readonly<Record<'en' | 'zh', Slip>> = {
  en: {
    note: 'industry.md',
    film: 'plumbline.gif',
    typed: 'In 2020 industrial added value was 33.1 trillion yuan.'.match(/.{1,2}/g) ?? [],
    hover: 'contradicts the record: 31.3 trillion yuan',
    fix: 'Replace with “31.3”',
    fixed: 'In 2020 industrial added value was 31.3 trillion yuan.',
  },
  zh: {
    note: 'industry-zh.md',
    film: 'plumbline-zh.gif',
    typed: [...'2020年工业增加值为33.1万亿元。'],
    hover: '与记录不符，应为31.3万亿元',
    fix: '改为“31.3”',
    fixed: '2020年工业增加值为31.3万亿元。',
  },
};

/** Less of the workbench, more of the report. */
const settings = {
  'breadcrumbs.enabled': false,
  'chat.commandCenter.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 14,
  'editor.lineHeight': 1.6,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.snippetSuggestions': 'none',
  'editor.stickyScroll.enabled': false,
  'editor.wordWrap': 'on',
  'problems.defaultViewMode': 'table',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/** What a writer sees, in the real workbench with the installed .vsix. */
describe('the workbench', function () {
  this.timeout(60_000);
  const temporary = temporaryFolder('workbench');
  const examples = join(temporary, 'examples');
  const broken = join(temporary, 'broken');
  let address: string;
  const profile = { userData: join(temporary, 'user-data'), extensions: join(temporary, 'extensions') };
  let stopServer: () => Promise<void>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  before(async function () {
    this.timeout(300_000);
    const vsix = join(root, 'dist/plumbline.vsix');
    assert.ok(existsSync(vsix), 'dist/plumbline.vsix is missing: npm run package');
    cpSync(join(root, 'examples'), examples, { recursive: true });
    writeFileSync(join(examples, slips.en.note), note);
    writeFileSync(join(examples, slips.zh.note), chineseNote);
    writeSettings(profile.userData, settings);
    const installed = await installServer();
    installExtension(installed, profile, vsix);
    const server = await startServer(installed, profile);
    stopServer = server.stop;
    address = server.address;
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1120, height: 560 } });
    await context.tracing.start({ screenshots: true, snapshots: true });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`http://${server.address}/?folder=${encodeURI(examples)}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await page.keyboard.press('Control+b');
    // How long the extension takes to start on a busy machine is no test's.
    await open('briefing.md', { clean: true });
    await status().waitFor({ timeout: 200_000 });
    await closeTab();
    if (pictures) mkdirSync(pictures, { recursive: true });
  });

  after(async function () {
    const failed = this.test?.parent?.tests.some((test) => test.state === 'failed');
    if (failed) {
      mkdirSync(artifacts, { recursive: true });
      await page?.screenshot({ path: join(artifacts, 'workbench.png') });
      await context?.tracing.stop({ path: join(artifacts, 'workbench.zip') });
    }
    await browser?.close();
    await stopServer?.();
    removeFolder(temporary);
  });

  const picture = async (name: string) => {
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
  };
  const status = () => page.locator('.statusbar-item', { hasText: 'Plumbline: new-industrialization' });
  const line = (text: string) => page.locator('.editor-instance .view-line', { hasText: text }).first();

  async function open(name: string, { clean = false } = {}) {
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-widget input').fill(name);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).waitFor();
    if (!clean) await squiggles().first().waitFor();
  }

  const closeTab = () => page.locator('.tab.active .tab-actions .action-label').click();
  const squiggles = () => page.locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-error');

  /** A squiggle takes no pointer and has no text: it is found by the line that it lies on, and pointed at by place. */
  async function hoverOverSquiggleIn(text: string) {
    await line(text).waitFor();
    const place = await page.waitForFunction((text) => {
      const line = [...document.querySelectorAll('.editor-instance .view-line')]
        .find((each) => each.textContent?.replaceAll('\u00A0', ' ').includes(text))
        ?.getBoundingClientRect();
      const on = [...document.querySelectorAll('.editor-instance :is(.squiggly-warning, .squiggly-error)')]
        .map((each) => each.getBoundingClientRect())
        .find(({ y }) => line && y >= line.y - 1 && y < line.y + line.height - 1);
      return on && { x: on.x + on.width / 2, y: on.y + on.height / 2 };
    }, text);
    const { x, y } = (await place.jsonValue()) as { x: number; y: number };
    await page.mouse.move(x, y, { steps: 5 });
    return page.locator('.monaco-hover .hover-contents', { hasText: 'plumbline' }).first();
  }

  /** The folder's setting, for the tests that follow. */
  function speakChinese() {
    mkdirSync(join(examples, '.vscode'));
    writeFileSync(join(examples, '.vscode/settings.json'), '{ "plumbline.locale": "zh" }');
  }

  const suggestion = (text: string) =>
    page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first();
  /** What the selected suggestion says of itself, beside the list: opened by Ctrl+Space once, it stays open. */
  async function showDetails(text: string) {
    const details = page.locator('.suggest-details');
    if (!(await details.isVisible())) await page.keyboard.press('Control+Space');
    await details.filter({ hasText: text }).waitFor();
  }

  /** A slip is underlined as it is typed; the hover says what is recorded, and the quick fix puts it right. */
  async function putRight(slip: Slip) {
    const film = new Film(page, pictures && join(pictures, slip.film));
    await open(slip.note, { clean: true });
    await status().waitFor();
    await page.keyboard.press('Control+Home');
    for (let down = 0; down < 8; down++) await page.keyboard.press('ArrowDown');
    await film.take(800);
    for (const part of slip.typed) {
      await (/[\p{Script=Han}。]/u.test(part) ? page.keyboard.insertText(part) : page.keyboard.type(part));
      await film.take(80);
    }
    await page.keyboard.press('Escape');
    await squiggles().first().waitFor();
    await film.take(1000);
    const place = await squiggles().first().boundingBox();
    assert.ok(place);
    await film.point(place.x + place.width / 2, place.y + place.height / 2);
    const hover = page.locator('.monaco-hover', { hasText: slip.hover }).first();
    await hover.waitFor();
    const quickFix = hover.locator('.action', { hasText: 'Quick Fix' });
    await quickFix.waitFor();
    await film.take(2800);
    const button = await quickFix.boundingBox();
    assert.ok(button);
    await film.point(button.x + button.width / 3, button.y + button.height / 2);
    await quickFix.click();
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: slip.fix }).first();
    await fix.waitFor();
    const row = await fix.boundingBox();
    assert.ok(row);
    await film.point(row.x + row.width / 3, row.y + row.height / 2);
    await film.take(1400);
    await fix.click();
    await line(slip.fixed).waitFor();
    await squiggles().first().waitFor({ state: 'hidden' });
    await film.take(2000);
    film.write();
    await page.evaluate(() => document.getElementById('drawn-pointer')?.remove());
  }

  it('lists the findings of the Chinese briefing, in Chinese where the settings say so', async () => {
    await open('briefing-zh.md');
    speakChinese();
    await page.keyboard.press('Control+Shift+m');
    const rows = page.locator('.markers-panel .monaco-list-row:visible');
    for (const verdict of ['“新工业化”不宜使用', '“新四化”缺“全球化”', '推动数字技术与实体经济深度融合']) {
      await rows.filter({ hasText: verdict }).first().waitFor();
    }
    await picture('findings-zh');
    await page.keyboard.press('Control+Shift+m');
    await rows.first().waitFor({ state: 'hidden' });
    await closeTab();
  });

  it('explains a finding in Chinese', async () => {
    await open('briefing-zh.md');
    const hover = await hoverOverSquiggleIn('新四化');
    await hover.waitFor();
    assert.match((await hover.textContent()) ?? '', /生态化.*依据/s);
    await picture('finding-zh');
    await page.mouse.move(1200, 500);
    await hover.waitFor({ state: 'hidden' });
    await closeTab();
  });

  it('underlines a wrong figure of a Chinese note as it is typed, and puts it right', () => putRight(slips.zh));

  it('offers the recorded value behind a metric in Chinese', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    for (const character of '2021年工业增加值为') await page.keyboard.insertText(character);
    await suggestion('37.3万亿元').waitFor();
    await picture('completion-zh');
    await showDetails('求是');
    await page.keyboard.press('Enter');
    await line('2021年工业增加值为37.3万亿元[^').waitFor();
    rmSync(join(examples, '.vscode'), { recursive: true });
  });

  it('underlines a wrong figure as it is typed, says what is recorded, and puts it right', () => putRight(slips.en));

  it('offers the recorded value behind a metric, and writes it with its footnote', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('In 2021 industrial added value was ', { delay: 20 });
    // Where the list of an earlier word is still open, Ctrl+Space asks for its details.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Space');
    await suggestion('37.3 trillion yuan').waitFor();
    await picture('completion');
    await showDetails('Qiushi');
    await page.keyboard.press('Enter');
    await line('In 2021 industrial added value was 37.3 trillion yuan[^').waitFor();
  });

  it('underlines the findings of the English briefing and names its pack', async () => {
    await open('briefing.md');
    await status().waitFor();
    assert.ok((await squiggles().count()) > 1);
  });

  it('explains a finding under the pointer', async () => {
    const hover = await hoverOverSquiggleIn('new development concept');
    await hover.waitFor();
    assert.match((await hover.textContent()) ?? '', /new development philosophy/);
    await picture('finding');
    await page.mouse.move(1200, 500);
    await hover.waitFor({ state: 'hidden' });
  });

  it('says of a number under the pointer how it was read and what is recorded', async () => {
    await open('figures.md');
    const hover = await hoverOverSquiggleIn('33.1 trillion yuan');
    await hover.waitFor();
    assert.match(
      (await hover.textContent()) ?? '',
      /contradicts the record: 31\.3 trillion yuan.*industrial added value, 2020.*People's Daily/s,
    );
    await page.mouse.move(1200, 560);
    await hover.waitFor({ state: 'hidden' });
  });

  it('shows the records of a metric under the pointer', async () => {
    await page.keyboard.press('Control+g');
    await page.locator('.quick-input-widget input').fill(':45');
    await page.keyboard.press('Enter');
    const header = await line('| Year |').boundingBox();
    assert.ok(header);
    await page.mouse.move(header.x + 150, header.y + header.height / 2, { steps: 5 });
    const hover = page.locator('.monaco-hover', { hasText: 'Period' }).first();
    await hover.waitFor();
    assert.match((await hover.textContent()) ?? '', /2021.*37\.3 trillion yuan.*2022.*40\.1644 trillion yuan/s);
    await page.mouse.move(1200, 560);
    await hover.waitFor({ state: 'hidden' });
    await closeTab();
    await page.locator('.tab.active', { hasText: 'briefing.md' }).waitFor();
  });

  it('lists the findings in the problems panel', async () => {
    await page.keyboard.press('Control+Shift+m');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.nth(1).waitFor();
    await page.keyboard.press('Control+Shift+m');
    await rows.first().waitFor({ state: 'hidden' });
  });

  it('offers the words of the vocabulary as an English line is typed', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Every region is to shor', { delay: 20 });
    await suggestion('shore up weak links').waitFor();
    await showDetails('strengthen the weak board');
    await page.keyboard.type('e');
    await showDetails('strengthen the weak board');
    await page.keyboard.press('Escape');
  });

  it('says of a number in a Chinese report how it was read and what is recorded', async () => {
    await open('figures-zh.md');
    const hover = await hoverOverSquiggleIn('33.1万亿元');
    await hover.waitFor();
    assert.match(
      (await hover.textContent()) ?? '',
      /contradicts the record.*industrial added value, 2020.*People's Daily/s,
    );
    await page.mouse.move(1200, 500);
    await hover.waitFor({ state: 'hidden' });
  });

  it('offers the recorded value behind a metric, with the year that the sentence names', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    for (const character of '2021年工业增加值为') await page.keyboard.insertText(character);
    await suggestion('37.3万亿元').waitFor();
    await showDetails('Qiushi');
    await page.keyboard.press('Escape');
  });

  it('offers the words of the vocabulary within a Han sentence', async () => {
    await open('briefing-zh.md');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    for (const character of '各地要加快补短') await page.keyboard.insertText(character);
    await suggestion('补短板').waitFor();
    await showDetails('补齐短板');
    await page.keyboard.press('Escape');
  });

  it('shows the packs in force at a click on the status item', async () => {
    await page.locator('.statusbar-item', { hasText: 'Plumbline:' }).click();
    const packs = page.locator('.quick-input-list .monaco-list-row', { hasText: 'new-industrialization' });
    await packs.first().waitFor();
    await page.keyboard.press('Escape');
    await line('会议').waitFor();
  });

  /** Looks at a window of its own. */
  async function inWindow<T>(query: string, look: (window: Page) => Promise<T>): Promise<T> {
    const window = await context.newPage();
    window.setDefaultTimeout(30_000);
    try {
      await window.goto(`http://${address}/?${query}`);
      await window.locator('.monaco-workbench').waitFor();
      return await look(window);
    } finally {
      await window.close();
    }
  }
  const findingRows = (window: Page) => window.locator('.markers-panel .monaco-list-row', { hasText: 'plumbline' });

  it('shows what was broken before the window was opened (trial 5.1)', async () => {
    mkdirSync(join(broken, 'packs/ours'), { recursive: true });
    writeFileSync(join(broken, 'plumbline.yaml'), 'packs: [ours, nowhere]\n');
    writeFileSync(
      join(broken, 'packs/ours/pack.yaml'),
      'name: ours\nlanguages: [en]\nterms:\n  shelf: {preferred: 7}\n',
    );
    await inWindow(`folder=${encodeURI(broken)}`, async (window) => {
      await window.locator('.explorer-folders-view .monaco-list-row', { hasText: 'plumbline.yaml' }).waitFor();
      await window.keyboard.press('Control+Shift+m');
      await findingRows(window).filter({ hasText: 'nowhere' }).waitFor();
      await findingRows(window).filter({ hasText: 'preferred' }).waitFor();
    });
  });

  it('opens the sample from an empty window, with five findings and the cursor at its start', async () => {
    await inWindow('ew=true', async (window) => {
      const command = window.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Try a Sample Report' });
      // A list that was opened before the extension was read does not have it.
      const isListed = () =>
        command.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      do {
        await window.keyboard.press('Escape');
        await window.keyboard.press('F1');
        await window.locator('.quick-input-widget input').fill('>Plumbline: Try a Sample');
      } while (!(await isListed()));
      await window.keyboard.press('Enter');
      await window.locator('.editor-instance .view-line', { hasText: 'A sample to try' }).waitFor();
      await window.keyboard.press('Control+Shift+m');
      await findingRows(window).nth(4).waitFor();
      assert.equal(await findingRows(window).count(), 5);
      await window.locator('.statusbar-item', { hasText: 'Ln 1, Col 1' }).waitFor();
    });
  });
});
