/** Loads the files that are named and prints, as JSON, the expressions that their `new RegExp` made meanwhile. */
import { pathToFileURL } from 'node:url';
import { root } from '../repository/source-files.js';

const here = pathToFileURL(root).href;
const made: { source: string; flags: string; site: string }[] = [];

const native = RegExp;
let isAtWork = false;
globalThis.RegExp = new Proxy(native, {
  construct(target, given, newTarget) {
    const expression = Reflect.construct(target, given, newTarget);
    if (!isAtWork) {
      // The stack is made with expressions too.
      isAtWork = true;
      const frame = (new Error().stack ?? '')
        .split('\n')
        .find((line) => /[/\\](?:server|client)[/\\]src[/\\]/.test(line));
      const site = frame?.match(/(?:file:\/\/)?([^\s()]+?):(\d+):\d+\)?$/);
      const own = (new Error().stack ?? '').split('\n')[2] ?? '';
      if (site && own === frame) {
        const path = decodeURI(site[1] as string).replace(/\\/g, '/');
        made.push({
          source: expression.source,
          flags: expression.flags,
          site: `${path.slice(path.search(/(?:server|client)\/src\//))}:${site[2]}`,
        });
      }
      isAtWork = false;
    }
    return expression;
  },
});

for (const path of process.argv.slice(2)) await import(new URL(path, here.endsWith('/') ? here : `${here}/`).href);
console.log(JSON.stringify(made));
