// npm run editor: examples/ in a VS Code that has the extension and nothing of yours: the desktop when `code` is on the
// PATH, else VS Code's server from npm, to be opened in the browser. The profile is thrown away.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installServer, whereIs } from '../test/vscode/install-server.mjs';
import { installExtension, removeFolder, startServer, temporaryFolder, writeSettings } from '../test/vscode/server.mjs';
import { vsix } from './package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
if (!existsSync(vsix)) {
  console.error(`${vsix} is not built: npm start`);
  process.exit(1);
}

const temporary = temporaryFolder('editor');
const profile = { userData: join(temporary, 'user-data'), extensions: join(temporary, 'extensions') };
// A copy, so that what is tried out does not change the samples.
const examples = join(temporary, 'examples');
cpSync('examples', examples, { recursive: true });
writeSettings(profile.userData);

const desktop = whereIs('code');
if (desktop) {
  const folders = ['--extensions-dir', profile.extensions, '--user-data-dir', profile.userData];
  spawnSync(desktop, [...folders, '--install-extension', vsix], { stdio: 'inherit' });
  console.log('Close the window to end.');
  spawnSync(desktop, [...folders, '--disable-workspace-trust', '--new-window', '--wait', examples], {
    stdio: 'inherit',
  });
} else {
  const installed = await installServer();
  installExtension(installed, profile, vsix);
  const server = await startServer(installed, profile);
  console.log(`Open http://${server.address}/?folder=${encodeURI(examples)}`);
  console.log('Ctrl+C ends it.');
  const interrupted = ['SIGINT', 'SIGTERM'].map((name) => new Promise((resolve) => process.once(name, resolve)));
  await Promise.race([server.ended, ...interrupted]);
  await server.stop();
}
removeFolder(temporary);
