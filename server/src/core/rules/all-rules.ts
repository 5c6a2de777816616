import { acronymUndefined } from './acronym-undefined.js';
import { countMismatch } from './count-mismatch.js';
import { formulationForeign } from './formulation-foreign.js';
import { formulationIncomplete } from './formulation-incomplete.js';
import { formulationOrder } from './formulation-order.js';
import { frontMatterInvalid } from './front-matter-invalid.js';
import { organizationName } from './organization-name.js';
import { organizationSuperseded } from './organization-superseded.js';
import { placeholderUnfilled } from './placeholder-unfilled.js';
import type { Rule } from './rule.js';
import { sectionEmpty } from './section-empty.js';
import { sectionMissing } from './section-missing.js';
import { sectionOrder } from './section-order.js';
import { suppressionInvalidRule } from './suppression-invalid.js';
import { suppressionUnused } from './suppression-unused.js';
import { taskForeign } from './task-foreign.js';
import { taskMissing } from './task-missing.js';
import { taskParaphrased } from './task-paraphrased.js';
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
  formulationIncomplete,
  formulationOrder,
  formulationForeign,
  countMismatch,
  sectionMissing,
  sectionOrder,
  sectionEmpty,
  frontMatterInvalid,
  placeholderUnfilled,
  suppressionUnused,
  suppressionInvalidRule(() => allRules.map(({ id }) => id)),
] as readonly Rule[];
