import { beginsSentence, type Context, glued, isCapitalized, rawText } from './context.js';
import { codesThatAreWords, isCurrencyWord } from './currencies.js';
import { isYearLike } from './dates.js';
import { followedByUnit } from './followed-by-unit.js';
import { isListLabel } from './label-shields.js';
import type { Token } from './lex.js';

const isGluedNumber = (token: Token | undefined): boolean => glued(token) && token.kind === 'number';

/** A number that is part of a name, a label, a time, a phone number or a version. */
export function numberShield(context: Context, index: number): number | undefined {
  const { tokens, words } = context;
  const { months } = words.latin.dates;
  const token = tokens[index];
  if (token === undefined) return undefined;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const isGlued = token.gap === 'none' && before !== undefined;
  if (token.text.indexOf('.') !== token.text.lastIndexOf('.')) return index + 1;
  // 10:30, 3:1, 7.3:39.9:52.8
  let ratio = index + 1;
  while (tokens[ratio]?.text === ':' && glued(tokens[ratio]) && isGluedNumber(tokens[ratio + 1])) ratio += 2;
  if (ratio > index + 1) return ratio;
  const time = timeOfDay(context, index);
  if (time !== undefined) return time;
  // 3比1
  if (after?.text === '比' && after.kind === 'han' && glued(after) && isGluedNumber(tokens[index + 2]))
    return index + 3;
  if (isYearLike(token.text) && isActNumber(context, index)) return afterActNumber(context, index);
  if (after?.text === '时' && after.kind === 'han' && tokens[index + 2]?.text !== '期') {
    return tokens[index + 2]?.kind === 'number' && tokens[index + 3]?.text === '分' ? index + 4 : index + 2;
  }
  // 3,4 is no number, and the reader does not guess which it was.
  if (
    after?.text === ',' &&
    after.gap === 'none' &&
    context.text[after.start] === ',' &&
    isGluedNumber(tokens[index + 2])
  ) {
    let i = index + 3;
    while (tokens[i]?.text === ',' && isGluedNumber(tokens[i + 1])) i += 2;
    return i;
  }
  if (token.text.startsWith('0') && token.text.length > 1 && !token.text.includes('.')) {
    let i = index + 1;
    while (tokens[i]?.text === '-' || (tokens[i]?.kind === 'number' && tokens[i]?.gap !== 'line')) i++;
    return i;
  }
  const spaced = spacedDigits(context, index);
  if (spaced !== undefined) return spaced;
  // 5·12 is a day or an old decimal.
  if (after?.text === '·' && glued(after) && isGluedNumber(tokens[index + 2])) return index + 3;
  if (after?.text === '世' && tokens[index + 2]?.text === '纪') return index + 3;
  if (before?.text === "'" && isGlued) return index + 1;
  const chain = hyphenChain(context, index);
  if (chain !== undefined) return chain;
  if (
    after !== undefined &&
    (after.text === '号' || after.text === '楼' || after.text === '室') &&
    after.kind === 'han'
  )
    return index + 2;
  // 328路公交
  if (after?.text === '路' && /^[公电车]$/.test(tokens[index + 2]?.text ?? '')) return index + 2;
  // 318国道
  if (after !== undefined && /^[国省县乡]$/.test(after.text) && tokens[index + 2]?.text === '道') return index + 3;
  if (
    after?.text === '+' &&
    after.gap === 'none' &&
    (tokens[index + 2]?.kind === 'number' || tokens[index + 2]?.kind === 'word') &&
    tokens[index + 2]?.gap === 'none'
  )
    return index + 3;
  if (before?.text === '+' && isGlued && tokens[index - 2]?.kind === 'word' && before.gap === 'none') return index + 1;
  if (
    isGlued &&
    before.text === '.' &&
    before.gap === 'none' &&
    tokens[index - 2]?.kind === 'word' &&
    !months.has(tokens[index - 2]?.text ?? '')
  ) {
    if (!words.latin.names.abbreviations.has(tokens[index - 2]?.text ?? '')) return index + 1;
  }
  if (isListLabel(context, index)) return index + 2;
  // 40 U.S.C. § 11103
  if (
    after?.text === 'u' &&
    tokens[index + 2]?.text === '.' &&
    tokens[index + 3]?.text === 's' &&
    tokens[index + 5]?.text === 'c'
  ) {
    let i = index + 6;
    while (/^[.§]$/.test(tokens[i]?.text ?? '')) i++;
    return tokens[i]?.kind === 'number' ? i + 1 : i;
  }
  if (/^(?:CFR|USC|FR)$/.test(after === undefined ? '' : rawText(context, after))) return index + 2;
  // 4.0, without a unit, is a version.
  if (
    /^\d\.0$/.test(token.text) &&
    !followedByUnit(context, index) &&
    isGlued &&
    before.kind === 'han' &&
    !/^[于为达至到是约近超由从]$/.test(before.text)
  )
    return index + 1;
  if (isStreetNumber(context, index) || isGivenNumber(context, index)) return index + 1;
  return isNamed(context, index) ? afterNamed(context, index) : undefined;
}

/** 4.17 a.m., 10pm, 5 o'clock, 下午3点半. */
function timeOfDay({ tokens, words }: Context, index: number): number | undefined {
  const { times } = words.latin;
  const [token, after] = [tokens[index], tokens[index + 1]];
  // 07.42
  if (token !== undefined && /^0\d\.\d\d$/.test(token.text) && times.before.has(tokens[index - 1]?.text ?? ''))
    return index + 1;
  if (token === undefined || after === undefined || !/^\d{1,2}(?:\.\d\d)?$/.test(token.text)) return undefined;
  if (times.after.has(after.text) && after.gap !== 'line') return index + 2;
  // 14 h 30, à 14 h
  if (times.hours.has(after.text) && Number(token.text) <= 24) {
    if (/^[0-5]\d$/.test(tokens[index + 2]?.text ?? '')) return index + 3;
    if (times.before.has(tokens[index - 1]?.text ?? '')) return index + 2;
  }
  if (/^[ap]$/.test(after.text) && tokens[index + 2]?.text === '.' && tokens[index + 3]?.text === 'm') {
    return tokens[index + 4]?.text === '.' ? index + 5 : index + 4;
  }
  if (after.text !== '点' || Number(token.text) > 24) return undefined;
  const next = tokens[index + 2];
  if (next?.kind === 'number' && tokens[index + 3]?.text === '分') return index + 4;
  const begun = /^[午晨晚夜上早日]$/.test(tokens[index - 1]?.text ?? '');
  return begun || /^[钟半整许前后]$/.test(next?.text ?? '') ? index + 2 : undefined;
}

function afterActNumber({ tokens }: Context, index: number): number {
  let i = index + 1;
  while (
    /^[/-]$/.test(tokens[i]?.text ?? '') &&
    glued(tokens[i]) &&
    glued(tokens[i + 1]) &&
    tokens[i + 1]?.kind !== 'symbol'
  )
    i += 2;
  return i;
}

/** 1 9 9 8: digits that a scan has set apart. What they were is not guessed. */
function spacedDigits({ tokens }: Context, index: number): number | undefined {
  let i = index;
  let afterPoint = false;
  while (
    tokens[i]?.kind === 'number' &&
    tokens[i]?.text.length === 1 &&
    (i === index || afterPoint || tokens[i]?.gap === 'space')
  ) {
    i++;
    // The point of "4 . 5" and "4 .5" stands between them.
    afterPoint =
      tokens[i]?.text === '.' &&
      tokens[i]?.gap === 'space' &&
      tokens[i + 1]?.kind === 'number' &&
      tokens[i + 1]?.text.length === 1;
    if (afterPoint) i++;
  }
  return i > index + 1 ? i : undefined;
}

/** 555-123-4567. */
function hyphenChain(context: Context, index: number): number | undefined {
  const { tokens } = context;
  let i = index;
  let parts = 1;
  while (
    tokens[i + 1]?.text === '-' &&
    tokens[i + 1]?.gap === 'none' &&
    tokens[i + 2]?.kind === 'number' &&
    tokens[i + 2]?.gap === 'none'
  ) {
    i += 2;
    parts++;
  }
  const local = parts === 2 && tokens[index]?.text.length === 3 && tokens[i]?.text.length === 4;
  // 200-2000 km, 200-2000 people
  const counts = followedByUnit(context, i) || context.words.latin.nouns.isPlural(tokens[i + 1]?.text ?? '');
  return parts >= 3 || (local && !counts) ? i + 1 : undefined;
}

/** 10 Downing Street. */
function isStreetNumber(context: Context, index: number): boolean {
  const { tokens, words } = context;
  const { streets } = words.latin.names;
  for (let i = index + 1; i <= index + 3; i++) {
    if (!isCapitalized(context, tokens[i])) return false;
    if (i > index + 1 && streets.has(tokens[i]?.text ?? '')) return true;
  }
  return false;
}

/** 90后, 4K, 863计划, 12345热线, 20国集团, 民营企业500强, the 863 Program: a number that names what it stands at. */
function isGivenNumber(context: Context, index: number): boolean {
  const text = context.tokens[index]?.text ?? '';
  const after = context.tokens[index + 1];
  if (after === undefined || after.gap === 'line' || !/^\d{1,5}$/.test(text)) return false;
  if (after.kind === 'word')
    return after.gap === 'none'
      ? /^[248]$/.test(text) && rawText(context, after) === 'K' && context.tokens[index - 1]?.text !== '$'
      : isCapitalized(context, after) && context.words.latin.names.programmes.has(after.text);
  const word = after.text + (context.tokens[index + 2]?.text ?? '');
  return after.text === '强' || (after.text === '后' && /^[5-9][05]$/.test(text)) || /^(?:计划|热线|国集)$/.test(word);
}

/** Past the numbers that share the name: Junctions 10 and 13, Boeing 737-800. */
function afterNamed(context: Context, index: number): number {
  const { tokens, words } = context;
  const many = tokens[index - 1]?.text.endsWith('s') === true;
  let next = index + 1;
  for (let count = 0; count < 6; count++) {
    const join = tokens[next]?.text ?? '';
    const dash = /^[-–—]$/.test(join) && glued(tokens[next]) && glued(tokens[next + 1]);
    const number = tokens[next + 1];
    if (!(dash || (many && (/^[,&]$/.test(join) || words.latin.names.joins.has(join)))) || number?.kind !== 'number')
      break;
    // GB 50011-2010: the year of its edition.
    const edition = dash && /^\d{3,}$/.test(tokens[index]?.text ?? '') && !isYearLike(tokens[index]?.text ?? '');
    if (number.grouped || (isYearLike(number.text) && !edition) || followedByUnit(context, next + 1)) break;
    if (tokens[next + 2]?.kind === 'word' && words.latin.nouns.isPlural(tokens[next + 2]?.text ?? '')) break;
    next += 2;
  }
  return next;
}

/** Boeing 737, Phase 2, Tokyo 2020: a capital word that begins no sentence, and a plain number. */
export function isNamed(context: Context, index: number): boolean {
  const { tokens, words } = context;
  const { dates, names, nouns } = words.latin;
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || before === undefined || token.gap === 'line' || token.grouped) return false;
  if (before.kind !== 'word' || token.gap === 'none') return false;
  if (names.functionWords.has(before.text) || dates.months.has(before.text)) return false;
  // A capital inside a word makes a name anywhere: iPhone 15.
  const inner = /^[a-z]+[A-Z]/.test(rawText(context, before));
  if ((!inner && !isCapitalized(context, before)) || followedByUnit(context, index)) return false;
  if (words.hedgesBefore.endingAt(tokens, index - 1) !== undefined) return false;
  const raw = rawText(context, before);
  const after = tokens[index + 1];
  // COP 28 is a name, COP 28bn money.
  const isWord = codesThatAreWords.has(raw) && !(glued(after) && after.kind === 'word');
  if ((isCurrencyWord(raw) && !isWord) || /^(?:RMB|US|Rs|RM)$/.test(raw)) return false;
  const acronym = /^[A-Z]{2,}$/.test(raw);
  // GDP 2022 has a year, ISO 2022 is rare; CI 89.3 and PMI 50.2 have values, USB 3.0 a version.
  if (acronym && (isYearLike(token.text) || /^\d{2,}\.\d+$/.test(token.text))) return false;
  if (beginsSentence(context, index - 1) && !acronym && !inner) return false;
  // "In Shanghai 41 plants closed" and "Shanghai's 41 plants" count plants.
  const plural = nouns.isPlural(tokens[index + 1]?.text ?? '') && !isCapitalized(context, tokens[index + 1]);
  return !(
    plural &&
    !acronym &&
    (names.places.has(tokens[index - 2]?.text ?? '') || before.text.endsWith(names.possessive))
  );
}

/** Regulation 2016/679, S.I. 2015/1640, 2014/65/EU; loi n° 2023-175. */
export function isActNumber({ tokens }: Context, index: number): boolean {
  const [mark, number] = [tokens[index + 1], tokens[index + 2]];
  if (!glued(mark) || !glued(number) || number.kind !== 'number') return false;
  return mark.text === '/' || (mark.text === '-' && /^\d{3,}$/.test(number.text) && !isYearLike(number.text));
}
