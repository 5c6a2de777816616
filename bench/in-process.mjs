import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const warmUpMilliseconds = 2000;

/** A tool in a process that stays, so that its code is warm. */
export class WarmTool {
  #child;

  /** @param {'plumbline' | 'textlint'} name */
  static async start(name, places) {
    const tool = new WarmTool(name, places);
    await once(tool.#child, 'message');
    return tool;
  }

  constructor(name, places) {
    const script = fileURLToPath(new URL(`in-process/${name}.mjs`, import.meta.url));
    this.#child = fork(script, [JSON.stringify(places)]);
    this.#child.on('exit', (code) => {
      if (code !== 0 && code !== null) throw new Error(`${name} ended with ${code}`);
    });
  }

  /**
   * @param {'parse' | 'lint'} task
   * @param {readonly string[]} texts
   * @returns {Promise<number>} milliseconds of CPU time of a pass over the texts
   */
  async run(task, texts, passes = 1) {
    this.#child.send({ task, texts, passes });
    const [milliseconds] = await once(this.#child, 'message');
    return milliseconds;
  }

  /** Parses and lints until the code is compiled. @returns {Promise<number>} CPU milliseconds of linting the texts once */
  async warmUp(texts) {
    const start = performance.now();
    let pass = await this.run('lint', texts);
    while (performance.now() - start < warmUpMilliseconds) {
      const passes = Math.ceil(warmUpMilliseconds / 10 / pass);
      await this.run('parse', texts, passes);
      pass = await this.run('lint', texts, passes);
    }
    return pass;
  }

  end() {
    this.#child.disconnect();
  }
}
