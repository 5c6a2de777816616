/**
 * Answers the messages of in-process.mjs: runs one of the tasks on each text, as many passes as asked for, and says what
 * a pass took, in milliseconds of CPU time: what else the machine does hardly counts.
 * @param {Record<string, (text: string) => unknown>} tasks
 */
export function answer(tasks) {
  process.on('message', async ({ task, texts, passes }) => {
    const start = process.cpuUsage();
    for (let pass = 0; pass < passes; pass++) {
      for (const text of texts) await tasks[task](text);
    }
    const { user, system } = process.cpuUsage(start);
    process.send((user + system) / 1000 / passes);
  });
  process.send('ready');
}
