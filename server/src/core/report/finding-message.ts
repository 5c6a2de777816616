import { shownPeriod } from '../language/shown-period.js';
import type { Locale } from '../messages/message.js';
import { inLocale, render } from '../messages/render.js';
import { visible } from '../text/visible.js';
import { citationIn } from './citations.js';
import type { Citation, Finding, Fix } from './finding.js';
import type { Unread } from './report.js';

/** A finding in whole: the verdict on the first line, and behind it the notes and the basis, a line each. */
export function findingMessage(finding: Finding, locale: Locale): string {
  const basis = findingBasis(finding, locale);
  return [
    findingVerdict(finding, locale),
    ...findingNotes(finding, locale),
    ...(basis === undefined ? [] : [basis]),
  ].join('\n');
}

/** What is wrong, on one line: "“quay current” is deprecated: write “shore power”". */
export function findingVerdict(finding: Finding, locale: Locale): string {
  return linesOf(finding, locale)[0] as string;
}

/** What the message says beyond the verdict, a sentence a line: what was expected, and the way out. */
export function findingDetails(finding: Finding, locale: Locale): readonly string[] {
  return linesOf(finding, locale).slice(1);
}

/** What follows the verdict, a line each: the details, then "Reason: …". */
export function findingNotes(finding: Finding, locale: Locale): readonly string[] {
  const reason = findingReason(finding, locale);
  return [
    ...findingDetails(finding, locale),
    ...(reason === undefined ? [] : [render('reason', { reason: trimStop(reason) }, locale)]),
  ];
}

/** The lines of a template; values have none. */
function linesOf({ messageId, values }: Finding, locale: Locale): readonly string[] {
  return render(messageId, values, locale).split('\n');
}

/** Why, in the words of the pack: those in the message's language, or else the first. */
export function findingReason(finding: Finding, locale: Locale): string | undefined {
  const reason = inLocale(finding.values.reason, locale);
  return typeof reason === 'string' ? visible(reason) : undefined;
}

/** "Basis: Port Office, Rules of the port, 15 January 2024": the sources that it rests on, two at most. */
export function findingBasis({ basis }: Finding, locale: Locale): string | undefined {
  if (basis.length === 0) return undefined;
  const cited = basis.slice(0, 2).map((each) => citationText(citationIn(each, locale), locale));
  return render('basis', { basis: cited.join(locale === 'zh' ? '；' : '; ') }, locale);
}

/**
 * "Harbour Press, The harbour opens, 27 September 2023". The title is in no marks: in packs it is as often a description.
 */
export function citationText({ publisher, title, date }: Citation, locale: Locale): string {
  return joined([...(publisher === undefined || publisher === title ? [] : [publisher]), title], date, locale);
}

/** "Harbour Press, 27 September 2023": the publisher, else the title, and the date. */
export function shortCitation({ publisher, title, date }: Citation, locale: Locale): string {
  return joined([publisher ?? title], date, locale);
}

function joined(names: readonly string[], date: string | undefined, locale: Locale): string {
  const parts = [...names, ...(date === undefined ? [] : [shownPeriod(date, locale)])];
  return visible(parts.join(locale === 'zh' ? '，' : ', '));
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
