/** A period in words: "the third quarter of 2022", 2022年7月; others as packs write them. */
export function shownPeriod(period: string, language: string): string {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(period) ?? [];
  // The three months of a quarter, as a pack or a text may write them.
  const [, of, first, last] = /^(\d{4})-(0[147]|10)(?:-01)?\/\1-(0[369]|12)(?:-3[01])?$/.exec(period) ?? [];
  if (Number(last) - Number(first) === 2) return shownPeriod(`${of}-Q${(Number(first) + 2) / 3}`, language);
  if (year === undefined) return period;
  const number = Number(quarter ?? month ?? 1) - 1;
  if (language === 'zh') {
    const part = quarter === undefined ? month && `${number + 1}月` : `第${'一二三四'[number]}季度`;
    return `${year}年${part ?? ''}`;
  }
  if (quarter !== undefined) return `the ${['first', 'second', 'third', 'fourth'][number]} quarter of ${year}`;
  return month === undefined ? year : `${months[number]} ${year}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');
