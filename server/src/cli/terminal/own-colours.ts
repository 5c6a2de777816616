import { randomInt } from 'node:crypto';
import pc from 'picocolors';
import { visible } from '../../core/start.js';

type Colours = ReturnType<typeof pc.createColors>;

/** Behind the number of each of our own sequences, while it is among text from outside: another run has another. */
const mark = `;${randomInt(1e9, 1e10)}`;
const escapeCharacter = '\u001b';
const bare = new RegExp(`${escapeCharacter}\\[(\\d+)m`, 'g');
const marked = new RegExp(`${escapeCharacter}\\[(\\d+)(;\\d{10})m`, 'g');

/** Colours whose sequences are told from those that a pack, a report or the name of a file may hold. */
export function ownColours(enabled: boolean): Colours {
  const colours = pc.createColors(enabled);
  if (!enabled) return colours;
  const own = Object.entries(colours).map(([name, colour]) => [
    name,
    typeof colour === 'function' ? (text: string) => markOwn(colour(forTerminal(String(text)))) : colour,
  ]);
  return Object.fromEntries(own) as Colours;
}

function markOwn(text: string): string {
  return text.replace(bare, `\x1b[$1${mark}m`);
}

/** Text with our own sequences as a terminal knows them, and whatever else it would obey, or that turns text round, made visible. */
export function forTerminal(text: string): string {
  let done = '';
  let from = 0;
  for (const sequence of text.matchAll(marked)) {
    if (sequence[2] !== mark) continue;
    done += `${withoutControl(text.slice(from, sequence.index))}\x1b[${sequence[1]}m`;
    from = sequence.index + sequence[0].length;
  }
  return done + withoutControl(text.slice(from));
}

/** Line feeds are the layout's own: what comes from outside is on one line by then. */
function withoutControl(text: string): string {
  return text.split(/\r?\n/).map(visible).join('\n');
}
