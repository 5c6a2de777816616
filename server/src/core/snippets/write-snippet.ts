import type { SnippetPart } from './snippet-body.js';

/**
 * The text of a snippet in the grammar of LSP. Editors take a backslash before a dollar or a brace inside a choice for a
 * character of it, so there it stands before commas and strokes alone.
 */
export function snippetText(parts: readonly SnippetPart[]): string {
  return parts.map(written).join('');
}

/** Text of LSP's grammar that shows as itself. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function written(part: SnippetPart): string {
  switch (part.kind) {
    case 'text':
      return escapeSnippet(part.text);
    case 'choice':
      return `\${${part.index}|${part.options.map((option) => option.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
    case 'stop':
      return braced(String(part.index), part.inner.length === 0 ? undefined : part.inner, part.transform);
    case 'variable':
      return braced(part.name, part.inner, part.transform);
  }
}

function braced(name: string, inner: readonly SnippetPart[] | undefined, transform: string | undefined): string {
  return `\${${name}${transform ?? (inner === undefined ? '' : `:${snippetText(inner)}`)}}`;
}

/**
 * The same for an editor without snippets: of each choice the first, placeholders as they stand, also where they are
 * repeated; of the editor's own variables what they fall back on.
 */
export function plainSnippetText(parts: readonly SnippetPart[]): string {
  const first = new Map<number, string>();
  const textOf = (inner: readonly SnippetPart[]): string => inner.map(partText).join('');
  const partText = (part: SnippetPart): string => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'choice':
        return noted(part.index, part.options[0] ?? '');
      case 'stop':
        return noted(part.index, textOf(part.inner));
      case 'variable':
        return part.inner === undefined ? '' : textOf(part.inner);
    }
  };
  const noted = (index: number, text: string): string => {
    if (text === '') return first.get(index) ?? '';
    if (!first.has(index)) first.set(index, text);
    return text;
  };
  // A stop may stand before the placeholder that it repeats.
  textOf(parts);
  return textOf(parts);
}

/**
 * The parts with their stops numbered from 1: an author's in their own order, those below zero, which have no number
 * yet, where they stand among them. `$0` stays.
 */
export function numberStops(parts: readonly SnippetPart[]): readonly SnippetPart[] {
  const order: { readonly key: number; readonly index: number }[] = [];
  let highest = 0;
  const note = (part: SnippetPart): void => {
    if ('index' in part && part.index !== 0) {
      highest = Math.max(highest, part.index);
      order.push({ key: part.index > 0 ? part.index : highest + 0.5, index: part.index });
    }
    if ('inner' in part) part.inner?.forEach(note);
  };
  parts.forEach(note);
  const numbers = new Map<number, number>();
  for (const { index } of order.sort((a, b) => a.key - b.key)) {
    if (!numbers.has(index)) numbers.set(index, numbers.size + 1);
  }
  return parts.map((part) => withIndexes(part, (index) => numbers.get(index) ?? index));
}

/** The bodies of several snippets as one, the stops of each behind those of the one before; none is the end of all. */
export function joinBodies(bodies: readonly (readonly SnippetPart[])[]): readonly SnippetPart[] {
  let before = 0;
  return bodies.flatMap((parts) => {
    let highest = before;
    const shifted = numberStops(parts)
      .flatMap((part) => (part.kind === 'stop' && part.index === 0 ? part.inner : [part]))
      .map((part) =>
        withIndexes(part, (index) => {
          highest = Math.max(highest, before + index);
          return before + index;
        }),
      );
    before = highest;
    return shifted;
  });
}

function withIndexes(part: SnippetPart, change: (index: number) => number): SnippetPart {
  if (part.kind === 'text') return part;
  if (part.kind === 'choice') return { ...part, index: change(part.index) };
  const index = part.kind === 'stop' ? { index: change(part.index) } : {};
  const inner = part.inner === undefined ? {} : { inner: part.inner.map((each) => withIndexes(each, change)) };
  return { ...part, ...index, ...inner } as SnippetPart;
}
