import { commands, type Disposable, ProcessExecution, Task, TaskScope, tasks, Uri } from 'vscode';
import { installPacksCommand } from '../../../server/src/lsp/protocol.js';

/** Brings the packs of a folder in a terminal, by the command line that comes with the extension. */
export function registerInstallPacks(extension: Uri): Disposable {
  return commands.registerCommand(installPacksCommand, (folder: string, locale: string) => {
    const cli = Uri.joinPath(extension, 'server/bin/plumbline.js').fsPath;
    const execution = new ProcessExecution(process.execPath, [cli, 'pack', 'install', '--locale', locale], {
      cwd: Uri.parse(folder).fsPath,
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    const name = 'plumbline pack install';
    return tasks.executeTask(new Task({ type: 'plumbline' }, TaskScope.Workspace, name, 'Plumbline', execution));
  });
}
