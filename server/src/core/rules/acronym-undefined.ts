import { toSource } from '../markdown/blocks.js';
import { adaptReplacement } from '../report/adapt-replacement.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, Form } from '../vocabulary/model.js';
import type { Rule } from './rule.js';

interface Acronym {
  readonly found: string;
  readonly form: Form;
  readonly expansion: Form;
}

/** An acronym of the pack stands without its expansion, or before it. The first place of each is reported. */
export const acronymUndefined: Rule<Acronym> = {
  id: 'acronym-undefined',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    if (!report.vocabulary.languages.has(report.language)) return;
    const index = acronymIndex(report.vocabulary);
    const settled = new Set<Entry>();
    for (const [number, block] of report.prose.blocks.entries()) {
      const matches = index.find(block.text);
      for (const [i, { target: entry, form, span: at }] of matches.entries()) {
        if (settled.has(entry) || form === undefined || isCitation(report, number)) continue;
        if (!isAcronym(form)) {
          settled.add(entry);
          continue;
        }
        if (block.kind === 'heading' || isQuoted(block, at)) continue;
        settled.add(entry);
        // The form of another language may be the same letters: two matches of one place.
        const next = matches.slice(i + 1, i + 4).find(({ span }) => span.start >= at.end);
        const explained = next?.target === entry && next.form !== undefined && !isAcronym(next.form);
        if (explained && inBrackets.test(block.text.slice(at.end, next.span.start))) continue;
        const found = block.text.slice(at.start, at.end);
        const expansion = expansionOf(entry, report);
        if (expansion === undefined) continue;
        yield {
          messageId: 'acronym-undefined',
          values: { found, expected: expansion.text },
          span: toSource(block, at),
          entry,
          form,
          detail: { found, form, expansion },
        };
      }
    }
  },

  fix({ detail: { found, form, expansion }, span }) {
    const full = adaptReplacement(found, { ...form, language: expansion.language }, expansion).text;
    const text = expansion.language === 'zh' ? `${full}（${found}）` : `${full} (${found})`;
    return [{ messageId: 'fix.replace', values: { expected: text }, safe: false, edits: [{ span, text }] }];
  },
};

/** "MIIT (the Ministry of …)". */
const inBrackets = /^\s*[(（]\s*(?:the\s+)?$/i;

/** A short form of letters and digits with two capitals at least: MIIT, CfD, SMEs. */
function isAcronym(form: Form): boolean {
  return form.class === 'short' && looksLikeAcronym(form.text);
}

function looksLikeAcronym(text: string): boolean {
  return /^[A-Z][A-Za-z0-9&-]*[A-Z0-9]s?$/.test(text);
}

/** What it is short for, in the report's language before any other. */
function expansionOf(entry: Entry, report: Report): Form | undefined {
  const full = entry.forms.filter((form) => form.role === 'preferred' && !looksLikeAcronym(form.text));
  return full.find(({ language }) => language === report.language) ?? full[0];
}

const indexes = new WeakMap<Vocabulary, MentionIndex<Entry>>();

/** Acronyms and their expansions alone: inside a longer name ("exports of LNG") they are used all the same. */
function acronymIndex(vocabulary: Vocabulary): MentionIndex<Entry> {
  let index = indexes.get(vocabulary);
  if (index === undefined) {
    index = new MentionIndex<Entry>();
    for (const entry of vocabulary.entries) {
      if (!entry.forms.some(isAcronym) || (entry.kind === 'terms' && entry.exempt)) continue;
      for (const form of entry.forms) {
        if (form.role !== 'deprecated') index.add(isAcronym(form) ? { ...form, caseSensitive: true } : form, entry);
      }
    }
    indexes.set(vocabulary, index);
  }
  return index;
}
