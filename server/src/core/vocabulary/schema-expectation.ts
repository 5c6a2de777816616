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
