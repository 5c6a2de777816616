import { judgedClaimRule } from './judged-claim.js';

/** A value that no record of its metric, period and region admits. */
export const metricValue = judgedClaimRule('metric-value', 'error');
