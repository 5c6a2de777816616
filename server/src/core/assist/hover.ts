import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import { progressOf, progressText } from '../owed/progress.js';
import type { Finding } from '../report/finding.js';
import type { Mention, Report } from '../report/report.js';
import { preferredForm } from '../vocabulary/preferred-form.js';
import type { Hover } from './answers.js';
import { describeEntry } from './describe-entry.js';
import { hoverOnNumber } from './hover-on-number.js';
import { mentionAt } from './mention-at.js';
import { plainText } from './plain-text.js';

/**
 * What the vocabulary knows of the number or the words at an offset; undefined where they name no entry. Of what one of
 * the findings that are shown there says already, nothing is said again.
 */
export function hoverAt(
  report: Report,
  offset: number,
  locale: Locale,
  findings: readonly Finding[] = [],
): Hover | undefined {
  const shown = findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  const number = hoverOnNumber(report, offset, locale, shown);
  if (number !== undefined) return number.markdown === '' ? undefined : number;
  const mention = mentionAt(report, offset);
  const title = progressOnTitle(report, offset, locale);
  if (mention === undefined) return title;
  const parts = report.mentions
    .filter(({ span }) => span.start === mention.span.start && span.end === mention.span.end)
    .map(({ entry, form }) => {
      const finding = shown.find((each) => each.entry === entry.fullName);
      const { vocabulary } = report;
      return finding === undefined
        ? [describeForm({ entry, form }, locale), describeEntry(entry, form.language, vocabulary, locale)]
        : [describeEntry(entry, form.language, vocabulary, locale, finding)];
    })
    .map((descriptions) => descriptions.filter((part) => part !== '').join('\n\n'))
    .filter((part) => part !== '');
  if (title !== undefined) parts.push(title.markdown);
  return parts.length === 0 ? undefined : { span: mention.span, markdown: parts.join('\n\n---\n\n') };
}

/** On the title of a report that owes something: how far it is. */
function progressOnTitle(report: Report, offset: number, locale: Locale): Hover | undefined {
  const title = report.sections[0];
  const span = report.prose.blocks[title?.heading ?? -1]?.span;
  if (title?.depth !== 1 || span === undefined || offset < span.start || span.end < offset) return undefined;
  if (report.type === undefined && report.tasks === undefined) return undefined;
  const markdown = progressText(progressOf(report), locale);
  return markdown === '' ? undefined : { span, markdown };
}

/** Whether the form that was written is the one to write. */
function describeForm({ entry, form }: Pick<Mention, 'entry' | 'form'>, locale: Locale): string {
  const expected = form.replacement ?? preferredForm(entry, form.language)?.text;
  if (expected === undefined || form.role === 'preferred') return '';
  if (form.role === 'deprecated') return render('hover.deprecated', { expected: plainText(expected) }, locale);
  return form.class === 'rival' && form.role === 'admitted'
    ? render('hover.admitted', { expected: plainText(expected) }, locale)
    : '';
}
