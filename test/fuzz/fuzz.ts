import { Worker } from 'node:worker_threads';
import type { Family } from './families.js';
import type { Stretch, StretchResult } from './worker.js';

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
}

/** An input that fails, and how it is run again. */
export interface Failure {
  readonly family: string;
  readonly seed: number;
  readonly path: string;
  readonly message: string;
  readonly input: string;
}

export interface FamilyResult {
  /** Inputs that were run. */
  readonly inputs: number;
  /** The first of each kind. */
  readonly failures: readonly Failure[];
  /** All that failed. */
  readonly failed: number;
}

const workerUrl = new URL('./worker.ts', import.meta.url).href;

/**
 * An input that takes so long hangs, in milliseconds of processor time, or of the clock's for one that waits for what
 * never comes: where others keep the machine busy the clock says nothing. A property over a batch starts a host or two.
 */
const longestInput = { processor: 60_000, clock: 600_000 };
const noEnd = 'No end in a minute';
/** How long a failing input is made smaller, in milliseconds. */
const shrinkingTime = 20_000;
/** Inputs of a stretch, which has a seed of its own: what fails ends it. */
const stretch = 100;

/** Runs the share of a family in so many inputs; `tell` hears of each stretch and of each new failure as it comes. */
export async function fuzzFamily(
  runner: Runner,
  name: string,
  { share, batch = 1 }: Pick<Family, 'share' | 'batch'>,
  { runs, seed }: FuzzOptions,
  tell: (text: string) => void = () => undefined,
): Promise<FamilyResult> {
  const wanted = Math.max(1, Math.round((runs * share) / 100 / batch));
  const failures = new Map<string, Failure>();
  let [done, failed] = [0, 0];
  for (let next = seed; done < wanted; next++) {
    const asked = { family: name, seed: next, runs: Math.min(Math.ceil(stretch / batch), wanted - done) };
    const { runs: ran, failure } = await runner.run(asked);
    done += Math.max(1, ran);
    tell(`${name}: ${done * batch} of ${wanted * batch}, ${failed} failed`);
    if (failure === undefined) continue;
    failed++;
    const kind = kindOf(failure.message);
    if (failures.has(kind)) continue;
    const { failure: smaller } = await runner.run({ ...asked, runs: 1, path: failure.path, shrink: true });
    const best = smaller === undefined || smaller.message === noEnd ? failure : smaller;
    failures.set(kind, { family: name, seed: next, ...best });
    tell(shown({ family: name, seed: next, ...best }));
  }
  return { inputs: done * batch, failures: [...failures.values()], failed };
}

/** Runs one input again. */
export function fuzzAgain(runner: Runner, family: string, seed: number, path: string): Promise<StretchResult> {
  return runner.run({ family, seed, runs: 1, path });
}

export function shown({ family, seed, path, message, input }: Failure): string {
  const again = `npm run fuzz -- --again ${family} --seed ${seed} --path ${path}`;
  return `${message}\n  with ${input}\n  again: ${again}`;
}

/** What fails in the same way is the same failure: its first line without numbers, and the first place of the code. */
function kindOf(message: string): string {
  const [first = '', ...frames] = message.split('\n');
  const place = frames.find((line) => /^\s+at /.test(line) && /server\/src/.test(line)) ?? '';
  return `${first.replace(/\d+/g, 'N').slice(0, 60)}${place.replace(/:\d+\)?$/, '')}`;
}

/** Of this process, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** One thread that runs inputs, ended and started anew when one of them hangs. */
export class Runner {
  #progress = new Int32Array(new SharedArrayBuffer(4));
  #worker: Worker | undefined;

  async run(asked: Stretch): Promise<StretchResult> {
    const worker = this.#start();
    worker.postMessage(asked);
    let seen = -1;
    const began = performance.now();
    let since = { clock: began, processor: processorTime() };
    return new Promise((resolve, reject) => {
      const end = (result: StretchResult) => {
        clearInterval(timer);
        worker.off('message', end);
        worker.off('error', fail);
        resolve(result);
      };
      const fail = (error: Error) => {
        clearInterval(timer);
        reject(error);
      };
      const timer = setInterval(() => {
        const now = Atomics.load(this.#progress, 0);
        if (now !== seen) [seen, since] = [now, { clock: performance.now(), processor: processorTime() }];
        const shrinks = asked.shrink === true && performance.now() - began > shrinkingTime;
        const hangs =
          processorTime() - since.processor > longestInput.processor ||
          performance.now() - since.clock > longestInput.clock;
        if (shrinks || hangs) {
          void this.stop();
          const path = asked.path ?? String(now - 1);
          end({ runs: now, failure: { path, message: noEnd, input: 'what --again prints' } });
        }
      }, 1_000);
      worker.once('message', end);
      worker.once('error', fail);
    });
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    // A thread does not inherit the loader of TypeScript.
    const code = `import('tsx/esm/api').then(({ register }) => { register(); import(${JSON.stringify(workerUrl)}); })`;
    this.#worker ??= new Worker(code, { eval: true, workerData: this.#progress.buffer });
    return this.#worker;
  }
}
