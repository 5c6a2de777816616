import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit, type YAMLMap } from 'yaml';
import type { ReportSettings } from '../../server/src/core/index.js';
import { readMarked } from '../core/marked.js';
import {
  type AnyPackName,
  allPackFolders,
  contexts,
  type MadeUpSource,
  madeUpFor,
  madeUpSources,
} from '../core/packs.js';

/** A line of a fixture as a report, and what it is held to. */
export interface FixtureLine {
  /** In the fixture, from 1. */
  readonly line: number;
  readonly text: string;
  readonly settings: ReportSettings;
  /** The folder of its pack. */
  readonly pack: string;
  /** Texts of packs that its example adds. */
  readonly added: readonly string[];
}

const lists = ['wrong', 'right', 'neverFlag'];
const settingNames = ['date', 'report', 'tasks', 'language', 'region'];

/**
 * The reports in a file of test/fixtures: texts under `wrong`, `right` and `neverFlag`, and whatever has a `text`, without
 * its marks. Their pack is the one that they name, else the one after which the file is called; without a pack there are none.
 */
export function fixtureLines(path: string): readonly FixtureLine[] {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter, logLevel: 'silent' });
  const packOfFile = (Object.keys(allPackFolders) as AnyPackName[]).find((name) => basename(path).startsWith(name));
  const lines: FixtureLine[] = [];

  const add = (node: Node, text: string, ancestors: readonly unknown[], map?: YAMLMap) => {
    const name = stringIn(map, 'pack') ?? packOfFile;
    const pack = name === undefined ? undefined : folderOf(name, path);
    if (pack === undefined) return;
    const example = ancestors.filter(isMap).findLast((each) => each.has('rule'));
    const rule = stringIn(example, 'rule');
    const sources = example?.get('sources');
    const given = settingNames.flatMap((setting) => {
      const value = stringIn(map, setting);
      return value === undefined ? [] : [[setting, value] as const];
    });
    lines.push({
      line: counter.linePos(node.range?.[0] ?? 0).line,
      text: text.includes('⟦') ? readMarked(text).text : text,
      settings: { ...contexts[name as keyof typeof contexts], ...Object.fromEntries(given) },
      pack,
      added: [
        ...(packOfFile === 'new-industrialization' && rule !== undefined ? [madeUpFor[rule] ?? []] : []).flat(),
        ...(isSeq(sources) ? [madeUpSources(sources.toJSON() as MadeUpSource[])] : []),
      ],
    });
  };

  visit(document, {
    Pair: (_, { key }) => (isScalar(key) && key.value === 'sources' ? visit.SKIP : undefined),
    Map(_, map, ancestors) {
      const text = stringIn(map, 'text');
      if (text !== undefined) add(map, text, ancestors, map);
    },
    Scalar(_, node, ancestors) {
      const pair = ancestors.at(-2);
      if (typeof node.value !== 'string' || !isSeq(ancestors.at(-1)) || !isPair(pair)) return;
      if (isScalar(pair.key) && lists.includes(String(pair.key.value))) add(node, node.value, ancestors);
    },
  });
  return lines;
}

function stringIn(map: YAMLMap | undefined, key: string): string | undefined {
  const value = map?.get(key);
  return typeof value === 'string' ? value : undefined;
}

function folderOf(name: string, path: string): string | undefined {
  const beside = join(dirname(path), name);
  return allPackFolders[name as AnyPackName] ?? (existsSync(join(beside, 'pack.yaml')) ? beside : undefined);
}
