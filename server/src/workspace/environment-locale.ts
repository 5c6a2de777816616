import type { Locale } from '../core/index.js';

/** The language of messages that the environment asks for, in the order of POSIX. */
export function environmentLocale(environment: NodeJS.ProcessEnv): Locale {
  const asked = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/i.test(asked) ? 'zh' : 'en';
}
