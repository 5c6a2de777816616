/** Why a file gave no text. */
export type UnreadReason = 'missing' | 'not a file' | 'not UTF-8' | 'too large' | 'unreadable';

/** What reading a file gives: its text without a byte order mark, or the reason for having none. */
export type FileText = { readonly text: string } | { readonly unread: UnreadReason };

export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
  /** A symbolic link; `folder` tells what it leads to. */
  readonly link: boolean;
}

/**
 * The files of the host, by URI. Desktop, command line and web differ in this alone.
 * Nothing here rejects: a file that cannot be read is a value, a folder that cannot be read has no entries.
 */
export interface Files {
  read(uri: string): Promise<FileText>;
  /** The entries of a folder, by name. Links that lead nowhere are left out. */
  list(folderUri: string): Promise<readonly FolderEntry[]>;
  /** What is another one when a file was written, or something in a folder came or went; undefined for what is not there. */
  stamp(uri: string): Promise<string | undefined>;
  /** `sha512-…` over the sorted paths and the bytes of what a pack is read from in a folder; undefined where it cannot be read. */
  integrity(folderUri: string): Promise<string | undefined>;
  /** The URI without links on its way; the same URI where the host has no links. */
  real(uri: string): Promise<string>;
}
