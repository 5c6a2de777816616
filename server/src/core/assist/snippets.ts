import { isIdeograph } from '../language/characters.js';
import { sectionsAround } from '../markdown/sections.js';
import type { Locale } from '../messages/message.js';
import { placeAt, readingWith } from '../owed/place.js';
import type { Report } from '../report/report.js';
import { fillSnippet } from '../snippets/fill-snippet.js';
import { readSnippetBody, type SnippetPart } from '../snippets/snippet-body.js';
import { escapeSnippet, plainSnippetText, snippetText } from '../snippets/write-snippet.js';
import { matchesGlob, parseGlob } from '../text/glob.js';
import { once } from '../text/once.js';
import { visible } from '../text/visible.js';
import { isMarkdownScope } from '../vocabulary/code-snippets.js';
import { kindTraits } from '../vocabulary/kinds.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Language } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import { isValidOn } from '../vocabulary/validity.js';
import type { Completion, CompletionTrigger } from './answers.js';
import { plainText } from './plain-text.js';
import { startingWith } from './starting-with.js';

type Snippet = EntryOf<'snippets'>;

/** Offered at most. */
const limit = 20;

/** The document that a report is written in. */
export interface SnippetQuery {
  readonly locale: Locale;
  readonly trigger: CompletionTrigger;
  /** With `/`; where it is not known, no snippet that asks for a file is offered. */
  readonly path: string | undefined;
}

/**
 * The snippets that the words before an offset begin, of the packs in force, for this type, section and language: first
 * those for the section, then those for the type. `starts`: where the words may begin in `before`, which ends at the
 * offset. A writer who asks on an empty line is offered all that fit.
 */
export function snippetsAt(
  report: Report,
  offset: number,
  {
    before,
    starts,
    isProse,
  }: { readonly before: string; readonly starts: readonly number[]; readonly isProse: boolean },
  query: SnippetQuery,
): readonly Completion[] {
  const prefixes = sortedPrefixes(report.vocabulary);
  if (prefixes.length === 0) return [];
  const place = placeAt(report, offset, query.locale);
  const { language } = place;
  if (language === undefined) return [];
  const begun = new Map<Snippet, Begun>();
  if (isProse) {
    for (const start of starts) {
      // Right behind an address, it may be a part of it.
      if (/[/.:@#&?=%~_-]/.test(before[start - 1] ?? '')) continue;
      const typed = before.slice(start);
      for (const { prefix, snippet, key } of startingWith(prefixes, formKey(typed))) {
        const isWhole = key.length === formKey(typed).length;
        if (begun.has(snippet) || !(isWhole || isEnough(typed, query.trigger))) continue;
        begun.set(snippet, { prefix, typed });
      }
    }
  } else if (query.trigger === 'invoked' && /^[\s>*+-]*(?:\d+[.)]\s+)?$/.test(before)) {
    const reading = readingWith(place, { start: offset, end: offset });
    if (reading === undefined) return [];
    for (const { prefix, snippet } of prefixes) if (!begun.has(snippet)) begun.set(snippet, { prefix, typed: '' });
  }
  const ranked = [...begun].flatMap(([snippet, words]) => {
    const fit = fitOf(snippet, report, offset, language, query.path);
    if (fit === undefined || (snippet.isFileTemplate && !isAlone(report, words.typed))) return [];
    return [{ snippet, words, fit }];
  });
  return ranked
    .sort((a, b) => a.fit - b.fit)
    .slice(0, limit)
    .map(({ snippet, words }) => toCompletion(snippet, words, report, offset, language, query.locale));
}

/** Whether a report holds nothing else below its front matter. */
function isAlone({ text, prose }: Report, typed: string): boolean {
  const start = prose.frontMatter?.node.end ?? 0;
  return text.length - start < 1000 && text.slice(start).trim() === typed;
}

/** The prefix of a snippet, and what of it has been typed. */
interface Begun {
  readonly prefix: string;
  readonly typed: string;
}

interface Prefix {
  /** Folded. */
  readonly key: string;
  readonly prefix: string;
  readonly snippet: Snippet;
}

/** Sorted by key; made when a vocabulary is first asked. */
const sortedPrefixes = once((vocabulary: Vocabulary): readonly Prefix[] =>
  vocabulary
    .ofKind('snippets')
    .filter(({ scope }) => scope === undefined || isMarkdownScope(scope))
    .flatMap((snippet) => snippet.prefix.map((prefix): Prefix => ({ key: formKey(prefix), prefix, snippet })))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
);

/** The prefixes of all snippets. */
export function snippetPrefixes(vocabulary: Vocabulary): readonly string[] {
  return sortedPrefixes(vocabulary).map(({ prefix }) => prefix);
}

/** While the writer types: four letters, or two ideographs, so that ordinary words open no list. */
function isEnough(typed: string, trigger: CompletionTrigger): boolean {
  return trigger === 'invoked' || typed.length >= (isIdeograph(typed, 0) ? 2 : 4);
}

/** How near a snippet is to a place: 0 for its section, 1 for its report type, 2 for any; undefined where it does not fit. */
function fitOf(
  snippet: Snippet,
  report: Report,
  offset: number,
  language: Language,
  path: string | undefined,
): number | undefined {
  const { type, vocabulary, sections, date } = report;
  if (snippet.body[language] === undefined || !isValidOn(snippet, date?.day) || !isForFile(snippet, path))
    return undefined;
  const isOfType =
    snippet.report.length === 0 ||
    snippet.report.some((id) => type !== undefined && vocabulary.find('reports', id, snippet.pack) === type);
  if (!isOfType) return undefined;
  if (snippet.section === undefined) return snippet.report.length === 0 ? 2 : 1;
  const around = sectionsAround(sections, { start: offset, end: offset });
  const isThere = around.some(({ role, holds }) => role?.id === snippet.section || holds === snippet.section);
  return isThere ? 0 : undefined;
}

/** VS Code's `include` and `exclude`: a glob with a slash is held against the whole path, one without against the name. */
function isForFile({ include, exclude }: Snippet, path: string | undefined): boolean {
  if (include.length === 0 && exclude.length === 0) return true;
  const name = path?.split('/').at(-1);
  const matches = (pattern: string) => {
    if (path === undefined || name === undefined) return false;
    const isOfPath = pattern.includes('/');
    const glob = parseGlob(isOfPath && !/^(?:\/|\*\*)/.test(pattern) ? `**/${pattern}` : pattern);
    return glob !== undefined && matchesGlob(glob, isOfPath ? path : name);
  };
  return (include.length === 0 || include.some(matches)) && !exclude.some(matches);
}

function toCompletion(
  snippet: Snippet,
  { prefix, typed }: Begun,
  report: Report,
  offset: number,
  language: Language,
  locale: Locale,
): Completion {
  const { parts } = readSnippetBody(snippet.body[language] ?? '');
  const filled = fillSnippet(parts, { report, language, pack: snippet.pack });
  const text = plainSnippetText(filled.parts);
  const description = visible(inLanguage(snippet.description, locale) ?? snippet.id);
  // At the very end of the text what goes in there would stand where the cursor does.
  const behind = filled.edits.some(({ span }) => span.start === offset);
  const edited = filled.edits.map((edit) => edit.text).join('');
  const [indentation = ''] =
    /^[ \t]*/.exec(report.text.slice(report.lines.lineSpan(report.lines.positionAt(offset).line).start, offset)) ?? [];
  return {
    label: visible(prefix),
    detail: `${description}${locale === 'zh' ? '（' : ' ('}${kindTraits.snippets.name[locale]}${locale === 'zh' ? '）' : ')'}`,
    documentation: `**${plainText(description)}**\n\n${preview(text)}`,
    kind: 'snippets',
    entry: snippet.fullName,
    span: { start: offset - typed.length, end: offset },
    text,
    snippet: behind ? withBehind(filled.parts, edited) : snippetText(filled.parts),
    indentation,
    stops: [],
    filterText: typed + prefix.slice(typed.length),
    additionalEdits: behind ? [] : filled.edits,
    behind: behind ? edited : '',
  };
}

/** The snippet with text behind the place where the cursor ends. */
function withBehind(parts: readonly SnippetPart[], text: string): string {
  const hasEnd = (part: SnippetPart): boolean =>
    ('index' in part && part.index === 0) || ('inner' in part && part.inner?.some(hasEnd) === true);
  return `${snippetText(parts)}${parts.some(hasEnd) ? '' : '$0'}${escapeSnippet(text)}`;
}

/** What goes in, line by line, as text. */
function preview(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => plainText(line.trim())).join('  \n');
}
