import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Called in the extension host: runs the tests beside this file and leaves their counts for the driver. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, forbidPending: true, color: true });
  for (const name of readdirSync(__dirname).sort())
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  await mocha.loadFilesAsync();
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes, failures, pending } = stats ?? { passes: 0, failures: 1, pending: 0 };
  writeFileSync(process.env.PLUMBLINE_RESULTS ?? '', JSON.stringify({ passes, failures, pending }));
  if (failures > 0) throw new Error(`${failures} failed`);
}
