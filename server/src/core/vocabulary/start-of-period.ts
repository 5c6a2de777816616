/** The first day of a period as packs write periods: `2022-07-01` for `2022-Q3`, `2022-04-01` for a fiscal `2022/23`. */
export function startOfPeriod(period: string, fiscalYear = '01-01'): string {
  const [start = '', end = ''] = period.split('/');
  if (/^\d\d$/.test(end)) return `${start}-${fiscalYear}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(start);
  if (quarter !== null) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  return start + '-01-01'.slice(start.length - 4);
}
