import type { Locale } from '../../core/index.js';

/** The language that a command line asks for, read before its options are known, since help and errors speak it too. */
export function helpLocale(args: readonly string[]): Locale | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findLastIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  if (at < 0) return undefined;
  const asked = (options[at] as string).slice('--locale='.length) || options[at + 1];
  return asked === 'en' || asked === 'zh' ? asked : undefined;
}
