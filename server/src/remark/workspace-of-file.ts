import { type FileWorkspacesOptions, fileWorkspaces } from '../workspace/file-workspaces.js';
import { findConfig } from '../workspace/find-config.js';
import { stampsOf, type Workspace } from '../workspace/workspace.js';

interface Kept {
  readonly workspace: Workspace;
  readonly stamp: string;
}

/** remark makes the plugin anew for every file, and editors keep it for days: a workspace serves as long as its files stay. */
const kept = new Map<string, Promise<Kept>>();

/** The workspace that a file is judged by, as the command line has it. */
export async function workspaceOfFile(fileUri: string, options: FileWorkspacesOptions): Promise<Workspace> {
  const configUri = options.configUri ?? (await findConfig(fileWorkspaces().files, fileUri));
  const key = JSON.stringify([configUri, options.packs]);
  const earlier = kept.get(key);
  if (earlier !== undefined) {
    const { workspace, stamp } = await earlier;
    if ((await stampOf(workspace)) === stamp) return workspace;
    if (kept.get(key) !== earlier) return workspaceOfFile(fileUri, options);
  }
  const loading = load(fileUri, options);
  kept.set(key, loading);
  return (await loading).workspace;
}

async function load(fileUri: string, options: FileWorkspacesOptions): Promise<Kept> {
  const workspace = await fileWorkspaces(options).ofFile(fileUri);
  return { workspace, stamp: await stampOf(workspace) };
}

/** Changes when a file that the workspace was read from does, or one comes or goes. */
async function stampOf(workspace: Workspace): Promise<string> {
  return JSON.stringify([...(await stampsOf(workspace, fileWorkspaces().files)).values()]);
}
