import type { Context } from './context.js';
import { list } from './tables/list.js';

const unitMarks = new Set(list('%|‰|°|℃'));

const hanScales = new Set(list('万|亿|千|百'));

/** Also after a hyphen: 42-trillion-yuan. */
export function followedByUnit(context: Context, index: number): boolean {
  const { scales } = context.words.latin.numerals;
  const token = context.tokens[index];
  const next = context.tokens[index + 1];
  const hyphen = next?.text === '-' && next.gap === 'none' && context.tokens[index + 2]?.gap === 'none';
  const after = hyphen ? context.tokens[index + 2] : next;
  if (token === undefined || after === undefined) return false;
  if (unitMarks.has(after.text) || hanScales.has(after.text) || scales.has(after.text)) return true;
  return after.gap !== 'line' && after.kind !== 'symbol' && context.units.at(context.text, after.start) !== undefined;
}
