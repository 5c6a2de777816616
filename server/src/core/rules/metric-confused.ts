import { judgedClaimRule } from './judged-claim.js';

/** The record of a sister metric. */
export const metricConfused = judgedClaimRule('metric-confused', 'error');
