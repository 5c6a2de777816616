import { deprecatedFormRule } from './deprecated-form.js';

/** A wrong form of an official name that the pack lists. */
export const organizationName = deprecatedFormRule(
  'organization-name',
  'error',
  ({ kind }) => kind === 'organizations',
);
