import type { Workspace, WorkspaceProblem } from './workspace.js';

/** Whether a problem costs the config or a whole pack, so that nothing can be judged as asked. An error inside a pack that did load costs an entry. */
export function isFatal({ severity, uri }: WorkspaceProblem, { configUri, packFolders }: Workspace): boolean {
  const inLoadedPack = [...packFolders.values()].some((folder) => uri.startsWith(`${folder}/`));
  return severity === 'error' && (uri === configUri || !inLoadedPack);
}
