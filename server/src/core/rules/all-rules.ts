import { acronymUndefined } from './acronym-undefined.js';
import { countMismatch } from './count-mismatch.js';
import { dateImpossible } from './date-impossible.js';
import { eventDate } from './event-date.js';
import { formulationForeign } from './formulation-foreign.js';
import { formulationIncomplete } from './formulation-incomplete.js';
import { formulationOrder } from './formulation-order.js';
import { frontMatterInvalid } from './front-matter-invalid.js';
import { metricArithmetic } from './metric-arithmetic.js';
import { metricComparator } from './metric-comparator.js';
import { metricConfused } from './metric-confused.js';
import { metricInconsistent } from './metric-inconsistent.js';
import { metricPeriod } from './metric-period.js';
import { metricPoints } from './metric-points.js';
import { metricRank } from './metric-rank.js';
import { metricStale } from './metric-stale.js';
import { metricUndated } from './metric-undated.js';
import { metricUnit } from './metric-unit.js';
import { metricUnsourced } from './metric-unsourced.js';
import { metricValue } from './metric-value.js';
import { organizationName } from './organization-name.js';
import { organizationSuperseded } from './organization-superseded.js';
import { personName } from './person-name.js';
import { personTitle } from './person-title.js';
import { placeholderUnfilled } from './placeholder-unfilled.js';
import { quoteAltered } from './quote-altered.js';
import { quoteUnattributed } from './quote-unattributed.js';
import type { Rule } from './rule.js';
import { sectionEmpty } from './section-empty.js';
import { sectionMissing } from './section-missing.js';
import { sectionOrder } from './section-order.js';
import { summaryUnsupported } from './summary-unsupported.js';
import { suppressionInvalidRule } from './suppression-invalid.js';
import { suppressionUnused } from './suppression-unused.js';
import { targetAchieved } from './target-achieved.js';
import { targetDate } from './target-date.js';
import { targetDegree } from './target-degree.js';
import { targetValue } from './target-value.js';
import { taskForeign } from './task-foreign.js';
import { taskMissing } from './task-missing.js';
import { taskParaphrased } from './task-paraphrased.js';
import { taskUnsupported } from './task-unsupported.js';
import { termDeprecated } from './term-deprecated.js';
import { termInconsistent } from './term-inconsistent.js';
import { termMisspelt } from './term-misspelt.js';

/** Every rule. The order is that of findings at one place. */
export const allRules: readonly Rule[] = [
  termDeprecated,
  termInconsistent,
  termMisspelt,
  acronymUndefined,
  organizationName,
  organizationSuperseded,
  taskMissing,
  taskParaphrased,
  taskForeign,
  taskUnsupported,
  metricValue,
  metricUnit,
  metricPeriod,
  metricComparator,
  metricConfused,
  metricRank,
  metricUndated,
  metricStale,
  metricInconsistent,
  metricArithmetic,
  metricPoints,
  formulationIncomplete,
  formulationOrder,
  formulationForeign,
  countMismatch,
  dateImpossible,
  sectionMissing,
  sectionOrder,
  sectionEmpty,
  frontMatterInvalid,
  targetDate,
  targetValue,
  targetDegree,
  targetAchieved,
  eventDate,
  personTitle,
  personName,
  quoteAltered,
  quoteUnattributed,
  summaryUnsupported,
  metricUnsourced,
  placeholderUnfilled,
  suppressionUnused,
  suppressionInvalidRule(() => allRules.map(({ id }) => id)),
] as readonly Rule[];
