import { URI } from 'vscode-uri';
import { readReport } from '../../core/index.js';
import { explainPlace as explain, linesOf } from '../../explain/explain-place.js';
import { explainWording } from '../../explain/wording.js';
import { settingsInForce } from '../../workspace/settings-in-force.js';
import type { Workspace } from '../../workspace/workspace.js';
import { displayedPath, displayedUri } from '../displayed-path.js';
import type { ExplainOptions } from '../options.js';
import type { Output } from '../output.js';
import { readText } from '../read-text.js';
import { unreadFileMessage } from '../unread-file.js';
import { UsageError } from '../usage-error.js';
import type { Place } from './place-in-file.js';

/** Why something was found at a place of a file, or nothing. Throws a UsageError for a file or a line that is not there. */
export async function explainPlace(
  { written, file, line, column }: Place,
  workspace: Workspace,
  options: ExplainOptions,
  out: Output,
): Promise<string> {
  const reading = await readText(file);
  if ('unread' in reading) {
    const as = { file: displayedPath(file, process.cwd()), stdin: false, command: 'explain' } as const;
    throw new UsageError(`${written}: ${unreadFileMessage(reading.unread, as, options.locale)}`);
  }
  const uri = URI.file(file).toString();
  const report = readReport(reading.text, workspace.vocabulary, settingsInForce(workspace, uri, options));
  if (line !== undefined && (line < 1 || line > linesOf(report))) {
    throw new UsageError(`${written}: ${explainWording(options.locale).noLine(line, linesOf(report))}`);
  }
  const displayed = displayedUri;
  return explain({ report, workspace, uri, line, column, asked: options, displayed }, out, options.locale);
}
