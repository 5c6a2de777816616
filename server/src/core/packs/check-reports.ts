import { languagesOfType } from '../assist/new-report.js';
import { foldedTokens } from '../language/tokens.js';
import { findingVerdict } from '../report/finding-message.js';
import { readReport } from '../report/report.js';
import { fillSnippet } from '../snippets/fill-snippet.js';
import { readSnippetBody } from '../snippets/snippet-body.js';
import type { EntryOf, Localized } from '../vocabulary/model.js';
import type { Problem } from '../vocabulary/problem.js';
import type { YamlPath } from '../vocabulary/yaml-tree.js';
import type { CheckContext } from './check-context.js';
import { hasOwnBodies, tryReportType } from './try-report-type.js';

/** Sections of one report type that nobody could tell apart, and what a new report of it would have that is wrong. */
export function checkReports(context: CheckContext): void {
  for (const entry of context.pack.entries) {
    if (entry.kind !== 'reports') continue;
    checkSections(entry, context);
    if (hasOwnBodies(entry)) checkBodies(entry, context);
  }
}

/** Sections that a reader, or Plumbline, could not tell apart. */
function checkSections(entry: EntryOf<'reports'>, context: CheckContext): void {
  const headings = new Map<string, string>();
  const ids = new Set<string>();
  for (const [index, { id, heading }] of entry.sections.entries()) {
    const path = ['sections', index];
    if (ids.has(id)) context.add(entry, [...path, 'id'], 'error', 'pack.section-twice', { section: id });
    ids.add(id);
    for (const text of Object.values(heading).flat()) {
      const key = foldedTokens(text).join(' ');
      const other = headings.get(key);
      if (other === undefined) headings.set(key, id);
      else if (other !== id) {
        const values = { heading: text, sections: [other, id] };
        context.add(entry, [...path, 'heading'], 'error', 'pack.heading-twice', values);
      }
    }
  }
}

/** What a type says of a new report: the body, its language where it has one alone, and its place. */
function* bodiesOf({ title = {}, frontMatter, sections }: EntryOf<'reports'>) {
  const inLanguages = (texts: Localized<string>, path: YamlPath) =>
    Object.entries(texts).map(([language, body]) => ({ language, body, path: [...path, language] }));
  yield* inLanguages(title, ['title']);
  for (const [key, body] of frontMatter) yield { language: undefined, body, path: ['frontMatter', key] };
  for (const [index, { body = {} }] of sections.entries()) yield* inLanguages(body, ['sections', index, 'body']);
}

function checkBodies(type: EntryOf<'reports'>, context: CheckContext): void {
  const { merge, surroundings, pack } = context;
  const { vocabulary } = merge;
  const settings = {
    ...(surroundings.date !== undefined && { date: surroundings.date }),
    ...(pack.region !== undefined && { region: pack.region }),
  };
  const languages = languagesOfType(type, vocabulary);
  let isSound = true;
  for (const { language = languages[0] ?? 'en', body, path } of bodiesOf(type)) {
    const add = (messageId: string, values: Problem['values']) => {
      isSound = false;
      context.add(type, path, 'error', messageId, values);
    };
    const { parts, problems } = readSnippetBody(body);
    for (const { messageId, found } of problems) add(messageId, { found });
    const report = readReport('', vocabulary, { ...settings, language, report: type.id });
    const { unknown } = fillSnippet(parts, { report: { ...report, type }, language, pack: type.pack });
    for (const { messageId, values } of unknown) add(messageId, values);
  }
  if (!isSound) return;
  for (const language of languages) {
    const { untouched, completed } = tryReportType(type, language, vocabulary, settings);
    for (const finding of untouched.findings.length > 0 ? untouched.findings : completed.findings) {
      const message = { en: findingVerdict(finding, 'en'), zh: findingVerdict(finding, 'zh') };
      context.add(type, [], 'warning', 'pack.new-report-finding', { message, rule: finding.rule, language });
    }
  }
}
