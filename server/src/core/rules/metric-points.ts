import { miscalculations } from './metric-arithmetic.js';
import type { ReportRule } from './rule.js';

/** The change of a share in percent instead of percentage points; 番 and 倍 taken for one another. */
export const metricPoints: ReportRule<undefined> = {
  id: 'metric-points',
  severity: 'warning',
  reads: 'block',
  check: (report) => miscalculations(report, ['points', 'doublings', 'times'], 'metric-points'),
};
