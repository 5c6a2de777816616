import { readdirSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReportSettings } from '../../server/src/core/index.js';
import { fileWorkspaces } from '../../server/src/workspace/file-workspaces.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { workspaceProblemMessage } from '../../server/src/workspace/problem-message.js';
import { defaultPackBounds, readPackFolder } from '../../server/src/workspace/read-pack-folder.js';
import { isMarkdownPath, reportSettings } from '../../server/src/workspace/report-files.js';
import { fixtureLines } from './fixture-lines.js';

/** What both revisions read: the same texts, packs and settings, as plain data. */
export interface Batch {
  /** Each the packs that merge into it, each the texts of its files by their paths. */
  readonly vocabularies: readonly PackTexts[][];
  readonly reports: readonly BatchReport[];
}

export type PackTexts = (readonly [path: string, text: string])[];

export interface BatchReport {
  /** A file, or a line of a fixture: `claims/uk-clean-power.yml:12`. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** Its place in `vocabularies`. */
  readonly vocabulary: number;
  readonly settings: ReportSettings;
}

/** What a revision says of a place of a report. */
export interface Row {
  readonly kind: 'finding' | 'unread' | 'claim';
  /** Line, column, end line, end column; from 1. */
  readonly at: readonly number[];
  readonly says: string;
}

export interface Answer {
  /** Milliseconds of CPU time by stage; `again` once the code is warm, where the first reading was short. */
  readonly cpu: {
    readonly start: number;
    readonly packs: number;
    readonly first: number;
    readonly again?: number;
  };
  /** By report, where they were asked for. */
  readonly rows: readonly (readonly Row[])[];
}

/** The day of reports that have none, so that a comparison is the same on any day. */
const date = '2023-10-10';
const largestFile = 32_000_000;

/**
 * All Markdown below a folder, each file with the settings and packs of the nearest plumbline.yaml (else the packs that
 * ship, or those that are named), and every line of the fixtures there with the pack that it is about.
 */
export async function batchOf(folder: string, packs: readonly string[] = []): Promise<Batch> {
  const vocabularies = new Vocabularies();
  const reports: BatchReport[] = [];
  const here = pathToFileURL(process.cwd()).toString();
  const workspaces = fileWorkspaces(packs.length === 0 ? {} : { packs: { names: packs, relativeTo: here } });
  for (const path of filesBelow(folder)) {
    const name = relative(folder, path).replaceAll('\\', '/');
    if (isMarkdownPath(path)) {
      const uri = pathToFileURL(path).toString();
      const { config, folder: configFolder, packFolders, problems } = await workspaces.ofFile(uri);
      const failed = problems.find(({ severity }) => severity === 'error');
      if (failed !== undefined && packFolders.size < packs.length)
        throw new Error(workspaceProblemMessage(failed, 'en'));
      reports.push({
        name,
        text: readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
        vocabulary: await vocabularies.of([...packFolders.values()]),
        settings: { date, ...reportSettings(config, configFolder, uri) },
      });
    } else {
      for (const { line, text, settings, pack, added } of fixtureLines(path)) {
        const vocabulary = await vocabularies.of([pathToFileURL(pack).toString()], added);
        reports.push({ name: `${name}:${line}`, text, vocabulary, settings: { date, ...settings } });
      }
    }
  }
  return { vocabularies: vocabularies.all, reports };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        (isMarkdownPath(path) || /\.ya?ml$/i.test(path)) && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(path),
    )
    .map((path) => resolve(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** Sets of packs, each read from its folders once. */
class Vocabularies {
  readonly all: PackTexts[][] = [];
  readonly #known = new Map<string, number>();

  /** @param added packs beside those of the folders, as texts of their pack.yaml */
  async of(folderUris: readonly string[], added: readonly string[] = []): Promise<number> {
    const key = JSON.stringify([folderUris, added]);
    let index = this.#known.get(key);
    if (index === undefined) {
      const packs = await Promise.all(folderUris.map(packTextsOf));
      index = this.all.push([...packs, ...added.map((text): PackTexts => [['pack.yaml', text]])]) - 1;
      this.#known.set(key, index);
    }
    return index;
  }
}

async function packTextsOf(folderUri: string): Promise<PackTexts> {
  const files = nodeFiles(largestFile);
  const { files: paths } = await readPackFolder(files, folderUri, defaultPackBounds);
  const texts = await Promise.all(
    paths.map(async (path) => {
      const reading = await files.read(`${folderUri}/${path}`);
      return 'unread' in reading ? [] : [[path, reading.text] as const];
    }),
  );
  return texts.flat();
}
