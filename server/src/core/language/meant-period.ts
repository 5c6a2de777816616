import { daysInMonth } from './calendar.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthName = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';

type Parts = readonly (string | undefined)[];

const two = (number: string | number | undefined) => String(number).padStart(2, '0');
const month = (name = '') => two(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
const half = (year = '', number = '') => (/[1一上]/.test(number) ? `${year}-01/${year}-06` : `${year}-07/${year}-12`);
const quarter = (number = '') => '一二三四'.indexOf(number) + 1 || number;

/** Ways to write a period, each with how a pack writes it. */
const ways: readonly (readonly [way: RegExp, written: (parts: Parts) => string | undefined])[] = [
  [/^(\d{4})年?$/, ([year]) => year],
  [/^(?:FY ?)?(\d{4}) ?[-–/] ?(\d{2}|\d{4})$/i, ([first, second]) => fiscalYear(first, second)],
  [/^(\d{4}) ?[-–—至到~] ?(\d{4})年?$/, ([first, second]) => `${first}/${second}`],
  [/^(\d{4})[ -]?Q([1-4])$/i, ([year, number]) => `${year}-Q${number}`],
  [/^Q([1-4])[ -/]{0,2}(\d{4})$/i, ([number, year]) => `${year}-Q${number}`],
  [/^(\d{4})年?第?([1-4一二三四])季度?$/, ([year, number]) => `${year}-Q${quarter(number)}`],
  [/^(\d{4})[ -]?[HS]([12])$/i, ([year, number]) => half(year, number)],
  [/^[HS]([12])[ -/]{0,2}(\d{4})$/i, ([number, year]) => half(year, number)],
  [/^(\d{4})年([上下])半年$/, ([year, number]) => half(year, number)],
  [/^(\d{4})(?:[./年M-]|-M)(\d{1,2})月?$/, ([year, number]) => `${year}-${two(number)}`],
  [new RegExp(`^${monthName}[ -]?(\\d{4})$`, 'i'), ([name, year]) => `${year}-${month(name)}`],
  [/^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/, ([year, number, day]) => `${year}-${two(number)}-${two(day)}`],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${monthName}[ -](\\d{4})$`, 'i'),
    ([day, name, year]) => `${year}-${month(name)}-${two(day)}`,
  ],
  [
    new RegExp(`^${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i'),
    ([name, day, year]) => `${year}-${month(name)}-${two(day)}`,
  ],
];

/** `2024` and `25`, or `2025`, are the fiscal year `2024/25`. */
function fiscalYear(first = '', second = ''): string | undefined {
  const next = String(Number(first) + 1);
  return second === next || second === next.slice(2) ? `${first}/${next.slice(2)}` : undefined;
}

/**
 * The period, as packs write periods, that was likely meant by another way to write it: `FY2024-25` is `2024/25`,
 * `Q3 2022` and 2022年三季度 are `2022-Q3`, `27 September 2023` is `2023-09-27`. Undefined where there may be two.
 */
export function meantPeriod(text: string): string | undefined {
  const written = text.trim();
  if (written.length > 40) return undefined;
  for (const [way, period] of ways) {
    const match = way.exec(written);
    const meant = match === null ? undefined : period(match.slice(1));
    if (meant !== undefined && isPeriod(meant)) return meant;
  }
  return undefined;
}

function isPeriod(text: string): boolean {
  return text.split('/').every((end) => {
    const [year, monthOf = '01', day = '01'] = end.split('-');
    return monthOf.startsWith('Q') || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(monthOf), Number(year)));
  });
}
