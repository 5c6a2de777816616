import { readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** What a document has its reader do: write a file, or run a command and see this. */
export type Step =
  | { readonly do: 'write'; readonly path: string; readonly text: string; readonly line: number }
  | { readonly do: 'run'; readonly command: string; readonly output: string; readonly line: number };

/**
 * The steps of a document, in order. A fence with `file=PATH` after its language is that file. A `console` fence holds
 * commands, each after `$ `, with what they print below. Other fences are for the reader alone.
 */
export function readSteps(document: string): readonly Step[] {
  return fromMarkdown(readFileSync(document, 'utf8')).children.flatMap((node): readonly Step[] => {
    if (node.type !== 'code') return [];
    const line = node.position?.start.line ?? 0;
    const path = /^file=(\S+)$/.exec(node.meta ?? '')?.[1];
    if (path !== undefined) return [{ do: 'write', path, text: `${node.value}\n`, line }];
    return node.lang === 'console' ? commandsIn(node.value, line) : [];
  });
}

function commandsIn(text: string, line: number): readonly Step[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.trimEnd().split('\n');
      return { do: 'run', command, output: output.join('\n'), line };
    });
}
