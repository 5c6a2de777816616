import { type Table, toSource } from '../markdown/blocks.js';
import { type Quantity, readQuantities } from '../quantities/index.js';
import { isCitation, type Mention, type Report } from '../report/report.js';
import type { EntryOf } from '../vocabulary/model.js';
import { quantityOptions, unitTable } from './block-quantities.js';
import type { Claim } from './claim.js';
import { isCompatible } from './compatible.js';
import { inUnitOf } from './conversion.js';
import { intervalOf } from './interval.js';
import { isWithin, regionsIn } from './regions.js';

/**
 * The claims of tables: a metric that heads a column or a row, its unit and scale from the header, the row, a column of
 * units or the caption, and its period from the row or the column.
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

function readTable(report: Report, table: Table, byBlock: ReadonlyMap<number, readonly Mention[]>): Claim[] {
  const text = (index: number | undefined) =>
    index === undefined ? '' : (report.prose.blocks[index]?.text ?? '').trim();
  const header = table.rows[0] ?? [];
  const first = header[0];
  if (first === undefined || isCitation(report, first)) return [];
  const units = unitTable(report.vocabulary);
  const claims: Claim[] = [];
  const around = `${text(table.caption)}`;
  if (regionsIn(around, report.vocabulary).length > 1) return [];
  const captionUnit = unitIn(report, around);
  const captionPeriod = onlyPeriod(report, around);
  const cornerUnit = unitIn(report, text(first));
  const cornerPeriod = onlyPeriod(report, text(first));

  const add = (
    mention: Mention,
    cell: number | undefined,
    unit: UnitOfCells | undefined,
    period: string | undefined,
  ) => {
    const metric = mention.entry as EntryOf<'metrics'>;
    const block = cell === undefined ? undefined : report.prose.blocks[cell];
    if (cell === undefined || block === undefined || metric.measure.kind === 'rank') return;
    if (metric.region !== undefined && report.region !== undefined && !isWithin(report.region, metric.region)) return;
    const quantity = quantityOfCell(report, block.text, unit);
    if (quantity === undefined || !isCompatible(metric, quantity, units) || period === undefined) return;
    const own = inUnitOf(metric, quantity, units);
    claims.push({
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
      period,
      inTable: true,
      step: own.step,
      roundStep: own.roundStep,
      language: report.language,
    });
  };

  for (const [column, head] of header.entries()) {
    const mention = wholeCell(report, head, byBlock);
    if (mention === undefined) continue;
    if (column > 0) {
      const unit = unitIn(report, text(head)) ?? captionUnit ?? cornerUnit;
      for (const row of table.rows.slice(1)) add(mention, row[column], unit, onlyPeriod(report, text(row[0]), true));
    } else {
      // The metric in the corner, periods above, a unit before each row.
      for (const row of table.rows.slice(1)) {
        const unit = unitIn(report, `(${text(row[0])})`) ?? cornerUnit ?? captionUnit;
        for (const [at, cell] of row.entries())
          if (at > 0) add(mention, cell, unit, onlyPeriod(report, text(header[at]), true));
      }
    }
  }
  const periods = header.map((head, column) => (column === 0 ? undefined : onlyPeriod(report, text(head), true)));
  const isDated = periods.some((period) => period !== undefined);
  for (const row of table.rows.slice(1)) {
    const lead = row[0];
    const mention = lead === undefined ? undefined : wholeCell(report, lead, byBlock);
    if (mention === undefined) continue;
    const unitColumn = header.findIndex((head) => /^(?:units?|单位)$/i.test(text(head)));
    const unit =
      unitIn(report, text(lead)) ??
      (unitColumn > 0 ? unitIn(report, `(${text(row[unitColumn])})`) : undefined) ??
      cornerUnit ??
      captionUnit;
    for (const [column, cell] of row.entries()) {
      if (column === 0 || column === unitColumn) continue;
      const own = periods[column];
      const columnUnit = unitIn(report, text(header[column])) ?? unit;
      add(mention, cell, columnUnit, own ?? (!isDated && column === 1 ? (cornerPeriod ?? captionPeriod) : undefined));
    }
  }
  return claims;
}

/** The metric that a cell names with no other words than a unit in brackets and a period. */
function wholeCell(
  report: Report,
  cell: number,
  byBlock: ReadonlyMap<number, readonly Mention[]>,
): Mention | undefined {
  const mentions = byBlock.get(cell) ?? [];
  const [mention] = mentions;
  const block = report.prose.blocks[cell];
  if (mention === undefined || mentions.length > 1 || block === undefined) return undefined;
  const rest = `${block.text.slice(0, mention.at.start)} ${block.text.slice(mention.at.end)}`
    .replace(/[(（][^)）]*[)）]/g, ' ')
    .replace(/\b(?:total|overall|national|of|in|the|China's|year)\b|全部|全国|年/gi, ' ')
    .replace(/[\d\s,，:：%\-–—/]/g, '');
  const regions = regionsIn(block.text, report.vocabulary);
  const metric = mention.entry as EntryOf<'metrics'>;
  return rest === '' && regions.every(({ code }) => code === metric.region) ? mention : undefined;
}

interface UnitOfCells {
  readonly unit: string;
  readonly scale: number;
  readonly kind: Quantity['kind'];
}

/** A unit that a header or caption gives in brackets or behind a comma: "(trillion yuan)", （亿元）, ", %". */
function unitIn(report: Report, text: string): UnitOfCells | undefined {
  for (const match of text.matchAll(/[(（]([^()（）]{1,40})[)）]|[,，:：]\s*([^,，:：()（）]{1,30})$/g)) {
    const words = (match[1] ?? match[2] ?? '').replace(/^(?:in|unit:?|单位[:：]?)\s*/i, '').trim();
    if (/^[%％]$|^per\s?cent$/i.test(words)) return { unit: 'percent', scale: 1, kind: 'percent' };
    // The digit of CO2 is no number.
    if (words === '' || /(?<!\p{L})\d/u.test(words)) continue;
    // A currency's code may stand before its number only.
    for (const sample of /^\p{Script=Han}/u.test(words) ? [`1${words}`] : [`1 ${words}`, `${words} 1`]) {
      const [quantity] = readQuantities(sample, quantityOptions(report)).quantities;
      if (quantity?.unit !== undefined && quantity.span.start === 0 && quantity.span.end === sample.length)
        return { unit: quantity.unit, scale: quantity.value, kind: quantity.kind };
    }
  }
  return undefined;
}

/** The period of a text; `whole`: it must be all that the text is. */
function onlyPeriod(report: Report, text: string, whole = false): string | undefined {
  const bare = /^((?:19|20)\d\d)(?:年)?$/.exec(text);
  if (bare !== null) return bare[1];
  const { periods } = readQuantities(text, quantityOptions(report));
  const [period] = periods;
  if (period === undefined || periods.length > 1 || /^-|s$|-year$/.test(period.period)) return undefined;
  if (whole && text.replace(/\s*[(（][^)）]*[)）]\s*$/, '').length !== period.span.end - period.span.start)
    return undefined;
  return period.period;
}

/** The number of a cell, in the unit that the table gives or in its own. */
function quantityOfCell(report: Report, text: string, unit: UnitOfCells | undefined): Quantity | undefined {
  const match = /^\s*([<>≈~]?)\s*([-−+]?)(\d[\d,\s ]*(?:\.\d+)?)\s*([%％]?)\s*$/.exec(
    text.normalize('NFKC').length === text.length ? text.normalize('NFKC') : text,
  );
  const { quantities } = readQuantities(text, quantityOptions(report));
  const [own] = quantities;
  if (own?.unit !== undefined && quantities.length === 1) return own;
  if (match === null || unit === undefined) return undefined;
  const digits = (match[3] as string).replace(/[,\s ]/g, '');
  const written = Number(digits);
  if (!Number.isFinite(written)) return undefined;
  const fraction = digits.split('.')[1] ?? '';
  const step = 10 ** -fraction.length * unit.scale;
  const zeros = fraction === '' ? (/0+$/.exec(digits)?.[0].length ?? 0) : 0;
  const start = text.indexOf((match[3] as string)[0] as string);
  const span = { start, end: start + (match[3] as string).trimEnd().length };
  return {
    span,
    kind: unit.kind,
    value: written * unit.scale * (match[2] === '-' || match[2] === '−' ? -1 : 1),
    unit: unit.unit,
    written: { digits, scale: unit.scale, span },
    step,
    roundStep: step * 10 ** zeros,
    comparator: match[1] === '>' ? 'above' : match[1] === '<' ? 'below' : match[1] === '' ? undefined : 'about',
    comparatorSpan: undefined,
    direction: undefined,
    consecutive: false,
    rangeWith: undefined,
    inherited: false,
    per: undefined,
    noun: undefined,
  };
}
