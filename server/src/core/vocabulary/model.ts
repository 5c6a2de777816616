import type { Range } from '../text/line-map.js';

/** A language subtag of BCP 47, in lower case: `en`, `zh`. */
export type Language = string;

/** A text per language. */
export type Localized<T> = Readonly<Record<Language, T>>;

/** error: exact, cited, reproducible; warning: likely; information: coverage, staleness, style. */
export type Severity = 'error' | 'warning' | 'information';

export type Level = Severity | 'off';

/** The kinds of entry of pack format 1, as the keys of a pack file. */
export const entryKinds = [
  'sources',
  'terms',
  'tasks',
  'taskLists',
  'metrics',
  'statements',
  'targets',
  'people',
  'organizations',
  'events',
  'programmes',
  'documents',
  'formulations',
  'reports',
  'snippets',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export type Status = 'verified' | 'provisional' | 'unverified';

/** SKOS and ISO 30042: `deprecated` forms are found and replaced, `hidden` ones recognised and never proposed. */
export type FormRole = 'preferred' | 'admitted' | 'deprecated' | 'hidden';

/** How a form differs from its siblings; only rivals count against consistency. */
export type FormClass = 'rival' | 'short' | 'full' | 'attributive' | 'spelling';

/** One way to write an entry. */
export interface Form {
  readonly text: string;
  readonly language: Language;
  readonly role: FormRole;
  readonly class: FormClass;
  readonly status: Status;
  /** Why it is deprecated, in the words of the pack; it has one at least. */
  readonly reason?: Localized<string>;
  /** What to write instead, where it is not the entry's preferred form. */
  readonly replacement?: string;
  /** Words or phrases of which one must stand in the sentence. */
  readonly near: readonly string[];
  /** The word of `text` that inflects; without it, the first and the last do. */
  readonly head?: string;
  /** `capitals`: those of the form must be there, and the text may have more. */
  readonly caseSensitive: boolean | 'capitals';
  readonly level?: Level;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Where a fact rests: the id of a source in the same pack and the place in it. */
export interface Basis {
  readonly source: string;
  readonly at?: string;
  readonly checked?: string;
}

/** A place in a pack file: `path` is relative to the pack's folder, with `/`. */
export interface PackLocation {
  readonly path: string;
  readonly range: Range;
}

export interface EntryBase {
  readonly id: string;
  readonly pack: string;
  /** `pack/kind/id`. */
  readonly fullName: string;
  readonly forms: readonly Form[];
  readonly definition: Localized<string>;
  readonly note: Localized<string>;
  readonly basis: readonly Basis[];
  readonly status: Status;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** `kind/id`. */
  readonly replacedBy?: string;
  readonly region?: string;
  readonly owner?: string;
  readonly level?: Level;
  /** Its acronyms need no expansion. */
  readonly exempt?: boolean;
  /** Longer phrases that shield a form inside them. */
  readonly exceptions: readonly { readonly text: string; readonly language: Language }[];
  readonly examples: { readonly flag: readonly Example[]; readonly allow: readonly Example[] };
  readonly location: PackLocation;
}

/** A line that the pack's author says is flagged, or allowed. */
export interface Example {
  readonly text: string;
  readonly date?: string;
  readonly region?: string;
  readonly report?: string;
  readonly language?: Language;
  readonly location: PackLocation;
}

export interface SourceEntry extends EntryBase {
  readonly kind: 'sources';
  readonly title: Localized<string>;
  readonly publisher?: Localized<string>;
  readonly date?: string;
  readonly url?: string;
  /** The day on which somebody saw it at its address. */
  readonly accessed?: string;
  readonly tier?: 'official' | 'news' | 'other';
  /** The full text, where the pack holds it. */
  readonly text?: string;
}

export interface TermEntry extends EntryBase {
  readonly kind: 'terms';
}

export interface TaskEntry extends EntryBase {
  readonly kind: 'tasks';
  /** Groups of words, each group met by one of its words; `*` ends a stem. */
  readonly keys: Localized<readonly (readonly string[])[]>;
}

export interface TaskListEntry extends EntryBase {
  readonly kind: 'taskLists';
  /** An organization's id. */
  readonly setBy?: string;
  /** `events/id` or `documents/id`. */
  readonly setAt?: string;
  readonly closed: boolean;
  readonly ordered: boolean;
  readonly tasks: readonly { readonly task: string; readonly wording: Localized<string> }[];
}

/** A record of a metric, with the digits that it was written in. */
export interface Observation {
  readonly period: string;
  readonly value: number;
  /** The value's digits as the pack writes them: `37.3e12`. */
  readonly written: string;
  readonly precision?: number;
  readonly comparator?: Comparator;
  readonly vintage?: string;
  readonly status: Status;
  readonly source?: string;
  readonly label: readonly Form[];
  readonly note: Localized<string>;
  /** Its row, where the metric keeps its records in a file of their own. */
  readonly location?: PackLocation;
}

export type Comparator = 'above' | 'at-least' | 'about' | 'exactly' | 'at-most' | 'below';

export interface MetricEntry extends EntryBase {
  readonly kind: 'metrics';
  readonly measure: {
    readonly kind: 'amount' | 'share' | 'growth' | 'count' | 'rank';
    readonly unit?: string;
    readonly of?: 'flow' | 'stock';
    readonly base?: string;
    /** What a count counts. */
    readonly noun?: Localized<readonly string[]>;
    readonly scope?: string;
    readonly priceBase?: number;
  };
  readonly distinctFrom: readonly string[];
  readonly observations: readonly Observation[];
  readonly runs: readonly Run[];
  readonly parts: Readonly<Record<string, number>>;
  readonly partForms: Readonly<Record<string, readonly Form[]>>;
}

/** A rank held without a break. */
export interface Run {
  readonly rank: number;
  /** A period, or `unknown`: "for many years". */
  readonly since?: string;
  readonly until?: string;
  /** Those that tell of it, year by year. */
  readonly source: readonly string[];
  readonly status: Status;
}

/** A superlative or a fact of quality, found by its key words. */
export interface StatementEntry extends EntryBase {
  readonly kind: 'statements';
  /** A region, or an entry by `kind/id`. */
  readonly holder?: string;
  readonly keys: Localized<readonly (readonly string[])[]>;
  readonly direction?: 'up' | 'down';
  /** Who said it, by `kind/id`. */
  readonly attributedTo: readonly string[];
}

export interface Milestone {
  /** A period: `2035`, `2030-12-31`, `2033/2037`. */
  readonly due: string;
  readonly value?: number;
  /** The value's digits as the pack writes them. */
  readonly written?: string;
  readonly range?: readonly [number, number];
  readonly comparator?: Comparator;
  readonly unit?: string;
  /** The period that the value is measured from, or the id of a metric. */
  readonly baseline?: string;
}

export interface TargetEntry extends EntryBase {
  readonly kind: 'targets';
  /** What is to be reached, by `kind/id`. */
  readonly goal?: string;
  /** The words that say how far: "basically", 基本. */
  readonly degree: Localized<readonly string[]>;
  readonly milestones: readonly Milestone[];
  /** An organization's id. */
  readonly setBy?: string;
  /** Who said it, by `kind/id`. */
  readonly attributedTo: readonly string[];
}

/** A post that a person holds or held. Dates are days, months or years. */
export interface Role {
  readonly title: Localized<readonly string[]>;
  /** An organization's id. */
  readonly organization?: string;
  readonly from?: string;
  readonly to?: string;
  /** Days on which a source shows the person in this post. */
  readonly seen: readonly string[];
  readonly source: readonly string[];
  readonly status: Status;
}

export interface PersonEntry extends EntryBase {
  readonly kind: 'people';
  readonly nameOrder?: 'family-first' | 'given-first';
  readonly roles: readonly Role[];
}

export interface OrganizationEntry extends EntryBase {
  readonly kind: 'organizations';
  /** An organization's id. */
  readonly parent?: string;
}

export interface EventEntry extends EntryBase {
  readonly kind: 'events';
  /** A period: `2023-09-22/2023-09-23`. */
  readonly date?: string;
  readonly place: Localized<readonly string[]>;
  /** The id of the organization that held it. */
  readonly by?: string;
}

export interface ProgrammeEntry extends EntryBase {
  readonly kind: 'programmes';
  /** An organization's id. */
  readonly by?: string;
}

export interface DocumentEntry extends EntryBase {
  readonly kind: 'documents';
  /** An organization's id. */
  readonly publisher?: string;
  readonly date?: string;
}

export interface Member {
  readonly forms: readonly Form[];
}

/** A fixed set, written as a list. */
export interface FormulationEntry extends EntryBase {
  readonly kind: 'formulations';
  readonly ordered: boolean;
  readonly closed: boolean;
  readonly members: readonly Member[];
  /** Who said it, by `kind/id`. */
  readonly attributedTo: readonly string[];
  /** Other sets that share a name or members, by `kind/id`. */
  readonly conflicts: readonly string[];
  /** Other sets that no entry describes, by their members. */
  readonly foreignSets: readonly (readonly Member[])[];
}

export interface ReportSection {
  readonly id: string;
  readonly heading: Localized<readonly string[]>;
  readonly required: boolean;
  readonly holds?: 'summary' | 'tasks' | 'metrics' | 'targets' | 'sources';
  /** What it begins with in a new report, as the body of a snippet. */
  readonly body?: Localized<string>;
}

/** A report type. */
export interface ReportEntry extends EntryBase {
  readonly kind: 'reports';
  readonly sections: readonly ReportSection[];
  /** The id of the task list that it owes. */
  readonly tasks?: string;
  readonly metrics: readonly string[];
  readonly targets: readonly string[];
  /** Of a new report, as the body of a snippet. */
  readonly title?: Localized<string>;
  /** Keys of the front matter of a new report, in order, with values as bodies of snippets. */
  readonly frontMatter: readonly (readonly [key: string, value: string])[];
}

/** Text that an editor puts in, with places to fill; it is never found in a report. */
export interface SnippetEntry extends EntryBase {
  readonly kind: 'snippets';
  /** The words at which it is offered. */
  readonly prefix: readonly string[];
  readonly description: Localized<string>;
  /** In the grammar of VS Code and LSP, with variables that name entries. A language without one is not offered it. */
  readonly body: Localized<string>;
  /** VS Code's globs of files: with a slash of the whole path, else of the name. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly isFileTemplate: boolean;
  /** The ids of the report types that it is for; of all without one. */
  readonly report: readonly string[];
  /** The id of a section, or what it holds. */
  readonly section?: string;
  /** Editors' names of languages, with commas; of all without one. */
  readonly scope?: string;
}

export type Entry =
  | SourceEntry
  | TermEntry
  | TaskEntry
  | TaskListEntry
  | MetricEntry
  | StatementEntry
  | TargetEntry
  | PersonEntry
  | OrganizationEntry
  | EventEntry
  | ProgrammeEntry
  | DocumentEntry
  | FormulationEntry
  | ReportEntry
  | SnippetEntry;

export type EntryOf<K extends EntryKind> = Extract<Entry, { readonly kind: K }>;

/** A unit beside ISO 4217, percent and SI; its id is itself a form. */
export interface Unit {
  readonly forms: Localized<readonly string[]>;
  /** The unit that it is `scale` times of. */
  readonly of?: string;
  readonly scale?: number;
}

/** A region beside the countries. */
export interface Region {
  readonly forms: Localized<readonly string[]>;
  readonly parent?: string;
}

/** A pack as read: its manifest and the entries that hold. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly title: Localized<string>;
  /** The first is the language of plain strings. */
  readonly languages: readonly Language[];
  readonly region?: string;
  readonly factsAsOf?: string;
  /** An ISO 8601 duration: `P18M`. */
  readonly staleAfter?: string;
  /** The versions of Plumbline that read it, as a range: `>=0.1`. */
  readonly engine?: string;
  /** As its publisher writes it, an SPDX id. */
  readonly license?: string;
  /** Pack name: version range. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The month and day on which a fiscal year begins: `04-01`. */
  readonly fiscalYear?: string;
  readonly units: Readonly<Record<string, Unit>>;
  readonly regions: Readonly<Record<string, Region>>;
  readonly entries: readonly Entry[];
  /** Changes to entries of other packs, as written. */
  readonly extensions: readonly Extension[];
  /** The files that it was read from, relative to its folder. */
  readonly files: readonly string[];
  /** Its manifest. */
  readonly location: PackLocation;
}

/** What one entry changes of an entry of another pack. */
export interface Extension {
  /** `pack/kind/id`. */
  readonly target: string;
  /** The entry as read; only the fields in `named` count. */
  readonly entry: Entry;
  readonly named: readonly string[];
  /** What is appended to the lists of the other entry; the entry has those named alone. */
  readonly added?: Pick<Extension, 'entry' | 'named'>;
}
