import { isIdeograph } from '../language/characters.js';
import { nearest } from '../language/edit-distance.js';
import { findingVerdict } from '../report/finding-message.js';
import { readSnippetBody, type SnippetPart } from '../snippets/snippet-body.js';
import { trySnippet } from '../snippets/try-snippet.js';
import { isMarkdownScope } from '../vocabulary/code-snippets.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { EntryKind, EntryOf, Language } from '../vocabulary/model.js';
import { meaning } from '../vocabulary/problem.js';
import type { CheckContext } from './check-context.js';

type Snippet = EntryOf<'snippets'>;

/** Snippets that go in as they should: what they name is there, what is left to fill is seen, and nothing else is wrong. */
export function checkSnippets(context: CheckContext): void {
  const { vocabulary } = context.merge;
  const seen = new Map<string, Snippet>();
  for (const snippet of vocabulary.ofKind('snippets')) {
    const isOwn = snippet.pack === context.pack.name;
    if (snippet.scope !== undefined && !isMarkdownScope(snippet.scope)) continue;
    for (const [prefix, key] of placesOf(snippet)) {
      const other = seen.get(key);
      if (other === undefined) seen.set(key, snippet);
      else if (other !== snippet && (isOwn || other.pack === context.pack.name)) {
        const [at, rival] = isOwn ? [snippet, other] : [other, snippet];
        context.add(at, ['prefix'], 'warning', 'snippet.prefix-twice', { prefix, entry: rival.fullName });
      }
    }
    if (!isOwn) continue;
    checkPrefixes(snippet, context);
    checkSection(snippet, context);
    const told = new Set<string>();
    for (const language of Object.keys(snippet.body)) checkBody(snippet, language, context, told);
  }
}

/** Each prefix with what else a writer would have to tell two snippets by. */
function* placesOf(snippet: Snippet): Iterable<readonly [prefix: string, key: string]> {
  const reports = snippet.report.length === 0 ? [''] : snippet.report;
  for (const prefix of snippet.prefix) {
    for (const report of reports) {
      for (const language of Object.keys(snippet.body)) {
        yield [prefix, JSON.stringify([formKey(prefix), report, snippet.section ?? '', language])];
      }
    }
  }
}

/** Prefixes that ordinary words would begin at every turn. */
function checkPrefixes(snippet: Snippet, context: CheckContext): void {
  for (const [index, prefix] of snippet.prefix.entries()) {
    const letters = [...prefix].filter((character) => /[\p{L}\p{N}]/u.test(character));
    const ideographs = letters.filter((character) => isIdeograph(character, 0));
    if (letters.length >= 3 || ideographs.length >= 2) continue;
    const path = snippet.prefix.length === 1 ? ['prefix'] : ['prefix', index];
    context.add(snippet, path, 'warning', 'snippet.prefix-short', { prefix });
  }
}

function checkSection({ section, report, pack, ...snippet }: Snippet, context: CheckContext): void {
  if (section === undefined) return;
  const { vocabulary } = context.merge;
  const types = report.flatMap((id) => vocabulary.find('reports', id, pack) ?? []);
  const sections = (report.length === 0 ? vocabulary.ofKind('reports') : types).flatMap((type) => type.sections);
  if (sections.some(({ id, holds }) => id === section || holds === section)) return;
  context.add({ ...snippet, section, report, pack }, ['section'], 'error', 'snippet.section-unknown', { section });
}

/** `told`: what was said of a body; one for all languages is the body of each. */
function checkBody(snippet: Snippet, language: Language, context: CheckContext, told: Set<string>): void {
  const path = ['body', language];
  const body = snippet.body[language] ?? '';
  const add = (severity: 'error' | 'warning', messageId: string, values: Parameters<CheckContext['add']>[4] = {}) => {
    const key = JSON.stringify([body, messageId, values]);
    if (told.has(key)) return;
    told.add(key);
    context.add(snippet, path, severity, messageId, values);
  };
  const { parts, problems } = readSnippetBody(body);
  for (const { messageId, found } of problems) add('error', messageId, { found });
  const stops = [...stopsIn(parts)];
  if (stops.filter((index) => index === 0).length > 1) add('error', 'snippet.end-twice');
  // "$40 million" is a tab stop where nobody meant one.
  const numbers = [...new Set(stops.filter((index) => index > 0))].sort((a, b) => a - b);
  const stray = problems.length > 0 ? undefined : numbers.find((index) => index > numbers.length);
  if (stray !== undefined) add('warning', 'snippet.stop-stray', { stop: `$${stray}` });
  const { surroundings, merge, pack } = context;
  const { filled, completed, unseen } = trySnippet(snippet, language, merge.vocabulary, {
    ...(surroundings.date !== undefined && { date: surroundings.date }),
    ...(pack.region !== undefined && { region: pack.region }),
  });
  for (const { messageId, values } of filled.unknown) {
    const [kind, id = ''] = String(values.entry ?? '').split('/');
    const ids =
      messageId === 'snippet.entry-unknown' ? merge.vocabulary.ofKind(kind as EntryKind).map((each) => each.id) : [];
    add('error', messageId, { ...values, ...meaning(nearest(id, ids)) });
  }
  if (filled.unknown.length > 0) return;
  for (const text of unseen) add('warning', 'snippet.gap-unseen', { text });
  if (problems.length > 0) return;
  for (const finding of completed.findings) {
    const message = { en: findingVerdict(finding, 'en'), zh: findingVerdict(finding, 'zh') };
    add('warning', 'snippet.finding', { message, rule: finding.rule });
  }
}

function* stopsIn(parts: readonly SnippetPart[]): Iterable<number> {
  for (const part of parts) {
    if ('index' in part) yield part.index;
    if ('inner' in part) yield* stopsIn(part.inner ?? []);
  }
}
