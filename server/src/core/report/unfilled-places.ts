import { sentenceAt, sentencesIn } from '../markdown/block-sentences.js';
import { type Block, rowWith, tableAt, toSource } from '../markdown/blocks.js';
import { sectionsAround } from '../markdown/sections.js';
import { once } from '../text/once.js';
import { lastStartingBy, lowerBound, startingIn } from '../text/ordered-spans.js';
import { contains, type Span } from '../text/span.js';
import { isQuoted, type Report } from './report.js';

/** Places left to fill, as a reader sees them. */
const placeholders: readonly RegExp[] = [
  // ${1:value}: a tab stop that a snippet left behind.
  /\$\{\d+(?::[^{}]*)?\}/g,
  // {{name}}: a template's variable.
  /\{\{(?=[\s\p{N}_-]*\p{L})[\p{L}\p{N}\s_-]+\}\}/gu,
  // [insert date], [value and unit]: a bracket that begins in lower case or Han asks for text; "[sic]" does not, nor
  // "[revised]" and "[see note 4]" of an editor, "[a, b]", "[need:: 8]" of Dataview, nor what another tool makes
  // a link of, "[steps]({% page %})".
  /(?<![A-Za-z0-9_\]@/]|\[)\[(?!\s*(?:(?:sic|emphasis|x|see|cf|as|or|of|for|from|which(?!\s\p{L}+\s*\])|that|is|are|has|had|not|also|but|including|excluding|formerly|now|then|ibid|et|ca|vol|op|dated|optional|required|and|was|were|revised|translated|abridged|updated|unofficial|laughter|applause|inaudible)\b|(?:[a-z]|pp)\s*[.,;=]|\.\.\.|…|参?见|[图表注]\s*\p{N}|下[称同]|原文如此|关键词|编者按|译者注)|[^[\]\n]*::|[^[\]\n]*\b(?:unknown|unidentified|illegible|withheld|redacted|omitted|removed|needed|translation|mine|not\s\w+ed)\b)(?=\s*[\p{Ll}\p{Script=Han}])(?=[^\]]{3})[^[\]\n@]*\](?!\(|\[(?!\^)|[{\]]|[./@_][A-Za-z0-9]|:\s*(?:[{<#/]|http))/gu,
  // [Insert table here], [Name], [DD Month YYYY], [姓名].
  /(?<![A-Za-z0-9_\]@/]|\[)\[\s*(?:(?:(?:insert|enter|add|fill|your|placeholder|dd|yyyy|tb[acd]|to be)\b[^[\]\n@]*|(?:full |organi[sz]ation )?name|title|date|number|figure|amount|value|author|place)(?: here)?|[姓名日期时间数字单位称地点标题金额年份值]{2}|待[定补填核])\s*\](?!\(|\[(?!\^)|[{\]]|[./@_][A-Za-z0-9])/giu,
  // <insert address>, ＜请填写＞: HTML has no such elements.
  /<(?:insert|enter|add|fill|your|name|date|number|value|amount|place)(?![\p{L}\p{N}-])[^<>=\n]*>/giu,
  // 【待补充】, 〔请填写单位〕, （待定）.
  /[【〔［＜〈](?=[^【】〔〕［］＜＞〈〉]{0,40}(?:待|请|补充|填|此处|插入))[^【】〔〕［］＜＞〈〉]*[】〕］＞〉]/gu,
  /[（(]\s*(?:待(?:定|补|填|核|更新|完善|确认)|请(?:填|补|输入)|此处(?:插入|填写|补充|待))[^（）()]{0,12}[）)]/gu,
  // 来源：待定, 数据待补充。
  /(?:(?<=^|[：:]|[：:] )待(?:定|核实|确认|更新|补|填|完善)|(?<![尚有亟])待(?:补充|填写))(?=\s*(?:[。；，;,]|$))/gu,
  /(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|TODO|FIXME)(?![\p{L}\p{N}]|\s(?:lists?|items?|apps?|comments?|columns?|fields?|marks?|markers?)\b)/gu,
  // XX million, ××家, X.X%, £X,XXX, 5月X日, XX May, page XX, 20XX年, XXXX, "Firms: XX": letters where digits belong, but
  // not XX染色体.
  /(?<![\p{Script=Latin}\p{N}×])(?:(?:19|20)[X×]{2}|(?<=[£$€¥:：]|[£$€¥:：] )(?:[X×]{2,}|[X×][X×.,]+[X×])(?=(?:[mk]|[mb]n|tn)\b|[^\p{Script=Latin}\p{N}]|$)|(?<=uary |arch |pril |May |June |July |gust |mber |ober |Figure |[Pp]age )XX(?![\p{Script=Latin}\p{N}])|[Xx]{1,3}(?:,[Xx]{3})+(?![\p{Script=Latin}\p{N}])|[X×](?=\s?(?:[%％]|per\s?cent|个百分点))|(?<=[£$€¥])X(?=\s[mbt]r?illion|[mb]n?\b)|(?<=[年月])[X×](?=[月日])|X{4,}(?![\p{Script=Latin}\p{N}])|(?:[Xx]{2,}|×{2,}|[X×]{1,3}[.,][X×]{1,3})(?=\s?(?:[kMGT]Wh?\b|%|％|per\s?cent|percent|hundred|thousand|million|billion|trillion|yuan|euros?|dollars?|tonnes?|people|(?:Jan|Febr)uary|March|April|May\b|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?!染色|核型)\p{Script=Han})))/gu,
  // Signed: ____, 共____家, Cost: ???
  /(?<![\p{L}\p{N}_＿*])[_＿]{3,}(?![\p{L}\p{N}_*])|(?<![\p{Script=Latin}\p{N}_＿*])[_＿]{4,}(?![\p{Script=Latin}\p{N}_*])|(?<![\p{L}\p{N}?？!！”"’'）)])[?？]{3,}/gu,
  /lorem ipsum/giu,
];

/** The one that is no prose to Markdown, the one that asks in a writer's own words, the one that Markdown takes for HTML. */
const variables = 1;
const ownWords = 2;
const tags = 4;
/** The one of filler: all of it is one mistake. */
const filler = placeholders.length - 1;

/** Words for what is asked for, in a bracket of any wording: [project name], [start date - end date], [填写单位]. */
const asksFor =
  /\b(?:names?|titles?|dates?|numbers?|figures?|amounts?|values?|authors?|places?|units?|address(?:es)?|locations?|years?|months?|days?|times?|periods?|city|cities|towns?|countr(?:y|ies)|regions?|links?|urls?|topics?|teams?|departments?|agenc(?:y|ies)|organi[sz]ations?|compan(?:y|ies)|positions?|roles?|percentages?|percent|rates?|totals?|metrics?|publishers?|descriptions?|emails?|phone|currency|hosts?|recipients?|signature|insert|enter|add|fill|your|specify|describe|what|who|whom|how)\b|填|请|待|插入|补充|[姓名日期时间数字单位称地点标题金额年份值]{2}/i;
/** Without the bracket the sentence would have a hole here: "opens on [day]", "Source: [paper]", 于[某日]. */
const hole =
  /(?:^|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|about|between|and|or|is|are|was|were|be|been|than|per|under|over|into|within|until|till|since|before|after|during|through|via|as|that|this|these|our|your|their|its|his|her|no|not|has|have|had|will|dear|contact|visit|call|ask)\s|[$£€¥:：(（+|]\s*|\s[–—-]\s+|[于在由为是共达至从对向给和与及自按约超近占经]\s*)$/i;
/** Who or what a clause tells of: "Because of the works, [subject] is diverted". */
const clauseStart = /(?:^|[,;，；：:]\s*)$/;
const verb = /^\s+(?:is|are|was|were|has|have|had|will|would|must|can|could|may|should)\b/i;
/** A label of what follows, a reference, or what is no words: "[abstract] The …", [figure 2], [v_1, v_2], [adj.]. */
const noAsking =
  /^\[\s*(?:(?:in|on|at|by|with)\s(?!wh|how\b)|(?:fig(?:ure)?|tab(?:le)?|section|chapter|pages?|note|no|eq(?:uation)?|part|box|annex|question|item|step)s?\.?\s*\d|[\p{L}]+ed\s*\]|(?:the|their|his|her|its|our|these|this)\s*\]|[^\]]*\.\s*\]|(?:(?![^\]]*\p{Ll}{3})(?!\s*\p{Script=Han})))/u;

function asksForText(text: string, { start, end }: Span): boolean {
  const bracket = text.slice(start, end);
  if (noAsking.test(bracket)) return false;
  if (asksFor.test(bracket)) return true;
  const before = text.slice(Math.max(0, start - 40), start);
  if (clauseStart.test(before) && verb.test(text.slice(end, end + 10))) return true;
  // [yes/no]
  if (!hole.test(before) || /^\[\p{L}+(?:\/\p{L}+)+\]$/u.test(bracket)) return false;
  return before.trim() !== '' || !/^\s*[\p{Lu}\p{Script=Han}]/u.test(text.slice(end));
}

const addresses = /\byou(?:r|rs)?\b|[你您]/i;

/** Whether a bracket is for the reader to fill: "You can have parcels sent to [your name], Quay 5". */
function isReaders(block: Block, bracket: string, at: Span): boolean {
  const sentence = addresses.test(bracket) ? sentenceAt(block, at.start) : undefined;
  if (sentence === undefined || sentence.isEndless) return false;
  return addresses.test(block.text.slice(sentence.start, at.start) + block.text.slice(at.end, sentence.end));
}

/** Before a key of the keyboard: "press [enter] or [esc]". */
const pressed = /\b(?:press(?:es|ing)?|hit|keys?)\s+(?:\[\w+\]\s+(?:or|and|then)\s+)?$/i;

/** What says of itself, or of what follows, that it is a form to fill in or an example of one. */
const isForm = /\b(?:templates?|samples?|boilerplate|examples?)\b|模板|模版|范本|样本|样例|示例|范例/i;
const announcesForm =
  /\b(?:you|your)\b[^.]*\btemplates?\b|^\W*(?:use|modify|adapt|copy|customi[sz]e|fill|complete)\b[^.]*\btemplates?\b|[请可][^。]*(?:模板|模版|范本)/i;
const announcesExample = /\b(?:for\s+(?:example|instance)|e\.g\.)|例如|比如/i;

/** Where in the report's text forms stand that are to stay unfilled, in order, no two over one another. */
function formsIn(report: Report): readonly Span[] {
  const { prose, sections, text, frontMatter } = report;
  if (isForm.test(frontMatter.title ?? '')) return [{ start: 0, end: text.length }];
  const forms = sections.flatMap(({ heading, span }) => (isForm.test(prose.blocks[heading]?.text ?? '') ? [span] : []));
  for (const block of prose.blocks) {
    if (block.kind !== 'paragraph' || block.quoted || !isForm.test(block.text)) continue;
    const announces = sentencesIn(block).some(
      (at) => !at.isEndless && announcesForm.test(block.text.slice(at.start, at.end)),
    );
    if (announces)
      forms.push({
        start: block.span.end,
        end: sectionsAround(sections, block.span)[0]?.span.end ?? text.length,
      });
  }
  const apart: Span[] = [];
  for (const form of forms.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || last.end <= form.start) apart.push(form);
    else if (last.end < form.end) apart[apart.length - 1] = { start: last.start, end: form.end };
  }
  return apart;
}

/** The labels of definitions whose address the parser does not take for one: `[label]: {% link page.md %}`. */
function labelsOf(report: Report): ReadonlySet<string> {
  return new Set(
    [...report.text.matchAll(/^ {0,3}\[([^[\]\n]{1,200})\]:/gm)].map(([, label = '']) => label.trim().toLowerCase()),
  );
}

/** A place that was left to fill. */
export interface UnfilledPlace {
  /** As a reader sees it. */
  readonly found: string;
  /** Place in the report. */
  readonly span: Span;
}

/** The places of a report that were left to fill, in order; of filler text the first. Read once. */
export const readUnfilledPlaces = once((report: Report): readonly UnfilledPlace[] =>
  [...findPlaces(report)].sort((a, b) => a.span.start - b.span.start),
);

/** For spans, the paragraphs, headings and rows of tables that hold them, as indexes of their blocks. */
export function blocksHolding({ prose }: Report, spans: readonly Span[]): ReadonlySet<number> {
  const { blocks } = prose;
  const held = new Set<number>();
  for (const { start } of spans) {
    const index = lastStartingBy(blocks, ({ span }) => span.start, start);
    const block = blocks[index];
    if (block === undefined || block.span.end <= start) continue;
    const table = block.kind === 'cell' ? tableAt(prose, block.span) : undefined;
    for (const each of (table && rowWith(table, index)) ?? [index]) held.add(each);
  }
  return held;
}

/** Whether a stretch of the report says anything: a paragraph without a place left to fill, or a row below a table's head. */
export function hasOwnText(report: Report, within: Span): boolean {
  const { blocks, tables } = report.prose;
  const places = startingIn(readUnfilledPlaces(report), ({ span }) => span.start, within);
  const unfilled = blocksHolding(
    report,
    places.map(({ span }) => span),
  );
  const heads = new Set(tables.flatMap(({ rows }) => rows[0] ?? []));
  const first = lowerBound(blocks, ({ span }) => span.start, within.start);
  for (let index = first; index < blocks.length; index++) {
    const { kind, text, span } = blocks[index] as Block;
    if (span.start >= within.end) return false;
    if (kind !== 'heading' && !heads.has(index) && !unfilled.has(index) && /[\p{L}\p{N}]/u.test(text)) return true;
  }
  return false;
}

function* findPlaces(report: Report): Iterable<UnfilledPlace> {
  const { prose, text: source } = report;
  for (const { value, span } of prose.html) {
    const match = value.match(placeholders[tags] as RegExp);
    if (match?.[0] === value) yield { found: value, span };
  }
  let forms: readonly Span[] | undefined;
  let labels: ReadonlySet<string> | undefined;
  let hasFiller = false;
  for (const block of prose.blocks) {
    // {{name}} shows as what a program puts there, where one does.
    // A block that is nothing else is a part that is put in, as an include is.
    const isPart = block.text.trim() === '\uFFFC';
    for (const { index } of prose.isTemplate || isPart ? [] : block.text.matchAll(/\uFFFC/g)) {
      const span = toSource(block, { start: index, end: index + 1 });
      const found = source.slice(span.start, span.end);
      if (found.match(placeholders[variables] as RegExp)?.[0] !== found) continue;
      yield { found, span };
    }
    let end = -1;
    const example = announcesExample.exec(block.text)?.index ?? block.text.length;
    const found = placeholders
      .flatMap((pattern, kind) => [...block.text.matchAll(pattern)].map((match) => ({ match, kind })))
      .map(({ match, kind }) => ({
        kind,
        text: match[0],
        at: { start: match.index, end: match.index + match[0].length },
      }))
      .sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
    for (const { kind, text, at } of found) {
      // "the change [to electric cranes]" inside a quotation is the quoting writer's; a “TBD” in marks is spoken of.
      if (at.start < end || (/^(?:\[|TB|TODO|FIXME)/.test(text) && isQuoted(block, at))) continue;
      if (kind === ownWords && !asksForText(block.text, at)) continue;
      if (text.startsWith('[') && isReaders(block, text, at)) continue;
      if (text.startsWith('[') && pressed.test(block.text.slice(Math.max(0, at.start - 20), at.start))) continue;
      if (kind === filler && hasFiller) continue;
      const span = toSource(block, at);
      labels ??= labelsOf(report);
      if (text.startsWith('[') && labels.has(text.slice(1, -1).trim().toLowerCase())) continue;
      forms ??= formsIn(report);
      const form = forms[lastStartingBy(forms, ({ start }) => start, span.start)];
      if (kind !== filler && (example < at.start || (form !== undefined && contains(form, span)))) continue;
      hasFiller ||= kind === filler;
      end = at.end;
      yield { found: text, span };
    }
  }
}
