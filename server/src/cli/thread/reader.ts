// The thread that reads: every expression that meets a text from outside runs here, since no other way interrupts one.
import { parentPort, workerData } from 'node:worker_threads';
import { URI } from 'vscode-uri';
import { type Finding, fixText, lintReport, type Report, readReport } from '../../core/index.js';
import type { DecodedText } from '../../workspace/decode-text.js';
import type { FileWorkspaces } from '../../workspace/file-workspaces.js';
import { settingsInForce } from '../../workspace/settings-in-force.js';
import { chosenRules } from '../chosen-rules.js';
import { placedClaims } from '../claims/placed-claim.js';
import { findFiles } from '../find-files.js';
import { readBytes } from '../read-bytes.js';
import { textOf } from '../read-text.js';
import { checkedFinding } from '../reporters/checked-file.js';
import { unreadFileMessage } from '../unread-file.js';
import { unreadOf } from '../unread-parts.js';
import { UsageError } from '../usage-error.js';
import { wordingFor } from '../wording.js';
import { foundProblem, problemsOf, refuseUnknown, servingNote } from '../workspace-problems.js';
import { workspacesFor } from '../workspaces-for.js';
import type { Answer, Errand, Question, ReadingCommand, Results } from './questions.js';

const { command, options, workingDirectory } = workerData as Errand;
const { locale } = options;
const tell = (answer: Answer) => parentPort?.postMessage(answer);
let workspaces: Promise<FileWorkspaces> | undefined;

parentPort?.on('message', (question: Question) => {
  answerTo(question).then(tell, (error: unknown) =>
    tell(error instanceof UsageError ? { usage: error.message } : { fault: String(error) }),
  );
});

async function answerTo(question: Question): Promise<Answer> {
  // Asked for first of all, so that a rule that is none is said before anything is read.
  const isChosen = chosenRules(options.rule, wordingFor(locale));
  workspaces ??= workspacesFor(options, workingDirectory);
  if ('find' in question) {
    const { files, failures, idle } = await findFiles(question.find, workingDirectory, await workspaces);
    return { files, failures, problems: idle.map((problem) => foundProblem(problem, options, workingDirectory)) };
  }
  if ('know' in question) {
    const files = question.know.map((file) => URI.file(file).toString());
    const folder = URI.file(workingDirectory).toString();
    const { ofFile, ofFolder } = await workspaces;
    refuseUnknown(await Promise.all(files.length > 0 ? files.map(ofFile) : [ofFolder(folder)]), options);
    return 'known';
  }

  const { read: source, stdin } = question;
  const uri = URI.file(source.file).toString();
  const workspace = await (await workspaces).ofFile(uri);
  const problems = problemsOf(workspace, options, workingDirectory);
  const serving = servingNote(workspace, options);
  tell('begun');
  const reading = textOf(stdin ?? (await readBytes(source.path)), source.path);
  if ('unread' in reading) {
    const isNameless = source.path === '-' && options.stdinPath === undefined;
    const as = { file: isNameless ? undefined : source.displayed, stdin: source.path === '-', command };
    const message = unreadFileMessage(reading.unread, as, locale);
    const unread = { range: null, reason: reading.unread.reason, message, why: message };
    return { problems, serving, unread: [unread], result: undefined };
  }
  const settings = settingsInForce(workspace, uri, options);
  const judge = (text: string): Judgement => {
    const report = readReport(text, workspace.vocabulary, settings);
    return { report, findings: lintReport(report).filter(isChosen) };
  };
  const first = judge(reading.text);
  return { problems, serving, unread: unreadOf(first.report, locale), result: resultOf(reading, first, judge) };
}

interface Judgement {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

function resultOf(reading: DecodedText, first: Judgement, judge: (text: string) => Judgement): Results[ReadingCommand] {
  const { report, findings } = first;
  switch (command) {
    case 'check':
      return { findings: findings.map((finding) => checkedFinding(finding, report.lines, locale)) };
    case 'claims':
      return { claims: placedClaims(report, locale, options.all) };
    case 'fix': {
      const { text } = reading;
      const fixed = fixText(text, (version) => (version === text ? first : judge(version)).findings);
      return { ...reading, fixed: fixed.text, changes: fixed.changes, takenBack: fixed.takenBack };
    }
  }
}
