import { deprecatedFormRule } from './deprecated-form.js';

/** A form that the pack lists as deprecated, of any kind but organizations. */
export const termDeprecated = deprecatedFormRule('term-deprecated', 'warning', ({ kind }) => kind !== 'organizations');
