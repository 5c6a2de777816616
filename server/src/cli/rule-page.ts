import { readFile } from 'node:fs/promises';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { Locale } from '../core/index.js';

/** The Markdown of a rule's page; undefined where it has none. Pages lie beside the bundle, or beside the rules in the sources. */
export async function readRulePage(id: string, locale: Locale): Promise<string | undefined> {
  const name = `${id}${locale === 'en' ? '' : `.${locale}`}.md`;
  for (const folder of ['./rules', '../core/rules']) {
    try {
      return await readFile(new URL(`${folder}/${name}`, import.meta.url), 'utf8');
    } catch {
      // The other place.
    }
  }
  return undefined;
}

/** The first sentence of a page: what the rule finds. */
export function firstSentence(page: string): string {
  const paragraph = (fromMarkdown(page) as Root).children.find(({ type }) => type === 'paragraph');
  const text = paragraph === undefined ? '' : textOf(paragraph).replace(/\s+/g, ' ');
  return /^.*?(?:\.(?=\s|$)|。)/.exec(text)?.[0] ?? text;
}
