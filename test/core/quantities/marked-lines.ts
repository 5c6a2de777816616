import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Period, type Quantity, readQuantities } from '../../../server/src/core/quantities/index.js';

/** A quantity as a marked line has it, or as the reader found it: `kind|value|unit`. */
export interface Mark {
  readonly start: number;
  readonly text: string;
  readonly kind: string;
  readonly value: string;
  readonly unit: string;
}

export interface MarkedLine {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

const folder = join(import.meta.dirname, '../../fixtures/quantities');

/** The lines of a fixture, `id<TAB>text with [[span|kind|value|unit]]`; `#` begins a comment. */
export function markedLines(file: string): readonly MarkedLine[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('#'))
    .map((line) => {
      const [id = '', text = ''] = line.split('\t');
      return markedLine(id, text);
    });
}

/** A text with its marks: `[[span|kind|value|unit]]`. */
export function markedLine(id: string, marked: string): MarkedLine {
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\[\[([^|\]]*)\|([a-z]+)\|([^|\]]*)(?:\|([^\]]*))?\]\]/g)) {
    text += marked.slice(last, match.index);
    marks.push({
      start: text.length,
      text: match[1] ?? '',
      kind: match[2] ?? '',
      value: match[3] ?? '',
      unit: match[4] ?? '',
    });
    text += match[1] ?? '';
    last = match.index + match[0].length;
  }
  return { id, text: text + marked.slice(last), marks };
}

/** The marked lines write points as percent, durations as ISO does, and no unit for what is counted. */
function markOfQuantity(text: string, quantity: Quantity): Mark {
  const { span, kind, unit } = quantity;
  // An end of a range is marked as it is written, without what it takes from the other end.
  const bare =
    quantity.inherited && span.end === quantity.written.span.end && span.start === quantity.written.span.start;
  const value = bare ? Number(quantity.written.digits) : quantity.value;
  const shown = text.slice(span.start, span.end);
  if (bare) return { start: span.start, text: shown, kind: 'number', value: String(value), unit: '' };
  if (kind === 'points') return { start: span.start, text: shown, kind: 'percent', value: String(value), unit: '' };
  if (kind === 'duration') return { start: span.start, text: shown, kind, value: `${value}${unit}`, unit: '' };
  const plain = kind === 'percent' || kind === 'number' || kind === 'ordinal';
  return { start: span.start, text: shown, kind, value: String(value), unit: plain ? '' : (unit ?? '') };
}

/** The marked lines write a day without a year as `09-25`, and fiscal years in full. */
function markOfPeriod(text: string, { span, period }: Period): Mark {
  const fiscal = /^(\d\d)(\d\d)\/(\d\d)$/.exec(period);
  const value =
    fiscal === null
      ? period
          .split('/')
          .map((part) => part.replace(/^-{2,3}/, ''))
          .join('/')
      : `${fiscal[1]}${fiscal[2]}/${Number(fiscal[3]) < Number(fiscal[2]) ? Number(fiscal[1]) + 1 : fiscal[1]}${fiscal[3]}`;
  return { start: span.start, text: text.slice(span.start, span.end), kind: 'date', value, unit: '' };
}

export function foundMarks(text: string, options: Parameters<typeof readQuantities>[1] = {}): readonly Mark[] {
  const { quantities, periods } = readQuantities(text, options);
  return [
    ...quantities.map((quantity) => markOfQuantity(text, quantity)),
    ...periods.map((period) => markOfPeriod(text, period)),
  ].sort((a, b) => a.start - b.start);
}

export interface Score {
  readonly lines: number;
  readonly marked: number;
  readonly found: number;
  /** Found where marked, span for span. */
  readonly placed: number;
  /** Placed, with kind, value and unit right. */
  readonly right: number;
  readonly faults: readonly string[];
}

function sameValue(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [Number(a), Number(b)];
  return (
    a !== '' && b !== '' && Math.abs(x - y) <= 1e-3 * Math.min(1, Math.abs(y)) * (String(b).startsWith('0.') ? 1 : 1e-6)
  );
}

const shown = (mark: Mark): string =>
  `[[${mark.text}|${mark.kind}|${mark.value}${mark.unit === '' ? '' : `|${mark.unit}`}]]`;

export function score(lines: readonly MarkedLine[], options: Parameters<typeof readQuantities>[1] = {}): Score {
  let marked = 0;
  let found = 0;
  let placed = 0;
  let right = 0;
  const faults: string[] = [];
  for (const line of lines) {
    const marks = foundMarks(line.text, options);
    marked += line.marks.length;
    found += marks.length;
    for (const mark of line.marks) {
      const match = marks.find((other) => other.start === mark.start && other.text === mark.text);
      if (match === undefined) {
        faults.push(`${line.id} missed ${shown(mark)}`);
        continue;
      }
      placed++;
      if (match.kind === mark.kind && sameValue(match.value, mark.value) && match.unit === mark.unit) right++;
      else faults.push(`${line.id} read ${shown(match)} for ${shown(mark)}`);
    }
    for (const mark of marks) {
      if (!line.marks.some((other) => other.start === mark.start && other.text === mark.text))
        faults.push(`${line.id} invented ${shown(mark)}`);
    }
  }
  return { lines: lines.length, marked, found, placed, right, faults };
}
