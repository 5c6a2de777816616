const charactersOf = (characters: string): ReadonlySet<string> => new Set(characters);

/** Characters round Chinese numbers, each told apart by what stands beside it. */
export const hanCharacters = {
  /** Hedges between digits and their scale or measure word: 40多万. */
  innerHedges: charactersOf('多余来'),
  /** Behind a number that is part of a date: 2023年. */
  dateUnits: charactersOf('年月日'),
  zeros: charactersOf('零〇'),
  /** Behind a time of day: 三点一刻. */
  behindHours: charactersOf('刻分钟半'),
  /** Behind the day of a month. */
  dayUnits: charactersOf('日号'),
  /** Behind the year of what it names: 2023届, 2024款. */
  editions: charactersOf('届级款版'),
  /** Before a denominator: 每10万人. */
  each: charactersOf('每'),
  /** Behind a half that begins another word: 半成品, 半导体, 半年. */
  behindNoHalf: charactersOf('年月天日数径导成挂圆价球岛自固透封截决程夜路边途壁'),
  /** Behind a 日 that is no day: 30日内, 10日元. */
  behindNoDay: charactersOf('内均以元圆'),
  /** Before the 上 of what is added, used or spent: 加上一年. */
  beforeUp: charactersOf('加用花等过费隔'),
  /** Between the ends of a stretch that 间 closes: 2007年与2009年间. */
  betweenEnds: charactersOf('与和'),
  /** Before numerals that stand without a digit: 近百家. */
  beforeBare: charactersOf('近上超过逾破'),
} as const;
