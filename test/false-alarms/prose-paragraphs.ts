/** A paragraph of prose, in lines from 0. */
export interface ProseParagraph {
  readonly first: number;
  readonly last: number;
  /** What a paragraph behind it begins with: spaces, as many as a list mark takes, or `> ` in a callout. */
  readonly prefix: string;
}

/** Parts that no paragraph is looked for in, by the line that opens them and the text that closes them. */
const closedParts: readonly (readonly [opens: RegExp, closes: RegExp])[] = [
  [/^\s*<!--/, /-->/],
  [/^\s*\{\/\*/, /\*\/\}/],
  [/^\s*\{%-?\s*comment/, /endcomment/],
  [/^\s*\{%-?\s*highlight/, /endhighlight/],
  [/^\s*\{%-?\s*raw/, /endraw/],
  [/^\s*\{\{[<%]\s*highlight/, /\/\s*highlight/],
  [/^\s*<(?:script|style|pre|textarea)\b/i, /<\/(?:script|style|pre|textarea)>/i],
  [/^\s*\\begin\{/, /\\end\{/],
  [/^\s*export\s.*[{[(]\s*$/, /^[}\])]/],
];

/** Fences and containers of MyST and others that hold text of the writer's own. */
const proseDirective =
  /^\{?(?:note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition|topic|sidebar|margin|exercise|solution|dropdown|prf:\w+)\b/;

/** A line that stands between paragraphs, whatever is next to it. */
const separator =
  /^\s*(?:$|#{1,6}\s|:{3,}|\+\+\+|(?:-\s*){3,}$|(?:\*\s*){3,}$|\([\w:.-]+\)=|\{[{%:<]?.*\}\s*$|%\s|:[\w-]+:)/;

/** A line that no line of plain prose looks like; the whole run of lines is passed over. */
const notProse =
  /^(?:>|\||[-*+]\s|\d+[.)]\s|\(?[a-z]\)\s|[:~]\s|!|<|\{|\}|\\|\$\$|import\s|export\s|\[[^\]]*\]:|=+\s*$|-+\s*$|%%|[\s:|+-]+$|#|&|\^)|\||^[\w\s()（）*\p{Script=Han}-]{1,40}::|^\p{Script=Han}{1,12}：：/u;

const beginsProse = /^[\p{L}\p{N}“"‘'(（《「*_[`~=@$]/u;

/** A sentence ends here; a label (`^id`, `{#id}`), a note or closing marks may follow. */
export const sentenceEnd =
  /[.!?。！？:：;；][)）”"’'*_~=\]」》]*(?:\[\^[^\]]+\])*(?=(?:\s+\^[\w-]+|\s*\{[#.][^{}]*\})?\s*$)/u;

/**
 * The paragraphs of a text that surely show as prose of the writer's own, by a few rules of lines that know nothing of
 * the product's parser: what they find has to be read by it. Nested items, tables, plain quotations, captions, anything
 * indented by four spaces, code, comments, equations and the lines of directives are passed over.
 */
export function proseParagraphs(lines: readonly string[]): readonly ProseParagraph[] {
  const found: ProseParagraph[] = [];
  const directives: string[] = [];
  let run: number | undefined;
  const endRun = (end: number) => {
    if (run !== undefined) found.push(...paragraphsIn(lines, run, end - 1));
    run = undefined;
  };
  for (let i = frontMatterEnd(lines); i < lines.length; i++) {
    const line = lines[i] as string;
    const [fence, info] = fenceAt(line);
    if (fence !== undefined) {
      endRun(i);
      const innermost = directives.at(-1);
      if (info === '' && innermost !== undefined && fence.startsWith(innermost)) directives.pop();
      else if (info === '' && fence.startsWith(':')) continue;
      else if (proseDirective.test(info)) directives.push(fence);
      else i = closeOf(lines, i, (other) => closesFence(other, fence));
      continue;
    }
    const part = closedParts.find(([opens]) => opens.test(line));
    if (part !== undefined) {
      endRun(i);
      i = closeOf(lines, i, (other, at) => part[1].test(at === i ? other.slice(other.search(/\S/) + 2) : other), true);
    } else if (isHalfHidden(line)) {
      endRun(i);
      i = closeOf(lines, i, isHalfHidden);
    } else if (/^\s*(?:>\s*)?\$\$/.test(line)) {
      endRun(i);
      const closed = /\$\$.*\$\$/.test(line);
      if (!closed) i = closeOf(lines, i, (other) => /^\s*(?:>\s*)?\$\$|\$\$\s*(?:[.,{(].*)?$/.test(other));
    } else if (separator.test(line)) endRun(i);
    else run ??= i;
  }
  endRun(lines.length);
  return found;
}

const listMark = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s{1,4}(?:\[[ x]\]\s)?(?=\S)/;

function paragraphsIn(lines: readonly string[], first: number, last: number): readonly ProseParagraph[] {
  const line = lines[first] as string;
  if (listMark.test(line)) {
    const items = range(first, last).filter((i) => listMark.test(lines[i] as string));
    return items.flatMap((item, i) => paragraphOf(lines, item, (items[i + 1] ?? last + 1) - 1, listMark));
  }
  if (!/^\s{0,3}>/.test(line)) return paragraphOf(lines, first, last, /^\s{0,3}(?=\S)/);
  return /^\s{0,3}>\s*\[!(?!quote|cite)[\w-]+\]/i.test(line) ? paragraphOf(lines, first + 1, last, /^>\s?/) : [];
}

/** The paragraph in some lines, the first of which begins with the mark; none where they may be anything else. */
function paragraphOf(
  lines: readonly string[],
  first: number,
  last: number,
  mark: RegExp,
): readonly [] | readonly [ProseParagraph] {
  const begins = mark.exec(lines[first] ?? '')?.[0];
  if (begins === undefined || last < first) return [];
  const prefix = begins.startsWith('>') ? begins : ' '.repeat(begins.replace(/\[.\] $/, '').length);
  const texts = range(first, last).map((i) => (lines[i] as string).replace(mark, '').trim());
  if (texts.some((text) => notProse.test(text)) || !beginsProse.test(texts[0] as string)) return [];
  const whole = texts.join(' ');
  const words = whole.match(/[\p{Script=Latin}’'-]{2,}/gu)?.length ?? 0;
  const han = whole.match(/\p{Script=Han}/gu)?.length ?? 0;
  return sentenceEnd.test(whole) && words + han / 2 >= 4 ? [{ first, last, prefix }] : [];
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The line behind front matter. */
function frontMatterEnd(lines: readonly string[]): number {
  const mark = /^(---|\+\+\+)\s*$/.exec(lines[0] ?? '')?.[1];
  if (mark === undefined) return 0;
  const closes = mark === '---' ? /^(?:---|\.\.\.)\s*$/ : /^\+\+\+\s*$/;
  return lines.findIndex((line, i) => i > 0 && closes.test(line)) + 1;
}

/** The mark and the info of a line that opens or closes a fence, or a container of MyST. */
function fenceAt(line: string): readonly [mark: string, info: string] | readonly [undefined, ''] {
  const match = /^\s*(?:>\s?)*\s*(`{3,}|~{3,}|:{3,})(?=$|[^`]*$)\s*(.*?)\s*$/.exec(line);
  if (match === null) return [undefined, ''];
  const [, mark = '', info = ''] = match;
  // `::: {.callout-note}` and `:::note` hold text; `:::{figure}` is MyST's.
  return mark.startsWith(':') && !/^\{[\w:-]+\}/.test(info) && !(info === '') ? [undefined, ''] : [mark, info];
}

/** Whether a comment of Obsidian begins or ends in a line. */
function isHalfHidden(line: string): boolean {
  return (line.replace(/`[^`]*`/g, '').match(/%%/g)?.length ?? 0) % 2 === 1;
}

function closesFence(line: string, fence: string): boolean {
  return /^[\s>]*([`~:]+)\s*$/.exec(line)?.[1]?.startsWith(fence) === true;
}

/** The line that closes what a line opens, or the last one. */
function closeOf(
  lines: readonly string[],
  opener: number,
  closes: (line: string, at: number) => boolean,
  mayCloseOnOpener = false,
): number {
  for (let i = mayCloseOnOpener ? opener : opener + 1; i < lines.length; i++) {
    if (closes(lines[i] as string, i)) return i;
  }
  return lines.length;
}
