import { judgedClaimRule } from './judged-claim.js';

/** The recorded number with its hedge reversed, or made exact. */
export const metricComparator = judgedClaimRule('metric-comparator', 'warning');
