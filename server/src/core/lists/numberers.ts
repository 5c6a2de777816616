/** How a heading, a paragraph or a clause is numbered: "3. ", （三）, 三是, "Third,". */
const numbering: readonly RegExp[] = [
  /[(（]?(?<number>\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:[)）、]|[.．](?!\d))\s*/,
  /第?(?<number>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:是|[，,：:])/,
  /(?<number>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)(?:ly)?(?:,|:| is to)\s+/,
];

export const numberers = numbering.map(({ source }) => ({
  opening: new RegExp(`^${source}`, 'u'),
  anywhere: new RegExp(source, 'gu'),
}));

/** The marks that number clauses of a paragraph, "一是…；二是…。": each where a clause begins. */
export function clauseMarks(text: string, fewest: number): readonly RegExpExecArray[] {
  for (const { anywhere } of numberers) {
    const marks = [...text.matchAll(anywhere)].filter(({ index }) => /^$|[；;。.：:\s*_]/.test(text[index - 1] ?? ''));
    if (marks.length >= fewest) return marks;
  }
  return [];
}
