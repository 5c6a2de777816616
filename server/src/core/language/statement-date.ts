const years =
  /(?:\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+)?(?<![\d.,])((?:1[5-9]|20)\d\d)(?:年(\d{1,2})月|(?=年|(?![\d,]|\.\d)))/g;
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * The day as of which a sentence speaks: the year or month that it names, if that lies before the report's date
 * (`2003`, `2003-07`), else the report's date.
 */
export function statementDate(sentence: string, reportDate: string | undefined): string | undefined {
  const past = [...sentence.matchAll(years)]
    .map(([, name, year, number]) => {
      const month = name === undefined ? number : String(months.indexOf(name) / 3 + 1);
      return month === undefined ? (year as string) : `${year}-${month.padStart(2, '0')}`;
    })
    .filter((day) => reportDate === undefined || day < reportDate.slice(0, Math.min(day.length, 7)));
  return past.sort().at(-1) ?? reportDate;
}
