import type { Output } from '../output.js';
import type { CheckedFile } from './checked-file.js';
import { jsonText } from './json-text.js';
import type { Reporter } from './reporter.js';

/** One JSON document, version 2 (schemas/output.schema.json), written as the files come: a file a line. */
export function jsonReporter(out: Output): Reporter {
  let before = '{"version":2,"files":[\n';
  return {
    async file({ path, findings, unread }: CheckedFile) {
      const file = {
        path,
        findings: findings.map(({ notes: _, ...finding }) => finding),
        unread: unread.map(({ why: _, ...part }) => part),
      };
      await out.writeData(before + jsonText(file));
      before = ',\n';
    },
    async end({ files, error, warning, information, unread }, problems) {
      const open = before === ',\n' ? '\n' : before;
      const summary = `"summary":${jsonText({ files, error, warning, information, unread })}`;
      const extra = problems.length > 0 ? `,"problems":${jsonText(problems)}` : '';
      await out.writeData(`${open}],${summary}${extra}}\n`);
    },
  };
}
