import { type Document, isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { applyEdits, type TextEdit } from '../text/text-edit.js';
import type { YamlWriting } from './write-yaml.js';
import type { YamlPath } from './yaml-tree.js';

/**
 * The edits that take the entry of a map, or the item of a list, out of a YAML file, with the comment behind it in its
 * line. Every other line stays as it is; of a list that had nothing else, `[]` is left.
 */
export function removeYaml(text: string, path: YamlPath): YamlWriting {
  try {
    const document = parse(text);
    const above = document.getIn(path.slice(0, -1), true);
    const step = path.at(-1);
    if (!isCollection(above) || step === undefined) return { refused: 'other-value' };
    const index = isSeq(above)
      ? Number(step)
      : above.items.findIndex((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
    const items = above.items as readonly unknown[];
    if (items[index] === undefined) return { refused: 'other-value' };
    const edit = above.flow
      ? between(items, index)
      : items.length === 1
        ? emptied(text, above.range as [number, number, number], isMap(above))
        : lines(text, items, index);
    const expected = document.clone();
    expected.deleteIn(path);
    const after = parse(applyEdits(text, [edit]));
    if (JSON.stringify(after.toJS()) !== JSON.stringify(expected.toJS())) return { refused: 'unusual' };
    return { edits: [edit] };
  } catch {
    // Broken, or with too many aliases.
    return { refused: 'unparsable' };
  }
}

function parse(text: string): Document {
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0) throw document.errors[0];
  return document;
}

/** The one of several items between brackets, with a comma. */
function between(items: readonly unknown[], index: number): TextEdit {
  const own = spanOf(items[index]);
  const next = items[index + 1];
  if (next !== undefined) return { span: { start: own.start, end: spanOf(next).start }, text: '' };
  const last = items[index - 1];
  return { span: { start: last === undefined ? own.start : spanOf(last).end, end: own.end }, text: '' };
}

/** The lines of one of several items, each of which begins a line of its own. */
function lines(text: string, items: readonly unknown[], index: number): TextEdit {
  const { start, end } = spanOf(items[index]);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', Math.max(start, end - 1));
  return { span: { start: lineStart, end: newline < 0 ? text.length : newline + 1 }, text: '' };
}

/** `packs:` with a list of one below it becomes `packs: []`. */
function emptied(text: string, [start, end]: readonly [number, number, number], isOfPairs: boolean): TextEdit {
  const colon = text.lastIndexOf(':', start);
  const valueEnd = text.slice(0, end).trimEnd().length;
  return { span: { start: colon + 1, end: valueEnd }, text: isOfPairs ? ' {}' : ' []' };
}

/** Of a pair, from its key to the end of its value, without the comments behind. */
function spanOf(item: unknown): { readonly start: number; readonly end: number } {
  const [first, last] = isPair(item) ? [item.key, item.value ?? item.key] : [item, item];
  const [start] = (first as { range: [number, number, number] }).range;
  const [, end] = (last as { range: [number, number, number] }).range;
  return { start, end };
}
