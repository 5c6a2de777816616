import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords } from '../language/words/words.js';
import { isCitation, type Report } from '../report/report.js';
import { quantitiesOf } from '../sentences/quantities-of-words.js';
import type { Miscalculation } from './miscalculation.js';

/**
 * Totals of tables that their rows do not make. Nobody says that rows are all that there are: a total is held against
 * them where another column adds up, where a row holds the rest, or where it is so near that it is a slip.
 */
export function* readTableSums(report: Report): Iterable<Miscalculation> {
  for (const { rows } of report.prose.tables) {
    const body = rows.slice(1);
    const first = rows[0]?.[0];
    if (body.length < 3 || first === undefined || isCitation(report, first)) continue;
    const label = (row: readonly number[]) => (report.prose.blocks[row[0] ?? -1]?.text ?? '').trim();
    const wordsOf = (row: readonly number[]) => readWords(label(row), sentenceLanguage(label(row), report.language));
    const isTotal = (row: readonly number[]) => wordsOf(row).only('total');
    /** A row that is a part of others, or none of the whole. */
    const isNested = (row: readonly number[]) =>
      /^[-–—·]/.test(label(row)) || wordsOf(row).first('nestedRow') !== undefined;
    const at = [body.length - 1, 0].find((index) => isTotal(body[index] as readonly number[]));
    if (at === undefined || body.some((row, index) => index !== at && (isNested(row) || isTotal(row)))) continue;
    const whole = body[at] as readonly number[];
    const others = body.filter((_, index) => index !== at);
    const columns = whole.slice(1).map((cell, index) => ({
      cell,
      sum: columnOf(
        report,
        cell,
        others.map((row) => row[index + 1]),
      ),
    }));
    const isWhole =
      others.some((row) => wordsOf(row).first('restRow') !== undefined) ||
      columns.some(({ sum }) => sum?.holds === true);
    for (const { cell, sum } of columns) {
      const block = report.prose.blocks[cell];
      if (sum === undefined || sum.holds || block === undefined) continue;
      if (!isWhole && !sum.near) continue;
      yield {
        kind: 'sum',
        block: cell,
        span: sum.span,
        scale: sum.scale,
        decimals: sum.decimals,
        expected: sum.expected,
        from: sum.from,
      };
    }
  }
}

function columnOf(report: Report, cell: number, others: readonly (number | undefined)[]) {
  const read = (index: number | undefined) => {
    const written = report.prose.blocks[index ?? -1]?.text ?? '';
    // A bare 1850 is no year here.
    const text = written.replace(/^\d{4}$/, (digits) => Number(digits).toLocaleString('en'));
    const { quantities } = quantitiesOf(report, text);
    const [quantity] = quantities;
    return quantities.length === 1 && quantity?.comparator === undefined
      ? { text: written.trim(), quantity }
      : undefined;
  };
  const whole = read(cell);
  const parts = others.map(read);
  if (whole?.quantity === undefined || parts.length < 2) return undefined;
  const { kind, unit, value, step, span, written } = whole.quantity;
  if (kind !== 'number' && kind !== 'quantity' && kind !== 'money' && kind !== 'percent') return undefined;
  // Rates do not add up, but to a hundred.
  if (kind === 'percent' && value !== 100) return undefined;
  const numbers = parts.flatMap((part) => (part?.quantity === undefined ? [] : [part.quantity]));
  if (
    numbers.length !== parts.length ||
    numbers.some((each) => each.kind !== kind || each.unit !== unit || each.value < 0)
  )
    return undefined;
  const expected = numbers.reduce((sum, each) => sum + each.value, 0);
  const room = numbers.reduce((sum, each) => sum + each.step / 2, step / 2) * (1 + 1e-9);
  const off = Math.abs(value - expected);
  // An average lies among its parts; a part too many or too few is a table of another make.
  if (
    value <= Math.max(...numbers.map((each) => each.value)) ||
    numbers.some((each) => Math.abs(each.value - off) <= room)
  )
    return undefined;
  return {
    holds: off <= room,
    near: kind === 'percent' || off <= expected * 0.1,
    expected,
    span: { start: span.start, end: Math.min(span.end, (report.prose.blocks[cell]?.text ?? '').length) },
    scale: written.scale,
    decimals: written.digits.split('.')[1]?.length ?? 0,
    from: parts.map((part) => part?.text ?? ''),
  };
}
