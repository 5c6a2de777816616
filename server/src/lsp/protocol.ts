/** The messages beyond LSP. Types and names only, so that a client can import this file alone. */

/** What editors call the languages that are Markdown, or Markdown with more. Client and server go by these lists alone. */
export const markdownLanguageIds: readonly string[] = ['markdown', 'quarto', 'rmd', 'mdx'];

/** What editors call other languages that people write in, and not machines. */
const proseLanguageIds: readonly string[] = [
  'plaintext',
  'text',
  'pandoc',
  'myst',
  'djot',
  'asciidoc',
  'restructuredtext',
  'rst',
  'latex',
  'tex',
  'typst',
  'org',
  'textile',
  'mediawiki',
];

/** All that a report may be in: one that is no Markdown is one where `files` names it, or when asked for. */
export const reportLanguageIds: readonly string[] = [...markdownLanguageIds, ...proseLanguageIds];

/** What a client may send as `initializationOptions`, beside the settings. */
export interface InitializationOptions {
  /** `false`: the folders are a stranger's. No config, pack or ignore list of theirs is read, and the shipped packs serve. */
  readonly trusted?: boolean;
  /** The URI that the client opens the folder of the pages of rules under, in place of the one on the server's disk. */
  readonly rulePages?: string;
  /** The client shows documents of `packScheme`. */
  readonly packDocuments?: boolean;
  /** The client knows `installPacksCommand`. */
  readonly installsPacks?: boolean;
}

/** `plumbline-pack:/<pack>/<path>`: a file of a pack that ships, to be read and not to be changed. */
export const packScheme = 'plumbline-pack';

/** Client to server: the entries of such a document, in its order. Answered by `PackEntry[]`. */
export const packEntriesRequest = 'plumbline/packEntries';

export interface PackEntriesParams {
  /** The document. */
  readonly uri: string;
}

export interface PackEntry {
  /** `pack/kind/id`. */
  readonly name: string;
  /** Of its id. */
  readonly range: Range;
}

/**
 * Client to server: what to write so that a folder has an entry in a pack of its own, which is made where there is none,
 * and its config where there is none. Answered by `CopiedEntry`; null where the folder has no such pack in force.
 */
export const copyEntryRequest = 'plumbline/copyEntry';

export interface CopyEntryParams {
  /** `pack/kind/id`. */
  readonly name: string;
  /** The workspace folder. */
  readonly folder: string;
}

export interface CopiedEntry {
  /** Files to be made first, then texts to be put into files; nothing where the entry stands there already. */
  readonly newFiles: readonly string[];
  readonly insertions: readonly { readonly uri: string; readonly position: Position; readonly text: string }[];
  /** Where the entry stands afterwards. */
  readonly uri: string;
  readonly range: Range;
}

/** As in LSP: lines and UTF-16 units from 0. */
interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Client to server: this document is held to the packs that ship until it is closed, whatever folder is open. */
export const sampleNotification = 'plumbline/sample';

export interface SampleParams {
  /** The document, which is open. */
  readonly uri: string;
}

/** Client to server: the text of a first plumbline.yaml for a folder. Answered by a string. */
export const firstConfigRequest = 'plumbline/firstConfig';

export interface FirstConfigParams {
  /** The workspace folder. */
  readonly folder: string;
}

/** Client to server: the report types in force in a folder, each as a report to be written. Answered by `NewReportType[]`. */
export const newReportsRequest = 'plumbline/newReports';

export interface NewReportsParams {
  /** The workspace folder; without one, the packs that ship serve. */
  readonly folder?: string;
}

/** `label`, `description` and `detail` are in the client's locale. */
export interface NewReportType {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** The client's first. `snippet` is the report in the grammar of LSP's snippets. */
  readonly languages: readonly { readonly label: string; readonly snippet: string }[];
}

/** Server to client: the vocabulary in force for a document; sent when it is opened and whenever this changes. */
export const statusNotification = 'plumbline/status';

export interface VocabularyStatus {
  /** The document that it is said of. */
  readonly uri: string;
  /** In the order that they merge. */
  readonly packs: readonly PackStatus[];
  /** How many problems the packs and the config have. */
  readonly problems: number;
  /** The files of packs and configs that are broken, so that something of them stands as it was read last: their URIs. */
  readonly kept: readonly string[];
  /** Where nobody names a pack and one that ships serves: the names of the others that ship. */
  readonly shippedBeside?: readonly string[];
  /** The `plumbline.yaml` that names the packs. */
  readonly configUri: string | undefined;
  /** The folders of packs that are not in force, since a server was ended while it loaded them. */
  readonly leftAlone: readonly string[];
  /** Whether the document is judged as a report, or only gets completion and hover. */
  readonly isReport: boolean;
  /** How far a report is, in the client's locale: "3 of 4 key tasks, 12 of 14 figures hold". Sent anew as it is written. */
  readonly progress?: string;
}

export interface PackStatus {
  readonly name: string;
  readonly version: string;
  /** In the client's locale. */
  readonly title: string;
  /** The pack's folder. */
  readonly folder: string;
}

/** Client to server: a request that is answered at once, by a server that does nothing else at the moment. */
export const pingRequest = 'plumbline/ping';

/**
 * Server to client, where `initializationOptions` had `leaveAlone`: what it has in hand from now on, told before it
 * begins; then that it is done. Documents of `leaveAlone` are not read until they are closed, packs not at all.
 */
export const readingNotification = 'plumbline/reading';

export interface Reading {
  /** A document, the folder of a pack that is read, or those of all that are merged. None: done. */
  readonly uris: readonly string[];
  /** It has not been read before. */
  readonly first: boolean;
}

/** What a client that watches over the server sends with `initialize`. */
export interface WatchOptions {
  /** The URIs of the documents and the folders of packs over which servers were ended. */
  readonly leaveAlone: readonly string[];
}

/**
 * Client to server, by `workspace/executeCommand` with the document's URI as the one argument: judge this document as
 * a report until it is closed, or no longer when it is judged by this wish alone. The writer is told by a message; the
 * answer is a `CheckFileAnswer`, or null where the server knows no such document. The name is not that of the client's
 * own command, since a client registers what a server offers under its own name.
 */
export const checkFileCommand = 'plumbline.server.checkFile';

export interface CheckFileAnswer {
  /** Whether the document is judged from now on. */
  readonly isReport: boolean;
  readonly findings: number;
  readonly sections: number;
  /** How many parts of it were not read. */
  readonly unread: number;
}

/** Client to server, by `workspace/executeCommand`: what a quick fix is to a client without code action literals. */
export const applyFixCommand = 'plumbline.server.applyFix';

/** Client to server, by `workspace/executeCommand`: all that is safe to fix of one rule, as one edit. */
export const fixRuleCommand = 'plumbline.server.fixRule';

/**
 * A command of the client's own, of a quick fix: runs `plumbline pack install` in a terminal, with the URI of the folder
 * of a config and the locale of messages as its arguments. The server fetches nothing itself.
 */
export const installPacksCommand = 'plumbline.installPacks';
/** Client to server, by `workspace/executeCommand`: one's own pack takes a form, an exception, a term or a record. */
export const addToPackCommand = 'plumbline.server.addToPack';

/** `plumbline-explain:/<file>:<line>.txt?<place>`: why something was found at a place of a report, or nothing. */
export const explainScheme = 'plumbline-explain';

/** Client to server, by `workspace/executeCommand`: shows the document that explains a place. */
export const explainCommand = 'plumbline.server.explain';

/** Client to server, by `workspace/executeCommand` with the rule's id: shows its page. */
export const openRuleCommand = 'plumbline.server.openRule';
