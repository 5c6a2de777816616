const years = /(?<![\d.,])(?:1[5-9]|20)\d\d(?=年|(?![\d,]|\.\d))/g;

/**
 * The day as of which a sentence speaks: the year that it names, if that lies before the report's date (`2003`), else
 * the report's date.
 */
export function statementDate(sentence: string, reportDate: string | undefined): string | undefined {
  const past = (sentence.match(years) ?? []).filter(
    (year) => reportDate === undefined || year < reportDate.slice(0, 4),
  );
  return past.sort().at(-1) ?? reportDate;
}
