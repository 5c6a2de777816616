import { isExpansion, isExplainedBeside } from '../language/explained-acronyms.js';
import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords } from '../language/words/words.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import { tokensIn } from '../markdown/block-words.js';
import type { BlockContent } from '../markdown/blocks.js';
import { acronymIndex, expansionOf, isAcronym } from '../report/acronyms.js';
import { adaptReplacement, capitalize } from '../report/adapt-replacement.js';
import { replacementFix } from '../report/finding.js';
import { isQuoted } from '../report/report.js';
import type { Surroundings } from '../sentences/surroundings.js';
import type { Span } from '../text/span.js';
import type { Entry, Form } from '../vocabulary/model.js';
import type { BlockDetection, DocumentRule, Placed } from './rule.js';

interface Acronym {
  readonly found: string;
  readonly form: Form;
  readonly expansion: Form;
  /** It is the first word of its sentence. */
  readonly opens: boolean;
}

/** What a block says of an acronym's entry, in the order of its words. */
type Fact =
  /** As something else, or in words of its own: then it is not the pack's to explain. */
  | { readonly entry: Entry; readonly is: 'explained' }
  | { readonly entry: Entry; readonly is: 'written-out' }
  | {
      readonly entry: Entry;
      readonly is: 'acronym';
      readonly inHeading: boolean;
      /** None where what stands beside it writes it out. */
      readonly detection: BlockDetection<Acronym> | undefined;
    };

/** An acronym of the pack stands without its expansion, or before it. The first place of each is reported. */
export const acronymUndefined: DocumentRule<Acronym, Fact> = {
  id: 'acronym-undefined',
  severity: 'warning',
  asks: true,
  reads: 'document',

  *factsOf(block, surroundings, { vocabulary, language }) {
    if (!vocabulary.languages.has(language)) return;
    const index = acronymIndex(vocabulary);
    const matches = index.find(block.text, false, tokensIn(block));
    for (const [i, { target: entry, form, span: at }] of matches.entries()) {
      if (form === undefined) continue;
      // The form of another language may be the same letters: two matches of one place.
      const next = matches.slice(i + 1, i + 4).find(({ span }) => span.start >= at.end);
      const isOwn = next?.target === entry && next.form !== undefined && !isAcronym(next.form);
      const before = matches.slice(Math.max(0, i - 3), i).findLast(({ span }) => span.end <= at.start);
      const isBehindOwn =
        before?.target === entry &&
        before.form !== undefined &&
        !isAcronym(before.form) &&
        !/[.。!?！？；;]/.test(block.text.slice(before.span.end, at.start));
      if (!isAcronym(form)) {
        if (!surroundings.isSource()) yield { entry, is: 'written-out' };
        continue;
      }
      const beside = isWholeCell(block, at) ? cellBeside(surroundings) : '';
      const acronym = block.text.slice(at.start, at.end);
      const isDefined = at.start === 0 && surroundings.markupBefore(0).endsWith('*[');
      const isExplained =
        isDefined ||
        (!isOwn &&
          !isBehindOwn &&
          (isExplainedBeside(block.text, at) ||
            hasTitle(surroundings.markupBefore(at.start)) ||
            (beside !== '' && isExpansion(beside, acronym))));
      if (isExplained) yield { entry, is: 'explained' };
      if (surroundings.isSource() || isQuoted(block, at)) continue;
      const [first] = beside === '' ? [] : index.find(beside);
      const expansion = expansionOf(entry, language);
      const isWrittenOut =
        (isOwn && isExplaining(block.text.slice(at.end, next.span.start), language)) ||
        // A row of a table of acronyms: | WHO | World Health Organization |.
        (first?.target === entry && first.form !== undefined && !isAcronym(first.form));
      yield {
        entry,
        is: 'acronym',
        inHeading: block.kind === 'heading',
        detection:
          isWrittenOut || expansion === undefined
            ? undefined
            : {
                messageId: 'acronym-undefined',
                values: { found: acronym, expected: expansion.text },
                at,
                entry,
                form,
                detail: { found: acronym, form, expansion, opens: sentenceAt(block, at.start)?.start === at.start },
              },
      };
    }
  },

  *fold(facts) {
    const settled = new Set<Entry>();
    const explained = new Set<Entry>();
    const inHeadings = new Map<Entry, Placed<BlockDetection<Acronym>>>();
    const found = new Map<Entry, Placed<BlockDetection<Acronym>>>();
    for (const { fact, block } of facts) {
      const { entry } = fact;
      if (fact.is === 'explained') explained.add(entry);
      else if (!settled.has(entry)) {
        const { detection, inHeading } = 'inHeading' in fact ? fact : { detection: undefined, inHeading: false };
        if (!inHeading) settled.add(entry);
        const places = inHeading ? inHeadings : found;
        if (detection !== undefined && !places.has(entry)) places.set(entry, { fact: detection, block });
      }
    }
    // A heading alone has it.
    for (const [entry, detection] of inHeadings) if (!settled.has(entry)) found.set(entry, detection);
    for (const [entry, detection] of found) if (!explained.has(entry)) yield detection;
  },

  fix({ detail: { found, form, expansion, opens }, span }) {
    // A pack may list the plural alone: SMEs.
    const singular = form.text.replace(/(?<=[A-Z])s$/, '');
    const adapted = adaptReplacement(found, { ...form, text: singular, language: expansion.language }, expansion).text;
    const full = opens ? capitalize(adapted) : adapted;
    const text = expansion.language === 'zh' ? `${full}（${found}）` : `${full} (${found})`;
    return [replacementFix(span, text)];
  },
};

/** "MIIT (the Ministry of …)", "MIIT, the Ministry of …", "CfD: Contract …", "CfD stands for …", CfD即…. */
function isExplaining(gap: string, reportLanguage: string): boolean {
  if (gap.length > 40) return false;
  const words = gap.replace(/^["”’]?\s*(?:[(（,，:：–—-]|——|\]:)?\s*=?/, '').replace(/["“]/, '');
  return words.trim() === '' || readWords(words, sentenceLanguage(words, reportLanguage)).only('standsFor', 'article');
}

/** `<abbr title="Subject Matter Expert">` right before its text. */
function hasTitle(markup: string): boolean {
  const tag = markup.slice(markup.lastIndexOf('<'));
  return tag.endsWith('>') && /^<abbr\s/i.test(tag) && /\stitle\s*=/i.test(tag);
}

function isWholeCell({ kind, text }: BlockContent, at: Span): boolean {
  return kind === 'cell' && at.end === text.length;
}

function cellBeside(surroundings: Surroundings): string {
  const beside = surroundings.after();
  return beside?.kind === 'cell' ? beside.text : '';
}
