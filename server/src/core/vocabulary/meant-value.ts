import { nearest } from '../language/edit-distance.js';
import { meantLanguage } from '../language/language-tags.js';
import { meantPeriod } from '../language/meant-period.js';

/** What was likely meant by a value that is not what a schema wants; `expected` is the schema's definition or its values, `a|b`. */
export function meantValue(expected: string, found: unknown): string | undefined {
  if (typeof found !== 'string' && typeof found !== 'number') return undefined;
  const text = String(found);
  switch (expected) {
    case 'language':
      return meantLanguage(text);
    case 'period':
      return meantPeriod(text);
    case 'date': {
      const meant = meantPeriod(text);
      return meant !== undefined && /^[\d-]+$/.test(meant) ? meant : undefined;
    }
    default:
      return expected.includes('|') ? nearest(text, expected.split('|')) : undefined;
  }
}
