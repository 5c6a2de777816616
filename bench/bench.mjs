import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runPlumbline, runTextlint } from './command-line.mjs';
import { WarmTool } from './in-process.mjs';
import { EditorSession, positionAt } from './language-server.mjs';
import { help, readOptions, UsageError } from './options.mjs';
import { keystroke, longestOf, middleOf, readReports } from './reports.mjs';
import { inTurn, median, percentile } from './statistics.mjs';
import { formatTable } from './table.mjs';
import { termsOfFile, termsOfPacks } from './terms.mjs';
import { layOut } from './workbench.mjs';

const build = new URL('../server/dist/', import.meta.url);

/** Measures and prints the table. @returns {Promise<number>} the exit code: 0, or 2 for wrong usage or no build */
export async function bench(args) {
  try {
    const options = readOptions(args);
    if (options.help) console.log(help);
    else await measureAll(options);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`bench: ${error.message}\n\n${help}`);
    return 2;
  }
}

async function measureAll(options) {
  if (!existsSync(new URL('index.js', build)))
    throw new UsageError('the build is missing; make it with: npm run build');
  const { reports, tooLong } = readReports(options.folder);
  if (reports.length === 0) throw new UsageError(`no Markdown file in ${options.folder}`);
  const { from, terms } =
    options.terms === undefined
      ? termsOfPacks(fileURLToPath(new URL('packs', build)), await import(new URL('index.js', build).href))
      : termsOfFile(options.terms);
  const places = layOut(reports, terms);
  const load = loadavg()[0];

  progress('command lines');
  const commands = await inTurn(
    { plumbline: () => runPlumbline(places), textlint: () => runTextlint(places) },
    options,
  );
  const warm = await measureWarm(reports, places, options);
  const server = await measureServer(longestOf(reports), places, options);

  console.log(heading({ reports, tooLong, from, terms, load, commands }));
  console.log(
    formatTable([
      { title: 'In a process that stays, warm; all files', rows: warm.all },
      {
        title: `In a process that stays, warm; one character typed into ${longestOf(reports).path}, all of it linted again`,
        rows: warm.typed,
      },
      { title: `Language server over stdio; ${longestOf(reports).path} open`, rows: server },
      { title: 'Command line, the whole process, cold; all files', rows: commandRows(commands) },
    ]),
  );
  console.log(
    '\nMedians where nothing else is said. The ratio says how many times less Plumbline takes in this run; bench/README.md, what a row is.',
  );
}

async function measureWarm(reports, places, { runs, seconds }) {
  const tools = {
    plumbline: await WarmTool.start('plumbline', places),
    textlint: await WarmTool.start('textlint', places),
  };
  const texts = reports.map(({ text }) => text);
  const megabytes = reports.reduce((total, { bytes }) => total + bytes, 0) / 1e6;
  const measure = (work) =>
    Object.fromEntries(Object.entries(tools).map(([name, tool]) => [name, (run) => work(tool, run, name)]));
  const limits = { runs, seconds };

  progress('warming up');
  const passes = {};
  // Short passes are measured by the tenth of a second.
  for (const [name, tool] of Object.entries(tools)) passes[name] = Math.ceil(100 / (await tool.warmUp(texts)));
  progress('parsing and linting');
  const both = await inTurn(
    measure(async (tool, _, name) => {
      const parse = await tool.run('parse', texts, passes[name]);
      const lint = await tool.run('lint', texts, passes[name]);
      return { parse, lint, rest: lint - parse };
    }),
    limits,
  );
  progress('keystrokes in process');
  const { text } = longestOf(reports);
  const typed = await inTurn(
    measure((tool, run) => tool.run('lint', [afterKeystrokes(text, run + 1)])),
    { runs: runs * 4, seconds },
  );
  for (const tool of Object.values(tools)) tool.end();

  const row = (what, unit, pick, extra) => ({
    what,
    unit,
    plumbline: median(both.plumbline.map(pick)),
    textlint: median(both.textlint.map(pick)),
    runs: both.plumbline.length,
    ...extra,
  });
  return {
    all: [
      row('parse', 'CPU ms', ({ parse }) => parse),
      row('parse', 'MB/s', ({ parse }) => (megabytes * 1000) / parse, { moreIsBetter: true }),
      row('lint without parsing', 'CPU ms', ({ rest }) => rest),
      row('lint with parsing', 'CPU ms', ({ lint }) => lint),
    ],
    typed: percentileRows('keystroke to findings', 'CPU ms', typed.plumbline, typed.textlint),
  };
}

function afterKeystrokes(text, count) {
  const at = middleOf(text);
  const typed = Array.from({ length: count }, (_, n) => keystroke(n)).join('');
  return text.slice(0, at) + typed + text.slice(at);
}

async function measureServer(report, places, { runs, seconds }) {
  progress('language server');
  const { starts } = await inTurn(
    {
      starts: async () => {
        const { session, milliseconds } = await EditorSession.start(places, report);
        return { milliseconds, cpu: (await session.end()).cpu };
      },
    },
    { runs, seconds },
  );
  const { session } = await EditorSession.start(places, report);
  const { line, character } = positionAt(report.text, middleOf(report.text));
  const { keystrokes } = await inTurn(
    { keystrokes: (run) => session.type({ line, character: character + run }, keystroke(run)) },
    { runs: runs * 4, seconds },
  );
  const { cpu, memory } = await session.end();
  const startCpu = median(starts.map((start) => start.cpu));
  const count = keystrokes.length;
  const row = (what, unit, plumbline, runs) => ({ what, unit, plumbline, runs });
  return [
    row(
      'start of the process to first diagnostics',
      'ms',
      median(starts.map(({ milliseconds }) => milliseconds)),
      starts.length,
    ),
    row('the same, with its end', 'CPU ms', startCpu, starts.length),
    ...percentileRows('keystroke to diagnostics', 'ms', keystrokes),
    row('the same, mean', 'CPU ms', (cpu - startCpu) / count, count),
    row('peak memory after these keystrokes', 'MB', memory / 1e6, 1),
  ];
}

function percentileRows(what, unit, plumbline, textlint) {
  return [50, 95].map((percent) => ({
    what: `${what}, p${percent}`,
    unit,
    plumbline: percentile(plumbline, percent),
    ...(textlint !== undefined && { textlint: percentile(textlint, percent) }),
    runs: plumbline.length,
  }));
}

function commandRows({ plumbline, textlint }) {
  const row = (what, unit, pick) => ({
    what,
    unit,
    plumbline: median(plumbline.map(pick)),
    textlint: median(textlint.map(pick)),
    runs: plumbline.length,
  });
  return [
    row('start to end', 'ms', ({ wall }) => wall),
    row('the same', 'CPU ms', ({ cpu }) => cpu),
    row('peak memory', 'MB', ({ memory }) => memory / 1e6),
  ];
}

function heading({ reports, tooLong, from, terms, load, commands }) {
  const version = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version;
  const total = (pick) => reports.reduce((sum, report) => sum + pick(report), 0);
  const count = (number) => number.toLocaleString('en-US');
  const longest = longestOf(reports);
  const size = ({ bytes, words }) => `${count(Math.round(bytes / 1000))} KB, ${count(words)} words`;
  const [ours, theirs] = [commands.plumbline[0], commands.textlint[0]];
  return [
    '',
    `Plumbline ${version('../server/package.json')} beside textlint ${version('node_modules/textlint/package.json')} with textlint-rule-terminology ${version('node_modules/textlint-rule-terminology/package.json')}`,
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${platform()}, Node ${process.versions.node}, load ${load.toFixed(1)} before`,
    `${count(reports.length)} Markdown ${reports.length === 1 ? 'file' : 'files'}, ${size({ bytes: total(({ bytes }) => bytes), words: total(({ words }) => words) })}; the longest ${longest.path}, ${size(longest)}`,
    ...(tooLong > 0 ? [`left out: ${tooLong} longer than a million characters, which Plumbline leaves alone`] : []),
    `${count(terms.length)} terms, the same for both (${from}); findings: Plumbline ${count(ours.findings)}, textlint ${count(theirs.findings)}`,
    ...(ours.files !== theirs.files ? [`files read: Plumbline ${ours.files}, textlint ${theirs.files}`] : []),
    ...(load > availableParallelism() / 2
      ? ['The machine was busy: of the times, trust CPU ms and ratios from 3 on.']
      : []),
    '',
  ].join('\n');
}

function progress(what) {
  if (process.stderr.isTTY) console.error(`measuring: ${what}`);
}
