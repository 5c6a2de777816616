import { kindTraits } from '../vocabulary/kinds.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { type Entry, type EntryKind, entryKinds } from '../vocabulary/model.js';
import type { SnippetPart } from './snippet-body.js';

/** The kinds that a variable may name, as it names them. */
export const kindOfVariable: ReadonlyMap<string, EntryKind> = new Map(
  entryKinds.flatMap((kind) => {
    const { variable } = kindTraits[kind];
    return variable === undefined ? [] : [[variable.name, kind] as const];
  }),
);

export const blockVariables: ReadonlySet<string> = new Set(['tasks', 'metrics', 'targets', 'sources']);
export const dateVariables: ReadonlySet<string> = new Set(['today', 'date']);

/** VS Code's own. */
const editorVariables: ReadonlySet<string> = new Set(
  (
    'TM_SELECTED_TEXT TM_CURRENT_LINE TM_CURRENT_WORD TM_LINE_INDEX TM_LINE_NUMBER TM_FILENAME TM_FILENAME_BASE ' +
    'TM_DIRECTORY TM_DIRECTORY_BASE TM_FILEPATH RELATIVE_FILEPATH CLIPBOARD SELECTION CURSOR_INDEX CURSOR_NUMBER ' +
    'WORKSPACE_NAME WORKSPACE_FOLDER CURRENT_YEAR CURRENT_YEAR_SHORT CURRENT_MONTH CURRENT_MONTH_NAME ' +
    'CURRENT_MONTH_NAME_SHORT CURRENT_DATE CURRENT_DAY_NAME CURRENT_DAY_NAME_SHORT CURRENT_HOUR CURRENT_MINUTE ' +
    'CURRENT_SECOND CURRENT_SECONDS_UNIX CURRENT_TIMEZONE_OFFSET RANDOM RANDOM_HEX UUID BLOCK_COMMENT_START ' +
    'BLOCK_COMMENT_END LINE_COMMENT'
  ).split(' '),
);

export function isEditorVariable(name: string): boolean {
  return editorVariables.has(name);
}

/** What stands behind the colon of a variable: `gdp.value@2021`; undefined for what is not text alone. */
export function plainDefault({ inner }: Extract<SnippetPart, { kind: 'variable' }>): string | undefined {
  if (inner === undefined) return '';
  const [first, ...others] = inner;
  if (first === undefined) return '';
  return others.length === 0 && first.kind === 'text' ? first.text.trim() : undefined;
}

/** What `gdp.value@2021` names. */
export interface NamedEntry {
  readonly entry: Entry | undefined;
  /** As written, without part and time. */
  readonly id: string;
  readonly part: string | undefined;
  readonly time: string | undefined;
}

/** Reads an id with its part and time; an id that has a stop or an at-sign of its own goes first. */
export function readEntryName(text: string, kind: EntryKind, vocabulary: Vocabulary, pack: string): NamedEntry {
  const find = (id: string): Entry | undefined =>
    id.startsWith(`${kind}/`) ? vocabulary.named(id, pack) : vocabulary.find(kind, id, pack);
  const whole = find(text);
  if (whole !== undefined) return { entry: whole, id: text, part: undefined, time: undefined };
  const at = text.lastIndexOf('@');
  const [named, time] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  const timed = at < 0 ? undefined : find(named);
  const stop = named.lastIndexOf('.');
  if (timed !== undefined || stop < 0) return { entry: timed, id: named, part: undefined, time };
  const id = named.slice(0, stop);
  return { entry: find(id), id, part: named.slice(stop + 1), time };
}
