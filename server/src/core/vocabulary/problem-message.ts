import { en } from '../messages/en.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Problem } from './problem.js';

/** What is wrong with a pack or a config; on lines of their own what it should be, and which name was likely meant. */
export function problemMessage(problem: Pick<Problem, 'messageId' | 'values'>, locale: Locale): string {
  const { expected, meant, found } = problem.values;
  const values =
    typeof expected === 'string' ? { ...problem.values, expected: expectationText(expected, locale) } : problem.values;
  const withFound = `${problem.messageId}.found`;
  const message = render(found !== undefined && withFound in en ? withFound : problem.messageId, values, locale);
  if (typeof meant !== 'string' || templateUses(problem.messageId, 'meant')) return message;
  return `${message}\n${render('did-you-mean', { meant }, locale)}`;
}

function templateUses(messageId: string, name: string): boolean {
  return (en as Readonly<Record<string, string>>)[messageId]?.includes(`{${name}}`) === true;
}

function expectationText(expected: string, locale: Locale): string {
  const options = expected.split('|');
  if (!options.every((option) => /^[\w-]+$/.test(option))) return expected;
  const named = options.map((option) =>
    `expected.${option}` in en ? render(`expected.${option}`, {}, locale) : option,
  );
  const last = named.pop() ?? '';
  const values = named.join(locale === 'zh' ? '、' : ', ');
  return named.length === 0 ? last : render('expected.one-of', { values, last }, locale);
}
