import { type CodeAction, CreateFile, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import {
  addToPack,
  applyEdits,
  isPackAddition,
  type Locale,
  type PackAddition,
  placeOfAddition,
  type TextEdit,
  type VocabularyChoice,
  visible,
} from '../core/index.js';
import { manifestName } from '../workspace/find-pack.js';
import { relativePath } from '../workspace/report-files.js';
import type { Workspace } from '../workspace/workspace.js';
import type { ActionContext } from './action-context.js';
import { actionTitles } from './action-titles.js';
import type { BufferedFiles } from './buffered-files.js';
import type { ClientFeatures } from './client-features.js';
import { firstPack, firstPackName, isBelow, ownPack } from './own-pack.js';
import type { PackDocuments } from './pack-documents.js';
import { addToPackCommand } from './protocol.js';
import { editsToLsp } from './to-lsp.js';

/** Where packs of one's own may be written. */
export interface PackGround {
  readonly files: BufferedFiles;
  /** The folders that the editor has open, their packs to be trusted. */
  readonly folders: readonly string[];
  readonly packDocuments: PackDocuments;
}

/** The argument of `addToPackCommand`. */
export interface AdditionToPack {
  /** The report, whose config says which packs are in force. */
  readonly uri: string;
  readonly addition: PackAddition;
}

export function isAdditionToPack(argument: unknown): argument is AdditionToPack {
  const { uri, addition } = (argument ?? {}) as Partial<Record<keyof AdditionToPack, unknown>>;
  return typeof uri === 'string' && isPackAddition(addition);
}

/** The actions that have one's own pack take something, each naming the file; read and written only when one is chosen. */
export async function packActions(
  { snapshot: { uri, workspace }, features, locale }: ActionContext,
  ground: PackGround,
  choices: readonly VocabularyChoice[],
): Promise<CodeAction[]> {
  const base = baseOf(workspace, uri, ground);
  if (choices.length === 0 || base === undefined || !features.applyEdit) return [];
  const own = ownPack(workspace, ground.folders, ground.packDocuments);
  if (own === undefined && !features.createFiles) return [];
  const made =
    own === undefined ? `packs/${await firstPackName(ground.files, workspace, base)}/${manifestName}` : undefined;
  return choices.flatMap(({ addition, name }) => {
    const path = own && placeOfAddition(own.pack, addition);
    const file = own === undefined ? made : path && displayed(Utils.joinPath(URI.parse(own.folder), path), base);
    if (file === undefined) return [];
    const title = actionTitles(locale).add(addition, visible(name), file);
    const argument: AdditionToPack = { uri, addition };
    return [{ title, command: { title, command: addToPackCommand, arguments: [argument] } }];
  });
}

/** The folder of the config, or the one that is to have a first config; none outside the folders that are open. */
function baseOf({ folder }: Workspace, uri: string, { folders }: PackGround): string | undefined {
  const near = folder ?? folders.find((each) => relativePath(each, uri) !== undefined);
  const isOpen = (each: string) => folders.some((open) => open === each || relativePath(open, each) !== undefined);
  return near !== undefined && isOpen(near) ? near : undefined;
}

function displayed(file: URI, base: string): string {
  return visible(relativePath(base, file.toString()) ?? Utils.basename(file));
}

/** What to ask of the client, or why nothing was written. */
export type Writing = { readonly edit: WorkspaceEdit } | { readonly message: string };

/** Carries out `addToPackCommand`. Undefined where there is nothing to be written to. */
export async function additionEdit(
  { uri, addition }: AdditionToPack,
  workspace: Workspace,
  ground: PackGround,
  features: ClientFeatures,
  locale: Locale,
): Promise<Writing | undefined> {
  const base = baseOf(workspace, uri, ground);
  if (base === undefined) return undefined;
  const own = ownPack(workspace, ground.folders, ground.packDocuments);
  const changes = own === undefined ? await intoFirstPack() : await intoPack(own.folder);
  if (changes === undefined || 'message' in changes) return changes;
  for (const change of changes) {
    if (change.isNew && !features.createFiles) return undefined;
    if (!(await isBelow(ground.files, change.uri, ground.folders))) {
      return { message: actionTitles(locale).outside(displayed(URI.parse(change.uri), base)) };
    }
  }
  return { edit: editOf(changes, ground.files, features) };

  async function intoPack(folder: string): Promise<readonly FileChange[] | { message: string } | undefined> {
    const texts = new Map<string, string>();
    for (const file of workspace.files) {
      const path = relativePath(folder, file);
      const reading = path === undefined ? undefined : await ground.files.read(file);
      if (path !== undefined && reading !== undefined && 'text' in reading) texts.set(path, reading.text);
    }
    const writing = addToPack(texts, addition);
    if (writing === undefined) return undefined;
    const file = Utils.joinPath(URI.parse(folder), writing.path);
    if ('refused' in writing) {
      return { message: actionTitles(locale).refused(displayed(file, base as string), writing.refused) };
    }
    const before = texts.get(writing.path);
    return [{ uri: file.toString(), before: before ?? '', edits: writing.edits, isNew: before === undefined }];
  }

  async function intoFirstPack(): Promise<readonly FileChange[] | { message: string } | undefined> {
    const made = await firstPack(ground.files, workspace, base as string, locale);
    const config = workspace.configUri;
    if (made === undefined) {
      const file = config === undefined ? '' : displayed(URI.parse(config), base as string);
      return { message: actionTitles(locale).refused(file, 'unusual') };
    }
    const writing = addToPack(new Map([[manifestName, made.text]]), addition);
    if (writing === undefined || 'refused' in writing) return undefined;
    const text = applyEdits(made.text, writing.edits);
    const manifest = { uri: made.manifest, before: '', edits: [{ span: { start: 0, end: 0 }, text }], isNew: true };
    return [manifest, made.config];
  }
}

/** What is to be written into a file. */
interface FileChange {
  readonly uri: string;
  readonly before: string;
  readonly edits: readonly TextEdit[];
  readonly isNew: boolean;
}

function editOf(changes: readonly FileChange[], files: BufferedFiles, features: ClientFeatures): WorkspaceEdit {
  const withRanges = changes.map(({ uri, before, edits, isNew }) => ({ uri, isNew, edits: editsToLsp(before, edits) }));
  if (!features.documentChanges) {
    return { changes: Object.fromEntries(withRanges.map(({ uri, edits }) => [uri, edits])) };
  }
  return {
    documentChanges: withRanges.flatMap(({ uri, isNew, edits }): (CreateFile | TextDocumentEdit)[] => [
      ...(isNew ? [CreateFile.create(uri, { overwrite: false })] : []),
      { textDocument: { uri, version: files.versionOf(uri) ?? null }, edits },
    ]),
  };
}
