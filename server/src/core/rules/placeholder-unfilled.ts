import { toSource } from '../markdown/blocks.js';
import { isQuoted } from '../report/report.js';
import type { Rule } from './rule.js';

const placeholders: readonly RegExp[] = [
  // ${1:value}: a tab stop that a snippet left behind.
  /\$\{\d+(?::[^}]*)?\}/g,
  // {{name}}: a template's variable.
  /\{\{\s*[\p{L}\p{N}_ -]+\s*\}\}/gu,
  // [insert date], [value and unit]: a bracket that begins in lower case or Han asks for text; "[sic]" does not, nor does
  // what another tool makes a link of, "[steps]({% page %})".
  /\[(?!\s*(?:sic|emphasis|x|\.\.\.|…|i\.e|e\.g)\b)(?=\s*[\p{Ll}\p{Script=Han}])(?=[^\]]{3,})[^[\]\n@]*\](?![([])/gu,
  // 【待补充】, 【请填写单位】.
  /【[^【】]*(?:待|请|补充|填)[^【】]*】/gu,
  // 联系人：待定.
  /(?<=^|[:：]\s*)(?:待补充?|待填写?|待完善|待更新|待定)(?=\s*(?:$|[。，；]))/gu,
  /(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|TODO|FIXME)(?![\p{L}\p{N}])/gu,
  // XX million, XX家, 20XX年: letters where digits belong.
  /(?<![\p{Script=Latin}\p{N}])(?:(?:19|20)XX|(?<=[£$€¥]\s?)X{2,}|X{2,}(?=\s?(?:%|％|per\s?cent|percent|hundred|thousand|million|billion|trillion|yuan|euros?|dollars?|tonnes?|people|\p{Script=Han})))/gu,
];

/** A place left to fill. */
export const placeholderUnfilled: Rule<undefined> = {
  id: 'placeholder-unfilled',
  severity: 'warning',
  reads: 'block',

  *check({ prose }) {
    for (const block of prose.blocks) {
      let end = -1;
      const found = placeholders
        .flatMap((pattern) => [...block.text.matchAll(pattern)])
        .map((match) => ({ text: match[0], at: { start: match.index, end: match.index + match[0].length } }))
        .sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
      for (const { text, at } of found) {
        // "the change [to electric cranes]" inside a quotation is the quoting writer's.
        if (at.start < end || (text.startsWith('[') && isQuoted(block, at))) continue;
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
