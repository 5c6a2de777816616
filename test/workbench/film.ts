import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A moving picture of a page, made of what it shows at moments that the caller picks. Without a path nothing is taken. */
export class Film {
  readonly #frames: { png: Buffer; milliseconds: number }[] = [];

  constructor(
    readonly page: Page,
    readonly path: string | undefined,
  ) {}

  /** Takes what the page shows now, to stand for so long. */
  async take(milliseconds: number): Promise<void> {
    if (this.path === undefined) return;
    this.#frames.push({ png: await this.page.screenshot(), milliseconds });
  }

  /** Moves the mouse. Chromium's pictures have no pointer: one is drawn where it is. */
  async point(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y, { steps: 5 });
    if (this.path === undefined) return;
    await this.page.evaluate(
      ([x, y]) => {
        const id = 'drawn-pointer';
        const pointer = document.getElementById(id) ?? document.body.appendChild(document.createElement('div'));
        pointer.id = id;
        pointer.style.cssText = `position:fixed;left:${x}px;top:${y}px;z-index:99999;pointer-events:none;width:12px;height:19px;background:#000;clip-path:polygon(0 0,0 84%,24% 66%,42% 100%,60% 93%,44% 61%,76% 58%);outline:0`;
      },
      [x, y] as const,
    );
  }

  /**
   * Writes the frames as one GIF that runs on and on.
   * @throws without ImageMagick
   */
  write(): void {
    if (this.path === undefined) return;
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-film-'));
    const frames = this.#frames.flatMap(({ png, milliseconds }, i) => {
      const file = join(folder, `${i}.png`);
      writeFileSync(file, png);
      return ['-delay', String(Math.round(milliseconds / 10)), file];
    });
    const smaller = ['+dither', '-colors', '128', '-layers', 'Optimize'];
    const { status, stderr } = spawnSync('convert', ['-loop', '0', ...frames, ...smaller, this.path], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    if (status !== 0)
      throw new Error(`convert, to make a moving picture: apt-get install imagemagick\n${stderr ?? ''}`);
  }
}
