import { readWords } from '../language/words/words.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import { type Block, refersIn, toSource } from '../markdown/blocks.js';
import { attributes, namesSpeaker } from '../quotes/attribution.js';
import { type QuotedClause, quotedClauses } from '../quotes/quoted-clauses.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isCitation, type Report } from '../report/report.js';
import { surroundingsOf } from '../sentences/surroundings.js';
import { indexHolding, startingIn } from '../text/ordered-spans.js';
import { overlaps, type Span } from '../text/span.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { ReportRule } from './rule.js';

/** A quoted clause with no speaker or source in its sentence, the one before, or a footnote. */
export const quoteUnattributed: ReportRule<undefined> = {
  id: 'quote-unattributed',
  severity: 'warning',
  asks: true,
  reads: 'document',

  *check(report) {
    if (!report.vocabulary.languages.has(report.language)) return;
    const inLists = new Set(
      report.prose.lists.flatMap(({ items }) =>
        items.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)),
      ),
    );
    /** Whether the section so far has quoted somebody by name: the talk may go on. */
    let talk = false;
    for (const [number, block] of report.prose.blocks.entries()) {
      if (block.kind === 'heading') talk = false;
      if (block.kind !== 'paragraph' || block.quoted || block.footnote !== undefined || inLists.has(number)) continue;
      const clauses = quotedClauses(block).filter(({ isSentence }) => isSentence);
      if (clauses.length === 0 || isCitation(report, number)) continue;
      for (const clause of clauses) {
        if (isAttributed(report, number, block, clause)) talk = true;
        else if (!talk && standsAsSpeech(block, clause)) {
          yield {
            messageId: 'quote-unattributed',
            values: { found: shortened(block.text.slice(clause.at.start, clause.at.end)) },
            span: toSource(block, clause.at),
            detail: undefined,
          };
        }
      }
    }
  },
};

/** Whether a clause is quoted as speech, by how it stands in its sentence. */
function standsAsSpeech({ text }: Block, { at, inner, language }: QuotedClause): boolean {
  const before = text.slice(Math.max(0, at.start - 20), at.start);
  const after = text.slice(at.end, at.end + 20);
  const said = text.slice(inner.start, inner.end);
  if (/[:：]\s*$/.test(before) || /[?？]\s*$/.test(said)) return false;
  if (language === 'zh') return /(?:^|[，。；！？—\s])$/.test(before) && /^\s*(?:$|[，。；！？])/.test(after);
  // "bans 'any act that …'": words that begin small are a part of the sentence, unless a clause may begin there.
  const words = readWords(before, language);
  const beginsClause = /(?:^|[.,;!?—–])\s*$/.test(before) || words.last('joinsClauses') !== undefined;
  if (/^\p{Ll}/u.test(said) && !beginsClause) return false;
  // "The 'wait and see' approach".
  return words.last('determiner', 'joinsNoun') === undefined && !/\uFFFC|[{}<>=]/.test(text);
}

/** A paragraph of more UTF-16 units is no quotation that stands alone. */
const longestQuotation = 2_000;

function isAttributed(report: Report, number: number, block: Block, clause: QuotedClause): boolean {
  const sentences = sentencesIn(block);
  const first = indexHolding(sentences, clause.at.start);
  const last = indexHolding(sentences, clause.at.end - 1);
  const sentence: Span = { start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? block.text.length };
  const near: Span = {
    start: sentences[first - 1]?.start ?? sentence.start,
    end: sentences[last + 1]?.end ?? sentence.end,
  };
  if (
    attributes(outsideQuotations(block, sentence), report.language) ||
    namesSpeaker(outsideQuotations(block, near), report.language)
  )
    return true;
  // A footnote or a link behind it gives the source.
  if (refersIn(block, { start: clause.at.start, end: near.end })) return true;
  const named = mentionsIn(report, number, near).some(
    ({ entry, at }) => kindTraits[entry.kind].isSpeaker && !overlaps(at, clause.at),
  );
  if (named) return true;
  if (first > 0) return false;
  const around = surroundingsOf(report, number);
  const before = around.before();
  if (before !== undefined) {
    const end = sentencesIn(before).at(-1);
    if (end !== undefined && namesSpeaker(outsideQuotations(before, end), report.language)) return true;
    if (/[:：]\s*$/.test(before.text)) return true;
  }
  // "…," alone in its paragraph, and then: "Ana Ruiz, in a letter".
  const isAlone =
    block.text.length < longestQuotation &&
    outsideQuotations(block, { start: 0, end: block.text.length }).trim().length < 4;
  const after = isAlone ? around.after() : undefined;
  const beginning = after === undefined ? undefined : sentencesIn(after)[0];
  return (
    after !== undefined &&
    after.kind !== 'heading' &&
    beginning !== undefined &&
    (/^[\s]*[—–-]/.test(after.text) || namesSpeaker(outsideQuotations(after, beginning), report.language))
  );
}

function outsideQuotations(block: Block, span: Span): string {
  let text = '';
  let at = span.start;
  for (const quotation of startingIn(block.quotations, ({ start }) => start, span)) {
    // A title in marks is a source.
    if (block.text[quotation.start] === '《') continue;
    text += `${block.text.slice(at, Math.max(at, quotation.start))} `;
    at = Math.max(at, quotation.end);
  }
  return text + block.text.slice(at, Math.max(at, span.end));
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(1, 50)}…` : flat.slice(1, -1);
}
