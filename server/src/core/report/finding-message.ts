import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import { visible } from '../text/visible.js';
import type { Citation, Finding, Fix } from './finding.js';
import type { Unread } from './report.js';

/** What was found, what was expected, why, and on what basis, in one line. */
export function findingMessage(finding: Finding, locale: Locale): string {
  const parts = [findingVerdict(finding, locale)];
  const reason = findingReason(finding);
  if (reason !== undefined) parts.push(render('reason', { reason: trimStop(reason) }, locale));
  const basis = findingBasis(finding, locale);
  if (basis !== undefined) parts.push(render('basis', { basis }, locale));
  return parts.join(locale === 'zh' ? '' : ' ');
}

/** What was found and what was expected: "“quay current” is a deprecated form; write “shore power”." */
export function findingVerdict(finding: Finding, locale: Locale): string {
  return render(finding.messageId, finding.values, locale);
}

/** Why, in the words of the pack. */
export function findingReason(finding: Finding): string | undefined {
  const { reason } = finding.values;
  return typeof reason === 'string' ? visible(reason) : undefined;
}

/** "Port Office, 2024-01-15": the sources that it rests on, two at most, or else the pack. */
export function findingBasis(finding: Finding, locale: Locale): string | undefined {
  if (finding.basis.length > 0)
    return finding.basis
      .slice(0, 2)
      .map((each) => citationText(each, locale))
      .join(locale === 'zh' ? '；' : '; ');
  if (finding.entry === undefined) return undefined;
  return render('basis.pack', { pack: finding.entry.split('/', 1)[0] as string }, locale);
}

/** "Harbour Press, 2023-09-27": the publisher, else the title, and the date. */
export function citationText(citation: Citation, locale: Locale): string {
  const comma = locale === 'zh' ? '，' : ', ';
  return visible(
    [citation.publisher ?? citation.title, citation.date].filter((part) => part !== undefined).join(comma),
  );
}

function trimStop(text: string): string {
  return text.replace(/[.。]\s*$/, '');
}

export function fixTitle(fix: Fix, locale: Locale): string {
  return render(fix.messageId, fix.values, locale);
}

/** "Not read: an equation that never closes." */
export function unreadMessage(unread: Unread, locale: Locale): string {
  return render('unread', { reason: unreadReason(unread, locale) }, locale);
}

/** "an equation that never closes" */
export function unreadReason(unread: Unread, locale: Locale): string {
  switch (unread.reason) {
    case 'too-long':
      return render('unread.too-long', { maxLength: unread.maxLength }, locale);
    case 'foreign-script':
      return render('unread.foreign-script', { script: render(`script.${unread.script}`, {}, locale) }, locale);
    case 'foreign-language': {
      const language = languageName(unread.language, locale) ?? render('language.unknown', {}, locale);
      return render('unread.foreign-language', { language }, locale);
    }
    case 'unclosed':
      return render('unread.unclosed', { construct: render(`construct.${unread.construct}`, {}, locale) }, locale);
    default:
      return render(`unread.${unread.reason}`, {}, locale);
  }
}

/** "French"; undefined for a language that nobody knows. */
function languageName(language: string, locale: Locale): string | undefined {
  if (language === 'und') return undefined;
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language);
  } catch {
    // No tag of a language: the writer's own word.
    return language;
  }
}
