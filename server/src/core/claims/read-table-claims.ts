import { type Table, toSource } from '../markdown/blocks.js';
import { isCitation, type Mention, type Report } from '../report/report.js';
import { isAsserted } from '../sentences/assertion.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { unitTable } from '../sentences/quantity-options.js';
import { periodsAbove } from '../sentences/reach.js';
import { isWithin, regionsIn } from '../sentences/regions.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { Claim } from './claim.js';
import { isCompatible } from './compatible.js';
import { inUnitOf } from './conversion.js';
import { intervalOf } from './interval.js';
import { recordedPeriod } from './same-period.js';
import { headingLabels } from './sentence-context.js';
import {
  isForeign,
  isMeasure,
  onlyPeriod,
  quantityOfCell,
  type UnitOfCells,
  unitIn,
  wholeNumbers,
} from './table-cells.js';
import {
  type Column,
  labelOf,
  narrower,
  type PartPeriod,
  periodOfRow,
  type Row,
  readLayout,
  wholePeriod,
} from './table-layout.js';
import { underForeignHeading } from './whose-metric.js';

type Metric = EntryOf<'metrics'>;

/**
 * The claims of tables: a metric that heads a column or names a row, wherever in it. Period, unit and place are those of
 * the row's cells, else of the head, the caption, the heading; where the table itself dates its values, nothing around it
 * does, and where two of its parts differ, the value is left.
 */
export function readTableClaims(report: Report): readonly Claim[] {
  const byBlock = new Map<number, Mention[]>();
  for (const mention of report.mentions) {
    if (mention.entry.kind !== 'metrics' || report.prose.blocks[mention.block]?.kind !== 'cell') continue;
    byBlock.set(mention.block, [...(byBlock.get(mention.block) ?? []), mention]);
  }
  if (byBlock.size === 0) return [];
  return report.prose.tables.flatMap((table) => readTable(report, table, byBlock));
}

function readTable(report: Report, table: Table, mentions: ReadonlyMap<number, readonly Mention[]>): readonly Claim[] {
  const header = table.rows[0] ?? [];
  const [corner] = header;
  if (corner === undefined || isCitation(report, corner)) return [];
  if (!table.rows.some((row) => row.some((cell) => mentions.has(cell)))) return [];
  const { columns, rows } = readLayout(report, table, mentions);
  const caption = table.caption === undefined ? '' : (report.prose.blocks[table.caption]?.text ?? '').trim();
  const around = readAround(report, caption, columns, corner);
  const isMisdated = header.some((head) => quantitiesIn(report, head).unreadable.length > 0);
  const unnamed = rows.filter(({ mention }) => mention === undefined).length;

  return rows.flatMap((row): Claim[] => {
    if (row.isPart || !isAsserted(row.under, report.language)) return [];
    if (columns.some(({ role, index }) => role === 'period' && isForecast(report, row.cells[index]))) return [];
    const { mention } = row;
    const parted = narrower(row.period, wholePeriod(report, row.under));
    const datesOf = (metric: Metric) =>
      row.dates.length === 0 ? narrower(parted, labelOf(metric, row.under)) : periodOfRow(row, metric);
    const claim = (of: Mention, column: Column, period: PartPeriod) => {
      const metric = of.entry as Metric;
      const cell = row.cells[column.index];
      if (cell === undefined || period === null || period === undefined || period.startsWith('--')) return [];
      if (!isOwn(report, metric, row, column, around)) return [];
      if (isForecast(report, cell) || isForecast(report, header[column.index])) return [];
      const unit = unitOf(row, column);
      if (unit === 'differ') return [];
      return claimOf(report, cell, metric, period, unit ?? columns[row.mentionAt]?.unit ?? around.unit);
    };

    if (mention !== undefined) {
      const metric = mention.entry as Metric;
      const dates = datesOf(metric);
      const values = valueColumns(columns, row, metric);
      const isDated = isMisdated || values.some(({ period }) => period !== undefined);
      const bare = values.filter(({ period }) => period === undefined).length;
      return values.flatMap(({ column, period }) => {
        if (period === undefined && bare > 1) return [];
        const own =
          narrower(dates, period) ??
          (dates === null || isDated ? undefined : around.periodOf(mention, columns[row.mentionAt]));
        return claim(mention, column, own);
      });
    }
    return columns.flatMap((column) => {
      const of = column.metric ?? columns[0]?.metric;
      if (of === undefined || column.role !== undefined || !column.hasFigures) return [];
      const dates = datesOf(of.entry as Metric);
      // The metric in the corner, periods over the columns.
      if (column.metric === undefined)
        return column.period === undefined
          ? []
          : claim(of, column, narrower(dates, labelOf(of.entry as Metric, column.head) ?? column.period));
      const period = narrower(dates, column.period);
      const isAlone = unnamed === 1 || row.isWhole || row.places.length > 0;
      return claim(of, column, period === undefined && isAlone ? around.periodOf(of) : period);
    });
  });
}

/** What is around a table, for what its cells leave open. */
interface Around {
  readonly unit: UnitOfCells | undefined;
  /** `over` is the column of the metric's name. */
  periodOf(mention: Mention, over?: Column): string | undefined;
  /** Whether what is around speaks of another place, or of more than one. */
  isForeign(own: string): boolean;
}

function readAround(report: Report, caption: string, columns: readonly Column[], corner: number): Around {
  const [first] = columns;
  const captionPeriod = onlyPeriod(report, caption);
  const isMixed = regionsIn(caption, report.vocabulary).length > 1;
  const heading = (metric: Metric) => {
    const labels = headingLabels(report, corner, metric);
    const [headed, ...others] = labels.length > 0 ? labels : periodsAbove(report, corner);
    return others.length === 0 ? headed?.period : undefined;
  };
  const foreign = new Map<string, boolean>();
  const head = first?.head ?? '';
  return {
    unit: (first?.hasFigures ? undefined : first?.unit) ?? unitIn(report, caption),
    periodOf({ entry }, over) {
      const metric = entry as Metric;
      const own = [over, first].flatMap((column) =>
        column === undefined || column.hasFigures ? [] : (labelOf(metric, column.head) ?? column.period ?? []),
      )[0];
      return own ?? captionPeriod ?? heading(metric);
    },
    isForeign(own) {
      const known = foreign.get(own);
      if (known !== undefined) return known;
      const found =
        isMixed ||
        isForeign(report, caption, own) ||
        isForeign(report, head, own) ||
        underForeignHeading(report, corner, own);
      foreign.set(own, found);
      return found;
    },
  };
}

/** "2025 (e)": expected, and no record. The mark is no part of the words that show. */
function isForecast({ prose, text }: Report, cell: number | undefined): boolean {
  const span = prose.blocks[cell ?? -1]?.span;
  return span !== undefined && /[(（][ef][)）]\s*$/i.test(text.slice(span.start, span.end).replace(/[\s|]+$/, ''));
}

interface ValueColumn {
  readonly column: Column;
  readonly period: PartPeriod;
}

/**
 * The columns that hold values of a row's metric: those whose heads say no more than a period, a unit or "value". "Urban"
 * and "Change" are of something else.
 */
function valueColumns(columns: readonly Column[], { mentionAt }: Row, metric: Metric): readonly ValueColumn[] {
  return columns.flatMap((column) => {
    const { index, role, hasFigures, places, head } = column;
    if (index === mentionAt || role !== undefined || column.metric !== undefined || !hasFigures) return [];
    if (column.isUnknownPlace || places.some((code) => code !== metric.region)) return [];
    const label = labelOf(metric, head);
    return label === undefined && !column.isPlain ? [] : [{ column, period: label ?? column.period }];
  });
}

function isOwn(report: Report, { region }: Metric, row: Row, column: Column, around: Around): boolean {
  const places = [...row.places, ...(column.metric === undefined ? column.places : [])];
  if (region === undefined) return places.every((code) => code === report.region);
  if (report.region !== undefined && !isWithin(report.region, region)) return false;
  if (places.length > 0 || row.isWhole) return places.every((code) => code === region);
  return !isForeign(report, row.under, region) && !around.isForeign(region);
}

/** The unit of a row, else of a column. One that both have and that differs makes it another figure: growth in percent. */
function unitOf(row: Row, { unit }: Column): UnitOfCells | 'differ' | undefined {
  if (row.unit === undefined || unit === undefined) return row.unit ?? unit;
  if (!isMeasure(row.unit) || !isMeasure(unit)) return isMeasure(row.unit) ? row.unit : unit;
  return row.unit.unit === unit.unit && row.unit.scale === unit.scale ? unit : 'differ';
}

function claimOf(
  report: Report,
  cell: number,
  metric: Metric,
  period: string,
  unit: UnitOfCells | undefined,
): readonly Claim[] {
  const block = report.prose.blocks[cell];
  if (block === undefined || metric.measure.kind === 'rank') return [];
  const units = unitTable(report.vocabulary);
  const assumed = metric.measure.kind === 'count' ? wholeNumbers : undefined;
  const quantity = quantityOfCell(report, block.text, unit ?? assumed);
  if (quantity === undefined || !isCompatible(metric, quantity, units, block.text)) return [];
  const own = inUnitOf(metric, quantity, units);
  // Counts with no unit may be thousands of which the table does not speak.
  if (unit === undefined && quantity.unit === undefined && isScaled(own.value, metric)) return [];
  return [
    {
      metric,
      subject: metric.fullName,
      block: cell,
      at: quantity.span,
      span: toSource(block, quantity.span),
      sentence: { start: 0, end: block.text.length },
      quantity,
      value: own.value,
      unit: own.unit,
      interval: intervalOf(own),
      factor: own.factor,
      period: recordedPeriod(period, metric, report.vocabulary),
      inTable: true,
      step: own.step,
      roundStep: own.roundStep,
      language: report.language,
    },
  ];
}

/** Whether a number is a tenth or less of every record, or ten times as much. */
function isScaled(value: number, { observations }: Metric): boolean {
  return observations.every((record) => value * 10 <= record.value || value >= record.value * 10);
}
