import type { Locale } from '../../../core/index.js';
import { english } from './en.js';
import type { PackWording } from './pack-wording.js';
import { chinese } from './zh.js';

export function packWording(locale: Locale): PackWording {
  return locale === 'zh' ? chinese : english;
}
