import { build } from 'esbuild';
import { root } from './source-files.js';

/** The core, or the part of it behind one file, as one script without a host; it sets the global `plumbline`. */
export async function bundleCore(entry = 'server/src/core/index.ts'): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'plumbline',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['worker'],
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}
