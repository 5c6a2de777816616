import type { Values } from '../messages/message.js';
import { meantValue } from './meant-value.js';
import { meaning } from './problem.js';
import type { SchemaError } from './schemas.generated.js';

/** What the schema wants, as a key of the messages or as its own values. */
export function expectationOf(error: SchemaError): string {
  if (error.definition) return error.definition;
  switch (error.keyword) {
    case 'type':
      return [error.params.type].flat().join('|');
    case 'enum':
      return (error.params.allowedValues as unknown[]).filter((value) => value !== false).join('|');
    case 'const':
      return String(error.params.allowedValue);
    case 'maxLength':
      return 'formText';
    case 'pattern':
      return String(error.params.pattern);
    default:
      return error.message ?? error.keyword;
  }
}

/** Longer values are not repeated in what is said of them. */
const shownLength = 40;

/** What is said of a value that is not as the schema wants it. */
export function wrongType(field: string, expected: string, found: unknown): Values {
  const isShown = typeof found === 'number' || (typeof found === 'string' && found.trim() !== '');
  const shown = isShown && String(found).length <= shownLength ? { found: String(found) } : {};
  return { field, expected, ...shown, ...meaning(meantValue(expected, found)) };
}
