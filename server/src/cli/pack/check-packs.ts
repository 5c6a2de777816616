import { URI, Utils } from 'vscode-uri';
import { checkPack } from '../../core/index.js';
import { wrapAfter } from '../../layout/wrap.js';
import { workspaceProblemMessage } from '../../workspace/problem-message.js';
import { today } from '../../workspace/today.js';
import { displayedUri } from '../displayed-path.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { PackCheckOptions } from '../options.js';
import { type Output, outputTo } from '../output.js';
import { ProblemLog } from '../problem-log.js';
import type { ReportedProblem } from '../reporters/checked-file.js';
import { jsonText } from '../reporters/json-text.js';
import { onOneLine } from '../reporters/one-line.js';
import { type Wording, wordingFor } from '../wording.js';
import { type NamedPack, readNamedPacks } from './read-packs.js';

/** `plumbline pack check`: the problems of packs, to standard output, since they are what was asked for. */
export async function checkPacks(folders: readonly string[], options: PackCheckOptions): Promise<ExitCode> {
  const log = new ProblemLog(options, process.cwd());
  const wording = wordingFor(options.locale);
  const out = outputTo(process.stdout);
  const packs = await readNamedPacks(folders, log, wording);
  const checked = packs.map((pack) => ({ path: pack.displayed, problems: problemsOf(pack, options) }));
  const all = checked.flatMap(({ problems }) => problems);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const warnings = all.filter(({ severity }) => severity === 'warning').length;

  if (options.format === 'json') {
    const failures = log.problems.length > 0 ? { problems: log.problems } : {};
    const document = { version: 1, packs: checked, summary: { packs: packs.length, errors, warnings }, ...failures };
    await out.writeData(`${jsonText(document, 2)}\n`);
  } else {
    for (const { problems } of checked) {
      if (problems.length > 0) await out.write(`${problems.map((each) => row(each, out, wording)).join('\n')}\n\n`);
    }
    if (packs.length > 0) await out.write(`${wording.packsChecked(packs.length, errors, warnings)}\n`);
  }

  if (log.failed) return exitCodes.failed;
  return errors > 0 || (options.failOn === 'warning' && warnings > 0) ? exitCodes.findings : exitCodes.clean;
}

function problemsOf(
  { texts, problems, others, around, folderUri }: NamedPack,
  options: PackCheckOptions,
): ReportedProblem[] {
  const { date = today(), locale, forms = false } = options;
  const checked = checkPack(texts, { others, around, date, forms });
  return [...problems, ...checked.problems].map((problem) => {
    const uri = Utils.joinPath(URI.parse(folderUri), problem.path).toString();
    return {
      path: displayedUri(uri),
      severity: problem.severity,
      message: workspaceProblemMessage(problem, locale),
      line: problem.range.start.line + 1,
      column: problem.range.start.character + 1,
    };
  });
}

function row(
  { path, severity, message, line, column }: ReportedProblem,
  { colours, width }: Output,
  wording: Wording,
): string {
  const colour = { error: colours.red, warning: colours.yellow, information: colours.blue }[severity];
  const place = `${onOneLine(path)}:${line}:${column}`;
  const [verdict = '', ...details] = message.split('\n').map(onOneLine);
  if (width === undefined) {
    return [`${place}: ${wording.severity[severity]} ${verdict}`, ...details.map((line) => `    ${line}`)].join('\n');
  }
  // On a terminal the place has a line of its own, since paths are long.
  const first = wrapAfter(`  ${colour(wording.severity[severity])}  `, verdict, width);
  return [colours.underline(place), first, ...details.map((line) => wrapAfter('    ', line, width))].join('\n');
}
