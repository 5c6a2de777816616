import { describeEntry, type Entry, type Form, type Locale, visible } from '../../core/index.js';
import { columns } from '../../layout/columns.js';
import { renderMarkdown } from '../../layout/render-markdown.js';
import type { Workspace } from '../../workspace/workspace.js';
import { placeOfEntry } from '../entry-place.js';
import { type Output, pageWidth } from '../output.js';
import { wordingFor } from '../wording.js';
import { type ExplainWording, explainWording } from './wording.js';

/** What the vocabulary knows of each of the entries, and where they stand. */
export function explainEntries(entries: readonly Entry[], workspace: Workspace, out: Output, locale: Locale): string {
  const wording = wordingFor(locale);
  const { colours, width } = out;
  const page = { width: Math.min(width ?? pageWidth, 100), colours };
  const parts = entries.map((entry) => {
    const { path, line } = placeOfEntry(entry, workspace);
    const language = workspace.vocabulary.languages.has(locale)
      ? locale
      : ([...workspace.vocabulary.languages][0] ?? locale);
    return [
      renderMarkdown(describeEntry(entry, language, workspace.vocabulary, locale), page),
      ...formsApart(entry, language, out, locale),
      `${visible(entry.fullName)}\n${visible(wording.standsAt(`${path}:${line}`))}`,
    ].join('\n\n');
  });
  return `${parts.join(`\n\n${colours.dim('─'.repeat(20))}\n\n`)}\n`;
}

/** The forms that the description leaves out, or that count on a condition, under a heading; nothing for none. */
function formsApart(entry: Entry, language: string, { colours, width }: Output, locale: Locale): readonly string[] {
  const wording = explainWording(locale);
  const rows = entry.forms.flatMap((form) => {
    const conditions = conditionsOf(form, wording);
    const isDescribed = form.role === 'preferred' || (form.role !== 'hidden' && form.language === language);
    if (isDescribed && conditions.length === 0) return [];
    const text = conditions.length === 0 ? form.text : form.text + wording.inBrackets(wording.join(conditions));
    return [[form.language, wording.roles[form.role], text]];
  });
  return rows.length === 0 ? [] : [[colours.bold(wording.otherForms), ...columns(rows, width)].join('\n')];
}

function conditionsOf(form: Form, wording: ExplainWording): readonly string[] {
  const { near, validFrom, validTo, replacement, reason } = form;
  return [
    ...(near.length > 0 ? [wording.notNear(near)] : []),
    ...(validFrom !== undefined || validTo !== undefined ? [wording.inForce(validFrom, validTo)] : []),
    ...(replacement !== undefined ? [wording.instead(replacement)] : []),
    ...(reason !== undefined ? [reason] : []),
  ];
}
