import { isExpansion, isExplainedBeside } from '../language/explained-acronyms.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import { tokensIn } from '../markdown/block-words.js';
import { type Block, toSource } from '../markdown/blocks.js';
import { acronymIndex, expansionOf, isAcronym } from '../report/acronyms.js';
import { adaptReplacement, capitalize } from '../report/adapt-replacement.js';
import { replacementFix } from '../report/finding.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { Entry, Form } from '../vocabulary/model.js';
import type { Detection, Rule } from './rule.js';

interface Acronym {
  readonly found: string;
  readonly form: Form;
  readonly expansion: Form;
  /** It is the first word of its sentence. */
  readonly opens: boolean;
}

/** An acronym of the pack stands without its expansion, or before it. The first place of each is reported. */
export const acronymUndefined: Rule<Acronym> = {
  id: 'acronym-undefined',
  severity: 'warning',
  asks: true,
  reads: 'document',

  *check(report) {
    if (!report.vocabulary.languages.has(report.language)) return;
    const index = acronymIndex(report.vocabulary);
    const settled = new Set<Entry>();
    /** By the headings that alone have them so far. */
    const inHeadings = new Map<Entry, Detection<Acronym>>();
    const found: { readonly entry: Entry; readonly detection: Detection<Acronym> }[] = [];
    /** What the text explains as something else, or in words of its own, is not the pack's to explain. */
    const explained = new Set<Entry>();
    const withTitle = endsOfTitles(report);
    for (const [number, block] of report.prose.blocks.entries()) {
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
        if (
          isAcronym(form) &&
          ((!isOwn && !isBehindOwn) || isDefined(report, block, at)) &&
          !explained.has(entry) &&
          (isExplainedBeside(block.text, at) ||
            withTitle.has(toSource(block, at).start) ||
            isDefined(report, block, at) ||
            (isWholeCell(block, at) && isExpansion(cellBeside(report, number), block.text.slice(at.start, at.end))))
        )
          explained.add(entry);
        if (settled.has(entry) || isCitation(report, number)) continue;
        if (!isAcronym(form)) {
          settled.add(entry);
          continue;
        }
        if (isQuoted(block, at)) continue;
        if (block.kind === 'heading') {
          if (inHeadings.has(entry)) continue;
        } else settled.add(entry);
        if (isOwn && isExplaining.test(block.text.slice(at.end, next.span.start))) continue;
        // A row of a table of acronyms: | WHO | World Health Organization |.
        if (isWholeCell(block, at)) {
          const [first] = index.find(cellBeside(report, number));
          if (first?.target === entry && first.form !== undefined && !isAcronym(first.form)) continue;
        }
        const acronym = block.text.slice(at.start, at.end);
        const expansion = expansionOf(entry, report);
        if (expansion === undefined) continue;
        const detection: Detection<Acronym> = {
          messageId: 'acronym-undefined',
          values: { found: acronym, expected: expansion.text },
          span: toSource(block, at),
          entry,
          form,
          detail: { found: acronym, form, expansion, opens: sentenceAt(block, at.start)?.start === at.start },
        };
        if (block.kind === 'heading') inHeadings.set(entry, detection);
        else found.push({ entry, detection });
      }
    }
    for (const [entry, detection] of inHeadings) if (!settled.has(entry)) found.push({ entry, detection });
    for (const { entry, detection } of found) if (!explained.has(entry)) yield detection;
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
const isExplaining =
  /^["”’]?\s*(?:[(（,，:：–—-]|——|\]:)?\s*(?:=|(?:stands?|(?:is\s+)?short)\s+for|means?|is|are|or|refers\s+to|即|[是指]|代表)?\s*["“]?(?:the\s+|an?\s+)?$/i;

/** Where the text of an `<abbr title="Subject Matter Expert">` begins, in the report. */
function endsOfTitles({ prose }: Report): ReadonlySet<number> {
  return new Set(prose.html.flatMap(({ value, span }) => (/^<abbr\s[^<>]*\btitle\s*=/i.test(value) ? [span.end] : [])));
}

/** `*[PTA]: …`: a definition for the whole of the text, wherever it stands. */
function isDefined({ text }: Report, block: Block, at: Span): boolean {
  const { start } = toSource(block, at);
  return at.start === 0 && text.slice(start - 2, start) === '*[';
}

function isWholeCell({ kind, text }: Block, at: Span): boolean {
  return kind === 'cell' && at.end === text.length;
}

function cellBeside({ prose }: Report, block: number): string {
  const beside = prose.blocks[block + 1];
  return beside?.kind === 'cell' ? beside.text : '';
}
