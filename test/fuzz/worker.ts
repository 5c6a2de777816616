import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { families } from './families.js';

/** A stretch of runs of one family; `path` leads to one input alone. */
export interface Stretch {
  readonly family: string;
  readonly seed: number;
  readonly runs: number;
  readonly path?: string;
  readonly shrink?: boolean;
}

export interface StretchResult {
  readonly runs: number;
  readonly failure?: { readonly path: string; readonly message: string; readonly input: string };
}

const progress = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', async ({ family, seed, runs, path, shrink = false }: Stretch) => {
  Atomics.store(progress, 0, 0);
  const { property } = families[family] as (typeof families)[string];
  const counted = property().beforeEach(() => Atomics.add(progress, 0, 1)) as fc.IAsyncProperty<unknown>;
  const details = await fc.check(counted, {
    seed,
    numRuns: runs,
    endOnFailure: !shrink,
    ...(path !== undefined && { path }),
  });
  const result: StretchResult = {
    runs: details.numRuns,
    ...(details.failed && {
      failure: {
        path: details.counterexamplePath ?? '',
        message: String((details.errorInstance as Error | undefined)?.stack ?? details.errorInstance),
        input: fc.stringify(details.counterexample),
      },
    }),
  };
  parentPort?.postMessage(result);
});
