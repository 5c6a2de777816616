import { judgedClaimRule } from './judged-claim.js';

/** The record of another period. */
export const metricPeriod = judgedClaimRule('metric-period', 'error');
