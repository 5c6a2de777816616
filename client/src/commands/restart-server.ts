import { commands, type Disposable } from 'vscode';

export function registerRestartServer(restart: () => Promise<void>): Disposable {
  return commands.registerCommand('plumbline.restartServer', restart);
}
