import { sentenceLanguage } from '../language/sentence-language.js';
import { foldedTokens } from '../language/tokens.js';
import { says, withoutFirst } from '../language/words/words.js';
import { type Table, toSource } from '../markdown/blocks.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isCitation, type Report } from '../report/report.js';
import { isOfAnotherMake } from '../sentences/another-make.js';
import { isAsserted } from '../sentences/assertion.js';
import type { Claim } from './claim.js';
import { intervalOf } from './interval.js';
import { isForeign, onlyPeriod, quantityOfCell, type UnitOfCells, unitIn } from './table-cells.js';
import { underForeignHeading } from './whose-metric.js';

/** Whether a caption makes others of its table's subjects than those of the prose. */
function isOfAnother(caption: string, language: string): boolean {
  return says(caption, language, 'ofPart') || isOfAnotherMake(caption, language) || !isAsserted(caption, language);
}

/** The cells of tables about subjects of which the prose says a value; one that two rows or columns have is of two things. */
export function readUnknownSubjectTableClaims(report: Report, prose: readonly Claim[]): readonly Claim[] {
  if (prose.length === 0 || report.prose.tables.length === 0) return [];
  const values = new Map<string, Extent>();
  for (const { subject, value } of prose) {
    const { low, high } = values.get(subject) ?? { low: value, high: value };
    values.set(subject, { low: Math.min(low, value), high: Math.max(high, value) });
  }
  const found = report.prose.tables.flatMap((table) => readTable(report, table, values));
  const names = new Map<string, number>();
  const shared = new Set<string>();
  for (const { name, claim } of found) {
    if ((names.get(claim.subject) ?? name) !== name) shared.add(claim.subject);
    names.set(claim.subject, name);
  }
  return found.map(({ claim }) => claim).filter(({ subject }) => !shared.has(subject));
}

/** The least and the greatest value that the prose gives a subject. */
interface Extent {
  readonly low: number;
  readonly high: number;
}

function readTable(report: Report, { rows, caption }: Table, values: ReadonlyMap<string, Extent>) {
  const [header = []] = rows;
  const [corner] = header;
  const text = (index: number | undefined) => (report.prose.blocks[index ?? -1]?.text ?? '').trim();
  const above = text(caption);
  const language = sentenceLanguage(above, report.language);
  if (corner === undefined || isCitation(report, corner) || isOfAnother(above, language)) return [];
  if ([above, text(corner)].some((words) => isForeign(report, words, report.region))) return [];
  if (report.region !== undefined && underForeignHeading(report, corner, report.region)) return [];
  const subjectOf = (cell: number | undefined) => {
    if (cell === undefined || mentionsIn(report, cell).some(({ entry }) => entry.kind === 'metrics')) return undefined;
    const words = text(cell).replace(/\s*[(（][^()（）]*[)）]\s*$|[,，][^,，]*$/, '');
    const own = sentenceLanguage(words, report.language);
    const bare = withoutFirst(words, own, 'beforeSubject').trim();
    const subject = own === 'zh' ? bare : foldedTokens(bare).join(' ');
    return values.has(subject) ? subject : undefined;
  };
  const head = (cell: number | undefined) => ({
    cell,
    subject: subjectOf(cell),
    // "2022 (revised)" is another's.
    period: /[(（]/.test(text(cell)) ? undefined : onlyPeriod(report, text(cell), true),
    unit: unitIn(report, text(cell)),
  });
  const columns = header.map(head);
  const around = unitIn(report, above) ?? unitIn(report, text(corner));
  return rows.slice(1).flatMap((row) => {
    const lead = head(row[0]);
    return row.slice(1).flatMap((index, i) => {
      const column = columns[i + 1];
      const named = lead.subject === undefined ? column : lead;
      const period = (named === lead ? column : lead)?.period;
      const block = report.prose.blocks[index];
      if (named?.subject === undefined || named.cell === undefined || period === undefined || block === undefined)
        return [];
      const claim = claimOf(report, index, named.subject, period, lead.unit ?? column?.unit ?? around);
      // Where the table gives no unit, it may be thousands.
      const { low, high } = values.get(named.subject) as Extent;
      const isLike = claim !== undefined && low < claim.value * 10 && claim.value < high * 10;
      return isLike ? [{ name: named.cell, claim }] : [];
    });
  });
}

function claimOf(
  report: Report,
  index: number,
  subject: string,
  period: string,
  unit: UnitOfCells | undefined,
): Claim | undefined {
  const block = report.prose.blocks[index];
  const quantity = block && quantityOfCell(report, block.text, unit ?? { unit: undefined, scale: 1, kind: 'number' });
  if (block === undefined || quantity === undefined || quantity.direction !== undefined) return undefined;
  return {
    metric: undefined,
    subject,
    block: index,
    at: quantity.span,
    span: toSource(block, quantity.span),
    sentence: { start: 0, end: block.text.length },
    quantity,
    value: quantity.value,
    unit: quantity.unit,
    interval: intervalOf(quantity),
    period,
    inTable: true,
    factor: 1,
    step: quantity.step,
    roundStep: quantity.roundStep,
    language: report.language,
  };
}
