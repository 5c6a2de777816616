/**
 * Answers the messages of in-process.mjs: runs one of the tasks on each text, as many passes as asked for, and says how
 * long a pass took, in milliseconds of the clock.
 * @param {Record<string, (text: string) => unknown>} tasks
 */
export function answer(tasks) {
  process.on('message', async ({ task, texts, passes }) => {
    // The garbage of the measurement before is not this one's.
    globalThis.gc();
    const start = performance.now();
    for (let pass = 0; pass < passes; pass++) {
      for (const text of texts) await tasks[task](text);
    }
    process.send((performance.now() - start) / passes);
  });
  process.send('ready');
}
