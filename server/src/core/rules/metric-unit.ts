import { judgedClaimRule } from './judged-claim.js';

/** The record's own digits, in another currency. */
export const metricUnit = judgedClaimRule('metric-unit', 'error');
