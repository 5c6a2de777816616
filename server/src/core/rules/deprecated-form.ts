import { sentenceAt } from '../markdown/block-sentences.js';
import { adaptReplacement, capitalize } from '../report/adapt-replacement.js';
import type { Fix } from '../report/finding.js';
import { blockOf, isCitation, isQuoted, type Mention, type Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { Entry, EntryKind, Severity } from '../vocabulary/model.js';
import { preferredForm } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

/** Kinds whose forms are names: they never change without a click. */
const names: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'people',
  'organizations',
  'events',
  'documents',
  'programmes',
]);

/**
 * The rule that finds deprecated forms of the entries that it judges, outside quotations and citations. Its messages
 * are `<id>.replace` and `<id>.unwanted`.
 */
export function deprecatedFormRule(id: string, severity: Severity, judges: (entry: Entry) => boolean): Rule<Mention> {
  return {
    id,
    severity,
    reads: 'block',

    *check(report) {
      for (const mention of report.mentions) {
        const { entry, form } = mention;
        if (form.role !== 'deprecated' || !judges(entry)) continue;
        const block = blockOf(report, mention);
        if (isQuoted(block, mention.at) || isCitation(report, mention.block)) continue;
        if (form.validFrom !== undefined && isGivenAsFormer(block.text, mention.at)) continue;
        const replacement = replacementOf(mention);
        yield {
          messageId: `${id}.${replacement === undefined ? 'unwanted' : 'replace'}`,
          values: {
            found: foundText(report, mention),
            ...(replacement !== undefined && {
              expected: adapted(report, mention, replacement).text,
            }),
            ...(form.reason !== undefined && { reason: form.reason }),
          },
          span: mention.span,
          entry,
          form,
          detail: mention,
        };
      }
    },

    fix({ detail: mention }, report) {
      const found = foundText(report, mention);
      // Markup inside the words would be torn.
      if (report.text.slice(mention.span.start, mention.span.end).replace(/\s+/g, ' ') !== found) return [];
      const preferred = replacementOf(mention);
      const others = mention.form.replacement === undefined ? admittedForms(mention) : [];
      return [preferred, ...others].flatMap((replacement, i): Fix[] => {
        if (replacement === undefined) return [];
        const { text, exact } = adapted(report, mention, replacement);
        return [
          {
            messageId: 'fix.replace',
            values: { found, expected: text },
            safe: i === 0 && !names.has(mention.entry.kind) && exact && mention.form.near.length === 0,
            edits: [{ span: mention.span, text }, ...articleEdits(report, mention, text)],
          },
        ];
      });
    },
  };
}

const former =
  /(?:\b(?:former(?:ly)?|previously|once|then|erstwhile|until\s[^,.;()]*\d{4},?|ex-|predecessor,?|(?:renamed|evolved|grew)\s+(?:out\s+of|from)|(?:founded|established|set\s+up)\s+as|replac\w+|succeed\w+|successor\s+(?:to|of))\s*(?:(?:known\s+as|called|named)\s+)?(?:the\s+)?|(?:原|(?<![目当此日之以提从])前|旧称|时任|前身[是为]?|曾[用名称为叫]*)(?:国家)?)["“]?$/i;
const renamed =
  /^["”]?\s*(?:(?:[,(]\s*(?:now|today|since)|(?:was|were|has\s+been)\s+(?:then\s+|later\s+)?(?:renamed|merged|dissolved|abolished|replaced|succeeded|reorgani[sz]ed|absorbed)|became|turned\s+into)\b|[（(][现今]|，?(?:[现今已]?(?:更名|改名|改称|改组|并入)|[现今][为称]|已?撤销))/i;

/** "formerly the Harbour Bureau", "the Harbour Bureau was renamed", 原海港处: a name that was right, told as a former one. */
function isGivenAsFormer(text: string, { start, end }: Span): boolean {
  return former.test(text.slice(Math.max(0, start - 60), start)) || renamed.test(text.slice(end, end + 40));
}

/** What is written in place of a mention, with the capital of a sentence that begins with it. */
function adapted(report: Report, mention: Mention, replacement: { readonly text: string; readonly head?: string }) {
  const found = foundText(report, mention);
  const { text, exact } = adaptReplacement(found, mention.form, replacement);
  const block = blockOf(report, mention);
  const begins =
    /^\p{Lu}/u.test(found) &&
    /^\p{Ll}/u.test(text) &&
    !/\p{L}/u.test(block.text.slice(sentenceAt(block, mention.at.start)?.start ?? 0, mention.at.start));
  return { text: begins ? capitalize(text) : text, exact };
}

function replacementOf({ entry, form }: Mention) {
  if (form.replacement !== undefined) return { text: form.replacement };
  return preferredForm(entry, form.language);
}

function admittedForms({ entry, form }: Mention) {
  return entry.forms.filter(
    (other) => other.role === 'admitted' && other.language === form.language && other.class === 'rival',
  );
}

/** The words as a reader sees them, on one line. */
function foundText(report: Report, mention: Mention): string {
  return blockOf(report, mention).text.slice(mention.at.start, mention.at.end).replace(/\s+/g, ' ');
}

/** "an old harbour" needs "a port". */
function articleEdits(report: Report, mention: Mention, replacement: string) {
  if (mention.form.language !== 'en') return [];
  const before = /\b(an?)(\s+)$/i.exec(report.text.slice(Math.max(0, mention.span.start - 8), mention.span.start));
  if (before === null) return [];
  const article = before[1] as string;
  const wanted = /^(?:[aeio]|u(?!ni|se|sa|ti|r[aei]))/i.test(replacement) ? 'an' : 'a';
  if (article.toLowerCase() === wanted) return [];
  const start = mention.span.start - before[0].length;
  const cased = article[0] === 'A' ? `A${wanted.slice(1)}` : wanted;
  return [{ span: { start, end: start + article.length }, text: cased }];
}
