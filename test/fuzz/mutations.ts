import fc from 'fast-check';

/** A change of a text, by numbers that are taken modulo what is there, so that it fits any text. */
type Mutation =
  | { readonly kind: 'cut' | 'duplicate' | 'move'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: 'join' | 'drop line' | 'repeat line'; readonly at: number }
  | { readonly kind: 'swap lines'; readonly at: number; readonly to: number }
  | { readonly kind: 'insert' | 'begin line' | 'insert line'; readonly at: number; readonly piece: string };

/** What no format expects anywhere. */
export const hostileCharacters = [
  '\0',
  '\r',
  '\r\n',
  '\n',
  '\t',
  '\uFEFF',
  '\uFFFC',
  '\u2028',
  '\u202E',
  '\u00A0',
  '\u200B',
  '\u0301',
  '\u001B[31m',
  '\uD83D',
  '\uDE00',
  '😀',
  '𠮷',
  '👩‍👩‍👧',
  '٣',
  'İ',
  'ﬃ',
  'Ⅻ',
  '１２',
  '½',
] as const;

/** Up to so many changes of a text. `pieces` go in anywhere, `starts` at the start of a line. */
export function mutations(pieces: readonly string[], starts: readonly string[], maxLength: number) {
  const at = fc.nat();
  const length = fc.nat({ max: 30 });
  const change: fc.Arbitrary<Mutation> = fc.oneof(
    fc.record({ kind: fc.constantFrom('cut', 'duplicate', 'move'), at, length, to: at }),
    fc.record({ kind: fc.constantFrom('join', 'drop line', 'repeat line'), at }),
    fc.record({ kind: fc.constant('swap lines' as const), at, to: at }),
    fc.record({
      kind: fc.constantFrom('insert', 'insert line'),
      at,
      piece: fc.constantFrom(...pieces, ...hostileCharacters),
    }),
    fc.record({ kind: fc.constant('begin line' as const), at, piece: fc.constantFrom(...starts) }),
  );
  return fc.array(change, { maxLength });
}

export function mutate(text: string, changes: readonly Mutation[]): string {
  return changes.reduce(mutateOnce, text);
}

function mutateOnce(text: string, change: Mutation): string {
  const within = (at: number) => at % (text.length + 1);
  const at = within(change.at);
  switch (change.kind) {
    case 'cut':
      return text.slice(0, at) + text.slice(at + change.length);
    case 'duplicate':
      return text.slice(0, at + change.length) + text.slice(at);
    case 'move': {
      const moved = text.slice(at, at + change.length);
      const rest = text.slice(0, at) + text.slice(at + change.length);
      const to = change.to % (rest.length + 1);
      return rest.slice(0, to) + moved + rest.slice(to);
    }
    case 'insert':
      return text.slice(0, at) + change.piece + text.slice(at);
  }
  const lines = text.split('\n');
  const line = change.at % lines.length;
  switch (change.kind) {
    case 'join':
      lines.splice(line, 2, lines.slice(line, line + 2).join(' '));
      break;
    case 'drop line':
      lines.splice(line, 1);
      break;
    case 'repeat line':
      lines.splice(line, 0, lines[line] as string);
      break;
    case 'swap lines': {
      const other = change.to % lines.length;
      [lines[line], lines[other]] = [lines[other] as string, lines[line] as string];
      break;
    }
    case 'insert line':
      lines.splice(line, 0, change.piece);
      break;
    case 'begin line':
      lines[line] = change.piece + lines[line];
  }
  return lines.join('\n');
}
