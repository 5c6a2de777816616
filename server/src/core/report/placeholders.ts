import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords, type SaidWords } from '../language/words/words.js';
import { blockElements, inlineElements } from '../markdown/dialects/forms.js';
import type { Span } from '../text/span.js';

/** What looks like a place left to fill, in a text of a report. */
interface Place {
  readonly text: string;
  readonly at: Span;
  /** As it is written, with its marks. */
  readonly found: string;
  readonly reportLanguage: string;
}

/** A way in which such places are written, and what else must be so. */
interface Writing {
  readonly pattern: RegExp;
  readonly holds?: (place: Place) => boolean;
  /** Filler: all of it is one mistake. */
  readonly isFiller?: boolean;
}

/** How much of a text is read before a place and behind it, in UTF-16 units. */
const reach = 40;

const wordsOf = (text: string, { reportLanguage }: Place) => readWords(text, sentenceLanguage(text, reportLanguage));

/** The words between the marks. */
const inside = (place: Place) => wordsOf(place.found.slice(1, -1), place);

/** The text before and behind, with no more of it than is needed, and its language. */
function around({ text, at, reportLanguage }: Place) {
  const before = text.slice(Math.max(0, at.start - reach), at.start);
  const after = text.slice(at.end, at.end + reach);
  return { before, after, language: sentenceLanguage(before + after, reportLanguage) };
}

const bracket = String.raw`[^[\]\n@]*\](?!\(|\[(?!\^)|[{\]]|[./@_][A-Za-z0-9]`;

/**
 * A bracket that begins in lower case or Han asks for text, but for [a, b], [see note 4], [need:: 8] of Dataview, and
 * what another tool makes a link of, "[steps]({% page %})".
 */
const ownWords = new RegExp(
  String.raw`(?<![A-Za-z0-9_\]@/]|\[)\[(?!\s*(?:(?:[a-z]|pp)\s*[.,;=]|\.\.\.|…|[图表注]\s*\p{N})|[^[\]\n]*::)(?=\s*[\p{Ll}\p{Script=Han}])(?=[^\]]{3})${bracket}|:\s*(?:[{<#/]|http))`,
  'gu',
);

const anyBracket = new RegExp(String.raw`(?<![A-Za-z0-9_\]@/]|\[)\[${bracket})`, 'gu');

/** {{name}}: a template's variable. */
const variable = /\{\{(?=[\s\p{N}_-]*\p{L})[\p{L}\p{N}\s_-]+\}\}/gu;

/** <insert address>, ＜请填写＞. */
const tag = /<\p{L}[^<>=\n]*>/gu;

const writings: readonly Writing[] = [
  // ${1:value}: a tab stop that a snippet left behind.
  { pattern: /\$\{\d+(?::[^{}]*)?\}/g },
  { pattern: variable },
  // [insert date], [value and unit], [project name], [start date - end date].
  { pattern: ownWords, holds: (place) => !isEditors(place.found, inside(place)) && asksForText(place) },
  // [Insert table here], [Name], [DD Month YYYY], [姓名].
  {
    pattern: anyBracket,
    holds: (place) => inside(place).first('fillIn', 'unfilled') !== undefined || inside(place).only('blank'),
  },
  { pattern: tag, holds: isTag },
  // 【待补充】, 〔请填写单位〕.
  {
    pattern: /[【〔［＜〈](?=[^【】〔〕［］＜＞〈〉]*\p{Script=Han})[^【】〔〕［］＜＞〈〉]*[】〕］＞〉]/gu,
    holds: (place) =>
      inside(place)
        .of('fillIn')
        .some(({ start }) => start <= reach),
  },
  // （待定）.
  {
    pattern: /[（(](?=\s*\p{Script=Han})[^（）()]{2,18}[）)]/gu,
    holds: (place) => inside(place).first('unfilled', 'leftOpen') !== undefined,
  },
  // 来源：待定, 数据待补充。
  { pattern: /待\p{Script=Han}{0,2}(?=\s*(?:[。；，;,]|$))/gu, holds: isLeftOpen },
  {
    pattern: /(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|TODO|FIXME)(?![\p{L}\p{N}])/gu,
    // A TODO list.
    holds: (place) => wordsOf(around(place).after, place).first('listsNotes') === undefined,
  },
  // Letters where digits belong: 20XX年, £X,XXX, "Firms: XX", X%, $X million, 5月X日, XXXX.
  {
    pattern:
      /(?=[12X×x])(?<![\p{Script=Latin}\p{N}×])(?:(?:19|20)[X×]{2}|(?<=[£$€¥:：]|[£$€¥:：] )(?:[X×]{2,}|[X×][X×.,]+[X×])(?=(?:[mk]|[mb]n|tn)\b|[^\p{Script=Latin}\p{N}]|$)|[Xx]{1,3}(?:,[Xx]{3})+(?![\p{Script=Latin}\p{N}])|[X×](?=\s?[%％])|(?<=[£$€¥])X(?=[mb]n?\b)|(?<=[年月])[X×](?=[月日])|X{4,}(?![\p{Script=Latin}\p{N}])|(?:[Xx]{2,}|×{2,}|[X×]{1,3}[.,][X×]{1,3})(?=\s?(?:[kMGT]Wh?\b|[%％])))/gu,
  },
  // XX million, X per cent, ××家, XX May, page XX, but not XX染色体.
  {
    pattern:
      /(?=[Xx×])(?<![\p{Script=Latin}\p{N}×])(?:[Xx]{2,}|×{2,}|[X×]{1,3}[.,][X×]{1,3}|[X×])(?![\p{Script=Latin}\p{N}×])/gu,
    holds: countsSomething,
  },
  // Signed: ____, 共____家, Cost: ???
  {
    pattern:
      /(?<![\p{L}\p{N}_＿*])[_＿]{3,}(?![\p{L}\p{N}_*])|(?<![\p{Script=Latin}\p{N}_＿*])[_＿]{4,}(?![\p{Script=Latin}\p{N}_*])|(?<![\p{L}\p{N}?？!！”"’'）)])[?？]{3,}/gu,
  },
  { pattern: /lorem ipsum/giu, isFiller: true },
];

/** Places of a text that look like places left to fill, in order; of those that begin together the longest first. Most texts have none. */
export function placeholdersIn(text: string, reportLanguage: string) {
  return writings
    .filter(({ pattern }) => text.search(pattern) >= 0)
    .flatMap(({ pattern, holds, isFiller = false }) =>
      [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
        const at = { start: index, end: index + found.length };
        return holds === undefined || holds({ text, at, found, reportLanguage }) ? [{ found, at, isFiller }] : [];
      }),
    )
    .sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
}

/** Whether what Markdown takes for no prose is a template's variable. */
export function isVariable(found: string): boolean {
  return found.match(variable)?.[0] === found;
}

/** Whether what Markdown takes for HTML asks to be filled: HTML has no such elements. */
export function isPlaceholderTag(found: string, reportLanguage: string): boolean {
  const isWhole = found.match(tag)?.[0] === found;
  return isWhole && isTag({ text: found, at: { start: 0, end: found.length }, found, reportLanguage });
}

function isTag(place: Place): boolean {
  const inner = place.found.slice(1, -1);
  const name = /^\p{L}+/u.exec(inner)?.[0].toLowerCase() ?? '';
  const first = inside(place).first('fillIn', 'blank');
  return (
    first !== undefined &&
    !/[\p{L}\p{N}-]/u.test(inner[first.end] ?? '') &&
    !blockElements.has(name) &&
    !inlineElements.has(name)
  );
}

/** "[sic]", "[revised]", "[name withheld]": an editor's, who asks for nothing. */
function isEditors(found: string, words: SaidWords): boolean {
  if (words.says('leftOut')) return true;
  const inner = found.slice(1, -1);
  if (words.of('denies').some(({ end }) => /^\s\w+ed\b/.test(inner.slice(end)))) return true;
  // "[which day]"
  const isQuestion = words.first('interrogative') !== undefined && /^\s*\p{L}+\s\p{L}+\s*$/u.test(inner);
  return words.first('editorial') !== undefined && !isQuestion;
}

/** Without the bracket the sentence would have a hole here: "Source: [paper]", "open – [day]", 于[某日]. */
const hole = /(?:^|[$£€¥:：(（+|]\s*|\s[–—-]\s+|[于在由为是共达至从对向给和与及自按约超近占经]\s*)$/i;
/** Who or what a clause tells of: "Because of the works, [subject] is diverted". */
const clauseStart = /(?:^|[,;，；：:]\s*)$/;

function asksForText(place: Place): boolean {
  const words = inside(place);
  const inner = place.found.slice(1, -1);
  if (isLabel(inner, words)) return false;
  if (words.says('asksFor', 'fillIn', 'blank', 'interrogative')) return true;
  const { before, after, language } = around(place);
  if (clauseStart.test(before) && /^\s/.test(after) && readWords(after, language).first('auxiliary') !== undefined)
    return true;
  // "opens on [day]", but not [yes/no].
  const isHole =
    hole.test(before) || (/\s$/.test(before) && readWords(before, language).last('wantsNoun') !== undefined);
  if (!isHole || /^\p{L}+(?:\/\p{L}+)+$/u.test(inner)) return false;
  return before.trim() !== '' || !/^\s*[\p{Lu}\p{Script=Han}]/u.test(after);
}

/** A label of what follows, a reference, or what is no words: "[abstract] The …", [figure 2], [v_1, v_2], [adj.]. */
function isLabel(inner: string, words: SaidWords): boolean {
  const placed = words.first('remarks');
  if (placed !== undefined && words.after(placed.end, 'interrogative') === undefined) return true;
  const part = words.first('numberedPart');
  if (part !== undefined && /^\.?\s*\d/.test(inner.slice(part.end))) return true;
  if (/^\s*\p{L}+ed\s*$|\.\s*$/u.test(inner) || words.only('determiner')) return true;
  return !/\p{Ll}{3}/u.test(inner) && !/^\s*\p{Script=Han}/u.test(inner);
}

/** 待定 behind a colon or at the start; 待补充 wherever it is not said of the world (尚待, 有待). */
function isLeftOpen({ text, at, found, reportLanguage }: Place): boolean {
  const before = text.slice(Math.max(0, at.start - 2), at.start);
  const open = readWords(before + found, sentenceLanguage(found, reportLanguage));
  const isWhole = (said: Span | undefined) => said !== undefined && said.start === before.length;
  if (isWhole(open.last('leftOpen'))) return true;
  return isWhole(open.last('unfilled')) && /(?:^|[：:] ?)$/.test(before);
}

/** Whether letters stand where a number would, by what is counted behind them or stands before. */
function countsSomething(place: Place): boolean {
  const { found } = place;
  const { before, after, language } = around(place);
  const behind = readWords(after, language);
  const isBeside = /^\s|^\p{Script=Han}/u.test(after);
  if (isBeside && behind.first('share') !== undefined) return true;
  const isCounted = isBeside && behind.first('counted') !== undefined;
  if (/^[X×]$/.test(found)) return isCounted && /[£$€¥]$/.test(before);
  if (isCounted || (/^\s?\p{Script=Han}/u.test(after) && behind.first('lettered') === undefined)) return true;
  return (
    found === 'XX' &&
    / $/.test(before) &&
    readWords(before, language).last('namedDay', 'numberedInDigits') !== undefined
  );
}
