import { URI, Utils } from 'vscode-uri';

import {
  type EntryRecall,
  type ExampleResult,
  findingVerdict,
  type Locale,
  mergePacks,
  type Pack,
  recallOf,
  testPack,
} from '../../core/index.js';
import { columns } from '../../layout/columns.js';
import { wrapAfter } from '../../layout/wrap.js';
import { today } from '../../workspace/today.js';
import { displayedUri } from '../displayed-path.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { PackTestOptions } from '../options.js';
import { type Output, outputTo } from '../output.js';
import { ProblemLog } from '../problem-log.js';
import { jsonText } from '../reporters/json-text.js';
import { onOneLine } from '../reporters/one-line.js';
import { type Wording, wordingFor } from '../wording.js';
import { type NamedPack, readNamedPacks } from './read-packs.js';

interface TestedPack {
  readonly pack: NamedPack;
  readonly results: readonly ExampleResult[];
  /** Entries with deprecated forms that no example tries. */
  readonly untried: readonly string[];
  /** Of the plain sentences of its entries, where they are asked for. */
  readonly recall: readonly EntryRecall[] | undefined;
}

/** `plumbline pack test`: the examples of packs that do not hold. */
export async function testPacks(folders: readonly string[], options: PackTestOptions): Promise<ExitCode> {
  const log = new ProblemLog(options, process.cwd());
  const wording = wordingFor(options.locale);
  const out = outputTo(process.stdout);
  const named = await readNamedPacks(folders, log, wording);
  const tested: TestedPack[] = [];
  for (const pack of named) {
    // What is wrong with it beyond that, `pack check` says.
    if (pack.reading.pack === undefined) await log.fail(pack.displayed, wording.unusablePack(pack.displayed));
    else tested.push({ pack, ...run(pack, pack.reading.pack, options) });
  }
  const results = tested.flatMap((each) => each.results);
  const failed = results.filter(({ passed }) => !passed).length;

  if (options.format === 'json') {
    const packs = tested.map(({ pack, results, untried, recall }) => ({
      path: pack.displayed,
      examples: results.map((result) => asItem(result, pack, options.locale)),
      untried,
      ...(recall !== undefined && { recall }),
    }));
    const failures = log.problems.length > 0 ? { problems: log.problems } : {};
    const document = { version: 1, packs, summary: { examples: results.length, failed }, ...failures };
    await out.writeData(`${jsonText(document, 2)}\n`);
  } else {
    for (const { pack, results } of tested) {
      for (const result of results) {
        if (!result.passed) await out.write(`${failure(result, pack, out, wording, options.locale)}\n\n`);
      }
    }
    for (const { recall = [] } of tested) {
      const rows = recall.map(({ entry, language, read, stated, found, altered }) => [
        onOneLine(entry),
        language,
        wording.statementsRead(read, stated),
        wording.slipsFound(found, altered),
      ]);
      if (rows.length > 0) await out.write(`${columns(rows, out.width).join('\n')}\n\n`);
    }
    const untried = tested.reduce((sum, each) => sum + each.untried.length, 0);
    const summary = wording.packsTested(results.length, failed) + wording.entriesWithout(untried);
    if (tested.length > 0) await out.write(`${failed > 0 ? out.colours.red(summary) : summary}\n`);
  }

  if (log.failed) return exitCodes.failed;
  return failed > 0 ? exitCodes.findings : exitCodes.clean;
}

function run({ others }: NamedPack, pack: Pack, { date = today(), alter }: PackTestOptions): Omit<TestedPack, 'pack'> {
  const { name } = pack;
  const { vocabulary } = mergePacks([...others, pack]);
  const results = testPack(vocabulary, name, { date });
  const tried = new Set(results.map(({ entry }) => entry));
  const untried = vocabulary.entries
    .filter(({ pack, forms }) => pack === name && forms.some(({ role }) => role === 'deprecated'))
    .map(({ fullName }) => fullName)
    .filter((fullName) => !tried.has(fullName));
  return { results, untried, recall: alter === true ? recallOf(vocabulary, pack) : undefined };
}

function placeOf({ example: { location } }: ExampleResult, { folderUri }: NamedPack) {
  const { line, character } = location.range.start;
  const path = displayedUri(Utils.joinPath(URI.parse(folderUri), location.path).toString());
  return { path, line: line + 1, column: character + 1 };
}

function asItem(result: ExampleResult, pack: NamedPack, locale: Locale) {
  const { entry, example, expected, passed, findings } = result;
  const found = findings.map((finding) => ({ rule: finding.rule, message: findingVerdict(finding, locale) }));
  return { entry, text: example.text, expected, passed, findings: found, ...placeOf(result, pack) };
}

function failure(
  result: ExampleResult,
  pack: NamedPack,
  { colours, width }: Output,
  wording: Wording,
  locale: Locale,
): string {
  const { entry, example, expected, findings } = result;
  const { path, line, column } = placeOf(result, pack);
  const lines = [
    `${colours.underline(`${onOneLine(path)}:${line}:${column}`)}  ${onOneLine(entry)}`,
    `  ${colours.red(wording.should[expected])}`,
    wrapAfter('    ', onOneLine(example.text), width),
  ];
  for (const finding of findings) {
    const message = `${findingVerdict(finding, locale)}  ${colours.dim(finding.rule)}`;
    lines.push(wrapAfter('    → ', message, width));
  }
  return lines.join('\n');
}
