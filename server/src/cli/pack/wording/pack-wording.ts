import type { Locale } from '../../../core/index.js';
import type { Written } from '../../write-atomically.js';
import type { ArchiveError } from '../fetch/unpack.js';

/** The words of the commands that bring packs here, compare them and send them out. */
export interface PackWording {
  readonly locale: Locale;
  // What goes wrong, each one line.
  readonly unusualConfig: string;
  readonly notWritten: Readonly<Record<Exclude<Written, 'written'>, string>>;
  unwritable(reason: string): string;
  anotherRuns(pid: string): string;
  noProgram(program: 'git' | 'npm'): string;
  programFailed(program: 'git' | 'npm', address: string, said: string): string;
  readonly noVersion: string;
  tooSlow(address: string): string;
  asksForPassword(address: string): string;
  logInFirst(command: string): string;
  noRepository(url: string): string;
  noRef(url: string, ref: string): string;
  noCommit(url: string, commit: string): string;
  noPackage(spec: string): string;
  noSuchVersion(spec: string): string;
  unreachable(url: string, reason: string): string;
  answers(url: string, status: number): string;
  leadsElsewhere(url: string, where: string): string;
  /** `path`: of what stands in the archive, as it is written there. */
  readonly archive: Readonly<Record<ArchiveError['reason'], (address: string, path: string) => string>>;
  noPackIn(address: string): string;
  noFolder(address: string): string;
  noPackAt(address: string, inside: string): string;
  severalPacks(address: string, folders: readonly string[]): string;
  badAddress(address: string): string;
  secretAddress(): string;
  unusable(address: string, problem: string): string;
  otherName(address: string, name: string, wanted: string): string;
  /** `folder`: of the pack of the same name that goes before. */
  ownPack(folder: string, name: string): string;
  leadsBack(pack: string, dependency: string): string;
  goesDeeper(pack: string, dependency: string, further: readonly string[]): string;
  unmet(pack: string, dependency: string, range: string): string;
  unmetFrom(pack: string, dependency: string, address: string): string;
  /** `pack`: one that ships, and served where the config named none. */
  servesNoMore(pack: string): string;
  /** `base`: the config that has the packs of `config`. */
  packsOfBase(config: string, base: string): string;
  notPinned(name: string, address: string): string;
  wouldChange(names: readonly string[]): string;
  notHere(name: string, known: readonly string[]): string;
  readonly noConfig: string;
  readonly nothingFetched: string;
  // What was done.
  added(name: string, version: string, address: string, config: string): string;
  addedToo(name: string, by: string): string;
  readonly commitBoth: string;
  readonly nextCheck: string;
  installed(name: string, version: string): string;
  upToDate(packs: number): string;
  updated(name: string, before: string, after: string): string;
  compare(command: string): string;
  readonly newestAlready: string;
  removed(name: string, config: string): string;
  stillNeeded(name: string, by: readonly string[]): string;
  // The tree of `list`.
  readonly noPacks: string;
  readonly ships: string;
  readonly notInstalled: string;
  readonly notInForce: string;
  readonly differs: string;
  readonly unlocked: string;
  readonly missing: string;
  readonly cycle: string;
  tooDeep(names: readonly string[]): string;
  wrongVersion(range: string): string;
  readonly publish: {
    readonly byNpm: string;
    would(pack: string, files: number, size: string): string;
    readonly ready: string;
    readonly writePackage: string;
    packErrors(errors: number, folder: string): string;
    readonly noVersion: string;
    readonly noLicense: string;
    readonly noEngine: string;
    readonly noPackage: string;
    readonly brokenPackage: string;
    readonly noName: string;
    otherVersion(version: string, ofPack: string): string;
    otherLicense(license: string, ofPack: string): string;
    readonly isPrivate: string;
    leftOut(files: readonly string[]): string;
  };
  // Of `diff`.
  twoPacks(before: string, after: string): string;
  noVersionNamed(name: string): string;
  readonly diff: {
    readonly same: string;
    readonly added: string;
    readonly changed: string;
    /** `on`: the day, where one is told. */
    ended(on: string | undefined): string;
    readonly removed: string;
    readonly pack: string;
    readonly appears: string;
    readonly vanishes: string;
    readonly changes: string;
    findings(appear: number, vanish: number, change: number): string;
  };
}
