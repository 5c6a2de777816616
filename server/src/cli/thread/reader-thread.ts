import { Worker } from 'node:worker_threads';
import { optimizeLate } from './late-optimization.js';
import type { Answer, Errand, Question } from './questions.js';

/** What the packs of a file may take to load, whatever its reading may; in milliseconds. */
const longestLoading = 60_000;

/** An answer; `timeout`: it took too long, and the thread was ended. */
export type Outcome = Exclude<Answer, 'begun'> | 'timeout';

/** The one thread that reads, asked one thing at a time. Where it ended, the next question begins another. */
export class ReaderThread {
  #worker: Worker | undefined;
  #settle: (answer: Answer | 'timeout') => void = () => undefined;

  /** `milliseconds`: what reading one file may take. */
  constructor(
    private readonly errand: Errand,
    private readonly milliseconds: number,
  ) {}

  /** Never rejects. */
  async ask(question: Question): Promise<Outcome> {
    this.#worker ??= this.#begin();
    let timer: NodeJS.Timeout | undefined;
    const endAfter = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#settle('timeout'), milliseconds);
    };
    // How long a folder takes to be searched depends on what is in it.
    if (!('find' in question)) endAfter(Math.max(longestLoading, this.milliseconds));
    const outcome = await new Promise<Outcome>((resolve) => {
      this.#settle = (answer) => (answer === 'begun' ? endAfter(this.milliseconds) : resolve(answer));
      this.#worker?.postMessage(question);
    });
    clearTimeout(timer);
    if (outcome === 'timeout') this.end();
    return outcome;
  }

  end(): void {
    // Waited for by nobody.
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #begin(): Worker {
    optimizeLate();
    const worker = new Worker(new URL('./reader.js', import.meta.url), {
      workerData: this.errand,
      // The stream of a pipe closes its descriptor itself where the thread is ended. Closed once more for the thread, the
      // number may be another's by then: the next thread's own, which the runtime answers with an abort.
      trackUnmanagedFds: false,
    });
    const ended = (fault: string) => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#settle({ fault });
    };
    worker.on('message', (answer: Answer) => {
      if (this.#worker === worker) this.#settle(answer);
    });
    worker.on('error', (error) => ended(String(error)));
    worker.on('exit', (code) => ended(`the thread that reads ended with ${code}`));
    return worker;
  }
}
