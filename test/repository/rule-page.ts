import assert from 'node:assert/strict';
import type { Heading } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import {
  type Locale,
  mergePacks,
  type ReportSettings,
  readPack,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { textOf } from './source-files.js';

export const pagesFolder = 'server/src/core/rules';

/** A report in the page of a rule, and what it is held to. */
export interface PageExample {
  readonly kind: 'wrong' | 'right';
  /** Of the fence, counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly settings: ReportSettings;
}

/** The page of a rule in a language: what a reader of it sees, and what its fences give to the tests. */
export interface RulePage {
  readonly path: string;
  readonly title: string;
  /** Of the second level, in order. */
  readonly headings: readonly string[];
  /** The texts of its ```yaml pack fences. */
  readonly packs: readonly string[];
  readonly examples: readonly PageExample[];
}

const settingNames: readonly string[] = ['report', 'tasks', 'date', 'language', 'region'];

/** The page in English has the rule's name alone, so that a link from page to page reads as the rule. */
export function rulePagePath(rule: string, locale: Locale): string {
  return `${pagesFolder}/${rule}${locale === 'en' ? '' : `.${locale}`}.md`;
}

/**
 * Reads a page: ```yaml pack holds a small pack of its own; ```markdown wrong and ```markdown right hold reports, with
 * settings after the word (`report=note date=2024-05-01`). Other fences are for the reader alone.
 */
export function readRulePage(rule: string, locale: Locale = 'en'): RulePage {
  const path = rulePagePath(rule, locale);
  const nodes = fromMarkdown(textOf(path)).children;
  const headings = nodes.flatMap((node) => (node.type === 'heading' ? [node] : []));
  const fences = nodes.flatMap((node) => (node.type === 'code' ? [node] : []));
  return {
    path,
    title: headings
      .filter(({ depth }) => depth === 1)
      .map(plainText)
      .join(' '),
    headings: headings.filter(({ depth }) => depth === 2).map(plainText),
    packs: fences.filter(({ lang, meta }) => lang === 'yaml' && meta === 'pack').map(({ value }) => value),
    examples: fences.flatMap(({ lang, meta, value, position }): PageExample[] => {
      const [kind, ...settings] = (meta ?? '').split(/\s+/);
      if (lang !== 'markdown' || (kind !== 'wrong' && kind !== 'right')) return [];
      return [{ kind, line: position?.start.line ?? 0, text: `${value}\n`, settings: settingsOf(settings, path) }];
    }),
  };
}

function plainText({ children }: Heading): string {
  return children.map((child) => ('value' in child ? child.value : '')).join('');
}

function settingsOf(words: readonly string[], path: string): ReportSettings {
  return Object.fromEntries(
    words.map((word) => {
      const [name, value] = word.split('=', 2) as [string, string | undefined];
      if (!settingNames.includes(name) || !value) throw new Error(`${path}: ${word} is no setting of a report`);
      return [name, value];
    }),
  );
}

/** What the examples of a page are held to. */
export function vocabularyOf({ packs }: RulePage): Vocabulary {
  assert.equal(packs.length, 1, 'a page has one ```yaml pack');
  const { pack, problems } = readPack(new Map([['pack.yaml', packs[0] as string]]));
  assert.deepEqual(problems, []);
  assert.ok(pack);
  const merge = mergePacks([pack]);
  assert.deepEqual(merge.problems, []);
  return merge.vocabulary;
}
