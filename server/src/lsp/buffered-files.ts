import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../workspace/files.js';
import { normalizeUri } from './from-lsp.js';

/** The host's files with the open documents before them, so that an edit counts before it is saved. */
export class BufferedFiles implements Files {
  readonly #open = new Map<string, TextDocument>();
  /** What was read last under each URI, from wherever. */
  readonly #read = new Map<string, string>();

  constructor(private readonly disk: Files) {}

  open(document: TextDocument): void {
    this.#open.set(normalizeUri(document.uri), document);
  }

  close(document: TextDocument): void {
    this.#open.delete(normalizeUri(document.uri));
  }

  isOpen(uri: string): boolean {
    return this.#open.has(normalizeUri(uri));
  }

  /** The version of an open document. */
  versionOf(uri: string): number | undefined {
    return this.#open.get(normalizeUri(uri))?.version;
  }

  /** Whether opening or closing this document changes what is read under its URI. */
  async differsFromDisk(document: TextDocument): Promise<boolean> {
    const text = withoutMark(document.getText());
    const reading = await this.disk.read(normalizeUri(document.uri));
    return !('text' in reading) || reading.text !== text;
  }

  /** Whether an open document is other than what was read under its URI: the disk may have changed in between. */
  differsFromReading(document: TextDocument): boolean {
    const read = this.#read.get(normalizeUri(document.uri));
    return read !== undefined && read !== fingerprint(withoutMark(document.getText()));
  }

  async read(uri: string) {
    const document = this.#open.get(uri);
    const reading = document === undefined ? await this.disk.read(uri) : { text: withoutMark(document.getText()) };
    this.#read.set(uri, 'text' in reading ? fingerprint(reading.text) : '');
    return reading;
  }

  list(folderUri: string) {
    return this.disk.list(folderUri);
  }

  stamp(uri: string) {
    return this.disk.stamp(uri);
  }

  integrity(folderUri: string) {
    return this.disk.integrity(folderUri);
  }

  real(uri: string) {
    return this.disk.real(uri);
  }
}

/** Enough to tell texts apart without keeping them. */
function fingerprint(text: string): string {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}:${hash}`;
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
