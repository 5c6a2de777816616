import { URI } from 'vscode-uri';
import { type Pack, type Problem, packName, readPack } from '../../../core/index.js';
import { decodeText } from '../../../workspace/decode-text.js';
import { manifestName } from '../../../workspace/find-pack.js';
import { nodeFiles } from '../../../workspace/node-files.js';
import { integrityOfFiles } from '../../../workspace/pack-integrity.js';
import { workspaceProblemMessage } from '../../../workspace/problem-message.js';
import { defaultPackBounds, readPackFolder } from '../../../workspace/read-pack-folder.js';
import { systemReason } from '../../system-reason.js';
import { UsageError } from '../../usage-error.js';
import { fetchPack } from '../fetch/fetch-pack.js';
import type { Fetching } from '../fetch/fetching.js';
import type { PackWording } from '../wording/pack-wording.js';
import type { Address } from './address.js';
import type { Project } from './project.js';
import { type Staged, stage } from './put-in-place.js';

/** A pack that came from elsewhere, written beside its place and not in it yet. */
export interface Brought {
  readonly pack: Pack;
  readonly resolved: string;
  readonly integrity: string;
  readonly staged: Staged;
}

/** What is brought together and put in place together, or not at all. */
export class Bringing {
  readonly #staged: Staged[] = [];

  constructor(
    private readonly project: Project,
    private readonly fetching: Fetching,
  ) {}

  /** `name`: what the pack must be called, where that is known; `exact`: `resolved` of the lock. Throws a UsageError. */
  async bring({ written, origin }: Address, name?: string, exact?: string): Promise<Brought> {
    const { wording } = this.fetching;
    const { files, resolved } = await fetchPack(origin, written, this.fetching, exact);
    const called = nameOf(files, written, wording);
    if (name !== undefined && called !== name) throw new UsageError(wording.otherName(written, called, name));
    try {
      const staged = await stage(this.project.placeOf(called, origin), files);
      this.#staged.push(staged);
      const pack = await readWhole(staged.folder, written, wording);
      return { pack, resolved, integrity: integrityOfFiles(files), staged };
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${written}: ${wording.unwritable(systemReason(error, wording.locale))}`);
    }
  }

  /** Puts what was brought in its place. */
  async commit(): Promise<void> {
    const { wording } = this.fetching;
    try {
      for (const staged of this.#staged.splice(0)) await staged.commit();
    } catch (error) {
      throw new UsageError(
        `${this.project.displayedConfig}: ${wording.unwritable(systemReason(error, wording.locale))}`,
      );
    }
  }

  /** Takes away what is in no place. */
  async discard(): Promise<void> {
    // The first made the folder that all stand in.
    for (const staged of this.#staged.splice(0).reverse()) await staged.discard();
  }
}

/** The name of the pack, before there is a folder of this name. */
function nameOf(files: ReadonlyMap<string, Uint8Array>, written: string, wording: PackWording): string {
  const text = decodeText(Buffer.from(files.get(manifestName) ?? []))?.text ?? '';
  const { pack, problems } = readPack(new Map([[manifestName, text]]));
  if (pack !== undefined && packName.test(pack.name)) return pack.name;
  throw new UsageError(wording.unusable(written, verdictOf(problems, wording)));
}

/** The pack in a folder. Throws a UsageError where none can be used. */
export async function readWhole(folder: string, written: string, wording: PackWording): Promise<Pack> {
  const { reading, problems } = await readPackFolder(nodeFiles(), URI.file(folder).toString(), defaultPackBounds);
  if (reading.pack !== undefined) return reading.pack;
  throw new UsageError(wording.unusable(written, verdictOf([...problems, ...reading.problems], wording)));
}

function verdictOf(problems: readonly Problem[], { locale }: PackWording): string {
  const problem = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  if (problem === undefined) return manifestName;
  const { line } = problem.range.start;
  return `${problem.path}:${line + 1} ${workspaceProblemMessage(problem, locale).split('\n', 1)[0]}`;
}
