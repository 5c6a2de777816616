import type { Locale } from '../../core/index.js';
import { environmentLocale } from '../../workspace/environment-locale.js';

/** The language that a command line asks for, read before its options are known, since help and errors speak it too; else that of the environment. */
export function helpLocale(args: readonly string[]): Locale {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findLastIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const asked = at < 0 ? undefined : (options[at] as string).slice('--locale='.length) || options[at + 1];
  return asked === 'en' || asked === 'zh' ? asked : environmentLocale(process.env);
}
