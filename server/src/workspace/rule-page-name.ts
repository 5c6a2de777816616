import type { Locale } from '../core/index.js';

/** The page in English has the rule's name alone, others their language before the ending: `metric-value.zh.md`. */
export function rulePageName(rule: string, locale: Locale): string {
  return `${rule}${locale === 'en' ? '' : `.${locale}`}.md`;
}
