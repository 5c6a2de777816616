import { lastStartingBy } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { withoutUnseen } from '../text/visible.js';
import type { Block } from './blocks.js';

/** How a stretch of a block's text stands in the source. */
export interface Standing {
  /** `torn`: markup stands inside it. `written`: it is one stretch, but not the characters that show. `plain`: it is these. */
  readonly as: 'torn' | 'written' | 'plain';
  /** The breaks of lines in it, with the marks of containers behind them, and how many words stand before each. */
  readonly breaks: readonly { readonly words: number; readonly source: string }[];
}

/** How the text of a block at a span of it stands in the source. */
export function standingOf(block: Block, { start, end }: Span, source: string): Standing {
  const breaks: { words: number; source: string }[] = [];
  let as: Standing['as'] = 'plain';
  const origin = block.span.start;
  let next: number | undefined;
  const first = Math.max(
    0,
    lastStartingBy(block.stretches, ({ text }) => text, start),
  );
  for (let i = first; i < block.stretches.length; i++) {
    const stretch = block.stretches[i] as Block['stretches'][number];
    if (stretch.text >= end) break;
    const from = Math.max(start, stretch.text);
    const to = Math.min(end, stretch.text + stretch.length);
    if (to <= from) continue;
    if (next !== undefined && next !== stretch.source) return { as: 'torn', breaks: [] };
    next = stretch.source + stretch.sourceLength;
    const shown = block.text.slice(from, to);
    const isAligned = stretch.length === stretch.sourceLength;
    const written = isAligned
      ? source.slice(origin + stretch.source + from - stretch.text, origin + stretch.source + to - stretch.text)
      : source.slice(origin + stretch.source, origin + next);
    if (isAligned ? shown.replaceAll('\n', '') !== written.replace(/[\r\n]/g, '') : shown !== '\n') as = 'written';
    const words = () => block.text.slice(start, from).split(/\s+/).filter(Boolean).length;
    if (!isAligned && shown === '\n') breaks.push({ words: words(), source: written });
    else if (shown.includes('\n')) {
      const lines = shown.split('\n');
      let count = words();
      for (const line of lines.slice(0, -1)) {
        count += line.split(/\s+/).filter(Boolean).length;
        breaks.push({ words: count, source: '\n' });
      }
    }
  }
  return { as, breaks };
}

/** Where text is to stand; a stroke may be escaped in a cell alone, and nowhere does it do harm. */
const anywhere = { inCell: true, startsLine: false };

/** Text of a pack on one line, written so that it shows as itself in Markdown and its dialects. */
export function escapeProse(text: string, place = anywhere): string {
  const escaped = withoutUnseen(text)
    .replace(
      /[\\`*[\]<${}]|%(?=%)|(?<=%)%|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#|\p{L}+;)/gu,
      '\\$&',
    )
    .replaceAll('|', place.inCell ? '\\|' : '|');
  if (!place.startsLine) return escaped;
  return escaped.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^(?=[-+#>=~:|])/, '\\');
}
