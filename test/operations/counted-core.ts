import { Session } from 'node:inspector/promises';
import vm from 'node:vm';
import { bundleCore } from '../repository/bundled-core.js';

/** Methods that walk a string or a list in native code, where no block of ours is counted. */
const countNatives = `
  globalThis.walked = 0;
  const counting = (owner, names, cost) => {
    for (const name of names) {
      const native = owner[name];
      Object.defineProperty(owner, name, {
        configurable: true,
        writable: true,
        value(...given) {
          const result = native.apply(this, given);
          walked += cost(this, given, result);
          return result;
        },
      });
    }
  };
  counting(Array.prototype, ['concat', 'includes', 'indexOf', 'join', 'lastIndexOf', 'reverse', 'toReversed'], (list) => list.length);
  counting(Array.prototype, ['slice', 'splice'], (list, given, taken) => taken.length);
  counting(String.prototype, ['includes', 'indexOf', 'lastIndexOf', 'normalize', 'split', 'toLowerCase', 'toUpperCase'], (text) => text.length);
  // Fails at the first character where every alternative begins with ^.
  const isAnchored = ({ source, multiline }) => {
    let depth = 0;
    for (let i = 0; i < source.length; i++) {
      if (source[i] === '\\\\') i++;
      else if (source[i] === '(') depth++;
      else if (source[i] === ')') depth--;
      else if (depth === 0 && source[i] === '|' && source[i + 1] !== '^') return false;
    }
    return source[0] === '^' && !multiline;
  };
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const end = match === null ? (this.sticky || isAnchored(this) ? from : String(text).length) : match.index + match[0].length;
    walked += Math.max(0, end - from);
    return match;
  };
`;

/** How often the busiest blocks of our own functions were entered, by source file; under `natives`, what natives walked. */
export type Operations = ReadonlyMap<string, number>;

let loads = 0;

/** The core with every block of its own code counted, so that its cost is a number that no machine changes. */
export class CountedCore {
  readonly #context: vm.Context;
  readonly #session: Session;
  readonly #url: string;
  readonly #fileAt: (offset: number) => string | undefined;

  private constructor(context: vm.Context, session: Session, url: string, source: string) {
    this.#context = context;
    this.#session = session;
    this.#url = url;
    // The bundler heads each file with its path.
    const heads = [...source.matchAll(/^ {2}\/\/ (\S+)$/gm)].map(({ index, 1: path }) => ({ index, path }));
    this.#fileAt = (offset) => heads.findLast(({ index }) => index <= offset)?.path;
  }

  /** The whole core, or the part of it behind one file. */
  static async load(entry?: string): Promise<CountedCore> {
    const source = await bundleCore(entry);
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    // Before the code is compiled: blocks are counted in what is compiled from here on.
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    const context = vm.createContext({});
    // Of a text that it knows, the engine takes what it compiled before, without counters.
    const url = `counted-core-${++loads}.js`;
    vm.runInContext(`${source}\n// ${url}`, context, { filename: url });
    vm.runInContext(countNatives, context);
    return new CountedCore(context, session, url, source);
  }

  /** Runs a script with these globals. What it sets stays for the next. */
  run(script: string, globals: Readonly<Record<string, unknown>> = {}): unknown {
    Object.assign(this.#context, globals);
    return vm.runInContext(script, this.#context);
  }

  /** Runs a script and counts what it does. */
  async count(script: string): Promise<Operations> {
    const operations = new Map<string, number>();
    for (const [place, count] of await this.countFunctions(script)) {
      const file = place.split(' ')[0] as string;
      operations.set(file, (operations.get(file) ?? 0) + count);
    }
    return operations;
  }

  /** The same by function: its file, a space, and where it stands. The engine leaves one out now and then. */
  async countFunctions(script: string): Promise<Operations> {
    await this.#session.post('Profiler.takePreciseCoverage');
    this.#context.walked = 0;
    this.run(script);
    const walked = Number(this.#context.walked);
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const operations = new Map([['natives', walked]]);
    for (const { url, functions } of result) {
      if (url !== this.#url) continue;
      for (const { ranges, functionName } of functions) {
        // The engine lays blocks of equal counts together now and then: only the busiest of a function is the same each time.
        const count = Math.max(...ranges.map((range) => range.count));
        const start = ranges[0]?.startOffset ?? 0;
        const file = count === 0 ? undefined : this.#fileAt(start);
        if (file?.startsWith('server/src/')) operations.set(`${file} ${functionName}:${start}`, count);
      }
    }
    return operations;
  }

  async close(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}
