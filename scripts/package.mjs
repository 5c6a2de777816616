// Packs the built tree into dist/plumbline.vsix. The flags are what vsce needs to be told where a manifest has no
// repository, and where everything that runs is already bundled.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
export const vsix = 'dist/plumbline.vsix';

export function packageExtension() {
  const flags = ['--no-dependencies', '--allow-missing-repository', '--readme-path', 'client/README.md', '--out', vsix];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@vscode/vsce/vsce', 'package', ...flags],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`vsce package failed\n${stdout}${stderr}`);
  console.log(`${(statSync(root + vsix).size / 1000).toFixed(0).padStart(6)} KB  ${vsix}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) packageExtension();
