import type { Table } from '../markdown/blocks.js';
import { sectionsAround } from '../markdown/sections.js';
import type { Quantity } from '../quantities/index.js';
import { isCitation, type Report } from '../report/report.js';
import { namesUnknownPlace } from '../sentences/place-roles.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { quantityOptions } from '../sentences/quantity-options.js';
import { isWithin, regionsIn } from '../sentences/regions.js';
import { blankOut } from '../text/blank-out.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import type { Milestone } from '../vocabulary/model.js';
import { inForce, statementIn, type Target, type TargetStatement } from './target-statements.js';
import { holdsFor, subjectsIn, tellsOfTarget } from './target-values.js';

/** A row of a table of targets: "Tidal power | 2030 | 40 to 45 GW". */
export interface TargetRow {
  readonly target: Target;
  /** What its name says of a goal, with the year of its row. */
  readonly statement: TargetStatement | undefined;
  /** The year in a column of when it is due. */
  readonly due: { readonly block: number; readonly at: Span; readonly year: string } | undefined;
  readonly values: readonly RowValue[];
}

export interface RowValue {
  readonly block: number;
  readonly quantity: Quantity;
  readonly rangeEnd: Quantity | undefined;
  /** From its column, or the row. */
  readonly year: string | undefined;
  /** The target's for that year. */
  readonly milestone: Milestone | undefined;
  /** Whether it is the value of the milestone, or without one of any. */
  readonly holds: boolean;
}

const dueHeader = /\b(?:due|deadline|date|years?|by|when|timing)\b|完成时间|时限|期限|到期|年份|时间|完成年/i;
const valueHeader = /\b(?:targets?|goals?|values?|levels?|aims?)\b|目标|指标值|数值|要求/i;
/** A column of what is, and not of what is to be. */
const presentHeader =
  /\b(?:baseline|base|currently?|actual|status|installed|now|latest|progress|achieved|outturn|forecast|projected)\b|现状|基期|基准|当前|目前|实际|完成情况|进展|预测/i;

/** The rows of a report's tables that give a target its year or value. */
export const readTargetRows = once((report: Report): readonly TargetRow[] => {
  if (report.vocabulary.ofKind('targets').length === 0) return [];
  return report.prose.tables.flatMap((table) => readTable(report, table));
});

function readTable(report: Report, { rows, caption, span }: Table): readonly TargetRow[] {
  const text = (block: number | undefined) => (block === undefined ? '' : (report.prose.blocks[block]?.text ?? ''));
  const [header = [], ...others] = rows;
  const named = others.flatMap((row) => {
    const [own] = row.flatMap((name) => {
      const targets = targetsOf(report, name, true);
      return targets === undefined ? [] : [{ row, name, target: targets[0] }];
    });
    return own === undefined ? [] : [own];
  });
  if (named.length === 0) return [];
  const above = sectionsAround(report.sections, span);
  const around = [...header, ...above.map(({ heading }) => heading), caption].map(text).join(' | ');
  const isOfTargets = tellsOfTarget.test(around);
  if (header[0] === undefined || isCitation(report, header[0])) return [];
  return named.flatMap(({ row, name, target }): TargetRow[] => {
    if (isAnothers(report, target, `${around} | ${row.map(text).join(' | ')}`)) return [];
    const columns = row.flatMap((block, column) => {
      const head = text(header[column]);
      return block === name || presentHeader.test(head) ? [] : [{ block, head, years: yearsIn(head) }];
    });
    const due = columns
      .filter(({ head, years }) => years.length === 0 && dueHeader.test(head))
      .flatMap(({ block }) => {
        const at = text(block).search(/(?:19|20)\d\d/);
        return yearsIn(text(block)).length === 1 && text(block).trim().length < 16
          ? [{ block, at: { start: at, end: at + 4 }, year: text(block).slice(at, at + 4) }]
          : [];
      })[0];
    // "Target for 2030" over the names.
    const [headed, another] = isOfTargets ? yearsIn(text(header[row.indexOf(name)])) : [];
    const values =
      another !== undefined
        ? []
        : columns
            .filter(
              ({ block, head, years }) =>
                block !== due?.block &&
                (years.length === 1 || valueHeader.test(head) || (isOfTargets && isUnitOf(target, head))),
            )
            .flatMap(({ block, head, years }) =>
              valuesOf(report, block, target, `${head} ${text(name)} ${around}`, years[0] ?? due?.year ?? headed),
            );
    // A table that says nothing of targets is one where a value is a milestone's.
    const isKnown = values.some(({ holds, milestone }) => holds && milestone !== undefined);
    if (!isOfTargets && !isKnown && due === undefined) return [];
    const inName = valuesOf(report, name, target, '', due?.year);
    const years = new Set([...columns.flatMap((each) => each.years), ...(due === undefined ? [] : [due.year])]);
    const statement = statementIn(report, name, years, isOfTargets);
    if (targetsOf(report, name, isOfTargets) === undefined) return [];
    return [{ target, statement, due, values: [...inName, ...values] }];
  });
}

/** "GW", "(GW)" over a column. */
const isUnitOf = ({ milestones }: Target, head: string) =>
  milestones.some(
    ({ unit }) => unit !== undefined && head.replace(/[()（）\s]/g, '') === (unit === 'percent' ? '%' : unit),
  );

const yearsIn = (text: string) => text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];

/** The target that a cell names: by its own words or its goal, or as the whole of the cell by its subject. */
function targetsOf(report: Report, cell: number, isOfTargets: boolean): readonly [Target, ...Target[]] | undefined {
  const text = report.prose.blocks[cell]?.text ?? '';
  const statement = statementIn(report, cell, new Set(), isOfTargets);
  const found =
    statement?.targets ??
    subjectsIn(report, text).flatMap(({ span, target: { target } }) => {
      // "40 GW of tidal power": its value may stand in its name.
      const spans = [span, ...quantitiesIn(report, cell).quantities.map((quantity) => quantity.span)];
      const rest = blankOut(text, 0, spans).replace(/[(（][^()（）]*[)）]/g, ' ');
      return /\p{L}/u.test(
        rest.replace(
          /\b(?:the|of|in|to|at|least|between|and|total|national|installed|capacity|target)\b|全国|总量|目标|装机|容量|规模|达到/gi,
          ' ',
        ),
      )
        ? []
        : [target];
    });
  const [first, ...rest] = inForce(found, report.date?.day);
  return first === undefined || (statement === undefined && rest.some((other) => other !== first))
    ? undefined
    : [first, ...rest];
}

function isAnothers(report: Report, target: Target, words: string): boolean {
  const own = target.region ?? report.vocabulary.packs.find(({ name }) => name === target.pack)?.region;
  const regions = regionsIn(words, report.vocabulary);
  const isSame = (code: string) => own === undefined || (isWithin(code, own) && isWithin(own, code));
  return (
    regions.some(({ code }) => !isSame(code)) ||
    (report.region !== undefined && !isSame(report.region)) ||
    namesUnknownPlace(words, regions, [])
  );
}

/** The one value of a cell, in the unit that it, its header or its row has. */
function valuesOf(
  report: Report,
  block: number,
  { milestones }: Target,
  around: string,
  year: string | undefined,
): readonly RowValue[] {
  const { units } = quantityOptions(report);
  const unit = milestones.find((each) => each.unit !== undefined)?.unit;
  const isInHeader = unit !== undefined && around.includes(unit === 'percent' ? '%' : unit);
  const read = quantitiesIn(report, block).quantities.map((quantity) =>
    quantity.unit === undefined && isInHeader ? { ...quantity, unit } : quantity,
  );
  const [quantity, rangeEnd] = read;
  const isOne = read.length === 1 || (read.length === 2 && quantity?.rangeWith === 1);
  if (quantity === undefined || !isOne || (quantity.unit === undefined) !== (unit === undefined)) return [];
  const valued = milestones.filter(({ value, range }) => value !== undefined || range !== undefined);
  const milestone = valued.find(({ due }) => due === year);
  const holds = (milestone === undefined ? valued : [milestone]).some((each) =>
    holdsFor(each, quantity, rangeEnd, units),
  );
  return [{ block, quantity, rangeEnd, year, milestone, holds }];
}
