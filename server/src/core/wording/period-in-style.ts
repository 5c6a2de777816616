import { readQuantities } from '../quantities/index.js';
import { allWritings } from '../quantities/tables/writings.js';

/**
 * Another period in the style of one as written: 2022年 for 2021年, "Q3 2022" for "Q3 2021", "FY2022-23" for
 * "FY2021-22", 二〇二二年 for 二〇二一年. Undefined where it would not read as the period that is meant.
 */
export function periodInStyle(
  written: string,
  from: string,
  to: string,
  options: NonNullable<Parameters<typeof readQuantities>[1]>,
): string | undefined {
  const [a, b] = [from, to].map((period) => /^(\d{4})(?:\/(\d\d)|-Q([1-4])|-(\d\d))?$/.exec(period));
  if (a === null || b === null || a === undefined || b === undefined) return undefined;
  if ([2, 3, 4].some((part) => (a[part] === undefined) !== (b[part] === undefined))) return undefined;
  let text = replaceYear(written, a[1] as string, b[1] as string);
  if (a[2] !== undefined) {
    // "2021/22", "2021-2022"
    const ends = [a, b].map(([, year, end]) => [`${String(Number(year) + 1)}`, end as string]) as [string[], string[]];
    text = text.replace(/(\d{4}\D{1,4})(\d{4}|\d\d)(?!\d)/g, (match, lead: string, end: string) => {
      const style = ends[0].indexOf(end);
      return style < 0 ? match : lead + ends[1][style];
    });
  }
  const swap = (names: readonly string[], part: number) => {
    const [x, y] = [a[part], b[part]].map((value) => Number(value) - 1) as [number, number];
    const [was, name] = [names[x], names[y]] as [string, string];
    const start = text.toLowerCase().indexOf(was.toLowerCase());
    if (start < 0) return;
    const end = start + was.length;
    const isCapital = /^\p{Lu}/u.test(text.slice(start, end));
    text = text.slice(0, start) + (isCapital ? name[0]?.toUpperCase() + name.slice(1) : name) + text.slice(end);
  };
  if (a[3] !== undefined && a[3] !== b[3]) {
    const marked = [1, 2, 3, 4].map((quarter) => `Q${quarter}`);
    for (const names of [marked, ...allWritings.flatMap(({ quarters }) => quarters)]) swap(names, 3);
  }
  if (a[4] !== undefined && a[4] !== b[4]) {
    for (const { months } of allWritings) swap(months, 4);
  }
  const [period, ...others] = readQuantities(text, options).periods;
  return text !== written && period?.period === to && others.length === 0 ? text : undefined;
}

/** In digits, full-width digits or Han numerals, as it was. */
function replaceYear(text: string, from: string, to: string): string {
  const wide = (year: string) => year.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const own = (digits: string, zero: string) => (year: string) =>
    year.replace(/\d/g, (digit) => (digit === '0' ? zero : (digits[Number(digit)] as string)));
  const styles = [
    (year: string) => year,
    wide,
    ...allWritings.flatMap(({ digits }) =>
      digits === undefined ? [] : ['〇', '零', '○', 'Ｏ'].map((zero) => own(digits, zero)),
    ),
  ];
  for (const style of styles) if (text.includes(style(from))) return text.replace(style(from), style(to));
  return text;
}
