import type { Locale } from '../../core/index.js';
import { english } from './en.js';
import type { HelpTexts } from './text-types.js';
import { chinese } from './zh.js';

export function helpTexts(locale: Locale): HelpTexts {
  return locale === 'zh' ? chinese : english;
}
