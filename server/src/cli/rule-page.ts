import { readFile } from 'node:fs/promises';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { URI, Utils } from 'vscode-uri';
import type { Locale } from '../core/index.js';
import { rulePageName } from '../workspace/rule-page-name.js';
import { rulePages } from '../workspace/shipped-folders.js';

/** The Markdown of a rule's page in a language; undefined where it has none. */
export async function readRulePage(id: string, locale: Locale): Promise<string | undefined> {
  const page = Utils.joinPath(URI.parse(rulePages()), rulePageName(id, locale));
  return readFile(page.fsPath, 'utf8').catch(() => undefined);
}

/** The first sentence of a page: what the rule finds. */
export function firstSentence(page: string): string {
  const paragraph = (fromMarkdown(page) as Root).children.find(({ type }) => type === 'paragraph');
  const text = paragraph === undefined ? '' : textOf(paragraph).replace(/\s+/g, ' ');
  return /^.*?(?:\.(?=\s|$)|。)/.exec(text)?.[0] ?? text;
}
