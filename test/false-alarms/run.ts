/**
 * Counts findings per 1,000 words by rule on a folder of real reports that nobody wrote for this project; ends with 1
 * where a budget is not kept. `--show` prints the findings that the budgets count.
 * `--planted` instead puts a wrong sentence behind every paragraph and lists those that are not found, nor in a part
 * that is said to be unread; ends with 1 where there is one.
 * Globs name the files as `files` in plumbline.yaml does; without any, all Markdown.
 * Usage: npm run false-alarms -- <folder> [<glob>…] [--show] [--planted]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emptyConfig, findingMessage, lintReport, readReport } from '../../server/src/core/index.js';
import { isListedReport } from '../../server/src/workspace/report-files.js';
import { type AnyPackName, allPackFolders, vocabularyOf } from '../core/packs.js';
import { plantIn, plantings } from './planted.js';

const [folder, ...globs] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('Usage: npm run false-alarms -- <folder> [<glob>…] [--show] [--planted]');
  process.exit(2);
}
const show = process.argv.includes('--show');
/** How many findings per 1,000 words some rules may have together. */
const budgets = [
  { name: 'rules of words', rules: /^(?:term-|task-paraphrased|formulation-|count-|organization-)/, most: 0.2 },
  {
    name: 'rules of claims',
    rules: /^(?:metric-|target-|event-|person-|quote-|summary-|task-unsupported)/,
    most: 0.05,
  },
  { name: 'rules of form', rules: /^(?:placeholder-unfilled|count-mismatch|acronym-undefined)$/, most: 0.05 },
];

const config = { ...emptyConfig, files: globs.length > 0 ? globs : ['**/*'] };
const uriOf = (path: string) => pathToFileURL(path).toString();
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => isListedReport(config, uriOf(resolve(folder)), uriOf(resolve(folder, path))))
  .filter((path) => statSync(join(folder, path)).isFile())
  .sort();

if (process.argv.includes('--planted')) plant(folder);
else for (const pack of Object.keys(allPackFolders) as AnyPackName[]) count(folder, pack);

function plant(folder: string): void {
  const totals: { planting: string; planted: number; found: number; 'said to be unread': number; missed: number }[] =
    [];
  for (const planting of plantings) {
    const total = { planting, planted: 0, found: 0, 'said to be unread': 0, missed: 0 };
    for (const path of paths) {
      const text = readFileSync(join(folder, path), 'utf8');
      const outcome = plantIn(text, planting);
      total.planted += outcome.planted;
      total.found += outcome.found;
      total['said to be unread'] += outcome.saidUnread;
      total.missed += outcome.missed.length;
      const lines = text.split(/\r\n|[\r\n]/);
      for (const line of outcome.missed) {
        console.log(`${path}:${line} ${planting} missed behind\n    ${lines[line - 1]?.slice(-160)}`);
      }
    }
    if (total.missed > 0) process.exitCode = 1;
    totals.push(total);
  }
  console.log(`\n${folder}: ${paths.length} files`);
  console.table(totals);
}

function count(folder: string, pack: AnyPackName): void {
  const counts = new Map<string, number>();
  let words = 0;
  let unread = 0;
  for (const path of paths) {
    const report = readReport(readFileSync(join(folder, path), 'utf8'), vocabularyOf(pack), { date: '2023-10-10' });
    unread += report.unread.length;
    for (const { text } of report.prose.blocks) words += wordsIn(text);
    for (const finding of lintReport(report)) {
      counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
      if (!show || !budgets.some(({ rules }) => rules.test(finding.rule))) continue;
      const line = report.lines.positionAt(finding.span.start).line + 1;
      const lineText = report.text.split(/\r?\n/)[line - 1] ?? '';
      console.log(`${path}:${line} ${finding.rule} ${findingMessage(finding, 'en')}\n    ${lineText.slice(0, 200)}`);
    }
  }
  const wholeWords = Math.round(words).toLocaleString('en');
  console.log(`\n${pack}: ${paths.length} files, ${wholeWords} words, ${unread} parts left unread`);
  const perThousand = (count: number) => ((count * 1000) / Math.max(1, words)).toFixed(3);
  for (const [rule, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    console.log(`  ${rule.padEnd(26)}${String(count).padStart(6)}${perThousand(count).padStart(9)} per 1,000 words`);
  }
  for (const { name, rules, most } of budgets) {
    const total = [...counts].filter(([rule]) => rules.test(rule)).reduce((sum, [, count]) => sum + count, 0);
    console.log(
      `  ${name.padEnd(26)}${String(total).padStart(6)}${perThousand(total).padStart(9)} per 1,000 words (at most ${most})`,
    );
    if ((total * 1000) / Math.max(1, words) > most) process.exitCode = 1;
  }
}

/** A word of English is about 1.6 characters of Chinese. */
function wordsIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han / 1.6 + (text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0);
}
