import type { Quantity } from '../quantities/index.js';
import { dictionary } from '../text/dictionary.js';
import type { Span } from '../text/span.js';

/** A change from one number to another, and the numbers and words that say how large it was. */
export interface Change {
  readonly a: Quantity;
  readonly b: Quantity;
  readonly stated: readonly Quantity[];
  /** "more than doubled": the multiple, and the hedge before it. */
  readonly multiples: readonly Multiple[];
}

export interface Multiple {
  readonly span: Span;
  readonly factor: number;
  readonly hedge: 'above' | 'below' | 'about' | undefined;
  /** "a threefold increase": not the same to every writer. */
  readonly fold: boolean;
}

const nouns =
  'increase|rise|growth|gain|decrease|fall|decline|drop|reduction|change|jump|improvement|loss|cut|expansion|surge|dip|slump';
const verbs =
  'rose|risen|fell|fallen|grew|grown|climbed|increased|decreased|declined|dropped|slipped|slid|dipped|edged|went|gained|lost|improved|jumped|surged|shrank|contracted|expanded|widened|narrowed|slumped|soared|rising|falling|growing|increasing|declining|dropping';
const hanVerbs =
  '(?:增长|增加|提高|上升|上涨|提升|扩大|回升|增|升|下降|减少|降低|下跌|回落|下滑|收窄|缩小|缩减|下调|上调|降|减|涨|跌|翻|多|少|高出|低)';

/** How a change is announced right before its size: "an increase of", "up", 增长了. */
const says = {
  en: new RegExp(
    `(?:\\b(?:up|down|by|higher|lower|${verbs}|an?(?:\\s+[\\p{L}-]+)?\\s+(?:${nouns})(?:\\s+(?:of|by))?|(?:${nouns})\\s+(?:of|by)))(?:\\s+(?:up|down|back))?(?:\\s+by)?(?:\\s+(?:about|some|around|just))?\\s*$`,
    'iu',
  ),
  zh: new RegExp(`(?:${hanVerbs}了?|[增降涨跌]幅(?:为|是|达到?|约为)?)(?:约|近)?$`),
};
/** Between two numbers and a change that is said of them in apposition: ", an increase of", "（增长". */
const apposition = {
  en: /^[^,;.(—]{0,60}(?:[,(—]|\s–)\s*(?:(?:or|that\s+is|i\.e\.|which\s+is|representing|marking|equivalent\s+to|meaning|thus)\s+)?/iu,
  zh: /^[^，。；,;（(]{0,10}[，,（(](?:同比|环比|(?:比|较)(?:上年|去年|上月|此前)(?:同期)?|累计|共|净|约|则|已|也|即|实现|整整)?/,
};
const appositionAlone = {
  en: new RegExp(
    `${apposition.en.source}(?:an?(?:\\s+[\\p{L}-]+)?\\s+(?:${nouns})(?:\\s+(?:of|by))?|(?:${nouns})\\s+(?:of|by)|up|down|by|(?:rising|falling|growing|increasing|declining|dropping)(?:\\s+by)?|an?)?(?:\\s+(?:by|about|some|around))?\\s*$`,
    'iu',
  ),
  zh: new RegExp(`${apposition.zh.source}(?:${hanVerbs}了?|[增降涨跌]幅(?:为|是|达到?|约为)?)(?:约|近)?$`),
};
/** Behind a size: "a 25% increase". */
const isOfNoun = new RegExp(`^\\s*(?:[\\p{L}-]+\\s+)?(?:${nouns})\\b`, 'iu');
const joins = /\b(?:and|while|but|as|whereas|with|which|who|when|after|because|so)\b/i;
const isStretch = /\bbetween\s+[^,;]{1,20}?\s+and\b/gi;

export function readChanges(
  text: string,
  sentence: Span,
  quantities: readonly Quantity[],
  language: 'en' | 'zh',
): readonly Change[] {
  const changes: Change[] = [];
  for (let i = 0; i + 1 < quantities.length; i++) {
    const ends = endsAt(text, sentence, quantities, i, language);
    if (ends === undefined) continue;
    const { a, b, inside } = ends;
    // "88,000, 8,000 more than the 85,000": no hedge.
    const isHedged = a.comparator !== undefined && inside === undefined && ends.tight !== true;
    if (a.value <= 0 || b.value <= 0 || isHedged || b.comparator !== undefined) continue;
    const first = Math.min(a.span.start, b.span.start);
    let last = Math.max(a.span.end, b.span.end);
    const stated: Quantity[] = inside === undefined ? [] : [inside];
    const next = i + (inside === undefined ? 2 : 3);
    for (let k = next; k < Math.min(next + 2, quantities.length); k++) {
      const each = quantities[k] as Quantity;
      // "A threefold increase" is a multiple in a word, for `multiplesOf`.
      if (/[a-z]fold$/i.test(text.slice(each.span.start, each.span.end))) break;
      const lead = text.slice(last, startOf(each));
      const after = text.slice(each.span.end, each.span.end + 40);
      if (isOnYear(lead, after) && !/年|\b(?:year|(?:19|20)\d\d)\b/i.test(text.slice(sentence.start, b.span.start)))
        break;
      const chained =
        stated.length > 0 && k > next && /^(?:\s+[\p{L}-]+)?(?:,?\s*or|\s*\(|，即|（)\s*(?:by\s+)?$/iu.test(lead);
      // "From 30 percent to 34 percent, the share grew by 4 percent."
      const isFronted =
        k === next &&
        first - sentence.start < 30 &&
        /^\W*from\s/i.test(text.slice(sentence.start, first)) &&
        /^[^,;.]{0,20},\s+[^,;.]{1,60}$/.test(lead) &&
        says.en.test(lead) &&
        !joins.test(lead);
      if (
        !chained &&
        !isFronted &&
        !(ends.tight
          ? /^[^，；。]{0,6}$/.test(lead) && (says.zh.test(lead) || text[last - 1] === '多')
          : appositionOf(lead, after, language))
      )
        break;
      stated.push(each);
      last = each.span.end;
    }
    const before = quantities[i - 1];
    if (before !== undefined && inside === undefined) {
      const lead = text.slice(Math.max(sentence.start, before.span.start - 40), startOf(before));
      const gap = text.slice(before.span.end, first);
      if ((before.direction !== undefined || says[language].test(lead)) && opensChange(gap, language))
        stated.push(before);
    }
    changes.push({ a, b, stated, multiples: language === 'en' ? multiplesOf(text, sentence, first, last) : [] });
  }
  return changes;
}

/** Whether a change is told against a year ago, which is another number where neither end is of a year: 同比上涨9.4%. */
function isOnYear(lead: string, after: string): boolean {
  return (
    /同比|同期/.test(lead) ||
    /^\s*(?:year[- ]on[- ]year|on\s+the\s+year|from\s+a\s+year\s+(?:ago|earlier))\b/i.test(after)
  );
}

/** Where a number begins, its hedge included. */
export function startOf({ span, comparatorSpan }: Quantity): number {
  return comparatorSpan === undefined ? span.start : Math.min(span.start, comparatorSpan.start);
}

function appositionOf(lead: string, after: string, language: 'en' | 'zh'): boolean {
  if (!appositionAlone[language].test(lead) || joins.test(lead)) return false;
  if (language === 'zh') return true;
  // ", 40 more than before", "a 25% increase"; a bare number in apposition is no change.
  return (
    says.en.test(lead) ||
    /^\s*(?:[\p{L}-]+\s+)?(?:more|fewer|less|higher|lower)\b/iu.test(after) ||
    (/\ban?\s*$/.test(lead) && isOfNoun.test(after))
  );
}

/** From the size of a change to the numbers that it leads between: "rose 0.3 percent, from". */
function opensChange(gap: string, language: 'en' | 'zh'): boolean {
  if (language === 'zh') return /^[^，。；]{0,4}[，,]?(?:由|从|自)[^，。；]{0,14}$/.test(gap);
  return (
    /^(?:\s+[\p{L}-]+){0,3}?,?(?:\s+(?:in|over|during|since|on|between)\s[^,;.]{1,40},?)?\s+(?:from|to)\s+(?:[\p{L}]+\s+){0,2}$/iu.test(
      gap,
    ) && !joins.test(gap.replace(isStretch, ''))
  );
}

interface Ends {
  readonly a: Quantity;
  readonly b: Quantity;
  /** The change, where it stands between the two. */
  readonly inside?: Quantity;
  /** The change follows the two without a mark: 比去年的55%增加6%. */
  readonly tight?: boolean;
}

/** The numbers at and after an index that a change leads between. */
function endsAt(
  text: string,
  sentence: Span,
  quantities: readonly Quantity[],
  i: number,
  language: 'en' | 'zh',
): Ends | undefined {
  const [x, y, z] = quantities.slice(i, i + 3) as [Quantity, Quantity, Quantity | undefined];
  const lead = text.slice(Math.max(sentence.start, startOf(x) - 40), startOf(x));
  const gap = text.slice(x.span.end, startOf(y));
  if (areAlike(x, y)) {
    if (language === 'en') {
      if (/\bfrom\s+(?:\p{L}+\s+){0,2}$/iu.test(lead) && /^[^.;]{0,60}?\bto\s+(?:\p{L}+\s+){0,2}$/iu.test(gap))
        return { a: x, b: y };
      if (/\bto\s+(?:\p{L}+\s+)?$/iu.test(lead) && /^[^.;]{0,60}?\bfrom\s+(?:\p{L}+\s+)?$/iu.test(gap))
        return { a: y, b: x };
      if (
        !/\bfrom\s+(?:\p{L}+\s+){0,2}$/iu.test(lead) &&
        /^[^.;]{0,40}?[,(]\s*(?:(?:up|down)\s+from|(?:as\s+)?compared\s+(?:with|to)|against|versus|vs\.?)\s+(?:the\s+|just\s+|some\s+)?$/iu.test(
          gap,
        )
      )
        return { a: y, b: x };
      // "92% in January and 97% in February, an increase of 5%"
      if (
        /^\s+in\s+[\p{L}\d ]{3,20}\s+and\s+$/iu.test(gap) &&
        /^\s+in\s+[\p{L}\d ]{3,20},\s+an?\s/iu.test(text.slice(y.span.end, y.span.end + 40))
      )
        return { a: x, b: y };
    } else {
      if (
        /(?:由|从|自)[^，。；,;]{0,14}$/.test(lead) &&
        /^[^，。；,;]{0,24}?(?:至|到|为)(?:\d{4}年(?:底|末)?的?)?(?:约|近)?$/.test(gap)
      )
        return { a: x, b: y };
      if (
        /^[^；。，]{0,8}[，,（(](?:而)?(?:上年|去年|前年|上年同期|去年同期|(?:19|20)\d\d年(?:同期)?)[^；。，]{0,6}?(?:为|是|仅为|只有)$/.test(
          gap,
        )
      )
        return { a: y, b: x };
      if (/^[^；。，]{0,8}[，,](?:比|较)[^，。；]{0,12}?的$/.test(gap)) return { a: y, b: x, tight: true };
    }
  }
  // "88,000, 8,000 more than the 85,000"; "18 per cent, down 2 per cent from 20 per cent"
  if (language === 'en' && z !== undefined && areAlike(x, z)) {
    const second = text.slice(y.span.end, z.span.start);
    if (
      /^[^;.,(]{0,40}[,(]\s*(?:(?:was|is|were|are|or|some|about)\s+)?$/i.test(gap) &&
      /^(?:\s+(?!than\b)\p{L}+){0,2}?\s+(?:more|fewer|less|higher|lower)\s+than\s+(?:the\s+|(?:last|the\s+previous)\s+year['’]s\s+)?$/iu.test(
        second,
      )
    )
      return { a: z, b: x, inside: y };
    if (
      /^[^;.,(]{0,40}[,(]\s*(?:up|down)\s+(?:by\s+)?$/i.test(gap) &&
      /^(?:\s+\p{L}+)?\s+from\s+(?:the\s+)?$/iu.test(second)
    )
      return { a: z, b: x, inside: y };
  }
  return undefined;
}

/** Two numbers of one kind and unit that may be the ends of one change. */
export function areAlike(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'ordinal' || a.kind === 'duration' || a.kind === 'points' || a.unit === 'times') return false;
  return a.kind === b.kind && a.unit === b.unit;
}

const factors: Readonly<Record<string, number>> = dictionary({
  doubl: 2,
  tripl: 3,
  trebl: 3,
  quadrupl: 4,
  quintupl: 5,
  halv: 0.5,
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  sixfold: 6,
  tenfold: 10,
});
const multiple =
  /(?:\b(?:(nearly|almost|close\s+to|about|roughly|around|just\s+under|just\s+over|virtually)|((?:well\s+)?(?:more\s+than|over))|(less\s+than))\s+)?\b(?:(doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing)|((?:two|three|four|five|six|ten)fold)|by\s+(?:a\s+|one\s+)?(half))\b/gi;

/** The multiples said of a change: "more than doubled, from …", "…, a threefold increase". */
function multiplesOf(text: string, sentence: Span, first: number, last: number): Multiple[] {
  const found: Multiple[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(multiple)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    if (end <= first) {
      const gap = text.slice(end, first);
      if (
        gap.length > 80 ||
        joins.test(gap.replace(isStretch, '')) ||
        /[;.]/.test(gap) ||
        !/\b(?:from|to)\b/i.test(gap)
      )
        continue;
    } else if (start >= last) {
      const gap = text.slice(last, start);
      if (gap.length > 60 || joins.test(gap) || !/^[^,;.(—]*[,(—][^,;.(—]*$/.test(gap)) continue;
    } else continue;
    const half = match[6] !== undefined;
    const fall =
      half &&
      /\b(?:down|fall|fell|cut|drop|reduc|declin|decreas|lower)\w*\s+$/i.test(
        text.slice(Math.max(sentence.start, start - 20), start),
      );
    if (half && !fall) continue;
    found.push({
      span: { start, end },
      factor: half ? 0.5 : (factors[(match[4] ?? match[5] ?? '').toLowerCase()] as number),
      hedge:
        match[1] !== undefined
          ? 'about'
          : match[2] !== undefined
            ? 'above'
            : match[3] !== undefined
              ? 'below'
              : undefined,
      fold: match[5] !== undefined,
    });
  }
  return found;
}
