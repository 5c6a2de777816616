import { URI } from 'vscode-uri';
import { entryKinds, nearest } from '../core/index.js';
import { columns } from '../layout/columns.js';
import type { Workspace } from '../workspace/workspace.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { listEntries } from './list/entries.js';
import type { Listed } from './list/listed.js';
import { listReports } from './list/reports.js';
import { listRules } from './list/rules.js';
import { listSources } from './list/sources.js';
import type { Listing, ListOptions } from './options.js';
import { type Output, outputTo } from './output.js';
import { ProblemLog } from './problem-log.js';
import { jsonText } from './reporters/json-text.js';
import { onOneLine } from './reporters/one-line.js';
import { UsageError } from './usage-error.js';
import { wordingFor } from './wording.js';
import { problemsOf, servingNote } from './workspace-problems.js';
import { workspacesFor } from './workspaces-for.js';

type Lister = (workspace: Workspace, options: ListOptions) => Promise<Listed> | Listed;

const listers: Record<Listing, Lister> = {
  rules: listRules,
  entries: listEntries,
  reports: listReports,
  sources: listSources,
};

/** `plumbline list`: what there is, by the config of the current folder. */
export async function list(what: Listing, options: ListOptions): Promise<ExitCode> {
  const wording = wordingFor(options.locale);
  refuseKind(what, options);
  const log = new ProblemLog(options, process.cwd());
  const workspaces = await workspacesFor(options, log.workingDirectory);
  const workspace = await workspaces.ofFolder(URI.file(log.workingDirectory).toString());
  const serving = servingNote(workspace, options);
  if (serving !== undefined) await log.say(serving);
  await log.tell(problemsOf(workspace, options, log.workingDirectory));
  const listed = await listers[what](workspace, options);
  const out = outputTo(process.stdout);
  if (options.format === 'json') {
    const document = { version: 1, [what]: listed.items };
    await out.writeData(`${jsonText(document, 2)}\n`);
  } else {
    await out.write(asText(listed, out, wording.nothingToList));
  }
  return log.failed ? exitCodes.failed : exitCodes.clean;
}

function refuseKind(what: Listing, { kind, locale }: ListOptions) {
  if (kind === undefined) return;
  const wording = wordingFor(locale);
  if (what !== 'entries') throw new UsageError(wording.kindWithEntries);
  const kinds: readonly string[] = entryKinds;
  if (!kinds.includes(kind)) throw new UsageError(wording.noKind(kind, nearest(kind, kinds), kinds));
}

function asText({ groups }: Listed, out: Output, nothing: string): string {
  const { colours, width } = out;
  const parts = groups.map(({ title, rows }) => {
    const cells = rows.map((row) => row.map(onOneLine)).map(([first = '', ...rest]) => [colours.cyan(first), ...rest]);
    const lines = columns(cells, width, title === undefined ? '' : '  ');
    return [...(title === undefined ? [] : [colours.bold(onOneLine(title))]), ...lines].join('\n');
  });
  return `${parts.join('\n\n') || nothing}\n`;
}
