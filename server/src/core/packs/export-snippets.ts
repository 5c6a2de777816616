import { readReport } from '../report/report.js';
import { fillSnippet } from '../snippets/fill-snippet.js';
import { readSnippetBody } from '../snippets/snippet-body.js';
import { escapeSnippet, snippetText } from '../snippets/write-snippet.js';
import { isMarkdownScope } from '../vocabulary/code-snippets.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Language } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import type { ReportSettings } from '../vocabulary/report-settings.js';

/**
 * The snippets of a pack as VS Code's own, by language: every entry as it is on the day of the settings, with the
 * definitions of its footnotes below it.
 */
export function exportSnippets(
  vocabulary: Vocabulary,
  pack: string,
  settings: ReportSettings,
): ReadonlyMap<Language, Readonly<Record<string, unknown>>> {
  const exported = new Map<Language, Record<string, unknown>>();
  for (const snippet of vocabulary.ofKind('snippets')) {
    if (snippet.pack !== pack || (snippet.scope !== undefined && !isMarkdownScope(snippet.scope))) continue;
    for (const language of Object.keys(snippet.body)) {
      const items = exported.get(language) ?? {};
      exported.set(language, items);
      // Defined, since a name from a pack may be `__proto__`.
      const value = toItem(snippet, language, vocabulary, settings);
      Object.defineProperty(items, snippet.id, { value, enumerable: true });
    }
  }
  return exported;
}

function toItem(snippet: EntryOf<'snippets'>, language: Language, vocabulary: Vocabulary, settings: ReportSettings) {
  const [report] = snippet.report;
  const into = readReport('', vocabulary, { ...settings, language, ...(report !== undefined && { report }) });
  const { parts } = readSnippetBody(snippet.body[language] ?? '');
  const { parts: filled, edits } = fillSnippet(parts, { report: into, language, pack: snippet.pack });
  const notes = edits.map(({ text }) => `\n\n${escapeSnippet(text.trimEnd())}`).join('');
  const { prefix, include, exclude, isFileTemplate, section } = snippet;
  const description = inLanguage(snippet.description, language);
  return {
    scope: 'markdown',
    ...(prefix.length > 0 && { prefix: prefix.length === 1 ? prefix[0] : prefix }),
    ...(description !== undefined && { description }),
    body: `${snippetText(filled)}${notes}`.split('\n'),
    ...(include.length > 0 && { include }),
    ...(exclude.length > 0 && { exclude }),
    ...(isFileTemplate && { isFileTemplate }),
    // Passed over by editors; what Plumbline reads of such a file.
    ...(snippet.report.length > 0 && { report: snippet.report }),
    ...(section !== undefined && { section }),
  };
}
