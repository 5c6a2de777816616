import type { Change } from '../../core/index.js';
import type { DecodedText } from '../../workspace/decode-text.js';
import type { PlacedClaim } from '../claims/placed-claim.js';
import type { FoundFiles } from '../find-files.js';
import type { ClaimsOptions, JudgingOptions } from '../options.js';
import type { Bytes } from '../read-bytes.js';
import type { CheckedFinding, CheckedUnread } from '../reporters/checked-file.js';
import type { FoundProblem } from '../workspace-problems.js';

/** What the thread that reads is begun with. Here and below: plain data alone crosses to it and back. */
export interface Errand {
  readonly command: ReadingCommand;
  readonly options: JudgingOptions & Pick<ClaimsOptions, 'all'>;
  readonly workingDirectory: string;
}

export type ReadingCommand = 'check' | 'fix' | 'claims';

/** A text with its name. */
export interface Source {
  /** Absolute; `-` for standard input. */
  readonly path: string;
  /** Where the text is taken to stand. */
  readonly file: string;
  /** As findings name it. */
  readonly displayed: string;
  /** Whether the user asked for this very file, standard input included. */
  readonly named: boolean;
}

export type Question =
  /** The files behind the paths of a command line. */
  | { readonly find: readonly string[] }
  /** Whether what the options name is anywhere in the packs of these files, or, without files, of the current folder. */
  | { readonly know: readonly string[] }
  /** `stdin`: the bytes of standard input, which the main thread alone can read, or why it could not. */
  | { readonly read: Source; readonly stdin?: Bytes };

export type Answer =
  /** The packs are loaded and the text is read from now on; the answer follows. */
  | 'begun'
  | FileSearch
  | FileAnswer
  | 'known'
  /** The command line asks for what is not there; what the user is told. */
  | { readonly usage: string }
  /** An error of our own. */
  | { readonly fault: string };

export interface FileSearch extends Pick<FoundFiles, 'files' | 'failures'> {
  /** Of the configs, by what was found. */
  readonly problems: readonly FoundProblem[];
}

export interface FileAnswer {
  /** Of the packs and the config that the file is held to. */
  readonly problems: readonly FoundProblem[];
  /** Which pack serves, where nobody names one. */
  readonly serving: string | undefined;
  /** What was not read: the whole, where it has no range. */
  readonly unread: readonly CheckedUnread[];
  /** None for a file that gave no text. */
  readonly result: Results[ReadingCommand] | undefined;
}

/** What each command is told of a text. */
export interface Results {
  readonly check: { readonly findings: readonly CheckedFinding[] };
  readonly claims: { readonly claims: readonly PlacedClaim[] };
  readonly fix: DecodedText & {
    readonly fixed: string;
    readonly changes: readonly Change[];
    /** Safe fixes that were made and taken back. */
    readonly takenBack: number;
  };
}
