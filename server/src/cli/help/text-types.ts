/** What stands below the options of a command's help. */
export interface Appendix {
  readonly paragraphs?: readonly string[];
  readonly exitCodes?: readonly (readonly [code: number, meaning: string])[];
  /** Commands, with what they do where that does not go without saying. */
  readonly examples: readonly (readonly [command: string, does?: string])[];
}

interface CommandTexts {
  readonly description: string;
  /** By the name of the argument. */
  readonly arguments?: Readonly<Record<string, string>>;
  /** By the name of the option, where its meaning is not that of every command. */
  readonly options?: Readonly<Record<string, string>>;
  readonly appendix?: Appendix;
}

/** The words of the help, in one language. */
export interface HelpTexts {
  /** The headings that commander writes, by its own. */
  readonly titles: Readonly<Record<string, string>>;
  readonly exitCodes: string;
  readonly examples: string;
  readonly choices: (values: string) => string;
  readonly byDefault: (value: string) => string;
  readonly inBrackets: (parts: readonly string[]) => string;
  readonly commands: Readonly<Record<CommandName, CommandTexts>>;
  /** By the name of the option. */
  readonly options: Readonly<Record<string, string>>;
}

export type CommandName =
  | 'plumbline'
  | 'check'
  | 'fix'
  | 'claims'
  | 'explain'
  | 'list'
  | 'new'
  | 'init'
  | 'pack'
  | 'pack new'
  | 'pack check'
  | 'pack test'
  | 'pack export'
  | 'pack add'
  | 'pack install'
  | 'pack update'
  | 'pack remove'
  | 'pack list'
  | 'pack diff'
  | 'pack publish'
  | 'lsp';
