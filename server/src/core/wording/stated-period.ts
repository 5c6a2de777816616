import { shownPeriod, shownWhen } from '../language/shown-period.js';
import { writingIn } from '../quantities/tables/writings.js';
import type { Language } from '../vocabulary/model.js';

const isFiscal = (period: string) => /^\d{4}\/\d\d$/.test(period);
const areYears = (period: string) => /^\d{4}\/\d{4}$/.test(period);

/** A period in words, a fiscal year as it is read: 2022, 2022/23年度. */
export function periodIn(period: string, language: Language): string {
  return isFiscal(period) && language === 'zh' ? whenIn(period, language) : shownPeriod(period, language);
}

/** The same behind what it dates: "in 2022", "from 2018 to 2022". */
export function whenIn(period: string, language: Language): string {
  const { when } = writingIn(language);
  if (isFiscal(period)) return when.fiscalYear.replace('{}', period);
  if (areYears(period)) return when.years.replace('{}', shownPeriod(period, language));
  return shownWhen(period, language);
}

/** The moment at the end of a period: "at the end of 2022", 2022年底. */
export function endIn(period: string, language: Language): string {
  const { when } = writingIn(language);
  return (/^\d{4}$/.test(period) ? when.endOfYear : when.endOfPeriod).replace('{}', shownPeriod(period, language));
}
