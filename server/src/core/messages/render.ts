import { shownPeriod, shownWhen } from '../language/shown-period.js';
import { visible } from '../text/visible.js';
import { en, type MessageId } from './en.js';
import type { Locale, Named, PlainValue, Value, Values } from './message.js';
import { zh } from './zh.js';

const templates: Readonly<Record<Locale, Readonly<Record<MessageId, string>>>> = { en, zh };

const formatted = /\{([\w-]+)(?:, (\w+))?\}/g;

/**
 * A template with its values, which may be put in words: `{later, period}` "July 2022", `{ended, when}` "in July 2022",
 * `{expected, figure}` a
 * figure in marks where it is in another language's words, `{tasks, quoted}` each item of a list in marks, `{tasks, fitting}` as many of them as a
 * first line has room for, `{rank, ordinal}` "third", `{years, years}` "13 years", `{listed, items}` "3 items"; `{detail,
 * message}` is the message of that id with the same values. A line after the first that names a value which is not there
 * is left out, and one with `{tasks, cut}`, which is all of a list, where the first line had room for it. A message that no template has is shown as its id.
 */
export function render(messageId: string, values: Values, locale: Locale): string {
  const template = templates[locale][messageId as MessageId] ?? messageId;
  const [first = '', ...others] = template.split('\n');
  const lines = others.filter((line) =>
    [...line.matchAll(formatted)].every(
      ([, name = '', format]) => name in values && (format !== 'cut' || isCut(inLocale(values[name], locale))),
    ),
  );
  return [first, ...lines].map((line) => fill(line, values, locale)).join('\n');
}

function fill(line: string, values: Values, locale: Locale): string {
  return line.replace(formatted, (whole, name: string, format: string | undefined) => {
    const value = inLocale(values[name], locale);
    if (value === undefined) return whole;
    return format === 'message' ? render(String(value), values, locale) : inWords(value, format, locale);
  });
}

/** Whether a figure is in the words of another language, as one to write into the report may be: "2.94 billion pounds" in Chinese. */
function isForeign(figure: string, locale: Locale): boolean {
  const isHan = /\p{Script=Han}/u.test(figure);
  return locale === 'zh' ? !isHan && /[ ][a-z]{2}/i.test(figure) : isHan;
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

function inWords(value: PlainValue, format: string | undefined, locale: Locale): string {
  switch (format) {
    case 'period':
      return shownPeriod(visible(String(value)), locale);
    case 'when':
      return shownWhen(visible(String(value)), locale);
    case 'figure':
      return isForeign(String(value), locale) ? quoted([String(value)], locale) : show(value, locale);
    case 'fitting':
      return typeof value === 'object' ? fitting(value, locale) : quoted([String(value)], locale);
    case 'quoted':
    case 'cut':
      return quoted(typeof value === 'object' ? value : [String(value)], locale);
    case 'ordinal':
      if (locale === 'zh') return value === 1 ? '首位' : `第${value}位`;
      return ordinals[Number(value) - 1] ?? `number ${value}`;
    case 'items':
      return locale === 'zh' ? `${value}项` : `${value} item${value === 1 ? '' : 's'}`;
    case 'years':
      return locale === 'zh' ? `${value}年` : `${value} year${value === 1 ? '' : 's'}`;
    default:
      return show(value, locale);
  }
}

/** A value as a message in a language says it: of names, the one in that language, or else the first. */
export function inLocale(value: Value | undefined, locale: Locale): PlainValue | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return value as PlainValue | undefined;
  const names = value as Named;
  return names[locale] ?? Object.values(names)[0];
}

/** Values as `inLocale` says each. */
export function valuesIn(values: Values, locale: Locale): Readonly<Record<string, PlainValue>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, inLocale(value, locale) as PlainValue]),
  );
}

function show(value: PlainValue, locale: Locale): string {
  if (typeof value === 'string') return visible(value);
  if (typeof value === 'number') return locale === 'en' ? value.toLocaleString('en') : String(value);
  // Han words are joined as Han is, whatever the message's language.
  return joinList(value.map(visible), value.some((item) => /\p{Script=Han}/u.test(item)) ? 'zh' : locale, false);
}

/** “a”, “b” and “c”; “甲”“乙”“丙”: between marks Chinese has no comma. */
function quoted(items: readonly string[], locale: Locale): string {
  const inMarks = items.map((item) => `“${visible(item)}”`);
  return locale === 'zh' ? inMarks.join('') : joinList(inMarks, locale, false);
}

/** How many names a first line has room for behind what it says, one at least; an ideograph is as wide as two letters. */
function fittingCount(items: readonly string[]): number {
  let width = 0;
  const cut = items.findIndex((item, i) => {
    width += item.length + (item.match(/\p{Script=Han}/gu)?.length ?? 0) + 4;
    return i > 0 && width > 75;
  });
  return cut < 0 ? items.length : cut;
}

function isCut(value: PlainValue | undefined): boolean {
  return typeof value === 'object' && fittingCount(value) < value.length;
}

/** “a”, “b” and 3 more; “甲”“乙”等. */
function fitting(items: readonly string[], locale: Locale): string {
  const count = fittingCount(items);
  const left = items.length - count;
  if (left === 0) return quoted(items, locale);
  const shown = items.slice(0, count);
  return locale === 'zh'
    ? `${quoted(shown, locale)}等`
    : `${shown.map((item) => quoted([item], locale)).join(', ')} and ${left} more`;
}

/** "a, b and c"; with a serial comma "a, b, and c"; a、b、c in Chinese. */
export function joinList(items: readonly string[], language: string, serialComma: boolean): string {
  if (language === 'zh') return items.join('、');
  if (items.length < 3) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}${serialComma ? ',' : ''} and ${items.at(-1)}`;
}

/** Text that a fix puts into a report, in the report's language. */
export function stubText(
  stub: 'task' | 'title' | 'section' | 'section-optional' | 'value' | 'source' | 'metric',
  language: string,
  values: Values = {},
): string {
  return render(`stub.${stub}`, values, language === 'zh' ? 'zh' : 'en');
}
