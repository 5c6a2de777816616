export function median(numbers) {
  return percentile(numbers, 50);
}

/** By linear interpolation between the two nearest of the sorted numbers. */
export function percentile(numbers, percent) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const rank = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(rank)];
  return below + (sorted[Math.ceil(rank)] - below) * (rank % 1);
}

/**
 * Measures the tools in turn, so that what else the machine does meets them alike.
 * @template T
 * @param {Record<string, (run: number) => Promise<T>>} tools
 * @param {{ runs: number, seconds: number }} limits when the time is over, three runs are enough
 * @returns {Promise<Record<string, T[]>>} what each said of each run
 */
export async function inTurn(tools, { runs, seconds }) {
  const samples = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
  const start = performance.now();
  for (let run = 0; run < runs; run++) {
    if (run >= 3 && performance.now() - start > seconds * 1000) break;
    for (const [name, measure] of Object.entries(tools)) samples[name].push(await measure(run));
  }
  return samples;
}
