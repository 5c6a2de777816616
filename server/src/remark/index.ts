import { relative, resolve } from 'node:path';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { URI } from 'vscode-uri';
import {
  type Citation,
  checkName,
  citationIn,
  type Finding,
  findingNotes,
  findingVerdict,
  type LineMap,
  type Locale,
  lintReport,
  problemMessage,
  readReport,
  type Span,
  unreadMessage,
  visible,
} from '../core/index.js';
import { environmentLocale } from '../workspace/environment-locale.js';
import { isFatal } from '../workspace/is-fatal.js';
import { namedPacks } from '../workspace/named-packs.js';
import { workspaceProblemMessage } from '../workspace/problem-message.js';
import { settingsInForce } from '../workspace/settings-in-force.js';
import type { Workspace } from '../workspace/workspace.js';
import { workspaceOfFile } from './workspace-of-file.js';

/** Each is what the option of `plumbline check` with its name is; paths are relative to the file's `cwd`. */
export interface Options {
  /** A config, instead of the nearest plumbline.yaml upward. */
  readonly config?: string;
  /** Packs, instead of the config's. */
  readonly packs?: readonly string[];
  /** `2023-10-10`; without it, today. */
  readonly date?: string;
  readonly region?: string;
  readonly report?: string;
  readonly language?: string;
  /** The language of messages; without it, that of the environment. */
  readonly locale?: Locale;
}

/**
 * A plugin for unified: adds the findings of `plumbline check` as messages of the file.
 * It reads the file's text itself, so that no other plugin changes what is found, and leaves the tree as it is.
 */
const plumbline: Plugin<[(Options | null | undefined)?], Root> = (options) => {
  const { config, packs, locale = environmentLocale(process.env), ...asked } = options ?? {};
  return async (_, file) => {
    const uri = URI.file(resolve(file.cwd, file.path ?? 'stdin.md')).toString();
    const workspace = await workspaceOfFile(uri, {
      ...(config !== undefined && { configUri: URI.file(resolve(file.cwd, config)).toString() }),
      ...(packs !== undefined && { packs: await namedPacks(packs, file.cwd) }),
    });
    addProblems(file, workspace, locale);
    for (const kind of ['report', 'region', 'language'] as const) {
      const name = asked[kind];
      const unknown = name === undefined ? undefined : checkName(kind, name, workspace.vocabulary);
      if (unknown === undefined) continue;
      const reason = `${kind}: ${problemMessage(unknown, locale)}`;
      Object.assign(file.message(reason, { source: 'plumbline' }), { fatal: true });
    }
    const report = readReport(
      String(file),
      workspace.vocabulary,
      settingsInForce(workspace, uri, { ...asked, locale }),
    );
    for (const { span, ...unread } of report.unread) {
      const message = file.message(unreadMessage({ span, ...unread }, locale), {
        place: placeOf(span, report.lines),
        source: 'plumbline',
      });
      Object.assign(message, { fatal: null });
    }
    for (const finding of lintReport(report)) addFinding(file, finding, report.text, report.lines, locale);
  };
};

export default plumbline;

function addFinding(file: VFile, finding: Finding, text: string, lines: LineMap, locale: Locale) {
  const { rule, span, severity, basis, fixes } = finding;
  const place = placeOf(span, lines);
  const message = file.message(findingVerdict(finding, locale), { place, ruleId: rule, source: 'plumbline' });
  const notes = [...findingNotes(finding, locale), ...basis.map((source) => cite(citationIn(source, locale)))];
  const replacements = fixes.flatMap(({ edits }) => {
    const [edit] = edits;
    const replaces = edits.length === 1 && edit?.span.start === span.start && edit.span.end === span.end;
    return replaces ? [edit.text] : [];
  });
  Object.assign(message, {
    // To vfile, true is a failure of the tool: an error of a report is a warning, and information is neither.
    fatal: severity === 'information' ? null : false,
    ...(span.end > span.start && { actual: text.slice(span.start, span.end) }),
    ...(replacements.length > 0 && { expected: replacements }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
  });
}

/** Workspaces whose lesser problems were said, so that not every file repeats them. */
const told = new WeakSet<Workspace>();

function addProblems(file: VFile, workspace: Workspace, locale: Locale) {
  const first = !told.has(workspace);
  told.add(workspace);
  for (const problem of workspace.problems) {
    const fatal = isFatal(problem, workspace);
    if (!fatal && !first) continue;
    const { line, character } = problem.range.start;
    const path = visible(relative(file.cwd, URI.parse(problem.uri).fsPath) || '.');
    const reason = `${path}:${line + 1}:${character + 1}: ${workspaceProblemMessage(problem, locale)}`;
    Object.assign(file.message(reason, { source: 'plumbline' }), { fatal });
  }
}

/** As unist has it: lines and columns from 1, offsets from 0. */
function placeOf(span: Span, lines: LineMap) {
  const point = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1, offset };
  };
  return { start: point(span.start), end: point(span.end) };
}

/** `title, publisher, 2023-09-27, address`. */
function cite({ title, publisher, date, at, url }: Citation): string {
  return visible([title, publisher, date, at, url].filter((part) => part !== undefined).join(', '));
}
