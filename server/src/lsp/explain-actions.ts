import type { CodeAction, ShowDocumentParams } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { allRules, type Finding, type Locale, type Span, visible } from '../core/index.js';
import { explainPlace, linesOf, plainPage } from '../explain/explain-place.js';
import { relativePath } from '../workspace/report-files.js';
import { rulePageName } from '../workspace/rule-page-name.js';
import type { ActionContext } from './action-context.js';
import { actionTitles } from './action-titles.js';
import { explainCommand, explainScheme, openRuleCommand } from './protocol.js';
import type { ReportSnapshot } from './report-snapshot.js';

/** The argument of `explainCommand`: a place of a version of a document, its line and column from 1. */
export interface PlaceToExplain {
  readonly uri: string;
  readonly version: number;
  readonly line: number;
  /** Without it, all of the line. */
  readonly column?: number;
}

export function isPlaceToExplain(argument: unknown): argument is PlaceToExplain {
  const { uri, version, line, column } = (argument ?? {}) as Partial<Record<keyof PlaceToExplain, unknown>>;
  const isCount = (value: unknown) => Number.isInteger(value) && Number(value) > 0;
  return (
    typeof uri === 'string' && Number.isInteger(version) && isCount(line) && (column === undefined || isCount(column))
  );
}

/** Why a finding was made, and the page of its rule. */
export function whyFoundActions(context: ActionContext, { rule, span }: Finding): CodeAction[] {
  const { features, locale } = context;
  const titles = actionTitles(locale);
  const title = titles.openRule(rule);
  const page = { title, command: { title, command: openRuleCommand, arguments: [rule] } };
  return [...explainAction(context, titles.whyFound, span, true), ...(features.showDocument ? [page] : [])];
}

/** Why nothing was found at a place. */
export function whyNotFoundActions(context: ActionContext, place: Span): CodeAction[] {
  return explainAction(context, actionTitles(context.locale).whyNotFound, place, false);
}

function explainAction(
  { snapshot: { uri, version, report }, features }: ActionContext,
  title: string,
  { start }: Span,
  withColumn: boolean,
): CodeAction[] {
  if (!features.showDocument || !features.documentContent) return [];
  const { line, character } = report.lines.positionAt(start);
  const argument: PlaceToExplain = { uri, version, line: line + 1, ...(withColumn && { column: character + 1 }) };
  return [{ title, command: { title, command: explainCommand, arguments: [argument] } }];
}

/** The document that explains a place: its name is shown, its query says which place. */
export function explanationOf(place: PlaceToExplain): ShowDocumentParams {
  const name = visible(Utils.basename(URI.parse(place.uri))).replaceAll('/', '∕');
  const path = `/${name}:${place.line}.txt`;
  const uri = URI.from({ scheme: explainScheme, path, query: JSON.stringify(place) }).toString();
  return { uri, takeFocus: true };
}

/** Which place a document of `explainScheme` explains. */
export function placeExplainedBy(document: string): PlaceToExplain | undefined {
  const { scheme, query } = URI.parse(document);
  try {
    const place: unknown = JSON.parse(query);
    return scheme === explainScheme && isPlaceToExplain(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

/** What `plumbline explain` says of a place. */
export function explanation(snapshot: ReportSnapshot, { line, column }: PlaceToExplain, locale: Locale): string {
  const { report, workspace, uri } = snapshot;
  const displayed = (each: string) =>
    (workspace.folder === undefined ? undefined : relativePath(workspace.folder, each)) ??
    Utils.basename(URI.parse(each));
  const place = { report, workspace, uri, line: Math.min(line, linesOf(report)), column, asked: {}, displayed };
  return explainPlace(place, plainPage, locale);
}

/** The page of a rule; undefined for what is none. */
export function rulePage(rule: unknown, pages: string, locale: Locale): ShowDocumentParams | undefined {
  if (!allRules.some(({ id }) => id === rule)) return undefined;
  const uri = Utils.joinPath(URI.parse(pages), rulePageName(rule as string, locale)).toString();
  return { uri, takeFocus: true };
}
