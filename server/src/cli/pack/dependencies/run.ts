import type { FetchingOptions } from '../../options.js';
import type { Fetching } from '../fetch/fetching.js';
import type { PackWording } from '../wording/pack-wording.js';
import { packWording } from '../wording/pack-wording-for.js';
import { Bringing } from './bring.js';
import { exclusively } from './exclusively.js';
import { Project } from './project.js';

/** What a command that brings packs works with. */
export interface Run {
  readonly project: Project;
  readonly bringing: Bringing;
  readonly fetching: Fetching;
  readonly wording: PackWording;
}

/** Runs a command that changes the packs of the nearest config, alone, and takes away what it has left. */
export async function changingPacks<T>(
  workingDirectory: string,
  { timeout, locale }: FetchingOptions,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const wording = packWording(locale);
  const folder = await Project.folderOf(workingDirectory);
  const deadline = Date.now() + timeout * 1000;
  return exclusively(folder, deadline, wording, async (temporary) => {
    const project = await Project.open(folder, wording);
    const fetching = { folder, temporary, deadline, wording };
    const bringing = new Bringing(project, fetching);
    try {
      return await work({ project, bringing, fetching, wording });
    } finally {
      await bringing.discard();
    }
  });
}
