import type { Locale, Severity } from '../core/index.js';

/** What every command may be told. */
export interface SpokenOptions {
  readonly locale: Locale;
}

/** What every command that takes packs into force may be told. */
export interface VocabularyOptions extends SpokenOptions {
  /** Paths or names; instead of the config's. */
  readonly pack?: readonly string[];
  readonly config?: string;
  /** Of `pack diff`: a folder (URI) in the place of the pack of this name. */
  readonly instead?: { readonly name: string; readonly folder: string };
}

export interface InitOptions extends SpokenOptions {
  /** Paths or names. */
  readonly pack?: readonly string[];
}

/** What every command that reads reports may be told. */
export interface ReadingOptions extends VocabularyOptions {
  /** `2023-10-10`. */
  readonly date?: string;
  readonly region?: string;
  readonly report?: string;
  readonly language?: string;
}

/** What every command that reads many reports may be told. */
export interface FileOptions extends ReadingOptions {
  readonly stdinPath?: string;
  /** What reading one file may take, in seconds. */
  readonly timeout: number;
}

/** What every command that judges reports may be told. */
export interface JudgingOptions extends FileOptions {
  /** The only rules to judge by. */
  readonly rule?: readonly string[];
}

export interface CheckOptions extends JudgingOptions {
  readonly format: Format;
  readonly failOn: Severity;
}

export interface FixOptions extends JudgingOptions {
  readonly dryRun?: boolean;
}

export interface ClaimsOptions extends FileOptions {
  readonly format: Format | 'csv';
  /** Every number, those too that are stated of nothing. */
  readonly all?: boolean;
}

export type ExplainOptions = ReadingOptions;

export interface NewOptions extends VocabularyOptions {
  /** `2023-10-10`. */
  readonly date?: string;
  readonly language?: string;
}

export interface ListOptions extends VocabularyOptions {
  readonly format: Format;
  readonly kind?: string;
}

export interface PackCheckOptions extends SpokenOptions {
  readonly format: Format;
  readonly failOn: 'error' | 'warning';
  readonly date?: string;
  readonly forms?: boolean;
}

export interface PackTestOptions extends SpokenOptions {
  readonly format: Format;
  readonly alter?: boolean;
  readonly date?: string;
}

export interface PackExportOptions extends SpokenOptions {
  /** What is written: so far nothing else is. */
  readonly codeSnippets?: boolean;
  /** The folder that the files go into. */
  readonly out?: string;
  readonly date?: string;
}

/** What every command that brings packs from elsewhere may be told. */
export interface FetchingOptions extends SpokenOptions {
  /** What all of it may take, in seconds. */
  readonly timeout: number;
}

export interface PackInstallOptions extends FetchingOptions {
  readonly frozen?: boolean;
}

export interface PackListOptions extends SpokenOptions {
  readonly format: Format;
}

export interface PackPublishOptions extends FetchingOptions {
  readonly dryRun?: boolean;
}

export interface PackDiffOptions extends FetchingOptions {
  readonly format: Format;
  readonly date?: string;
}

export type Format = 'text' | 'json';

/** What `plumbline list` lists. */
export const listings = ['rules', 'entries', 'reports', 'sources'] as const;
export type Listing = (typeof listings)[number];
