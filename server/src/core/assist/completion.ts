import { CharacterClass, characterClass, isIdeograph } from '../language/characters.js';
import { toSource } from '../markdown/blocks.js';
import { escapeProse } from '../markdown/shown-text.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import { owedAt } from '../owed/owed-at.js';
import { capitalize } from '../report/adapt-replacement.js';
import type { Report } from '../report/report.js';
import { once } from '../text/once.js';
import { lastStartingBy } from '../text/ordered-spans.js';
import { visible } from '../text/visible.js';
import { kindTraits } from '../vocabulary/kinds.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, Form } from '../vocabulary/model.js';
import { preferredForm } from '../vocabulary/preferred-form.js';
import type { Completion, CompletionTrigger } from './answers.js';
import { describeEntry } from './describe-entry.js';
import { recordedValuesAt, valueTriggers } from './recorded-values.js';
import { skeletonsAt } from './skeletons.js';
import { snippetPrefixes, snippetsAt } from './snippets.js';
import { startingWith } from './starting-with.js';

/** How far back the words typed so far may begin, in UTF-16 units. */
const reach = 120;

/** Offered at most. */
const limit = 50;

interface Candidate {
  /** The form, folded, with single spaces for white space and hyphens. */
  readonly key: string;
  readonly entry: Entry;
  readonly form: Form;
}

/**
 * What is owed at an offset first (`owedAt`); then snippets whose prefix the words before it begin, and the forms that
 * they begin, the longest beginning first. No snippets and no forms in code, addresses and front matter. A deprecated or hidden form that was begun offers the preferred one.
 */
export function completionsAt(
  report: Report,
  offset: number,
  locale: Locale,
  trigger: CompletionTrigger = 'invoked',
  path?: string,
): readonly Completion[] {
  const owed = owedCompletions(report, offset, locale, trigger);
  // A space or a sign is typed everywhere; only where something is owed is it asked about.
  if (trigger === 'typed' && !/[\p{L}\p{N}]/u.test(report.text[offset - 1] ?? '')) return owed;
  const values = [
    ...owed,
    ...skeletonsAt(report, offset, locale).filter(({ filterText }) => isEnough(filterText, trigger)),
    ...recordedValuesAt(report, offset, locale),
  ];
  const lineStart = report.text.lastIndexOf('\n', offset - 1) + 1;
  const before = report.text.slice(Math.max(lineStart, offset - reach), offset);
  const starts = wordStarts(before);
  const inProse = isProse(report, offset);
  values.push(...snippetsAt(report, offset, { before, starts, isProse: inProse }, { locale, trigger, path }));
  if (!inProse) return values;
  const candidates = sortedCandidates(report.vocabulary);
  const found = new Map<string, Completion>(values.map((value) => [`${value.entry} ${value.text}`, value]));
  for (const start of starts) {
    const typed = before.slice(start);
    if (!isEnough(typed, trigger)) continue;
    const key = formKey(typed);
    for (const { entry, form, key: full } of startingWith(candidates, key)) {
      if (full === key) continue;
      const proposed =
        form.role === 'preferred' || form.role === 'admitted' ? form : preferredForm(entry, form.language);
      if (proposed === undefined || found.has(`${entry.fullName} ${proposed.text}`)) continue;
      if (owed.some(({ entry: own, label }) => own === entry.fullName && label === visible(capitalize(proposed.text))))
        continue;
      const text = /^\p{Lu}/u.test(typed) ? capitalize(proposed.text) : proposed.text;
      found.set(`${entry.fullName} ${proposed.text}`, {
        label: visible(proposed.text),
        detail: kindTraits[entry.kind].name[locale],
        documentation: describeEntry(entry, proposed.language, report.vocabulary, locale),
        kind: entry.kind,
        entry: entry.fullName,
        span: { start: offset - typed.length, end: offset },
        text: escapeProse(text),
        stops: [],
        filterText: typed + form.text.slice(typed.length),
        additionalEdits: [],
        behind: '',
      });
      if (found.size >= limit) return [...found.values()];
    }
  }
  return [...found.values()];
}

function owedCompletions(
  report: Report,
  offset: number,
  locale: Locale,
  trigger: CompletionTrigger,
): readonly Completion[] {
  const { offers, unasked } = owedAt(report, offset, locale);
  if (trigger === 'typed' && !unasked) return [];
  const { length } = report.text;
  return offers.map(({ of, need, label, note, entry, span, text, stops, filterText, edits }): Completion => {
    const kind = render(`owed.${of}`, {}, locale);
    const told =
      need === 'fits' || of === 'value' ? kind : render(of === 'rule' ? 'owed.found' : 'owed.owed', { kind }, locale);
    // At the very end of the text what goes in there would stand where the cursor does.
    const behind = span.end === length && edits.some(({ span: at }) => at.start === length);
    return {
      label,
      detail: note === undefined ? told : locale === 'zh' ? `${note}；${told}` : `${note} (${told})`,
      documentation: entry === undefined ? '' : describeEntry(entry, report.language, report.vocabulary, locale),
      kind: of === 'heading' || of === 'key' || of === 'value' || of === 'rule' ? of : (entry?.kind ?? 'value'),
      entry: entry?.fullName,
      span,
      text,
      stops,
      filterText,
      additionalEdits: behind ? [] : edits,
      behind: behind ? edits.map((edit) => edit.text).join('') : '',
    };
  });
}

/** Characters that begin or part what is owed: `#` and `-`, the space behind them, `:` and `=` of front matter, 一是 and 据. */
const owedTriggers = ['#', '-', ' ', ':', '=', '|', '是', '据', '：'];

/**
 * Characters after which an editor must ask: Markdown has no quick suggestions in VS Code, and a run of Han text is
 * one word to it. The letters of all forms, and the ideographs that do not begin one.
 */
export function completionTriggers(vocabulary: Vocabulary): readonly string[] {
  const characters = new Set<string>(vocabulary.ofKind('metrics').length > 0 ? valueTriggers : []);
  if (vocabulary.ofKind('reports').length > 0) for (const character of owedTriggers) characters.add(character);
  const names = vocabulary.ofKind('reports').flatMap(({ forms }) => forms);
  const prefixes = snippetPrefixes(vocabulary).map((text) => ({ text }));
  for (const { text } of [...sortedCandidates(vocabulary).map(({ form }) => form), ...names, ...prefixes]) {
    [...text].forEach((character, i) => {
      if (isIdeograph(character, 0) ? i > 0 : characterClass(character, 0) === CharacterClass.Word) {
        characters.add(character.toLowerCase());
        if (character.length === 1) characters.add(character.toUpperCase());
      }
    });
  }
  return [...characters].filter((character) => character.length === 1).sort();
}

/** Sorted by key; made when a vocabulary is first asked for completions. */
const sortedCandidates = once((vocabulary: Vocabulary): readonly Candidate[] =>
  vocabulary.entries
    .filter(({ kind }) => kindTraits[kind].isOffered)
    .flatMap((entry) => entry.forms.map((form): Candidate => ({ key: formKey(form.text), entry, form })))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
);

/** Where the words typed so far may begin: at every ideograph and every word, the earliest first. */
function wordStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const kind = characterClass(text, i);
    if (kind === CharacterClass.Ideograph) starts.push(i);
    else if (kind === CharacterClass.Word && (i === 0 || characterClass(text, i - 1) !== CharacterClass.Word))
      starts.push(i);
  }
  return starts;
}

/** While the writer types, four letters or a second word, or two ideographs; when asked, anything. */
function isEnough(typed: string, trigger: CompletionTrigger): boolean {
  if (trigger === 'invoked') return typed.trim() !== '';
  if (isIdeograph(typed, 0)) return typed.length >= 2;
  return /^\S+\s+\S/.test(typed) || /^\S{4,}$/.test(typed);
}

/** What opens an address, a label or a tag, and what closes it. */
const markup = [
  ['](', ')'],
  ['][', ']'],
  ['<', '>'],
] as const;

/** Whether an offset is in a paragraph, heading or cell, or right behind its last words on the line. */
function isProse(report: Report, offset: number): boolean {
  return report.prose.blocks.some((block) => {
    if (offset < block.span.start) return false;
    if (offset > block.span.end) return /^[ \t]*$/.test(report.text.slice(block.span.end, offset));
    // Inside code, math, an address: between the ends of content that is no prose.
    for (let at = block.text.indexOf('\uFFFC'); at >= 0; at = block.text.indexOf('\uFFFC', at + 1)) {
      const span = toSource(block, { start: at, end: at + 1 });
      if (span.start < offset && offset < span.end) return false;
    }
    // Between the words: inside the address of a link, a label, a tag.
    const { start } = block.span;
    const before = block.stretches[lastStartingBy(block.stretches, ({ source }) => source, offset - start)];
    const gap = before === undefined ? '' : report.text.slice(start + before.source + before.sourceLength, offset);
    return !markup.some(([open, close]) => {
      const at = gap.lastIndexOf(open);
      return at >= 0 && gap.indexOf(close, at + open.length) < 0;
    });
  });
}
