import { formulationIncomplete } from './formulation-incomplete.js';
import { organizationName } from './organization-name.js';
import type { Rule } from './rule.js';
import { sectionMissing } from './section-missing.js';
import { suppressionUnused } from './suppression-unused.js';
import { taskMissing } from './task-missing.js';
import { termDeprecated } from './term-deprecated.js';

/** Every rule. The order is that of findings at one place. */
export const allRules: readonly Rule[] = [
  termDeprecated,
  organizationName,
  taskMissing,
  formulationIncomplete,
  sectionMissing,
  suppressionUnused,
] as readonly Rule[];
