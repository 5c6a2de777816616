import { sentencesOf } from './sentences.js';

const years = /(?<![\d.,])(?:1[5-9]|20)\d\d(?=年|(?![\d,]|\.\d))/g;

/**
 * The day as of which a place of a text speaks: the year that its sentence names, if that lies before the report's
 * date (`2003`), else the report's date.
 */
export function statementDate(text: string, offset: number, reportDate: string | undefined): string | undefined {
  const sentence = sentencesOf(text).find((span) => span.start <= offset && offset < span.end);
  const named = sentence === undefined ? [] : (text.slice(sentence.start, sentence.end).match(years) ?? []);
  const past = named.filter((year) => reportDate === undefined || year < reportDate.slice(0, 4));
  return past.sort().at(-1) ?? reportDate;
}
