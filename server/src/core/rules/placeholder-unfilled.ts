import { toSource } from '../markdown/blocks.js';
import { isQuoted } from '../report/report.js';
import type { Rule } from './rule.js';

/**
 * Places left to fill, as a reader sees them. The extension's grammar colours by the same patterns, so they keep to what
 * Oniguruma has too.
 */
export const placeholders: readonly RegExp[] = [
  // ${1:value}: a tab stop that a snippet left behind.
  /\$\{\d+(?::[^}]*)?\}/g,
  // {{name}}: a template's variable.
  /\{\{(?=[\s\p{N}_-]*\p{L})[\p{L}\p{N}\s_-]+\}\}/gu,
  // [insert date], [value and unit]: a bracket that begins in lower case or Han asks for text; "[sic]" does not, nor "[the
  // pilots]", "[revised]" and "[see note 4]" of an editor, "[a, b]", nor what another tool makes a link of, "[steps]({% page %})".
  /\[(?!\s*(?:(?:sic|emphasis|x|see|cf|as|or|of|for|from|which|that|is|are|has|had|not|also|but|including|excluding|formerly|now|then|ibid|et|ca|vol|op|dated|optional|required|the|their|his|her|its|our|these|this|and|was|were|revised|translated|abridged|updated|unofficial|laughter|applause|inaudible)\b|(?:[a-z]|pp)\s*[.,;=]|\.\.\.|…|参?见|[图表注]\s*\p{N}|下[称同]|原文如此|关键词|编者按|译者注))(?=\s*[\p{Ll}\p{Script=Han}])(?=[^\]]{3})[^[\]\n@]*\](?![([])/gu,
  // [Insert table here], [Name], [DD Month YYYY], [姓名].
  /\[\s*(?:(?:(?:insert|enter|add|fill|your|placeholder|dd|yyyy|tb[acd]|to be)\b[^[\]\n@]*|(?:full |organi[sz]ation )?name|title|date|number|figure|amount|value|author|place)(?: here)?|[姓名日期时间数字单位称地点标题金额年份值]{2}|待[定补填核])\s*\](?![([])/giu,
  // <insert address>, ＜请填写＞: HTML has no such elements.
  /<(?:insert|enter|add|fill|your|name|date|number|value|amount|place)(?![\p{L}\p{N}-])[^<>=\n]*>/giu,
  // 【待补充】, 〔请填写单位〕, （待定）.
  /[【〔［＜〈](?=[^【】〔〕［］＜＞〈〉]{0,40}(?:待|请|补充|填|此处|插入))[^【】〔〕［］＜＞〈〉]*[】〕］＞〉]/gu,
  /[（(]\s*(?:待(?:定|补|填|核|更新|完善|确认)|请(?:填|补|输入)|此处(?:插入|填写|补充|待))[^（）()]{0,12}[）)]/gu,
  // 来源：待定, 数据待补充。
  /(?:(?<=^|[：:]|[：:] )待(?:定|核实|确认|更新|补|填|完善)|(?<![尚有亟])待(?:补充|填写))(?=\s*(?:[。；，;,]|$))/gu,
  /(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|TODO|FIXME)(?![\p{L}\p{N}])/gu,
  // XX million, ××家, X.X%, £X,XXX, 5月X日, XX May, page XX, 20XX年, XXXX, "Firms: XX": letters where digits belong, but
  // not XX染色体.
  /(?<![\p{Script=Latin}\p{N}×])(?:(?:19|20)[X×]{2}|(?<=[£$€¥:：]|[£$€¥:：] )(?:[X×]{2,}|[X×][X×.,]+[X×])(?=(?:[mk]|[mb]n|tn)\b|[^\p{Script=Latin}\p{N}]|$)|(?<=uary |arch |pril |May |June |July |gust |mber |ober |Figure |[Pp]age )XX(?![\p{Script=Latin}\p{N}])|[Xx]{1,3}(?:,[Xx]{3})+(?![\p{Script=Latin}\p{N}])|[X×](?=\s?(?:[%％]|per\s?cent|个百分点))|(?<=[£$€¥])X(?=\s[mbt]r?illion|[mb]n?\b)|(?<=[年月])[X×](?=[月日])|X{4,}(?![\p{Script=Latin}\p{N}])|(?:[Xx]{2,}|×{2,}|[X×]{1,3}[.,][X×]{1,3})(?=\s?(?:[kMGT]Wh?\b|%|％|per\s?cent|percent|hundred|thousand|million|billion|trillion|yuan|euros?|dollars?|tonnes?|people|(?:Jan|Febr)uary|March|April|May\b|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?!染色|核型)\p{Script=Han})))/gu,
  // Signed: ____, 共____家, Cost: ???
  /(?<![\p{L}\p{N}_＿*])[_＿]{3,}(?![\p{L}\p{N}_*])|(?<![\p{Script=Latin}\p{N}_＿*])[_＿]{4,}(?![\p{Script=Latin}\p{N}_*])|(?<![\p{L}\p{N}?？!！”"’'）)])[?？]{3,}/gu,
  /lorem ipsum/giu,
];

/** The one that is no prose to Markdown, and the one that Markdown takes for HTML. */
const variables = 1;
const tags = 4;

/** A place left to fill. */
export const placeholderUnfilled: Rule<undefined> = {
  id: 'placeholder-unfilled',
  severity: 'warning',
  reads: 'block',

  *check({ prose, text: source }) {
    for (const { value, span } of prose.html) {
      const match = value.match(placeholders[tags] as RegExp);
      if (match?.[0] === value) {
        yield { messageId: 'placeholder-unfilled', values: { found: value }, span, detail: undefined };
      }
    }
    for (const block of prose.blocks) {
      // {{name}} shows as what a program puts there, where one does.
      for (const { index } of prose.isTemplate ? [] : block.text.matchAll(/\uFFFC/g)) {
        const span = toSource(block, { start: index, end: index + 1 });
        const found = source.slice(span.start, span.end);
        if (found.match(placeholders[variables] as RegExp)?.[0] !== found) continue;
        yield { messageId: 'placeholder-unfilled', values: { found }, span, detail: undefined };
      }
      let end = -1;
      const found = placeholders
        .flatMap((pattern) => [...block.text.matchAll(pattern)])
        .map((match) => ({ text: match[0], at: { start: match.index, end: match.index + match[0].length } }))
        .sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
      for (const { text, at } of found) {
        // "the change [to electric cranes]" inside a quotation is the quoting writer's; a “TBD” in marks is spoken of.
        if (at.start < end || (/^(?:\[|TB|TODO|FIXME)/.test(text) && isQuoted(block, at))) continue;
        end = at.end;
        yield {
          messageId: 'placeholder-unfilled',
          values: { found: text },
          span: toSource(block, at),
          detail: undefined,
        };
      }
    }
  },
};
