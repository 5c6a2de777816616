/**
 * Counts findings per 1,000 words by rule on a folder of real reports that nobody wrote for this project; ends with 1
 * where a budget is not kept. `--show` prints the findings that the budgets count.
 * Usage: npm run false-alarms -- <folder> [--show]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findingMessage, lintReport, readReport } from '../../server/src/core/index.js';
import { type PackName, packFolders, vocabularyOf } from '../core/packs.js';

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('Usage: npm run false-alarms -- <folder> [--show]');
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
];

const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:md|markdown)$/i.test(path))
  .sort();

for (const pack of Object.keys(packFolders) as PackName[]) {
  const counts = new Map<string, number>();
  let words = 0;
  let unread = 0;
  for (const path of paths) {
    const report = readReport(readFileSync(join(folder, path), 'utf8'), vocabularyOf(pack), { date: '2023-10-10' });
    unread += report.unread.length;
    for (const { text } of report.prose.blocks) {
      words += text.match(/\p{Script=Han}|[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
    }
    for (const finding of lintReport(report)) {
      counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
      if (!show || !budgets.some(({ rules }) => rules.test(finding.rule))) continue;
      const line = report.lines.positionAt(finding.span.start).line + 1;
      const lineText = report.text.split(/\r?\n/)[line - 1] ?? '';
      console.log(
        `${relative(folder, join(folder, path))}:${line} ${finding.rule} ${findingMessage(finding, 'en')}\n    ${lineText.slice(0, 200)}`,
      );
    }
  }
  console.log(`\n${pack}: ${paths.length} files, ${words.toLocaleString('en')} words, ${unread} parts left unread`);
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
