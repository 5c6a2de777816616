import { ownCopy } from '../../text/own-copy.js';
import { isSameData } from '../../text/same-data.js';
import { hasSourcesHeading } from '../note-titles.js';
import { Constructs, Finding, type Found, lineEnd, nextLine } from './constructs.js';
import { addressDirectives, isTextDirective, mathEnvironments, quotations } from './forms.js';
import { lookedUpTo, type Reading, readInline } from './inline.js';

/** The dialects of a text, and what a later reading of it is spared. */
export interface DialectReading {
  readonly found: Constructs;
  /** The text as the parser is to see it: of the same length, with the same line endings. */
  readonly readable: string;
  readonly parts: PartsOfText;
}

/** The parts of a text that begin with nothing open, and where. */
export interface PartsOfText {
  readonly length: number;
  readonly noted: ReadonlySet<string>;
  readonly placed: readonly { readonly start: number; readonly part: DialectPart }[];
}

/**
 * Lines of a text that were read together. What was found there depends on them, on the state of the pass before them and
 * on the marks of notes of the whole text, and on nothing behind them; offsets are from where they begin.
 */
interface DialectPart {
  readonly text: string;
  readonly readable: string;
  readonly found: Found;
  readonly before: LineState;
  readonly after: LineState;
  /** It ends with the text: where more follows, its last line goes on. */
  readonly isLast: boolean;
  /** Nothing behind it was looked at, as is done for a closing mark. */
  readonly isAlone: boolean;
}

/** What the pass knows between two parts. */
interface LineState {
  readonly isStart: boolean;
  readonly directives: readonly string[];
  readonly listIndent: number;
  readonly elements: number;
  readonly options: 'no' | 'may' | 'yaml';
}

/**
 * What a text holds of the dialects of Markdown, told by form: one pass over its lines, forward, with what is open.
 * `front` is the offset at which its front matter ends. The parts of an earlier reading, of before one edit, are not read
 * again where they are the same.
 *
 * What may hold any line (code, equations, comments) is taken to its closing mark, and to the end of the text where it
 * never closes, which is said. A container (`:::`, a `{note}` between back-ticks, `<div>`) is a mark or two around text.
 */
export function readConstructs(text: string, front: number, before?: PartsOfText): DialectReading {
  const noted = notedMarks(text);
  const reading: Reading = { text, found: new Finding(), noted, absent: new Map(), looked: 0 };
  const isKnown = before !== undefined && isSameData([...before.noted], [...noted]);
  const lines = new Lines(reading, front);
  const start = lines.at;
  const placed = lines.run(isKnown ? before : undefined);
  const found = new Constructs(placed);
  const readable = text.slice(0, start) + placed.map(({ part }) => part.readable).join('');
  return { found, readable, parts: { length: text.length, noted, placed } };
}

/** Block quotes and items of lists before a line's own text. */
const prefix = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;
const quotePrefix = /^(?:[ \t]*>)*[ \t]*/;

/** What holds any line until it closes. */
interface Open {
  readonly construct: 'code' | 'equation' | 'directive';
  /** Where its first line begins. */
  readonly start: number;
  readonly quotes: number;
  /** Columns of white space that a list demands of its lines. */
  readonly indent: number;
  readonly isClosed: (content: string) => boolean;
  /** Whether the parser knows it too and leaves it out by itself. */
  readonly isParsers: boolean;
}

/** What a line is: a mark that shows as nothing, a mark with a title, or text. */
type Kind = 'mark' | 'title' | 'text';

/** What may go on over the paragraphs below. */
const reachesFar =
  /\{%-?\s*(?:comment|highlight|code|mermaid|schema|stylesheet|javascript|style)|\{\/\*|%%|<(?:pre|script|style|textarea|svg|math|iframe|canvas|object)[\s>]/i;

class Lines {
  readonly #reading: Reading;
  #found: Finding;
  readonly #text: string;
  #at: number;
  /** Where the lines begin that are read as one. */
  #stretch: number | undefined;
  #open: Open | undefined;
  /** The back-ticks of directives whose body is text; where it begins, if it is a quotation. */
  readonly #directives: { readonly ticks: string; readonly quotes: number | undefined }[] = [];
  /** The columns at which the last list's text stands. */
  #listIndent = 0;
  /** Elements that lines began and did not end: their lines may be indented as they like. */
  #elements = 0;
  #afterBlank = true;
  /** Whether the last line was blank. */
  #isBlank = false;
  /** Whether the lines are options of a directive that was just opened. */
  #options: 'no' | 'may' | 'yaml' = 'no';
  /** Lines of `import` and `export`, and how many of their brackets are open. */
  #inModule = false;
  #moduleDepth = 0;

  constructor(reading: Reading, front: number) {
    this.#reading = reading;
    this.#found = reading.found;
    this.#text = reading.text;
    this.#at = front;
    if (front > 0) this.#at = nextLine(this.#text, lineEnd(this.#text, front));
  }

  get at(): number {
    return Math.min(this.#at, this.#text.length);
  }

  /** The parts of the text from here on. */
  run(before: PartsOfText | undefined): PartsOfText['placed'] {
    const { length } = this.#text;
    const placed: { start: number; part: DialectPart }[] = [];
    const known = new KnownParts(before, this.#text);
    while (this.#at <= length) {
      const start = this.#at;
      const state = this.#state;
      const same = known.at(start, state);
      if (same !== undefined) {
        placed.push({ start, part: same });
        this.#goOn(start + same.text.length, same);
        continue;
      }
      this.#startPart();
      do this.#nextLine();
      while (this.#at <= length && !this.#isApart);
      const isLast = this.#at > length;
      if (isLast) this.#endText();
      placed.push({ start, part: this.#endPart(start, Math.min(this.#at, length), state, isLast) });
    }
    return placed;
  }

  #nextLine(): void {
    const start = this.#at;
    const end = lineEnd(this.#text, start);
    this.#at = nextLine(this.#text, end);
    this.#isBlank = false;
    this.#line(start, end);
  }

  get #state(): LineState {
    return {
      isStart: this.#at === 0,
      directives: this.#directives.map(({ ticks }) => ticks),
      listIndent: this.#listIndent,
      elements: this.#elements,
      options: this.#options,
    };
  }

  /** Whether nothing goes on from the last line to the next but what the state tells. */
  get #isApart(): boolean {
    return (
      this.#isBlank &&
      this.#open === undefined &&
      this.#stretch === undefined &&
      !this.#inModule &&
      this.#directives.every(({ quotes }) => quotes === undefined) &&
      /\S/.test(this.#text[this.#at] ?? '')
    );
  }

  #startPart(): void {
    this.#found = new Finding();
    this.#reading.found = this.#found;
    this.#reading.looked = 0;
  }

  #endPart(start: number, end: number, before: LineState, isLast: boolean): DialectPart {
    const text = ownCopy(this.#text.slice(start, end));
    const isAlone = this.#reading.looked <= end;
    return { text, ...this.#found.finish(text, start), before, after: this.#state, isLast, isAlone };
  }

  /** Goes on behind a part that was read before. */
  #goOn(end: number, { after, isLast }: DialectPart): void {
    this.#at = isLast ? end + 1 : end;
    this.#afterBlank = true;
    this.#directives.length = 0;
    for (const ticks of after.directives) this.#directives.push({ ticks, quotes: undefined });
    this.#listIndent = after.listIndent;
    this.#elements = after.elements;
    this.#options = after.options;
  }

  #endText(): void {
    this.#endStretch(this.#text.length);
    if (this.#open !== undefined) this.#leaveOpen(this.#open);
  }

  #line(start: number, end: number): void {
    const line = this.#text.slice(start, end);
    if (this.#open !== undefined && this.#inOpen(this.#open, line, start, end)) return;
    const marks = prefix.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length);
    if (content.trim() === '') {
      this.#endStretch(start);
      this.#afterBlank = true;
      this.#isBlank = true;
      if (this.#moduleDepth === 0) this.#inModule = false;
      if (this.#options === 'may') this.#options = 'no';
      return;
    }
    const isItem = /[-+*\d.)]/.test(marks);
    if (isItem) this.#listIndent = columnsOf(marks);
    else if (this.#afterBlank && columnsOf(marks) === 0) this.#listIndent = 0;
    const from = start + marks.length;
    if (this.#inModule || (this.#afterBlank && marks === '' && isModuleLine(content))) {
      this.#module(line, start, end);
      return;
    }
    const kind = this.#block(content, from, start, end, marks);
    if (kind === 'mark') {
      this.#afterBlank = true;
      return;
    }
    if (kind === 'text') {
      this.#options = 'no';
      // An item, a heading and a row of a table begin what no construct of the line before reaches into.
      if (isItem || /^(?:#{1,6}[ \t]|\|)/.test(content)) this.#endStretch(start);
      this.#stretch ??= start;
      this.#countElements(content, marks, start);
    }
    this.#afterBlank = false;
    if (/^#{1,6}[ \t]/.test(content) || reachesFar.test(content)) this.#endStretch(end);
  }

  /** A line of a module of MDX: it goes on to a blank line outside its brackets. */
  #module(line: string, start: number, end: number): void {
    this.#found.isTemplate = true;
    this.#inModule = true;
    const plain = line.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '');
    for (const character of plain) {
      if ('{[('.includes(character)) this.#moduleDepth++;
      else if ('}])'.includes(character)) this.#moduleDepth = Math.max(0, this.#moduleDepth - 1);
    }
    this.#blank(start, start, end);
  }

  /** `{items.map((item) => (` of MDX, over lines, to the brace that closes it. */
  #expression(content: string, from: number, start: number): Kind {
    let depth = 0;
    for (let i = from; i < Math.min(this.#text.length, from + longestExpression); i++) {
      if (this.#text[i] === '{') depth++;
      else if (this.#text[i] === '}' && --depth === 0) {
        lookedUpTo(this.#reading, i + 1);
        if (i < from + content.length) return 'text';
        this.#endStretch(start);
        this.#found.isTemplate = true;
        this.#found.add(from, i + 1, 'object', 'expression');
        this.#resume(i + 1);
        return 'mark';
      }
    }
    lookedUpTo(this.#reading, from + longestExpression);
    return 'text';
  }

  /** Reads a line that is a mark of its own, or opens something, or has a title behind its mark. */
  #block(content: string, from: number, start: number, end: number, marks: string): Kind {
    const quotes = quotesIn(marks);
    if (this.#options !== 'no' && this.#option(content, from, start, end)) return 'mark';
    const fence = /^(`{3,}|~{3,})(.*)$/s.exec(content);
    if (fence !== null && (columnsOf(marks) <= this.#listIndent + 3 || this.#elements > 0)) {
      const [, ticks = '', info = ''] = fence;
      const innermost = this.#directives.at(-1);
      if (info.trim() === '' && innermost !== undefined && ticks.startsWith(innermost.ticks)) {
        this.#directives.pop();
        if (innermost.quotes !== undefined) this.#found.quoted.push({ start: innermost.quotes, end: start });
        this.#blank(start, from, end);
        return 'mark';
      }
      if (ticks[0] === '~' || !info.includes('`')) return this.#fence(ticks, info, from, start, end, marks);
    }
    if (/^:{3,}/.test(content)) return this.#colons(content, from, start, end, quotes);
    const leaf = /^::[a-z][\w-]*(?:\[([^\]]*)\])?(?:\{[^}]*\})?[ \t]*$/i.exec(content);
    if (leaf !== null) {
      return this.#title(content, leaf[1], from, start, end);
    }
    if (/^\$\$[ \t]*(?:\{[^}]*\}[ \t]*)?$/.test(content) && !this.#closesInText(start))
      return this.#equation(from, start, quotes);
    const environment = /^\\begin\{([a-z]+)\*?\}/.exec(content);
    if (
      environment !== null &&
      mathEnvironments.has(environment[1] as string) &&
      !content.includes(`\\end{${environment[1]}`)
    ) {
      const close = `\\end{${environment[1]}`;
      if (this.#closing(close, end) > 0) {
        this.#openBlock({
          construct: 'equation',
          start: from,
          quotes,
          indent: 0,
          isClosed: (later) => later.includes(close),
          isParsers: false,
        });
        return 'mark';
      }
    }
    if (content.startsWith('<!--') && columnsOf(marks) <= this.#listIndent + 3)
      return this.#fromLineStart('<!--', '-->', from, start);
    if (/^%%(?!\s*%)/.test(content)) return this.#fromLineStart('%%', '%%', from, start);
    // A target of MyST, a break between its cells, attributes of Kramdown, a table of contents.
    if (/^(?:\([\p{L}\p{N}_:.-]+\)=|\+\+\+(?:[ \t]+\{.*\})?|\[\[?_?toc_?\]?\])[ \t]*$/iu.test(content)) {
      this.#blank(start, from, end);
      return 'mark';
    }
    if (/^%(?:[ \t]|$)/.test(content) && marks === '' && this.#afterBlank) {
      this.#found.comments.push({ span: { start: from, end }, content: { start: from + 1, end } });
      this.#blank(start, from, end);
      return 'mark';
    }

    if (/^\{[A-Za-z_$][\w$]{0,60}(?:[.([]|\s?(?:&&|\?|\|\|))/.test(content))
      return this.#expression(content, from, start);
    if (/^\+(?:[-=:]{3,}\+)+[ \t]*$/.test(content)) return this.#gridTable(start, end);
    const callout = quotes > 0 ? /^\[![\p{L}\p{N}_-]{1,40}\][+-]?[ \t]*/u.exec(content) : null;
    if (callout !== null) {
      this.#endStretch(start);
      if (!quotations.has((/[\p{L}\p{N}_-]+/u.exec(content)?.[0] ?? '').toLowerCase())) this.#found.callouts.push(from);
      return this.#title(content, content.slice(callout[0].length), from, start, end);
    }
    // !!! note "Title", ??? tip, === "Tab": what is indented below is text.
    const admonition = /^(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w -]*|^===[!+]?[ \t]+(?=")/i.exec(content);
    if (admonition !== null && /^\s*$/.test(marks)) {
      this.#container(from);
      return this.#title(content.slice(4), /"([^"]*)"/.exec(content)?.[1], from + 4, start, end, 'object');
    }
    if (/^:[ \t]{1,3}\S/.test(content) && /^ {0,2}$/.test(marks)) this.#container(from, 1);
    return 'text';
  }

  /** A list's mark in place of a dialect's, so that what is indented below belongs to it. */
  #container(from: number, length = 4): void {
    this.#endStretch(from);
    this.#found.containers.push(from);
    this.#found.replace(from, '+   '.slice(0, length));
    this.#listIndent = 4;
  }

  #fence(ticks: string, info: string, from: number, start: number, end: number, marks: string): Kind {
    this.#endStretch(start);
    const directive = /^\{([a-z][\w:.-]*)\}[ \t]*(.*)$/is.exec(info);
    if (directive !== null && isTextDirective(directive[1] as string, 'backticks')) {
      const name = (directive[1] as string).toLowerCase();
      this.#directives.push({ ticks, quotes: quotations.has(name) ? end : undefined });
      const title = addressDirectives.has(name) ? undefined : directive[2];
      this.#options = 'may';
      return this.#title(ticks + info, title, from, start, end);
    }
    const mark = ticks[0] as string;
    const columns = columnsOf(marks);
    this.#openBlock({
      construct: 'code',
      start: from,
      quotes: quotesIn(marks),
      indent: Math.min(columns, this.#listIndent),
      isClosed: (later) => later.startsWith(ticks) && later.replaceAll(mark, '').trim() === '',
      isParsers: true,
    });
    return 'mark';
  }

  /** `::: note`, `:::{note} Title`, `::: {.callout-tip}`, `:::tip[Title]`, `:::` */
  #colons(content: string, from: number, start: number, end: number, quotes: number): Kind {
    this.#endStretch(start);
    const match = /^(:{3,})[ \t]*(?:\{([^}]*)\}|([\w-]+(?::[\w-]+)?))?(?:\[([^\]]*)\])?(?:\{[^}]*\})?(.*)$/s.exec(
      content,
    );
    const [, colons = '', braced, bare, label, rest = ''] = match ?? [];
    // ::: note ::: of Pandoc
    const title = label ?? rest.replace(/^[ \t]+/, '').replace(/(?<![ \t])[ \t]*(?<!:):{3,}$/, '');
    const name = /^[a-z][\w:.-]*$/i.test(braced ?? '') ? (braced as string) : undefined;
    if (name !== undefined && !isTextDirective(name, 'colons')) {
      this.#openBlock({
        construct: 'directive',
        start: from,
        quotes,
        indent: 0,
        isClosed: (later) => later.startsWith(colons) && /^:+[ \t]*$/.test(later),
        isParsers: false,
      });
      return 'mark';
    }
    const isAddress = name !== undefined && addressDirectives.has(name.toLowerCase());
    if (braced !== undefined || bare !== undefined) this.#options = 'may';
    return this.#title(content, isAddress ? undefined : title, from, start, end);
  }

  /** A line of marks, with a title perhaps: that is a block of its own. */
  #title(
    content: string,
    title: string | undefined,
    from: number,
    start: number,
    end: number,
    without: 'nothing' | 'object' = 'nothing',
  ): Kind {
    if (title === undefined || title.trim() === '') {
      this.#endStretch(start);
      if (without === 'nothing') this.#found.blank(from, end);
      else this.#found.add(from, end, without);
      return 'mark';
    }
    this.#endStretch(start);
    const at = from + content.indexOf(title);
    this.#found.add(from, at, 'nothing', 'title');
    this.#found.add(at + title.length, end, 'nothing');
    this.#stretch = at;
    return 'title';
  }

  /** `:width: 50%`, or YAML between rules, right below the opener of a directive. */
  #option(content: string, from: number, start: number, end: number): boolean {
    this.#endStretch(start);
    if (this.#options === 'yaml') {
      if (/^---[ \t]*$/.test(content)) this.#options = 'no';
      this.#found.blank(from, end);
      return true;
    }
    if (/^:[\w-]+:(?:[ \t]|$)/.test(content)) {
      this.#found.blank(from, end);
      return true;
    }
    if (/^---[ \t]*$/.test(content)) {
      const close = /(?:\r\n?|\n)[ \t>]*---[ \t]*(?=[\r\n]|$)/g;
      close.lastIndex = end;
      const found = close.exec(this.#text.slice(0, end + 3_000));
      lookedUpTo(this.#reading, found === null ? end + 3_000 : close.lastIndex);
      if (found !== null) {
        this.#options = 'yaml';
        this.#found.blank(from, end);
        return true;
      }
    }
    this.#options = 'no';
    return false;
  }

  /**
   * `$$` alone opens an equation, and the first line that begins or ends with it closes it, whatever label follows.
   * With other text it closes in its paragraph, or is two dollars.
   */
  #equation(from: number, start: number, quotes: number): Kind {
    this.#endStretch(start);
    const isClosed = (later: string) =>
      /^\$\$|\$\$(?:[ \t]*(?:\{[^{}]*\}|\([\w:.-]+\)|[.,;:。，；]))?[ \t]*$/.test(later);
    this.#openBlock({ construct: 'equation', start: from, quotes, indent: 0, isClosed, isParsers: false });
    return 'mark';
  }

  /** Whether the lines above have one `$$` too many: "… is $$", and a line further down closes it. */
  #closesInText(start: number): boolean {
    if (this.#stretch === undefined) return false;
    const marks = this.#text.slice(this.#stretch, start).match(/\\.|\$\$/g) ?? [];
    return marks.filter((mark) => mark === '$$').length % 2 === 1;
  }

  /** A comment that begins a line: it may go on over paragraphs, and over the rest of the text where it never closes. */
  #fromLineStart(open: string, close: string, from: number, start: number): Kind {
    this.#endStretch(start);
    const end = this.#closing(close, from + open.length);
    if (end >= 0) {
      const stop = end + close.length;
      this.#found.comments.push({ span: { start: from, end: stop }, content: { start: from + open.length, end } });
      this.#found.add(from, stop, 'nothing');
      this.#resume(stop);
      return 'mark';
    }
    if (open === '%%' && this.#text.slice(from, lineEnd(this.#text, from)).trim() !== '%%') return 'text';
    const { length } = this.#text;
    this.#found.unread.push({ span: { start: from, end: length }, reason: 'unclosed', construct: 'comment' });
    this.#found.blank(from, length);
    this.#at = length + 1;
    return 'mark';
  }

  /** Where a closing mark begins; -1 where none does behind an offset, which is looked for once. */
  #closing(mark: string, from: number): number {
    const { absent } = this.#reading;
    const isAbsent = from >= (absent.get(mark) ?? Number.POSITIVE_INFINITY);
    const index = isAbsent ? -1 : this.#text.indexOf(mark, from);
    if (index < 0 && !isAbsent) absent.set(mark, from);
    lookedUpTo(this.#reading, index < 0 ? undefined : index + mark.length);
    return index;
  }

  #gridTable(start: number, end: number): Kind {
    this.#endStretch(start);
    let stop = end;
    for (let at = nextLine(this.#text, end); at < this.#text.length; ) {
      const lineStop = lineEnd(this.#text, at);
      if (!/^[ \t>]*[|+]/.test(this.#text.slice(at, lineStop))) break;
      stop = lineStop;
      at = nextLine(this.#text, lineStop);
    }
    if (stop === end) return 'text';
    this.#found.unread.push({ span: { start, end: stop }, reason: 'grid-table' });
    this.#found.blank(start, stop);
    this.#at = nextLine(this.#text, stop);
    return 'mark';
  }

  #openBlock(open: Open): void {
    this.#endStretch(open.start);
    this.#open = open;
  }

  /** Whether a line still belongs to what is open. */
  #inOpen(open: Open, line: string, start: number, end: number): boolean {
    const marks = quotePrefix.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length);
    const left = quotesIn(marks) < open.quotes || (content.trim() !== '' && columnsOf(marks) < open.indent);
    if (left && open.isParsers) {
      // The quotation or the list ends, and the code with it.
      this.#open = undefined;
      this.#afterBlank = true;
      return false;
    }
    if (!left && open.isClosed(content)) {
      this.#open = undefined;
      this.#afterBlank = true;
      if (!open.isParsers) this.#found.blank(open.start, end);
      return true;
    }
    if (left) {
      this.#open = undefined;
      this.#found.blank(open.start, start);
      return false;
    }
    return true;
  }

  /** What is open at the end of the text was not read. */
  #leaveOpen(open: Open): void {
    const { length } = this.#text;
    this.#found.unread.push({
      span: { start: open.start, end: length },
      reason: 'unclosed',
      construct: open.construct,
    });
    if (!open.isParsers) this.#found.blank(open.start, length);
  }

  /** Below `<div>` a line may be indented as it likes. */
  #countElements(content: string, marks: string, start: number): void {
    if (/^<\/[A-Za-z]/.test(content)) this.#elements = Math.max(0, this.#elements - 1);
    if (this.#elements > 0 && columnsOf(marks) > 3 && this.#listIndent === 0 && /^[ \t]*$/.test(marks)) {
      this.#found.add(start, start + marks.length, 'nothing');
    }
    const opener = /^<([A-Za-z][\w.-]*)\b/.exec(content);
    if (
      opener !== null &&
      !content.includes(`</${opener[1]}`) &&
      !/\/>[ \t]*$/.test(content) &&
      !voidElement.test(opener[1] as string)
    ) {
      this.#elements++;
    }
    if (/^#{1,6}[ \t]/.test(content)) this.#elements = 0;
  }

  #blank(start: number, from: number, end: number): void {
    this.#endStretch(start);
    this.#found.blank(from, end);
  }

  #endStretch(end: number): void {
    const start = this.#stretch;
    if (start === undefined || start >= end) return;
    this.#stretch = undefined;
    const stop = readInline(this.#reading, start, end);
    if (stop > end) this.#resume(stop);
  }

  /** Goes on behind what reached past its lines. */
  #resume(offset: number): void {
    if (offset >= this.#text.length) {
      this.#at = this.#text.length + 1;
      return;
    }
    const end = lineEnd(this.#text, offset);
    this.#stretch = offset;
    this.#at = nextLine(this.#text, end);
    this.#afterBlank = false;
    if (reachesFar.test(this.#text.slice(offset, end))) this.#endStretch(end);
  }
}

/**
 * The parts of a text before one edit: those before the edit stand as far from the start as they stood, and those behind
 * it as far from the end.
 */
class KnownParts {
  readonly #text: string;
  readonly #fromStart = new Map<number, DialectPart>();
  readonly #fromEnd = new Map<number, DialectPart>();

  constructor(before: PartsOfText | undefined, text: string) {
    this.#text = text;
    for (const { start, part } of before?.placed ?? []) {
      this.#fromStart.set(start, part);
      this.#fromEnd.set((before as PartsOfText).length - start, part);
    }
  }

  /** The part that begins at an offset, if it was read in the same state. */
  at(start: number, state: LineState): DialectPart | undefined {
    const found = [this.#fromStart.get(start), this.#fromEnd.get(this.#text.length - start)];
    return found.find((part) => part !== undefined && this.#isSame(part, start, state));
  }

  #isSame({ text, before, isLast, isAlone }: DialectPart, start: number, state: LineState): boolean {
    if (isLast ? start + text.length !== this.#text.length : !isAlone) return false;
    return this.#text.startsWith(text, start) && isSameData(before, state);
  }
}

/** A longer expression is none, in UTF-16 units. */
const longestExpression = 2_000;

const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option)$/i;

function quotesIn(marks: string): number {
  let count = 0;
  for (const character of marks) if (character === '>') count++;
  return count;
}

/** How far a prefix reaches, a tab being up to four columns. */
function columnsOf(marks: string): number {
  let columns = 0;
  for (const character of marks) columns += character === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

/** `import x from 'y'`, `export const x = …`. */
function isModuleLine(content: string): boolean {
  return (
    /^import\s+(?:(?:[\p{L}\p{N}_$*{][^'"]{0,400}?\s+from\s+)?['"][^'"]+['"]|[\p{L}\p{N}_$]+\s*,?\s*\{\s*$|\{\s*$)/u.test(
      content,
    ) || /^export\s+(?:const|let|var|function|async|class|default|\{|\*)[\s({]/.test(content)
  );
}

/** The marks at which lines of notes begin: `[1] Office for …`, `① …`; `[` where there is a list of sources. */
function notedMarks(text: string): ReadonlySet<string> {
  const noted = new Set<string>();
  for (const match of text.matchAll(
    /^[ \t>]*(?:注[:：]?[ \t]*)?(\[\d{1,3}\]|〔\d{1,3}〕|［\d{1,3}］|[①-⑳])(?![(:[])/gm,
  ))
    noted.add(match[1] as string);
  if (hasSourcesHeading(text)) noted.add('[');
  return noted;
}
