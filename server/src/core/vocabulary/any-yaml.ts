import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../text/span.js';
import { type YamlMistake, yamlMistake, yamlMistakes } from './yaml-mistake.js';
import type { YamlPath, YamlTree } from './yaml-tree.js';

type Anchored = YAMLMap | YAMLSeq | Scalar;

/** Reports what is wrong with the YAML. */
type Report = (mistake: YamlMistake) => void;

/** Any YAML, read by the library. Undefined where collections are nested deeper than the stack. */
export function readAnyYaml(source: string, report: Report): YamlTree | undefined {
  try {
    return new AnyYaml(source, report);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    report(yamlMistake({ code: 'RESOURCE_EXHAUSTION', message, pos: [0, 0] }, source));
    return undefined;
  }
}

class AnyYaml implements YamlTree {
  readonly #document: Document;
  /** The pairs of each map by their keys, the first of those with the same key. */
  readonly #pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(source: string, report: Report) {
    // The parser would compare every key with every other.
    // Of a key that is a map it would warn on the console of the host.
    this.#document = parseDocument(source, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    const aliases = new Aliases();
    visit(this.#document, (_, node) => {
      if (isAlias(node)) aliases.resolve(node);
      else if (isCollection(node) || isScalar(node)) aliases.add(node);
      if (isMap(node)) this.#pairs.set(node, indexKeys(node, source, report));
    });
    const { errors, warnings } = this.#document;
    for (const mistake of yamlMistakes([...errors, ...warnings], source)) report(mistake);
  }

  isMap(path: YamlPath): boolean {
    return isMap(this.#node(path));
  }

  keys(path: YamlPath): readonly string[] | undefined {
    const node = this.#node(path);
    return isMap(node) ? [...(this.#pairs.get(node)?.keys() ?? [])] : undefined;
  }

  value(path: YamlPath): unknown {
    const node = this.#node(path);
    return isCollection(node) || isScalar(node) ? node.toJS(this.#document, { maxAliasCount: 50 }) : undefined;
  }

  written(path: YamlPath): string | undefined {
    const node = this.#node(path);
    if (!isScalar(node)) return undefined;
    return node.source ?? (node.value === undefined ? undefined : String(node.value));
  }

  texts(): boolean {
    return false;
  }

  span(path: YamlPath): Span | undefined {
    return spanOf(this.#node(path));
  }

  keySpan(path: YamlPath): Span | undefined {
    const parent = this.#node(path.slice(0, -1));
    return isMap(parent) ? spanOf(this.#pairs.get(parent)?.get(String(path.at(-1)))?.key) : undefined;
  }

  #node(path: YamlPath): unknown {
    let node: unknown = this.#document.contents;
    for (const step of path) {
      if (isMap(node)) node = this.#pairs.get(node)?.get(String(step))?.value;
      else if (isSeq(node)) node = node.items[Number(step)];
      else return undefined;
    }
    return node;
  }
}

/** Nodes that aliases of one file may stand for in all, with what is in them. */
const mostNodes = 1_000_000;

/** Resolves the aliases of a document as it is visited; the library would look through all of it for each, each time that it is asked. */
class Aliases {
  readonly #anchored = new Map<string, Anchored>();
  readonly #sizes = new Map<Anchored, number>();
  #nodes = 0;

  add(node: Anchored): void {
    if (node.anchor !== undefined) this.#anchored.set(node.anchor, node);
  }

  resolve(alias: Alias): void {
    const target = this.#anchored.get(alias.source);
    const resolve = alias.resolve.bind(alias);
    alias.resolve = (document, context) => {
      this.#nodes += target === undefined ? 0 : this.#sizeOf(target);
      if (this.#nodes > mostNodes) throw new ReferenceError('Excessive alias count');
      if (context) context.aliasResolveCache = target === undefined ? [] : [target];
      return resolve(document, context);
    };
  }

  /** Aliases in it count on their own. */
  #sizeOf(node: Anchored): number {
    let size = this.#sizes.get(node);
    if (size === undefined) {
      let count = 0;
      visit(node, () => void count++);
      size = count;
      this.#sizes.set(node, size);
    }
    return size;
  }
}

function indexKeys(map: YAMLMap, source: string, report: Report): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = keyText(pair);
    if (key === undefined) continue;
    if (!pairs.has(key)) pairs.set(key, pair);
    else {
      const { start, end } = spanOf(pair.key) ?? { start: 0, end: 0 };
      report(yamlMistake({ code: 'DUPLICATE_KEY', message: '', pos: [start, end] }, source));
    }
  }
  return pairs;
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function keyText(pair: Pair): string | undefined {
  const key = pair.key;
  if (isScalar(key)) return String(key.source ?? key.value);
  return typeof key === 'string' ? key : undefined;
}
