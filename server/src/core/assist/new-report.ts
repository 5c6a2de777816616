import { headingsOf } from '../lists/section-stub.js';
import { writtenValue } from '../markdown/front-matter.js';
import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import { type Report, readReport } from '../report/report.js';
import { fillSnippet, type SnippetPlace } from '../snippets/fill-snippet.js';
import { readSnippetBody, type SnippetPart } from '../snippets/snippet-body.js';
import { joinBodies, plainSnippetText, snippetText } from '../snippets/write-snippet.js';
import { linesWithoutUnseen, withoutUnseen } from '../text/visible.js';
import { isMarkdownScope } from '../vocabulary/code-snippets.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Language, ReportSection } from '../vocabulary/model.js';

/** A report to be written, made from its type. */
export interface NewReport {
  /** In Markdown, with its places to fill in brackets. */
  readonly text: string;
  /** The same in the grammar of LSP's snippets: the places to fill are its stops. */
  readonly snippet: string;
  /** The same in pieces. */
  readonly parts: readonly SnippetPart[];
}

export interface NewReportSettings {
  readonly language: Language;
  /** The day that it is dated: `2024-05-02`. */
  readonly date?: string;
  /** Front matter stands already, and only what belongs below it is made. */
  readonly below?: Report;
}

/** The languages that a report of a type can be made in: those of its pack, in its order. */
export function languagesOfType(type: EntryOf<'reports'>, { packs, languages }: Vocabulary): readonly Language[] {
  const own = packs.find(({ name }) => name === type.pack)?.languages;
  return own === undefined || own.length === 0 ? [...languages] : own;
}

/**
 * Front matter, title and every section of a type, in order: its own `body`, else what it `holds`, else a place to fill.
 * Figures are those that were public on the day.
 */
export function newReport(
  type: EntryOf<'reports'>,
  vocabulary: Vocabulary,
  { language, date, below }: NewReportSettings,
): NewReport {
  const given = below?.frontMatter.title;
  const region = type.frontMatter.find(([key]) => key === 'region')?.[1];
  const empty = readReport('', vocabulary, {
    language,
    report: type.id,
    ...(date !== undefined && { date }),
    ...(region !== undefined && !region.includes('$') && { region }),
  });
  const place = { report: { ...(below ?? empty), type, language }, language, pack: type.pack };
  // What is asked for twice is one stop, in the title and above it.
  const [title = [], ...values] = filledApart(
    [
      readSnippetBody(withoutUnseen(type.title?.[language] ?? `\${1:${stubText('title', language)}}`)).parts,
      ...type.frontMatter.map(([, value]) => readSnippetBody(withoutUnseen(value)).parts),
    ],
    place,
  );
  const front = below === undefined ? frontMatterOf(type, title, values, { language, date }) : [];
  const bodies = [
    [...front, words('# '), ...(given === undefined ? title : [words(escapeProse(given))]), words('\n')],
    ...type.sections.map((section) => [
      words(`\n## ${escapeProse(headingsOf(section, place.report)[0] as string)}\n\n`),
      ...readSnippetBody(bodyOf(section, language)).parts,
      words('\n'),
    ]),
  ];
  const frontMatter = { ...place.report.frontMatter, title: given ?? plainSnippetText(title) };
  return filledReport(joinBodies(bodies), { ...place, report: { ...place.report, frontMatter } });
}

/** The snippets of a vocabulary that are whole reports (`isFileTemplate`), for Markdown. */
export function fileTemplates(vocabulary: Vocabulary): readonly EntryOf<'snippets'>[] {
  return vocabulary
    .ofKind('snippets')
    .filter(({ isFileTemplate, scope }) => isFileTemplate && (scope === undefined || isMarkdownScope(scope)));
}

/** A report made from such a snippet, in a language that it has a body in. */
export function reportFromTemplate(
  { body, pack, report }: EntryOf<'snippets'>,
  vocabulary: Vocabulary,
  { language, date }: Omit<NewReportSettings, 'below'>,
): NewReport {
  const [type] = report;
  const empty = readReport('', vocabulary, {
    language,
    ...(date !== undefined && { date }),
    ...(type !== undefined && { report: type }),
  });
  const place = { report: { ...empty, language }, language, pack };
  return filledReport(readSnippetBody(body[language] ?? '').parts, place);
}

/** With the footnotes that it needs at its end. */
function filledReport(body: readonly SnippetPart[], place: SnippetPlace): NewReport {
  const { parts, edits } = fillSnippet(body, place);
  const footnotes = edits.map(({ text }) => text.trim()).join('\n');
  const all = footnotes === '' ? parts : [...parts, words(`\n${footnotes}\n`)];
  return { text: linesWithoutUnseen(plainSnippetText(all)), snippet: snippetText(all), parts: all };
}

/** Several texts filled as one, so that their stops are numbered as one. */
function filledApart(texts: readonly (readonly SnippetPart[])[], place: SnippetPlace): readonly SnippetPart[][] {
  const end = words('');
  const { parts } = fillSnippet(
    texts.flatMap((text) => [...text, end]),
    place,
  );
  const filled: SnippetPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'text' && part.text === '') filled.push([]);
    else filled.at(-1)?.push(part);
  }
  return filled.slice(0, texts.length);
}

function bodyOf({ body, holds, required }: ReportSection, language: Language): string {
  const own = body?.[language];
  if (own !== undefined) return own;
  if (holds !== undefined && holds !== 'summary') return `\${${holds}}`;
  return `\${1:${stubText(required ? 'section' : 'section-optional', language)}}`;
}

/** Those that are always written, then the type's own. */
function frontMatterOf(
  { id, frontMatter }: EntryOf<'reports'>,
  title: readonly SnippetPart[],
  values: readonly (readonly SnippetPart[])[],
  { language, date }: { readonly language: Language; readonly date: string | undefined },
): readonly SnippetPart[] {
  const fixed = new Set(['title', 'date', 'language', 'report']);
  const lines = [
    words('title: '),
    ...quoted(title),
    words(date === undefined ? '\n' : `\ndate: ${date}\n`),
    words(`language: ${language}\nreport: ${writtenValue(id, 'yaml')}\n`),
    ...frontMatter.flatMap(([key], i) =>
      fixed.has(key) ? [] : [words(`${writtenKey(key)}: `), ...quoted(values[i] ?? []), words('\n')],
    ),
  ];
  return [words('---\n'), ...lines, words('---\n\n')];
}

function writtenKey(key: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(key) ? key : JSON.stringify(withoutUnseen(key));
}

/** A value of YAML in quotes, unless all of it are words. */
function quoted(parts: readonly SnippetPart[]): readonly SnippetPart[] {
  const isPlain = parts.every((part) => part.kind === 'text' && /^[\p{L}\p{N}][\p{L}\p{N}_ -]*$/u.test(part.text));
  if (isPlain) return parts;
  const escaped = parts.map((part) => (part.kind === 'text' ? words(part.text.replace(/["\\]/g, '\\$&')) : part));
  return [words('"'), ...escaped, words('"')];
}

function words(text: string): SnippetPart {
  return { kind: 'text', text, span: { start: 0, end: 0 } };
}
