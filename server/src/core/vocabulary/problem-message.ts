import { en } from '../messages/en.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Problem } from './problem.js';

/** What is wrong with a pack or a config, and what it should be. */
export function problemMessage(problem: Problem, locale: Locale): string {
  const { expected } = problem.values;
  if (typeof expected !== 'string') return render(problem.messageId, problem.values, locale);
  return render(problem.messageId, { ...problem.values, expected: expectationText(expected, locale) }, locale);
}

function expectationText(expected: string, locale: Locale): string {
  if (expected.startsWith('^\\d{4}')) return render('expected.date', {}, locale);
  if (expected.startsWith('^[-+]')) return render('expected.number', {}, locale);
  const options = expected.split('|');
  if (!options.every((option) => /^[\w-]+$/.test(option))) return expected;
  const named = options.map((option) =>
    `expected.${option}` in en ? render(`expected.${option}`, {}, locale) : option,
  );
  return named.length === 1 ? (named[0] as string) : render('expected.one-of', { values: named.join(', ') }, locale);
}
