import type { Output } from '../output.js';
import type { CheckedFile } from './checked-file.js';
import type { Reporter } from './reporter.js';

/** One JSON document, version 1, written as the files come: a file a line. */
export function jsonReporter(out: Output): Reporter {
  let before = '{"version":1,"files":[\n';
  return {
    async file({ path, findings, notes }: CheckedFile) {
      const file = notes.length > 0 ? { path, findings, notes } : { path, findings };
      await out.write(before + JSON.stringify(file));
      before = ',\n';
    },
    async end({ files, error, warning, information }, problems) {
      const open = before === ',\n' ? '\n' : before;
      const summary = `"summary":${JSON.stringify({ files, error, warning, information })}`;
      const extra = problems.length > 0 ? `,"problems":${JSON.stringify(problems)}` : '';
      await out.write(`${open}],${summary}${extra}}\n`);
    },
  };
}
