import type { Citation, Finding, Fix } from '../lint/finding.js';
import type { Unread } from '../lint/report.js';
import type { Problem } from '../vocabulary/problem.js';
import { en, type MessageId } from './en.js';
import type { Locale, Value, Values } from './message.js';
import { zh } from './zh.js';

const templates: Readonly<Record<Locale, Readonly<Record<MessageId, string>>>> = { en, zh };

/** A template with its values. A message that no template has is shown as its id. */
export function render(messageId: string, values: Values, locale: Locale): string {
  const template = templates[locale][messageId as MessageId] ?? messageId;
  return template.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : show(value, locale);
  });
}

function show(value: Value, locale: Locale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return locale === 'en' ? value.toLocaleString('en') : String(value);
  // Han words are joined as Han is, whatever the message's language.
  return joinList(value, value.some((item) => /\p{Script=Han}/u.test(item)) ? 'zh' : locale, false);
}

/** "a, b and c"; with a serial comma "a, b, and c"; a、b、c in Chinese. */
export function joinList(items: readonly string[], language: string, serialComma: boolean): string {
  if (language === 'zh') return items.join('、');
  if (items.length < 3) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}${serialComma ? ',' : ''} and ${items.at(-1)}`;
}

/** What was found, what was expected, and on what basis, in one line. */
export function findingMessage(finding: Finding, locale: Locale): string {
  const parts = [render(finding.messageId, finding.values, locale)];
  const reason = finding.values.reason;
  if (reason !== undefined) parts.push(render('reason', { reason: trimStop(show(reason, locale)) }, locale));
  const basis = basisText(finding, locale);
  if (basis !== undefined) parts.push(render('basis', { basis }, locale));
  return parts.join(locale === 'zh' ? '' : ' ');
}

function basisText(finding: Finding, locale: Locale): string | undefined {
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
  return [citation.publisher ?? citation.title, citation.date].filter((part) => part !== undefined).join(comma);
}

function trimStop(text: string): string {
  return text.replace(/[.。]\s*$/, '');
}

export function fixTitle(fix: Fix, locale: Locale): string {
  return render(fix.messageId, fix.values, locale);
}

export function unreadMessage(unread: Unread, locale: Locale): string {
  return render(`unread.${unread.reason}`, { maxLength: unread.maxLength ?? 0 }, locale);
}

/** What is wrong with a pack or a config, and what it should be. */
export function problemMessage(problem: Problem, locale: Locale): string {
  const { expected } = problem.values;
  if (typeof expected !== 'string') return render(problem.messageId, problem.values, locale);
  return render(problem.messageId, { ...problem.values, expected: expectationText(expected, locale) }, locale);
}

function expectationText(expected: string, locale: Locale): string {
  if (expected.startsWith('^\\d{4}')) return render('expected.date', {}, locale);
  const options = expected.split('|');
  if (!options.every((option) => /^[\w-]+$/.test(option))) return expected;
  const named = options.map((option) =>
    `expected.${option}` in en ? render(`expected.${option}`, {}, locale) : option,
  );
  return named.length === 1 ? (named[0] as string) : render('expected.one-of', { values: named.join(', ') }, locale);
}

/** Text that a fix puts into a report, in the report's language. */
export function stubText(stub: 'task' | 'section', language: string, values: Values = {}): string {
  return render(`stub.${stub}`, values, language === 'zh' ? 'zh' : 'en');
}
