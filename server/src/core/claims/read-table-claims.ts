import { type Table, toSource } from '../markdown/blocks.js';
import { type Quantity, readQuantities } from '../quantities/index.js';
import { isCitation, type Mention, type Report } from '../report/report.js';
import type { EntryOf } from '../vocabulary/model.js';
import { isAsserted } from './assertion.js';
import { quantitiesIn, quantityOptions, unitTable } from './block-quantities.js';
import type { Claim } from './claim.js';
import { isCompatible } from './compatible.js';
import { inUnitOf } from './conversion.js';
import { intervalOf } from './interval.js';
import { labelsIn } from './labels.js';
import { isMerelyNamed, isPlaceHeading } from './place-roles.js';
import { isWithin, regionsIn } from './regions.js';
import { headingLabels, headingPeriods } from './sentence-context.js';
import { underForeignHeading } from './whose-metric.js';

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
  const caption = text(table.caption);
  if (regionsIn(caption, report.vocabulary).length > 1) return [];
  const captionUnit = unitIn(report, caption);
  const captionPeriod = onlyPeriod(report, caption);
  const cornerUnit = unitIn(report, text(first));
  const cornerPeriod = onlyPeriod(report, text(first));

  const headingOf = ({ entry }: Mention) => {
    const labels = headingLabels(report, first, entry as EntryOf<'metrics'>);
    const [headed, ...others] = labels.length > 0 ? labels : headingPeriods(report, first);
    return others.length === 0 ? headed?.period : undefined;
  };
  const labelOf = (mention: Mention, label: string) => {
    const found = labelsIn(label, { start: 0, end: label.length }, mention.entry as EntryOf<'metrics'>);
    return found.length === 1 ? found[0]?.period : undefined;
  };
  const periodOf = (mention: Mention, label: string) => labelOf(mention, label) ?? onlyPeriod(report, label, true);

  const foreignHeadings = new Map<string, boolean>();
  const isUnderForeign = (own: string) => {
    const known = foreignHeadings.get(own);
    if (known !== undefined) return known;
    const found =
      isForeign(report, caption, own) || isForeign(report, text(first), own) || underForeignHeading(report, first, own);
    foreignHeadings.set(own, found);
    return found;
  };

  const add = (
    mention: Mention,
    cell: number | undefined,
    unit: UnitOfCells | undefined,
    period: string | undefined,
    /** The words of the column, and what parts the rows above. */
    around: readonly string[],
  ) => {
    const metric = mention.entry as EntryOf<'metrics'>;
    const block = cell === undefined ? undefined : report.prose.blocks[cell];
    if (cell === undefined || block === undefined || metric.measure.kind === 'rank') return;
    if (metric.region !== undefined) {
      if (report.region !== undefined && !isWithin(report.region, metric.region)) return;
      if (around.some((words) => isForeign(report, words, metric.region)) || isUnderForeign(metric.region)) return;
    }
    const quantity = quantityOfCell(
      report,
      block.text,
      unit ?? (metric.measure.kind === 'count' ? wholeNumbers : undefined),
    );
    if (quantity === undefined || !isCompatible(metric, quantity, units, block.text) || period === undefined) return;
    const own = inUnitOf(metric, quantity, units);
    // Counts with no unit may be thousands of which the table does not speak.
    if (unit === undefined && quantity.unit === undefined && isScaled(own.value, metric)) return;
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
      const dated = onlyPeriod(report, text(head)) ?? captionPeriod ?? cornerPeriod ?? headingOf(mention);
      for (const row of table.rows.slice(1)) {
        const label = text(row[0]);
        // The row of the country among those of its parts.
        const period = isRegionOf(report, mention, label) ? dated : periodOf(mention, label);
        add(mention, row[column], unit, period, []);
      }
    } else {
      // The metric in the corner, periods above, a unit before each row.
      for (const row of table.rows.slice(1)) {
        const unit = unitIn(report, `(${text(row[0])})`) ?? cornerUnit ?? captionUnit;
        for (const [at, cell] of row.entries())
          if (at > 0) add(mention, cell, unit, periodOf(mention, text(header[at])), []);
      }
    }
  }
  const periods = header.map((head, column) => (column === 0 ? undefined : onlyPeriod(report, text(head), true)));
  // 2月30日 above a column: no other date is its own.
  const isDated = header.some(
    (head, column) => periods[column] !== undefined || quantitiesIn(report, head).unreadable.length > 0,
  );
  const columnUnits = header.map((head) => unitIn(report, text(head)) ?? unitIn(report, `(${text(head)})`));
  const unitColumn = header.findIndex((head) => /^(?:units?|单位)$/i.test(text(head)));
  // Columns beside the first and that of units.
  const values = header.length - (unitColumn > 0 ? 2 : 1);
  let part = '';
  for (const row of table.rows.slice(1)) {
    const lead = row[0];
    if (row.slice(1).every((cell) => text(cell) === '')) part = text(lead);
    const mention = lead === undefined ? undefined : wholeCell(report, lead, byBlock);
    if (mention === undefined) continue;
    const unit =
      unitIn(report, text(lead)) ??
      (unitColumn > 0 ? unitIn(report, `(${text(row[unitColumn])})`) : undefined) ??
      cornerUnit ??
      captionUnit;
    for (const [column, cell] of row.entries()) {
      if (column === 0 || column === unitColumn) continue;
      const own = labelOf(mention, text(header[column])) ?? periods[column];
      const alone = !isDated && values === 1;
      const around = alone
        ? (labelOf(mention, text(first)) ?? cornerPeriod ?? captionPeriod ?? headingOf(mention))
        : undefined;
      add(mention, cell, columnUnits[column] ?? unit, own ?? around, [text(header[column]), part]);
    }
  }
  return claims;
}

/** Whether a label is the metric's own region and nothing else. */
function isRegionOf(report: Report, { entry }: Mention, label: string): boolean {
  const { region } = entry as EntryOf<'metrics'>;
  if (region === undefined) return false;
  if (/^(?:national|nationwide|whole\s+country|全国(?:合计|总计)?)$/i.test(label)) return true;
  const [named, ...others] = regionsIn(label, report.vocabulary);
  return named?.code === region && others.length === 0 && named.at.end - named.at.start === label.length;
}

/** Whether a caption, a header or a row that parts others names another place than a metric's. */
export function isForeign(report: Report, words: string, own: string | undefined): boolean {
  // The US of "US$ trillion" is no place.
  const rest = words.replace(/[(（][^)）]*[)）]/g, (unit) => (unitIn(report, unit) === undefined ? unit : ' '));
  const regions = regionsIn(rest, report.vocabulary);
  if (regions.length > 0) return regions.every(({ at, code }) => code !== own && !isMerelyNamed(rest, at));
  // "Value" above a column is no place, "Table 1: Saxony" above a table is.
  const name = rest.replace(/^(?:Table|表)\s*\d+[.:：]?\s*/, '');
  return (name !== rest || /\p{Script=Han}/u.test(name)) && isPlaceHeading(name.trim());
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
    .replace(unitPlace, (place) => (unitIn(report, place) === undefined ? place : ' '))
    .replace(/\b(?:total|overall|national|of|in|the|China's|year)\b|全部|全国|年/gi, ' ')
    .replace(/[\d\s,，:：%\-–—/]/g, '');
  // The US of "US$ trillion" is no place.
  const named = unitIn(report, block.text) === undefined ? block.text : block.text.replace(/[(（][^)）]*[)）]/g, ' ');
  const regions = regionsIn(named, report.vocabulary);
  const metric = mention.entry as EntryOf<'metrics'>;
  return rest === '' && regions.every(({ code }) => code === metric.region) ? mention : undefined;
}

export interface UnitOfCells {
  readonly unit: string | undefined;
  readonly scale: number;
  readonly kind: Quantity['kind'];
  /** What is counted, or the measure word. */
  readonly noun?: string;
}

/** In brackets, or behind a comma, a slash or "in" at the end. */
const unitPlace = /[(（[]([^()（）[\]]{1,40})[)）\]]|(?:[,，:：]|\s\/|\sin)\s*([^,，:：()（）[\]]{1,30})$/g;

/** A unit that a header or caption gives: "(trillion yuan)", （亿元）, ", %", "in billion yuan". */
export function unitIn(report: Report, text: string): UnitOfCells | undefined {
  for (const match of text.matchAll(unitPlace)) {
    const words = (match[1] ?? match[2] ?? '').replace(/^(?:in|unit:?|单位[:：]?)\s*/i, '').trim();
    if (/^[%％]$|^per\s?cent$/i.test(words)) return { unit: 'percent', scale: 1, kind: 'percent' };
    // The digit of CO2 is no number.
    if (words === '' || /(?<!\p{L})\d/u.test(words)) continue;
    // A currency's code may stand before its number only.
    // "USD trillion", "US$ million": the number stands between.
    const between = words
      .replace(/^(\S+)\s+(?=(?:thousand|[mb]illion|trillion|bn|mn?|tn)\b)/i, '$1 1 ')
      .replace(/^(\S*\p{Sc})\s*(?=\/)/u, '$11')
      .replace(/^(\S*\p{Sc}) /u, '$1')
      .replace(/^(\S*\p{Sc})(?=(?:tn|bn|mn?|k)$)/u, '$11');
    for (const sample of /^\p{Script=Han}/u.test(words) ? [`1${words}`] : [`1 ${words}`, `${words} 1`, between]) {
      const [quantity] = readQuantities(sample, quantityOptions(report)).quantities;
      const noun = quantity?.noun;
      const end =
        (quantity?.span.end ?? 0) + (noun === undefined ? 0 : noun.length + (sample.endsWith(` ${noun}`) ? 1 : 0));
      if (quantity === undefined || quantity.span.start !== 0 || end !== sample.length) continue;
      // "(million)", "(billion trips)", 亿人次: a scale of counts.
      if (quantity.unit !== undefined || quantity.kind === 'number')
        return {
          unit: quantity.unit,
          scale: quantity.value,
          kind: quantity.kind,
          noun: noun ?? sample.slice(quantity.written.span.end, quantity.span.end),
        };
    }
  }
  return undefined;
}

const wholeNumbers: UnitOfCells = { unit: undefined, scale: 1, kind: 'number' };

/** Whether a number is a tenth or less of every record, or ten times as much. */
function isScaled(value: number, { observations }: EntryOf<'metrics'>): boolean {
  return observations.every((record) => value * 10 <= record.value || value >= record.value * 10);
}

/** The period of a text; `whole`: it must be all that the text is. */
export function onlyPeriod(report: Report, text: string, whole = false): string | undefined {
  const bare = /^((?:19|20)\d\d)(?:年)?$/.exec(text);
  if (bare !== null) return bare[1];
  const { periods, unreadable } = readQuantities(text, quantityOptions(report));
  const [period] = periods;
  if (period === undefined || periods.length + unreadable.length > 1 || /^-|s$|-year$/.test(period.period))
    return undefined;
  const rest = text.slice(period.span.end);
  // "2022 (target)", "2025 (f)": no record.
  if (/^\s*[(（]\s*[efp]\s*[)）]/i.test(rest) || !isAsserted(rest, report.language)) return undefined;
  if (whole && text.replace(/\s*[(（][^)）]*[)）]\s*$/, '').length !== period.span.end - period.span.start)
    return undefined;
  return period.period;
}

/** The number of a cell, in the unit that the table gives or in its own. */
export function quantityOfCell(report: Report, text: string, unit: UnitOfCells | undefined): Quantity | undefined {
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
    noun: unit.kind === 'number' && unit.noun !== undefined ? countedBy(unit.noun) : undefined,
  };
}

/** The noun or measure word of a unit without its scale: "trips" of "billion trips", 人次 of 亿人次. */
function countedBy(words: string): string | undefined {
  const rest = words.replace(/\s|[百千万亿]|thousand|[mb]illion|trillion/gi, '');
  return rest === '' ? undefined : rest;
}
